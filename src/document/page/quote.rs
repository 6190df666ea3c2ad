//! Quotations: what stands between quote marks, and what the marks are there for.
//!
//! One pass over the quote marks of each paragraph. A mark opens or closes by its shape (`“ ”`, `„ “`, `« »`, `‘ ’`) and by its
//! neighbours: an opening mark touches the word behind it, a closing one the word before it. A single mark is an apostrophe until both
//! ends are found in one paragraph; `5"` is five inches, `the officials' plan` a possessive, `'em` a word.
//!
//! The same marks may stand inside themselves (`“He said “no” and left,” she said`): when the next two marks both close, so does each of
//! two that opened. A double quotation that its paragraph leaves open runs to the paragraph's end: speech over several paragraphs is written so, each
//! paragraph opening anew. Whether speech is attributed to anybody is the question of [`attribution`](crate::document::attribution).
//!
//! # Examples
//!
//! ```
//! use onrecord::document::page::quote::QuoteRole;
//! use onrecord::{Article, Document};
//!
//! let article = Article::new("The so-called “experts” met. “He told us ‘never again’, and we believed him,” Roe said.");
//! let document = Document::new(&article, &[]);
//! let quotes = document.quotes();
//! assert_eq!(quotes.len(), 3);
//! assert_eq!(quotes[0].role, QuoteRole::Scare);
//! assert_eq!(quotes[1].role, QuoteRole::Speech);
//! assert!(quotes[2].is_nested());
//! ```

use serde::{Deserialize, Serialize};

use crate::document::page::line::Paragraph;
pub use crate::document::page::quote_role::QuoteRole;
use crate::document::page::quote_role::{LONG, RoleReader, SHORT};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, TokenKind};
use crate::document::page::words::{self, PageWord};
use crate::text::span::Span;

/// Which marks enclose a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Mark {
    /// `"…"`, `“…”`, `„…“`, `''…''`, `«…»`
    Double,
    /// `'…'`, `‘…’`, `‚…‘`, `‹…›`
    Single,
}

/// A span between quote marks. It need not be attributed to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// Without its marks.
    pub inner: Span,
    /// Tokens with its marks: first and one past the last.
    pub tokens: std::ops::Range<u32>,
    /// Which marks.
    pub mark: Mark,
    /// Whether it is closed in its paragraph.
    pub closed: bool,
    /// The quotation that holds it, an index into [`Document::quotes`](crate::Document::quotes).
    pub parent: Option<u32>,
    /// What it is used for.
    pub role: QuoteRole,
}

impl Quote {
    /// Whether another quotation holds it.
    pub fn is_nested(&self) -> bool {
        self.parent.is_some()
    }
}

/// Finds the quotations of every paragraph, in order of their first mark.
pub(crate) fn find(text: &str, tokens: &[Token], paragraphs: &[Paragraph], sentences: &[Sentence]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for paragraph in paragraphs {
        let range = sentences
            .get(paragraph.sentences.start as usize..paragraph.sentences.end as usize)
            .unwrap_or(&[]);
        let (Some(first), Some(last)) = (range.first(), range.last()) else {
            continue;
        };
        let before = quotes.len();
        let mut reader = Reader {
            text,
            tokens,
            from: first.tokens.start as usize,
            to: (last.tokens.end as usize).min(tokens.len()),
            double: None,
            outer: None,
            single: None,
            quotes: &mut quotes,
        };
        reader.read();
        nest(quotes.get_mut(before..).unwrap_or(&mut []), before as u32);
    }
    quotes
}

/// Sorts the quotations of one paragraph and notes which holds which; they never cross.
fn nest(quotes: &mut [Quote], first: u32) {
    if quotes.len() < 2 {
        return;
    }
    quotes.sort_unstable_by_key(|q| (q.tokens.start, std::cmp::Reverse(q.tokens.end)));
    let mut open: Vec<(u32, u32)> = Vec::new();
    for (at, quote) in quotes.iter_mut().enumerate() {
        while open.last().is_some_and(|(_, end)| *end <= quote.tokens.start) {
            open.pop();
        }
        quote.parent = open.last().map(|(id, _)| *id);
        open.push((first + at as u32, quote.tokens.end));
    }
}

/// Which side of a quotation a mark stands on, by its shape.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Tells nothing of its side: `"`, `''`, `'`.
    Straight,
    Open,
    Close,
    /// `„`, which `“` closes.
    Low,
    /// `«` and `»`, which open on either side.
    Angle,
}

