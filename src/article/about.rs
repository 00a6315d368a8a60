//! What a page says about itself in its head and in JSON-LD: claims, to be believed where the text bears them out.

use super::json::Value;
use crate::page::{NodeId, Page};

/// The claims, each as found.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Headlines in the order of trust: the article's own data, `og:title`, the document's title.
    pub headlines: Vec<String>,
    /// Authors' names.
    pub authors: Vec<String>,
    /// When it was published, as written.
    pub published: Vec<String>,
    /// The publisher's name.
    pub site: Option<String>,
    /// The declared language, as written.
    pub lang: Option<String>,
    /// A sentence or two on what the page is about.
    pub description: Option<String>,
    /// The page's data call it an article of some kind.
    pub says_article: bool,
    /// The page's data call it a list, a front page, a profile.
    pub says_listing: bool,
    /// The page's data call it something to buy, to use, to ask or to talk in.
    pub says_other: bool,
    /// The page's data say that not all of it is free to read.
    pub says_locked: bool,
    /// The text of the article as the page's data give it.
    pub body: Option<String>,
}

/// schema.org types whose pages are articles.
const ARTICLES: &[&str] = &[
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "AskPublicNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "AdvertiserContentArticle",
    "SatiricalArticle",
    "ScholarlyArticle",
    "TechArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "Report",
    "Review",
    "Recipe",
    "ClaimReview",
];
/// schema.org types whose pages list articles.
const LISTINGS: &[&str] = &["CollectionPage", "ItemList", "SearchResultsPage", "ProfilePage", "ContactPage", "Blog"];
/// schema.org types whose pages tell no story, whatever text they have.
const OTHERS: &[&str] = &[
    "Product",
    "ProductGroup",
    "Offer",
    "SoftwareApplication",
    "WebApplication",
    "MobileApplication",
    "JobPosting",
    "QAPage",
    "DiscussionForumPosting",
    "APIReference",
    "CheckoutPage",
];
/// Most values of a page's JSON-LD that are looked at.
const MOST_VALUES: usize = 4000;

impl About {
    /// Collects the claims of a page.
    pub fn of(page: &Page) -> About {
        let mut about = About::default();
        for script in page.json_ld() {
            if let Some(value) = Value::read(script) {
                about.read(&value);
            }
        }
        let mut og = Vec::new();
        let mut title = None;
        for id in page.ids() {
            match page.tag(id) {
                "meta" => about.meta(page, id, &mut og),
                "title" if title.is_none() => title = Some(page.text(id)).filter(|t| !t.is_empty()),
                "html" => {
                    about.lang = page.attribute(id, "lang").map(str::to_owned).filter(|l| !l.trim().is_empty());
                }
                "body" => break,
                _ => {}
            }
        }
        about.headlines.extend(og);
        about.headlines.extend(title);
        let site = about.site.clone();
        for headline in &mut about.headlines {
            let end = story(headline, site.as_deref()).len();
            headline.truncate(end);
        }
        about
    }

    fn read(&mut self, root: &Value) {
        let mut waiting: Vec<&Value> = vec![root];
        let mut seen = 0;
        while let Some(value) = waiting.pop() {
            seen += 1;
            if seen > MOST_VALUES {
                break;
            }
            match value {
                Value::List(items) => waiting.extend(items.iter().rev()),
                Value::Map(_) => {
                    let is = |types: &[&str]| {
                        value.get("@type").is_some_and(|t| t.items().iter().filter_map(Value::text).any(|t| types.contains(&bare(t))))
                    };
                    if is(ARTICLES) {
                        self.article(value);
                    } else {
                        self.says_listing |= is(LISTINGS);
                        self.says_other |= is(OTHERS);
                        if self.site.is_none() && is(&["WebSite", "NewsMediaOrganization"]) {
                            self.site = value.get("name").and_then(Value::text).map(clean);
                        }
                    }
                    waiting.extend(["mainEntityOfPage", "mainEntity", "@graph"].iter().filter_map(|name| value.get(name)));
                }
                _ => {}
            }
        }
    }

