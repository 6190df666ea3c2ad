//! The signals, one folder each; none imports another.
//!
//! # How to add a rule
//!
//! In the signal's folder only: a `static Rule` with two or more `flags` and `passes`, its name in the signal's `rules`, the few
//! lines that raise it, and a `.txt` if it is lexical. Tests, the table in the README, scoring and renderers pick it up.
//!
//! # How to add a signal
//!
//! Copy the smallest folder, rename, add its `mod` line and `&x::SIGNAL` to [`ALL`]. If you must touch `score.rs`, `report.rs` or
//! `render/`, stop: the design is wrong there.

pub mod anonymous_sources;
pub mod attribution_chains;
pub mod boilerplate;
pub mod editorializing;
pub mod headline;
pub mod inserted_text;
pub mod sourcing;

use crate::finding::Rule;
use crate::signal::Signal;

/// Every built-in signal, in the order of the report.
pub static ALL: &[&Signal] = &[
    &anonymous_sources::SIGNAL,
    &attribution_chains::SIGNAL,
    &sourcing::SIGNAL,
    &editorializing::SIGNAL,
    &headline::SIGNAL,
    &boilerplate::SIGNAL,
    &inserted_text::SIGNAL,
];

/// The built-in rules, in the order of the report.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    ALL.iter().flat_map(|signal| signal.rules.iter().copied())
}

/// The built-in rule of an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