fn shape_of(mark: &str) -> Option<(Mark, Side)> {
    Some(match mark {
        "\"" | "''" | "″" => (Mark::Double, Side::Straight),
        "“" | "``" | "‟" => (Mark::Double, Side::Open),
        "”" => (Mark::Double, Side::Close),
        "„" => (Mark::Double, Side::Low),
        "«" | "»" => (Mark::Double, Side::Angle),
        "'" => (Mark::Single, Side::Straight),
        "‘" => (Mark::Single, Side::Open),
        "’" => (Mark::Single, Side::Close),
        "‚" => (Mark::Single, Side::Low),
        "‹" | "›" => (Mark::Single, Side::Angle),
        _ => return None,
    })
}

/// A mark that waits for its other end.
#[derive(Clone, Copy)]
struct Waiting {
    at: usize,
    shape: Side,
}

struct Reader<'a, 'q> {
    text: &'a str,
    tokens: &'a [Token],
    from: usize,
    to: usize,
    double: Option<Waiting>,
    /// The double mark around [`Reader::double`], where two of one kind stand in each other.
    outer: Option<Waiting>,
    single: Option<Waiting>,
    quotes: &'q mut Vec<Quote>,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        for at in self.from..self.to {
            match self.mark(at) {
                Some((Mark::Double, shape)) => self.double(at, shape),
                Some((Mark::Single, shape)) => self.single(at, shape),
                None => {}
            }
        }
        // Speech that goes on in the next paragraph.
        if let Some(open) = self.double.filter(|open| open.at + 1 < self.to) {
            self.drop_single(open.at);
            self.push(open.at, self.to - 1, Mark::Double, false);
        } else if let Some(open) = self.single
            && open.at == self.from
            && open.shape == Side::Open
            && self.to - open.at > LONG
        {
            self.push(open.at, self.to - 1, Mark::Single, false);
        }
    }

    /// Whether a mark touches what stands before it and what stands behind it.
    fn touches(&self, at: usize) -> (bool, bool) {
        let Some(token) = self.tokens.get(at) else {
            return (false, false);
        };
        let before = self
            .text
            .get(..token.start as usize)
            .and_then(|t| t.chars().next_back());
        let behind = self.text.get(token.end as usize..).and_then(|t| t.chars().next());
        let closing =
            |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '—' | '–');
        let opening = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–');
        (before.is_some_and(|c| !opening(c)), behind.is_some_and(|c| !closing(c)))
    }

    fn double(&mut self, at: usize, shape: Side) {
        let (before, behind) = self.touches(at);
        let closes = before && !behind;
        let opens = behind && !before;
        let Some(open) = self.double else {
            // A closing mark that nothing opened, inches.
            if !closes {
                self.double = Some(Waiting { at, shape });
            }
            return;
        };
        let ends = match shape {
            Side::Close => true,
            Side::Open if open.shape == Side::Low => true,
            Side::Straight | Side::Angle | Side::Open | Side::Low => !opens,
        };
        if !ends && self.outer.is_none() && shape == open.shape && self.two_close(at) {
            self.drop_single(open.at);
            self.outer = self.double.replace(Waiting { at, shape });
            return;
        }
        // A mark that opens while one is open: the first was never closed.
        self.drop_single(open.at);
        if ends {
            self.push(open.at, at, Mark::Double, true);
            self.double = self.outer.take();
        } else {
            if at > open.at + 1 {
                self.push(open.at, at - 1, Mark::Double, false);
            }
            self.double = Some(Waiting { at, shape });
        }
    }

    /// Whether the next two double marks of the paragraph both stand behind what they close.
    fn two_close(&self, at: usize) -> bool {
        let next = |from: usize| {
            let mut marks = (from..self.to).filter_map(|i| Some((i, self.mark(i)?)));
            marks.find_map(|(i, (mark, shape))| (mark == Mark::Double).then_some((i, shape)))
        };
        let closes = |(i, shape): (usize, Side)| {
            let (before, behind) = self.touches(i);
            shape == Side::Close || shape != Side::Open && before && !behind
        };
        next(at + 1).is_some_and(|one| closes(one) && next(one.0 + 1).is_some_and(closes))
    }

    fn single(&mut self, at: usize, shape: Side) {
        let (before, behind) = self.touches(at);
        if let Some(open) = self.single {
            let turns = shape == Side::Close
                || shape == Side::Straight
                || shape == Side::Angle
                || shape == Side::Open && open.shape == Side::Low;
            if turns && before && !self.letter_behind(at) && !self.possesses(at, open.at) {
                // One that would close over an open double quotation was an apostrophe.
                if self.double.is_none_or(|d| d.at < open.at) {
                    self.push(open.at, at, Mark::Single, true);
                }
                self.single = None;
                return;
            }
        }
        if shape != Side::Close && behind && !self.letter_before(at) && !self.elides(at) {
            self.single = Some(Waiting { at, shape });
        }
    }

    /// A single mark that stood open inside the double quotation that ends here, or around it, was an apostrophe.
    fn drop_single(&mut self, from: usize) {
        if self.single.is_some_and(|s| s.at > from) {
            self.single = None;
        }
    }

    fn letter_before(&self, at: usize) -> bool {
        let start = self.tokens.get(at).map_or(0, |t| t.start as usize);
        self.text
            .get(..start)
            .and_then(|t| t.chars().next_back())
            .is_some_and(char::is_alphanumeric)
    }

    fn letter_behind(&self, at: usize) -> bool {
        let end = self.tokens.get(at).map_or(0, |t| t.end as usize);
        self.text
            .get(end..)
            .and_then(|t| t.chars().next())
            .is_some_and(char::is_alphanumeric)
    }

    /// `the officials' plan`: behind an "s" and before a word in lower case, when the quotation would be long, or when a mark that
    /// plainly closes it stands further on.
    fn possesses(&self, at: usize, open: usize) -> bool {
        let s = at
            .checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| w.ends_with(['s', 'S']));
        let goes_on = self
            .word(at + 1)
            .is_some_and(|w| w.starts_with(|c: char| c.is_lowercase()));
        s && goes_on && (at - open > SHORT || self.closed_behind(at))
    }

    /// Whether a single mark follows soon that stands behind a comma or stop.
    fn closed_behind(&self, at: usize) -> bool {
        (at + 1..self.to.min(at + AHEAD)).any(|i| {
            let single = self.mark(i).is_some_and(|(mark, _)| mark == Mark::Single);
            single && matches!(self.source(i - 1), "," | "." | "!" | "?")
        })
    }

    fn source(&self, at: usize) -> &str {
        let span = self.tokens.get(at).map_or(0..0, |t| t.start as usize..t.end as usize);
        self.text.get(span).unwrap_or("")
    }

    fn mark(&self, at: usize) -> Option<(Mark, Side)> {
        self.tokens.get(at).filter(|t| t.kind == TokenKind::Quote)?;
        shape_of(self.source(at))
    }

    /// `'em`, `'tis`, `'90s`: letters left out.
    fn elides(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else {
            return true;
        };
        let word = &self.text[next.span()];
        next.kind == TokenKind::Number || words::is_written(PageWord::Elision, word)
    }

    fn word(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?;
        self.text.get(token.start as usize..token.end as usize)
    }

    fn roles(&self) -> RoleReader<'_> {
        RoleReader {
            text: self.text,
            tokens: self.tokens,
            from: self.from,
        }
    }

    fn push(&mut self, from: usize, to: usize, mark: Mark, closed: bool) {
        let (Some(first), Some(last)) = (self.tokens.get(from), self.tokens.get(to)) else {
            return;
        };
        let end = if closed { last.start } else { last.end } as usize;
        self.quotes.push(Quote {
            span: Span::new(first.start as usize, last.end as usize),
            inner: Span::new(first.end as usize, end.max(first.end as usize)),
            tokens: from as u32..to as u32 + 1,
            mark,
            closed,
            parent: None,
            role: self.roles().role(from, to, closed),
        });
    }
}

