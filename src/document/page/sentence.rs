//! Sentences, segmented line by line: headlines and datelines have no full stop.

use std::ops::Range;

use crate::document::page::line::{Line, Paragraph};
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary};
use crate::document::page::words::{self, PageWord};
use crate::text::known::Memo;
use crate::text::span::Span;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<u32>,
    /// The line it stands in (its first, when a hard-wrapped sentence runs over several).
    pub line: u32,
    /// The paragraph it stands in.
    pub paragraph: u32,
}

/// No sentence is longer, so that work per sentence has a bound: unpunctuated text is cut here.
pub const MAX_TOKENS: usize = 512;

#[derive(Clone, Copy, Debug, PartialEq)]
enum SentenceMark {
    Stop,
    Strong,
    Dots,
    Quote,
    Close,
    Open,
    Starter,
    Title,
    /// A title that is the end of a street's name too: "St."
    Street,
    Abbreviation,
    /// "p.m."
    Clock,
    /// May stand behind it with a capital: "Monday".
    BehindClock,
    Other,
}

fn class(word: &str, told: words::Told) -> SentenceMark {
    match word {
        "." => SentenceMark::Stop,
        "!" | "?" | "。" => SentenceMark::Strong,
        "…" => SentenceMark::Dots,
        "\"" | "'" | "»" | "›" | "«" | "‹" => SentenceMark::Quote,
        ")" | "]" => SentenceMark::Close,
        "(" | "[" => SentenceMark::Open,
        "a.m." | "p.m." => SentenceMark::Clock,
        _ => class_of(told),
    }
}

fn class_of(told: words::Told) -> SentenceMark {
    match () {
        () if told.is_street() => SentenceMark::Street,
        () if told.leads_on() => SentenceMark::Title,
        () if told.is(PageWord::Abbreviation) => SentenceMark::Abbreviation,
        () if told.is(PageWord::Starter) => SentenceMark::Starter,
        () if told.is(PageWord::BehindClock) => SentenceMark::BehindClock,
        () => SentenceMark::Other,
    }
}

/// Cuts every paragraph into sentences and sets the paragraphs' sentence ranges.
pub(crate) fn segment(
    text: &str,
    tokens: &[Token],
    vocabulary: &Vocabulary,
    lines: &[Line],
    paragraphs: &mut [Paragraph],
) -> Vec<Sentence> {
    static CLASSES: Memo<SentenceMark> = Memo::new();
    let classes = words::recall(vocabulary, &CLASSES, class);
    let cutter = Cutter {
        text,
        tokens,
        classes: &classes,
        width: wrapped_at(text, tokens, lines, paragraphs),
    };
    // English news has a sentence every twenty tokens.
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 8);
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let from = sentences.len() as u32;
        let mut line = paragraph.lines.start;
        while line < paragraph.lines.end {
            let first = line;
            let mut range = lines[line as usize].tokens.clone();
            line += 1;
            while line < paragraph.lines.end && cutter.wraps(&lines[line as usize - 1], &lines[line as usize]) {
                range.end = lines[line as usize].tokens.end;
                line += 1;
            }
            cutter.cut(range, |tokens| {
                let (a, b) = (tokens.start as usize, tokens.end as usize - 1);
                let span = Span::new(cutter.tokens[a].start as usize, cutter.tokens[b].end as usize);
                let at =
                    lines[first as usize..line as usize].partition_point(|l| l.span.end <= span.start) as u32 + first;
                sentences.push(Sentence {
                    span,
                    tokens,
                    line: at.min(line - 1),
                    paragraph: index as u32,
                });
            });
        }
        paragraph.sentences = from..sentences.len() as u32;
    }
    sentences
}

struct Cutter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    classes: &'a [SentenceMark],
    /// Where a program has wrapped the lines of the text, in letters.
    width: Option<usize>,
}

/// Line ends inside paragraphs that a page must have before they tell a width.
const FEWEST_WRAPS: usize = 5;

