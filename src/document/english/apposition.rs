//! Appositions and clauses that modify a phrase, from either side: "Roe, the minister of defence, said", "a person who was there".

use std::ops::Range;

use crate::document::english::phrase::{REACH, SentenceView};
use crate::document::english::tag::Tag;
use crate::document::english::words::flag;

/// "Roe, the minister of defence, said": the phrase before the appositions that end at this comma.
pub(crate) fn over_apposition(view: &SentenceView<'_>, comma: usize) -> Option<Range<usize>> {
    let mut close = comma;
    for _ in 0..4 {
        let mut bracket = 0;
        let open = (view.from..close).rev().take(35).find(|i| {
            // "Roe, head of the Marl Trust (MT), said"
            match view.tags[*i] {
                Tag::Close => bracket += 1,
                Tag::Open if bracket > 0 => bracket -= 1,
                Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Quote | Tag::Colon | Tag::Open => return bracket == 0,
                _ => {}
            }
            false
        })?;
        if view.tags[open] != Tag::Comma || open <= view.from {
            return None;
        }
        let start = open + 1;
        if start >= close {
            return None;
        }
        if !modifies(view, start, close) {
            return None;
        }
        let last = open - 1;
        if !view.tag(last).ends_phrase() && view.tag(last) != Tag::Close && view.tag(last) != Tag::Time {
            return None;
        }
        let mut name = last;
        if view.tag(last) == Tag::Close {
            let bracket = (view.from..last).rev().take(12).find(|i| view.tags[*i] == Tag::Open)?;
            name = bracket.checked_sub(1).filter(|n| *n >= view.from)?;
        }
        if view.tag(name) == Tag::Time {
            return None;
        }
        let head = view.start(name);
        // The phrase opens the clause, or a further apposition ("Roe, 22, of Tor, said") stands before it.
        let further = view.before(head) == Tag::Comma && head >= view.from + 2
            || view.before(head) == Tag::Preposition && head >= view.from + 2 && view.before(head - 1) == Tag::Comma;
        let modifier_chain = further && {
            let at = if view.before(head) == Tag::Comma {
                head
            } else {
                head - 1
            };
            modifies(view, at, open)
                && at >= view.from + 2
                && (view.tag(at - 2).ends_phrase())
                && !view.is(at - 2, flag::PERIOD)
                && (view.tag(at) == Tag::Number
                    || view.tag(at) == Tag::Preposition && view.word(at) == "of"
                    || view.tag(at) == Tag::Determiner
                    || view.is(at, flag::PERSON | flag::TITLE) && matches!(view.tag(at), Tag::Noun | Tag::Name)
                    || view.word(at) == "who")
                && !matches!(
                    view.tag(view.start(at - 2).saturating_sub(1).max(view.from)),
                    Tag::Preposition
                )
        };
        if modifier_chain {
            close = open;
            continue;
        }
        if view.tag(start) == Tag::Coordinator {
            return None;
        }
        let end = source_apposition(view, name + 1, comma);
        return Some(head..end);
    }
    None
}

/// Whether the words between two commas can modify the phrase before them.
fn modifies(view: &SentenceView<'_>, start: usize, end: usize) -> bool {
    let tag = view.tag(start);
    let verb = (start..end).find(|i| matches!(view.tags[*i], Tag::Finite | Tag::Auxiliary));
    // No verb of its own: the first one, if any, stands in a relative clause.
    let verbless = verb.is_none_or(|verb| (start..verb).any(|i| view.tags[i] == Tag::Relative));
    match tag {
        Tag::Relative => true,
        Tag::Question => view.word(start) == "who",
        Tag::Preposition => verb.is_none(),
        Tag::Participle => true,
        // "The Post, citing officials who took part, said"
        Tag::Gerund => verbless,
        Tag::Number if end == start + 1 => true,
        Tag::Adverb | Tag::Not => true,
        // "Roe, a ferryman, and a neighbour of the mill, said"
        Tag::Coordinator => verb.is_none() && view.tag(start + 1) == Tag::Determiner,
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number => verbless,
        _ => false,
    }
}

/// Where the source ends: an apposition right behind the name belongs to it, a mere clause does not.
fn source_apposition(view: &SentenceView<'_>, name_end: usize, comma: usize) -> usize {
    let start = name_end + 1;
    if view.tag(name_end) != Tag::Comma || start >= comma {
        return name_end;
    }
    match view.tag(start) {
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number
            if comma - start <= 25 =>
        {
            comma
        }
        Tag::Preposition if view.word(start) == "including" && comma - start <= 25 => comma,
        Tag::Relative if comma - start <= 14 => comma,
        _ => name_end,
    }
}

impl SentenceView<'_> {
    /// One past the clause that identifies the phrase before it: "a person who was there", "people briefed on it", "aides
    /// familiar with the plan".
    pub(crate) fn identified_end(&self, end: usize) -> usize {
        let opens = match self.tag(end) {
            Tag::Relative | Tag::Participle | Tag::Gerund => true,
            Tag::Adjective => matches!(self.tag(end + 1), Tag::Preposition | Tag::To),
            _ => false,
        };
        if !opens {
            return end;
        }
        (end..self.to)
            .take(REACH)
            .find(|i| {
                matches!(
                    self.tags[*i],
                    Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Quote | Tag::Colon
                )
            })
            .unwrap_or(end)
    }

    /// End of the appositions and identifying clauses behind a phrase that ends at `end`: "X, the head of Y, ..." up to the
    /// comma that closes them or the sentence's end.
    pub(crate) fn apposition_end(&self, end: usize) -> usize {
        let mut at = end;
        let mut turns = 0;
        while turns < 3 && self.tag(at) == Tag::Comma {
            turns += 1;
            let start = at + 1;
            let mut i = start;
            let mut bracket = 0;
            while i < self.to && i - start < REACH {
                match self.tags[i] {
                    Tag::Open => bracket += 1,
                    Tag::Close => bracket -= 1,
                    Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Quote | Tag::Stop | Tag::Colon if bracket <= 0 => {
                        break;
                    }
                    _ => {}
                }
                i += 1;
            }
            let relative = (start..i)
                .find(|j| matches!(self.tags[*j], Tag::Relative | Tag::Question))
                .unwrap_or(i);
            let verb = (start..relative).any(|j| matches!(self.tags[j], Tag::Finite | Tag::Auxiliary));
            let nominal = matches!(
                self.tag(start),
                Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Noun | Tag::Name | Tag::Adjective
            ) || self.word(start) == "including";
            let opens = !verb && !self.is_time(start) && (nominal || matches!(self.word(start), "who" | "whose"));
            if !opens {
                break;
            }
            at = i;
        }
        at
    }
}
