//! How many people a phrase stands for, as a lower bound.

use std::ops::Range;

use crate::document::page::token::TokenKind;
use crate::document::source::People;
use crate::document::source::words::{Class, Words};

const QUANTITY: Class = Class::NUMBER
    .or(Class::SEVERAL)
    .or(Class::BOUND)
    .or(Class::VAGUE)
    .or(Class::OTHER)
    .or(Class::DEFINITE)
    .or(Class::INDEFINITE)
    .or(Class::POSSESSIVE)
    .or(Class::DEMONSTRATIVE);
/// No phrase stands for more.
const MOST: u32 = 1_000_000;

/// Counts the people of a phrase whose core is given.
pub(crate) fn count(words: &Words, core: Range<usize>, plural: bool) -> People {
    let many = People {
        at_least: 2,
        exact: false,
    };
    let mut number: Option<u32> = None;
    let mut more = false;
    let mut least = false;
    let mut near = false;
    let mut passed = false;
    for at in core.clone() {
        let word = words.word(at);
        // `one of the 11 officials`: the share counts, not the whole.
        if word == "of" && (number.is_some() || words.word(at.saturating_sub(1)) == "some") {
            // `eight of 10 voters` is a share, not a count.
            if is_share(words, at, core.end) {
                return many;
            }
            break;
        }
        if matches!(word, "percent" | "%") || word == "per" && words.word(at + 1) == "cent" {
            return many;
        }
        match word {
            "least" => least = true,
            "more" | "over" if number.is_none() => more = true,
            "nearly" | "about" | "almost" | "roughly" | "around" | "approximately" => near = true,
            "up" if words.word(at + 1) == "to" => {
                return People {
                    at_least: 1,
                    exact: false,
                };
            }
            _ => {}
        }
        // `a former May 19 member`: a number behind a describing word counts something else.
        let quantity = words.kind(at) == Some(TokenKind::Number)
            || words.is(at, QUANTITY)
            || matches!(word, "than" | "as" | "at" | "to" | "of" | "and" | "or" | "'s")
            || !words.is_word(at);
        passed |= !quantity && at + 1 < core.end;
        if words.is_mark(at, &["'"]) || word == "'s" {
            number = None;
            passed = false;
            continue;
        }
        if passed {
            continue;
        }
        if let Some(n) = value(words, at) {
            number = Some(match (number, word) {
                (Some(k), "dozen") => k.saturating_mul(12).min(MOST),
                (Some(k), _) => k,
                (None, _) => n,
            });
        } else if number.is_none() && matches!(word, "both" | "pair" | "couple" | "duo") {
            number = Some(2);
        } else if number.is_none() && word == "trio" {
            number = Some(3);
        } else if number.is_none() && word == "dozens" {
            return People {
                at_least: 24,
                exact: false,
            };
        } else if number.is_none() && word == "hundreds" {
            return People {
                at_least: 200,
                exact: false,
            };
        } else if number.is_none() && word == "thousands" {
            return People {
                at_least: 2000,
                exact: false,
            };
        } else if number.is_none() && words.is(at, Class::SEVERAL) && at + 1 < core.end {
            return People {
                at_least: 2,
                exact: false,
            };
        }
    }
    match number {
        Some(n) if more => People {
            at_least: n.saturating_add(1),
            exact: false,
        },
        Some(n) if near => People {
            at_least: if n < 3 { n.max(1) } else { (n - n.div_ceil(10)).max(2) },
            exact: false,
        },
        Some(n) => People {
            at_least: n,
            exact: !least,
        },
        None if plural => People {
            at_least: 2,
            exact: false,
        },
        None => People {
            at_least: 1,
            exact: true,
        },
    }
}

/// Whether the number before `of` is a part of the number behind it.
pub(super) fn is_share(words: &Words, of: usize, end: usize) -> bool {
    let part = of.checked_sub(1).and_then(|at| value(words, at));
    let whole = value(words, of + 1).filter(|_| of + 2 < end);
    part.is_some() && whole.is_some() && words.is(end - 1, Class::GROUP)
}

fn value(words: &Words, at: usize) -> Option<u32> {
    let word = words.word(at);
    if words.kind(at) == Some(TokenKind::Number) {
        let digits: String = word.chars().filter(|c| *c != ',').collect();
        return digits.parse::<u32>().ok().filter(|n| (1..=MOST).contains(n));
    }
    if !words.is(at, Class::NUMBER.or(Class::SEVERAL).or(Class::INDEFINITE)) {
        return None;
    }
    const NUMBERS: [&str; 21] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ];
    match word {
        "dozen" => Some(12),
        "half-dozen" => Some(6),
        "thirty" => Some(30),
        "forty" => Some(40),
        "fifty" => Some(50),
        _ => NUMBERS
            .iter()
            .position(|n| *n == word)
            .filter(|n| *n > 0)
            .map(|n| n as u32),
    }
}
