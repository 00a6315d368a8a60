//! How the sidebar looks: what of the settings may travel with the reader's browser account, since it tells nothing of what is read.

use serde::Serialize;
use std::ops::RangeInclusive;

/// Widths of the sidebar in CSS pixels: from the narrowest that holds a sentence to half of a common screen.
pub const WIDTHS: RangeInclusive<u32> = 280..=720;
/// Sizes of its text in percent of the usual one.
pub const TEXT_SIZES: RangeInclusive<u32> = 80..=200;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the browser has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where the sidebar stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// At the left edge.
    Left,
    /// At the right edge.
    #[default]
    Right,
}

/// How the page makes room for the sidebar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PageRoom {
    /// Moves aside where the window is wide, is covered where it is narrow.
    #[default]
    Auto,
    /// Always moves aside.
    Push,
    /// Is always covered.
    Overlay,
}

/// How the sidebar looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Appearance {
    /// Light or dark.
    pub theme: Theme,
    /// At which edge.
    pub side: Side,
    /// In CSS pixels, one of [`WIDTHS`].
    pub width: u32,
    /// In percent, one of [`TEXT_SIZES`].
    pub text: u32,
    /// How the page makes room.
    pub page: PageRoom,
}

impl Default for Appearance {
    fn default() -> Self {
        // 384: some 48 characters of the summary's text a line, the lower end of what reads well.
        Appearance { theme: Theme::default(), side: Side::default(), width: 384, text: 100, page: PageRoom::default() }
    }
}

/// The names in settings, for each of the three.
macro_rules! names {
    ($($kind:ident { $($value:ident = $name:literal),+ })+) => { $(
        impl $kind {
            /// All of them, in the order in which they are offered.
            pub const ALL: &[$kind] = &[$($kind::$value),+];

            /// The name in settings.
            pub fn as_str(self) -> &'static str {
                match self { $($kind::$value => $name),+ }
            }

            /// The one of this name.
            pub fn parse(name: &str) -> Option<$kind> {
                $kind::ALL.iter().copied().find(|v| v.as_str() == name)
            }
        }
    )+ };
}

names! {
    Theme { Auto = "auto", Light = "light", Dark = "dark" }
    Side { Left = "left", Right = "right" }
    PageRoom { Auto = "auto", Push = "push", Overlay = "overlay" }
}