/// The width at which a mail or terminal program has wrapped the text: nearly no line has room for the first word of the next.
fn wrapped_at(text: &str, tokens: &[Token], lines: &[Line], paragraphs: &[Paragraph]) -> Option<usize> {
    let several = paragraphs.iter().filter(|p| p.lines.len() > 1);
    let blocks = several.filter_map(|p| lines.get(p.lines.start as usize..p.lines.end as usize));
    let pairs = || blocks.clone().flat_map(|block| block.windows(2));
    if pairs().count() < FEWEST_WRAPS || blocks.clone().flatten().any(|l| l.span.len() > 4 * WIDEST) {
        return None;
    }
    let width = blocks
        .clone()
        .flatten()
        .map(|l| letters(text, l))
        .max()
        .filter(|w| *w <= WIDEST)?;
    let full = pairs()
        .filter(|pair| is_full(text, tokens, &pair[0], &pair[1], width))
        .count();
    (full * 10 >= pairs().count() * 9).then_some(width)
}

/// The widest that such programs wrap at.
const WIDEST: usize = 100;

fn letters(text: &str, line: &Line) -> usize {
    text[line.span].chars().count()
}

/// Whether the first word of the next line would not have fit on the line.
fn is_full(text: &str, tokens: &[Token], line: &Line, next: &Line, width: usize) -> bool {
    let from = next.span.start;
    let rest = &text[next.span];
    let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let opens_item = tokens.get(next.tokens.start as usize).is_some_and(|t| {
        t.span().start == from && t.kind == TokenKind::Punct && matches!(&text[t.span()], "-" | "•" | "*" | "·")
    });
    !opens_item && letters(text, line) + 1 + rest[..word].chars().count() > width
}

