//! Noun phrases: where the words that can name a source begin and end.
//!
//! A base phrase is a run of determiners, modifiers and nouns that ends in a noun, a name, a number or a pronoun. It grows by
//! prepositions ("a spokesman for the mayor of Tor"), by coordination ("Ruiz and Casey") and by appositions.

use std::ops::Range;

use crate::document::english::tag::{ClassedWords, Tag};
use crate::document::english::words::{flag, usage};
use crate::document::page::sentence::Sentence;

/// Longest look to either side, in tokens.
pub(crate) const REACH: usize = 40;

/// Words, their tags and the bounds of one sentence.
#[derive(Clone, Copy)]
pub(crate) struct SentenceView<'a> {
    pub(crate) words: ClassedWords<'a>,
    pub(crate) tags: &'a [Tag],
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl<'a> SentenceView<'a> {
    /// The words of a sentence.
    pub(crate) fn of(words: ClassedWords<'a>, tags: &'a [Tag], sentence: &Sentence) -> SentenceView<'a> {
        SentenceView {
            words,
            tags,
            from: sentence.tokens.start as usize,
            to: sentence.tokens.end as usize,
        }
    }

    /// The tag of a token; a stop outside the sentence.
    #[inline]
    pub(crate) fn tag(&self, at: usize) -> Tag {
        if at >= self.from && at < self.to {
            self.tags[at]
        } else {
            Tag::Stop
        }
    }

    /// The tag before a token; a stop at the sentence's start.
    pub(crate) fn before(&self, at: usize) -> Tag {
        if at > self.from && at <= self.to {
            self.tags[at - 1]
        } else {
            Tag::Stop
        }
    }

    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        if at >= self.from && at < self.to {
            self.words.word(at)
        } else {
            ""
        }
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, flags: u64) -> bool {
        at >= self.from && at < self.to && self.words.class(at).is(flags)
    }

    pub(crate) fn does(&self, at: usize, usages: u64) -> bool {
        at >= self.from && at < self.to && self.words.class(at).does(usages)
    }

    /// Start of the base phrase whose last token is `last`.
    pub(crate) fn base_start(&self, last: usize) -> usize {
        let mut at = last;
        if self.tag(at) == Tag::Pronoun && !self.is(at, flag::INDEFINITE) {
            return at;
        }
        while at > self.from && last - at < REACH {
            let before = self.tags[at - 1];
            let here = self.tags[at];
            if here == Tag::Determiner || here == Tag::Possessive && self.word(at) != "'s" && self.word(at) != "'" {
                // "all the", "half the", "both his"
                if before == Tag::Determiner && (self.is(at - 1, flag::INDEFINITE) || self.is(at, flag::INDEFINITE)) {
                    at -= 1;
                }
                break;
            }
            let joins = before.in_phrase()
                || before == Tag::Pronoun && here == Tag::Possessive
                || before == Tag::Pronoun
                    && self.is(at - 1, flag::INDEFINITE)
                    && here != Tag::Determiner
                    && here != Tag::Name
                || before == Tag::Time && here == Tag::Possessive
                || before == Tag::Adverb
                    && here == Tag::Number
                    && !matches!(self.word(at - 1), "then" | "now" | "when" | "so")
                || before == Tag::Adverb
                    && here == Tag::Adjective
                    && self.is(at - 1, flag::LY)
                    && self.before(at - 1) == Tag::Determiner
                || before == Tag::Coordinator && here == Tag::Adjective && self.before(at - 1) == Tag::Adjective
                || before == Tag::Comma
                    && here == Tag::Adjective
                    && at >= self.from + 2
                    && self.tags[at - 2] == Tag::Adjective
                    && self.before(at - 2) == Tag::Determiner
                || before == Tag::Coordinator
                    && here == Tag::Noun
                    && self.before(at - 1) == Tag::Adjective
                    && self.before(at.saturating_sub(2)).in_phrase();
            if !joins {
                break;
            }
            at -= 1;
        }
        // "a report USA officials had met": "a" is not the officials'.
        if matches!(self.word(at), "a" | "an") && self.is(last, flag::PLURAL) && self.tag(last) == Tag::Noun {
            let cut = (at + 1..last).find(|i| self.tag(*i) == Tag::Noun && self.tag(*i + 1) == Tag::Name);
            at = cut.map_or(at, |noun| noun + 1);
        }
        at - self.bound_before(at)
    }

    /// Tokens of "at least", "more than", "up to" before a quantity.
    fn bound_before(&self, at: usize) -> usize {
        let word = |back: usize| at.checked_sub(back).map_or("", |i| self.word(i));
        match word(1) {
            "at" if matches!(self.word(at), "least" | "most") => 1,
            "least" | "most" if word(2) == "at" && self.tag(at) == Tag::Number => 2,
            "than" if matches!(word(2), "more" | "fewer" | "less") && self.counts(at) => 2,
            "to" if word(2) == "up" && self.counts(at) => 2,
            _ => 0,
        }
    }

    /// A number, or "a dozen".
    fn counts(&self, at: usize) -> bool {
        self.tag(at) == Tag::Number || self.word(at) == "a" && self.tag(at + 1) == Tag::Number
    }

    /// Start of the phrase that ends with `last`, with the phrases its prepositions hang on and the ones it is coordinated with.
    pub(crate) fn start(&self, last: usize) -> usize {
        let mut at = self.base_start(last);
        loop {
            if last - at > REACH {
                return at;
            }
            let before = self.before(at);
            if at >= self.from + 2 && before == Tag::Preposition {
                let head = at - 2;
                if self.attaches(head, at - 1) {
                    at = self.base_start(head);
                    continue;
                }
                // "people close to the family", "aides familiar with the plan"
                if head > self.from && self.does(head, usage::IDENTIFYING) && self.tag(head - 1).ends_phrase() {
                    at = self.base_start(head - 1);
                    continue;
                }
            }
            if at >= self.from + 2 && before == Tag::Coordinator && matches!(self.word(at - 1), "and" | "or" | "&") {
                let mut other = at - 2;
                let comma = self.tag(other) == Tag::Comma && other > self.from;
                if comma {
                    other -= 1;
                }
                if self.tag(other).ends_phrase() {
                    let start = self.start_of_list(other);
                    // "They like their food, and he said": a comma before the second of two parts clauses.
                    let pair = comma && start == self.base_start(other);
                    let subject = matches!(self.word(at), "he" | "she" | "they" | "we" | "i");
                    let joins = !pair && (!subject || matches!(self.tag(other), Tag::Name | Tag::Pronoun));
                    if joins && self.opens_clause(start) {
                        at = start;
                        continue;
                    }
                }
            }
            return at;
        }
    }

    /// "A, B" before "and C".
    fn start_of_list(&self, last: usize) -> usize {
        let mut at = self.base_start(last);
        let mut turns = 0;
        while turns < 6 && at >= self.from + 2 {
            turns += 1;
            let hangs = self.before(at) == Tag::Preposition && self.attaches(at - 2, at - 1);
            let listed = self.before(at) == Tag::Comma
                && self.tag(at - 2).ends_phrase()
                && self.tag(at) == self.tag(self.base_start(at - 2));
            if !hangs && !listed {
                break;
            }
            at = self.base_start(at - 2);
        }
        at
    }

    /// Whether a clause can begin at this token.
    pub(crate) fn opens_clause(&self, at: usize) -> bool {
        match self.before(at) {
            Tag::Stop
            | Tag::Quote
            | Tag::Colon
            | Tag::Semicolon
            | Tag::Dash
            | Tag::Coordinator
            | Tag::That
            | Tag::Subordinator
            | Tag::Question
            | Tag::Open => true,
            Tag::Comma => true,
            Tag::Preposition => self.is(at - 1, flag::SUBORDINATOR) || self.word(at - 1) == "with",
            Tag::Adverb => true,
            Tag::Finite | Tag::Base | Tag::Gerund => self.words.class(at - 1).takes(u64::MAX),
            _ => false,
        }
    }

    /// Whether the preposition at `preposition` hangs on the phrase that ends at `head`.
    fn attaches(&self, head: usize, preposition: usize) -> bool {
        let tag = self.tag(head);
        if !(tag.ends_phrase() || tag == Tag::Adjective && self.word(preposition) == "of") {
            return false;
        }
        match self.word(preposition) {
            "of" => true,
            // "a study by the institute"
            "by" => tag == Tag::Noun && self.is(head, flag::DOCUMENT | flag::FIGURES),
            _ => self.does(preposition, usage::ATTACHING) && (tag != Tag::Pronoun || self.is(head, flag::INDEFINITE)),
        }
    }

    /// One past the base phrase that starts at `at`; `at` itself when none does.
    pub(crate) fn base_end(&self, at: usize) -> usize {
        if self.tag(at) == Tag::Pronoun && !self.is(at, flag::INDEFINITE) {
            return at + 1;
        }
        let mut end = at;
        let mut i = at;
        while i < self.to && i - at < REACH {
            let tag = self.tags[i];
            if tag == Tag::Pronoun {
                if i != at {
                    break;
                }
                end = i + 1;
                i += 1;
                // "some officials" is a determiner and a noun; "some of" goes on below.
                continue;
            }
            if tag == Tag::Determiner && i > at && !matches!(self.tags[i - 1], Tag::Determiner) {
                break;
            }
            if tag == Tag::Adjective
                && i > at
                && self.tags[i - 1].ends_phrase()
                && self.tag(i + 1) == Tag::Preposition
                && self.does(i, usage::IDENTIFYING)
            {
                // "a person familiar with the case": the adjective opens what identifies.
                break;
            }
            if tag.in_phrase()
                || tag == Tag::Adverb && self.tag(i + 1) == Tag::Adjective && i + 1 < self.to
                || tag == Tag::Time && matches!(self.tag(i + 1), Tag::Possessive) && self.word(i + 1) == "'s"
            {
                if tag == Tag::Possessive && i > at && self.word(i) != "'s" && self.word(i) != "'" {
                    break;
                }
                i += 1;
                if tag.ends_phrase() || tag == Tag::Adjective {
                    end = i;
                }
                continue;
            }
            if tag == Tag::Coordinator
                && i > at
                && self.tags[i - 1] == Tag::Adjective
                && matches!(self.tag(i + 1), Tag::Adjective)
            {
                i += 1;
                continue;
            }
            if tag == Tag::Comma && i > at && self.tags[i - 1] == Tag::Adjective && self.tag(i + 1) == Tag::Adjective {
                i += 1;
                continue;
            }
            break;
        }
        end
    }

    /// One past the phrase that starts at `at`, with prepositions and coordination.
    pub(crate) fn end(&self, at: usize) -> usize {
        let mut end = self.base_end(at);
        if end == at {
            return at;
        }
        while end < self.to && end - at < REACH {
            if self.tag(end) == Tag::Preposition {
                let last = end - 1;
                if !self.attaches(last, end) || self.is_time(end + 1) {
                    break;
                }
                let next = self.base_end(end + 1);
                if next == end + 1 {
                    break;
                }
                end = next;
                continue;
            }
            if self.tag(end) == Tag::Coordinator && matches!(self.word(end), "and" | "or" | "&") {
                let next = self.base_end(end + 1);
                if next > end + 1 && !self.verb_at(next) {
                    end = next;
                    continue;
                }
            }
            break;
        }
        end
    }

    /// Whether a verb group begins at or just behind this token.
    pub(crate) fn verb_at(&self, at: usize) -> bool {
        let mut i = at;
        while i < self.to && i < at + 3 && matches!(self.tags[i], Tag::Adverb | Tag::Not) {
            i += 1;
        }
        matches!(self.tag(i), Tag::Finite | Tag::Auxiliary)
    }

    /// The head of a phrase: its last noun, name or pronoun before any preposition.
    pub(crate) fn head(&self, phrase: &Range<usize>) -> usize {
        let end = self
            .base_end(phrase.start)
            .clamp(phrase.start + 1, phrase.end.max(phrase.start + 1));
        end - 1
    }
}
