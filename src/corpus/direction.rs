//! Which of two texts had a passage first: ranked evidence, and "unknown" when it does not reach.
//!
//! Dates decide most; a credit to the other's publisher decides more; words that a swapping program left ungrammatical ("the a
//! year ago") show a copy. Such traces on both sides show that both were made from a third text that is not here.

use std::ops::Range;

use crate::corpus::text::{First, Text};
use crate::text::align::{Aligned, Edit, span_of};
use crate::text::shingle::Word;
use crate::text::span::Span;

/// What a date is worth, in the points of [`judge`].
const DATE: i32 = 3;
/// A credit to the other's publisher.
const CREDIT: i32 = 4;
/// A trace of swapping.
const TRACE: i32 = 2;
/// The share of a text that is copied, when it is much larger than the other's.
const SHARE: i32 = 1;
/// Points that decide.
const ENOUGH: i32 = 2;
/// At most so many swaps are listed.
const LISTED: usize = 6;

/// One side of a pair.
pub(super) struct Side<'a> {
    text: &'a Text<'a>,
    words: &'a [Word],
}

/// The verdict on a pair, with what was seen, told from the first side.
pub(super) struct Judged {
    pub(super) first: First,
    seen: Vec<(String, String)>,
}

impl<'a> Side<'a> {
    pub(super) fn new(text: &'a Text<'a>, words: &'a [Word]) -> Self {
        Side { text, words }
    }

    fn words(&self, range: &Range<u32>) -> &'a [Word] {
        self.words
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    /// The bytes of a word range, with the marks that touch it.
    pub(super) fn span(&self, range: &Range<u32>) -> Span {
        span_of(self.text.text, self.words(range))
    }

    fn source(&self, range: &Range<u32>) -> &'a str {
        match (self.words(range).first(), self.words(range).last()) {
            (Some(a), Some(b)) => self.text.text.get(a.start as usize..b.end as usize).unwrap_or(""),
            _ => "",
        }
    }
}

/// Weighs the evidence on a pair.
pub(super) fn judge(here: &Side<'_>, there: &Side<'_>, found: &[Aligned]) -> Judged {
    let mut seen = Vec::new();
    let mut points = 0i32;
    if let (Some(x), Some(y)) = (here.text.published, there.text.published)
        && let (Some(t), Some(u)) = (moment(x), moment(y))
        && t != u
    {
        points += if t < u { DATE } else { -DATE };
        seen.push((
            format!("published {x} here, {y} there"),
            format!("published {y} here, {x} there"),
        ));
    }
    if credits(here, there) {
        points -= CREDIT;
        seen.push((
            "this text credits the other's publisher".into(),
            "the other text credits this one's publisher".into(),
        ));
    }
    if credits(there, here) {
        points += CREDIT;
        seen.push((
            "the other text credits this one's publisher".into(),
            "this text credits the other's publisher".into(),
        ));
    }
    let edits = || found.iter().flat_map(|f| &f.edits);
    let mine = edits().find_map(|e| trace(here, &e.a)).or_else(|| idiom(here));
    let theirs = edits().find_map(|e| trace(there, &e.b)).or_else(|| idiom(there));
    for (trace, is_mine) in [(&mine, true), (&theirs, false)] {
        let Some(words) = trace else { continue };
        points += if is_mine { -TRACE } else { TRACE };
        let (near, far) = (
            format!("“{words}” here is the trace of a swap"),
            format!("“{words}” there is the trace of a swap"),
        );
        seen.push(if is_mine { (near, far) } else { (far, near) });
    }
    let both = mine.is_some() && theirs.is_some();
    if both {
        let third = "traces of swapping on both sides: both may come from a third text".to_string();
        seen.push((third.clone(), third));
    }
    let share = |n: usize, of: usize| n as f64 / of.max(1) as f64;
    let a = share(found.iter().map(|f| f.a.len()).sum(), here.words.len());
    let b = share(found.iter().map(|f| f.b.len()).sum(), there.words.len());
    if a.max(b) >= 0.3 && (a >= 3.0 * b || b >= 3.0 * a) {
        points += if a > b { -SHARE } else { SHARE };
        let told = |x: f64, y: f64| {
            format!(
                "shared words are {:.0} % of this text and {:.0} % of the other",
                x * 100.0,
                y * 100.0
            )
        };
        seen.push((told(a, b), told(b, a)));
    }
    let first = match points {
        _ if both && points.abs() < DATE => First::Unknown,
        p if p >= ENOUGH => First::This,
        p if p <= -ENOUGH => First::Other,
        _ => First::Unknown,
    };
    Judged { first, seen }
}

