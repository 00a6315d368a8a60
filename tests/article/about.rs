//! What is said of the story: headline, author, whether it is locked.

use super::*;

#[test]
fn a_story_is_locked_where_its_data_say_so_and_only_a_beginning_is_shown() {
    let locked = |free: &str, paragraphs: usize| {
        let data = format!("{{\"@type\":\"NewsArticle\",\"headline\":\"Old bridge closed\",\"isAccessibleForFree\":{free}}}");
        let body =
            format!("<script type=application/ld+json>{data}</script><main><article>{HEADLINE}{}</article></main>", story(0, paragraphs));
        find(&page(&body)).1.locked
    };
    for no in ["false", "\"False\""] {
        assert!(locked(no, 3), "{no}");
        assert!(!locked(no, 20), "who has paid sees all of it");
    }
    assert!(!locked("true", 3));
}

#[test]
fn bylines_are_read_in_the_forms_that_pages_print_them() {
    for (printed, name) in [
        ("<p>By Mara Lindt</p>", "Mara Lindt"),
        ("<p>By Mara Lindt, in City, Traffic · 31 Jan 2026, 20:02 · 0 comments</p>", "Mara Lindt"),
        ("<div>Mara Lindt | 05.04.2026 - 10:00</div>", "Mara Lindt"),
        ("<span class=author>Mara Lindt</span> <span class=author>Jon Okafor</span>", "Mara Lindt, Jon Okafor"),
        ("<a rel=author href=/m>Mara Lindt</a>", "Mara Lindt"),
    ] {
        let (_, article) =
            find(&page(&format!("<main><article>{HEADLINE}{printed}<div class=text>{}</div></article></main>", story(0, 6))));
        assert_eq!(article.byline.as_deref(), Some(name), "{printed}");
    }
}

#[test]
fn data_that_name_the_publisher_or_one_of_two_authors_do_not_hide_who_is_printed() {
    let printed = "<span class=author>Mara Lindt</span> <span class=author>Jon Okafor</span>";
    for author in ["Legal Tribune Example", "LTE", "Mara Lindt"] {
        let data = format!(
            "{{\"@type\":\"NewsArticle\",\"author\":{{\"name\":\"{author}\"}},\"publisher\":{{\"name\":\"Legal Tribune Example\"}}}}"
        );
        let (_, article) = find(&page(&format!(
            "<script type=application/ld+json>{data}</script><main><article>{HEADLINE}{printed}{}</article></main>",
            story(0, 6)
        )));
        assert_eq!(article.byline.as_deref(), Some("Mara Lindt, Jon Okafor"), "{author}");
    }
}

#[test]
fn a_heading_in_a_trail_of_breadcrumbs_is_not_the_headline() {
    let (_, article) = find(&page(&format!(
        "<nav class=breadcrumb><ol><li><a href=/>Home</a></li><li><a href=/city>City</a></li><li><h1>Old bridge closed after cracks found</h1></li></ol></nav>\
         <main><article><header><h2>Eleven million for three summers: why the old bridge is closed</h2></header>{}</article></main>",
        story(0, 6)
    )));
    assert_eq!(article.headline.map(|h| h.text).as_deref(), Some("Eleven million for three summers: why the old bridge is closed"));
}
