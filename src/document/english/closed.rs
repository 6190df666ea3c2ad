//! Words of closed classes: particles, auxiliaries, pronouns, determiners, prepositions.

use crate::document::english::tag::Tag;
use crate::document::english::tagger::{Tagger, Wants};
use crate::document::english::words::{WordParts, flag};
use crate::document::page::token::TokenKind;

/// What a word must be one of to have a tag of a closed class.
const CLOSED: u64 = flag::FUSED
    | flag::NOT
    | flag::TO
    | flag::BE
    | flag::HAVE
    | flag::DO
    | flag::MODAL
    | flag::POSSESSIVE
    | flag::RELATIVE
    | flag::QUESTION
    | flag::COORDINATOR
    | flag::PRONOUN
    | flag::OBJECT
    | flag::SUBORDINATOR
    | flag::DETERMINER
    | flag::INDEFINITE
    | flag::PREPOSITION
    | flag::TIME
    | flag::MONTH
    | flag::NUMBER
    | flag::ADVERB;

impl Tagger<'_, '_> {
    /// The tag of a word of a closed class.
    pub(crate) fn closed(&self, at: usize, class: WordParts) -> Option<Tag> {
        if !class.is(CLOSED) {
            return None;
        }
        let word = self.words.word(at);
        self.particle(at, class, word)
            .or_else(|| self.auxiliary(at, class, word))
            .or_else(|| self.connective(at, class, word))
            .or_else(|| self.pronominal(at, class, word))
            .or_else(|| self.adverbial(at, class, word))
    }

    /// "didn't", "not", "to", "that", "as", "her"
    fn particle(&self, at: usize, class: WordParts, word: &str) -> Option<Tag> {
        if class.is(flag::FUSED) {
            return Some(Tag::Pronoun);
        }
        if class.is(flag::NOT) {
            return Some(Tag::Not);
        }
        if word == "to" {
            return Some(self.to(at));
        }
        if word == "that" {
            return Some(self.that(at));
        }
        if word == "as" {
            return Some(if self.next(at).is(flag::PRONOUN) {
                Tag::Subordinator
            } else {
                Tag::Preposition
            });
        }
        matches!(word, "her" | "his").then(|| self.possessive_or_object(at))
    }

    /// "her son" and "met her".
    fn possessive_or_object(&self, at: usize) -> Tag {
        let next = self.next(at);
        let noun = next.is(flag::NOUN | flag::ADJECTIVE)
            || next.flags & !(flag::PLURAL | flag::LY) == 0
            || self.capital(at + 1)
            || next.is(flag::VERB);
        let alone =
            next.is(flag::PREPOSITION | flag::DETERMINER | flag::TO | flag::COORDINATOR | flag::TIME | flag::QUESTION)
                && !self.capital(at + 1)
                || self.kind(at + 1) != Some(TokenKind::Word) && self.kind(at + 1) != Some(TokenKind::Quote);
        if alone && (self.words.word(at) == "her" || !noun) {
            Tag::Pronoun
        } else {
            Tag::Possessive
        }
    }

    /// "was", "have", "will"; not the will, nor May.
    fn auxiliary(&self, at: usize, class: WordParts, word: &str) -> Option<Tag> {
        let previous = self.previous(at);
        if word == "may" && self.capital(at) && at > self.from && !self.titled {
            return Some(Tag::Time);
        }
        if class.is(flag::NOUN)
            && class.is(flag::MODAL)
            && matches!(previous, Tag::Determiner | Tag::Possessive | Tag::Adjective)
        {
            return Some(Tag::Noun);
        }
        if class.is(flag::BE | flag::HAVE | flag::DO | flag::MODAL) && !self.opened_name(at) {
            return Some(match word {
                "be" | "been" | "being" | "having" => Tag::Linking,
                "had" | "have" | "do" if self.wants == Wants::Base || self.wants == Wants::Participle => Tag::Linking,
                "done" | "doing" | "does" | "did" if self.wants == Wants::Either => Tag::Participle,
                _ => Tag::Auxiliary,
            });
        }
        None
    }

    /// "whose", "who", "if", "and"
    fn connective(&self, at: usize, class: WordParts, word: &str) -> Option<Tag> {
        let previous = self.previous(at);
        if class.is(flag::POSSESSIVE) {
            return Some(if word == "whose" {
                Tag::Relative
            } else {
                Tag::Possessive
            });
        }
        if class.is(flag::RELATIVE) {
            let after = matches!(
                previous,
                Tag::Noun
                    | Tag::Name
                    | Tag::Pronoun
                    | Tag::Comma
                    | Tag::Dash
                    | Tag::Number
                    | Tag::Coordinator
                    | Tag::Close
                    | Tag::Time
                    | Tag::Adjective
            ) || word != "who" && previous == Tag::Preposition;
            return Some(if after { Tag::Relative } else { Tag::Question });
        }
        if class.is(flag::QUESTION) {
            return Some(match word {
                "if" if previous == Tag::Stop || previous == Tag::Comma => Tag::Subordinator,
                "when" | "where" if !previous.is_verb() => Tag::Subordinator,
                _ => Tag::Question,
            });
        }
        if class.is(flag::COORDINATOR) {
            return Some(Tag::Coordinator);
        }
        None
    }

