//! One grammatical tag per token, enough to see noun phrases and verb groups.
//!
//! Not a part-of-speech tagger: a left-to-right pass over word classes with two tokens of context. It is only asked to tell
//! verbs from nouns, complementisers from determiners and names from words.

use crate::document::english::words::{Class, flag, frame};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary};

/// The part a token plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Tag {
    /// `the`, `a`, `this`, `some`
    Determiner,
    /// `his`, `'s`
    Possessive,
    /// `she`, `it`, `nobody`
    Pronoun,
    /// `who`, `which` behind a noun
    Relative,
    /// `bridge`
    Noun,
    /// `Ostby`
    Name,
    /// `40`, `two`
    Number,
    /// `safe`
    Adjective,
    /// `slowly`
    Adverb,
    /// `Monday`, `today`
    Time,
    /// A finite lexical verb.
    Finite,
    /// `say` behind `to` or an auxiliary
    Base,
    /// `saying`
    Gerund,
    /// `told` in "was told"
    Participle,
    /// A finite auxiliary.
    Auxiliary,
    /// `be`, `been`, `being`, `having`
    Linking,
    /// `not`, `never`
    Not,
    /// `to` before a verb
    To,
    /// `of`, `in`
    Preposition,
    /// `and`, `but`
    Coordinator,
    /// `while`, `although`
    Subordinator,
    /// `that` before a clause.
    That,
    /// `whether`, `how`
    Question,
    /// A quote mark.
    Quote,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `—`
    Dash,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `.`, `?`, `!`
    Stop,
    /// Anything else.
    Symbol,
}

impl Tag {
    /// Can stand inside a noun phrase, left of its last word.
    pub fn in_phrase(self) -> bool {
        matches!(
            self,
            Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Symbol
        )
    }

    /// Can be the last word of a noun phrase.
    pub fn ends_phrase(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number)
    }

    /// Any verb form.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle | Tag::Auxiliary | Tag::Linking
        )
    }
}

/// Tokens with their words' classes.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) classes: &'a [Class],
}

impl<'a> Words<'a> {
    /// The class of a token's word; none past the end.
    pub(crate) fn class(&self, at: usize) -> Class {
        self.tokens
            .get(at)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .copied()
            .unwrap_or_default()
    }

    /// The folded word of a token; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| self.vocabulary.word(t.word))
    }
}

/// Tags all tokens, sentence by sentence.
pub(crate) fn tag(words: Words<'_>, sentences: &[Sentence]) -> Vec<Tag> {
    let mut tags = vec![Tag::Symbol; words.tokens.len()];
    for sentence in sentences {
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut tagger = Tagger {
            words,
            tags: &mut tags,
            from,
            to,
            titled: titled(words, from, to),
            wants: Wants::Nothing,
        };
        for at in from..to {
            tagger.step(at);
        }
    }
    tags
}

/// Most long words carry a capital: a headline, where capitals tell nothing.
fn titled(words: Words<'_>, from: usize, to: usize) -> bool {
    let (mut capitals, mut long, mut short) = (0, 0, 0);
    for token in words.tokens.get(from..to).unwrap_or_default() {
        if token.kind == TokenKind::Word && token.end - token.start > 3 {
            long += 1;
            capitals += usize::from(token.is_capital());
        } else {
            short += usize::from(token.is_capital());
        }
    }
    // "14 Nurses Say Ward Had No Heating": short words carry it too, where no long one goes without.
    long >= 4 && capitals * 10 >= long * 8 || long > 0 && capitals == long && capitals + short >= 5
}

/// Which verb form the words before ask for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    Nothing,
    Base,
    Participle,
    /// Behind a form of "be": participle or gerund.
    Either,
}

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

struct Tagger<'a, 't> {
    words: Words<'a>,
    tags: &'t mut [Tag],
    from: usize,
    to: usize,
    titled: bool,
    wants: Wants,
}

impl Tagger<'_, '_> {
    fn previous(&self, at: usize) -> Tag {
        if at > self.from { self.tags[at - 1] } else { Tag::Stop }
    }

