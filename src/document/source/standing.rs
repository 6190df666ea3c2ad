//! What the page says of a source beside its name: the post it holds, and why it can know.
//!
//! A *title* is a formal standing: post, office, rank, leadership, licensed or expert profession, a spokesperson's role, with the body
//! it is held in and the party tag of a lawmaker ("harbour master", "deputy curator at the Orrin Museum", "Sen., G-Selby"). A *basis*
//! is what else the page gives with the name: a trade, a tie, a clause ("a diver who found the wreck", "who wrote the lamp bill"). Both
//! are taken from wherever the name stands, as a page introduces somebody once and lets them speak later.
//!
//! Blind spots: a sentence of its own about the source is no basis here ("Kolle has kept the lock for thirty years."), and neither is
//! the way a paper came to the newsroom.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::english::noun;
use crate::document::english::words::{flag, table};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::TokenKind;
use crate::document::source::names::{Run, id_of};
use crate::document::source::words::{Class, PEOPLE, Words, listed};
use crate::document::source::{Source, SourceKind};
use crate::text::span::Span;

/// Words of the page about a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// As on the page, without article; parts that stand apart are joined by a comma.
    pub text: String,
    /// Where the first of them stands.
    pub span: Span,
}

/// How many mentions of a source are asked for its surname.
const MENTIONS: usize = 8;

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

/// The parts of a title and the basis, as they are found.
#[derive(Default)]
struct Told {
    title: Vec<Range<usize>>,
    basis: Option<Range<usize>>,
}

/// Gives every named source what its names stand beside, and every unnamed one its description.
pub(super) fn give(words: &Words, sentences: &[Sentence], aside: &[bool], runs: &[Run], sources: &mut [Source]) {
    let mut told: Vec<Told> = sources.iter().map(|_| Told::default()).collect();
    let named = by_surname(words, runs, sources);
    let mut at = 0;
    for (sentence, aside) in sentences.iter().zip(aside) {
        let end = sentence.tokens.end as usize;
        let from = sentence.tokens.start as usize;
        while let Some(run) = runs.get(at).filter(|r| r.name.start < end) {
            at += 1;
            if *aside || run.name.is_empty() || run.name.start < from {
                continue;
            }
            let surname = id_of(words, run.name.end - 1);
            let Some((_, id)) = named
                .binary_search_by_key(&surname, |n| n.0)
                .ok()
                .and_then(|i| named.get(i))
            else {
                continue;
            };
            let told = &mut told[*id];
            before(words, run.name.clone(), from, told);
            behind(words, run.name.end, end, told);
        }
    }
    for (source, told) in sources.iter_mut().zip(told) {
        match source.kind {
            SourceKind::Named => {
                source.title = written(words, &told.title);
                source.basis = told.basis.and_then(|b| written(words, &[b]));
            }
            SourceKind::Anonymous | SourceKind::Office => describe(words, source),
            _ => {}
        }
    }
}

