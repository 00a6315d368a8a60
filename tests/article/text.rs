//! What is taken for the story's text, whatever is around it.

use super::*;

#[test]
fn the_story_is_its_paragraphs_and_nothing_around_them() {
    let (_, article) = find(&page(&format!(
        "<main><article>{HEADLINE}<div class=byline>By Mara Lindt</div><div class=body>{}</div></article>{RELATED}</main>",
        story(0, 6)
    )));
    assert_eq!(article.kind, Kind::Article);
    assert_eq!(article.paragraphs.len(), 6, "{}", text(&article));
    assert!(article.paragraphs.iter().all(|p| p.kind == ParagraphKind::Text));
    assert_eq!(article.headline.as_ref().map(|h| h.text.as_str()), Some("Old bridge closed after cracks found"));
    assert_eq!(article.byline.as_deref(), Some("Mara Lindt"));
    assert_eq!(article.lang.as_deref(), Some("en"));
}

#[test]
fn a_body_split_over_siblings_is_found_whole() {
    let (page, article) = find(&page(&format!(
        "<main>{HEADLINE}<div class=part>{}</div><div class=slot><span>Advertisement</span></div><div class=part>{}</div><div class=slot></div><div class=part>{}</div>{RELATED}</main>",
        story(0, 3),
        story(3, 6),
        story(6, 9)
    )));
    let text = text(&article);
    assert_eq!((0..9).filter(|i| text.contains(&format!("day {i} "))).count(), 9, "{text}");
    assert!(!text.contains("Market hall"), "{text}");
    assert!(article.paragraphs.iter().all(|p| article.nodes.iter().any(|&n| page.contains(n, p.node))));
}

#[test]
fn a_hidden_copy_of_the_story_is_not_told_twice() {
    for hiding in ["style='display: none'", "hidden", "aria-hidden=true"] {
        let (_, article) = find(&page(&format!(
            "<main><article>{HEADLINE}<div class=body>{}</div></article></main><div {hiding} class=print>{}</div>",
            story(0, 6),
            story(0, 6)
        )));
        assert_eq!(text(&article).matches("day 3 ").count(), 1, "{hiding}: {}", text(&article));
    }
}

#[test]
fn a_copy_that_the_browser_does_not_show_is_not_told_twice() {
    let body = story(0, 6).replace("<p>", "<p\n\"").replace("</p>", "\n>");
    let copy = body.clone();
    let source = format!(
        "lede-snapshot 1\nurl https://news.example/a\n\n<html\n<body\n<main\n<article\n<h1\n\"Old bridge closed\n>\n<div\n{body}>\n>\n>\n<div\t:invisible\n{copy}>\n>\n>"
    );
    let page = snapshot::read(&source).expect("a snapshot");
    let article = article::find(&page, &model());
    assert_eq!(text(&article).matches("day 3 ").count(), 1, "{}", text(&article));
}

#[test]
fn text_directly_in_a_container_is_read_between_its_breaks() {
    let told = story(0, 6).replace("<p>", "").replace("</p>", "<br><br>");
    let (_, article) = find(&page(&format!("<table><tr><td>{HEADLINE}<div id=story>{told}</div></td></tr></table>")));
    assert_eq!(article.paragraphs.len(), 6, "{}", text(&article));
}

#[test]
fn comments_under_the_story_are_not_its_text() {
    let comments: String = (0..8)
        .map(|i| format!("<li class=comment><div class=comment-author>reader{i} says:</div><p>I drove over it every day and never felt safe, so good that somebody finally looked at it, number {i}.</p><a href=#r>Reply</a></li>"))
        .collect();
    let (_, article) = find(&page(&format!(
        "<main><article>{HEADLINE}<div class=entry-content>{}</div></article><section id=comments class=comments><h3>8 comments</h3><ol>{comments}</ol></section></main>",
        story(0, 8)
    )));
    let text = text(&article);
    assert!(text.contains("day 7 ") && !text.contains("never felt safe"), "{text}");
}

#[test]
fn a_live_blog_is_all_of_its_entries() {
    let entries: String = (0..8)
        .map(|i| {
            format!(
                "<div class=entry><time datetime=2026-03-0{}T10:00>10:0{i}</time><h3>Update {i} from the bridge</h3>{}</div>",
                i + 1,
                story(i, i + 2)
            )
        })
        .collect();
    let (_, article) = find(&page(&format!("<main><article>{HEADLINE}<div class=live>{entries}</div></article></main>")));
    let text = text(&article);
    assert_eq!((0..9).filter(|i| text.contains(&format!("day {i} "))).count(), 9, "{text}");
}

#[test]
fn div_soup_has_a_story_too() {
    let soup = story(0, 7).replace("<p>", "<div class=x1><div class=k9>").replace("</p>", "</div></div>");
    let (_, article) =
        find(&page(&format!("<div class=a><div class=b><div class=c>{HEADLINE}</div><div class=d>{soup}</div></div></div>")));
    assert_eq!(article.paragraphs.len(), 7, "{}", text(&article));
}

