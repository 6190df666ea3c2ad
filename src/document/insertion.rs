//! Foreign blocks: runs of paragraphs or sentences that do not belong to the story.

use crate::text::span::Span;

/// A block that does not belong.
#[derive(Clone, Debug, PartialEq)]
pub struct Insertion {
    /// Where.
    pub span: Span,
    /// 0 to 1, at a prior of three blocks in a hundred articles.
    pub confidence: f64,
    /// The facts that decided: name and value.
    pub facts: Vec<(&'static str, String)>,
}
