//! Line labels: which lines are page furniture, and which facts decided.

use crate::document::line::{Line, Paragraph};
use crate::document::segment::{SegmentKind, headline};
use crate::document::sentence::Sentence;
use crate::document::token::{Token, Vocabulary};
use crate::text::span::Span;

/// What a line is, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LineLabel {
    /// Its kind.
    pub kind: SegmentKind,
    /// 0 to 1.
    pub confidence: f64,
    /// The facts that decided, strongest first.
    pub facts: Vec<&'static str>,
}

/// The labels of an article's lines, and credits that stand inside a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLabels {
    /// One a line.
    pub lines: Vec<LineLabel>,
    /// Parts of lines with a kind of their own ("Source: CNN" behind the last sentence), sorted.
    pub parts: Vec<(Span, SegmentKind)>,
}

/// Labels every line.
pub(crate) fn label(
    text: &str,
    body_start: usize,
    lines: &[Line],
    paragraphs: &[Paragraph],
    _sentences: &[Sentence],
    _tokens: &[Token],
    _vocabulary: &Vocabulary,
) -> PageLabels {
    let title = if body_start > 0 {
        None
    } else {
        headline(text, lines, paragraphs)
    };
    let labels = lines.iter().enumerate().map(|(i, line)| {
        let is_title = line.span.end <= body_start || title == Some(i as u32);
        LineLabel {
            kind: if is_title {
                SegmentKind::Title
            } else {
                SegmentKind::Body
            },
            confidence: 1.0,
            facts: Vec::new(),
        }
    });
    PageLabels {
        lines: labels.collect(),
        parts: Vec::new(),
    }
}
