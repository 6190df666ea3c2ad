//! Methods: what the score measures, on what data, with figures; what it can't say, how it can be gamed, how to gate.
//!
#![doc = include_str!("methods.md")]
