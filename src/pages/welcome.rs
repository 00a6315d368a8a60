//! The first-run page.

use super::draw::Drawn;

/// Starts the page.
pub fn start() -> Drawn<()> {
    Ok(())
}
