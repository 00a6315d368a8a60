//! What the words in an element's `class`, `id` and the like hint at. They are weak: utility classes say nothing, and `content` is
//! on everything. So they are features among others, and the trees weigh them.

/// A set of hints, one bit each.
pub type Hints = u32;

/// Running text of a story.
pub const STORY: Hints = 1;
/// Some kind of content.
pub const CONTENT: Hints = 1 << 1;
/// Who, when, in which section.
pub const BYLINE: Hints = 1 << 2;
/// Pictures and what stands under them.
pub const PICTURE: Hints = 1 << 3;
/// Other stories.
pub const RELATED: Hints = 1 << 4;
/// Sharing and following.
pub const SHARE: Hints = 1 << 5;
/// Readers' comments.
pub const COMMENT: Hints = 1 << 6;
/// Beside the text.
pub const SIDE: Hints = 1 << 7;
/// Around the text: heads, feet, menus, bars.
pub const AROUND: Hints = 1 << 8;
/// Appeals and advertisements.
pub const APPEAL: Hints = 1 << 9;
/// Headline, standfirst, summary.
pub const HEAD: Hints = 1 << 10;
/// About the author.
pub const BIO: Hints = 1 << 11;
/// Boxes, quotations and embedded things in the text.
pub const BOX: Hints = 1 << 12;
/// Not to be seen by everybody.
pub const UNSEEN: Hints = 1 << 13;
/// Tags and topics.
pub const TAGS: Hints = 1 << 14;
/// Items of lists, cards, tiles.
pub const CARD: Hints = 1 << 15;
/// The trail of sections that leads to the page.
pub const TRAIL: Hints = 1 << 16;
/// What a reader is asked to agree to.
pub const CONSENT: Hints = 1 << 17;

/// Beginnings of words; with `$` at the end the whole word. Sorted by first letter for the search, general terms only, in the
/// languages that developers of news pages name things in.
const WORDS: &[(&str, Hints)] = &[
    ("about$", BIO),
    ("abstract", HEAD),
    ("actions", SHARE),
    ("ad$", APPEAL),
    ("ads$", APPEAL),
    ("advert", APPEAL),
    ("also", RELATED),
    ("anzeige", APPEAL),
    ("archive", RELATED),
    ("article$", CONTENT),
    ("articlebody", STORY),
    ("articlecontent", STORY),
    ("articletext", STORY),
    ("artikel", CONTENT),
    ("aside", SIDE),
    ("auteur", BYLINE),
    ("author", BYLINE),
    ("autor", BYLINE),
    ("badge", CARD),
    ("banner", AROUND),
    ("bio$", BIO),
    ("biograph", BIO),
    ("blurb", BIO),
    ("body", STORY),
    ("bodytext", STORY),
    ("bottom$", AROUND),
    ("box$", BOX),
    ("bread", TRAIL),
    ("breaking", AROUND),
    ("button", SHARE),
    ("btn", SHARE),
    ("byline", BYLINE),
    ("callout", BOX),
    ("caption", PICTURE),
    ("card", CARD),
    ("carousel", RELATED),
    ("categor", TAGS),
    ("comment", COMMENT),
    ("cms$", STORY),
    ("consent", CONSENT),
    ("content", CONTENT),
    ("contribut", BYLINE),
    ("cookie", CONSENT),
    ("copy$", STORY),
    ("copyright", AROUND),
    ("credit", PICTURE),
    ("crumb", TRAIL),
    ("ccpa", CONSENT),
    ("cta", APPEAL),
    ("date", BYLINE),
    ("datum", BYLINE),
    ("deck$", HEAD),
    ("dek$", HEAD),
    ("description", HEAD),
    ("dialog", AROUND),
    ("disclaimer", AROUND),
    ("discuss", COMMENT),
    ("disqus", COMMENT),
    ("donat", APPEAL),
    ("drawer", AROUND),
    ("editor", STORY),
    ("embed", BOX),
    ("entry", CONTENT),
    ("excerpt", HEAD),
    ("explore", RELATED),
    ("facebook", SHARE),
    ("fact", BOX),
    ("featured", RELATED),
    ("feed", RELATED),
    ("figcaption", PICTURE),
    ("figure", PICTURE),
    ("follow", SHARE),
    ("foot", AROUND),
    ("forum", COMMENT),
    ("further", RELATED),
    ("galler", PICTURE),
    ("gdpr", CONSENT),
    ("grid", CARD),
    ("head$", AROUND),
    ("header", AROUND),
    ("heading", HEAD),
    ("headline", HEAD),
    ("hidden", UNSEEN),
    ("hide", UNSEEN),
    ("image", PICTURE),
    ("img", PICTURE),
    ("info$", BYLINE),
    ("infobox", BOX),
    ("inhalt", CONTENT),
    ("inline", BOX),
    ("intro", HEAD),
    ("invisible", UNSEEN),
    ("item", CARD),
    ("join", APPEAL),
    ("kicker", HEAD),
    ("kommentar", COMMENT),
    ("label", TAGS),
    ("latest", RELATED),
    ("lead", HEAD),
    ("lede", HEAD),
    ("legal", AROUND),
    ("legend", PICTURE),
    ("links", RELATED),
    ("list$", CARD),
    ("listing", CARD),
    ("login", AROUND),
    ("main$", CONTENT),
    ("markdown", STORY),
    ("masthead", AROUND),
    ("media", PICTURE),
    ("member", APPEAL),
    ("menu", AROUND),
    ("message", COMMENT),
    ("meta", BYLINE),
    ("mobile", UNSEEN),
    ("modal", AROUND),
    ("more", RELATED),
    ("most", RELATED),
    ("nav", AROUND),
    ("newsletter", APPEAL),
    ("next", RELATED),
    ("note", BOX),
    ("notice", AROUND),
    ("offscreen", UNSEEN),
    ("overlay", AROUND),
    ("pagination", AROUND),
    ("paragraph", STORY),
    ("paywall", APPEAL),
    ("photo", PICTURE),
    ("piano", APPEAL),
    ("player", PICTURE),
    ("popular", RELATED),
    ("popup", AROUND),
    ("post$", CONTENT),
    ("postbody", STORY),
    ("prev", RELATED),
    ("print", UNSEEN),
    ("privacy", CONSENT),
    ("profile", BIO),
    ("promo", APPEAL),
    ("prose", STORY),
    ("publish", BYLINE),
    ("pullquote", BOX),
    ("quote", BOX),
    ("rail", SIDE),
    ("rating", SHARE),
    ("read", RELATED),
    ("recent", RELATED),
    ("recirc", RELATED),
    ("recommend", RELATED),
    ("related", RELATED),
    ("reply", COMMENT),
    ("replies", COMMENT),
    ("respond", COMMENT),
    ("response", COMMENT),
    ("review", COMMENT),
    ("rich", STORY),
    ("rte$", STORY),
    ("screen", UNSEEN),
    ("search", AROUND),
    ("secondary", SIDE),
    ("section", TAGS),
    ("share", SHARE),
    ("sharing", SHARE),
    ("sidebar", SIDE),
    ("signup", APPEAL),
    ("similar", RELATED),
    ("skip", UNSEEN),
    ("slider", RELATED),
    ("social", SHARE),
    ("source", PICTURE),
    ("sponsor", APPEAL),
    ("sr$", UNSEEN),
    ("standfirst", HEAD),
    ("sticky", AROUND),
    ("story", CONTENT),
    ("storybody", STORY),
    ("sub$", HEAD),
    ("subhead", HEAD),
    ("subscri", APPEAL),
    ("subtitle", HEAD),
    ("suggest", RELATED),
    ("summary", HEAD),
    ("tab$", CARD),
    ("tabs", CARD),
    ("tag", TAGS),
    ("taxonomy", TAGS),
    ("teaser", RELATED),
    ("terms", TAGS),
    ("text", STORY),
    ("texto", STORY),
    ("thumb", PICTURE),
    ("tile", CARD),
    ("time", BYLINE),
    ("title", HEAD),
    ("tool", SHARE),
    ("top$", AROUND),
    ("topic", TAGS),
    ("trending", RELATED),
    ("tweet", BOX),
    ("twitter", SHARE),
    ("upsell", APPEAL),
    ("video", PICTURE),
    ("visually", UNSEEN),
    ("whatsapp", SHARE),
    ("widget", SIDE),
    ("wysiwyg", STORY),
];

