//! Sentences that speak of the page, or to its readers, wherever they stand: alone, behind the story, in the middle of a flattened one.
//!
//! Three shapes, none of which needs its neighbours: a formula that only a page uses ("all rights reserved"); a request to the reader
//! whose object is the page or its house ("send … your story ideas"); consent ("by entering your email you agree to the privacy policy").
//! One does: a note on the author, told by its place behind the story, in which its name does not occur. What stands between two such
//! sentences is one too. Words between quote marks are somebody's, and a correction matters to the reader: both are left to the story.

use std::ops::Range;

use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::words::{PAGE, TABLE, Words, class};
use crate::document::page::furniture::{LineLabel, LinePart};
use crate::document::page::line::Line;
use crate::document::page::segment::SegmentKind;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, TokenKind};
use crate::text::lexicon::Match;
use crate::text::span::Span;

pub(super) const FORMULA: &str = "a formula of pages, not of stories";
/// Kept apart as a credit: it may be where a story has its text from.
pub(super) const CONTRIBUTED: &str = "names who reported it too";
pub(super) const REQUEST: &str = "asks the reader for something beside the story";
pub(super) const CONSENT: &str = "speaks to the reader of terms";
pub(super) const AUTHOR: &str = "says who wrote it";
pub(super) const BETWEEN: &str = "among sentences about the page";

/// So many tokens may stand before the colon of a label: "Editor's Note:".
const LABEL: usize = 5;
/// So far behind the verb of a request its object may stand, in tokens.
const REACH: usize = 14;
/// So many sentences between two of the page's are the page's.
const GAP: usize = 3;
/// The longest sentence that is taken along at the very end, and between two of the page's behind the story, in tokens.
const CRUMB: usize = 5;
const SHORT: usize = 18;
/// So many sentences may follow the first of a note on its author: "She writes about courts."
const NOTE: usize = 4;
/// A correction is a sentence of so many tokens, and no label.
const SENTENCE: usize = 8;
/// So many sentences of the story before the first of the page are its paragraph's, and two of their words or more are said elsewhere.
const OPENING: usize = 2;
const SHARED: f32 = 0.25;
/// The longest name before the verb of a note on an author, in tokens.
const NAME: usize = 6;
/// The role of an author stands so near behind the name, in tokens.
const ROLE: usize = 16;

pub(super) struct Notices<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a Words,
}

/// What one sentence says.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    why: Option<&'static str>,
    /// Tells of a mistake that was mended.
    corrects: bool,
    /// Has a quote mark, or stands between two of another sentence.
    quoted: bool,
    /// Opens like a note on an author: the last token of the name, counted from 1.
    name: u32,
}

/// Whether a quotation is open, mark by mark.
#[derive(Default)]
struct Open(bool);

impl Open {
    fn step(&mut self, text: &str, token: &Token) {
        let before = text[..token.start as usize].chars().next_back();
        let behind = text[token.end as usize..].chars().next();
        let word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '—' | '–' | '-'));
        match &text[token.span()] {
            "“" | "„" | "‘" | "«" => self.0 = true,
            "”" | "»" => self.0 = false,
            // A straight mark behind a word closes; a lone apostrophe opens nothing.
            "\"" | "'" | "’" => self.0 = !word(before) && behind.is_some_and(|c| !c.is_whitespace()),
            _ => {}
        }
    }
}

