//! Whose words the tokens of a sentence are.
//!
//! Voice tells quotation and paraphrase apart. Two more are nobody's but another's: what a headline puts between marks, and what
//! somebody is said to have made of a thing ("seen as humiliating by", "deems it a threat", "called the plan a farce").

use crate::document::Document;
use crate::document::english::clause::{Clause, Role};
use crate::document::english::lexis::fact::{Layer, cue};
use crate::document::english::lexis::lexis;
use crate::document::english::tag::Tag;
use crate::document::page::token::{TokenKind, Tokens};
use crate::document::voice::Voice;

/// What somebody on the page is said to have made of a thing, by first token.
pub(super) fn verdicts(document: &Document<'_>) -> Vec<Tokens> {
    let mut out: Vec<Tokens> = document
        .clauses()
        .filter_map(|c| {
            if is_naming(document, &c) {
                verdict(document, &c)
            } else {
                charge(document, &c)
            }
        })
        .collect();
    out.sort_unstable_by_key(|t| t.start);
    out
}

/// Whether the verb takes a thing and what it is made out to be, and somebody else than the writer does so.
fn is_naming(document: &Document<'_>, clause: &Clause<'_>) -> bool {
    let writer = |s: Tokens| s.end - s.start == 1 && matches!(document.word(s.start as usize), "i" | "we");
    frames(document, clause) & (cue::NAME | cue::STANCE_NAME) != 0 && !clause.subject().is_some_and(writer)
}

fn frames(document: &Document<'_>, clause: &Clause<'_>) -> u64 {
    lexis().facts(document.word(clause.head())).of(Layer::Cue)
}

/// "Accused the board of needlessly stirring up the delta": what stands behind "of" is the charge.
fn charge(document: &Document<'_>, clause: &Clause<'_>) -> Option<Tokens> {
    if !document.word(clause.head()).starts_with("accus") {
        return None;
    }
    let end = document.sentences()[document.sentence_at(document.span_of(clause.head(), clause.head() + 1).start)?]
        .tokens
        .end as usize;
    let of = (clause.head() + 1..end).find(|i| document.word(*i) == "of")?;
    let of = match document.word(of + 1).ends_with("ing") || document.tags().get(of + 1) == Some(&Tag::Adverb) {
        true => of,
        // "The Party of Velm of needlessly".
        false => (of + 1..end).find(|i| document.word(*i) == "of").unwrap_or(of),
    };
    Some(Tokens::new(of, end))
}

/// The tokens of the verdict: what stands behind "as", or the whole object of a verb that does nothing but name. A passive has to say
/// by whom: "is seen as" alone is the writer's.
fn verdict(document: &Document<'_>, clause: &Clause<'_>) -> Option<Tokens> {
    let word = |i: &usize, word: &str| document.word(*i) == word;
    if let Some(object) = clause.part(Role::Object) {
        let as_what = object.range().find(|i| word(i, "as"));
        let names = frames(document, clause) & !(cue::NAME | cue::STANCE_NAME | cue::PASSIVE | cue::FOR | cue::ON) == 0;
        let from = as_what.or_else(|| names.then_some(object.start as usize))?;
        return Some(Tokens::new(from, object.end as usize));
    }
    let from = clause.head() + 1;
    // "What they see as a flood of".
    let what = clause.subject().and_then(|s| s.start.checked_sub(1));
    let what = what.is_some_and(|i| word(&(i as usize), "what"));
    if !(clause.is_passive() || what) || document.word(from) != "as" {
        return None;
    }
    let stops = |t: &Tag| {
        matches!(
            t,
            Tag::Comma
                | Tag::Stop
                | Tag::Semicolon
                | Tag::Colon
                | Tag::Dash
                | Tag::Subordinator
                | Tag::Relative
                | Tag::Finite
        )
    };
    let tags = document.tags().get(from..)?;
    let end = from + tags.iter().position(stops).unwrap_or(tags.len());
    (what || (from..end).any(|i| word(&i, "by"))).then(|| Tokens::new(from, end))
}

/// What the words of a sentence are that are nobody else's.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own {
    /// Whether a figure stands among them.
    pub(super) figure: bool,
    /// How many they are.
    pub(super) words: usize,
    /// Whether a capital says something: in a headline with capitals throughout it says nothing about names.
    pub(super) cased: bool,
    /// Whether "I" speaks among them.
    pub(super) first_person: bool,
}

/// Whose voice each token of a sentence, or of a headline, `title`, is in.
pub(super) fn read_voices(
    document: &Document<'_>,
    verdicts: &[Tokens],
    (first, end, title): (usize, usize, bool),
    voices: &mut Vec<Voice>,
) -> Own {
    let mut own = Own::default();
    let tokens = document.tokens().get(first..end).unwrap_or(&[]);
    voices.clear();
    let (mut words, mut capitals) = (0, 0);
    let mut runs = tokens
        .first()
        .map_or(&[][..], |t| document.voice_from(t.start as usize));
    for token in tokens {
        while runs.first().is_some_and(|r| r.end <= token.start as usize) {
            runs = &runs[1..];
        }
        let voice = runs.first().map_or(Voice::Outlet, |r| r.voice);
        voices.push(voice);
        if token.kind == TokenKind::Word {
            words += 1;
            capitals += usize::from(token.is_capital());
        }
        if voice != Voice::Quoted {
            own.first_person |= document.vocabulary().word(token.word) == "i";
            own.figure |= token.kind == TokenKind::Number;
            own.words += usize::from(token.kind == TokenKind::Word);
        }
    }
    let mut give = |tokens: &Tokens| {
        let theirs = (tokens.start as usize).max(first) - first..(tokens.end as usize).min(end) - first;
        voices.get_mut(theirs).unwrap_or_default().fill(Voice::Quoted);
    };
    if title {
        // The marks of a headline give words to whoever it is about, were it one word: "Ferry plan 'disgraceful', says guild".
        let from = document.quotes().partition_point(|q| (q.tokens.end as usize) <= first);
        let quotes = document.quotes()[from..].iter();
        let here = quotes.take_while(|q| (q.tokens.start as usize) < end);
        here.for_each(|q| give(&Tokens::new(q.tokens.start as usize, q.tokens.end as usize)));
    }
    let from = verdicts.partition_point(|v| (v.start as usize) < first);
    let here = verdicts[from..].iter().take_while(|v| (v.start as usize) < end);
    here.for_each(give);
    own.cased = capitals * 4 < words * 3;
    own
}
