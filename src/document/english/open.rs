//! Nouns, adjectives, verbs and names: what a word of an open class is where it stands.

use crate::document::english::opening::SAYS;
use crate::document::english::tag::{ClassedWords, Tag};
use crate::document::english::tagger::{Tagger, Wants};
use crate::document::english::words::{WordParts, flag, frame};
use crate::document::page::token::TokenKind;

/// What can open a verb's object or clause.
const OPENS_COMPLEMENT: u64 = flag::DETERMINER
    | flag::POSSESSIVE
    | flag::PRONOUN
    | flag::OBJECT
    | flag::TO
    | flag::QUESTION
    | flag::RELATIVE
    | flag::INDEFINITE
    | flag::FUSED;

impl Tagger<'_, '_> {
    /// The tag of a word of an open class.
    pub(crate) fn open(&self, at: usize, class: WordParts, capital: bool) -> Tag {
        let nominal = if capital { Tag::Name } else { Tag::Noun };
        if !class.is(flag::VERB) {
            return self.verbless(at, class, capital);
        }
        if self.titled && capital && at == self.from {
            return nominal;
        }
        if let Some(tag) = self.wanted(at, class) {
            return tag;
        }
        if class.is(flag::VBG) {
            self.gerund(at, class)
        } else if class.is(flag::VBD | flag::VBN) {
            self.past(at, class)
        } else if class.is(flag::VBZ) {
            self.third(at, class, nominal)
        } else {
            self.base(at, class, nominal)
        }
    }

    /// A word that is no verb.
    fn verbless(&self, at: usize, class: WordParts, capital: bool) -> Tag {
        if class.is(flag::ADVERB) {
            return Tag::Adverb;
        }
        if class.is(flag::ADJECTIVE) && !capital {
            return Tag::Adjective;
        }
        let unknown = class.flags & !flag::PLURAL == 0;
        if unknown && !capital && self.wants == Wants::Base && self.previous(at) != Tag::Auxiliary {
            return Tag::Base;
        }
        if capital { Tag::Name } else { Tag::Noun }
    }

    /// The verb form that the words before ask for.
    fn wanted(&self, at: usize, class: WordParts) -> Option<Tag> {
        let subject = class.is(flag::NOUN) && class.frames == 0 && self.next(at).is(flag::BE);
        match self.wants {
            Wants::Base if class.is(flag::VB) => Some(Tag::Base),
            Wants::Participle | Wants::Either if class.is(flag::VBN) => Some(Tag::Participle),
            Wants::Either if class.is(flag::VBG) && !subject => Some(Tag::Gerund),
            _ => None,
        }
    }

    /// Determiners and the like, behind which a noun phrase goes on.
    fn in_nominal(&self, at: usize) -> bool {
        matches!(
            self.previous(at),
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number
        )
    }

    /// Whether a verb's object or clause begins behind this word.
    fn takes_complement(&self, at: usize) -> bool {
        self.next(at).is(OPENS_COMPLEMENT) || self.capital(at + 1) || self.kind(at + 1) == Some(TokenKind::Quote)
    }

    /// "a meeting", "a meeting place", "meeting them"
    fn gerund(&self, at: usize, class: WordParts) -> Tag {
        let noun = class.is(flag::NOUN);
        let compound = noun
            && matches!(self.previous(at), Tag::Noun | Tag::Name)
            && !self.next(at).is(flag::DETERMINER | flag::POSSESSIVE | flag::OBJECT);
        if !self.in_nominal(at) && !compound {
            Tag::Gerund
        } else if noun || !self.next_nominal(at) {
            Tag::Noun
        } else {
            Tag::Adjective
        }
    }

    /// "closed": a finite verb, a participle or an adjective.
    fn past(&self, at: usize, class: WordParts) -> Tag {
        let previous = self.previous(at);
        if self.in_nominal(at) && previous != Tag::Number {
            let alone = previous == Tag::Determiner && self.determiner_stands_alone(at)
                || !self.next_nominal(at) && class.is(flag::VBD) && previous != Tag::Determiner;
            return if alone && class.is(flag::VBD) {
                Tag::Finite
            } else {
                Tag::Adjective
            };
        }
        if previous == Tag::Preposition && self.next_nominal(at) {
            return Tag::Adjective;
        }
        if !class.is(flag::VBD) {
            if class.is(flag::VB) && matches!(previous, Tag::Pronoun | Tag::Noun | Tag::Name | Tag::Relative) {
                return Tag::Finite;
            }
            return Tag::Participle;
        }
        let agent = self.words.word(at + 1) == "by" && !self.tells_means(at, class);
        if agent && class.is(flag::VBN) && !matches!(previous, Tag::Pronoun | Tag::Relative) || self.reduced(at, class)
        {
            return Tag::Participle;
        }
        match previous {
            Tag::Stop if class.is(flag::VBN) => Tag::Participle,
            Tag::Preposition if class.is(flag::VBN) => Tag::Participle,
            Tag::Auxiliary if class.is(flag::VBN) => Tag::Participle,
            _ => Tag::Finite,
        }
    }

