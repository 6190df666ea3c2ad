//! How many people a phrase stands for, as a lower bound.

use std::ops::Range;

use crate::document::english::noun::People;
use crate::document::english::noun::words::{Class, DETERMINER, Words};
use crate::document::page::token::TokenKind;

const QUANTITY: Class = DETERMINER
    .or(Class::NUMBER)
    .or(Class::SEVERAL)
    .or(Class::BOUND)
    .or(Class::VAGUE)
    .or(Class::OTHER);
const MANY: People = People::from(2);
/// No phrase stands for more.
const MOST: u32 = 1_000_000;

/// Counts the people of a phrase whose core is given.
pub(super) fn count(words: &Words, core: Range<usize>, plural: bool) -> People {
    let mut tally = Tally::default();
    for at in core.clone() {
        // `one of the 11 officials`: the share counts, not the whole.
        if words.word(at) == "of" && (tally.number.is_some() || words.word(at.saturating_sub(1)) == "some") {
            // `eight of 10 voters` is a share, not a count.
            if is_share(words, at, core.end) {
                return MANY;
            }
            break;
        }
        if let Some(people) = tally.take(words, at, core.end) {
            return people;
        }
    }
    tally.people(plural)
}

/// What the words of a phrase have counted so far.
#[derive(Default)]
struct Tally {
    number: Option<u32>,
    /// `more than`
    more: bool,
    /// `at least`
    least: bool,
    /// `nearly`
    near: bool,
    /// A describing word was met: `a former May 19 member` counts no members.
    passed: bool,
}

impl Tally {
    /// Takes the next word; gives the whole count where no number can follow.
    fn take(&mut self, words: &Words, at: usize, end: usize) -> Option<People> {
        let word = words.word(at);
        match word {
            "percent" | "%" => return Some(MANY),
            "per" if words.word(at + 1) == "cent" => return Some(MANY),
            "up" if words.word(at + 1) == "to" => return Some(People::from(1)),
            "least" => self.least = true,
            "more" | "over" if self.number.is_none() => self.more = true,
            _ if words.is(at, Class::NEAR) => self.near = true,
            _ => {}
        }
        if words.is_mark(at, &["'"]) || word == "'s" {
            self.number = None;
            self.passed = false;
            return None;
        }
        let quantity = words.kind(at) == Some(TokenKind::Number)
            || words.is(at, QUANTITY)
            || words.is(at, Class::FUNCTION)
            || !words.is_word(at);
        self.passed |= !quantity && at + 1 < end;
        if self.passed {
            return None;
        }
        if let Some(n) = value(words, at) {
            self.number = Some(match (self.number, word) {
                (Some(k), "dozen") => k.saturating_mul(12).min(MOST),
                (Some(k), _) => k,
                (None, _) => n,
            });
        } else if self.number.is_none() {
            match word {
                "both" | "pair" | "couple" | "duo" => self.number = Some(2),
                "trio" => self.number = Some(3),
                "dozens" => return Some(People::from(24)),
                "hundreds" => return Some(People::from(200)),
                "thousands" => return Some(People::from(2000)),
                _ if words.is(at, Class::SEVERAL) && at + 1 < end => return Some(MANY),
                _ => {}
            }
        }
        None
    }

    fn people(&self, plural: bool) -> People {
        match self.number {
            Some(n) if self.more => People::from(n.saturating_add(1)),
            Some(n) if self.near && n < 3 => People::from(n.max(1)),
            Some(n) if self.near => People::from((n - n.div_ceil(10)).max(2)),
            Some(n) => People {
                at_least: n,
                exact: !self.least,
            },
            None if plural => MANY,
            None => People::ONE,
        }
    }
}

/// Whether the number before `of` is a part of the number behind it.
pub(super) fn is_share(words: &Words, of: usize, end: usize) -> bool {
    let part = of.checked_sub(1).and_then(|at| value(words, at));
    let whole = value(words, of + 1).filter(|_| of + 2 < end);
    part.is_some() && whole.is_some() && words.is(end - 1, Class::GROUP)
}

const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                       seventeen eighteen nineteen twenty";

fn value(words: &Words, at: usize) -> Option<u32> {
    let word = words.word(at);
    if words.kind(at) == Some(TokenKind::Number) {
        let digits: String = word.chars().filter(|c| *c != ',').collect();
        return digits.parse::<u32>().ok().filter(|n| (1..=MOST).contains(n));
    }
    if !words.is(at, Class::NUMBER.or(Class::SEVERAL).or(Class::INDEFINITE)) {
        return None;
    }
    match word {
        "dozen" => Some(12),
        "half-dozen" => Some(6),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        // No number is as short as an article, which nearly every phrase has.
        "a" | "an" => None,
        _ => {
            let number = NUMBERS.split(' ').position(|n| n == word)?;
            (number > 0).then_some(number as u32)
        }
    }
}
