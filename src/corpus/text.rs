//! A text to be compared, and which of two came first.

use crate::text::span::Span;

/// One text of a comparison, with what is known about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text<'a> {
    /// The text.
    pub text: &'a str,
    /// Places that are left out (furniture), sorted.
    pub skip: &'a [Span],
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// When, ISO 8601.
    pub published: Option<&'a str>,
}

/// Which of two texts had a passage first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum First {
    /// This one.
    This,
    /// The other one.
    Other,
    /// It cannot be told.
    Unknown,
}
