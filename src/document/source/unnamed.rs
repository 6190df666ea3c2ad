//! People without a name: who "the former commander" is, and what an indefinite phrase begins.

use crate::document::english::noun::Determiner;
use crate::document::source::SourceKind;
use crate::document::source::key::{hash, modifiers, subset};
use crate::document::source::kind::kind_of;
use crate::document::source::names::{id_of, stem};
use crate::document::source::phrase::{Phrase, Shape};
use crate::document::source::post::is_trade;
use crate::document::source::resolve::{BACK, CANDIDATES, Mention, Met, Resolver};
use crate::document::source::words::Class;

/// How near a name what the page calls its bearer stands, in tokens.
const BESIDE: usize = 8;
/// How far back "that person" looks, in sentences.
const NEAR: usize = 3;

impl Resolver<'_, '_> {
    pub(super) fn people(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let words = self.words;
        let kind = kind_of(phrase, mention.used, words);
        if kind == SourceKind::Anonymous && self.speak_for_body(phrase) {
            return self.body(mention, SourceKind::Institution);
        }
        let bare_single = phrase.determiner == Determiner::Bare && !phrase.plural && !phrase.counted;
        let points_back = matches!(phrase.determiner, Determiner::Definite | Determiner::Demonstrative)
            || phrase.determiner == Determiner::Possessive && !phrase.plural
            || bare_single;
        let partitive = (phrase.core.start..phrase.head).any(|i| words.word(i) == "of")
            && phrase.determiner == Determiner::Indefinite;
        // "Four people with knowledge of the bids said … These people said"
        let these = phrase.determiner == Determiner::Demonstrative && phrase.plural && phrase.shape == Shape::Person;
        if these && let Some(id) = self.same_people(phrase, mention.sentence) {
            let near = |met: &Met| met.id == id && met.sentence + NEAR >= mention.sentence;
            if self.trail.iter().rev().take(BACK).any(near) {
                return id;
            }
        }
        if points_back && !mention.included && !phrase.other && (kind == SourceKind::Anonymous || !phrase.plural) {
            if let Some(id) = self.same_people(phrase, mention.sentence) {
                return id;
            }
            // Somebody who speaks without a name is not one who was named.
            if !phrase.plural && phrase.shape != Shape::Source && !phrase.access {
                if let Some(person) = self.names.by_role(words, phrase.head) {
                    return self.person(person, phrase);
                }
                if let Some(id) = self.asked(mention).or_else(|| self.topical(mention)) {
                    return id;
                }
            }
            return self.unintroduced(mention, kind, bare_single);
        }
        let key = (2 + kind as u8, hash(words, phrase.core.clone()));
        if !phrase.other
            && !mention.included
            && !partitive
            && let Some(id) = self.by_key.get(&key)
        {
            return *id;
        }
        let kind = if mention.included && kind == SourceKind::Collective {
            SourceKind::Anonymous
        } else {
            kind
        };
        let id = self.make(kind, phrase);
        let within = if mention.included {
            self.trail.last().map(|t| t.id)
        } else if partitive {
            self.whole(phrase)
        } else {
            None
        };
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.within = within.filter(|w| *w != id);
        }
        self.by_key.entry(key).or_insert(id);
        self.remember(id);
        id
    }

    /// A definite phrase that nothing introduced.
    fn unintroduced(&mut self, mention: &Mention, kind: SourceKind, bare_single: bool) -> u32 {
        let phrase = &mention.phrase;
        let insider = matches!(phrase.shape, Shape::Source | Shape::Insider) || phrase.access;
        let kind = match () {
            () if phrase.shape == Shape::Source => SourceKind::Anonymous,
            () if bare_single => SourceKind::Unresolved,
            () if !phrase.plural && self.words.is(phrase.head, Class::HOLDER) && !phrase.access => {
                SourceKind::Unresolved
            }
            // "The passenger", "the teacher": a character, where nothing tells that they told the reporter.
            () if !phrase.plural
                && phrase.shape != Shape::Insider
                && !phrase.access
                && phrase.tokens.end == phrase.core.end
                && modifiers(self.words, phrase).is_empty() =>
            {
                SourceKind::Unresolved
            }
            () if !phrase.plural && kind == SourceKind::Anonymous => SourceKind::Anonymous,
            () if phrase.plural && kind == SourceKind::Anonymous && !insider => SourceKind::Unresolved,
            () if !phrase.plural => SourceKind::Unresolved,
            () => kind,
        };
        let key = (2 + kind as u8, hash(self.words, phrase.core.clone()));
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let id = self.make(kind, phrase);
        let many = if phrase.plural { None } else { self.plural_of(phrase) };
        let specific = phrase.tokens.end > phrase.core.end;
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.introduced = many.is_some()
                || (phrase.plural || bare_single) && specific
                || phrase.determiner == Determiner::Possessive;
            if let Some(many) = many {
                entity.within = Some(many);
                entity.shrinks = Some((many, phrase.tokens.clone()));
            }
        }
        self.by_key.insert(key, id);
        self.remember(id);
        id
    }

    pub(super) fn remember(&mut self, id: u32) {
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.older = self.by_head.insert(entity.head, id);
        }
    }

    /// The entities with the head of a phrase, newest first.
    pub(super) fn with_head(&self, phrase: &Phrase) -> impl Iterator<Item = u32> {
        let newest = self.by_head.get(&stem(self.words.word(phrase.head))).copied();
        let older = |id: &u32| self.entities.get(*id as usize)?.older;
        std::iter::successors(newest, older).take(CANDIDATES)
    }

    /// "The former commander" is "a former Venezuelan commander".
    fn same_people(&self, phrase: &Phrase, sentence: usize) -> Option<u32> {
        let wanted = modifiers(self.words, phrase);
        let fits = |id: u32| {
            self.entities.get(id as usize).is_some_and(|e| {
                e.plural == phrase.plural
                    && e.kind == SourceKind::Anonymous
                    && (subset(&wanted, &e.modifiers) || subset(&e.modifiers, &wanted) && !e.modifiers.is_empty())
            })
        };
        if let Some(id) = self.with_head(phrase).find(|id| fits(*id)) {
            return Some(id);
        }
        // "That person", "the source": any unnamed source just heard, when there is only one.
        let generic = matches!(phrase.shape, Shape::Source | Shape::Person)
            || matches!(
                self.words.word(phrase.head),
                "official" | "officials" | "aide" | "aides"
            );
        if !generic || !wanted.is_empty() {
            return None;
        }
        let mut found = None;
        for Met { id, sentence: at, .. } in self.trail.iter().rev().take(BACK) {
            if at + NEAR < sentence {
                break;
            }
            let Some(entity) = self.entities.get(*id as usize) else {
                continue;
            };
            if entity.kind != SourceKind::Anonymous || entity.plural != phrase.plural {
                continue;
            }
            match found {
                None => found = Some(*id),
                Some(other) if other != *id => return None,
                Some(_) => {}
            }
        }
        found
    }

    /// The plural source a single one is taken out of.
    fn plural_of(&self, phrase: &Phrase) -> Option<u32> {
        let wanted = modifiers(self.words, phrase);
        self.with_head(phrase).find(|id| {
            self.entities
                .get(*id as usize)
                .is_some_and(|e| e.plural && e.kind == SourceKind::Anonymous && subset(&wanted, &e.modifiers))
        })
    }

    /// The whole that "one of the officials" is a part of.
    fn whole(&self, phrase: &Phrase) -> Option<u32> {
        self.with_head(phrase).find(|id| {
            self.entities.get(*id as usize).is_some_and(|e| {
                e.plural && e.kind == SourceKind::Anonymous && e.people.at_least > phrase.people.at_least
            })
        })
    }

    /// "The analyst recalled", right after a named person spoke: who is asked for what they know is quoted under their trade. "The
    /// driver" is somebody else unless the page gave that person the wheel. "The senator", "the Green candidate" hold what few do, and
    /// mostly are whom the page speaks of.
    fn asked(&self, mention: &Mention) -> Option<u32> {
        let head = mention.phrase.head;
        let post = self.words.is(head, Class::HOLDER) && !is_trade(self.words, head);
        if !post && !self.words.is(head, Class::ASKED) {
            return None;
        }
        let Met { id, sentence, .. } = self.trail.last()?;
        let entity = self.entities.get(*id as usize)?;
        // "The defence lawyer" behind a prosecutor is somebody else; "the Green candidate" is whom the page called Green.
        let words = self.words;
        let ends = |i: &usize| words.is(*i, Class::SAYING) || words.is_mark(*i, &["."]);
        let behind = (entity.label.end..entity.label.end + BESIDE)
            .take_while(|i| !ends(i))
            .count();
        let beside = entity.label.start.saturating_sub(BESIDE)..entity.label.end + behind;
        let told = |at: usize| beside.clone().any(|i| id_of(words, i) == id_of(words, at));
        let sets_apart = |at: usize| words.is(at, Class::SIDE) || !words.is_capital(at) && words.is(at, Class::COMMON);
        if mention.phrase.before_head().any(|at| sets_apart(at) && !told(at)) {
            return None;
        }
        (entity.kind == SourceKind::Named && entity.person && sentence + 2 >= mention.sentence).then_some(*id)
    }

    /// Whether officials are spoken of as the body they stand beside, in public and as one: `Selby County officials`, `officials at
    /// the lighthouse`; not `senior officials`, `two museum officials`, those of a state or those of a person: `US officials`, `Roe
    /// officials`.
    fn speak_for_body(&self, phrase: &Phrase) -> bool {
        let words = self.words;
        let official = matches!(words.word(phrase.head), "officials" | "staff" | "managers" | "leaders");
        let counted = phrase.counted || phrase.vague || phrase.other || phrase.access;
        // "Prosecutors said": in court, and as one.
        if words.word(phrase.head) == "prosecutors" && !counted {
            return true;
        }
        let close = Class::SENIORITY
            .or(Class::SIDE)
            .or(Class::NATIONALITY)
            .or(Class::UNNAMED);
        if !official
            || counted
            || phrase.determiner != Determiner::Bare
            || phrase.before_head().any(|i| words.is(i, close))
        {
            return false;
        }
        let place =
            |i: usize| words.is_proper(i) && words.class(i).is_empty() && self.names.find(words, i..i + 1).is_none();
        let local = |i: usize| words.is(i, Class::LOCAL) || place(i);
        if !phrase.before_head().is_empty() {
            return phrase.before_head().any(local);
        }
        let next = phrase.head + 1;
        words.word(next) == "at" || words.word(next) == "from" && (next + 1..next + 4).any(local)
    }
}
