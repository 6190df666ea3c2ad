//! Runs of capitals: where a name begins and ends, and whether it can be a person's.

use std::ops::Range;

use crate::document::english::noun::name::{after_titles, is_calendar, leads};
use crate::document::page::token::TokenKind;
use crate::document::source::words::{Class, PEOPLE, Words};

/// A capitalised run that can be a person.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// With titles.
    pub(crate) whole: Range<usize>,
    /// Without.
    pub(crate) name: Range<usize>,
    pub(crate) titled: bool,
}

pub(super) fn is_headline(words: &Words, tokens: Range<usize>) -> bool {
    let (mut all, mut capitals) = (0, 0);
    for token in words.tokens.get(tokens.clone()).unwrap_or_default() {
        all += usize::from(token.kind == TokenKind::Word);
        capitals += usize::from(token.is_capital());
    }
    let stopped = tokens
        .end
        .checked_sub(1)
        .is_some_and(|i| words.is_mark(i, &[".", "\""]));
    all >= 4 && capitals * 10 >= all * 6 && !stopped
}

/// The run that begins at `start`; without a name when it can be nobody's.
pub(super) fn read(words: &Words, start: usize, limit: usize) -> Option<Run> {
    if !begins_run(words, start) {
        return None;
    }
    let (end, titles) = extent(words, start, limit);
    // A title alone is no name; a trailing generation is no surname.
    let titles = titles.min(end - start - usize::from(end > start));
    let mut last = end;
    while last > start + titles + 1 && is_generation(words.word(last - 1)) {
        last -= 1;
    }
    let lead = after_titles(words, start, last);
    let name = lead.unwrap_or(start + titles)..last;
    let titled = titles > 0 || lead.is_some();
    let after_the = start > 0 && words.is(start - 1, Class::DEFINITE.or(Class::INDEFINITE)) && !titled;
    let good = !after_the && is_persons(words, start, name.clone());
    let kept = good && (name.len() > 1 || titled);
    Some(Run {
        whole: start..end,
        name: if kept { name } else { start..start },
        titled: kept && titled,
    })
}

/// Whether a run can begin at a token: a capital that is not merely the sentence's.
fn begins_run(words: &Words, start: usize) -> bool {
    // "But Obama", "In June": however it is written, it belongs to the sentence.
    if !words.is_capital(start) || leads(words.word(start)) {
        return false;
    }
    let class = words.class(start);
    if !words.is_opening(start) || class.is(Class::TITLE) {
        return true;
    }
    // `When Roe left`, `Fake News`: a capital of the sentence's.
    let given = class.is(Class::MAN.or(Class::WOMAN));
    (class.is_empty() || given || words.is_capital(start + 1))
        && (given || !class.is(Class::FUNCTION.or(Class::TIME)) || class.is(Class::FUNCTION) && words.is_proper(start))
}

/// Where a run ends, and how many titles it begins with.
fn extent(words: &Words, start: usize, limit: usize) -> (usize, usize) {
    let mut end = start + 1;
    let mut titles = usize::from(words.is(start, Class::TITLE));
    let mut at = start + 1;
    while at < limit && at < start + 8 && words.is_word(at) && !words.breaks_before(at) {
        let titled = titles == at - start && words.is(at, Class::TITLE);
        let particle = words.is(at, Class::PARTICLE) || words.word(at) == "of" && words.is(at - 1, Class::OFFICE);
        if words.word(at) == "i" {
            break;
        }
        if words.is_capital(at) {
            titles += usize::from(titled);
            end = at + 1;
        } else if !(particle && words.is_capital(at + 1)) {
            if !titled {
                break;
            }
            titles += 1;
        }
        at += 1;
    }
    (end, titles)
}

/// Whether the words of a run that begins at `start` can name a person.
fn is_persons(words: &Words, start: usize, name: Range<usize>) -> bool {
    let other = Class::INSTITUTION
        .or(Class::OUTLET)
        .or(Class::DOCUMENT)
        .or(Class::PLACE)
        .or(Class::DEFINITE)
        .or(Class::NATIONALITY);
    let given = |i: usize| i == name.start && name.len() > 1 && words.is(i, Class::MAN.or(Class::WOMAN));
    // `Olu Jordan`, on a page that also has `Jordan, who`.
    let borne = |i: usize| i + 1 == name.end && name.len() > 1 && words.written(i).is_somebody();
    let plain = |i: usize| (given(i) || borne(i) || !words.is(i, other)) && !is_calendar(words.word(i));
    let firm = name.len() > 1 && words.is(name.end - 1, Class::FIRM);
    let shouted = |i: usize| words.is_upper(i) && words.word(i).chars().count() > 2;
    let (first, last) = (name.start, name.end.saturating_sub(1));
    let worded = words.is_opening(start)
        && first == start
        && words.is(start, Class::COMMON)
        && !words.is(start, Class::MAN.or(Class::WOMAN))
        && words.is(last, Class::COMMON);
    let role = words.is(last, PEOPLE) && (words.is(first, Class::COMMON.or(Class::SIDE)) || words.is_upper(first));
    (1..=4).contains(&name.len())
        && name.clone().all(plain)
        && !name.clone().any(shouted)
        && !worded
        && !firm
        && !names_thing(words, &name)
        && (!role || name.len() == 1)
}

/// Whether the page shows a name that nothing introduces to be a thing's: `Gridwell raised its prices`, `the Orvani said`, `Ostby
/// Armory` where it also writes of "the armory".
pub(super) fn names_thing(words: &Words, name: &Range<usize>) -> bool {
    let (first, last) = (name.start, name.end.saturating_sub(1));
    if words.is(first, Class::MAN.or(Class::WOMAN).or(Class::HOUSEHOLD)) || words.is(last, Class::HOUSEHOLD) {
        return false;
    }
    if words.is(last, Class::TIME.or(Class::FUNCTION)) || is_calendar(words.word(last)) {
        return false;
    }
    let written = words.written(last);
    let common = name.len() > 1 && words.is(last, Class::COMMON) && written.lower && !written.is_somebody();
    written.is_thing() || common || name.len() == 1 && written.is_cited()
}

/// What stands behind a surname and is none.
pub(super) fn is_generation(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "ii" | "iii" | "iv")
}
