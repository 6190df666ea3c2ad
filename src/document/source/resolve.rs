//! Gathers mentions into entities. Nothing is guessed where two referents fit.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::outlet;
use crate::document::sentence::Sentence;
use crate::document::source::facets::{self, Description};
use crate::document::source::key::{hash, modifiers};
use crate::document::source::kind::{Use, kind_of};
use crate::document::source::names::{Names, id_of, stem};
use crate::document::source::phrase::{Determiner, Phrase, Shape};
use crate::document::source::words::{Class, Words};
use crate::document::source::{People, SourceKind};

/// One place that refers to a source.
#[derive(Debug)]
pub(crate) struct Mention {
    pub(crate) phrase: Phrase,
    pub(crate) used: Use,
    /// The relation it is the source of.
    pub(crate) relation: Option<usize>,
    pub(crate) sentence: usize,
    /// It stands behind "including" in the phrase of the mention before it.
    pub(crate) included: bool,
}

impl Mention {
    /// "I", "we".
    pub(crate) fn is_first_person(&self, words: &Words) -> bool {
        self.phrase.shape == Shape::Pronoun
            && matches!(words.word(self.phrase.head), "i" | "we" | "me" | "us" | "my" | "our")
    }
}

/// A source in the making.
#[derive(Debug)]
pub(crate) struct Entity {
    pub(crate) kind: SourceKind,
    pub(crate) label: Range<usize>,
    pub(crate) people: People,
    pub(crate) within: Option<u32>,
    pub(crate) introduced: bool,
    pub(crate) mentions: Vec<Range<usize>>,
    pub(crate) described: Description,
    /// A single person made of several: "sources said … the source said".
    pub(crate) shrinks: Option<(u32, Range<usize>)>,
    pub(crate) unnamed_word: bool,
    pub(super) head: u64,
    pub(super) modifiers: Vec<u32>,
    pub(super) plural: bool,
    pub(super) person: bool,
    /// As a title or a pronoun told.
    pub(super) woman: Option<bool>,
    shape: Shape,
}

impl Entity {
    /// Whether it is people described, not a body or a post.
    pub(crate) fn is_people(&self) -> bool {
        matches!(
            self.shape,
            Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group
        )
    }
}

/// How far back a pronoun or "the official" looks, in mentions and in sentences.
pub(super) const BACK: usize = 12;
pub(super) const CANDIDATES: usize = 8;
/// Where in a sentence its subject is looked for, in tokens.
const SUBJECT: usize = 10;

pub(crate) struct Resolver<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    pub(super) names: &'a Names,
    pub(crate) entities: Vec<Entity>,
    /// Mentions so far: entity, sentence, first token.
    pub(super) trail: Vec<(u32, usize, Range<usize>)>,
    pub(super) by_person: FxHashMap<u32, u32>,
    pub(super) by_key: FxHashMap<(u8, u64), u32>,
    pub(super) by_head: FxHashMap<u64, Vec<u32>>,
    pub(super) acronyms: FxHashMap<u64, u32>,
    /// Entity of each head token met, so that two readings of one place agree.
    heads: FxHashMap<usize, u32>,
    /// Sentences that are not the story's.
    aside: &'a [bool],
    sentences: &'a [Sentence],
}

impl<'a, 'w> Resolver<'a, 'w> {
    pub(crate) fn new(words: &'a Words<'w>, names: &'a Names, sentences: &'a [Sentence], aside: &'a [bool]) -> Self {
        Resolver {
            words,
            names,
            entities: Vec::new(),
            trail: Vec::new(),
            by_person: FxHashMap::default(),
            by_key: FxHashMap::default(),
            by_head: FxHashMap::default(),
            acronyms: FxHashMap::default(),
            heads: FxHashMap::default(),
            aside,
            sentences,
        }
    }

    /// Finds or makes the entity of the next mention, in order of position.
    pub(crate) fn add(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let met = self.heads.get(&phrase.head).copied();
        let id = met.unwrap_or_else(|| match phrase.shape {
            Shape::Name => self.named(mention),
            Shape::Pronoun => self.pronoun(mention),
            Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group => self.people(mention),
            _ => self.body(mention, kind_of(phrase, mention.used, self.words)),
        });
        self.heads.insert(phrase.head, id);
        if let Some(entity) = self.entities.get_mut(id as usize) {
            if met.is_none() {
                entity.mentions.push(phrase.tokens.clone());
            }
            if entity.kind == SourceKind::Anonymous && phrase.is_people() {
                entity.described = entity.described.or(facets::describe(self.words, phrase));
                entity.unnamed_word |= phrase.unnamed;
                if entity.label.len() < phrase.core.len() && phrase.determiner != Determiner::Definite {
                    entity.label = phrase.tokens.clone();
                }
            }
        }
        if !self.aside.get(mention.sentence).copied().unwrap_or(false) {
            self.trail.push((id, mention.sentence, phrase.tokens.clone()));
        }
        id
    }