    fn next(&self, at: usize) -> Class {
        if at + 1 < self.to {
            self.words.class(at + 1)
        } else {
            Class::default()
        }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        (at < self.to).then(|| self.words.tokens[at].kind)
    }

    fn capital(&self, at: usize) -> bool {
        at < self.to && self.words.tokens[at].is_capital()
    }

    fn step(&mut self, at: usize) {
        let tag = self.tag_of(at);
        self.wants = match tag {
            Tag::Auxiliary | Tag::Linking => self.wanted_by(at),
            Tag::To => Wants::Base,
            Tag::Adverb | Tag::Not => self.wants,
            // A question turns subject and auxiliary around.
            Tag::Pronoun if self.previous(at) == Tag::Auxiliary && self.wants != Wants::Nothing => self.wants,
            Tag::Pronoun if self.words.class(at).is(flag::FUSED) => self.wanted_by(at),
            Tag::Coordinator if self.wants == Wants::Nothing && self.carries(at) => Wants::Base,
            _ => Wants::Nothing,
        };
        self.tags[at] = tag;
    }

    /// "to meet and say": the verb behind the coordinator keeps the form of the verb before it.
    fn carries(&self, at: usize) -> bool {
        self.previous(at) == Tag::Base
    }

    fn wanted_by(&self, at: usize) -> Wants {
        let class = self.words.class(at);
        let word = self.words.word(at);
        if class.is(flag::FUSED) {
            return match word.rsplit('\'').next() {
                Some("ll" | "d") => Wants::Base,
                Some("ve") => Wants::Participle,
                _ => Wants::Either,
            };
        }
        if class.is(flag::MODAL) || class.is(flag::DO) {
            Wants::Base
        } else if class.is(flag::HAVE) {
            Wants::Participle
        } else {
            Wants::Either
        }
    }

    fn tag_of(&self, at: usize) -> Tag {
        let token = &self.words.tokens[at];
        match token.kind {
            TokenKind::Quote => {
                return if self.words.word(at) == "'" && self.apostrophe(at) {
                    Tag::Possessive
                } else {
                    Tag::Quote
                };
            }
            TokenKind::Symbol => {
                return if self.words.word(at) == "%" {
                    Tag::Number
                } else if self.words.text[token.start as usize..].starts_with("http") {
                    Tag::Name
                } else {
                    Tag::Symbol
                };
            }
            TokenKind::Number => return Tag::Number,
            TokenKind::Punct => return punctuation(self.words.word(at)),
            TokenKind::Word => {}
        }
        let class = self.words.class(at);
        // Only a word that begins with no letter can be a clitic.
        let lettered = self.words.text.as_bytes().get(token.start as usize);
        if !lettered.is_some_and(u8::is_ascii_alphabetic) && self.words.word(at) == "'s" {
            return self.clitic(at);
        }
        if token.case == Case::Upper && self.previous(at) == Tag::Name {
            // An initial ("Jo A. Roe") is no article or pronoun; "USA TODAY" no time.
            let initial = self.words.word(at).len() == 1 && self.words.text[token.span()].ends_with('.');
            if initial || class.is(flag::TIME) {
                return Tag::Name;
            }
        }
        if let Some(tag) = self.closed(at, class) {
            return tag;
        }
        let name = token.is_capital() && !self.titled && (at > self.from && !self.opens(at - 1));
        if name && !(token.case == Case::Title && class.is(flag::TIME | flag::MONTH)) {
            return Tag::Name;
        }
        self.open(at, class, token.is_capital())
    }

    /// Whether a sentence or quotation begins behind this token.
    fn opens(&self, at: usize) -> bool {
        matches!(
            self.tags[at],
            Tag::Quote | Tag::Colon | Tag::Open | Tag::Stop | Tag::Dash
        )
    }

