//! Small boosted decision trees, read from one text file that people can read too, and evaluated.
//!
//! ```text
//! # how it was learned, and how well it does
//! [clutter]
//! bias -1.25
//! asks_money<=0.5 links<=0.31 -0.2 0.04 0.7
//! ```
//! A section belongs to one judge. Each line after the bias is a tree in preorder: `name<=threshold`, then the side where it holds, then
//! the other; a bare number is a leaf. The score is the bias plus one leaf of every tree: log-odds.
//!
//! Method: J. H. Friedman, "Greedy function approximation: a gradient boosting machine" (2001), as LightGBM implements it.

use crate::error::Error;
use crate::number::number;

/// The model that Lede ships. Empty in the extension's brain, which is given it as a file: it would double the size of the wasm.
pub const BUILT_IN: &str = if cfg!(feature = "embedded") { include_str!("model.txt") } else { "" };

/// The lines of the section `[name]` of a model file, from the line after its head; `None` when there is no such section.
pub fn section<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let head = text.match_indices('[').find(|&(at, _)| {
        let line = text.get(at..).and_then(|t| t.lines().next()).unwrap_or("");
        let begins = at == 0 || text.get(..at).is_some_and(|t| t.ends_with('\n'));
        begins && line.trim_end().strip_prefix('[').and_then(|l| l.strip_suffix(']')) == Some(name)
    });
    let body = text.get(head?.0..)?.split_once('\n').map_or("", |(_, body)| body);
    Some(body.find("\n[").and_then(|end| body.get(..end)).unwrap_or(body))
}

#[derive(Clone, Copy, Debug)]
enum Step {
    /// Feature, threshold, and where the other side begins.
    Split(u16, f32, u32),
    Leaf(f32),
}

/// One judge's trees.
#[derive(Clone, Debug, Default)]
pub struct Trees {
    bias: f32,
    steps: Vec<Step>,
    roots: Vec<u32>,
}

impl Trees {
    /// Reads the section `[name]` of a model file; `features` are the names the thresholds may speak of, in the order in which
    /// [`Trees::score`] gets their values. `None` when the file has no such section.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read(text: &str, name: &str, features: &[&str]) -> Result<Option<Trees>, Error> {
        let mut trees = Trees::default();
        let mut inside = false;
        let mut found = false;
        for (at, line) in text.lines().enumerate().map(|(i, l)| (i + 1, l.trim())) {
            if let Some(section) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                inside = section == name;
                found |= inside;
            } else if !inside || line.is_empty() || line.starts_with('#') {
            } else if let Some(bias) = line.strip_prefix("bias ") {
                trees.bias = number(bias.trim()).ok_or(Error::Model(at, "the bias is not a number"))?;
            } else {
                trees.tree(line, features).map_err(|what| Error::Model(at, what))?;
            }
        }
        Ok(found.then_some(trees))
    }

    /// The section `[name]` of a model file, or the built-in one where the file has none; `None` when neither has it.
    ///
    /// # Errors
    /// [`Error::Model`] with the line at fault.
    pub fn read_or_built_in(text: &str, name: &str, features: &[&str]) -> Result<Option<Trees>, Error> {
        match Trees::read(text, name, features)? {
            Some(trees) => Ok(Some(trees)),
            None => Trees::read(BUILT_IN, name, features),
        }
    }

    fn tree(&mut self, line: &str, features: &[&str]) -> Result<(), &'static str> {
        self.roots.push(self.steps.len() as u32);
        // Splits whose other side has not begun yet; a finished side begins the other one of the innermost.
        let mut waiting: Vec<usize> = Vec::new();
        let mut complete = false;
        for token in line.split_whitespace() {
            if complete {
                return Err("words after the end of a tree");
            }
            let here = self.steps.len();
            if let Some((name, threshold)) = token.split_once("<=") {
                let feature = features.iter().position(|f| *f == name).ok_or("a feature that this version does not know")?;
                let threshold = number(threshold).ok_or("a threshold that is not a number")?;
                self.steps.push(Step::Split(feature as u16, threshold, 0));
                waiting.push(here);
                continue;
            }
            self.steps.push(Step::Leaf(number(token).ok_or("a leaf that is not a number")?));
            // A leaf ends a side: the innermost split that has no other side yet gets it next.
            complete = true;
            if let Some(split) = waiting.pop()
                && let Some(Step::Split(_, _, other)) = self.steps.get_mut(split)
            {
                *other = here as u32 + 1;
                complete = false;
            }
        }
        if complete { Ok(()) } else { Err("a tree that is cut short") }
    }

    /// Number of trees.
    pub fn len(&self) -> usize {
        self.roots.len()
    }

    /// Whether there are no trees.
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }

    /// Log-odds for one candidate: `values` in the order of the features given to [`Trees::read`].
    pub fn score(&self, values: &[f32]) -> f32 {
        let leaves = self.roots.iter().map(|&root| {
            let mut at = root as usize;
            // Every step leads forward, so this ends.
            loop {
                match self.steps.get(at) {
                    Some(&Step::Split(feature, threshold, other)) => {
                        let value = values.get(usize::from(feature)).copied().unwrap_or(0.0);
                        at = if value <= threshold { at + 1 } else { other as usize };
                    }
                    Some(&Step::Leaf(leaf)) => return leaf,
                    None => return 0.0,
                }
            }
        });
        self.bias + leaves.sum::<f32>()
    }
}

/// Probability of log-odds.
pub fn probability(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FEATURES: &[&str] = &["a", "b"];

    #[test]
    fn a_tree_leads_each_value_to_its_leaf() {
        let text = "# note\n[other]\nbias 9\n[x]\nbias 0.5\na<=1 b<=2 10 20 b<=0 30 40\n100\n";
        let trees = Trees::read(text, "x", FEATURES).unwrap().unwrap();
        assert_eq!(trees.len(), 2);
        let scores = [[0.0, 0.0], [0.0, 3.0], [2.0, 0.0], [2.0, 1.0]].map(|v| trees.score(&v));
        assert_eq!(scores, [110.5, 120.5, 130.5, 140.5]);
    }

    #[test]
    fn a_section_that_is_not_there_is_none() {
        assert!(Trees::read("[x]\nbias 1", "y", FEATURES).unwrap().is_none());
    }

    #[test]
    fn a_section_ends_where_the_next_begins() {
        let text = "# head\n[a]\none\n[b c] \ntwo [x]\n\n[d]";
        assert_eq!(section(text, "a"), Some("one"));
        assert_eq!(section(text, "b c"), Some("two [x]\n"));
        assert_eq!(section(text, "d"), Some(""));
        assert_eq!(section(text, "x"), None);
    }

    #[test]
    fn faults_name_their_line() {
        for (tree, what) in [
            ("c<=1 0 0", "a feature that this version does not know"),
            ("a<=1 0", "a tree that is cut short"),
            ("a<=1 0 0 0", "words after the end of a tree"),
            ("a<=x 0 0", "a threshold that is not a number"),
            ("a<=1 0 y", "a leaf that is not a number"),
        ] {
            assert_eq!(Trees::read(&format!("[x]\n{tree}"), "x", FEATURES).err(), Some(Error::Model(2, what)), "{tree}");
        }
    }
}
