//! What stands beside a name, before it and behind it: posts, trades, ties and clauses.

use std::ops::Range;

use crate::document::english::noun::{self, is_doer, is_plural};
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, table};
use crate::document::page::token::TokenKind;
use crate::document::source::run::Run;
use crate::document::source::shape::is_band;
use crate::document::source::words::{Class, PEOPLE, Words, listed};

/// The longest run before a name or between two commas behind it, in tokens.
const REACH: usize = 24;

/// Who holds a post.
const POSTS: Class = Class::OFFICE
    .or(Class::TITLE)
    .or(Class::SPOKES)
    .or(Class::COUNSEL)
    .or(Class::INSIDER)
    .or(Class::ROLE)
    .or(Class::HOLDER)
    .or(Class::GROUP);

/// What stands in the run before a name beside the post itself: "the Ostby harbour board's former chief engineer".
const BESIDE_A_POST: Class = Class::INSTITUTION
    .or(Class::AGENCY)
    .or(Class::PLACE)
    .or(Class::NATIONALITY)
    .or(Class::SENIORITY)
    .or(Class::SIDE)
    .or(Class::OUTLET);

const ARTICLE: Class = Class::DEFINITE.or(Class::INDEFINITE);

/// The parts of a title and the basis, as they are found.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) title: Vec<Range<usize>>,
    pub(super) basis: Option<Range<usize>>,
}

/// Reads what stands beside names, with the part that every token plays in its sentence.
pub(super) struct Around<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    pub(super) tags: &'a [Tag],
    pub(super) runs: &'a [Run],
}

impl Around<'_, '_> {
    /// "Commerce Secretary **Lena Vold**", "the Orrin Trust's chief warden, **Lorna Petit**,", "truck driver **Pat Noll**".
    pub(super) fn before(&self, name: Range<usize>, from: usize, told: &mut Gathered) {
        let words = self.words;
        let comma = name.start > from + 1 && words.is_mark(name.start - 1, &[","]);
        let end = name.start - usize::from(comma);
        if end <= from || is_courtesy(words.word(end - 1)) || words.breaks_before(name.start) {
            return;
        }
        let Some(post) = self.post_before(end, from, comma) else {
            let last = end - 1;
            if !comma && name.len() > 1 && !words.is_capital(last) && calls(words, last) {
                self.called(last, end, from, comma, told);
            }
            return;
        };
        let start = self.called(post, end, from, comma, told);
        // "the press secretary, Maj. Gen. Pat Ryder": a rank between the post and the name.
        if !comma && start > from + 1 && words.is_mark(start - 1, &[","]) {
            let mut outer = Gathered::default();
            self.before(start..name.end, from, &mut outer);
            for piece in outer.title {
                add(words, piece, told);
            }
        }
    }

    /// The post of the run that ends at `end`: its last word, or one with a realm behind it ("Secretary of State", "envoy for the
    /// northern ports").
    fn post_before(&self, end: usize, from: usize, comma: bool) -> Option<usize> {
        let words = self.words;
        let last = end - 1;
        if is_post(words, last) {
            // "Councillors Roe and Doe" hold a post each; "the crowd, Roe said" is none.
            let many = is_plural(words, last) && (comma || !words.is_capital(last));
            return (!many && !is_band(words.word(last))).then_some(last);
        }
        if self.links(last) {
            return None;
        }
        let mut at = last;
        while at > from && end - at < REACH {
            let realm =
                words.is_capital(at) || comma && self.tag(at).in_phrase() || self.links(at) || words.word(at) == "'s";
            if !realm || words.breaks_before(at) {
                return None;
            }
            at -= 1;
            if is_post(words, at) && !is_trade(words, at) {
                return (self.tag(at + 1) == Tag::Preposition).then_some(at);
            }
        }
        None
    }