    fn article(&mut self, value: &Value) {
        let first = !self.says_article;
        self.says_article = true;
        // A page may describe other articles too; its own comes first.
        if !first {
            return;
        }
        let text = |name: &str| value.get(name).and_then(|v| v.items().iter().find_map(Value::text)).map(clean);
        self.headlines.extend(text("headline").or_else(|| text("name")));
        self.published.extend(text("datePublished").or_else(|| text("dateCreated")));
        self.description = text("description");
        self.body = text("articleBody");
        for author in value.get("author").map(Value::items).unwrap_or_default() {
            let name = author.text().or_else(|| author.get("name").and_then(|n| n.items().iter().find_map(Value::text)));
            self.authors.extend(name.map(clean));
        }
        if let Some(name) = value.get("publisher").and_then(|p| p.items().iter().find_map(|p| p.get("name").and_then(Value::text))) {
            self.site = Some(clean(name));
        }
        self.says_locked |= value.get("isAccessibleForFree").is_some_and(|v| match v {
            Value::Text(t) | Value::Bare(t) => t.eq_ignore_ascii_case("false"),
            _ => false,
        });
    }

    fn meta(&mut self, page: &Page, id: NodeId, og: &mut Vec<String>) {
        let content = page.attribute(id, "content").map(str::trim).filter(|c| !c.is_empty());
        let Some(content) = content.map(clean) else { return };
        let name = page.attribute(id, "property").or_else(|| page.attribute(id, "name")).or_else(|| page.attribute(id, "itemprop"));
        match name.unwrap_or("").to_ascii_lowercase().as_str() {
            "og:title" => og.insert(0, content),
            "twitter:title" | "headline" | "dc.title" | "sailthru.title" => og.push(content),
            "og:site_name" => self.site = Some(content),
            "og:type" => {
                self.says_article |= content.eq_ignore_ascii_case("article");
                self.says_other |= content.get(..7).is_some_and(|c| c.eq_ignore_ascii_case("product"));
            }
            "description" | "og:description" if self.description.is_none() => self.description = Some(content),
            "author" | "article:author" | "parsely-author" | "dc.creator" | "byl" | "sailthru.author" | "dcterms.creator"
                if self.authors.is_empty() && !content.contains("//") =>
            {
                self.authors.push(content);
            }
            "article:published_time"
            | "date"
            | "dc.date"
            | "dc.date.issued"
            | "dcterms.created"
            | "dcterms.date"
            | "parsely-pub-date"
            | "pubdate"
            | "publishdate"
            | "publish-date"
            | "sailthru.date"
            | "datepublished"
            | "last-modified"
            | "article:published" => {
                self.published.push(content);
            }
            _ => {}
        }
    }
}

/// Words up to which the last part of a title is the publisher's name.
const NAME: usize = 4;

/// A title without the publisher's name that many pages put behind it.
fn story<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    for bar in [" | ", " - ", " – ", " — ", " :: ", " • "] {
        if let Some((story, name)) = title.rsplit_once(bar)
            && story.split_whitespace().count() >= 2
            && (Some(name.trim()) == site || (bar != " – " && bar != " — " && name.split_whitespace().count() <= NAME))
        {
            return story.trim_end();
        }
    }
    title
}

/// A type without the address of its vocabulary.
fn bare(kind: &str) -> &str {
    kind.rsplit(['/', '#', ':']).next().unwrap_or(kind)
}

/// One line; the entities that pages leave in their JSON are read.
fn clean(text: &str) -> String {
    let mut out = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (entity, c) in
        [("&quot;", "\""), ("&#039;", "'"), ("&#39;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&amp;", "&")]
    {
        if out.contains(entity) {
            out = out.replace(entity, c);
        }
    }
    out
}