    /// "claims": a verb or a plural.
    fn third(&self, at: usize, class: WordParts, nominal: Tag) -> Tag {
        let (previous, next) = (self.previous(at), self.next(at));
        let noun = class.is(flag::NOUN);
        let complement = self.takes_complement(at) || self.words.word(at + 1) == ":";
        match previous {
            Tag::Pronoun | Tag::Relative => Tag::Finite,
            Tag::Adverb if !noun || complement => Tag::Finite,
            Tag::Name | Tag::Noun | Tag::Close | Tag::Time if !noun => Tag::Finite,
            Tag::Name | Tag::Time
                if complement || next.is(flag::PREPOSITION) && !next.is(flag::BE) && class.frames != 0 =>
            {
                Tag::Finite
            }
            Tag::Noun if complement && !self.words.class(at.wrapping_sub(1)).is(flag::PLURAL) => Tag::Finite,
            Tag::Name | Tag::Noun if class.takes(SAYS) && self.closes_speech(at) => Tag::Finite,
            // "The bank, which stores barley, estimates that"
            Tag::Comma if class.takes(SAYS) && self.that_clause(at + 1) && self.comma_before(at - 1) => Tag::Finite,
            Tag::Comma if !noun && self.comma_before(at - 1) => Tag::Finite,
            Tag::Quote | Tag::Comma | Tag::Coordinator if complement && !noun => Tag::Finite,
            Tag::Quote | Tag::Comma | Tag::Coordinator if complement && previous != Tag::Comma => Tag::Finite,
            _ => nominal,
        }
    }

    /// "claim": a verb, a noun or an adjective.
    fn base(&self, at: usize, class: WordParts, nominal: Tag) -> Tag {
        let (previous, next) = (self.previous(at), self.next(at));
        let capital = nominal == Tag::Name;
        let noun = class.is(flag::NOUN);
        // "Roe back in May stated": the adverb, where no plural asks for a verb.
        if class.is(flag::ADVERB)
            && !capital
            && matches!(previous, Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Auxiliary)
            && next.is(flag::PREPOSITION | flag::TIME | flag::MONTH | flag::ADVERB | flag::VBD)
            && !self.words.class(at.wrapping_sub(1)).is(flag::PLURAL)
        {
            return Tag::Adverb;
        }
        let plural = self.words.class(at.wrapping_sub(1)).is(flag::PLURAL) && at > self.from;
        let complement = self.takes_complement(at) || next.is(flag::LY);
        match previous {
            Tag::Pronoun | Tag::Relative => {
                if matches!(self.words.word(at - 1), "he" | "she" | "it") && !class.is(flag::VBD) {
                    nominal
                } else {
                    Tag::Finite
                }
            }
            Tag::Adverb if !noun => Tag::Finite,
            Tag::Noun | Tag::Name | Tag::Time
                if plural && (!noun || complement || next.is(flag::PREPOSITION) && class.frames != 0) =>
            {
                Tag::Finite
            }
            Tag::Noun | Tag::Name | Tag::Time | Tag::Number
                if plural && noun && class.takes(frame::SPEECH | frame::STANCE) && self.goes_on(at) =>
            {
                Tag::Finite
            }
            Tag::Noun | Tag::Name if !noun && self.coordinated(at) => Tag::Finite,
            Tag::Noun | Tag::Name | Tag::Time if self.stated_by_plural(at, class) => Tag::Finite,
            Tag::Comma | Tag::Close
                if !noun && class.takes(frame::CLAUSE | frame::STANCE_CLAUSE) && self.wants == Wants::Nothing =>
            {
                Tag::Finite
            }
            Tag::Number if !noun && class.takes(u64::MAX) => Tag::Finite,
            Tag::Coordinator if complement && self.verb_before(at) => Tag::Finite,
            Tag::Coordinator if !noun => Tag::Base,
            Tag::Stop | Tag::Quote
                if complement && (!noun || next.is(flag::DETERMINER)) && !(capital && self.capital(at + 1)) =>
            {
                Tag::Base
            }
            Tag::Quote if !noun => Tag::Finite,
            Tag::Number if !noun && complement => Tag::Finite,
            Tag::Adverb if complement => Tag::Finite,
            // "the secretary of state, Greta Orvik, said"
            Tag::Preposition if noun && !self.next_nominal(at) => nominal,
            _ if class.is(flag::ADJECTIVE) => Tag::Adjective,
            _ => nominal,
        }
    }

