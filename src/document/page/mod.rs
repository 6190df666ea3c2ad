//! What stands where on the page: lines, tokens, sentences, quotations, repeats, and which lines are not the story.
//!
//! Knows bytes, marks and the words of pages; no grammar and no sources.

pub mod furniture;
pub mod language;
pub mod line;
pub mod quote;
mod quote_role;
pub mod repeat;
mod seed;
pub mod segment;
pub mod sentence;
pub mod token;
pub(crate) mod tokenize;
pub(crate) mod words;
