//! Who "he", "they" and "who" are. Nothing is guessed where two fit, and a pronoun that stands for nobody the article hears from
//! ("it is", "a law that", "what you see") makes no source.

use std::ops::Range;

use crate::document::source::SourceKind;
use crate::document::source::kind::{Use, can_tell, kind_of};
use crate::document::source::names::id_of;
use crate::document::source::phrase::{self, Phrase, Shape};
use crate::document::source::reference::Meant;
use crate::document::source::resolve::{BACK, CANDIDATES, Entity, Mention, Met, Resolver};
use crate::document::source::scan;
use crate::document::source::words::{Class, Words, takes, usage};

/// Where in a sentence its subject is looked for, in tokens.
const SUBJECT: usize = 10;
/// Sentences of the page (an advertisement mark, a teaser) that may stand between a pronoun and whom it means.
const ASIDES: usize = 4;
/// How often an antecedent is looked for before a preposition.
const STEPS: usize = 3;

impl Resolver<'_, '_> {
    pub(super) fn pronoun(&mut self, mention: &Mention) -> Option<u32> {
        let phrase = &mention.phrase;
        let word = self.words.word(phrase.head);
        let word = word.split_once('\'').map_or(word, |(stem, _)| stem);
        let found = match word {
            "who" | "which" | "that" | "whose" | "whom" => return self.relative(mention, word),
            _ if takes(word, usage::ONE_PERSON) => self.one_person(mention, word),
            "they" | "them" | "their" | "themselves" => {
                let many = |e: &Entity| e.plural || e.kind == SourceKind::Institution;
                let heard = self.back(mention, many, 2);
                let people = |p: &Phrase| p.plural && p.is_people();
                self.last_subject(mention, heard, people).or(heard)
            }
            "it" | "its" | "itself" => {
                let body = |e: &Entity| {
                    matches!(
                        e.kind,
                        SourceKind::Institution | SourceKind::Outlet | SourceKind::Document
                    )
                };
                let heard = self.back(mention, body, 2);
                let named = |p: &Phrase| p.proper.is_some() && p.shape.is_body();
                return self.last_subject(mention, heard, named).or(heard);
            }
            // "I" and "we" of nobody quoted are the writer.
            _ => return None,
        };
        if let Some(id) = found {
            // "sources said … he said": one person speaks for many.
            return Some(id);
        }
        let single = matches!(word, "he" | "she");
        if single && let Some(many) = self.many_as_one(mention) {
            return Some(many);
        }
        // What nobody in sight wants or plans is no statement that a reader could trace.
        if !mention.told {
            return None;
        }
        let key = (9, u64::from(id_of(self.words, phrase.head)));
        if let Some(id) = self.by_key.get(&key) {
            return Some(*id);
        }
        let id = self.make(SourceKind::Unresolved, phrase);
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.introduced = false;
        }
        self.by_key.insert(key, id);
        Some(id)
    }

    /// "He", "she": the last to speak, or the person the sentence or the one before it is about; neither when they differ.
    fn one_person(&mut self, mention: &Mention, word: &str) -> Option<u32> {
        let woman = matches!(word, "she" | "her" | "herself");
        match self.references.get(&mention.phrase.head) {
            Some(Meant::Person(person)) => return Some(self.person(*person, &mention.phrase)),
            Some(Meant::Other(token)) => {
                let other = self.trail.iter().rev().find(|met| met.tokens.contains(token));
                if let Some(met) = other {
                    return Some(met.id);
                }
            }
            None => {}
        }
        let fits = |e: &Entity| e.person && e.woman.is_none_or(|w| w == woman);
        let id = self.back(mention, fits, 2)?;
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.woman.get_or_insert(woman);
        }
        Some(id)
    }

    /// The people named in a range of tokens, in order, each with its first token.
    fn named_in(&self, range: Range<usize>) -> impl Iterator<Item = (u32, usize)> + '_ {
        let words = self.words;
        let mut at = range.start;
        std::iter::from_fn(move || {
            while at < range.end {
                let from = at;
                while at < range.end && words.is_capital(at) {
                    at += 1;
                }
                if at == from {
                    at += 1;
                    continue;
                }
                // `When Henrike Vogel left`: the sentence's own capital is no part of the name.
                let opens = !words.is_proper(from) && words.is(from, Class::FUNCTION);
                let name = (from + usize::from(opens)..at)
                    .find(|i| !words.is(*i, Class::TITLE))
                    .unwrap_or(from)..at;
                if let Some(person) = self.names.find(words, name) {
                    return Some((person, from));
                }
            }
            None
        })
    }

    /// "Sources said … he said": one speaks where several were announced, and nobody else is in sight.
    fn many_as_one(&mut self, mention: &Mention) -> Option<u32> {
        let at = mention.phrase.tokens.start;
        let Met {
            id: many,
            sentence,
            tokens,
            ..
        } = self.trail.last()?.clone();
        let words = self.words;
        let tells = matches!(mention.used, Use::Saying);
        let alone = (tokens.end..at).all(|i| !words.is_proper(i) && !words.is(i, Class::ROLE.or(Class::INSIDER)));
        let entity = self.entities.get_mut(many as usize)?;
        let shrinks =
            tells && alone && sentence + 1 >= mention.sentence && entity.plural && entity.kind == SourceKind::Anonymous;
        if !shrinks {
            return None;
        }
        entity.shrinks.get_or_insert((many, mention.phrase.tokens.clone()));
        Some(many)
    }

    // ---- relative pronouns ----

    /// Whom a relative clause is about: the source whose mention ends where it begins, a person named there, or the phrase itself.
    fn relative(&mut self, mention: &Mention, word: &str) -> Option<u32> {
        let start = mention.phrase.core.start;
        let near = self
            .trail
            .iter()
            .rev()
            .take(CANDIDATES)
            .find(|t| t.tokens.end <= start && start - t.tokens.end <= 1 || t.tokens.contains(&start));
        if let Some(found) = near {
            return Some(found.id);
        }
        let Some(antecedent) = self.antecedent(start, mention, word) else {
            // The one person the sentence has named so far.
            let floor = self.around.sentences.get(mention.sentence)?.tokens.start as usize;
            let person = {
                let mut named = self.named_in(floor.max(start.saturating_sub(SUBJECT))..start);
                named.next().filter(|_| named.next().is_none() && word == "who")?.0
            };
            return Some(self.person(person, &mention.phrase));
        };
        let named = antecedent.phrase.shape == Shape::Name;
        let kind = kind_of(&antecedent.phrase, antecedent.used, self.words);
        // "Those who want to leave" are a thought of the writer's, unless they tell something.
        let heard = mention.told || named || matches!(kind, SourceKind::Institution | SourceKind::Outlet);
        if !heard || !can_tell(&antecedent.phrase, mention.used, mention.told, self.words) {
            return None;
        }
        self.add(&antecedent)
    }

    /// The noun phrase before a relative pronoun. "Who" is people: "three groups in the army, who", so a body behind a preposition is
    /// passed over.
    fn antecedent(&self, start: usize, mention: &Mention, word: &str) -> Option<Mention> {
        let words: &Words = self.words;
        let floor = self.around.sentences.get(mention.sentence)?.tokens.start as usize;
        let mut end = start - usize::from(start > floor && words.is_mark(start - 1, &[",", "—"]));
        for _ in 0..STEPS {
            if end <= floor || !words.is_word(end - 1) {
                return None;
            }
            let first = scan::before(words, end - 1, floor);
            // "Roe is a retired officer who says": that is Roe, whom the sentence names.
            let predicate = first > floor && (words.does(first - 1, usage::COPULA) || words.word(first - 1) == "as");
            if predicate {
                return None;
            }
            let read = phrase::read(words, first..end)?;
            let person = read.is_people()
                || matches!(
                    read.shape,
                    Shape::Name | Shape::Office | Shape::Kin | Shape::Spokes | Shape::Counsel
                );
            let body = matches!(
                read.shape,
                Shape::Organisation | Shape::Institution | Shape::Outlet | Shape::Document
            );
            let fits = if matches!(word, "who" | "whom") {
                person
            } else {
                person || body
            };
            if fits {
                return Some(Mention {
                    phrase: read,
                    used: mention.used,
                    relation: None,
                    sentence: mention.sentence,
                    included: false,
                    told: mention.told,
                    inside: mention.inside,
                    turn: mention.turn,
                });
            }
            let hangs = first > floor && words.does(first - 1, usage::BINDING);
            if !hangs {
                return None;
            }
            end = first - 1;
        }
        None
    }

    /// The last source of a kind within some sentences of the story, unless the one just as near is another. Who speaks goes before who
    /// is spoken of: "Roe said that Doe had left. He said" is Roe.
    fn back(&self, mention: &Mention, fits: impl Fn(&Entity) -> bool, sentences: usize) -> Option<u32> {
        let mut found: Option<&Met> = None;
        let from = self.tagged_from(mention);
        for met in self.trail.iter().rev().take(BACK) {
            if met.sentence < from && self.story_between(met.sentence, from, sentences) > sentences {
                break;
            }
            let behind = met.tokens.start >= mention.phrase.tokens.start || self.is_spoken(met.tokens.start);
            if behind || !self.entities.get(met.id as usize).is_some_and(&fits) {
                continue;
            }
            match found {
                None => found = Some(met),
                Some(other) if other.sentence != met.sentence || other.id == met.id => {}
                Some(other) if other.spoken_of != met.spoken_of => {
                    if other.spoken_of {
                        found = Some(met);
                    }
                }
                // Two in one sentence fit: the pronoun's own speaker is the one that spoke last only when nothing else did there.
                Some(other) if other.sentence != mention.sentence => return None,
                Some(_) => {}
            }
        }
        found.map(|met| met.id)
    }

    /// The sentence in which a mention's statement begins: its own, or where the quotation that it tags begins.
    fn tagged_from(&self, mention: &Mention) -> usize {
        let first = self.speech.first().map(|s| s.start);
        let sentence = |token: usize| {
            self.around
                .sentences
                .partition_point(|s| (s.tokens.end as usize) <= token)
        };
        first.map_or(mention.sentence, |token| sentence(token).min(mention.sentence))
    }

    /// How many sentences of the story one goes back from `to` to `from`; more than `most` when the page puts too much between.
    fn story_between(&self, from: usize, to: usize, most: usize) -> usize {
        if to - from > most + ASIDES {
            return most + 1;
        }
        let story = |i: &usize| !self.around.aside.get(*i).copied().unwrap_or(false);
        (from..to).filter(story).count()
    }
}
