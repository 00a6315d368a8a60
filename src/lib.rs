//! Lede.
#![forbid(unsafe_code)]
