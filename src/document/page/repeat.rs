//! What the text says twice: its title again in the body, a sentence or a quotation told a second time.
//!
//! Restating is good writing, so only the same *words* count: a whole headline, or a run that makes up most of a sentence. Names and
//! lists repeat by nature and are left out.

use std::ops::Range;

use crate::document::page::furniture::LineLabel;
use crate::document::page::line::Line;
use crate::document::page::quote::Quote;
use crate::document::page::seed::{Seeds, roll, says_twice};
use crate::document::page::segment::SegmentKind;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::Token;
use crate::text::align::{Aligned, Keep, align_words, span_of};
use crate::text::span::Span;
use crate::text::word::{Word, each_word};

/// What is said twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RepeatKind {
    /// A headline.
    Title,
    /// A sentence, or most of one.
    Sentence,
    /// A quotation.
    Quotation,
}

/// A place that says what stands earlier in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Repeat {
    /// What it repeats.
    pub kind: RepeatKind,
    /// The later place.
    pub span: Span,
    /// The earlier place.
    pub first: Span,
    /// Words of both.
    pub words: usize,
    /// |A∩B| / |A∪B| of their words.
    pub resemblance: f64,
}

/// What a repeat must have.
const KEEP: Keep = Keep {
    words: 8,
    density: 0.55,
};
/// A shorter repeat must make up this much of a sentence or quotation.
const MOST: f64 = 0.6;
/// A short repeat of plain text must match this closely.
const EXACT: f32 = 0.85;
/// Matched words that are enough by themselves.
const LONG: u32 = 16;
/// Words of four letters and more among them: the rest may be grammar.
const CONTENT: usize = 5;

/// All repeats, by the later place.
///
/// Most articles repeat nothing, so the words are read as a stream, and kept only where some of them stand twice.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    lines: &[Line],
    labels: &[LineLabel],
    sentences: &[Sentence],
    quotes: &[Quote],
) -> Vec<Repeat> {
    let kind = |i: usize| labels.get(i).map_or(SegmentKind::Body, |l| l.kind);
    let lines_of_body = || lines.iter().enumerate().filter(|(i, _)| kind(*i) == SegmentKind::Body);
    let body = || lines_of_body().map(|(_, line)| line.span);
    let mut out = titles(text, lines, kind);
    if !says_twice(tokens, lines_of_body().map(|(_, line)| &line.tokens)) {
        return out;
    }
    let (mut seeds, count) = Seeds::of(text, body());
    if seeds.is_empty() {
        return out;
    }
    let mut words = Vec::with_capacity(count);
    body().for_each(|line| each(text, line, |w| words.push(w)));
    let judge = Judge {
        text,
        words: &words,
        sentences,
        quotes,
    };
    let found = align_words(&words, &words, &mut seeds, KEEP);
    for one in found.iter().filter(|f| f.a.end <= f.b.start) {
        if let Some(repeat) = judge.repeat(one)
            && !out.iter().any(|o| o.span.overlaps(repeat.span))
        {
            out.push(repeat);
        }
    }
    out.sort_by_key(|r| (r.span, r.first));
    out
}

/// The folded words of one line, where they stand in the text.
fn each(text: &str, line: Span, mut word: impl FnMut(Word)) {
    let from = line.start as u32;
    each_word(&text[line], |w| {
        word(Word {
            start: w.start + from,
            end: w.end + from,
            ..w
        });
    });
}

/// No ASCII letter stands first.
const UNTOLD: usize = 0;

/// The first letter or figure of a line, folded, as a byte; [`UNTOLD`] where it may be one beyond ASCII.
fn opening(line: &str) -> usize {
    let first = line.bytes().find(|b| b.is_ascii_alphanumeric() || !b.is_ascii());
    first
        .filter(u8::is_ascii)
        .map_or(UNTOLD, |b| usize::from(b.to_ascii_lowercase()))
}

/// Headlines that stand twice, word for word.
fn titles(text: &str, lines: &[Line], kind: impl Fn(usize) -> SegmentKind) -> Vec<Repeat> {
    // A line as one number, and its words.
    let sum = |line: &Line| {
        let mut sum = (0u64, 0usize);
        each_word(&text[line.span], |w| sum = (roll(sum.0, w.hash), sum.1 + 1));
        sum
    };
    let heads: Vec<(usize, (u64, usize))> = (0..lines.len())
        .filter(|i| kind(*i) == SegmentKind::Title)
        .take(8)
        .map(|i| (i, sum(&lines[i])))
        .filter(|(_, (_, words))| *words >= 3)
        .collect();
    // A line that begins with another letter is not the headline again.
    let mut opens = [false; 256];
    opens[UNTOLD] = true;
    for (i, _) in &heads {
        match opening(&text[lines[*i].span]) {
            UNTOLD => opens.fill(true),
            letter => opens[letter] = true,
        }
    }
    let Some(longest) = heads.iter().map(|(i, _)| lines[*i].span.len()).max() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let again = matches!(kind(i), SegmentKind::Title | SegmentKind::Body) && line.span.len() <= 2 * longest;
        if !again || !opens[opening(&text[line.span])] {
            continue;
        }
        let own = sum(line);
        if let Some((first, _)) = heads.iter().find(|(head, words)| *head < i && *words == own) {
            out.push(Repeat {
                kind: RepeatKind::Title,
                span: line.span,
                first: lines[*first].span,
                words: own.1,
                resemblance: 1.0,
            });
        }
    }
    out
}

