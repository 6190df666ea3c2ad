//! Whom "the singer", and "they" behind a sentence about people, point back to where no source answers to them.

use crate::document::english::clause::VerbForm;
use crate::document::english::noun::Determiner;
use crate::document::source::names::id_of;
use crate::document::source::phrase::{self, Phrase};
use crate::document::source::reference::Grounds;
use crate::document::source::resolve::{BACK, Mention, Resolver};
use crate::document::source::words::Class;

/// How far back somebody else may have been called by the same word, in tokens.
const RECENT: usize = 300;

impl Resolver<'_, '_> {
    /// "Tenants see it otherwise. They said": whom the sentence before is about, when nobody was heard since.
    pub(super) fn last_subject(
        &mut self,
        mention: &Mention,
        heard: Option<u32>,
        fits: impl Fn(&Phrase) -> bool,
    ) -> Option<u32> {
        let Grounds { english, quoted, .. } = self.around;
        let index = mention.sentence.checked_sub(1).filter(|_| mention.told)?;
        let heard_since = heard.is_some()
            && self
                .trail
                .iter()
                .rev()
                .take(BACK)
                .any(|met| Some(met.id) == heard && met.sentence >= index);
        if heard_since || !mention.told {
            return None;
        }
        let own = |at: usize| !quoted.get(at).copied().unwrap_or(false);
        let mut clauses = english.clauses_in(index);
        let main = clauses.find(|c| c.form() == VerbForm::Finite && own(c.head()) && !c.is_passive())?;
        let read = phrase::read(self.words, main.subject()?.range()).filter(fits)?;
        self.add(&Mention {
            phrase: read,
            used: mention.used,
            relation: None,
            sentence: index,
            included: false,
            told: true,
            inside: false,
            turn: mention.turn,
        })
    }

    /// "The singer said" on a page that is about one person.
    pub(super) fn topical(&mut self, mention: &Mention) -> Option<u32> {
        let phrase = &mention.phrase;
        let person = self.topic?;
        let plain = phrase.determiner == Determiner::Definite && phrase.core.len() == 2 && !phrase.plural;
        let words = self.words;
        let known = words.is(phrase.head, Class::HOLDER) && phrase.tokens.end == phrase.core.end;
        // "A student filed a suit. The student said": that one.
        let word = id_of(words, phrase.head);
        let before = phrase.core.start.saturating_sub(RECENT)..phrase.core.start;
        let other = || before.into_iter().any(|i| id_of(words, i) == word);
        (plain && known && !other()).then(|| self.person(person, phrase))
    }
}