    /// "officials' plan"
    fn apostrophe(&self, at: usize) -> bool {
        at > self.from
            && self.words.tokens[at - 1].end == self.words.tokens[at].start
            && self
                .words
                .text
                .as_bytes()
                .get(self.words.tokens[at - 1].end as usize - 1)
                .is_some_and(|b| b.eq_ignore_ascii_case(&b's'))
            && self.tags[at - 1].ends_phrase()
            && self.kind(at + 1) == Some(TokenKind::Word)
    }

    fn clitic(&self, at: usize) -> Tag {
        let previous = self.previous(at);
        let next = self.next(at);
        let pronoun = previous == Tag::Pronoun || matches!(previous, Tag::Relative | Tag::Question | Tag::Adverb);
        let predicate = next.is(flag::NOT) || next.is(flag::DETERMINER) && !next.is(flag::NUMBER) || next.is(flag::BE);
        if pronoun && !self.words.class(at.wrapping_sub(1)).is(flag::INDEFINITE)
            || predicate
            || next.is(flag::VBG) && !next.is(flag::NOUN) && !self.capital(at + 1)
        {
            Tag::Auxiliary
        } else {
            Tag::Possessive
        }
    }

    fn closed(&self, at: usize, class: Class) -> Option<Tag> {
        if !class.is(CLOSED) {
            return None;
        }
        let word = self.words.word(at);
        let previous = self.previous(at);
        let next = self.next(at);
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
            return Some(if next.is(flag::PRONOUN) {
                Tag::Subordinator
            } else {
                Tag::Preposition
            });
        }
        if word == "her" || word == "his" {
            let noun = next.is(flag::NOUN | flag::ADJECTIVE)
                || next.flags & !(flag::PLURAL | flag::LY) == 0
                || self.capital(at + 1)
                || next.is(flag::VERB);
            let alone = next.is(flag::PREPOSITION
                | flag::DETERMINER
                | flag::TO
                | flag::COORDINATOR
                | flag::TIME
                | flag::QUESTION)
                && !self.capital(at + 1)
                || self.kind(at + 1) != Some(TokenKind::Word) && self.kind(at + 1) != Some(TokenKind::Quote);
            return Some(if alone && (word == "her" || !noun) {
                Tag::Pronoun
            } else {
                Tag::Possessive
            });
        }
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

    /// A capital inside a sentence that is not a headline.
    fn name_like(&self, at: usize) -> bool {
        self.capital(at) && !self.titled && at > self.from && !self.opens(at - 1)
    }

