//! A candidate's evidence as the numbers that the learned trees ask for.

use super::evidence::{Count, Evidence, Region, Sums};
use super::phrases::Class;
use super::signs::Sign;
use crate::page::{NodeId, Page};

/// Names of the features, in the order of `values`. The model file speaks of them; a name stays when its meaning does.
pub const NAMES: &[&str] = &[
    // What is said, and how much of it.
    "words",
    "lines",
    "telling",
    "asking",
    "strong",
    "calls",
    "head_telling",
    "first_telling",
    "plain",
    "per_line",
    "body",
    "plain_body",
    "money",
    "cause",
    "letter",
    "inbox",
    "signup",
    "subscribe",
    "locked",
    "app",
    "follow",
    "consent",
    "related",
    "share",
    "ad",
    "comments",
    "close",
    "login",
    "masked",
    "site",
    "site_rate",
    "you",
    "we",
    "prices",
    "sorts",
    "density",
    // Where it leads.
    "links",
    "link_share",
    "story_links",
    "appeal_links",
    "to_give",
    "to_letter",
    "to_join",
    "to_app",
    "to_follow",
    "to_share",
    "to_campaign",
    "to_related",
    // What it holds.
    "buttons",
    "emails",
    "fields",
    "secrets",
    "searches",
    "areas",
    "choices",
    "forms",
    "pictures",
    "frames",
    "headings",
    "items",
    // What it is called.
    "named_give",
    "named_letter",
    "named_join",
    "named_app",
    "named_share",
    "named_related",
    "named_ad",
    "named_comments",
    "named_promo",
    "named_overlay",
    "self_give",
    "self_letter",
    "self_join",
    "self_app",
    "self_related",
    "self_ad",
    "self_promo",
    "self_overlay",
    "within_name",
    "named_consent",
    // Where it stands.
    "header",
    "footer",
    "nav",
    "aside",
    "dialog",
    "form",
    "item",
    "before",
    "after",
    "between",
    "in_container",
    "sandwiched",
    "of_parent",
    "twins",
    "kind",
    "elements",
    "parent_telling",
    "outer_words",
    "hidden",
    "near_area",
    "near_secret",
    "near_comments",
    "story_words",
    "outer_strong",
    "only_child",
    // Signs that only together mean much; a small model would need more pages than there are to put them together itself.
    "plain_ask",
    "mail_form",
    "menu_entry",
    "plea",
    "pleading",
    "repeated",
    "to_store",
    "to_channel",
    "near_plea",
    "story_tells",
    "stops",
];

/// Number of features.
pub const WIDTH: usize = NAMES.len();

/// The place of a feature by its name, found while compiling; a name that is none does not compile.
#[expect(clippy::indexing_slicing, reason = "runs while compiling")]
pub const fn place_of(name: &str) -> usize {
    let mut at = 0;
    while at < WIDTH {
        let (a, b) = (NAMES[at].as_bytes(), name.as_bytes());
        let mut same = 0;
        while same < a.len() && same < b.len() && a[same] == b[same] {
            same += 1;
        }
        if same == a.len() && same == b.len() {
            return at;
        }
        at += 1;
    }
    assert!(at < WIDTH, "no feature of this name");
    at
}

/// The value of a feature by its name.
macro_rules! value {
    ($values:expr, $name:literal) => {
        $values.get(const { $crate::clutter::features::place_of($name) }).copied().unwrap_or(0.0)
    };
}
pub(super) use value;