/// The evidence on one passage: its swaps, then what was seen of the pair.
pub(super) fn evidence(
    here: &Side<'_>,
    there: &Side<'_>,
    one: &Aligned,
    judged: &Judged,
    mirrored: bool,
) -> Vec<String> {
    let shown = |e: &Edit| {
        let (x, y) = (here.source(&e.a), there.source(&e.b));
        let (x, y) = if mirrored { (y, x) } else { (x, y) };
        match (x.is_empty(), y.is_empty()) {
            (true, _) => format!("“{y}” only there"),
            (_, true) => format!("“{x}” only here"),
            _ => format!("“{x}” here, “{y}” there"),
        }
    };
    let mut out: Vec<String> = one.edits.iter().take(LISTED).map(shown).collect();
    if one.edits.len() > LISTED {
        out.push(format!("and {} more edits", one.edits.len() - LISTED));
    }
    let told = judged.seen.iter().map(|(near, far)| if mirrored { far } else { near });
    out.extend(told.cloned());
    out
}

/// Two determiners in a row, one of them swapped in: "the a year ago", "in a the summer".
fn trace(side: &Side<'_>, edit: &Range<u32>) -> Option<String> {
    let determiner = |i: u32| {
        let word = side.source(&(i..i + 1));
        ["a", "an", "the"].iter().any(|d| word.eq_ignore_ascii_case(d))
    };
    let touching = |i: u32| {
        let pair = side.words(&(i..i + 2));
        matches!(pair, [x, y] if y.start.saturating_sub(x.end) <= 1)
    };
    (edit.start.saturating_sub(1)..edit.end)
        .find(|i| determiner(*i) && determiner(*i + 1) && touching(*i))
        .map(|i| side.source(&(i..i + 3)).to_string())
}

/// A fixed phrase with one word swapped, anywhere in the text: "in August past year" for "last year".
fn idiom(side: &Side<'_>) -> Option<String> {
    const BEFORE: &[&str] = &[
        "the",
        "this",
        "that",
        "these",
        "over",
        "in",
        "for",
        "during",
        "a",
        "of",
        "each",
        "every",
        "his",
        "her",
        "its",
        "our",
        "their",
        "my",
        "your",
        "some",
        "any",
        "from",
        "and",
        "or",
        "to",
        "than",
        "within",
        "throughout",
        "across",
        "since",
        "one",
        "two",
        "three",
        "four",
        "five",
        "ten",
        "per",
        "half",
        "with",
        "whole",
        "entire",
    ];
    let same = |at: usize, list: &[&str]| {
        let word = side.source(&(at as u32..at as u32 + 1));
        list.iter().any(|l| word.eq_ignore_ascii_case(l))
    };
    (1..side.words.len().saturating_sub(1))
        .find(|i| {
            let opens = side.words.get(*i).is_some_and(|w| w.opens);
            !opens && same(*i, &["past"]) && same(i + 1, &["year", "month", "week"]) && !same(i - 1, BEFORE)
        })
        .map(|i| side.source(&(i as u32 - 1..i as u32 + 2)).to_string())
}

/// Whether one text names the other's publisher, by a name of four letters or more.
fn credits(one: &Side<'_>, other: &Side<'_>) -> bool {
    let Some(name) = other.text.publisher else { return false };
    let name = name.trim().trim_start_matches("www.");
    if name.len() < 4 || one.text.publisher.is_some_and(|own| own.eq_ignore_ascii_case(name)) {
        return false;
    }
    let text = one.text.text;
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let lead = text.get(..at).unwrap_or("").trim_end();
        let credit = [
            "Source:",
            "source:",
            "Via",
            "via",
            "from",
            "by",
            "courtesy of",
            "appeared on",
            "appeared in",
            "published by",
        ];
        edge(before) && edge(after) && credit.iter().any(|c| lead.ends_with(c))
    })
}

/// Minutes since the year 0, of an ISO 8601 date or date and time.
pub(super) fn moment(date: &str) -> Option<i64> {
    let number = |from: usize, to: usize| date.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let time = match date.as_bytes().get(10) {
        Some(b'T' | b' ') => number(11, 13).unwrap_or(0) * 60 + number(14, 16).unwrap_or(0),
        _ => 0,
    };
    let zone = date.get(16..).and_then(|rest| {
        let at = rest.rfind(['+', '-'])?;
        let sign = if rest.as_bytes().get(at) == Some(&b'+') { -1 } else { 1 };
        let hours = rest.get(at + 1..at + 3)?.parse::<i64>().ok()?;
        let minutes = rest
            .get(at + 4..at + 6)
            .and_then(|m| m.parse::<i64>().ok())
            .unwrap_or(0);
        Some(sign * (hours * 60 + minutes))
    });
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| ((year * 12 + month) * 31 + day) * 1440 + time + zone.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_in_order() {
        let days = [
            "2018-09-08",
            "2018-09-08T10:00:00Z",
            "2018-09-08T12:00:00+01:00",
            "2018-09-09",
            "2019-01-01",
        ];
        let times: Vec<_> = days.iter().map(|d| moment(d)).collect();
        assert!(times.iter().all(Option::is_some) && times.is_sorted());
        assert_eq!(moment("last week"), None);
        assert_eq!(moment("20é8-09-08"), None);
    }
}
