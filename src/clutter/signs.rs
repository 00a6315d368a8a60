//! Words of addresses and of class names: their classes from two data files, and how a class name or an address falls into words.

/// What a word of an address or of a name points to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Sign {
    /// Giving money.
    Give,
    /// Mailings.
    Letter,
    /// Subscribing, registering, logging in.
    Join,
    /// An app, notifications.
    App,
    /// Following elsewhere.
    Follow,
    /// Sharing.
    Share,
    /// Cookies and consent.
    Consent,
    /// Other stories.
    Related,
    /// Advertising.
    Ad,
    /// Readers' comments.
    Comments,
    /// A counted campaign, a promotion.
    Promo,
    /// Something over the page.
    Overlay,
    /// A store's page of an app.
    Store,
    /// A channel to follow outside of the page: on a messenger, in a reader of news.
    Channel,
}

/// Number of [`Sign`]s.
pub const SIGNS: usize = 14;

const NAMES: &[(&str, Sign)] = &[
    ("give", Sign::Give),
    ("letter", Sign::Letter),
    ("join", Sign::Join),
    ("app", Sign::App),
    ("follow", Sign::Follow),
    ("share", Sign::Share),
    ("consent", Sign::Consent),
    ("related", Sign::Related),
    ("ad", Sign::Ad),
    ("comments", Sign::Comments),
    ("campaign", Sign::Promo),
    ("promo", Sign::Promo),
    ("overlay", Sign::Overlay),
    ("store", Sign::Store),
    ("channel", Sign::Channel),
];

/// Words and their signs, sorted.
#[derive(Clone, Debug)]
pub struct Signs {
    words: Vec<(&'static str, Sign)>,
    /// A bit for each [`place`] at which a word begins: nearly all words of a page begin at none of them.
    begun: [u64; PLACES / 64],
    /// Beginnings of addresses, under any name of the host: the entries with a dot, as host and path.
    parts: Vec<(&'static str, &'static str, Sign)>,
}

/// Places that words are told apart by before they are looked up.
const PLACES: usize = 2048;

/// Letters of two words together beyond which they are none of ours.
const LONGEST: usize = 40;

/// The place of a word, by its first three letters.
fn place(word: &[u8]) -> usize {
    word.iter().take(3).fold(0, |place, b| place * 31 + usize::from(*b)) % PLACES
}

/// Which signs a text carries.
pub type Found = [bool; SIGNS];

impl Signs {
    /// Words of links, form targets and frames.
    pub fn of_addresses() -> Signs {
        Signs::read(include_str!("phrases/addresses.txt"))
    }

    /// Words of class, id and data attributes.
    pub fn of_names() -> Signs {
        Signs::read(include_str!("phrases/names.txt"))
    }

    fn read(text: &'static str) -> Signs {
        let (mut words, mut begun, mut parts) = (Vec::new(), [0_u64; PLACES / 64], Vec::new());
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let Some((name, list)) = line.split_once(':') else { continue };
            let Some((_, sign)) = NAMES.iter().find(|(n, _)| *n == name) else { continue };
            for entry in list.split_whitespace() {
                if entry.contains('.') {
                    let (host, path) = entry.split_once('/').unwrap_or((entry, ""));
                    parts.push((host, path, *sign));
                    continue;
                }
                words.push((entry, *sign));
                if let Some(bits) = begun.get_mut(place(entry.as_bytes()) / 64) {
                    *bits |= 1 << (place(entry.as_bytes()) % 64);
                }
            }
        }
        crate::order::sort_by(&mut words, |a, b| (a.0, a.1 as u8).cmp(&(b.0, b.1 as u8)));
        words.dedup();
        Signs { words, begun, parts }
    }

    /// Marks the signs of one word.
    fn mark(&self, word: &[u8], found: &mut Found) {
        let place = place(word);
        if self.begun.get(place / 64).is_none_or(|bits| bits >> (place % 64) & 1 == 0) {
            return;
        }
        let start = self.words.partition_point(|&(w, _)| w.as_bytes() < word);
        for &(w, sign) in self.words.get(start..).unwrap_or_default() {
            if w.as_bytes() != word {
                break;
            }
            if let Some(f) = found.get_mut(sign as usize) {
                *f = true;
            }
        }
    }

    /// The signs of a text's words: runs of letters, with a break where a capital follows a small letter, and two such words together
    /// (`sign-up`, `signUp`).
    pub fn find(&self, text: &str, found: &mut Found) {
        let parts = if text.starts_with(['/', '#']) { &[] } else { self.parts.as_slice() };
        let (host, path) = if parts.is_empty() { (text, "") } else { text.split_once('/').unwrap_or((text, "")) };
        for &(its_host, its_path, sign) in parts {
            let under = host.strip_suffix(its_host).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
            if under
                && path.starts_with(its_path)
                && let Some(f) = found.get_mut(sign as usize)
            {
                *f = true;
            }
        }
        // The word before, if it may go together with this one, then this one. What is not ASCII is no letter here, so that bytes will do.
        let mut letters = [0_u8; LONGEST];
        let (mut from, mut to) = (0, 0);
        let mut small = false;
        for b in text.bytes().chain(std::iter::once(b' ')) {
            let letter = b.is_ascii_alphabetic() || (b.is_ascii_digit() && from < to);
            if (!letter || (small && b.is_ascii_uppercase())) && from < to {
                self.mark(letters.get(from..to).unwrap_or_default(), found);
                if from > 0 {
                    self.mark(letters.get(..to).unwrap_or_default(), found);
                }
                let kept = if to - from > 1 && to <= LONGEST { from..to } else { 0..0 };
                (from, to) = (kept.len(), kept.len());
                letters.copy_within(kept, 0);
            }
            if letter {
                if let Some(at) = letters.get_mut(to) {
                    *at = b.to_ascii_lowercase();
                }
                to += 1;
            } else if matches!(b, b' ' | b'/' | b'&' | b'?') {
                (from, to) = (0, 0);
            }
            small = b.is_ascii_lowercase();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_into_words_at_signs_and_capitals() {
        let signs = Signs::of_names();
        for name in ["newsletter-box", "articleNewsletter", "c_newsletter__form", "emailSignup", "mail-chimp"] {
            let mut found = Found::default();
            signs.find(name, &mut found);
            assert!(found[Sign::Letter as usize], "{name}");
        }
        let mut found = Found::default();
        signs.find("unletter gnl", &mut found);
        assert_eq!(found, Found::default());
    }

    #[test]
    fn a_store_and_a_channel_are_told_by_host_and_path() {
        let signs = Signs::of_addresses();
        for (address, store, channel) in [
            ("play.google.com/store/apps/details?id=a", true, false),
            ("harbour.app.link/x", true, false),
            ("www.whatsapp.com/channel/1", false, true),
            ("t.me/harbour", false, true),
            ("foot.me/harbour", false, false),
            ("play.google.com/music", false, false),
        ] {
            let mut found = Found::default();
            signs.find(address, &mut found);
            assert_eq!((found[Sign::Store as usize], found[Sign::Channel as usize]), (store, channel), "{address}");
        }
    }
}
