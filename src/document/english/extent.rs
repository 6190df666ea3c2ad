//! Where a content ends.
//!
//! Both edges are read off the tags: a clause runs to the sentence's end unless another voice takes over; an object runs to the
//! next comma, time or verb. Quotations are jumped over whole, and carry a content past its sentence.

use std::ops::Range;

use crate::document::english::clause::VerbForm;
use crate::document::english::scene::{NONE, Scene};
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame, usage};

/// What the content is, which decides where it stops.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A clause: runs on over commas.
    Clause,
    /// An object or infinitive: stops at commas.
    Object,
}

impl Scene<'_> {
    /// One past the content of the cue `head` that begins at `at`; `at` when there is none.
    pub(crate) fn content_end(&self, head: usize, at: usize, shape: Shape) -> usize {
        let view = &self.view;
        if at >= view.to || matches!(view.tag(at), Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Colon) {
            return at;
        }
        let home = self.quote_at.get(head).copied().unwrap_or(NONE);
        let limit = self.governed_until(head, at);
        let mut bracket = 0;
        let mut i = at;
        while i < view.to {
            let here = self.quote_at.get(i).copied().unwrap_or(NONE);
            if here != home {
                let Some(range) = self.quote_range(i).filter(|r| r.end > i) else {
                    // The cue stands in a quotation: its content ends with it.
                    return self.trim(i.saturating_sub(1).max(at + 1), at);
                };
                if range.end >= view.to {
                    return range.end.max(i + 1);
                }
                let comma = view.tag(range.end.saturating_sub(2)) == Tag::Comma;
                if comma && shape == Shape::Object && !self.quotes_go_on(range.end) {
                    return range.end;
                }
                if comma && self.hands_over(head, range.end, at) {
                    return range.end;
                }
                i = range.end;
                continue;
            }
            if i >= limit {
                break;
            }
            match view.tag(i) {
                Tag::Open => bracket += 1,
                Tag::Close => {
                    bracket -= 1;
                    if bracket < 0 {
                        break;
                    }
                }
                tag if bracket <= 0 && i > at && self.stops(head, i, at, tag, shape) => break,
                _ => {}
            }
            i += 1;
        }
        self.trim(i, at)
    }

    /// `a "liar," a "bully" and a "thief"`: a further quoted member follows.
    fn quotes_go_on(&self, at: usize) -> bool {
        let view = &self.view;
        (at..view.to)
            .take(5)
            .find(|i| !matches!(view.tag(*i), Tag::Determiner | Tag::Coordinator | Tag::Adjective))
            .is_some_and(|i| view.tag(i) == Tag::Quote)
    }

    fn stops(&self, head: usize, i: usize, at: usize, tag: Tag, shape: Shape) -> bool {
        let view = &self.view;
        match tag {
            Tag::Semicolon => true,
            Tag::Dash => !self.dash_closes(i, at),
            _ if view.is(i, flag::ACCORDING) => true,
            _ if shape == Shape::Clause => match tag {
                Tag::Comma => self.hands_over(head, i + 1, at),
                Tag::Coordinator | Tag::Subordinator => i > at + 2 && self.hands_over(head, i, at),
                Tag::Colon => view.tag(i + 1) == Tag::Quote && self.tagged_behind(i + 1),
                _ => false,
            },
            Tag::Comma => !self.list_goes_on(i),
            Tag::Colon => true,
            Tag::Coordinator => self.verb_behind(i),
            Tag::Subordinator => i > at + 1,
            Tag::Preposition if i > at + 1 => {
                view.does(i, usage::ASIDE)
                    || view.is_time(i + 1)
                    || view.word(i) == "in"
                        && matches!(view.word(i + 1), "a" | "an" | "his" | "her" | "their")
                        && (i + 1..view.base_end(i + 1)).any(|j| view.is(j, flag::VENUE))
            }
            Tag::Time => !matches!(view.tag(i + 1), Tag::Noun | Tag::Possessive | Tag::Name),
            _ => false,
        }
    }

    /// Where the sentence's own verb takes over: "a supporter who wants to give more | could".
    fn governed_until(&self, head: usize, at: usize) -> usize {
        // "Claiming that …, Roe said": the gerund's own subject stands behind its content.
        let own = self.groups.iter().find(|g| g.start() <= head && g.end() > head);
        if let Some(subject) = own.and_then(|g| g.subject()).filter(|s| s.start > at) {
            return subject.start;
        }
        let finite = || {
            self.groups
                .iter()
                .filter(|g| g.kind == VerbForm::Finite && g.start() > at)
        };
        // "his vow to pay | was kept", "the charge that he lied | was dropped": a verb behind a verb, with no subject between.
        let noun = self.view.tag(head) == Tag::Noun;
        let own = finite().next().map_or(self.view.to, |g| g.start());
        finite()
            .find(|g| {
                let governs = !g.shared
                    && !g.relative
                    && g.subject()
                        .as_ref()
                        .is_some_and(|s| s.start <= head && s.end > at && s.end <= g.start());
                let behind_verb = noun
                    && g.subject().is_none()
                    && self.view.before(g.start()).is_verb()
                    && (g.start() > own || self.view.tag(at) == Tag::To);
                governs || behind_verb
            })
            .map_or(self.view.to, |g| g.start())
    }

    /// A dash that has no partner in the sentence, or whose partner stood before the content, ends it.
    fn dash_closes(&self, dash: usize, at: usize) -> bool {
        let view = &self.view;
        (dash + 1..view.to).take(40).any(|i| view.tag(i) == Tag::Dash)
            || (at..dash).rev().take(40).any(|i| view.tag(i) == Tag::Dash)
    }

    /// The quotation that begins at this token has its own tag behind it ("…," she wrote).
    fn tagged_behind(&self, at: usize) -> bool {
        let Some(range) = self.quote_range(at) else {
            return false;
        };
        let view = &self.view;
        (range.end..view.to).take(6).any(|i| {
            view.words.class(i).takes(frame::CLAUSE | frame::TELL | frame::QUOTE) && view.tag(i) == Tag::Finite
        })
    }

    /// Whether the words at `next`, behind a comma or at a conjunction, lead back to the writer: a reporting gerund, another
    /// speaker, or the same one speaking on.
    fn hands_over(&self, head: usize, next: usize, at: usize) -> bool {
        let view = &self.view;
        let mut next = next;
        while view.tag(next) == Tag::Adverb {
            next += 1;
        }
        match view.tag(next) {
            Tag::Gerund => view.words.class(next).takes(frame::SPEECH),
            _ if view.is(next, flag::ACCORDING) => true,
            Tag::Coordinator | Tag::Subordinator => self.breaks_off(head, next),
            Tag::Finite | Tag::Auxiliary => {
                // ", said Roe": the main verb behind a relative clause.
                self.groups.iter().any(|g| {
                    g.start() <= next
                        && g.end() > next
                        && !g.shared
                        && g.subject().is_some_and(|s| s.start < head && s.end <= at)
                })
            }
            _ => self.subordinate(head) && self.clause_at(next),
        }
    }

    /// The cue stands in a clause that opens the sentence ("While Roe said X, Y").
    fn subordinate(&self, head: usize) -> bool {
        let view = &self.view;
        let Some(subject) = self
            .groups
            .iter()
            .find(|g| g.start() <= head && g.end() > head)
            .and_then(|g| g.subject())
        else {
            return false;
        };
        subject.start > view.from
            && subject.start <= view.from + 3
            && (matches!(view.tag(subject.start - 1), Tag::Subordinator)
                || matches!(
                    view.word(subject.start - 1),
                    "after" | "before" | "as" | "since" | "until"
                ))
    }

    /// A phrase with a finite verb right behind it.
    fn clause_at(&self, at: usize) -> bool {
        self.groups
            .iter()
            .any(|g| g.kind == VerbForm::Finite && g.subject().is_some_and(|s| s.start == at))
    }

    /// Whether a coordinator or subordinator leads to another act of speech.
    fn breaks_off(&self, head: usize, at: usize) -> bool {
        let view = &self.view;
        let coordinator = view.tag(at) == Tag::Coordinator;
        let Some(next) = self
            .groups
            .iter()
            .find(|g| g.start() > at && g.kind == VerbForm::Finite)
        else {
            return false;
        };
        if next.start() > at + 25 || next.start() <= head {
            return false;
        }
        let class = view.words.class(next.head());
        let first = view.words.class(next.first());
        let speaks = class.takes(frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE)
            || first.takes(frame::CLAUSE | frame::TELL | frame::ASK | frame::INFINITIVE);
        let past = view.is(head, flag::VBD);
        if coordinator && next.start() == at + 1 {
            // "said X and added Y": the tense of the reporting verb comes back.
            let finite = view.tag(next.start()) == Tag::Finite;
            let same = past == view.is(next.head(), flag::VBD);
            return finite
                && (speaks && same || past && view.is(next.start(), flag::VBD) && class.takes(frame::SPEECH));
        }
        let Some(subject) = &next.subject() else { return false };
        if subject.start != at + 1 || !speaks || next.first() != next.start() {
            return false;
        }
        let both_past = past && view.is(next.head(), flag::VBD);
        let both_present = view.is(head, flag::VBZ) && view.is(next.head(), flag::VBZ);
        let named = view.tag(subject.start) != Tag::Pronoun && subject.end - subject.start > 1;
        let comma = matches!(view.before(at), Tag::Comma | Tag::Quote) || matches!(view.word(at), "but" | "while");
        (both_past || both_present || named && coordinator) && (!coordinator || comma || named && both_past)
    }

    /// Whether the comma only parts the members of a list inside the object.
    fn list_goes_on(&self, comma: usize) -> bool {
        let view = &self.view;
        let before = view.before(comma);
        let next = view.tag(comma + 1);
        if before == Tag::Adjective && next == Tag::Adjective {
            return true;
        }
        if !before.ends_phrase() {
            return false;
        }
        if next == Tag::Coordinator && matches!(view.word(comma + 1), "and" | "or") {
            let end = view.end(comma + 2);
            // Only the end of a list that has begun: "A, B, and C".
            return end > comma + 2
                && !view.verb_at(end)
                && (self.view.from..comma)
                    .rev()
                    .take(14)
                    .any(|i| view.tag(i) == Tag::Comma && view.before(i).ends_phrase());
        }
        if matches!(next, Tag::Name | Tag::Noun | Tag::Adjective) {
            let mut end = view.end(comma + 1);
            let mut turns = 0;
            while turns < 5
                && end > comma + 1
                && view.tag(end) == Tag::Comma
                && matches!(view.tag(end + 1), Tag::Name | Tag::Noun | Tag::Adjective)
            {
                let further = view.end(end + 1);
                if further == end + 1 {
                    break;
                }
                end = further;
                turns += 1;
            }
            let closing = view.tag(end) == Tag::Comma && matches!(view.word(end + 1), "and" | "or");
            let coordinated = (comma + 1..end).any(|i| matches!(view.word(i), "and" | "or"));
            return end > comma + 1 && (closing || coordinated) && !view.verb_at(end);
        }
        false
    }

    /// Whether a verb that shares the subject, or a new clause, stands behind the coordinator.
    fn verb_behind(&self, at: usize) -> bool {
        let view = &self.view;
        let mut next = at + 1;
        while matches!(view.tag(next), Tag::Adverb | Tag::Not) {
            next += 1;
        }
        let end = view.end(next);
        matches!(view.tag(next), Tag::Finite | Tag::Auxiliary)
            || view.tag(next) == Tag::Gerund && view.words.class(next).takes(frame::SPEECH)
            || view.verb_at(end) && end > next
    }

    /// Leaves closing marks out, unless a quotation holds them.
    pub(crate) fn trim(&self, end: usize, floor: usize) -> usize {
        let view = &self.view;
        let mut end = end;
        if end > floor
            && let Some(range) = self.quote_range(end - 1)
            && range.start >= floor
            && range.end >= end
        {
            return range.end;
        }
        while end > floor + 1
            && matches!(
                view.tag(end - 1),
                Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Colon
            )
        {
            end -= 1;
        }
        end
    }

    /// The rest of the sentence, and of the quotation that begins in it.
    pub(crate) fn rest(&self, at: usize) -> Option<Range<usize>> {
        if at >= self.view.to {
            // A colon that ends its line: the quotation stands in the next.
            return self.quote_range(at).filter(|r| r.start == at);
        }
        if self.view.tag(at) == Tag::Quote
            && let Some(range) = self.quote_range(at)
        {
            return Some(at..range.end);
        }
        Some(at..self.trim(self.view.to, at))
    }

    /// The quotation that begins at this mark, with what follows it when it is only part of a clause.
    pub(crate) fn quoted(&self, head: usize, at: usize) -> Option<Range<usize>> {
        let view = &self.view;
        let range = self.quote_range(at).filter(|r| r.start == at)?;
        let next = range.end;
        if next >= view.to {
            return Some(range);
        }
        let inner = view.tag(next.saturating_sub(2));
        if matches!(inner, Tag::Comma | Tag::Stop) || matches!(view.tag(next), Tag::Comma | Tag::Stop | Tag::Semicolon)
        {
            return Some(range);
        }
        // `suggesting "growth" in the form of …` goes on, `said "we will go" after the match` does not.
        let short = range.end - range.start <= 5;
        let leaves = matches!(
            view.tag(next),
            Tag::Subordinator | Tag::Time | Tag::Dash | Tag::Gerund | Tag::Open
        ) || view.tag(next) == Tag::Preposition
            && (!short || view.is_time(next + 1) || matches!(view.word(next), "after" | "before" | "during"));
        if leaves {
            return Some(range);
        }
        Some(at..self.content_end(head, next, Shape::Clause).max(range.end))
    }
}