impl Notices<'_> {
    /// By sentence, why it is the page's.
    pub(super) fn find(&self, sentences: &[Sentence], story: impl Fn(usize) -> bool) -> Vec<Said> {
        let mut said = Vec::with_capacity(sentences.len());
        let (mut hits, mut starts) = (Vec::new(), Vec::new());
        let mut open = Open::default();
        for (i, sentence) in sentences.iter().enumerate() {
            if i > 0 && sentences[i - 1].paragraph != sentence.paragraph {
                open = Open::default();
            }
            said.push(self.read(sentence, &mut open, &mut starts, &mut hits));
        }
        self.note_authors(sentences, &mut said, &story);
        join(sentences, &mut said, &story);
        said
    }

    fn of(&self, sentence: &Sentence) -> &[Token] {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        self.tokens.get(range).unwrap_or_default()
    }

    fn source(&self, token: &Token) -> &str {
        &self.text[token.span()]
    }

    /// The lists are only lent, so that no sentence needs its own.
    fn read(&self, sentence: &Sentence, open: &mut Open, starts: &mut Vec<usize>, hits: &mut Vec<Match>) -> Said {
        let tokens = self.of(sentence);
        let mut said = Said {
            quoted: open.0,
            ..Said::default()
        };
        hits.clear();
        starts.clear();
        for (i, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Quote {
                open.step(self.text, token);
                said.quoted |= open.0;
            } else if !open.0 && self.words.bits(token) & class::NOTICE != 0 {
                starts.push(i);
            } else if token.kind == TokenKind::Symbol && self.source(token) == "©" {
                said.why = Some(FORMULA);
            }
        }
        if starts.is_empty() {
            return said;
        }
        let id = |i: usize| self.words.id(&tokens[i]);
        PAGE.scan_at(starts.iter().copied(), tokens.len(), id, |m| hits.push(m));
        let table = &*TABLE;
        let has = |section: u16| hits.iter().any(|m| m.section == section);
        if has(table.correction) {
            said.corrects = tokens.len() >= SENTENCE;
            return said;
        }
        let opens = |m: &Match| self.is_opening(tokens, m.first);
        let formula = hits
            .iter()
            .any(|m| m.section == table.notice || m.section == table.notice_opening && opens(m));
        let asked = hits
            .iter()
            .find(|m| m.section == table.ask && (opens(m) || self.is_offered(tokens, m.first)));
        let near = |ask: &Match, m: &Match| {
            let between = tokens.get(ask.end..m.first);
            between.is_some_and(|b| b.len() <= REACH && b.iter().all(|t| !matches!(self.source(t), "," | ";")))
        };
        let of_page = |ask: &Match| hits.iter().any(|m| m.section == table.appeal && near(ask, m));
        let terms = hits.iter().filter(|m| m.section == table.reader).count();
        said.why = if formula || said.why.is_some() {
            Some(FORMULA)
        } else if has(table.contribution) {
            Some(CONTRIBUTED)
        } else if asked.is_some_and(of_page) {
            Some(REQUEST)
        } else if terms >= 2 && tokens.iter().any(|t| is_reader(self.source(t))) {
            Some(CONSENT)
        } else {
            None
        };
        if let Some(role) = hits.iter().find(|m| m.section == table.writer) {
            said.name = self.name_of_author(tokens, role.first);
        }
        said
    }

    /// Whether a sentence, or what stands behind its label, a condition or "please", begins here.
    fn is_opening(&self, tokens: &[Token], at: usize) -> bool {
        let source = |i: usize| self.source(&tokens[i]);
        let word = |i: usize| matches!(tokens[i].kind, TokenKind::Word | TokenKind::Number);
        let before = |i: usize| (0..i).rev().find(|j| word(*j) || matches!(source(*j), ":" | ","));
        match before(at) {
            None => true,
            Some(i) if source(i) == ":" => i <= LABEL,
            Some(i) if source(i) == "," => is_condition(source(0)),
            Some(i) => source(i).eq_ignore_ascii_case("please") && self.is_opening(tokens, i),
        }
    }

    /// "You can follow", "you can also send".
    fn is_offered(&self, tokens: &[Token], at: usize) -> bool {
        let from = at.saturating_sub(3);
        let mut before = tokens[from..at].iter().rev().map(|t| self.source(t));
        let may = before.find(|w| !w.eq_ignore_ascii_case("also"));
        let you = before.next();
        may.is_some_and(|w| w == "can" || w == "may") && you.is_some_and(|w| w.eq_ignore_ascii_case("you"))
    }

    /// "Jane Roe is a staff reporter", "Mr. Roe is the deputy editor": the last token of the name, counted from 1 in the article.
    fn name_of_author(&self, tokens: &[Token], role: usize) -> u32 {
        let part = |t: &Token| t.is_capital() || self.source(t) == ".";
        let name = tokens.iter().take_while(|t| part(t)).count();
        let verb = tokens.get(name).map(|t| self.source(t));
        if !(2..=NAME).contains(&name) || verb != Some("is") || role <= name || role > name + ROLE {
            return 0;
        }
        let last = tokens[..name].iter().rposition(Token::is_capital);
        let first = self.tokens.partition_point(|t| t.start < tokens[0].start);
        last.map_or(0, |last| (first + last + 1) as u32)
    }

    /// Notes on authors behind the story: nothing but text of the page stands below, and the story does not speak of them.
    fn note_authors(&self, sentences: &[Sentence], said: &mut [Said], story: &impl Fn(usize) -> bool) {
        let mut behind = sentences.len();
        for i in (0..sentences.len()).rev() {
            let of_page = said[i].why.is_some() || !story(sentences[i].line as usize);
            let one_line = |j: usize| sentences[j].line == sentences[i].line;
            if said[i].name > 0 && self.is_stranger(said[i].name as usize - 1, &sentences[..i], said) {
                if (i + 1..behind).any(|j| !one_line(j)) {
                    return;
                }
                said[i..behind].iter_mut().for_each(|s| s.why = s.why.or(Some(AUTHOR)));
                behind = i;
            } else if of_page && behind == i + 1 {
                behind = i;
            } else if behind > i + NOTE || said[i].quoted {
                return;
            }
        }
    }

    /// Whether no sentence of the story above has this last name.
    fn is_stranger(&self, name: usize, above: &[Sentence], said: &[Said]) -> bool {
        let Some(word) = self.tokens.get(name).map(|t| t.word) else {
            return false;
        };
        let mut story = above
            .iter()
            .zip(said)
            .filter(|(s, said)| said.why.is_none() && s.tokens.len() >= 10);
        story.all(|(s, _)| self.of(s).iter().all(|t| t.word != word))
    }
}

