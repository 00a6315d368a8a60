//! Lede decides which parts of a news page are appeals, and sums up its article.
//!
//! The way through the crate is one-way: a [`page`] comes in by one of two front doors, [`article`] finds the story, [`clutter`]
//! judges the blocks around and in it, `summary` picks the sentences, `report` is what crosses back. No room knows a later one.
#![forbid(unsafe_code)]

pub mod article;
pub mod clutter;
pub mod error;
pub mod model;
pub mod page;
pub mod summary;
pub mod text;
