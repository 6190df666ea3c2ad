//! Names where a capital tells nothing: at the start of a sentence or a quotation, and behind one.
//!
//! "Welling said", "Long said", "May Orvik said": no list of names decides, but the frame of the verb behind the word, and whether the
//! word stands with a capital inside another sentence.

use crate::document::english::tag::Tag;
use crate::document::english::tagger::Tagger;
use crate::document::english::words::{WordParts, flag, frame};
use crate::document::page::token::TokenKind;

/// Verbs behind which somebody's words may stand.
pub(crate) const SAYS: u64 = frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK;

/// Words that are no name whatever stands behind them: "He said", "Two said".
const NEVER: u64 = flag::PRONOUN
    | flag::OBJECT
    | flag::INDEFINITE
    | flag::DETERMINER
    | flag::POSSESSIVE
    | flag::QUESTION
    | flag::RELATIVE
    | flag::COORDINATOR
    | flag::SUBORDINATOR
    | flag::PREPOSITION
    | flag::NOT
    | flag::TO
    | flag::FUSED
    | flag::NUMBER
    | flag::TIME
    | flag::BE
    | flag::HAVE
    | flag::DO;

impl Tagger<'_, '_> {
    /// A name that is also a verb form, an adverb, a modal or a month.
    pub(crate) fn opening_name(&self, at: usize, class: WordParts) -> Option<Tag> {
        if self.titled || !class.is(flag::VERB | flag::ADVERB | flag::MODAL | flag::MONTH) || !self.capital(at) {
            return None;
        }
        let opens = at == self.from || self.opens(at - 1);
        let name = if class.is(flag::MONTH) {
            self.month_names(at, opens)
        } else {
            opens && !class.is(NEVER) && self.speaks(at, class)
        };
        name.then_some(Tag::Name)
    }

    /// "Bo May said", "May Orvik said", and behind a quotation "March said"; not "In May Orvik said", "May 3".
    fn month_names(&self, at: usize, opens: bool) -> bool {
        let previous = self.previous(at);
        if previous == Tag::Name {
            return self.kind(at + 1) != Some(TokenKind::Number);
        }
        let starts = opens || previous == Tag::Comma;
        starts && (opens && self.says(at + 1) || self.run_says(at + 1, true))
    }

    /// Whether the word can only be the subject of the verb behind it, or the first name of that subject.
    fn speaks(&self, at: usize, class: WordParts) -> bool {
        let next = self.next(at);
        let listed = class.lemma != 0;
        if self.capital(at + 1) {
            // "Drew Orvik said", "Will Orvik said"; not "Asked Orvik", "Will Orvik go?"
            let adverb = class.is(flag::ADVERB) && !class.is(flag::VERB | flag::MODAL);
            return !class.takes(frame::SPEECH) && !adverb && self.run_says(at + 1, !class.is(flag::VBG | flag::MODAL));
        }
        let past = next.is(flag::VBD) && !next.is(flag::VB | flag::NOUN | flag::ADJECTIVE);
        let present = next.is(flag::VBZ) && !next.is(flag::NOUN);
        if class.is(flag::MODAL) {
            return past;
        }
        if class.is(flag::ADVERB) {
            return self.known(at) && self.says(at + 1);
        }
        if class.is(flag::VBG) {
            let helped =
                next.is(flag::DO) || next.is(flag::HAVE | flag::BE | flag::MODAL) && (!listed || self.known(at));
            return past || present || helped;
        }
        if class.is(flag::VBD | flag::VBN) && !listed {
            return past && next.frames != 0 || present || next.is(flag::HAVE | flag::BE | flag::MODAL | flag::DO);
        }
        // "Hope said", "Asked reported cases": no noun goes on behind the verb.
        self.says(at + 1) && !self.next_nominal(at + 1)
    }

    /// Whether the word stands inside another sentence with a capital.
    fn known(&self, at: usize) -> bool {
        let word = self.words.tokens[at].word.0 as usize;
        self.met.get(word).copied().unwrap_or_default()
    }

    /// "said", "says": a finite form of a verb that somebody's words may follow.
    fn says(&self, at: usize) -> bool {
        let class = if at < self.to {
            self.words.class(at)
        } else {
            WordParts::default()
        };
        let finite = class.is(flag::VBD) || class.is(flag::VBZ) && !class.is(flag::NOUN);
        finite && class.takes(SAYS) && !self.capital(at)
    }

    /// Whether up to three words with a capital lead to such a verb, or, when `apart`, to a comma ("June Orvik, a baker").
    fn run_says(&self, first: usize, apart: bool) -> bool {
        let end = (first..self.to).take(4).find(|i| !self.capital(*i)).unwrap_or(self.to);
        end > first && (self.says(end) || apart && end < self.to && self.words.word(end) == ",")
    }
}