    /// A small word inside a post: "of", "for the", "and".
    fn links(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Preposition | Tag::Coordinator) || self.words.is(at, Class::DEFINITE)
    }

    /// Takes the run that has its post at `post` and ends at `end`; gives where it begins.
    fn called(&self, post: usize, end: usize, from: usize, comma: bool, told: &mut Gathered) -> usize {
        let words = self.words;
        let mut start = post;
        while start > from && end - start < REACH && self.joins_post(start - 1, end) {
            start -= 1;
        }
        let loose = |i: usize| matches!(words.word(i), "of" | "and" | "'s" | "&" | "for") || is_courtesy(words.word(i));
        while start < post && loose(start) {
            start += 1;
        }
        let owned = start > from && words.word(start - 1) == "'s";
        let pointed = start > from && words.is(start - 1, Class::DEFINITE.or(Class::POSSESSIVE));
        if comma && !owned && !pointed && !words.is_capital(start) {
            return start;
        }
        // "Ostby's top curator": whose post it is belongs to it.
        if owned {
            let mut owner = start - 1;
            let of_name = |i: usize| words.is_proper(i) || words.word(i) == "&";
            while owner > from && of_name(owner - 1) && !words.breaks_before(owner) {
                owner -= 1;
            }
            if owner < start - 1 {
                start = owner;
            }
        }
        if is_trade(words, post) {
            told.basis.get_or_insert(start..end);
        } else {
            add(words, start..end, told);
        }
        start
    }

    /// Whether a word stands in the run that ends in a post.
    fn joins_post(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let class = words.class(at);
        let inner = at > 0 && at + 1 < end;
        match words.word(at) {
            "and" | "&" if inner && !words.is_capital(at + 1) && !words.is(at - 1, PEOPLE.or(Class::OFFICE)) => {
                self.tag(at - 1) == Tag::Noun && at > 1 && self.tag(at - 2) == Tag::Adjective
            }
            "'s" | "of" | "and" | "&" | "for" => {
                // "President Ana Roe and Deputy President Bo Lund": a name ends before the word.
                inner && words.is_capital(at + 1) && words.is_capital(at - 1) && !self.ends_name(at - 1)
            }
            _ if !words.is_word(at) || words.breaks_before(at + 1) => false,
            _ if class.is(POSTS.or(BESIDE_A_POST)) => !class.is(Class::BREAK),
            _ if self.tag(at).is_verb() && !words.is_capital(at) => false,
            _ if class.is(ARTICLE
                .or(Class::POSSESSIVE)
                .or(Class::FUNCTION)
                .or(Class::TIME)
                .or(Class::BREAK)
                .or(Class::OPENER)
                .or(Class::SAYING)) =>
            {
                false
            }
            _ => words.is_capital(at) && !words.is_opening(at) || self.tag(at).in_phrase(),
        }
    }

    /// Whether somebody's name ends with the token.
    fn ends_name(&self, at: usize) -> bool {
        if self.words.is(at, Class::HOUSEHOLD) {
            return true;
        }
        let next = self.runs.partition_point(|r| r.name.end <= at);
        self.runs
            .get(next)
            .is_some_and(|r| r.name.end == at + 1 && r.name.len() > 1)
    }

    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Symbol)
    }

    /// What stands between commas or in brackets behind a name.
    pub(super) fn behind(&self, name_end: usize, end: usize, told: &mut Gathered) {
        let words = self.words;
        if words.is_mark(name_end, &["("]) {
            let close = (name_end + 1..end.min(name_end + 8)).find(|i| words.is_mark(*i, &[")"]));
            if let Some(close) = close.filter(|c| is_party(words, name_end + 1..*c)) {
                add(words, name_end + 1..close, told);
            }
            return;
        }
        if matches!(words.word(name_end), "is" | "was" | "became") {
            let piece = name_end + 1..self.piece_end(name_end + 1, end);
            let post = self
                .head(piece.clone())
                .is_some_and(|head| is_post(words, head) && !is_trade(words, head));
            if post
                && words.word(name_end + 1) != "not"
                && !piece.is_empty()
                && !words.is(piece.end - 1, Class::FUNCTION)
            {
                add(words, piece, told);
            }
            return;
        }
        if matches!(words.word(name_end), "with" | "of")
            && words.is_capital(name_end + 1) | words.is(name_end + 1, Class::DEFINITE)
        {
            let said = Class::SAYING.or(Class::POSTING);
            let stop = (name_end + 1..end).find(|i| !words.is_word(*i) || words.is(*i, said));
            told.basis.get_or_insert(name_end..stop.unwrap_or(end));
            return;
        }
        let mut at = name_end;
        for _ in 0..4 {
            if !words.is_mark(at, &[","]) || at + 1 >= end {
                return;
            }
            let start = at + 1;
            let stop = self.piece_end(start, end);
            if stop == start || !self.sort(start..stop, told) {
                return;
            }
            at = stop;
        }
    }

    /// One past the piece that begins at `start`: up to a comma, another mark or the verb of the clause.
    fn piece_end(&self, start: usize, end: usize) -> usize {
        let words = self.words;
        let inside = |i: usize| {
            words.is_word(i) || words.kind(i) == Some(TokenKind::Number) || matches!(words.word(i), "'s" | "'" | "&")
        };
        let mut clause = false;
        for at in start..end.min(start + REACH) {
            clause |= matches!(words.word(at), "who" | "whose" | "which" | "that");
            let verb = || at > start && (self.says(at) || self.acts(at));
            if !inside(at) || !clause && verb() {
                return at;
            }
        }
        end.min(start + REACH)
    }

    /// A verb of saying where no noun stands: "the state agency" says nothing.
    fn says(&self, at: usize) -> bool {
        let words = self.words;
        words.is(at, Class::SAYING.or(Class::POSTING))
            && !words.is_capital(at)
            && !words.is(at, PEOPLE)
            && !words.is(at - 1, ARTICLE.or(Class::POSSESSIVE))
    }

    /// The head of a piece: the last noun before its first preposition or clause; that of the whole in "one of the port's pilots".
    fn head(&self, piece: Range<usize>) -> Option<usize> {
        let words = self.words;
        let one = words.word(piece.start) == "one" && words.word(piece.start + 1) == "of";
        let piece = piece.start + 2 * usize::from(one)..piece.end;
        let breaks = |i: &usize| {
            words.is(*i, Class::BREAK)
                || matches!(self.tag(*i), Tag::Preposition | Tag::Coordinator)
                || words.word(*i) == "&"
        };
        let end = piece.clone().skip(1).find(breaks).unwrap_or(piece.end);
        noun::read(words, piece.start..end).map(|phrase| phrase.head)
    }

    fn acts(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Finite | Tag::Auxiliary) && self.words.word(at) != "'s"
    }

    /// Puts a piece where it belongs; whether another may follow it.
    fn sort(&self, piece: Range<usize>, told: &mut Gathered) -> bool {
        let words = self.words;
        let first = piece.start;
        // "Fleming, 61, said": an age is neither.
        if piece.len() == 1 && words.kind(first) == Some(TokenKind::Number) || words.word(first) == "aged" {
            return true;
        }
        if is_party(words, piece.clone()) {
            add(words, piece, told);
            return true;
        }
        if matches!(words.word(first), "who" | "whose") {
            told.basis.get_or_insert(piece);
            return true;
        }
        if self.says(first) || self.acts(first) {
            return false;
        }
        // "an analyst who follows the firm", "president of the guild and a neighbour of the mill"
        let parts = |i: &usize| {
            matches!(words.word(*i), "who" | "whose") || words.word(*i) == "and" && words.is(*i + 1, ARTICLE)
        };
        let part = piece.clone().skip(1).find(parts);
        let (piece, rest) = part.map_or((piece.clone(), None), |at| {
            let skipped = usize::from(words.word(at) == "and");
            (piece.start..at, Some(at + skipped..piece.end))
        });
        let Some(head) = self.head(piece.clone()) else {
            return false;
        };
        let one = !is_plural(words, head) || words.word(first) == "one";
        if is_post(words, head) && !is_trade(words, head) && one {
            add(words, piece, told);
        } else if words.is(head, PEOPLE.or(Class::KIN).or(Class::HOLDER)) || words.is(first, Class::INDEFINITE) {
            told.basis.get_or_insert(piece);
        } else if words.is_capital(first) && !words.is(first, Class::MAN.or(Class::WOMAN)) && !told.title.is_empty() {
            // "director of services, East Side District": the body behind its post.
            add(words, piece, told);
        } else {
            return false;
        }
        if let Some(rest) = rest {
            self.sort(rest, told);
        }
        true
    }
}

