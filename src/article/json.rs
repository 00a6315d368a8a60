//! A tolerant reader for the JSON that pages carry about themselves. It keeps what it could read of a broken text, and it is a tenth
//! of the size of a full JSON library in the shipped wasm.

/// A JSON value. Numbers and literals are kept as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Text(String),
    /// A number, `true`, `false` or `null`, as written.
    Bare(String),
    /// An array.
    List(Vec<Value>),
    /// An object, in the order of the text.
    Map(Vec<(String, Value)>),
}

/// Deepest nesting that is read; what pages say of themselves is rarely deeper than eight.
const DEEPEST: usize = 32;

impl Value {
    /// Reads a text; as much as is well formed from its beginning.
    pub fn read(text: &str) -> Option<Value> {
        let mut reader = Reader { rest: text };
        reader.value(0)
    }

    /// The member of this name, if this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Value> {
        match self {
            Value::Map(members) => members.iter().find(|(n, _)| n == name).map(|(_, v)| v),
            _ => None,
        }
    }

    /// The string, if this is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text.trim()).filter(|t| !t.is_empty()),
            _ => None,
        }
    }

    /// The items of an array, or the value itself.
    pub fn items(&self) -> &[Value] {
        match self {
            Value::List(items) => items,
            other => std::slice::from_ref(other),
        }
    }
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, c: char) -> bool {
        self.skip();
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self, depth: usize) -> Option<Value> {
        if depth > DEEPEST {
            return None;
        }
        self.skip();
        match self.rest.chars().next()? {
            '"' => self.string().map(Value::Text),
            '[' => {
                self.take('[');
                let mut items = Vec::new();
                while !self.take(']') {
                    let Some(item) = self.value(depth + 1) else { break };
                    items.push(item);
                    if !self.take(',') {
                        self.take(']');
                        break;
                    }
                }
                Some(Value::List(items))
            }
            '{' => {
                self.take('{');
                let mut members = Vec::new();
                while !self.take('}') {
                    self.skip();
                    let Some(name) = self.string() else { break };
                    if !self.take(':') {
                        break;
                    }
                    let Some(value) = self.value(depth + 1) else { break };
                    members.push((name, value));
                    if !self.take(',') {
                        self.take('}');
                        break;
                    }
                }
                Some(Value::Map(members))
            }
            _ => {
                let end = self.rest.find([',', ']', '}', ' ', '\n', '\r', '\t']).unwrap_or(self.rest.len());
                let (bare, rest) = self.rest.split_at_checked(end)?;
                self.rest = rest;
                (!bare.is_empty()).then(|| Value::Bare(bare.to_owned()))
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        let mut chars = self.rest.strip_prefix('"')?.chars();
        let mut out = String::new();
        while let Some(c) = chars.next() {
            match c {
                '"' => {
                    self.rest = chars.as_str();
                    return Some(out);
                }
                '\\' => match chars.next()? {
                    'n' | 'r' | 't' | 'b' | 'f' => out.push(' '),
                    'u' => out.push(unit(&mut chars)?),
                    other => out.push(other),
                },
                c => out.push(c),
            }
        }
        None
    }
}

/// A `\u` escape, and the second half of a surrogate pair with it.
fn unit(chars: &mut std::str::Chars<'_>) -> Option<char> {
    let mut hex = || -> Option<u32> {
        let digits: String = chars.by_ref().take(4).collect();
        u32::from_str_radix(&digits, 16).ok()
    };
    let first = hex()?;
    if !(0xD800..0xDC00).contains(&first) {
        return Some(char::from_u32(first).unwrap_or('\u{fffd}'));
    }
    if !chars.as_str().starts_with("\\u") {
        return Some('\u{fffd}');
    }
    chars.next();
    chars.next();
    let digits: String = chars.by_ref().take(4).collect();
    let second = u32::from_str_radix(&digits, 16).ok()?;
    let code = 0x10000 + ((first - 0xD800) << 10) + second.wrapping_sub(0xDC00) % 0x400;
    Some(char::from_u32(code).unwrap_or('\u{fffd}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_readable_of_a_broken_text_is_kept() {
        let value = Value::read(r#" {"a": "x\"\u00e4\ud83d\ude00", "b": [1, true, {"c": "d"}], "e": "cut"#).unwrap();
        assert_eq!(value.get("a").and_then(Value::text), Some("x\"ä😀"));
        assert_eq!(value.get("b").map(|b| b.items().len()), Some(3));
        assert_eq!(value.get("e"), None);
    }

    #[test]
    fn nesting_without_end_is_not_followed() {
        assert!(Value::read(&"[".repeat(100_000)).is_some());
        assert_eq!(Value::read("\u{0}").map(|v| v.get("a").is_some()), Some(false));
    }
}
