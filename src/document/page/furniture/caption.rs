//! The texts of pictures and players: told by the credit they end with, by how they open, by how they place people in a frame.

use std::ops::Range;

use crate::document::page::furniture::LineLabel;
use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::words::{PAGE, TABLE, Words, class};
use crate::document::page::line::Line;
use crate::document::page::segment::SegmentKind;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, TokenKind};
use crate::text::lexicon::Match;

const CREDITED: &str = "ends with the credit of a picture";
const OPENED: &str = "opens like the text of a picture";
const PLACED: &str = "says who stands where in a picture";
const DATED: &str = "says what is seen, and the day of the picture";
const NAMED: &str = "names the file of a picture";
const TEASED: &str = "says what a reporter tells elsewhere";

/// No text of a picture is longer, in words.
const LONGEST: usize = 90;
/// No credit in brackets is longer, in tokens.
const CREDIT: usize = 14;

/// One line, and what must be known of its place.
pub(super) struct Surroundings<'a> {
    pub(super) shape: &'a Shape,
    /// So many sentences begin in it.
    pub(super) sentences: usize,
    /// Nothing of the story stands above it.
    pub(super) head: bool,
    /// More of the story stands below it.
    pub(super) goes_on: bool,
    /// Running text stands right above it and right below.
    pub(super) between: bool,
    /// It is a whole paragraph: no broken line reaches into it or out of it.
    pub(super) whole: bool,
}

/// What must be known of the lines around one to tell the text of a picture.
pub(super) struct Beside {
    /// By line, how many sentences begin in it.
    sentences: Vec<usize>,
    /// The first and the last line that reads as running text.
    prose: Range<usize>,
}

impl Beside {
    pub(super) fn read(lines: &[Line], sentences: &[Sentence], shapes: &[Shape]) -> Beside {
        let mut count = vec![0; lines.len()];
        for sentence in sentences {
            if let Some(count) = count.get_mut(sentence.line as usize) {
                *count += 1;
            }
        }
        let prose = |s: &Shape| s.prose;
        Beside {
            sentences: count,
            prose: shapes.iter().position(prose).unwrap_or(0)..shapes.iter().rposition(prose).unwrap_or(0),
        }
    }

    pub(super) fn place<'a>(&self, lines: &[Line], shapes: &'a [Shape], above: &[LineLabel]) -> Surroundings<'a> {
        let i = above.len();
        // A broken line goes on in lower case, or begins behind a long one of the story that has no stop.
        let up = i.checked_sub(1).filter(|up| lines[*up].paragraph == lines[i].paragraph);
        let broken =
            |up: usize| above[up].kind == SegmentKind::Body && shapes[up].facts.stop == 0.0 && shapes[up].words >= 8;
        let whole = !up.is_some_and(broken) && !shapes[i].goes_on && shapes.get(i + 1).is_none_or(|s| !s.goes_on);
        Surroundings {
            shape: &shapes[i],
            sentences: self.sentences[i],
            head: i <= self.prose.start,
            goes_on: i < self.prose.end,
            between: i > 0 && shapes[i - 1].prose && shapes.get(i + 1).is_some_and(|s| s.prose),
            whole,
        }
    }
}

pub(super) struct Captions<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a Words,
}

