//! Determiners and quantities before a head: `the`, `at least two`, `one of the`.

use crate::document::english::noun::count::is_share;
use crate::document::english::noun::words::{Class, Words};
use crate::document::english::noun::{Determiner, NounPhrase};
use crate::document::page::token::TokenKind;

/// Reads determiner and quantity; gives the first token behind them.
pub(super) fn determine(words: &Words, phrase: &mut NounPhrase, start: usize, end: usize) -> usize {
    let mut at = start;
    let class = words.class(at);
    if class.is(Class::POSSESSIVE) {
        phrase.determiner = Determiner::Possessive;
        at += 1;
    } else if class.is(Class::DEFINITE) {
        phrase.determiner = Determiner::Definite;
        at += 1;
    } else if class.is(Class::DEMONSTRATIVE) && at + 1 < end && words.is_word(at + 1) && !words.is(at + 1, Class::BREAK)
    {
        phrase.determiner = Determiner::Demonstrative;
        at += 1;
    } else if class.is(Class::INDEFINITE) {
        phrase.determiner = Determiner::Indefinite;
        phrase.other = words.word(at) == "another";
        at += 1;
    }
    quantify(words, phrase, at, end)
}

/// Reads `at least two dozen`, `several other`; gives the first token behind.
pub(super) fn quantify(words: &Words, phrase: &mut NounPhrase, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let class = words.class(at);
        let number = words.kind(at) == Some(TokenKind::Number) || class.is(Class::NUMBER.or(Class::SEVERAL));
        // `number`, `pair`, `group` count only before `of`.
        let noun = class.is(Class::SEVERAL) && class.is(Class::COLLECTED);
        if number && !noun {
            phrase.counted = true;
        } else if class.is(Class::VAGUE) && words.word(at + 1) != "than" {
            phrase.vague = true;
        } else if class.is(Class::OTHER) && !words.is(at, Class::PERSON) {
            phrase.other = true;
        } else {
            let article = words.word(at) == "the" && at == start;
            let bound = class.is(Class::BOUND)
                || words.word(at + 1) == "than"
                || matches!(words.word(at), "than" | "as" | "at" | "to" | "a");
            if words.word(at) == "others" || !(bound || article) {
                break;
            }
        }
        if phrase.determiner == Determiner::Bare && number {
            phrase.determiner = Determiner::Indefinite;
        }
        // A quantity that stands alone is the head: `some say`, `one of them`.
        if at + 1 >= end || (words.is(at + 1, Class::BREAK) && !matches!(words.word(at + 1), "of" | "to")) {
            return at;
        }
        if words.word(at + 1) == "of" {
            return at;
        }
        at += 1;
    }
    at
}

/// `one of the officials`, `a number of aides`: the noun behind `of` is the head.
pub(super) fn partitive(
    words: &Words,
    phrase: &mut NounPhrase,
    head: Option<usize>,
    of: usize,
    end: usize,
) -> Option<usize> {
    let quantity = head?;
    let class = words.class(quantity);
    let number = words.kind(quantity) == Some(TokenKind::Number);
    if !(number
        || class.is(Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE).or(Class::INDEFINITE))
        || words.word(quantity) == "members")
        || of + 1 >= end
    {
        return None;
    }
    if words.word(quantity) == "members" {
        return None;
    }
    phrase.counted |= number || class.is(Class::NUMBER.or(Class::SEVERAL));
    phrase.vague |= class.is(Class::VAGUE) || is_share(words, of, end);
    let mut at = of + 1;
    if words.is(at, Class::DEFINITE.or(Class::POSSESSIVE).or(Class::DEMONSTRATIVE)) {
        at += 1;
    }
    if phrase.determiner == Determiner::Bare {
        phrase.determiner = Determiner::Indefinite;
    }
    Some(quantify(words, phrase, at, end))
}
