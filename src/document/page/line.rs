//! Lines and paragraphs.
//!
//! When the text has blank lines, a paragraph is what stands between them; otherwise every line is one. Inside a block a line
//! that is longer than any hard-wrapped one and ends a sentence ends its paragraph too: pages that set their title off by a blank
//! line and nothing else are common.

use std::ops::Range;

use crate::text::span::Span;

/// One line that is not blank, without the white space at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its bytes.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The paragraph it stands in.
    pub paragraph: u32,
}

/// One block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// From its first line's start to its last line's end.
    pub span: Span,
    /// Its lines.
    pub lines: Range<u32>,
    /// Its sentences.
    pub sentences: Range<u32>,
}

/// Cuts a text into its lines and paragraphs; token and sentence ranges are filled by later layers.
pub(crate) fn split_lines(text: &str) -> (Vec<Line>, Vec<Paragraph>) {
    // News has a line in a hundred bytes or more.
    let mut lines: Vec<Line> = Vec::with_capacity(text.len() / 96 + 4);
    let mut after_blank: Vec<bool> = Vec::with_capacity(lines.capacity());
    let mut blank = true;
    let mut any_blank = false;
    let mut from = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain(std::iter::once(text.len()));
    for end in ends {
        let span = Span::new(from, end).trimmed(text);
        from = end + 1;
        if span.is_empty() {
            blank = true;
            continue;
        }
        any_blank |= blank && !lines.is_empty();
        after_blank.push(blank);
        lines.push(Line {
            span,
            tokens: 0..0,
            paragraph: 0,
        });
        blank = false;
    }
    let mut paragraphs: Vec<Paragraph> = Vec::with_capacity(lines.len());
    let mut previous = Span::default();
    for (i, line) in lines.iter_mut().enumerate() {
        let index = i as u32;
        match paragraphs.last_mut() {
            Some(last) if any_blank && !after_blank[i] && !ends_paragraph(&text[previous], &text[line.span]) => {
                last.span = last.span.cover(line.span);
                last.lines.end = index + 1;
            }
            _ => paragraphs.push(Paragraph {
                span: line.span,
                lines: index..index + 1,
                sentences: 0..0,
            }),
        }
        previous = line.span;
        line.paragraph = (paragraphs.len() - 1) as u32;
    }
    (lines, paragraphs)
}

/// The longest line that a mail or terminal program would have wrapped, in bytes.
const WRAPPED: usize = 100;

fn ends_paragraph(line: &str, next: &str) -> bool {
    (line.len() > WRAPPED || next.len() > WRAPPED)
        && line
            .trim_end_matches(['"', '”', '’', '\'', ')', ']', '»'])
            .ends_with(['.', '!', '?', '…'])
}

#[cfg(test)]
mod tests {
    use super::split_lines;

    fn paragraphs(text: &str) -> Vec<&str> {
        split_lines(text).1.iter().map(|p| &text[p.span]).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(paragraphs("a\r\n\r\n b \nc\n\n\n"), ["a", "b \nc"]);
    }

    #[test]
    fn without_blank_lines_every_line_is_one() {
        assert_eq!(paragraphs("a\nb\nc\n\n"), ["a", "b", "c"]);
        assert!(paragraphs(" \n\t\n").is_empty());
    }
}