/// What stands between two sentences of the page is the page's: in one line, and behind the story.
fn join(sentences: &[Sentence], said: &mut [Said], story: &impl Fn(usize) -> bool) {
    let mut last: Option<usize> = None;
    for i in 0..sentences.len() {
        if said[i].why.is_none() {
            continue;
        }
        if let Some(from) = last.filter(|from| sentences[*from].line == sentences[i].line) {
            let between = &said[from + 1..i];
            if between.len() <= GAP && between.iter().all(|s| !s.quoted) {
                fill(said, from + 1..i);
            }
        }
        last = Some(i);
    }
    // Behind the story also in lines of their own, and the crumbs at the very end: "Thank you."
    let mut behind = sentences.len();
    let mut least = CRUMB;
    for i in (0..sentences.len()).rev() {
        if said[i].why.is_some() || !story(sentences[i].line as usize) {
            if said[i].why.is_some() {
                fill(said, i + 1..behind);
                least = SHORT;
            }
            if said[i].why.is_some() || behind == i + 1 {
                behind = i;
            }
        } else if said[i].quoted || sentences[i].tokens.len() > least || behind > i + 2 {
            return;
        }
    }
}

fn fill(said: &mut [Said], range: Range<usize>) {
    for s in said.get_mut(range).unwrap_or_default() {
        s.why.get_or_insert(BETWEEN);
    }
}

fn is_reader(word: &str) -> bool {
    word.eq_ignore_ascii_case("you") || word.eq_ignore_ascii_case("your")
}

/// Opens a condition, behind whose comma a request may stand.
fn is_condition(word: &str) -> bool {
    ["if", "for", "to"].iter().any(|c| word.eq_ignore_ascii_case(c))
}

/// Lines that are nothing but notices become furniture; a notice inside a line of the story is a part of it.
pub(super) fn set(
    lines: &[Line],
    sentences: &[Sentence],
    said: &[Said],
    shapes: &[Shape],
    labels: &mut [LineLabel],
    parts: &mut Vec<LinePart>,
) {
    // How many of each line's tokens stand in notices.
    let mut covered = vec![0u32; lines.len()];
    let lines_of = |s: &Sentence| {
        let from = s.line as usize;
        let end = s.tokens.end;
        lines
            .iter()
            .enumerate()
            .skip(from)
            .take_while(move |(_, l)| l.tokens.start < end)
    };
    let told = || sentences.iter().zip(said).filter_map(|(s, said)| Some((s, said.why?)));
    give_back(sentences, said, shapes, labels);
    for (sentence, _) in told() {
        for (i, line) in lines_of(sentence) {
            let own = sentence.tokens.end.min(line.tokens.end) - sentence.tokens.start.max(line.tokens.start);
            covered[i] += own;
        }
    }
    let body = labels.iter().filter(|l| l.kind == SegmentKind::Body).count();
    for (sentence, fact) in told() {
        for (i, line) in lines_of(sentence) {
            let Some(label) = labels.get_mut(i) else { continue };
            let whole = covered[i] as usize >= line.tokens.len();
            let span = Span::new(
                sentence.span.start.max(line.span.start),
                sentence.span.end.min(line.span.end),
            );
            let kind = match fact {
                CONTRIBUTED => SegmentKind::Credit,
                _ => SegmentKind::Furniture,
            };
            match label.kind {
                SegmentKind::Body if whole && body > 1 => {
                    *label = LineLabel {
                        kind,
                        confidence: 0.9,
                        facts: vec![fact],
                    };
                }
                SegmentKind::Body if !whole => parts.push(LinePart { span, kind, fact }),
                _ => {}
            }
        }
    }
}

/// Gives lines back to the story that looked like the page's: a correction, and a paragraph that only ends with notices.
fn give_back(sentences: &[Sentence], said: &[Said], shapes: &[Shape], labels: &mut [LineLabel]) {
    let mut at = 0;
    for line in sentences.chunk_by(|a, b| a.line == b.line) {
        let own = &said[at..at + line.len()];
        at += line.len();
        let i = line[0].line as usize;
        let (Some(label), Some(shape)) = (labels.get_mut(i), shapes.get(i)) else {
            continue;
        };
        let notice = own.iter().position(|s| s.why.is_some());
        let paragraph = notice.is_some_and(|n| n >= OPENING) && shape.facts.shared_8 >= SHARED;
        if label.kind == SegmentKind::Furniture && (own[0].corrects || paragraph) {
            *label = LineLabel {
                kind: SegmentKind::Body,
                confidence: 0.5,
                facts: Vec::new(),
            };
        }
    }
}
