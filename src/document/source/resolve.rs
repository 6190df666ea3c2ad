//! Gathers mentions into entities. Nothing is guessed where two referents fit.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::english::noun::Determiner;
use crate::document::outlet;
use crate::document::source::facets::{self, Description};
use crate::document::source::key::{hash, modifiers};
use crate::document::source::kind::{Use, kind_of};
use crate::document::source::names::{Names, sex_of, stem};
use crate::document::source::phrase::{Phrase, Shape};
use crate::document::source::reference::{self, Grounds, References};
use crate::document::source::run::{is_generation, names_thing};
use crate::document::source::words::{Class, Words, usage};
use crate::document::source::{People, SourceKind};
use crate::text::span::Span;

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
    /// Its cue makes it tell something, and not merely want, plan or do it.
    pub(crate) told: bool,
    /// Its relation stands inside another one's content.
    pub(crate) inside: bool,
    /// How many were gathered before it.
    pub(crate) turn: u32,
}

impl Mention {
    /// "I", "we".
    pub(crate) fn is_first_person(&self, words: &Words) -> bool {
        self.phrase.shape == Shape::Pronoun && words.does(self.phrase.head, usage::FIRST_PERSON)
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
    /// The one before it with the same head.
    pub(super) older: Option<u32>,
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

/// A mention that has its entity.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub(super) id: u32,
    pub(super) sentence: usize,
    pub(super) tokens: Range<usize>,
    /// It stands in what another source says.
    pub(super) spoken_of: bool,
}

pub(crate) struct Resolver<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    pub(super) names: &'a Names,
    pub(crate) entities: Vec<Entity>,
    /// Mentions so far, in order.
    pub(super) trail: Vec<Met>,
    pub(super) by_person: FxHashMap<u32, u32>,
    pub(super) by_key: FxHashMap<(u8, u64), u32>,
    /// The newest entity with a head; the older ones follow by [`Entity::older`].
    pub(super) by_head: FxHashMap<u64, u32>,
    pub(super) acronyms: FxHashMap<u64, u32>,
    /// Entity of each head token met, so that two readings of one place agree.
    heads: FxHashMap<usize, u32>,
    pub(super) around: Grounds<'a>,
    /// The tokens of the quotations that the next mention tags: whoever is named there is spoken of, not speaking.
    pub(super) speech: Vec<Range<usize>>,
    /// Whom the page is about, when it is about one person.
    pub(super) topic: Option<u32>,
    /// Whom each "he" and "she" means.
    pub(super) references: References,
}

impl<'a, 'w> Resolver<'a, 'w> {
    pub(crate) fn new(words: &'a Words<'w>, names: &'a Names, around: Grounds<'a>) -> Self {
        // An article's worth; a long text grows by itself.
        let few = around.sentences.len().min(64);
        Resolver {
            words,
            names,
            entities: Vec::with_capacity(few),
            trail: Vec::with_capacity(few),
            by_person: FxHashMap::default(),
            by_key: FxHashMap::with_capacity_and_hasher(few, Default::default()),
            by_head: FxHashMap::with_capacity_and_hasher(few, Default::default()),
            acronyms: FxHashMap::default(),
            heads: FxHashMap::with_capacity_and_hasher(few, Default::default()),
            around,
            speech: Vec::new(),
            topic: reference::topic(words, names),
            references: References::default(),
        }
    }

    /// Finds or makes the entity of the next mention, in order of position.
    /// A pronoun that stands for nobody the article hears from has none.
    pub(crate) fn add(&mut self, mention: &Mention) -> Option<u32> {
        let phrase = &mention.phrase;
        let met = self.heads.get(&phrase.head).copied();
        let id = match (met, phrase.shape) {
            (Some(id), _) => id,
            (None, Shape::Name) => self.named(mention),
            (None, Shape::Pronoun) => self.pronoun(mention)?,
            (None, Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group) => self.people(mention),
            _ => self.body(mention, kind_of(phrase, mention.used, self.words)),
        };
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
        if !self.around.aside.get(mention.sentence).copied().unwrap_or(false) {
            self.trail.push(Met {
                id,
                sentence: mention.sentence,
                tokens: phrase.tokens.clone(),
                spoken_of: mention.inside,
            });
        }
        Some(id)
    }

    /// Sets the quotations that the next mention tags.
    pub(crate) fn tags(&mut self, quotations: &[Span]) {
        let tokens = &self.words.tokens;
        self.speech.clear();
        self.speech.extend(quotations.iter().map(|quotation| {
            let first = tokens.partition_point(|t| (t.start as usize) < quotation.start);
            first..tokens.partition_point(|t| (t.start as usize) < quotation.end)
        }));
    }

    /// Whether a token stands in the quotations that the mention at hand tags.
    pub(super) fn is_spoken(&self, token: usize) -> bool {
        self.speech.iter().any(|s| s.contains(&token))
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
            _ => People::NONE,
        };
        self.entities.push(Entity {
            kind,
            label: phrase.label(self.words, kind),
            people,
            within: None,
            introduced: true,
            mentions: Vec::new(),
            described: Description::default(),
            shrinks: None,
            unnamed_word: false,
            shape: phrase.shape,
            head: stem(self.words.word(phrase.head)),
            older: None,
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
        while name.len() > 1 && is_generation(words.word(name.end - 1)) {
            name.end -= 1;
        }
        let known = self.names.find(words, name.clone());
        let key = (1, hash(words, name.clone()));
        let met = match known {
            Some(person) => self.by_person.get(&person),
            // "The company said" may have come before "Lampfire said".
            None => {
                let body = (20 + SourceKind::Institution as u8, key.1);
                self.by_key
                    .get(&key)
                    .or_else(|| self.by_key.get(&body).filter(|_| !titled))
            }
        };
        if let Some(id) = met {
            return *id;
        }
        if !titled && (known.is_none() || name.len() > 1) {
            let spelled: Vec<&str> = name.clone().map(|i| words.word(i)).collect();
            if outlet::known(&spelled.join(" ")).is_some() {
                return self.body(mention, SourceKind::Outlet);
            }
        }
        if let Some(person) = known {
            return self.person(person, phrase);
        }
        if !titled && names_thing(words, &name) {
            return self.body(mention, SourceKind::Institution);
        }
        let id = self.make(SourceKind::Named, phrase);
        let shared = self.names.is_shared(words, name.end.saturating_sub(1));
        let described =
            phrase.core.start < name.start && !titled || phrase.name.is_some() && phrase.core.end <= name.start;
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.people = People::ONE;
            entity.person = true;
            entity.label = name.clone();
            entity.woman = entity.woman.or(sex_of(words, name.clone()));
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
            entity.people = People::ONE;
            entity.introduced = known.introduced;
            entity.person = true;
            entity.woman = entity.woman.or(known.woman);
        }
        self.by_person.insert(person, id);
        id
    }
}

/// What a title, a kinship word or a given name tells of a person: a woman, a man, or neither.
fn sex(words: &Words, phrase: &Phrase) -> Option<bool> {
    sex_of(
        words,
        phrase.tokens.start..phrase.tokens.end.min(phrase.tokens.start + 12),
    )
}
