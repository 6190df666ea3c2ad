//! A byte range of the text as given: the one coordinate every layer speaks.

use std::ops::Index;

use serde::{Deserialize, Serialize};

/// A half-open byte range on character boundaries of an article's text.
///
/// ```
/// use onrecord::Span;
/// let text = "a source said";
/// assert_eq!(&text[Span::new(2, 8)], "source");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; an end before the start gives an empty span at `start`.
    #[inline]
    pub const fn new(start: usize, end: usize) -> Self {
        let end = if end < start { start } else { end };
        Span { start, end }
    }

    /// Length in bytes.
    #[inline]
    pub const fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no byte.
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.end == self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `at` lies inside.
    pub const fn holds(&self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share at least one byte.
    #[inline]
    pub const fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(&self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at its ends.
    pub fn trimmed(&self, text: &str) -> Span {
        let inner = &text[*self];
        let start = self.start + (inner.len() - inner.trim_start().len());
        Span::new(start, start + inner.trim().len())
    }
}

impl Index<Span> for str {
    type Output = str;

    #[inline]
    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}

/// The nearest character boundary at or before byte `at`.
pub(crate) fn floor_boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().take(4).find(|i| text.is_char_boundary(*i)).unwrap_or(at)
}

/// The nearest character boundary at or after byte `at`.
pub(crate) fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len())
        .take(4)
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(text.len())
}

/// Turns byte offsets into 1-based lines and columns (in characters) in one pass over sorted queries.
#[derive(Debug)]
pub(crate) struct LineColumns<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> LineColumns<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        LineColumns {
            text,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// Line and column of a byte offset; queries must not go backwards.
    pub(crate) fn locate(&mut self, byte: usize) -> (u32, u32) {
        let passed = self.text.get(self.at..byte).unwrap_or("").as_bytes();
        let last = memchr::memrchr(b'\n', passed);
        if let Some(last) = last {
            self.line += memchr::memchr_iter(b'\n', &passed[..=last]).count() as u32;
            self.column = 1;
        }
        // Characters are counted by their first bytes.
        let tail = &passed[last.map_or(0, |i| i + 1)..];
        self.column += tail.iter().filter(|b| (**b & 0xC0) != 0x80).count() as u32;
        self.at = self.at.max(byte);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let mut at = LineColumns::new("é\nàb");
        assert_eq!(at.locate(0), (1, 1));
        assert_eq!(at.locate(5), (2, 2));
    }

    #[test]
    fn trimming_keeps_offsets() {
        let text = "  a b ";
        assert_eq!(Span::new(0, text.len()).trimmed(text), Span::new(2, 5));
        assert_eq!(Span::new(0, 2).trimmed(text).len(), 0);
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 2).overlaps(Span::new(2, 4)));
        assert_eq!(Span::new(3, 1), Span::new(3, 3));
    }
}
