//! What a block looks like before a word of it is weighed: headline over prose, open lines, keyboard and style sheet.

use crate::document::insertion::lexeme::Word;
use crate::document::insertion::material::Material;
use crate::document::insertion::tables::mark;
use std::ops::Range;

use crate::document::page::furniture::LineLabel;
use crate::document::page::line::Line;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::{Token, TokenKind};
use crate::text::span::Span;

/// Counts of what a writer's keyboard, habit and style sheet decide.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks(pub(super) [u32; Marks::KINDS]);

impl Marks {
    pub(super) const CURLY_APOSTROPHE: usize = 0;
    pub(super) const STRAIGHT_APOSTROPHE: usize = 1;
    pub(super) const CURLY_QUOTE: usize = 2;
    pub(super) const STRAIGHT_QUOTE: usize = 3;
    pub(super) const LONG_DASH: usize = 4;
    pub(super) const DOUBLE_DASH: usize = 5;
    pub(super) const I: usize = 6;
    pub(super) const YOU: usize = 7;
    pub(super) const HE: usize = 8;
    pub(super) const SHE: usize = 9;
    pub(super) const MISTER: usize = 10;
    pub(super) const SAID: usize = 11;
    pub(super) const SAYS: usize = 12;
    pub(super) const PAST: usize = 13;
    pub(super) const PRESENT: usize = 14;
    pub(super) const STOP: usize = 15;
    pub(super) const FORMULA: usize = 16;
    pub(super) const PAGE: usize = 17;
    const KINDS: usize = 18;

    const WORDS: [(u32, usize); 12] = [
        (mark::I, Self::I),
        (mark::YOU, Self::YOU),
        (mark::HE, Self::HE),
        (mark::SHE, Self::SHE),
        (mark::MISTER, Self::MISTER),
        (mark::SAID, Self::SAID),
        (mark::SAYS, Self::SAYS),
        (mark::PAST, Self::PAST),
        (mark::PRESENT, Self::PRESENT),
        (mark::STOP, Self::STOP),
        (mark::FORMULA, Self::FORMULA),
        (mark::PAGE, Self::PAGE),
    ];

    pub(super) fn count(&mut self, marks: u32) {
        if marks == 0 {
            return;
        }
        if marks == mark::STOP {
            self.0[Self::STOP] += 1;
            return;
        }
        for (bit, kind) in Self::WORDS {
            self.0[kind] += u32::from(marks & bit != 0);
        }
    }

    pub(super) fn add(&mut self, other: Marks) {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a += b;
        }
    }
}

/// The same of one block, as they are kept for each: a block has no more of any than two bytes count.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BlockMarks([u16; Marks::KINDS]);

impl From<Marks> for BlockMarks {
    fn from(marks: Marks) -> BlockMarks {
        BlockMarks(marks.0.map(|count| u16::try_from(count).unwrap_or(u16::MAX)))
    }
}

impl From<BlockMarks> for Marks {
    fn from(marks: BlockMarks) -> Marks {
        Marks(marks.0.map(u32::from))
    }
}

/// How a block reads as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BlockShape {
    pub(super) opens_quote: bool,
    /// A headline line over prose.
    pub(super) teaser: bool,
    /// Reads as a note on the author.
    pub(super) note: bool,
    /// Opens with "one of them", "both of these": part of what stands before, whatever words follow.
    pub(super) refers_back: bool,
    /// Ends with a colon: what follows is announced.
    pub(super) announces: bool,
    /// Ends without a closing mark, as a heading inside the story does.
    pub(super) open_end: bool,
    /// Opens a quotation that it does not close.
    pub(super) quote_open: bool,
    /// Ends with a credit in brackets: "(Jane Roe/The Daily Paper)".
    pub(super) credited: bool,
    pub(super) lines: u32,
    /// Lines that end without a closing mark.
    pub(super) open_lines: u32,
    /// Register marks of its first word.
    pub(super) opener: u32,
}