impl Cutter<'_> {
    fn class(&self, at: usize) -> SentenceMark {
        self.classes[self.tokens[at].word.0 as usize]
    }

    /// Whether a sentence runs over this line end: the next line goes on in lower case.
    fn wraps(&self, line: &Line, next: &Line) -> bool {
        let (Some(last), Some(first)) = (line.tokens.clone().last(), next.tokens.clone().next()) else {
            return false;
        };
        if self
            .width
            .is_some_and(|width| is_full(self.text, self.tokens, line, next, width))
        {
            return true;
        }
        let first = &self.tokens[first as usize];
        let open = !matches!(
            self.class(last as usize),
            SentenceMark::Stop | SentenceMark::Strong | SentenceMark::Dots
        );
        open && line.span.len() >= 40
            && (first.kind == TokenKind::Word && first.case == Case::Lower
                || line.span.len() <= 100
                    && next.span.len() <= 100
                    && line.span.len() >= 60
                    && self.ends_open(last as usize))
    }

    /// A line that ends in a comma or a small word is not a headline.
    fn ends_open(&self, last: usize) -> bool {
        let token = &self.tokens[last];
        &self.text[token.span()] == ","
            || (token.kind == TokenKind::Word && token.case == Case::Lower && self.class(last) == SentenceMark::Starter)
    }

    fn cut(&self, range: Range<u32>, mut sentence: impl FnMut(Range<u32>)) {
        let end = range.end as usize;
        let mut from = range.start as usize;
        let mut at = from;
        while at < end {
            let stop = if at + 1 - from >= MAX_TOKENS {
                Some(at + 1)
            } else {
                self.stop_after(at, end)
            };
            match stop {
                Some(next) => {
                    sentence(from as u32..next as u32);
                    from = next;
                    at = next;
                }
                None => at += 1,
            }
        }
        if from < end {
            sentence(from as u32..end as u32);
        }
    }

    /// Where the next sentence begins, when one ends with the token `at`.
    fn stop_after(&self, at: usize, end: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let class = self.class(at);
        let mark = token.kind == TokenKind::Punct
            && matches!(class, SentenceMark::Stop | SentenceMark::Strong | SentenceMark::Dots);
        let dotted = token.kind == TokenKind::Word && self.text.as_bytes().get(token.end as usize - 1) == Some(&b'.');
        let leads_on = match class {
            SentenceMark::Title => true,
            SentenceMark::Street => !self.ends_street(at, end),
            _ => false,
        };
        if !mark && !dotted || dotted && leads_on {
            return None;
        }
        let mut next = at + 1;
        let mut closed = false;
        while next < end {
            match self.class(next) {
                // `. . .`: a stop opens no sentence, wherever it stands.
                SentenceMark::Stop if mark => {}
                SentenceMark::Strong | SentenceMark::Dots if mark && self.touches(next) => {}
                SentenceMark::Open if self.is_note(next, end) => next += 2,
                SentenceMark::Close if self.touches(next) => {}
                SentenceMark::Quote if self.closes(next, end) => closed = true,
                _ => break,
            }
            next += 1;
        }
        if next >= end {
            return Some(end);
        }
        let ahead = self.past_openers(next, end);
        let begins = ahead.is_some_and(|i| {
            let t = &self.tokens[i];
            t.is_capital() || t.kind == TokenKind::Number || t.kind == TokenKind::Symbol || t.case == Case::None
        });
        if !begins {
            return None;
        }
        let ahead = ahead.unwrap_or(next);
        if dotted {
            let strong = self.class(ahead) == SentenceMark::Starter && self.tokens[ahead].case != Case::Lower;
            // `J. Roe`, but not the end of `Ph.D.`
            let initial = token.span().len() <= 2 && !(at > 0 && self.touches(at));
            let late = class == SentenceMark::Clock && self.begins_behind_clock(ahead, end);
            return (closed || late || strong && !initial).then_some(next);
        }
        let number = self.tokens[next].kind == TokenKind::Number;
        if class == SentenceMark::Stop && number && at > 0 && self.is_number_sign(at - 1) {
            return None;
        }
        // `Yahoo! Inc`, `Jeopardy! contestants` stay whole only in lower case; a stop glued to both sides is a name or address.
        let glued = next == at + 1
            && token.end == self.tokens[next].start
            && token.start == self.tokens[at.saturating_sub(1)].end;
        (!glued || self.tokens[ahead].case == Case::Title).then_some(next)
    }

    /// `Marsh St. She left`, but `Marsh, St. Ives`: a name before it, and behind it a word that no name begins with.
    fn ends_street(&self, at: usize, end: usize) -> bool {
        let named = at > 0 && self.tokens[at - 1].is_capital();
        let next = self.tokens.get(at + 1).filter(|_| at + 1 < end);
        named
            && next.is_some_and(|t| t.is_capital() && t.span().len() > 1 && self.class(at + 1) == SentenceMark::Starter)
    }

    /// `5 p.m. Officials said so`, but `5 p.m. Monday`, `5 p.m. London time`.
    fn begins_behind_clock(&self, at: usize, end: usize) -> bool {
        let zone = (at + 1..end.min(at + 3)).any(|i| &self.text[self.tokens[i].span()] == "time");
        self.tokens[at].case == Case::Title && self.class(at) != SentenceMark::BehindClock && !zone
    }

    /// The number of a note behind a stop: `He left.[1]`
    fn is_note(&self, at: usize, end: usize) -> bool {
        at + 2 < end
            && self.touches(at)
            && self.tokens[at + 1].kind == TokenKind::Number
            && &self.text[self.tokens[at].span()] == "["
            && &self.text[self.tokens[at + 2].span()] == "]"
    }

    fn is_number_sign(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        words::is_number_sign(&self.text[token.span()], token.case)
    }

    fn touches(&self, at: usize) -> bool {
        self.tokens[at - 1].end == self.tokens[at].start
    }

    /// A quote mark behind a full stop closes when it touches the stop, or when nothing touches it on its right.
    fn closes(&self, at: usize, end: usize) -> bool {
        let mark = &self.text[self.tokens[at].span()];
        if matches!(mark, "“" | "‘" | "«" | "„") {
            return false;
        }
        let next_touches = at + 1 < end && self.tokens[at].end == self.tokens[at + 1].start;
        self.touches(at) || matches!(mark, "”" | "’") || !next_touches
    }

    fn past_openers(&self, from: usize, end: usize) -> Option<usize> {
        (from..end.min(from + 4)).find(|i| {
            !matches!(
                self.class(*i),
                SentenceMark::Quote | SentenceMark::Open | SentenceMark::Dots
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;
    use crate::document::page::tokenize::tokenize;

    fn sentences(text: &str) -> Vec<&str> {
        let (mut lines, mut paragraphs) = split_lines(text);
        let (tokens, vocabulary) = tokenize(text, &mut lines);
        segment(text, &tokens, &vocabulary, &lines, &mut paragraphs)
            .iter()
            .map(|s| &text[s.span])
            .collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        assert_eq!(sentences("Gen. Roe met Mr. Li of the U.S. Navy. He left.").len(), 2);
        assert_eq!(sentences("She left the U.S. The visit was short.").len(), 2);
        assert_eq!(sentences("J. K. Roe and No. 5 of Acme Inc. won.").len(), 1);
        assert_eq!(
            sentences("It opened at 5 p.m. Monday, 6 p.m. Eastern, 11 p.m. London time.").len(),
            1
        );
        assert_eq!(
            sentences("Orvik v. Selby was heard. The wall is 6 ft. 2 in. tall.").len(),
            2
        );
        assert_eq!(
            sentences("Approx. 50 boats came from Marsh, St. Ives and Mt. Orvik.").len(),
            1
        );
    }

    #[test]
    fn abbreviations_end_sentences_before_what_no_name_begins_with() {
        assert_eq!(sentences("It opened at 5 p.m. Officials said so.").len(), 2);
        assert_eq!(
            sentences("He lives on Marsh St. She lives on Hill Ave. They met.").len(),
            3
        );
        assert_eq!(sentences("He has a Ph.D. She has none.").len(), 2);
    }

    #[test]
    fn notes_and_spaced_dots_open_no_sentence() {
        assert_eq!(sentences("He left.[1] She stayed."), ["He left.[1]", "She stayed."]);
        assert_eq!(sentences("“It is late. . . we must go,” he said.").len(), 1);
    }

    #[test]
    fn hard_wrapped_lines_are_joined_by_their_width() {
        let wrapped = "The ferry sank on its way to the outer\nislands on Monday, and the mayor of\nOstby, Ida Marsham, said that nobody of\n\
            the Selby crew had died. The weather was\nbad, and three boats of the Ostby Harbour\nBoard went out at once to look for the\nOrvik.";
        assert_eq!(sentences(&format!("{wrapped}\n\nNo one died.")).len(), 3);
        let list =
            "The stops of the ferry are listed below\nOstby\nSelby\nThe outer islands\nOrvik\nMarsh\nThe harbour\nHill";
        assert_eq!(sentences(&format!("{list}\n\nNo one died.")).len(), 9);
    }

    #[test]
    fn quotes_close_behind_the_stop() {
        assert_eq!(
            sentences("“We ran. We hid.” He wept."),
            ["“We ran.", "We hid.”", "He wept."]
        );
        assert_eq!(
            sentences("\"Why?\" she asked. \"Go.\""),
            ["\"Why?\" she asked.", "\"Go.\""]
        );
        assert_eq!(
            sentences("“Joint operations. ”\n\nNext"),
            ["“Joint operations. ”", "Next"]
        );
    }

    #[test]
    fn lines_end_sentences_unless_wrapped() {
        assert_eq!(
            sentences("Ferry sinks\nThe ferry sank on\nMonday."),
            ["Ferry sinks", "The ferry sank on", "Monday."]
        );
        let wrapped = "The ferry sank on its way to the outer islands,\nofficials said.";
        assert_eq!(
            sentences(&format!("{wrapped}\n\nNo one died.")),
            [wrapped, "No one died."]
        );
    }

    #[test]
    fn endless_text_is_cut() {
        let text = "word ".repeat(3 * MAX_TOKENS);
        assert_eq!(sentences(&text).len(), 3);
    }
}