    /// "she", "some", "the"; and "while".
    fn pronominal(&self, at: usize, class: WordParts, word: &str) -> Option<Tag> {
        let next = self.next(at);
        if class.is(flag::PRONOUN) && word != "one" || class.is(flag::OBJECT) {
            return Some(Tag::Pronoun);
        }
        if class.is(flag::SUBORDINATOR) && (!class.is(flag::PREPOSITION | flag::ADVERB) || next.is(flag::PRONOUN)) {
            return Some(Tag::Subordinator);
        }
        if class.is(flag::DETERMINER) {
            let alone = class.is(flag::INDEFINITE)
                && (next.is(flag::MODAL | flag::BE | flag::HAVE | flag::DO | flag::PREPOSITION | flag::RELATIVE)
                    || self.kind(at + 1).is_none_or(|k| k == TokenKind::Punct)
                    || next.is(flag::VERB)
                        && !next.is(flag::NOUN | flag::ADJECTIVE | flag::VBG)
                        && !self.capital(at + 1)
                        && (!next.is(flag::VBN) || next.takes(u64::MAX)));
            return Some(if alone {
                Tag::Pronoun
            } else if class.is(flag::ADVERB) && !next.is(flag::PLURAL) && word == "enough" {
                Tag::Adverb
            } else {
                Tag::Determiner
            });
        }
        if class.is(flag::INDEFINITE) {
            return Some(Tag::Pronoun);
        }
        None
    }

    /// "of", "Monday", "two", "often"
    fn adverbial(&self, at: usize, class: WordParts, word: &str) -> Option<Tag> {
        let previous = self.previous(at);
        if class.is(flag::PREPOSITION) && !self.name_like(at) {
            if word == "like" && (matches!(previous, Tag::Pronoun | Tag::To) || self.wants == Wants::Base) {
                return Some(if self.wants == Wants::Base {
                    Tag::Base
                } else {
                    Tag::Finite
                });
            }
            return Some(Tag::Preposition);
        }
        if class.is(flag::TIME) {
            return Some(Tag::Time);
        }
        if class.is(flag::MONTH) && self.capital(at) {
            return Some(Tag::Time);
        }
        if class.is(flag::NUMBER) {
            return Some(Tag::Number);
        }
        if class.is(flag::ADVERB) && !class.is(flag::VERB | flag::NOUN) && !self.name_like(at) {
            return Some(Tag::Adverb);
        }
        None
    }

    fn to(&self, at: usize) -> Tag {
        let mut next = at + 1;
        while next < self.to
            && next < at + 4
            && (self.words.class(next).is(flag::LY | flag::NOT)
                || self.words.class(next).is(flag::ADVERB) && !self.words.class(next).is(flag::VERB))
        {
            next += 1;
        }
        let class = if next < self.to {
            self.words.class(next)
        } else {
            WordParts::default()
        };
        let base = class.is(flag::VB) || matches!(self.words.word(next), "be" | "have" | "do");
        if base && (!self.capital(next) || self.titled) {
            return Tag::To;
        }
        // A verb that no table holds: bare lower-case word followed by the start of an object.
        let unknown = class.flags & !flag::PLURAL == 0
            && !class.is(flag::PLURAL)
            && !self.capital(next)
            && self.kind(next) == Some(TokenKind::Word);
        let after = if next + 1 < self.to {
            self.words.class(next + 1)
        } else {
            WordParts::default()
        };
        if unknown && after.is(flag::DETERMINER | flag::POSSESSIVE | flag::OBJECT) {
            return Tag::To;
        }
        Tag::Preposition
    }

    fn that(&self, at: usize) -> Tag {
        let previous = self.previous(at);
        let next = self.next(at);
        let after_verb = matches!(
            previous,
            Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle | Tag::Linking
        );
        let finite = next.is(flag::MODAL | flag::BE | flag::HAVE | flag::DO)
            || next.is(flag::VBD | flag::VBZ) && !next.is(flag::NOUN) && !self.capital(at + 1);
        if finite {
            return match previous {
                Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun | Tag::Close | Tag::Quote => Tag::Relative,
                Tag::Comma | Tag::Coordinator => Tag::Relative,
                _ => Tag::Pronoun,
            };
        }
        let starts = next.is(flag::DETERMINER
            | flag::PRONOUN
            | flag::POSSESSIVE
            | flag::INDEFINITE
            | flag::PREPOSITION
            | flag::SUBORDINATOR
            | flag::NUMBER
            | flag::QUESTION)
            || next.is(flag::PLURAL)
            || self.capital(at + 1)
            || self.kind(at + 1) != Some(TokenKind::Word)
            || next.is(flag::FUSED);
        if starts
            || after_verb
            || matches!(
                previous,
                Tag::Noun | Tag::Comma | Tag::Coordinator | Tag::Adverb | Tag::Name | Tag::Pronoun
            )
        {
            return if self.kind(at + 1) == Some(TokenKind::Punct) && !after_verb || self.kind(at + 1).is_none() {
                Tag::Pronoun
            } else {
                Tag::That
            };
        }
        Tag::Determiner
    }
}