    /// "Will Smith", "May Roe": an auxiliary's spelling in a name.
    fn opened_name(&self, at: usize) -> bool {
        self.capital(at)
            && !self.titled
            && at > self.from
            && !self.opens(at - 1)
            && (self.capital(at + 1) || self.previous(at) == Tag::Name && self.words.class(at).is(flag::MODAL))
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
            Class::default()
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
            Class::default()
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

    /// Nouns, adjectives, verbs and names.
    fn open(&self, at: usize, class: Class, capital: bool) -> Tag {
        let previous = self.previous(at);
        let next = self.next(at);
        let nominal = if capital { Tag::Name } else { Tag::Noun };
        if !class.is(flag::VERB) {
            if class.is(flag::ADVERB) {
                return Tag::Adverb;
            }
            if class.is(flag::ADJECTIVE) && !capital {
                return Tag::Adjective;
            }
            if class.flags & !flag::PLURAL == 0 && !capital && (self.wants == Wants::Base) && previous != Tag::Auxiliary
            {
                return Tag::Base;
            }
            return nominal;
        }
        let noun = class.is(flag::NOUN);
        if self.titled && capital && at == self.from {
            return nominal;
        }
        match self.wants {
            Wants::Base if class.is(flag::VB) => return Tag::Base,
            Wants::Participle if class.is(flag::VBN) => return Tag::Participle,
            Wants::Either if class.is(flag::VBN) => return Tag::Participle,
            Wants::Either if class.is(flag::VBG) && !(noun && class.frames == 0 && next.is(flag::BE)) => {
                return Tag::Gerund;
            }
            _ => {}
        }
        let nominal_context = matches!(
            previous,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number
        );
        if class.is(flag::VBG) {
            if nominal_context
                || noun
                    && matches!(previous, Tag::Noun | Tag::Name)
                    && !next.is(flag::DETERMINER | flag::POSSESSIVE | flag::OBJECT)
            {
                return if noun || !self.next_nominal(at) {
                    Tag::Noun
                } else {
                    Tag::Adjective
                };
            }
            return Tag::Gerund;
        }
        if class.is(flag::VBD | flag::VBN) {
            if nominal_context && previous != Tag::Number {
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
            if self.words.word(at + 1) == "by"
                && class.is(flag::VBN)
                && !matches!(previous, Tag::Pronoun | Tag::Relative)
            {
                return Tag::Participle;
            }
            return match previous {
                Tag::Stop if class.is(flag::VBN) => Tag::Participle,
                Tag::Preposition if class.is(flag::VBN) => Tag::Participle,
                Tag::Auxiliary if class.is(flag::VBN) => Tag::Participle,
                _ => Tag::Finite,
            };
        }
        if class.is(flag::VBZ) {
            let complement = next.is(flag::DETERMINER
                | flag::POSSESSIVE
                | flag::PRONOUN
                | flag::OBJECT
                | flag::TO
                | flag::QUESTION
                | flag::RELATIVE
                | flag::INDEFINITE
                | flag::FUSED)
                || self.capital(at + 1)
                || self.kind(at + 1) == Some(TokenKind::Quote)
                || self.words.word(at + 1) == ":";
            return match previous {
                Tag::Pronoun | Tag::Relative => Tag::Finite,
                Tag::Adverb if !noun || complement => Tag::Finite,
                Tag::Name | Tag::Noun | Tag::Close | Tag::Time if !noun => Tag::Finite,
                Tag::Name | Tag::Time
                    if complement || next.is(flag::PREPOSITION) && !next.is(flag::BE) && class.frames != 0 =>
                {
                    Tag::Finite
                }
                Tag::Noun if complement && !self.words.class(at.wrapping_sub(1)).is(flag::PLURAL) => Tag::Finite,
                Tag::Quote | Tag::Comma | Tag::Coordinator if complement && !noun => Tag::Finite,
                Tag::Quote | Tag::Comma | Tag::Coordinator if complement && previous != Tag::Comma => Tag::Finite,
                _ => nominal,
            };
        }
        // "Roe back in May stated": the adverb, where no plural asks for a verb.
        if class.is(flag::ADVERB)
            && !capital
            && matches!(previous, Tag::Name | Tag::Noun | Tag::Pronoun | Tag::Auxiliary)
            && next.is(flag::PREPOSITION | flag::TIME | flag::MONTH | flag::ADVERB | flag::VBD)
            && !self.words.class(at.wrapping_sub(1)).is(flag::PLURAL)
        {
            return Tag::Adverb;
        }
        // A base form.
        let plural = self.words.class(at.wrapping_sub(1)).is(flag::PLURAL) && at > self.from;
        let complement = next.is(flag::DETERMINER
            | flag::POSSESSIVE
            | flag::PRONOUN
            | flag::OBJECT
            | flag::TO
            | flag::QUESTION
            | flag::RELATIVE
            | flag::INDEFINITE
            | flag::FUSED
            | flag::LY)
            || self.capital(at + 1)
            || self.kind(at + 1) == Some(TokenKind::Quote);
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
            _ if class.is(flag::ADJECTIVE) => Tag::Adjective,
            _ => nominal,
        }
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
    fn next_nominal(&self, at: usize) -> bool {
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

fn punctuation(mark: &str) -> Tag {
    match mark {
        "," => Tag::Comma,
        ":" => Tag::Colon,
        ";" => Tag::Semicolon,
        "—" | "-" => Tag::Dash,
        "(" | "[" | "{" => Tag::Open,
        ")" | "]" | "}" => Tag::Close,
        "." | "!" | "?" | "…" => Tag::Stop,
        _ => Tag::Symbol,
    }
}
