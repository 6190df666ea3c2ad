//! Participles that look like finite verbs: "The firm, based in Ostby, said", "Figures released on Friday show".
//!
//! The form is the same, so what decides is whether the clause has its verb further on, with nothing between that could be that
//! verb's subject.

use crate::document::english::opening::SAYS;
use crate::document::english::tag::Tag;
use crate::document::english::tagger::Tagger;
use crate::document::english::words::{WordParts, flag, frame};
use crate::document::page::token::TokenKind;

/// Longest look ahead, in tokens.
const REACH: usize = 24;

impl Tagger<'_, '_> {
    /// Whether a form that is both past and participle is the participle here.
    pub(crate) fn reduced(&self, at: usize, class: WordParts) -> bool {
        match self.previous(at) {
            _ if !class.is(flag::VBN) => false,
            Tag::Comma => self.parenthetic(at),
            Tag::Noun | Tag::Name => self.restrictive(at, class),
            _ => false,
        }
    }

    /// ", based in Ostby, said": a verb stands right behind the next comma, and none before this one.
    fn parenthetic(&self, at: usize) -> bool {
        let end = self.to.min(at + REACH);
        let Some(close) = (at + 1..end).find(|i| self.words.word(*i) == ",") else {
            return false;
        };
        let broken = (at + 1..close).any(|i| self.kind(i) == Some(TokenKind::Quote));
        !broken && self.finite(self.over_adverbs(close + 1), false) && self.bare_subject(at - 1)
    }

    /// Whether only a phrase stands between the clause's beginning and this comma.
    fn bare_subject(&self, comma: usize) -> bool {
        let mut at = comma;
        while at > self.from {
            let tag = self.tags[at - 1];
            if !(tag.in_phrase() || tag.ends_phrase() || tag == Tag::Preposition) {
                break;
            }
            at -= 1;
        }
        let opens = at == self.from
            || matches!(
                self.tags[at - 1],
                Tag::Quote
                    | Tag::Comma
                    | Tag::That
                    | Tag::Semicolon
                    | Tag::Coordinator
                    | Tag::Subordinator
                    | Tag::Colon
            );
        // "The firm closed the mill, fired ten men, said": a list of verbs.
        let listed = at > self.from
            && self.tags[at - 1] == Tag::Comma
            && (self.from..at - 1)
                .rev()
                .take(REACH)
                .any(|i| self.tags[i] == Tag::Finite);
        opens && at < comma && !listed
    }

    /// "released on Friday show": times and phrases with their prepositions, and then a verb.
    fn restrictive(&self, at: usize, class: WordParts) -> bool {
        let says = class.takes(SAYS);
        let mut next = self.over_adverbs(at + 1);
        let first = next;
        for _ in 0..3 {
            let time = self.over_time(next);
            if time > next {
                next = time;
                continue;
            }
            // A bare clause may follow a verb of saying: "said in Ostby prices rose".
            let end = if says { next } else { self.over_preposition(next) };
            if end == next {
                break;
            }
            next = end;
        }
        next > first && self.finite(self.over_adverbs(next), self.plural_behind(at))
    }

    fn over_adverbs(&self, mut at: usize) -> usize {
        while at < self.to && self.words.class(at).is(flag::ADVERB | flag::NOT) && !self.words.class(at).is(flag::VERB)
        {
            at += 1;
        }
        at
    }

    /// "on Monday", "last week", "May 3", "in 2019"
    fn over_time(&self, at: usize) -> usize {
        let class = |i: usize| {
            if i < self.to {
                self.words.class(i)
            } else {
                WordParts::default()
            }
        };
        let mut end = at + usize::from(class(at).is(flag::PREPOSITION));
        let first = end;
        while end < self.to
            && end < first + 4
            && (class(end).is(flag::TIME | flag::MONTH | flag::PERIOD)
                || matches!(self.words.word(end), "last" | "this" | "earlier" | "late" | "early")
                || self.kind(end) == Some(TokenKind::Number))
        {
            end += 1;
        }
        let timed = (first..end).any(|i| class(i).is(flag::TIME | flag::MONTH | flag::PERIOD))
            || end > first && end > at + 1 && self.kind(first) == Some(TokenKind::Number);
        if timed { end } else { at }
    }

    /// "by the board", "in Ostby": up to the last word that can belong to the phrase.
    fn over_preposition(&self, at: usize) -> usize {
        // "sent to the board", not "declined to comment"
        let to = self.words.word(at) == "to"
            && (self.next(at).is(flag::DETERMINER | flag::POSSESSIVE) || self.capital(at + 1));
        if at >= self.to || !to && (!self.words.class(at).is(flag::PREPOSITION) || self.words.class(at).is(flag::TO)) {
            return at;
        }
        // "carried out in May"
        let mut end = at + 1 + usize::from(self.next(at).is(flag::PREPOSITION));
        let mut nominal = false;
        while end < self.to && end < at + 7 && self.kind(end) == Some(TokenKind::Word) {
            let class = self.words.class(end);
            let opens = class.is(flag::DETERMINER | flag::POSSESSIVE | flag::NUMBER);
            let verb = class.is(flag::VERB) && !self.capital(end) && (nominal || !class.is(flag::NOUN));
            if !opens && (verb || class.is(flag::BE | flag::HAVE | flag::DO | flag::MODAL | NO_NOUN))
                || opens && nominal
            {
                break;
            }
            nominal |= !opens;
            end += 1;
        }
        if nominal { end } else { at }
    }

    /// A finite verb in lower case; a base form only behind a plural.
    fn finite(&self, at: usize, plural: bool) -> bool {
        // "condemned Friday's test": a clitic is no verb here.
        if at >= self.to || self.capital(at) || self.words.word(at).starts_with('\'') {
            return false;
        }
        let class = self.words.class(at);
        let listed = class.is(flag::NOUN);
        class.is(flag::VBD | flag::BE | flag::HAVE | flag::DO | flag::MODAL)
            || class.is(flag::VBZ) && (!listed || class.takes(frame::CLAUSE))
            || plural && class.is(flag::VB) && class.takes(frame::CLAUSE | frame::STANCE_CLAUSE)
    }

    /// Whether the phrase before this token has a plural for its head: "Wardens at Ostby", "Figures released on Friday".
    pub(crate) fn plural_behind(&self, at: usize) -> bool {
        let mut start = at;
        while start > self.from {
            let tag = self.tags[start - 1];
            let phrase = tag.in_phrase() || matches!(tag, Tag::Preposition | Tag::Participle | Tag::Time | Tag::Adverb);
            if !phrase || at - start > REACH {
                break;
            }
            start -= 1;
        }
        let head =
            (start..at).find(|i| self.tags[*i].ends_phrase() && !(*i + 1 < at && (self.tags[*i + 1].in_phrase())));
        head.is_some_and(|i| self.words.class(i).is(flag::PLURAL))
    }
}

/// Words that end a noun phrase.
const NO_NOUN: u64 = flag::PREPOSITION
    | flag::PRONOUN
    | flag::OBJECT
    | flag::COORDINATOR
    | flag::SUBORDINATOR
    | flag::RELATIVE
    | flag::QUESTION
    | flag::NOT
    | flag::FUSED
    | flag::TIME
    | flag::ADVERB;