/// One block.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) span: Span,
    pub(super) tokens: (u32, u32),
    pub(super) entries: (u32, u32),
    pub(super) runs: (u32, u32),
    pub(super) sentences: u32,
    pub(super) words: u32,
    pub(super) content: u32,
    pub(super) marks: BlockMarks,
    pub(super) shape: BlockShape,
    /// Weight of its stems, and the share that other blocks hold.
    pub(super) mass: f32,
    pub(super) coverage: f32,
}

/// The blocks that can be story: paragraphs with a line that is neither furniture nor credit. A headline over prose is one block even
/// where its closing mark made it a paragraph.
pub(super) fn blocks(material: Material<'_>, known: &[Word]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(material.paragraphs.len());
    let mut at = 0;
    while let Some(paragraph) = material.paragraphs.get(at) {
        let mut lines = paragraph.lines.clone();
        let mut sentences = paragraph.sentences.clone();
        if let Some(prose) = material.paragraphs.get(at + 1)
            && lines.len() == 1
            && material
                .labels
                .lines
                .get(lines.start as usize)
                .is_none_or(LineLabel::is_story)
            && breaks(material, at) == 1
            && breaks(material, at + 1) != 1
            && (at == 0 || breaks(material, at - 1) > 1)
        {
            lines.end = prose.lines.end;
            sentences.end = prose.sentences.end;
            at += 1;
        }
        at += 1;
        out.extend(block(material, known, lines, sentences));
    }
    out
}

/// Line breaks behind a paragraph; 0 behind the last.
fn breaks(material: Material<'_>, paragraph: usize) -> usize {
    let (Some(here), Some(next)) = (
        material.paragraphs.get(paragraph),
        material.paragraphs.get(paragraph + 1),
    ) else {
        return 0;
    };
    let gap = material.text.get(here.span.end..next.span.start).unwrap_or_default();
    gap.bytes().filter(|b| *b == b'\n').take(2).count()
}

fn block(material: Material<'_>, known: &[Word], range: Range<u32>, sentences: Range<u32>) -> Option<Block> {
    let range = range.start as usize..range.end as usize;
    let lines = material.lines.get(range.clone())?;
    let label = |i: usize| material.labels.lines.get(i).map_or(SegmentKind::Body, |l| l.kind);
    let kept = range
        .clone()
        .any(|i| matches!(label(i), SegmentKind::Body | SegmentKind::Title | SegmentKind::Inserted));
    let (first, last) = (lines.first()?, lines.last()?);
    if !kept {
        return None;
    }
    let span = first.span.cover(last.span);
    let tokens = (first.tokens.start, last.tokens.end);
    Some(Block {
        span,
        tokens,
        entries: (0, 0),
        runs: (0, 0),
        sentences: sentences.end.saturating_sub(sentences.start),
        words: 0,
        content: 0,
        marks: BlockMarks::default(),
        shape: shape(material, known, lines, span, tokens),
        mass: 0.0,
        coverage: 0.0,
    })
}

fn closes(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '"' | '”' | '\'' | '’' | ')' | '…')
}

fn shape(material: Material<'_>, known: &[Word], lines: &[Line], span: Span, tokens: (u32, u32)) -> BlockShape {
    let text = &material.text[span];
    let first = lines.first().map_or("", |l| &material.text[l.span]);
    let headline = lines
        .first()
        .is_some_and(|l| is_headline(first, || words(material, (l.tokens.start, l.tokens.end))));
    let prose = lines.get(1).map_or("", |l| &material.text[l.span]);
    BlockShape {
        opens_quote: text.starts_with(['"', '“']),
        teaser: headline
            && (2..=3).contains(&lines.len())
            && lines.iter().skip(1).map(|l| l.span.len() + 1).sum::<usize>() > 40
            && text.ends_with(closes)
            && !prose.starts_with(char::is_lowercase),
        note: is_note(material, known, text, tokens),
        refers_back: material.word(tokens.0 + 1) == "of"
            && matches!(material.word(tokens.0 + 2), "them" | "these" | "those" | "whom"),
        announces: text.ends_with(':'),
        open_end: !text.ends_with(closes) && !text.ends_with(':'),
        quote_open: leaves_quote_open(lines.last().map_or("", |l| &material.text[l.span])),
        credited: text.ends_with(')')
            && text
                .rfind('(')
                .is_some_and(|at| text[at..].contains('/') && text.len() - at < 120),
        lines: lines.len() as u32,
        open_lines: lines
            .iter()
            .filter(|l| !material.text[l.span].ends_with(closes))
            .count() as u32,
        opener: 0,
    }
}

