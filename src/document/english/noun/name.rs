//! Titles and the names behind them.

use std::ops::Range;

use crate::document::english::lexis::fact::{Layer, grammar, usage};
use crate::document::english::lexis::lexis;
use crate::document::english::noun::words::{Class, Words};

/// Where the name begins behind the posts it is given: `House Minority Leader Nancy Roe`, `Secretary of State Jane Roe`.
pub(crate) fn after_titles(words: &Words, start: usize, end: usize) -> Option<usize> {
    let posts = Class::TITLE
        .or(Class::OFFICE)
        .or(Class::ROLE)
        .or(Class::INSIDER)
        .or(Class::GROUP)
        .or(Class::HOLDER)
        .or(Class::SPOKES);
    let last = (start..end.saturating_sub(1)).rev().find(|i| words.is(*i, posts))?;
    let mut at = last + 1;
    if words.word(at) == "of" {
        let realm = Class::INSTITUTION
            .or(Class::PLACE)
            .or(Class::AGENCY)
            .or(Class::DEFINITE);
        at += 1;
        while at < end && words.is(at, realm) {
            at += 1;
        }
    }
    let no_name = Class::INSTITUTION.or(Class::PLACE).or(Class::NATIONALITY);
    let name =
        at < end && (at..end).all(|i| words.is_capital(i) && !words.is(i, no_name) || words.is(i, Class::PARTICLE));
    name.then_some(at)
}

/// `Secretary of State`, `Smith & Sons`: a small word inside a capitalised name.
pub(super) fn continues_name(words: &Words, at: usize, end: usize) -> bool {
    at > 0
        && at + 1 < end
        && words.is_proper(at - 1)
        && words.is_proper(at + 1)
        && (words.word(at) != "and" || words.is(at + 2, Class::INSTITUTION))
}

/// A capitalised name of two words or more, a title allowed before it.
pub(super) fn name_at(words: &Words, start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut capitals = 0;
    while at < end.min(words.len()) && at < start + 6 && words.is_word(at) {
        let class = words.class(at);
        if words.is_capital(at) {
            if class.is(Class::INSTITUTION) && !class.is(Class::OFFICE.or(Class::TITLE)) {
                return None;
            }
            capitals += 1;
        } else if !(class.is(Class::PARTICLE) && capitals > 0) {
            break;
        }
        at += 1;
    }
    (capitals >= 2).then_some(start..at)
}

/// A word that leads into a sentence and is no part of a name it stands before.
pub(crate) fn leads(word: &str) -> bool {
    let small = grammar::PREPOSITION | grammar::COORDINATOR | grammar::SUBORDINATOR | grammar::ADVERB;
    lexis().facts(word).of(Layer::Grammar) & small != 0
}

/// A day of the week or a month that is no verb and no name.
pub(crate) fn is_calendar(word: &str) -> bool {
    let facts = lexis().facts(word);
    let from_now = facts.of(Layer::Usage) & usage::NOW != 0;
    word != "may" && !from_now && facts.of(Layer::Grammar) & (grammar::TIME | grammar::MONTH) != 0
}
