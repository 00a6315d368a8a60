//! A line's evidence as the numbers that the learned trees ask for.

use super::names;
use super::opinion::Opinion;
use super::places;
use super::scene::Scene;
use crate::page::NodeId;

/// Names the features and works them out, in one place so that a name cannot get another's value.
macro_rules! features {
    ($(#[$note:meta])* $function:ident($($input:ident: $kind:ty),*) $names:ident { $($before:stmt;)* } $($name:ident = $value:expr,)*) => {
        /// Names of the features, in the order of the values.
        pub const $names: &[&str] = &[$(stringify!($name)),*];
        $(#[$note])*
        pub fn $function($($input: $kind),*) -> [f32; $names.len()] {
            $($before)*
            [$($value),*]
        }
    };
}

fn log(value: f32) -> f32 {
    (value + 1.0).ln()
}

fn yes(condition: bool) -> f32 {
    f32::from(u8::from(condition))
}

/// A part of a whole, nothing of nothing.
pub fn share(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// How far a hint is from the block: 0 its own, 1 near, 2 farther out, 3 nowhere.
fn hint(place: places::Place, hint: names::Hints) -> f32 {
    if place.own & hint > 0 {
        0.0
    } else if place.near & hint > 0 {
        1.0
    } else if place.all & hint > 0 {
        2.0
    } else {
        3.0
    }
}

/// The element's name as a number, the likelier to hold text the higher.
fn tag(tag: &str) -> f32 {
    match tag {
        "p" => 9.0,
        "blockquote" | "pre" => 8.0,
        "li" => 7.0,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => 6.0,
        "div" | "section" | "article" | "main" => 5.0,
        "td" | "th" | "dd" | "dt" | "tr" => 4.0,
        "figcaption" | "caption" => 3.0,
        "address" | "header" | "footer" | "nav" | "aside" => 2.0,
        _ => 1.0,
    }
}

/// What a neighbour is like: its words, its share in links, whether it is a heading. Beyond the page there is nothing.
fn neighbour(scene: &Scene, at: Option<usize>) -> [f32; 3] {
    match at.and_then(|i| scene.lines.get(i)) {
        Some(line) => [log(line.look.words as f32), line.linked, f32::from(line.heading)],
        None => [-1.0, -1.0, -1.0],
    }
}

/// Distances that only look at the order of the lines.
#[derive(Debug)]
pub struct Order {
    /// Lines since the last long one and to the next, capped.
    since: Vec<u16>,
    until: Vec<u16>,
    /// Words of long lines before each line, and in all.
    before: Vec<f32>,
    all: f32,
    first_heart: usize,
    last_heart: usize,
}

impl Order {
    /// Counts through a page's lines.
    pub fn of(scene: &Scene) -> Order {
        const FAR: u16 = 40;
        let count = |flags: &mut dyn Iterator<Item = bool>| {
            let mut distance = FAR;
            flags
                .map(|long| {
                    let here = distance;
                    distance = if long { 0 } else { (distance + 1).min(FAR) };
                    here
                })
                .collect::<Vec<u16>>()
        };
        let since = count(&mut scene.long.iter().copied());
        let mut until = count(&mut scene.long.iter().rev().copied());
        until.reverse();
        let mut all = 0.0;
        let mut before = Vec::with_capacity(scene.lines.len());
        for (line, long) in scene.lines.iter().zip(&scene.long) {
            before.push(all);
            all += if *long { line.look.words as f32 } else { 0.0 };
        }
        let in_heart = |i: &usize| {
            let (Some(line), Some((heart, _))) = (scene.lines.get(*i), scene.heart) else { return false };
            scene.long.get(*i) == Some(&true) && scene.page.contains(heart, line.block)
        };
        let first_heart = (0..scene.lines.len()).find(in_heart).unwrap_or(0);
        let last_heart = (0..scene.lines.len()).rev().find(in_heart).unwrap_or(scene.lines.len());
        Order { since, until, before, all, first_heart, last_heart }
    }
}

features! {
    /// What is known of the line at `i` from itself and its surroundings.
    first(scene: &Scene, order: &Order, i: usize) FIRST {
        let Some(line) = scene.lines.get(i) else { return [0.0; FIRST.len()] };
        let look = line.look;
        let page = scene.page;
        let chars = (look.chars as f32).max(1.0);
        let words = (look.words as f32).max(1.0);
        let place = scene.place(line.block);
        let part = |part: places::Parts| yes(place.parts & part > 0);
        let own = scene.sums(line.block);
        let parent_id = page.parent(line.block).unwrap_or(line.block);
        let grand_id = page.parent(parent_id).unwrap_or(parent_id);
        let parent = scene.sums(parent_id);
        let grand = scene.sums(grand_id);
        let great = scene.sums(page.parent(grand_id).unwrap_or(grand_id));
        let total = scene.sums(NodeId(0));
        let [before_words, before_linked, before_heading] = neighbour(scene, i.checked_sub(1));
        let [after_words, after_linked, after_heading] = neighbour(scene, Some(i + 1));
        let [before2_words, before2_linked, _b] = neighbour(scene, i.checked_sub(2));
        let [after2_words, after2_linked, _a] = neighbour(scene, Some(i + 2));
        let heart = scene.heart.map_or(NodeId(0), |h| h.0);
        let in_heart = page.contains(heart, line.block);
        let best = std::iter::once(line.block).chain(page.ancestors(line.block)).take(5)
            .filter_map(|a| scene.hearts.get(a.index()).copied()).fold(0.0, f32::max);
        let [title, description, body] = scene.said.get(i).copied().unwrap_or_default();
        let (twins, again) = scene.twins.get(i).copied().unwrap_or_default();
        let order_at = |list: &[u16]| f32::from(list.get(i).copied().unwrap_or(0));
        let from_headline = scene.headline.map_or(-99.0, |h| (i as f32 - h as f32).clamp(-50.0, 200.0));
        let heading = f32::from(line.heading);
        let telling_here = scene.outermost_article(line.block);
    }
    words = log(look.words as f32),
    word_length = chars / words,
    stops = look.stops as f32,
    stop_rate = look.stops as f32 / words,
    commas = look.commas as f32 / words,
    bars = look.bars as f32 / words,
    digits = look.digits as f32 / chars,
    capitals = look.capitals as f32 / words,
    signs = (chars - look.letters as f32) / chars,
    ending = f32::from(look.ending),
    linked = line.linked,
    links = line.links as f32,
    dressed = yes(line.dressed),
    tag = tag(page.tag(line.block)),
    heading = heading,
    main = part(places::MAIN),
    article = part(places::ARTICLE),
    inner = part(places::INNER),
    nav = part(places::NAV),
    header = part(places::HEADER),
    footer = part(places::FOOTER),
    aside = part(places::ASIDE),
    form = part(places::FORM),
    control = part(places::CONTROL),
    figure = part(places::FIGURE),
    caption = part(places::CAPTION),
    table = part(places::TABLE),
    list = part(places::LIST),
    quote = part(places::QUOTE),
    code = part(places::CODE),
    dialog = part(places::DIALOG),
    link = part(places::LINK),
    unseen = part(places::UNSEEN),
    story = part(places::STORY),
    section = part(places::SECTION),
    named_story = hint(place, names::STORY),
    named_content = hint(place, names::CONTENT),
    named_byline = hint(place, names::BYLINE),
    named_picture = hint(place, names::PICTURE),
    named_related = hint(place, names::RELATED),
    named_share = hint(place, names::SHARE),
    named_comment = hint(place, names::COMMENT),
    named_side = hint(place, names::SIDE),
    named_around = hint(place, names::AROUND),
    named_appeal = hint(place, names::APPEAL),
    named_head = hint(place, names::HEAD),
    named_bio = hint(place, names::BIO),
    named_box = hint(place, names::BOX),
    named_unseen = hint(place, names::UNSEEN),
    named_tags = hint(place, names::TAGS),
    named_card = hint(place, names::CARD),
    depth = page.depth(line.block) as f32,
    below_heart = if in_heart { page.depth(line.block) as f32 - page.depth(heart) as f32 } else { -1.0 },
    heart = share(best, scene.heart.map_or(0.0, |h| h.1)),
    own_lines = log(own.lines),
    own_words = log(own.words),
    parent_words = log(parent.words),
    parent_lines = log(parent.lines),
    parent_long = share(parent.long, parent.words),
    parent_linked = share(parent.linked, parent.words),
    parent_own = share(parent.own, total.long),
    grand_words = log(grand.words),
    grand_long = share(grand.long, grand.words),
    grand_linked = share(grand.linked, grand.words),
    grand_all = share(grand.long, total.long),
    great_long = share(great.long, great.words),
    great_linked = share(great.linked, great.words),
    great_all = share(great.long, total.long),
    line_words = share(grand.words, grand.lines),
    page_long = share(total.long, total.words),
    page_words = log(total.long),
    before_words = before_words,
    before_linked = before_linked,
    before_heading = before_heading,
    after_words = after_words,
    after_linked = after_linked,
    after_heading = after_heading,
    before2_words = before2_words,
    before2_linked = before2_linked,
    after2_words = after2_words,
    after2_linked = after2_linked,
    since = order_at(&order.since),
    until = order_at(&order.until),
    passed = share(order.before.get(i).copied().unwrap_or(0.0), order.all),
    from_first = (i as f32 - order.first_heart as f32).clamp(-60.0, 60.0),
    from_last = (i as f32 - order.last_heart as f32).clamp(-60.0, 60.0),
    from_headline = from_headline,
    title = title,
    description = description,
    data = body,
    twins = f32::from(twins),
    again = yes(again),
    other_article = if telling_here.is_none() { 0.0 } else if telling_here == scene.told_in { 1.0 } else if scene.told_in.is_none() { 2.0 } else { 3.0 },
    named_consent = hint(place, names::CONSENT),
    uncommented = log(scene.uncommented),
}

features! {
    /// What is known of the line at `i` when all lines were judged once.
    second(scene: &Scene, opinion: &Opinion, i: usize) SECOND {
        let Some(line) = scene.lines.get(i) else { return [0.0; SECOND.len()] };
        let page = scene.page;
        let look = line.look;
        let words = (look.words as f32).max(1.0);
        let place = scene.place(line.block);
        let chance = |at: Option<usize>| at.and_then(|j| opinion.chance.get(j)).copied().unwrap_or(-0.1);
        let parent_id = page.parent(line.block).unwrap_or(line.block);
        let grand_id = page.parent(parent_id).unwrap_or(parent_id);
        let great_id = page.parent(grand_id).unwrap_or(grand_id);
        let window = |from: usize, to: usize| opinion.chance.get(from..to.min(opinion.chance.len())).unwrap_or_default();
        let mean = |list: &[f32]| share(list.iter().sum(), list.len() as f32);
        let before4 = mean(window(i.saturating_sub(4), i));
        let after4 = mean(window(i + 1, i + 5));
        let top_before = window(i.saturating_sub(8), i).iter().copied().fold(0.0, f32::max);
        let top_after = window(i + 1, i + 9).iter().copied().fold(0.0, f32::max);
        let passed = opinion.before.get(i).copied().unwrap_or(0.0);
        let [title, description, body] = scene.said.get(i).copied().unwrap_or_default();
        let (twins, again) = scene.twins.get(i).copied().unwrap_or_default();
        let telling_here = scene.outermost_article(line.block);
        let (branch, up) = scene.branch(line.block, opinion.best);
        let inner = if up == 0 {
            std::iter::once(line.block).chain(page.ancestors(line.block)).take_while(|&a| a != opinion.best).last().unwrap_or(line.block)
        } else {
            branch
        };
    }
    chance = chance(Some(i)),
    before = chance(i.checked_sub(1)),
    after = chance(Some(i + 1)),
    before2 = chance(i.checked_sub(2)),
    after2 = chance(Some(i + 2)),
    before4 = before4,
    after4 = after4,
    top_before = top_before,
    top_after = top_after,
    own = opinion.purity(line.block),
    parent = opinion.purity(parent_id),
    grand = opinion.purity(grand_id),
    great = opinion.purity(great_id),
    in_parent = share(opinion.likely(parent_id), opinion.all),
    in_grand = share(opinion.likely(grand_id), opinion.all),
    in_great = share(opinion.likely(great_id), opinion.all),
    in_best = yes(page.contains(opinion.best, line.block)),
    best_above = yes(line.block < opinion.best),
    best = opinion.purity(opinion.best),
    passed = share(passed, opinion.all),
    rest = log(opinion.all - passed),
    gone = log(passed),
    all = log(opinion.all),
    words = log(look.words as f32),
    stop_rate = look.stops as f32 / words,
    ending = f32::from(look.ending),
    linked = line.linked,
    tag = tag(page.tag(line.block)),
    heading = f32::from(line.heading),
    list = yes(place.parts & places::LIST > 0),
    unseen = yes(place.parts & places::UNSEEN > 0),
    dressed = yes(line.dressed),
    title = title,
    description = description,
    data = body,
    twins = f32::from(twins),
    again = yes(again),
    from_headline = scene.headline.map_or(-99.0, |h| (i as f32 - h as f32).clamp(-50.0, 200.0)),
    up = up as f32,
    branch = opinion.purity(inner),
    in_branch = share(opinion.likely(inner), opinion.all),
    section = opinion.section.get(i).copied().unwrap_or(0.0),
    section_after = opinion.section_after.get(i).copied().unwrap_or(-0.1),
    same_before = yes(scene.alike(i, i.checked_sub(1))),
    same_after = yes(scene.alike(i, Some(i + 1))),
    named_comment = hint(place, names::COMMENT),
    named_consent = hint(place, names::CONSENT),
    uncommented = log(scene.uncommented),
    other_article = if telling_here.is_none() { 0.0 } else if telling_here == scene.told_in { 1.0 } else if scene.told_in.is_none() { 2.0 } else { 3.0 },
}