/// The hints in a value of `class` or `id`: words are cut at anything but letters and where a capital follows a small letter.
pub fn hints(value: &str) -> Hints {
    let mut found = 0;
    let mut word = [0_u8; 14];
    let mut length = 0;
    let mut small = false;
    for &b in value.as_bytes().iter().chain(std::iter::once(&b' ')) {
        let ends = !b.is_ascii_alphabetic() || (b.is_ascii_uppercase() && small);
        if ends {
            found |= word.get(..length).map_or(0, hint);
            length = 0;
        }
        small = b.is_ascii_lowercase();
        if b.is_ascii_alphabetic()
            && let Some(at) = word.get_mut(length)
        {
            *at = b.to_ascii_lowercase();
            length += 1;
        }
    }
    found
}

fn hint(word: &[u8]) -> Hints {
    let Some(first) = word.first() else { return 0 };
    let from = WORDS.partition_point(|(w, _)| w.as_bytes().first() < Some(first));
    let mut found = 0;
    for (entry, hint) in WORDS.iter().skip(from).take_while(|(w, _)| w.as_bytes().first() == Some(first)) {
        let entry = entry.as_bytes();
        // Most are told apart by the second letter.
        let fits = entry.get(1) == word.get(1)
            && match entry.strip_suffix(b"$") {
                Some(whole) => whole == word,
                None => word.starts_with(entry),
            };
        if fits {
            found |= hint;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_where_developers_join_them() {
        assert_eq!(hints("articleBody__x1 c-Sidebar"), CONTENT | STORY | SIDE);
        assert_eq!(hints("related_links"), RELATED);
        assert_eq!(hints("admin header2"), AROUND, "a whole word is not a beginning");
        assert_eq!(hints(""), 0);
    }

    #[test]
    fn the_list_is_in_order_of_first_letters() {
        assert!(WORDS.is_sorted_by_key(|(w, _)| w.as_bytes().first()));
    }
}
