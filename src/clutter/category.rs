//! The kinds of clutter, by the names that settings, reports and models use.

use serde::{Deserialize, Serialize};

/// A kind of clutter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Asks for money: donations, contributions, paid membership as support.
    Donation,
    /// Asks for an e-mail address to send mail to.
    Newsletter,
    /// Asks to subscribe, register or log in to read.
    Subscribe,
    /// Asks to install an app, to allow notifications, to follow somewhere else.
    App,
    /// Asks for consent to tracking.
    Consent,
    /// Offers other stories.
    Related,
    /// Buttons to share and follow.
    Social,
    /// Sells something for somebody else.
    Ad,
    /// Readers' comments.
    Comments,
}

impl Category {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Category; 9] = [
        Category::Donation,
        Category::Newsletter,
        Category::Subscribe,
        Category::App,
        Category::Consent,
        Category::Related,
        Category::Social,
        Category::Ad,
        Category::Comments,
    ];
    /// The appeals: hidden unless the reader says otherwise.
    pub const NAGS: [Category; 4] = [Category::Donation, Category::Newsletter, Category::Subscribe, Category::App];

    /// The name in settings and reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Category::Donation => "donation",
            Category::Newsletter => "newsletter",
            Category::Subscribe => "subscribe",
            Category::App => "app",
            Category::Consent => "consent",
            Category::Related => "related",
            Category::Social => "social",
            Category::Ad => "ad",
            Category::Comments => "comments",
        }
    }

    /// The category of this name.
    pub fn parse(name: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|c| c.as_str() == name)
    }

    /// Whether it is hidden unless the reader says otherwise.
    pub fn is_nag(self) -> bool {
        Category::NAGS.contains(&self)
    }
}
