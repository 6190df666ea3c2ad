//! The partition of the page: title, body, furniture, inserted, caption, credit.

use serde::{Deserialize, Serialize};

use crate::document::page::line::Line;
use crate::text::span::Span;

/// What a run of text is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SegmentKind {
    /// A headline of this story.
    Title,
    /// The story.
    Body,
    /// Recurring page text: teasers, share lines, navigation.
    Furniture,
    /// Text of another story.
    Inserted,
    /// The text of a picture.
    Caption,
    /// Byline, date line, source or photo credit.
    Credit,
}

/// A run of bytes of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Segment {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub kind: SegmentKind,
}

impl Segment {
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Partitions a text by the kinds of its lines, then lets `over` (spans inside the text, sorted) override.
pub(crate) fn partition(
    len: usize,
    lines: &[Line],
    kinds: &[SegmentKind],
    over: &[(Span, SegmentKind)],
) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    let mut push = |start: usize, end: usize, kind: SegmentKind, fresh: bool| match out.last_mut() {
        _ if start >= end => {}
        // The story runs on; a line of the page is a part by itself.
        Some(last) if last.kind == kind && (matches!(kind, SegmentKind::Body | SegmentKind::Title) || !fresh) => {
            last.end = end;
        }
        _ => out.push(Segment { start, end, kind }),
    };
    let mut over = over.iter().copied().filter(|(s, _)| !s.is_empty()).peekable();
    let mut at = 0;
    for i in 0..lines.len() {
        // A line's run reaches to the next line, so that blank lines belong to what stands before them.
        let end = lines.get(i + 1).map_or(len, |n| n.span.start);
        let kind = kinds.get(i).copied().unwrap_or(SegmentKind::Body);
        let line_start = at;
        while at < end {
            while over.peek().is_some_and(|(s, _)| s.end <= at) {
                over.next();
            }
            match over.peek() {
                Some((s, k)) if s.start <= at => {
                    let to = s.end.min(end);
                    push(at, to, *k, at == line_start);
                    at = to;
                }
                Some((s, _)) if s.start < end => {
                    push(at, s.start, kind, at == line_start);
                    at = s.start;
                }
                _ => {
                    push(at, end, kind, at == line_start);
                    at = end;
                }
            }
        }
    }
    push(at, len, SegmentKind::Body, true);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;

    #[test]
    fn the_partition_covers_every_byte() {
        let text = " a\n\nbb\nccc\n";
        let (lines, _) = split_lines(text);
        let kinds = [SegmentKind::Title, SegmentKind::Body, SegmentKind::Furniture];
        let parts = partition(text.len(), &lines, &kinds, &[(Span::new(5, 6), SegmentKind::Credit)]);
        assert_eq!(parts.first().map(|p| p.start), Some(0));
        assert!(parts.windows(2).all(|w| w[0].end == w[1].start));
        assert_eq!(
            parts.last().map(|p| (p.end, p.kind)),
            Some((text.len(), SegmentKind::Furniture))
        );
        assert!(
            parts
                .iter()
                .any(|p| p.span() == Span::new(5, 7) || p.kind == SegmentKind::Credit)
        );
    }

    #[test]
    fn nothing_is_one_empty_partition() {
        assert!(partition(0, &[], &[], &[]).is_empty());
        assert_eq!(partition(2, &[], &[], &[]).len(), 1);
    }
}
