//! Ground floor: bytes and words. No grammar, no journalism.

pub mod align;
pub mod fold;
pub(crate) mod inflect;
pub(crate) mod intern;
pub(crate) mod known;
mod letter;
pub mod lexicon;
pub mod shingle;
pub mod span;
pub(crate) mod stem;
pub(crate) mod table;
mod walk;
pub mod word;