/// The surname of each named source with its index, in order of the word; a surname that two bear tells neither.
fn by_surname(words: &Words, runs: &[Run], sources: &[Source]) -> Vec<(u32, usize)> {
    let named = sources.iter().enumerate().filter(|(_, s)| s.kind == SourceKind::Named);
    let mut all: Vec<(u32, usize)> = named
        .flat_map(|(id, source)| {
            // The first name in a mention: what stands behind it may name others.
            source.mentions.iter().take(MENTIONS).filter_map(move |mention| {
                let range = words.range(*mention);
                let at = runs.partition_point(|r| r.name.start < range.start);
                let mut inside = runs.get(at..)?.iter().take_while(|r| r.name.start < range.end);
                let named = inside.find(|r| !r.name.is_empty()).map(|r| r.name.end);
                // "Roe" alone is no run of its own.
                let alone = range.len() == 1 && words.is_capital(range.start);
                let end = named.or(alone.then_some(range.end))?;
                Some((id_of(words, end - 1), id))
            })
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    let shared: Vec<u32> = all.windows(2).filter(|w| w[0].0 == w[1].0).map(|w| w[0].0).collect();
    all.retain(|(word, _)| shared.binary_search(word).is_err());
    all
}

/// "Commerce Secretary **Lena Vold**", "the Orrin Trust's chief warden, **Lorna Petit**,", "truck driver **Pat Noll**".
fn before(words: &Words, name: Range<usize>, from: usize, told: &mut Told) {
    let comma = name.start > from + 1 && words.is_mark(name.start - 1, &[","]);
    let end = name.start - usize::from(comma);
    if end <= from || is_courtesy(words.word(end - 1)) {
        return;
    }
    let last = end - 1;
    let called = !comma && name.len() > 1 && !words.is_capital(last) && is_noun(words.word(last));
    if !is_post(words, last) && !called {
        return;
    }
    let mut start = last;
    while start > from && end - start < REACH && joins_post(words, start - 1, end) {
        start -= 1;
    }
    let loose = |i: usize| matches!(words.word(i), "of" | "and" | "'s" | "&" | "for") || is_courtesy(words.word(i));
    while start < end && loose(start) {
        start += 1;
    }
    let definite =
        start > from && words.is(start - 1, Class::DEFINITE.or(Class::POSSESSIVE)) || words.is_capital(start);
    if start >= end || comma && !definite {
        return;
    }
    if is_trade(words, last) {
        told.basis.get_or_insert(start..end);
    } else {
        add(words, start..end, told);
    }
}

/// Whether a word stands in the run that ends in a post.
fn joins_post(words: &Words, at: usize, end: usize) -> bool {
    let class = words.class(at);
    match words.word(at) {
        "'s" | "of" | "and" | "&" | "for" => {
            at + 1 < end && words.is_capital(at + 1) && at > 0 && words.is_capital(at - 1)
        }
        _ if !words.is_word(at) || words.breaks_before(at + 1) => false,
        _ if class.is(POSTS.or(BESIDE_A_POST)) => true,
        _ if class.is(Class::DEFINITE
            .or(Class::INDEFINITE)
            .or(Class::POSSESSIVE)
            .or(Class::FUNCTION)
            .or(Class::TIME)
            .or(Class::SAYING)) =>
        {
            false
        }
        _ => words.is_capital(at) && !words.is_opening(at) || !is_verb(words.word(at)),
    }
}

/// What stands between commas or in brackets behind a name.
fn behind(words: &Words, name_end: usize, end: usize, told: &mut Told) {
    if words.is_mark(name_end, &["("]) {
        let close = (name_end + 1..end.min(name_end + 8)).find(|i| words.is_mark(*i, &[")"]));
        if let Some(close) = close.filter(|c| is_party(words, name_end + 1..*c)) {
            add(words, name_end + 1..close, told);
        }
        return;
    }
    if matches!(words.word(name_end), "is" | "was" | "became") {
        let piece = name_end + 1..piece_end(words, name_end + 1, end);
        let post = head(words, piece.clone()).is_some_and(|head| is_post(words, head) && !is_trade(words, head));
        if post && !piece.is_empty() && !words.is(piece.end - 1, Class::FUNCTION) {
            add(words, piece, told);
        }
        return;
    }
    if matches!(words.word(name_end), "with" | "of")
        && words.is_capital(name_end + 1) | words.is(name_end + 1, Class::DEFINITE)
    {
        let stop = (name_end + 1..end).find(|i| !words.is_word(*i) || words.is(*i, Class::SAYING.or(Class::POSTING)));
        told.basis.get_or_insert(name_end..stop.unwrap_or(end));
        return;
    }
    let mut at = name_end;
    for _ in 0..4 {
        if !words.is_mark(at, &[","]) || at + 1 >= end {
            return;
        }
        let start = at + 1;
        let stop = piece_end(words, start, end);
        if stop == start {
            return;
        }
        if !sort(words, start..stop, told) {
            return;
        }
        at = stop;
    }
}

/// One past the piece that begins at `start`: up to a comma, another mark or the verb of saying.
fn piece_end(words: &Words, start: usize, end: usize) -> usize {
    let clause = matches!(words.word(start), "who" | "whose");
    let inside = |i: usize| {
        words.is_word(i) || words.kind(i) == Some(TokenKind::Number) || matches!(words.word(i), "'s" | "'" | "&")
    };
    let stop = |i: &usize| !inside(*i) || *i > start && !clause && says(words, *i);
    let last = end.min(start + REACH);
    (start..last).find(stop).unwrap_or(last)
}

/// A verb of saying where no noun stands: "the state agency" says nothing.
fn says(words: &Words, at: usize) -> bool {
    words.is(at, Class::SAYING.or(Class::POSTING))
        && !words.is_capital(at)
        && !words.is(at, PEOPLE)
        && !words.is(at - 1, Class::DEFINITE.or(Class::INDEFINITE).or(Class::POSSESSIVE))
}

/// Puts a piece where it belongs; whether another may follow it.
fn sort(words: &Words, piece: Range<usize>, told: &mut Told) -> bool {
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
    if says(words, first) {
        return false;
    }
    // "an analyst who follows the firm", "president of the guild and a neighbour of the mill"
    let article = Class::INDEFINITE.or(Class::DEFINITE);
    let parts =
        |i: &usize| matches!(words.word(*i), "who" | "whose") || words.word(*i) == "and" && words.is(*i + 1, article);
    let part = piece.clone().skip(1).find(parts);
    let (piece, rest) = part.map_or((piece.clone(), None), |at| {
        let skipped = usize::from(words.word(at) == "and");
        (piece.start..at, Some(at + skipped..piece.end))
    });
    let Some(head) = head(words, piece.clone()) else {
        return false;
    };
    if is_post(words, head) && !is_trade(words, head) {
        add(words, piece, told);
    } else if words.is(head, PEOPLE.or(Class::KIN).or(Class::HOLDER)) || words.is(first, Class::INDEFINITE) {
        told.basis.get_or_insert(piece);
    } else if words.is_capital(first) && !told.title.is_empty() {
        // "director of services, East Side District": the body behind its post.
        add(words, piece, told);
    } else {
        return false;
    }
    if let Some(rest) = rest {
        sort(words, rest, told);
    }
    true
}

/// The head of a piece: the last noun before its first preposition or clause.
fn head(words: &Words, piece: Range<usize>) -> Option<usize> {
    let breaks = |i: &usize| {
        words.is(*i, Class::BREAK)
            || matches!(
                words.word(*i),
                "and" | "&" | "with" | "of" | "at" | "for" | "in" | "from" | "to" | "on"
            )
    };
    let end = piece.clone().skip(1).find(breaks).unwrap_or(piece.end);
    noun::read(words, piece.start..end).map(|phrase| phrase.head)
}

/// Whether a word names a post: "director", "co-chair", "ex-president".
fn is_post(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let bare = ["co-", "ex-", "vice-", "deputy-"]
        .iter()
        .find_map(|p| word.strip_prefix(p));
    words.is(at, POSTS) || bare.is_some_and(|bare| listed(bare).is(POSTS))
}

/// "D-Winters", "R-Ohio", "a Green"
fn is_party(words: &Words, piece: Range<usize>) -> bool {
    piece.len() <= 3
        && words.word(piece.start).len() > 2
        && words.word(piece.start).as_bytes().get(1) == Some(&b'-')
        && words.is_capital(piece.start)
}

/// Whether a word can only be a verb.
fn is_verb(word: &str) -> bool {
    let class = table().class(word);
    class.is(flag::VERB) && !class.is(flag::NOUN | flag::ADJECTIVE)
}

/// Whether a word is listed as a noun or a person.
fn is_noun(word: &str) -> bool {
    table().class(word).is(flag::NOUN | flag::PERSON | flag::TITLE)
}

fn is_courtesy(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "miss" | "mx")
}

/// What people do, are or suffer without holding a post.
pub(super) fn is_trade(words: &Words, at: usize) -> bool {
    words.is(at, Class::KIN.or(Class::TRADE))
}

fn add(words: &Words, mut piece: Range<usize>, told: &mut Told) {
    while piece.start < piece.end && words.is(piece.start, Class::DEFINITE.or(Class::INDEFINITE)) {
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

/// The description of somebody without a name is all the page gives: its post without article and number, and the whole of it as
/// the reason to listen.
fn describe(words: &Words, source: &mut Source) {
    let Some(first) = source.mentions.first() else { return };
    let Some(phrase) = noun::read(words, words.range(*first)) else {
        return;
    };
    let mut core = phrase.core.clone();
    let plain = Class::DEFINITE
        .or(Class::INDEFINITE)
        .or(Class::NUMBER)
        .or(Class::SEVERAL)
        .or(Class::VAGUE)
        .or(Class::OTHER)
        .or(Class::BOUND);
    while core.start < core.end && (words.is(core.start, plain) || words.kind(core.start) == Some(TokenKind::Number)) {
        core.start += 1;
    }
    if core.start < core.end && !phrase.pronoun {
        source.title = written(words, &[core.clone()]);
    }
    if phrase.tokens.end > phrase.core.end && source.kind == SourceKind::Anonymous {
        source.basis = written(words, std::slice::from_ref(&(core.start..phrase.tokens.end)));
    }
}

/// The parts as one text.
fn written(words: &Words, parts: &[Range<usize>]) -> Option<Standing> {
    let first = parts.first()?;
    let said = |r: &Range<usize>| super::label(words.text, words.span(r.start, r.end));
    Some(Standing {
        text: parts.iter().map(said).collect::<Vec<_>>().join(", "),
        span: words.span(first.start, first.end),
    })
}
