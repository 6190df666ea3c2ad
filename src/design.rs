//! Design: which words mean what, which layer stands on which, how one sentence goes through them, what to touch to add something.
//!
#![doc = include_str!("design.md")]