/// The values of [`NAMES`] for one element.
pub fn values(page: &Page, evidence: &Evidence, id: NodeId) -> [f32; WIDTH] {
    let sums = evidence.sums(page, id);
    let parent = page.parent(id).unwrap_or(id);
    let outer = evidence.sums(page, parent);
    let place = &evidence.place;
    let yes = |b: bool| f32::from(u8::from(b));
    let words = sums.of(Count::Words);
    let per_word = |x: f32| if words > 0.0 { x / words } else { 0.0 };
    let phrases = |class: Class| sums.phrases(class as usize).min(8.0);
    let to = |sign: Sign| sums.addresses(sign as usize).min(8.0);
    let named = |sign: Sign| sums.names(sign as usize).min(8.0);
    let own = |sign: Sign| f32::from(u8::from(evidence.has_name(id, sign as usize)));
    let within = page
        .ancestors(id)
        .take(3)
        .any(|a| [Sign::Give, Sign::Letter, Sign::Join, Sign::App, Sign::Promo].iter().any(|&s| evidence.has_name(a, s as usize)));
    let region = |r: Region| f32::from(u8::from(place.is_in(id, r)));
    let classes = || (Class::Strong as usize..=Class::Follow as usize).map(|c| sums.phrases(c));
    let hits: f32 = classes().sum();
    let sorts = classes().filter(|&n| n > 0.0).count();
    let (before, after, _) = place.around(page, id);
    let sandwiched = match place.neighbours(page, id) {
        (Some(a), Some(b)) => page.parent(a) == Some(parent) && page.parent(b) == Some(parent),
        _ => false,
    };
    // A form, or the box of a few dozen words around: what else is asked for beside the candidate.
    let near = |asks: &dyn Fn(&Sums) -> bool| {
        page.ancestors(id)
            .take(5)
            .map(|a| (a, evidence.sums(page, a)))
            .take_while(|(_, s)| s.of(Count::Words) < 200.0)
            .any(|(_, s)| asks(&s))
    };
    let kind = match page.tag(id) {
        "a" => 0.0,
        "button" => 1.0,
        _ if page.is_inline(id) => 2.0,
        "p" => 3.0,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => 4.0,
        "li" => 5.0,
        "ul" | "ol" => 6.0,
        "form" => 8.0,
        "aside" | "dialog" => 9.0,
        "iframe" => 10.0,
        "header" | "footer" | "nav" => 11.0,
        _ => 7.0,
    };
    let near_area = near(&|s| s.of(Count::TextAreas) > 0.0);
    let near_secret = near(&|s| s.of(Count::SecretFields) > 0.0);
    let near_comments = page.ancestors(id).take(6).any(|a| evidence.has_name(a, Sign::Comments as usize));
    let other_business = near_area || near_secret || near_comments || sums.phrases(Class::Not as usize) > 0.0;
    let in_menu = [Region::Nav, Region::Footer, Region::Header, Region::Item].iter().any(|&r| place.is_in(id, r));
    let asks = sums.phrases(Class::Strong as usize) > 0.0 && sums.of(Count::Asking) > 0.6 * words && (4.0..=60.0).contains(&words);
    let plain_ask = if asks && !in_menu && !other_business && sums.of(Count::StoryLinks) < 1.0 {
        1.0 + yes(sums.of(Count::Calls) > 0.0) + yes(sums.of(Count::AppealLinks) + sums.of(Count::EmailFields) > 0.0) + yes(sorts >= 3)
    } else {
        0.0
    };
    let mail = [Class::Letter, Class::Inbox, Class::Signup].iter().filter(|&&c| sums.phrases(c as usize) > 0.0).count() as f32;
    let mail_form = if sums.of(Count::EmailFields) > 0.0 && !other_business { mail } else { 0.0 };
    let menu_entry = yes(in_menu && words <= 5.0 && sums.of(Count::LinkWords) > 0.8 * words);
    [
        words,
        sums.of(Count::Lines),
        per_word(sums.of(Count::Telling)),
        per_word(sums.of(Count::Asking)),
        phrases(Class::Strong),
        sums.of(Count::Calls).min(8.0),
        sums.of(Count::TellingHeadings),
        yes(evidence.first_tells(page, id)),
        sums.of(Count::Plain),
        words / sums.of(Count::Lines).max(1.0),
        per_word(sums.of(Count::Body)),
        sums.of(Count::PlainBody),
        phrases(Class::Money),
        phrases(Class::Cause),
        phrases(Class::Letter),
        phrases(Class::Inbox),
        phrases(Class::Signup),
        phrases(Class::Subscribe),
        phrases(Class::Locked),
        phrases(Class::App),
        phrases(Class::Follow),
        phrases(Class::Consent),
        phrases(Class::Related),
        phrases(Class::Share),
        phrases(Class::Ad),
        phrases(Class::Comments),
        phrases(Class::Close),
        phrases(Class::Login),
        phrases(Class::Not),
        sums.of(Count::SiteNames).min(6.0),
        per_word(sums.of(Count::SiteNames)),
        per_word(sums.phrases(Class::You as usize)),
        per_word(sums.phrases(Class::We as usize)),
        sums.of(Count::Prices).min(8.0),
        sorts as f32,
        per_word(hits),
        sums.of(Count::Links),
        per_word(sums.of(Count::LinkWords)),
        sums.of(Count::StoryLinks),
        sums.of(Count::AppealLinks),
        to(Sign::Give),
        to(Sign::Letter),
        to(Sign::Join),
        to(Sign::App),
        to(Sign::Follow),
        to(Sign::Share),
        to(Sign::Promo),
        to(Sign::Related),
        sums.of(Count::Buttons),
        sums.of(Count::EmailFields),
        sums.of(Count::TextFields),
        sums.of(Count::SecretFields),
        sums.of(Count::SearchFields),
        sums.of(Count::TextAreas),
        sums.of(Count::Choices),
        sums.of(Count::Forms),
        sums.of(Count::Pictures),
        sums.of(Count::Frames),
        sums.of(Count::Headings),
        sums.of(Count::Lists),
        named(Sign::Give),
        named(Sign::Letter),
        named(Sign::Join),
        named(Sign::App),
        named(Sign::Share),
        named(Sign::Related),
        named(Sign::Ad),
        named(Sign::Comments),
        named(Sign::Promo),
        named(Sign::Overlay),
        own(Sign::Give),
        own(Sign::Letter),
        own(Sign::Join),
        own(Sign::App),
        own(Sign::Related),
        own(Sign::Ad),
        own(Sign::Promo),
        own(Sign::Overlay),
        yes(within),
        named(Sign::Consent),
        region(Region::Header),
        region(Region::Footer),
        region(Region::Nav),
        region(Region::Aside),
        region(Region::Dialog),
        region(Region::Form),
        region(Region::Item),
        yes(before == 0),
        yes(after == 0),
        yes(before > 0 && after > 0),
        yes(place.in_container(page, id)),
        yes(sandwiched),
        if outer.of(Count::Words) > 0.0 { words / outer.of(Count::Words) } else { 1.0 },
        twins(page, id, parent),
        kind,
        (page.end(id).0 - id.0).min(200) as f32,
        if outer.of(Count::Words) > words {
            (outer.of(Count::Telling) - sums.of(Count::Telling)) / (outer.of(Count::Words) - words)
        } else {
            1.0
        },
        (outer.of(Count::Words) - words).min(500.0),
        yes(place.is_hidden(id)),
        yes(near_area),
        yes(near_secret),
        yes(near_comments),
        per_word(sums.of(Count::StoryLinkWords)),
        (outer.phrases(Class::Strong as usize) - sums.phrases(Class::Strong as usize)).min(4.0),
        yes(outer.of(Count::Words) <= words && outer.of(Count::Pictures) <= sums.of(Count::Pictures)),
        plain_ask,
        mail_form,
        menu_entry,
        phrases(Class::Plea),
        per_word(sums.of(Count::Pleading)),
        per_word(sums.of(Count::Repeated)),
        to(Sign::Store),
        to(Sign::Channel),
        (outer.phrases(Class::Plea as usize) - sums.phrases(Class::Plea as usize)).min(4.0),
        evidence.story_tells,
        sums.of(Count::Stops) / sums.of(Count::Lines).max(1.0),
    ]
}

/// Siblings that look the same: lists of many alike are seldom appeals.
fn twins(page: &Page, id: NodeId, parent: NodeId) -> f32 {
    if parent == id {
        return 0.0;
    }
    let first = |n: NodeId| page.attribute(n, "class").and_then(|c| c.split_whitespace().next());
    let (tag, class) = (page.tag(id), first(id));
    page.children(parent).filter(|&s| s != id && page.tag(s) == tag && first(s) == class).take(12).count() as f32
}
