//! How the sidebar is to look, as far as the browser must be told.

use crate::settings::{Appearance, PageRoom, Side, Theme, WIDTHS};
use serde::Serialize;

/// Pixels that are left of a page that moves aside in a wide window: a column of text with a margin. Below, it is covered instead.
const ROOM_OF_PAGE: u32 = 720;
/// Up to this width of the window the sidebar is a sheet at the bottom (`sidebar.css`), for which no page moves aside.
const SHEET: u32 = 600;

/// How the sidebar looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Look {
    /// Light, dark, or as the browser has it.
    pub theme: Theme,
    /// At which edge it stands.
    pub side: Side,
    /// Its width in CSS pixels.
    pub width: u32,
    /// The least it can have,
    pub least: u32,
    /// and the most.
    pub most: u32,
    /// Size of its text in percent.
    pub text: u32,
    /// From which width of the window on the page moves aside; nothing where it never does.
    pub push: Option<u32>,
}

impl Look {
    /// What follows from the settings.
    pub fn of(appearance: &Appearance) -> Look {
        let push = match appearance.page {
            PageRoom::Auto => Some(appearance.width + ROOM_OF_PAGE),
            PageRoom::Push => Some(SHEET + 1),
            PageRoom::Overlay => None,
        };
        Look {
            theme: appearance.theme,
            side: appearance.side,
            width: appearance.width,
            least: *WIDTHS.start(),
            most: *WIDTHS.end(),
            text: appearance.text,
            push,
        }
    }
}