struct Judge<'a> {
    text: &'a str,
    words: &'a [Word],
    sentences: &'a [Sentence],
    quotes: &'a [Quote],
}

impl Judge<'_> {
    fn repeat(&self, one: &Aligned) -> Option<Repeat> {
        let (first, again) = (self.span(&one.a), self.span(&one.b));
        if first.is_empty() || again.is_empty() || first.overlaps(again) || self.is_names(&one.a) {
            return None;
        }
        let quoted = |s: Span| self.quotes.iter().any(|q| self.share(q.inner, s) >= MOST);
        let sentence = self.most_of_a_sentence(first) || self.most_of_a_sentence(again);
        let kind = match (quoted(first), quoted(again)) {
            (true, true) => RepeatKind::Quotation,
            (x, y) if x || y || self.in_quotes(first) && self.in_quotes(again) => RepeatKind::Quotation,
            _ => RepeatKind::Sentence,
        };
        // A short repeat of plain text must be nearly exact and stand in one line: two sentences of one frame are not one told twice.
        let one_line = |s: Span| !self.text.get(s.start..s.end).unwrap_or("").contains('\n');
        let exact = kind == RepeatKind::Quotation || one.density() >= EXACT && one_line(first) && one_line(again);
        let part = (sentence && exact) || ((quoted(first) || quoted(again)) && one.is_passage());
        let enough = one.matched >= LONG || part;
        enough.then(|| Repeat {
            kind,
            span: again,
            first,
            words: one.matched as usize,
            resemblance: one.resemblance(),
        })
    }

    fn span(&self, range: &Range<u32>) -> Span {
        let words = self.words.get(range.start as usize..range.end as usize);
        span_of(self.text, words.unwrap_or_default())
    }

    /// Too few long words, or capitals throughout: a name with its titles, an entry of a list.
    fn is_names(&self, range: &Range<u32>) -> bool {
        let words = self
            .words
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default();
        let source = |w: &Word| self.text.get(w.start as usize..w.end as usize).unwrap_or("");
        // A mark typed apart makes no word longer.
        let wide = |w: &Word| {
            source(w)
                .chars()
                .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
                .count()
        };
        let long = words.iter().filter(|w| wide(w) >= 4).count();
        let marked = |w: &&Word| source(w).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let capitals = words.iter().filter(marked).count();
        long < CONTENT || capitals * 2 > words.len()
    }

    fn most_of_a_sentence(&self, span: Span) -> bool {
        let from = self.sentences.partition_point(|s| s.span.end <= span.start);
        let touched = self.sentences[from..].iter().take_while(|s| s.span.start < span.end);
        touched.take(8).any(|s| self.share(s.span, span) >= MOST)
    }

    /// How many of the words of `whole` lie in `part`.
    fn share(&self, whole: Span, part: Span) -> f64 {
        if !whole.overlaps(part) {
            return 0.0;
        }
        let words = |s: Span| {
            let from = self.words.partition_point(|w| (w.start as usize) < s.start);
            let count = self
                .words
                .get(from..)
                .unwrap_or_default()
                .partition_point(|w| (w.start as usize) < s.end);
            count as f64
        };
        let common = Span::new(whole.start.max(part.start), whole.end.min(part.end).max(part.start));
        words(common) / words(whole).max(1.0)
    }

    fn in_quotes(&self, span: Span) -> bool {
        self.quotes.iter().any(|q| q.span.overlaps(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::document::Document;

    fn repeats(text: &str) -> Vec<(RepeatKind, String, String)> {
        let article = Article::new(text);
        let document = Document::new(&article, &[]);
        let of = |s: Span| text[s].to_string();
        document
            .repeats()
            .iter()
            .map(|r| (r.kind, of(r.span), of(r.first)))
            .collect()
    }

    const REST: &str =
        "The port authority said on Monday that the dock would open in May. Workers had waited for months.";

    #[test]
    fn a_title_again_is_a_repeat() {
        let text = format!("New dock opens in May\n\nNew dock opens in May\n\n{REST}");
        let found = repeats(&text);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].0, found[0].1.as_str()),
            (RepeatKind::Title, "New dock opens in May")
        );
        assert!(repeats(&format!("New dock opens in May\n\n{REST}")).is_empty());
    }

    #[test]
    fn a_quotation_told_twice_is_a_repeat() {
        let text = format!(
            "Mayor defends dock\n\nThe mayor said he wants to “finish the northern dock” and “plans to carry out a full review of the harbor.”\n\n{REST}\n\nThe mayor “wants to finish the northern dock and plans to make a full review of the harbor.”"
        );
        let found = repeats(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, RepeatKind::Quotation);
        assert!(found[0].1.contains("full review") && found[0].2.contains("carry out"));
    }

    #[test]
    fn names_and_lists_are_not_repeats() {
        let text = format!(
            "Dock\n\n{REST} Mara Holt, Director of the North Harbor Port Authority Board of Works, agreed.\n\nMara Holt, Director of the North Harbor Port Authority Board of Works, left."
        );
        assert!(repeats(&text).is_empty());
        assert!(repeats(&"ha ".repeat(200)).is_empty());
    }
}