#[test]
fn scripts_without_spaces_and_from_right_to_left_are_read() {
    let told = [
        (
            "ja",
            "市は、古い橋の橋脚に亀裂が見つかったため、月曜日から通行止めにすると発表した。バスは遠回りの道を走り、住民は渡し船を利用している。",
        ),
        ("zh", "市政府表示，工程师在旧桥的两个桥墩上发现了裂缝，因此从星期一起封闭这座桥，公共汽车将绕行，居民可以免费乘坐渡船过河。"),
        ("th", "เทศบาลประกาศปิดสะพานเก่าตั้งแต่วันจันทร์ หลังจากวิศวกรพบรอยร้าวที่ตอม่อสองแห่ง รถโดยสารต้องอ้อมไปอีกทางและชาวบ้านใช้เรือข้ามฟากแทน"),
        (
            "ar",
            "أغلقت البلدية الجسر القديم يوم الاثنين بعد أن وجد المهندسون شقوقا في اثنتين من دعائمه، وتسلك الحافلات الآن الطريق الطويل، ويعبر السكان النهر بالعبارة.",
        ),
    ];
    for (lang, sentence) in told {
        let paragraphs: String = (1..8).map(|i| format!("<p>{sentence} {i}</p>")).collect();
        let (_, article) = find(&format!(
            "<html lang={lang}><body dir=auto><nav><a href=/>{lang}</a> <a href=/b>{lang}</a></nav><main><article><h1>{}</h1><div>{paragraphs}</div></article></main></body></html>",
            sentence.chars().take(20).collect::<String>()
        ));
        assert_eq!(article.kind, Kind::Article, "{lang}");
        assert_eq!(article.paragraphs.len(), 7, "{lang}: {}", text(&article));
        assert_eq!(article.lang.as_deref(), Some(lang));
    }
}

#[test]
fn a_consent_text_is_not_the_story() {
    let consent = "<div id=consent class=cookie-dialog role=dialog><h2>Your privacy</h2><p>We and our partners store and read information on your device, such as identifiers and cookies, to measure how our pages are used and to show advertising that fits your interests.</p><p>You can accept this, refuse it, or choose among the purposes; you may change your mind at any time at the foot of every page.</p><button>Accept</button></div>";
    let (_, article) = find(&page(&format!("<main><article>{HEADLINE}<div class=body>{}</div></article></main>{consent}", story(0, 7))));
    assert!(!text(&article).contains("identifiers"), "{}", text(&article));
}

#[test]
fn subheads_lists_quotations_and_code_keep_their_kind() {
    let (_, article) = find(&page(&format!(
        "<main><article>{HEADLINE}<div class=body>{}<h2>What the engineers found</h2>{}<ul><li>Cracks in two piers, the longest of them a metre and a half</li><li>Rust on the bearings of the eastern ramp</li></ul>{}<blockquote><p>We will not open a bridge that we would not walk over ourselves, and that is all there is to say.</p></blockquote>{}<pre>load(max) = 3.5 t\nspan = 41 m</pre>{}</div></article></main>",
        story(0, 2),
        story(2, 4),
        story(4, 5),
        story(5, 6),
        story(6, 8)
    )));
    let kind = |part: &str| article.paragraphs.iter().find(|p| p.text.contains(part)).map(|p| p.kind);
    assert_eq!(kind("What the engineers"), Some(ParagraphKind::Heading), "{}", text(&article));
    assert_eq!(kind("Cracks in two piers, the"), Some(ParagraphKind::ListItem));
    assert_eq!(kind("walk over ourselves"), Some(ParagraphKind::Quote));
    assert_eq!(kind("load(max)"), Some(ParagraphKind::Preformatted));
}

#[test]
fn the_datas_text_helps_to_find_and_is_never_shown() {
    let data = "{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closed after cracks found\",\"author\":{\"name\":\"Mara Lindt\"},\"datePublished\":\"2026-03-02T09:00:00+01:00\",\"articleBody\":\"This text stands nowhere on the page and so it must not be shown to anybody who reads it, although it is long enough to look like one. \"}";
    let (_, article) =
        find(&page(&format!("<script type=application/ld+json>{data}</script><main><article>{HEADLINE}{}</article></main>", story(0, 6))));
    assert!(!text(&article).contains("nowhere on the page"));
    assert_eq!(article.byline.as_deref(), Some("Mara Lindt"));
    assert_eq!(article.published.as_deref(), Some("2026-03-02T09:00:00+01:00"));
}

#[test]
fn in_endless_reading_the_story_that_the_title_names_is_the_current_one() {
    let first = format!("<article><h1>Ferry sails again after eleven months</h1>{}</article>", story(0, 5));
    let second = format!("<article>{HEADLINE}{}</article>", story(5, 10));
    let (_, article) = find(&page(&format!("<main>{first}{second}</main>")));
    assert_eq!(article.headline.as_ref().map(|h| h.text.as_str()), Some("Old bridge closed after cracks found"));
    assert_eq!(article.paragraphs.len(), 5, "{}", text(&article));
    assert!(text(&article).contains("day 7") && !text(&article).contains("day 2"));
}

#[test]
fn in_endless_reading_what_the_page_once_said_of_itself_does_not_decide() {
    let first = format!("<article><h1>Ferry sails again after eleven months</h1>{}</article>", story(0, 5));
    let second = format!("<article>{HEADLINE}{}</article>", story(5, 10));
    let html = page(&format!("<main>{first}{second}</main>"));
    let old = "<meta property=\"og:title\" content=\"Ferry sails again after eleven months\"></head>";
    let (_, article) = find(&html.replacen("</head>", old, 1));
    assert_eq!(article.headline.as_ref().map(|h| h.text.as_str()), Some("Old bridge closed after cracks found"));
    assert!(text(&article).contains("day 7") && !text(&article).contains("day 2"), "{}", text(&article));
}