    /// "said by email": by what means, and no agent.
    fn tells_means(&self, at: usize, class: WordParts) -> bool {
        class.takes(SAYS) && is_channel(self.words, at + 2)
    }

    /// "…," Lund notes. "…," the survey states. And, of names, "The mill is old, Lund claims."
    fn closes_speech(&self, at: usize) -> bool {
        let next = self.kind(at + 1);
        let ends = matches!(next, None | Some(TokenKind::Punct)) || self.next(at).is(flag::PREPOSITION);
        let start = (self.from..at)
            .rev()
            .take(8)
            .take_while(|i| self.tags[*i].in_phrase())
            .last();
        let Some(before) = start.filter(|start| ends && *start > self.from).map(|start| start - 1) else {
            return false;
        };
        match self.tags[before] {
            Tag::Quote => before > self.from && matches!(self.words.word(before - 1), "," | "?" | "!"),
            Tag::Comma => {
                let named = (before + 1..at).all(|i| self.tags[i] == Tag::Name);
                let clause = (self.from..before).any(|i| matches!(self.tags[i], Tag::Finite | Tag::Auxiliary));
                named && clause && matches!(self.words.word(at + 1), "" | ".")
            }
            _ => false,
        }
    }

    /// "that half is gone", not "that was gone".
    fn that_clause(&self, at: usize) -> bool {
        let verb = flag::BE | flag::HAVE | flag::DO | flag::MODAL | flag::VBD | flag::VBZ;
        at < self.to
            && self.words.word(at) == "that"
            && (!self.next(at).is(verb) || self.next(at).is(flag::NOUN | flag::PLURAL))
    }

    /// Whether another comma stands before this one, behind a noun.
    fn comma_before(&self, comma: usize) -> bool {
        (self.from + 1..comma)
            .rev()
            .take(24)
            .any(|i| self.tags[i] == Tag::Comma && self.tags[i - 1].ends_phrase())
    }

    /// "Wardens at Ostby estimate that", "Papers filed on Friday say the man fled".
    fn stated_by_plural(&self, at: usize, class: WordParts) -> bool {
        let next = self.next(at);
        let plain = !class.is(flag::NOUN | flag::ADJECTIVE) && self.words.word(at + 1) != "that";
        let states = self.that_clause(at + 1) || plain && next.is(flag::DETERMINER | flag::PRONOUN | flag::POSSESSIVE);
        states && class.takes(frame::CLAUSE | frame::STANCE_CLAUSE) && self.plural_behind(at)
    }

    /// What follows can be a verb's object or clause: not "of", not another verb.
    fn goes_on(&self, at: usize) -> bool {
        let next = self.next(at);
        let noun = next.is(flag::NOUN | flag::ADJECTIVE | flag::PLURAL) || next.flags == 0 && next.frames == 0;
        self.kind(at + 1) == Some(TokenKind::Word)
            && noun
            && !next.is(flag::PREPOSITION | flag::BE | flag::HAVE | flag::DO | flag::MODAL)
            || next.is(flag::VBG) && !next.is(flag::NOUN)
    }

    /// "Ruiz and Casey say"
    fn coordinated(&self, at: usize) -> bool {
        (self.from + 1..at)
            .rev()
            .take(5)
            .any(|i| self.tags[i] == Tag::Coordinator && self.tags[i - 1].ends_phrase())
    }

    fn verb_before(&self, at: usize) -> bool {
        (self.from..at)
            .rev()
            .take(12)
            .any(|i| matches!(self.tags[i], Tag::Finite))
    }

    fn determiner_stands_alone(&self, at: usize) -> bool {
        self.words.class(at - 1).is(flag::INDEFINITE) && !self.next_nominal(at)
    }

    /// Whether the next word can go on a noun phrase.
    pub(crate) fn next_nominal(&self, at: usize) -> bool {
        let next = self.next(at);
        self.kind(at + 1) == Some(TokenKind::Word)
            && !next.is(flag::DETERMINER
                | flag::PREPOSITION
                | flag::POSSESSIVE
                | flag::PRONOUN
                | flag::OBJECT
                | flag::BE
                | flag::HAVE
                | flag::DO
                | flag::MODAL
                | flag::COORDINATOR
                | flag::SUBORDINATOR
                | flag::RELATIVE
                | flag::QUESTION
                | flag::TO
                | flag::NOT
                | flag::LY
                | flag::TIME)
            && (!next.is(flag::VERB) || next.is(flag::NOUN | flag::ADJECTIVE))
    }
}

/// Something to speak by, without a determiner: "by phone", "by e-mail".
pub(crate) fn is_channel(words: ClassedWords<'_>, at: usize) -> bool {
    words.class(at).is(flag::VENUE) || matches!(words.word(at), "phone" | "telephone" | "text" | "fax" | "radio")
}
