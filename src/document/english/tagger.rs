//! Gives each token its tag.
//!
//! Not a part-of-speech tagger: a left-to-right pass over word classes with a few tokens of context. It is only asked to tell verbs
//! from nouns, complementisers from determiners and names from words. Closed classes first (`closed`), then names, then nouns,
//! adjectives and verbs (`open`); where a capital tells nothing `opening` looks on, and `reduced` tells participles from verbs.

use crate::document::english::tag::{ClassedWords, Tag};
use crate::document::english::words::{WordParts, flag};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Case, TokenKind};

/// Tags all tokens, sentence by sentence.
pub(crate) fn tag(words: ClassedWords<'_>, sentences: &[Sentence]) -> Vec<Tag> {
    let mut tags = vec![Tag::Symbol; words.tokens.len()];
    let met = met(words, sentences);
    for sentence in sentences {
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut tagger = Tagger {
            words,
            tags: &mut tags,
            from,
            to,
            titled: titled(words, from, to),
            met: &met,
            wants: Wants::Nothing,
        };
        for at in from..to {
            tagger.step(at);
        }
    }
    tags
}

/// Which words stand with a capital behind another word of their sentence, by word id.
fn met(words: ClassedWords<'_>, sentences: &[Sentence]) -> Vec<bool> {
    let mut met = vec![false; words.vocabulary.len()];
    for sentence in sentences {
        let tokens = words
            .tokens
            .get(sentence.tokens.start as usize..sentence.tokens.end as usize)
            .unwrap_or_default();
        for pair in tokens.windows(2) {
            if pair[1].is_capital()
                && pair[0].kind == TokenKind::Word
                && let Some(known) = met.get_mut(pair[1].word.0 as usize)
            {
                *known = true;
            }
        }
    }
    met
}

/// Most long words carry a capital: a headline, where capitals tell nothing.
fn titled(words: ClassedWords<'_>, from: usize, to: usize) -> bool {
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
pub(crate) enum Wants {
    Nothing,
    Base,
    Participle,
    /// Behind a form of "be": participle or gerund.
    Either,
}

pub(crate) struct Tagger<'a, 't> {
    pub(crate) words: ClassedWords<'a>,
    pub(crate) tags: &'t mut [Tag],
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) titled: bool,
    /// Words that stand inside a sentence with a capital, by word id.
    pub(crate) met: &'t [bool],
    pub(crate) wants: Wants,
}

impl Tagger<'_, '_> {
    pub(crate) fn previous(&self, at: usize) -> Tag {
        if at > self.from { self.tags[at - 1] } else { Tag::Stop }
    }

    pub(crate) fn next(&self, at: usize) -> WordParts {
        if at + 1 < self.to {
            self.words.class(at + 1)
        } else {
            WordParts::default()
        }
    }

    pub(crate) fn kind(&self, at: usize) -> Option<TokenKind> {
        (at < self.to).then(|| self.words.tokens[at].kind)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
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
            TokenKind::Punct => return Tag::of_mark(self.words.word(at)),
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
        if let Some(tag) = self.opening_name(at, class) {
            return tag;
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
    pub(crate) fn opens(&self, at: usize) -> bool {
        matches!(
            self.tags[at],
            Tag::Quote | Tag::Colon | Tag::Open | Tag::Stop | Tag::Dash
        )
    }

    /// "officials' plan"
    pub(crate) fn apostrophe(&self, at: usize) -> bool {
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

    pub(crate) fn clitic(&self, at: usize) -> Tag {
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

    /// A capital inside a sentence that is not a headline.
    pub(crate) fn name_like(&self, at: usize) -> bool {
        self.capital(at) && !self.titled && at > self.from && !self.opens(at - 1)
    }

    /// "Will Smith", "May Roe": an auxiliary's spelling in a name.
    pub(crate) fn opened_name(&self, at: usize) -> bool {
        self.capital(at)
            && !self.titled
            && at > self.from
            && !self.opens(at - 1)
            && (self.capital(at + 1) || self.previous(at) == Tag::Name && self.words.class(at).is(flag::MODAL))
    }
}