/// Whether the last quotation of a line goes on in the next paragraph, as a long one does.
fn leaves_quote_open(line: &str) -> bool {
    let bytes = line.as_bytes();
    let (mut open, mut straight) = (0i32, false);
    for i in memchr::memchr2_iter(b'"', 0xE2, bytes) {
        match (bytes[i], bytes.get(i + 1..i + 3)) {
            (b'"', _) => straight = !straight,
            (_, Some([0x80, 0x9C])) => open += 1,
            (_, Some([0x80, 0x9D])) => open -= 1,
            _ => {}
        }
    }
    open > 0 || straight
}

fn words(material: Material<'_>, range: (u32, u32)) -> usize {
    material
        .tokens
        .get(range.0 as usize..range.1 as usize)
        .unwrap_or_default()
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
        .count()
}

fn is_headline(line: &str, words: impl FnOnce() -> usize) -> bool {
    !line.starts_with(|c: char| c.is_lowercase() || matches!(c, '-' | '•' | '*' | '('))
        && !line.ends_with([':', ',', ';'])
        && (!line.ends_with('.') || line.ends_with("..."))
        && (3..=22).contains(&words())
}

/// Most words of the tokens have a capital, so that capitals tell nothing.
pub(super) fn is_heady(tokens: &[Token]) -> bool {
    let (mut worded, mut capitals) = (0usize, 0usize);
    for token in tokens {
        worded += usize::from(token.kind == TokenKind::Word);
        capitals += usize::from(token.is_capital());
    }
    worded > 3 && capitals * 10 > worded * 6
}

/// "Jane Roe is a professor of law …", "By Jane Roe": furniture of its own kind, never a foreign story.
fn is_note(material: Material<'_>, known: &[Word], text: &str, range: (u32, u32)) -> bool {
    if text.starts_with("By ") {
        return true;
    }
    let tokens = material
        .tokens
        .get(range.0 as usize..range.1 as usize)
        .unwrap_or_default();
    if tokens.len() > 80 {
        return false;
    }
    let mut is = false;
    for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
        let marks = known.get(token.word.0 as usize).map_or(0, |w| w.marks);
        if marks & mark::BE_NOTED != 0 || is && marks & mark::AUTHOR != 0 {
            return true;
        }
        is |= marks & mark::BE != 0;
    }
    false
}

/// Up to four first blocks that are headlines: one short line each without a closing mark, or marked as titles.
pub(super) fn titles(material: Material<'_>, blocks: &[Block]) -> usize {
    blocks
        .iter()
        .take(4)
        .take_while(|b| {
            let text = &material.text[b.span];
            b.shape.lines == 1 && words(material, b.tokens) <= 25 && !text.ends_with(['.', '!', '?', '"', '”'])
        })
        .count()
}

/// Which quote marks, apostrophes and dashes a text uses.
pub(super) fn typography(text: &str) -> Marks {
    let mut marks = Marks::default();
    let bytes = text.as_bytes();
    for i in memchr::memchr3_iter(b'\'', b'"', 0xE2, bytes) {
        let kind = match (bytes[i], bytes.get(i + 1..i + 3)) {
            (b'\'', _) => Marks::STRAIGHT_APOSTROPHE,
            (b'"', _) => Marks::STRAIGHT_QUOTE,
            (_, Some([0x80, 0x99])) => Marks::CURLY_APOSTROPHE,
            (_, Some([0x80, 0x9C | 0x9D])) => Marks::CURLY_QUOTE,
            (_, Some([0x80, 0x94])) => Marks::LONG_DASH,
            _ => continue,
        };
        marks.0[kind] += 1;
    }
    let doubled = |i: &usize| matches!(i.checked_sub(1).map(|i| bytes[i]), Some(b'-' | b' '));
    marks.0[Marks::DOUBLE_DASH] += memchr::memchr_iter(b'-', bytes).filter(doubled).count() as u32;
    marks
}
