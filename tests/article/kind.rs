//! Which pages are articles.

use super::*;

#[test]
fn an_article_that_is_a_newsletter_is_an_article() {
    let (_, article) = find(&page(&format!(
        "<main class=newsletter><article class=newsletter-post><h1>The morning newsletter: bridges, ferries and bread</h1><div class=newsletter-body><p>Good morning and welcome to our newsletter, which this week comes from the river.</p>{}</div></article></main>",
        story(0, 7)
    )));
    assert_eq!(article.kind, Kind::Article);
    assert!(article.paragraphs.len() >= 7, "{}", text(&article));
}

#[test]
fn a_thread_of_a_forum_is_read_but_is_no_article() {
    let posts: String = (0..6)
        .map(|i| format!("<article class=message><div class=message-user><a href=/u{i}>rider{i}</a></div><time datetime=2026-03-0{}T10:00>March</time><div class=message-body>{}</div><a href=#reply>Reply</a></article>", i + 1, story(i, i + 1)))
        .collect();
    let (_, article) = find(&page(&format!("<main class=forum-thread><h1>Is the old bridge safe for bicycles?</h1>{posts}</main>")));
    assert_eq!(article.kind, Kind::Other);
    assert!(text(&article).contains("day 0 "), "{}", text(&article));
}

#[test]
fn pages_that_tell_nothing_are_no_articles() {
    let teasers: String = (0..30)
        .map(|i| format!("<article class=teaser><h2><a href=/{i}>Story number {i} about the river and its people</a></h2><p>What happened there on day {i}, who was there and why nobody had thought of it before.</p></article>"))
        .collect();
    let front = page(&format!("<main>{teasers}</main>"));
    let front = html::read(&front, "https://news.example/");
    assert_eq!(article::find(&front, &model()).kind, Kind::Listing);
    for (what, body) in [
        (
            "login",
            "<main><h1>Sign in</h1><form><label>E-mail <input type=email></label><label>Password <input type=password></label><button>Sign in</button></form><p>No account yet? <a href=/join>Create one</a>.</p></main>",
        ),
        ("search", "<main><h1>Search</h1><form role=search><input type=search><button>Search</button></form><p>No results.</p></main>"),
        (
            "tool",
            "<main><h1>Unit converter</h1><form><input name=metres><select><option>feet</select><button>Convert</button></form><p>Enter a length in metres.</p></main>",
        ),
        (
            "shop",
            "<script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"Rain jacket\",\"offers\":{\"@type\":\"Offer\",\"price\":\"89\"}}</script>\
             <main><h1>Rain jacket for long rides and short ones</h1><p>89 euros</p><button>Add to cart</button><p>The jacket keeps the rain out on the long way round, and folds into its own pocket when the sun comes back. It is cut for riding, with a long back and sleeves that stay over the wrists.</p><p>The seams are taped and the zip is covered, and the cloth lets steam out so that the climb to the bridge does not soak it from inside.</p></main>",
        ),
        (
            "manual",
            "<main><h1>Configure the watcher for your project</h1><p>The watcher reads its settings from a file beside the sources. Every key can be given on the command line too, where it wins over the file, so that a script can change one thing without touching the rest.</p><pre>watch:\n  folder: src</pre><p>When a file changes the watcher waits for a quiet moment before it builds, because editors write several times in a row and a build of half a file helps nobody.</p><pre>watch --folder src --quiet 200</pre></main>",
        ),
        (
            "home",
            "<main><section><h1>Software that stays out of the way</h1><p>We make tools for teams that would rather write than administer, and we host them where you are.</p><a href=/start>Get started</a></section><section><h2>For editors</h2><p>Plan, write and publish in one place, and see what is late before it is.</p></section><section><h2>For readers</h2><p>Pages that load in the time it takes to blink, on every device they have.</p></section></main>",
        ),
        ("nothing", ""),
    ] {
        let (_, article) = find(&page(body));
        assert_ne!(article.kind, Kind::Article, "{what}: {}", text(&article));
    }
}