impl Captions<'_> {
    fn source(&self, token: &Token) -> &str {
        &self.text[token.span()]
    }

    /// What tells a line for the text of a picture or a player, if anything does.
    pub(super) fn read(&self, tokens: &[Token], place: &Surroundings<'_>) -> Option<&'static str> {
        if tokens.len() < 3 || place.shape.words > LONGEST {
            return None;
        }
        if place.whole && (self.ends_with_bracket(tokens, place) || self.ends_with_slash(tokens, place)) {
            return Some(CREDITED);
        }
        let line = &self.text[tokens[0].start as usize..tokens[tokens.len() - 1].end as usize];
        if [".jpg", ".jpeg", ".png", ".gif", ".webp"]
            .iter()
            .any(|file| line.ends_with(file))
        {
            return Some(NAMED);
        }
        if self.ends_with_length(tokens) {
            return Some(TEASED);
        }
        let starts = (0..tokens.len()).filter(|i| self.words.bits(&tokens[*i]) & class::NOTICE != 0);
        let mut hits: Vec<Match> = Vec::new();
        let id = |i: usize| self.words.id(&tokens[i]);
        PAGE.scan_at(starts, tokens.len(), id, |m| hits.push(m));
        if hits.is_empty() {
            return None;
        }
        let table = &*TABLE;
        let of = |section: u16| hits.iter().filter(move |m| m.section == section);
        if of(table.caption_credit).any(|m| self.is_credit(tokens, m)) {
            return Some(CREDITED);
        }
        if of(table.caption_opener).any(|m| self.is_opener(tokens, m)) {
            return Some(OPENED);
        }
        if !place.whole || place.sentences > 2 {
            return None;
        }
        let placed = of(table.caption_place).filter(|m| self.is_between_commas(tokens, m));
        let (mut count, mut told) = (0, false);
        placed.for_each(|m| {
            count += 1;
            told |= m.end - m.first > 1 || self.source(&tokens[m.first]).len() > "right".len();
        });
        let plain = !tokens.iter().any(|t| self.is_mark(t));
        if plain && (told || count > 1) {
            return Some(PLACED);
        }
        if place.sentences > 1 {
            return None;
        }
        if plain && of(table.caption_pose).next().is_some() && self.is_dated(tokens) {
            return Some(DATED);
        }
        let roles = || of(table.writer);
        // "Mayor Ann Roe joins 'Harbor Tonight' to discuss …"
        let guest = |m: &Match| {
            tokens.get(m.end).is_some_and(|t| t.kind == TokenKind::Quote)
                && self.source(&tokens[m.first]).starts_with("join")
        };
        if place.head && place.goes_on && of(table.teases).any(guest) {
            return Some(TEASED);
        }
        let told = of(table.teases).any(|m| roles().any(|role| self.is_teaser(tokens, role, m)));
        (told && place.goes_on && (place.head || self.ends_with_programme(tokens))).then_some(TEASED)
    }

    fn is_mark(&self, token: &Token) -> bool {
        token.kind == TokenKind::Quote && !matches!(self.source(token), "'" | "’")
    }

    /// A name, an agency, and the small words between them.
    fn is_of_credit(&self, token: &Token) -> bool {
        let small = class::ROLE | class::FUNCTION;
        match token.kind {
            TokenKind::Word => token.is_capital() || self.words.bits(token) & (small | class::NETWORK) != 0,
            TokenKind::Number => false,
            TokenKind::Punct => !matches!(self.source(token), "?" | "!" | ";"),
            TokenKind::Quote => matches!(self.source(token), "'" | "’"),
            TokenKind::Symbol => true,
        }
    }

    /// "… in New York.(Reuters/Mara Lind)", "… in the flood (Northern University)".
    fn ends_with_bracket(&self, tokens: &[Token], place: &Surroundings<'_>) -> bool {
        let Some((close, rest)) = tokens.split_last().filter(|(t, _)| self.source(t) == ")") else {
            return false;
        };
        let Some(open) = rest.iter().rposition(|t| self.source(t) == "(") else {
            return false;
        };
        let inner = &rest[open + 1..];
        if open < 4 || inner.is_empty() || inner.len() > CREDIT || !inner.iter().all(|t| self.is_of_credit(t)) {
            return false;
        }
        let names = inner.iter().filter(|t| t.is_capital()).count();
        let inside = &self.text[tokens[open].end as usize..close.start as usize];
        let before = self.text[..tokens[open].start as usize].chars().next_back();
        let stop = |c: char| matches!(c, '.' | '!' | '?' | '”' | '"');
        let glued = before.is_some_and(stop);
        let slashed = inside.contains('/');
        let sentence = self.source(&rest[open - 1]) == ".";
        let agency =
            names == 1 && inner.len() == 1 && inside.len() <= 4 && inside.bytes().all(|b| b.is_ascii_uppercase());
        let plain = place.shape.facts.function >= 0.2 && place.shape.facts.capitals < 0.6 && inner[0].is_capital();
        let bare = !sentence && names > 1 && place.shape.words >= 8 && plain && place.between;
        names > 0
            && tokens[0].kind != TokenKind::Number
            && (glued || slashed || place.goes_on && (bare || agency && sentence && place.sentences <= 2))
    }

    /// "… at the quay Mara Lind/Harbor News": no stop, and behind the sentence a name, a slash and an agency.
    fn ends_with_slash(&self, tokens: &[Token], place: &Surroundings<'_>) -> bool {
        let plain = place.shape.words >= 8 && place.shape.facts.function >= 0.2 && place.shape.facts.capitals < 0.75;
        if place.shape.facts.stop > 0.0 || !plain {
            return false;
        }
        let line = &self.text[tokens[0].start as usize..tokens[tokens.len() - 1].end as usize];
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let slashed = |word: &str| word.split_once('/').is_some_and(|(a, b)| capital(a) && capital(b));
        let mut last = line.split_whitespace().rev().take(4);
        let found = last.by_ref().take_while(|w| capital(w)).any(slashed);
        found && last.next().is_some_and(capital)
    }

    /// "… on Friday | 00:40": how long a film runs.
    fn ends_with_length(&self, tokens: &[Token]) -> bool {
        let [.., bar, length] = tokens else { return false };
        let clock = self.source(length);
        self.source(bar) == "|" && length.kind == TokenKind::Number && clock.len() <= 5 && clock.contains(':')
    }

    /// "… in May. Credit: Mara Lind/Harbor News".
    fn is_credit(&self, tokens: &[Token], found: &Match) -> bool {
        let parted = match found.first.checked_sub(1).and_then(|i| tokens.get(i)) {
            Some(before) => before.kind == TokenKind::Punct && self.source(before) != ",",
            None => false,
        };
        let Some((colon, name)) = tokens.get(found.end..).and_then(<[Token]>::split_first) else {
            return false;
        };
        parted
            && self.source(colon) == ":"
            && (1..=CREDIT).contains(&name.len())
            && name.iter().any(Token::is_capital)
            && name.iter().all(|t| self.is_of_credit(t))
    }

    /// At the head of the line, or all that stands behind its last stop: "… on Monday. File photo".
    fn is_opener(&self, tokens: &[Token], found: &Match) -> bool {
        let first = tokens.iter().position(|t| t.kind == TokenKind::Word);
        let ends = tokens[found.end..].iter().all(|t| t.kind == TokenKind::Punct);
        let behind_stop = |i: usize| matches!(self.source(&tokens[i]), "." | "—" | "–" | "(" | "|");
        first == Some(found.first) && !ends || ends && found.first.checked_sub(1).is_some_and(behind_stop)
    }

    fn is_between_commas(&self, tokens: &[Token], found: &Match) -> bool {
        let is = |i: Option<usize>, mark: &str| i.and_then(|i| tokens.get(i)).is_some_and(|t| self.source(t) == mark);
        let end = Some(found.end);
        is(found.first.checked_sub(1), ",") && (is(end, ",") || is(end, "."))
    }

    /// A day or month and a year.
    fn is_dated(&self, tokens: &[Token]) -> bool {
        let day = tokens
            .iter()
            .any(|t| self.words.bits(t) & class::DAY != 0 && t.is_capital());
        let year = |t: &Token| {
            t.kind == TokenKind::Number && t.end - t.start == 4 && matches!(&self.source(t)[..2], "19" | "20")
        };
        day && tokens.iter().any(year)
    }

    /// "Senior correspondent Mara Lind reports on …": a role, a name, what the person does.
    fn is_teaser(&self, tokens: &[Token], role: &Match, tells: &Match) -> bool {
        let name = tokens.get(role.end..tells.first).unwrap_or_default();
        let named = !name.is_empty() && name.iter().all(|t| t.is_capital() || self.source(t) == ".");
        let content = tokens.get(tells.end).map(|t| self.source(t));
        named && !matches!(content, Some("that" | ":" | ","))
    }

    /// "… on 'Harbor Tonight.'"
    fn ends_with_programme(&self, tokens: &[Token]) -> bool {
        let quote = |t: &Token| t.kind == TokenKind::Quote;
        let Some(close) = tokens.iter().rposition(quote).filter(|i| i + 2 >= tokens.len()) else {
            return false;
        };
        let Some(open) = tokens[..close].iter().rposition(quote) else {
            return false;
        };
        let on = open.checked_sub(1).is_some_and(|i| self.source(&tokens[i]) == "on");
        on && tokens[open + 1..close].iter().all(|t| self.is_of_credit(t))
    }
}