/// How far a closing single mark is looked for behind an apostrophe, in tokens.
const AHEAD: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::{line, sentence, tokenize};

    fn quotes(text: &str) -> Vec<Quote> {
        let (mut lines, mut paragraphs) = line::split_lines(text);
        let (tokens, vocabulary) = tokenize::tokenize(text, &mut lines);
        let sentences = sentence::segment(text, &tokens, &vocabulary, &lines, &mut paragraphs);
        find(text, &tokens, &paragraphs, &sentences)
    }

    fn inner(text: &str) -> Vec<String> {
        quotes(text).iter().map(|q| text[q.inner].to_string()).collect()
    }

    fn roles(text: &str) -> Vec<QuoteRole> {
        quotes(text).iter().map(|q| q.role).collect()
    }

    #[test]
    fn every_style_of_marks_makes_a_quotation() {
        for text in [
            "He said \"we waited\" twice.",
            "He said “we waited” twice.",
            "He said ''we waited'' twice.",
            "He said ``we waited'' twice.",
            "He said „we waited“ twice.",
            "He said «we waited» twice.",
            "He said »we waited« twice.",
            "He said 'we waited' twice.",
            "He said ‘we waited’ twice.",
        ] {
            assert_eq!(inner(text), ["we waited"], "{text}");
        }
    }

    #[test]
    fn an_apostrophe_is_no_quote_mark() {
        assert!(quotes("The officials' plan and the miners' pay, rock 'n' roll, the '90s and 'em all.").is_empty());
        assert!(quotes("The crews’ boats and the owners’ sheds stood ’til May.").is_empty());
        assert!(quotes("A 6'3\" man with a 5\" knife.").is_empty());
        assert_eq!(
            inner("'The officials' plan was late,' Roe said."),
            ["The officials' plan was late,"]
        );
        assert_eq!(inner("The 'experts' say so."), ["experts"]);
    }

    #[test]
    fn a_quotation_inside_another_knows_its_parent() {
        let found = quotes("“He told us ‘never again’, and left,” Roe said. “We wept.”");
        let parents: Vec<_> = found.iter().map(|q| q.parent).collect();
        assert_eq!(parents, [None, Some(0), None]);
        let found = quotes("‘He told us “never again”, and left,’ Roe said.");
        assert_eq!(found.iter().map(|q| q.parent).collect::<Vec<_>>(), [None, Some(0)]);
        assert!(found[1].is_nested() && !found[0].is_nested());
    }

    #[test]
    fn the_same_marks_may_stand_inside_themselves() {
        for text in [
            "“He said “no” and left,” Roe said. “We wept.”",
            "\"He said \"no\" and left,\" Roe said. \"We wept.\"",
            "''He said ''no'' and left,'' Roe said. ''We wept.''",
        ] {
            let parents: Vec<_> = quotes(text).iter().map(|q| (q.parent, q.closed)).collect();
            assert_eq!(parents, [(None, true), (Some(0), true), (None, true)], "{text}");
        }
        // The first was never closed.
        let found = quotes("“We waited. “Then they came,” Roe said. “Good.”");
        assert!(found.iter().all(|q| q.parent.is_none()) && !found[0].closed);
    }

    #[test]
    fn an_open_quotation_runs_to_the_end_of_its_paragraph_and_no_further() {
        let text = "“We waited all night.\n\n“Then they came,” Roe said.\n\nRain fell.";
        let found = quotes(text);
        assert_eq!(inner(text), ["We waited all night.", "Then they came,"]);
        assert_eq!(found.iter().map(|q| q.closed).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn a_mark_that_opens_while_one_is_open_begins_anew() {
        let text = "\"We waited, he said. \"Then they came,\" she said.";
        let found = quotes(text);
        assert_eq!(found.len(), 2);
        assert!(!found[0].closed && found[1].closed);
        assert_eq!(&text[found[1].inner], "Then they came,");
    }

    #[test]
    fn a_closing_mark_that_nothing_opened_is_left_alone() {
        assert!(quotes("We waited,\" he said.").is_empty());
    }

    #[test]
    fn roles_are_told_by_what_stands_between_and_before() {
        use QuoteRole::{Scare, Speech, Title, Unknown};
        assert_eq!(roles("The so-called \"experts\" met."), [Scare]);
        assert_eq!(roles("The so-called \"Experts Who Know\" met."), [Title]);
        assert_eq!(roles("Her novel \"Low Water\" came out."), [Title]);
        assert_eq!(roles("They met Jo \"Red\" Roe there."), [Title]);
        assert_eq!(roles("\"We waited for them all night,\" Roe said."), [Speech]);
        assert_eq!(roles("\"Never again,\" Roe said."), [Speech]);
        assert_eq!(roles("He called it \"unwise\" twice."), [Unknown]);
    }

    #[test]
    fn a_million_marks_take_one_pass() {
        for mark in ["\"", "'", "“", "”", "‘", "«a ", "'a ", "\"a "] {
            let text = mark.repeat(100_000);
            let found = quotes(&text);
            assert!(found.len() <= 100_000);
            assert!(found.windows(2).all(|w| w[0].span.start <= w[1].span.start));
        }
    }
}