    /// Another mention of a source that is known by other means.
    pub(crate) fn repeat(&mut self, id: u32, mention: &Mention) -> u32 {
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.mentions.push(mention.phrase.tokens.clone());
        }
        id
    }

    pub(super) fn make(&mut self, kind: SourceKind, phrase: &Phrase) -> u32 {
        let people = match kind {
            SourceKind::Named
            | SourceKind::Anonymous
            | SourceKind::Collective
            | SourceKind::Unresolved
            | SourceKind::Office => phrase.people,
            _ => People {
                at_least: 0,
                exact: false,
            },
        };
        self.entities.push(Entity {
            kind,
            label: phrase.tokens.clone(),
            people,
            within: None,
            introduced: true,
            mentions: Vec::new(),
            described: Description::default(),
            shrinks: None,
            unnamed_word: false,
            shape: phrase.shape,
            head: stem(self.words.word(phrase.head)),
            modifiers: modifiers(self.words, phrase),
            woman: sex(self.words, phrase),
            plural: phrase.plural,
            person: matches!(kind, SourceKind::Named | SourceKind::Office | SourceKind::Anonymous) && !phrase.plural,
        });
        (self.entities.len() - 1) as u32
    }

    // ---- names ----

    fn named(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let words = self.words;
        let mut name = phrase.name.clone().unwrap_or(phrase.head..phrase.head + 1);
        let mut titled = false;
        while name.len() > 1 && words.is(name.start, Class::TITLE) {
            name.start += 1;
            titled = true;
        }
        while name.len() > 1 && matches!(words.word(name.end - 1), "jr" | "sr" | "ii" | "iii" | "iv") {
            name.end -= 1;
        }
        if let Some(person) = self.names.find(words, name.clone()) {
            return self.person(person, phrase);
        }
        let spelled: Vec<&str> = name.clone().map(|i| words.word(i)).collect();
        if !titled && outlet::known(&spelled.join(" ")).is_some() {
            return self.body(mention, SourceKind::Outlet);
        }
        let key = (1, hash(words, name.clone()));
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let id = self.make(SourceKind::Named, phrase);
        let shared = self.names.is_shared(words, name.end.saturating_sub(1));
        let described =
            phrase.core.start < name.start && !titled || phrase.name.is_some() && phrase.core.end <= name.start;
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.people = People {
                at_least: 1,
                exact: true,
            };
            entity.person = true;
            entity.label = name.clone();
            entity.introduced = name.len() > 1
                || titled
                || shared
                || described
                || words.is_upper(name.start)
                || words.is(name.start, Class::HOUSEHOLD);
        }
        self.by_key.insert(key, id);
        id
    }

    pub(super) fn person(&mut self, person: u32, phrase: &Phrase) -> u32 {
        if let Some(id) = self.by_person.get(&person) {
            return *id;
        }
        let id = self.make(SourceKind::Named, phrase);
        if let (Some(entity), Some(known)) = (
            self.entities.get_mut(id as usize),
            self.names.people.get(person as usize),
        ) {
            entity.label = known.full.clone();
            entity.people = People {
                at_least: 1,
                exact: true,
            };
            entity.introduced = known.introduced;
            entity.person = true;
        }
        self.by_person.insert(person, id);
        id
    }

    // ---- pronouns ----

    fn pronoun(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let word = self.words.word(phrase.head);
        let found = match word {
            "who" | "which" | "that" | "whose" | "whom" => self.antecedent(phrase.core.start),
            "he" | "she" | "him" | "her" | "his" | "himself" | "herself" => self.one_person(mention, word),
            "they" | "them" | "their" | "themselves" => {
                self.back(mention, |e| e.plural || e.kind == SourceKind::Institution, 2)
            }
            "it" | "its" | "itself" => self.back(
                mention,
                |e| {
                    matches!(
                        e.kind,
                        SourceKind::Institution | SourceKind::Outlet | SourceKind::Document
                    )
                },
                2,
            ),
            _ => None,
        };
        if let Some(id) = found {
            // "sources said … he said": one person speaks for many.
            return id;
        }
        if (word == "he" || word == "she")
            && let Some(many) = self.many_as_one(mention)
        {
            return many;
        }
        let key = (9, u64::from(id_of(self.words, phrase.head)));
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let id = self.make(SourceKind::Unresolved, phrase);
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.introduced = false;
        }
        self.by_key.insert(key, id);
        id
    }

    /// "He", "she": the last to speak, or the person the sentence or the one before it is about; neither when they differ.
    fn one_person(&mut self, mention: &Mention, word: &str) -> Option<u32> {
        let woman = matches!(word, "she" | "her" | "herself");
        let fits = |e: &Entity| e.person && e.woman.is_none_or(|w| w == woman);
        let spoke = self.back(mention, fits, 2);
        let subject = self.subject_before(mention).filter(|(person, _)| {
            let known = self
                .by_person
                .get(person)
                .and_then(|id| self.entities.get(*id as usize));
            known.is_none_or(fits)
        });
        let id = match (spoke, subject) {
            (None, None) => return None,
            (Some(id), None) => id,
            (None, Some((person, _))) => self.person(person, &mention.phrase),
            (Some(id), Some((person, _))) if self.by_person.get(&person) == Some(&id) => id,
            (Some(id), Some((person, at))) => {
                let last = self.trail.iter().rev().find(|t| t.0 == id).map_or(0, |t| t.2.start);
                let sentence = |t: usize| self.sentences.partition_point(|s| (s.tokens.end as usize) <= t);
                match sentence(last).cmp(&sentence(at)) {
                    std::cmp::Ordering::Less => self.person(person, &mention.phrase),
                    std::cmp::Ordering::Greater => id,
                    std::cmp::Ordering::Equal => return None,
                }
            }
        };
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.woman.get_or_insert(woman);
        }
        Some(id)
    }

    /// The named person whom the pronoun's sentence, or the one before it, begins with.
    fn subject_before(&self, mention: &Mention) -> Option<(u32, usize)> {
        let words = self.words;
        for index in [Some(mention.sentence), mention.sentence.checked_sub(1)]
            .into_iter()
            .flatten()
        {
            let sentence = self.sentences.get(index)?;
            let from = sentence.tokens.start as usize;
            let to = (sentence.tokens.end as usize)
                .min(from + SUBJECT)
                .min(mention.phrase.tokens.start);
            let mut at = from;
            while at < to {
                let mut end = at;
                while end < to && words.is_capital(end) {
                    end += 1;
                }
                if end > at {
                    let name = (at..end).find(|i| !words.is(*i, Class::TITLE)).unwrap_or(at)..end;
                    if let Some(person) = self.names.find(words, name) {
                        return Some((person, at));
                    }
                }
                at = end.max(at) + 1;
            }
        }
        None
    }

    /// "Sources said … he said": one speaks where several were announced, and nobody else is in sight.
    fn many_as_one(&mut self, mention: &Mention) -> Option<u32> {
        let at = mention.phrase.tokens.start;
        let (many, sentence, tokens) = self.trail.last()?.clone();
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

    /// The source whose mention ends where a relative clause begins.
    fn antecedent(&mut self, start: usize) -> Option<u32> {
        let near = self
            .trail
            .iter()
            .rev()
            .take(CANDIDATES)
            .find(|t| t.2.end <= start && start - t.2.end <= 1 || t.2.contains(&start));
        if let Some(found) = near {
            return Some(found.0);
        }
        // A name that is no source itself: `Jane Roe, who said`.
        let end = start.checked_sub(usize::from(self.words.is_mark(start.wrapping_sub(1), &[","])))?;
        let mut first = end;
        while first > 0 && end - first < 4 && self.words.is_capital(first - 1) {
            first -= 1;
        }
        (first < end)
            .then(|| self.names.find(self.words, first..end))
            .flatten()
            .and_then(|p| self.by_person.get(&p).copied())
    }

    /// The last source of a kind within some sentences, unless the one just as near is another.
    fn back(&self, mention: &Mention, fits: impl Fn(&Entity) -> bool, sentences: usize) -> Option<u32> {
        let mut found: Option<(u32, usize)> = None;
        for (id, sentence, tokens) in self.trail.iter().rev().take(BACK) {
            if sentence + sentences < mention.sentence {
                break;
            }
            if tokens.start >= mention.phrase.tokens.start || !self.entities.get(*id as usize).is_some_and(&fits) {
                continue;
            }
            match found {
                None => found = Some((*id, *sentence)),
                // Two in one sentence fit: the pronoun's own speaker is the one that spoke last only when nothing else did there.
                Some((other, at)) if at == *sentence && other != *id && at != mention.sentence => return None,
                Some(_) => {}
            }
        }
        found.map(|f| f.0)
    }
}

/// What a title or a kinship word tells of a person.
fn sex(words: &Words, phrase: &Phrase) -> Option<bool> {
    (phrase.tokens.start..phrase.tokens.end.min(phrase.tokens.start + 12)).find_map(|i| match words.word(i) {
        "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" | "spokeswoman" | "woman" | "mother"
        | "wife" | "widow" | "daughter" | "sister" | "congresswoman" | "councilwoman" | "businesswoman" | "actress"
        | "chairwoman" => Some(true),
        "mr" | "sir" | "lord" | "king" | "prince" | "man" | "father" | "husband" | "son" | "brother"
        | "congressman" | "businessman" => Some(false),
        _ => None,
    })
}