/// Whether a word names a post or an expert: "director", "co-chair", "ex-president", "geochemist".
fn is_post(words: &Words, at: usize) -> bool {
    words.is(at, POSTS)
        || listed(bare(words.word(at))).is(POSTS)
        || words.word(at).ends_with("ist") && is_doer(words, at)
}

/// Whether a noun can call somebody before their name: "correspondent", "cellist".
fn calls(words: &Words, at: usize) -> bool {
    is_doer(words, at) || words.is(at, PEOPLE) || table().class(words.word(at)).is(flag::PERSON | flag::TITLE)
}

/// "chair" of "co-chair"
fn bare(word: &str) -> &str {
    word.rsplit_once('-').map_or(word, |(_, bare)| bare)
}

/// "D-Winters", "R-Ohio", "a Green"
fn is_party(words: &Words, piece: Range<usize>) -> bool {
    piece.len() <= 3
        && words.word(piece.start).len() > 2
        && words.word(piece.start).as_bytes().get(1) == Some(&b'-')
        && words.is_capital(piece.start)
}

fn is_courtesy(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx")
}

/// What people do, are or suffer without holding a post.
pub(super) fn is_trade(words: &Words, at: usize) -> bool {
    words.is(at, Class::KIN.or(Class::TRADE)) || listed(bare(words.word(at))).is(Class::KIN.or(Class::TRADE))
}

fn add(words: &Words, mut piece: Range<usize>, told: &mut Gathered) {
    while piece.start < piece.end && words.is(piece.start, ARTICLE) && words.word(piece.start) != "one" {
        piece.start += 1;
    }
    if piece.start >= piece.end || told.title.len() >= 3 {
        return;
    }
    let said = |r: &Range<usize>| words.text[words.span(r.start, r.end)].to_lowercase();
    let new = said(&piece);
    // "President", then "Former President": the longer one tells more.
    if let Some(old) = told
        .title
        .iter_mut()
        .find(|old| new.contains(&said(old)) || said(old).contains(&new))
    {
        if piece.len() > old.len() {
            *old = piece;
        }
        return;
    }
    told.title.push(piece);
}
