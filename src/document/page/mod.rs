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

use crate::article::Article;
use crate::document::page::segment::SegmentKind;
use crate::text::span::Span;

/// The longest text whose offsets fit the token layer, in bytes; a longer one is reported, not annotated.
pub const MAX_BYTES: usize = u32::MAX as usize - 1;

/// Gives back what a long list was grown for and does not fill; a short one is not worth the call.
pub(crate) fn fitted<T>(mut list: Vec<T>) -> Vec<T> {
    if (list.capacity() - list.len()) * size_of::<T>() > SPARE {
        list.shrink_to_fit();
    }
    list
}

/// Bytes of a list that it may have to spare.
const SPARE: usize = 16_384;

/// The places of an article that are not its story (furniture, captions and credits), sorted; the layers above are not built.
pub fn page_text(article: &Article) -> Vec<Span> {
    let text = article.text();
    if text.len() > MAX_BYTES {
        return Vec::new();
    }
    let (mut lines, mut paragraphs) = line::split_lines(text);
    let (tokens, vocabulary) = tokenize::tokenize(text, &mut lines);
    let sentences = sentence::segment(text, &tokens, &vocabulary, &lines, &mut paragraphs);
    let labels = furniture::label(
        text,
        article.body_start(),
        &lines,
        &paragraphs,
        &sentences,
        &tokens,
        &vocabulary,
    );
    let whole = lines.iter().zip(&labels.lines);
    let mut out: Vec<Span> = whole
        .filter(|(_, l)| !matches!(l.kind, SegmentKind::Body | SegmentKind::Title))
        .map(|(line, _)| line.span)
        .collect();
    out.extend(labels.parts.iter().map(|p| p.span));
    out.sort();
    out
}
