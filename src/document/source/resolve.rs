//! Gathers mentions into entities. Nothing is guessed where two referents fit.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::source::facets::{self, Description};
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
    head: u64,
    modifiers: Vec<u32>,
    plural: bool,
    person: bool,
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
const BACK: usize = 12;
const NEAR: usize = 3;
const CANDIDATES: usize = 8;

pub(crate) struct Resolver<'a, 'w> {
    words: &'a Words<'w>,
    names: &'a Names,
    pub(crate) entities: Vec<Entity>,
    /// Mentions so far: entity, sentence, first token.
    trail: Vec<(u32, usize, Range<usize>)>,
    by_person: FxHashMap<u32, u32>,
    by_key: FxHashMap<(u8, u64), u32>,
    by_head: FxHashMap<u64, Vec<u32>>,
    acronyms: FxHashMap<u64, u32>,
}

impl<'a, 'w> Resolver<'a, 'w> {
    pub(crate) fn new(words: &'a Words<'w>, names: &'a Names) -> Self {
        Resolver {
            words,
            names,
            entities: Vec::new(),
            trail: Vec::new(),
            by_person: FxHashMap::default(),
            by_key: FxHashMap::default(),
            by_head: FxHashMap::default(),
            acronyms: FxHashMap::default(),
        }
    }

    /// Finds or makes the entity of the next mention, in order of position.
    pub(crate) fn add(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let id = match phrase.shape {
            Shape::Name => self.named(phrase),
            Shape::Pronoun => self.pronoun(mention),
            Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group => self.people(mention),
            _ => self.body(mention),
        };
        if let Some(entity) = self.entities.get_mut(id as usize) {
            let known = entity.mentions.last().is_some_and(|m| *m == phrase.tokens);
            if !known {
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
        self.trail.push((id, mention.sentence, phrase.tokens.clone()));
        id
    }

    fn make(&mut self, kind: SourceKind, phrase: &Phrase) -> u32 {
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
            plural: phrase.plural,
            person: matches!(kind, SourceKind::Named | SourceKind::Office | SourceKind::Anonymous) && !phrase.plural,
        });
        (self.entities.len() - 1) as u32
    }

    // ---- names ----

    fn named(&mut self, phrase: &Phrase) -> u32 {
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
                || is_household(words.word(name.start));
        }
        self.by_key.insert(key, id);
        id
    }

    fn person(&mut self, person: u32, phrase: &Phrase) -> u32 {
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
            "he" | "she" | "him" | "her" | "his" | "himself" | "herself" => self.back(mention, |e| e.person, 2),
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
        if word == "he" || word == "she" {
            if let Some(many) = self.back(mention, |e| e.plural && e.kind == SourceKind::Anonymous, 2) {
                let named_between = self.trail.last().is_none_or(|t| t.0 != many);
                if !named_between {
                    if let Some(entity) = self.entities.get_mut(many as usize) {
                        entity.shrinks.get_or_insert((many, phrase.tokens.clone()));
                    }
                    return many;
                }
            }
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

    // ---- people without a name ----

    fn people(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let words = self.words;
        let kind = kind_of(phrase, mention.used, words);
        let bare_single = phrase.determiner == Determiner::Bare && !phrase.plural && !phrase.counted;
        let points_back = matches!(phrase.determiner, Determiner::Definite | Determiner::Demonstrative)
            || phrase.determiner == Determiner::Possessive && !phrase.plural
            || bare_single;
        let partitive = (phrase.core.start..phrase.head).any(|i| words.word(i) == "of")
            && phrase.determiner == Determiner::Indefinite;
        if points_back && !mention.included && !phrase.other && (kind == SourceKind::Anonymous || !phrase.plural) {
            if let Some(id) = self.same_people(phrase, mention.sentence) {
                return id;
            }
            if !phrase.plural {
                if let Some(person) = self.names.by_role(words, phrase.head) {
                    return self.person(person, phrase);
                }
                if let Some(id) = self.speaker(mention) {
                    return id;
                }
            }
            return self.unintroduced(mention, kind, bare_single);
        }
        let key = (2 + kind as u8, hash(words, phrase.core.clone()));
        if !phrase.other && !mention.included && !partitive {
            if let Some(id) = self.by_key.get(&key) {
                return *id;
            }
        }
        let kind = if mention.included && kind == SourceKind::Collective {
            SourceKind::Anonymous
        } else {
            kind
        };
        let id = self.make(kind, phrase);
        let within = if mention.included {
            self.trail.last().map(|t| t.0)
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
        let many = if phrase.plural {
            None
        } else {
            self.plural_of(phrase, mention.sentence)
        };
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

    fn remember(&mut self, id: u32) {
        if let Some(entity) = self.entities.get(id as usize) {
            self.by_head.entry(entity.head).or_default().push(id);
        }
    }

    /// "The former commander" is "a former Venezuelan commander".
    fn same_people(&self, phrase: &Phrase, sentence: usize) -> Option<u32> {
        let wanted = modifiers(self.words, phrase);
        let known = self.by_head.get(&stem(self.words.word(phrase.head)));
        let fits = |id: u32| {
            self.entities.get(id as usize).is_some_and(|e| {
                e.plural == phrase.plural
                    && e.kind == SourceKind::Anonymous
                    && (subset(&wanted, &e.modifiers) || subset(&e.modifiers, &wanted) && !e.modifiers.is_empty())
            })
        };
        if let Some(id) = known.and_then(|k| k.iter().rev().take(CANDIDATES).copied().find(|id| fits(*id))) {
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
        for (id, at, _) in self.trail.iter().rev().take(BACK) {
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
    fn plural_of(&self, phrase: &Phrase, sentence: usize) -> Option<u32> {
        let _ = sentence;
        let wanted = modifiers(self.words, phrase);
        let known = self.by_head.get(&stem(self.words.word(phrase.head)))?;
        known.iter().rev().take(CANDIDATES).copied().find(|id| {
            self.entities
                .get(*id as usize)
                .is_some_and(|e| e.plural && e.kind == SourceKind::Anonymous && subset(&wanted, &e.modifiers))
        })
    }

    /// The whole that "one of the officials" is a part of.
    fn whole(&self, phrase: &Phrase) -> Option<u32> {
        let known = self.by_head.get(&stem(self.words.word(phrase.head)))?;
        known.iter().rev().take(CANDIDATES).copied().find(|id| {
            self.entities.get(*id as usize).is_some_and(|e| {
                e.plural && e.kind == SourceKind::Anonymous && e.people.at_least > phrase.people.at_least
            })
        })
    }

    /// "The analyst recalled", right after a named person spoke.
    fn speaker(&self, mention: &Mention) -> Option<u32> {
        let (id, sentence, _) = self.trail.last()?;
        let entity = self.entities.get(*id as usize)?;
        (entity.kind == SourceKind::Named && entity.person && sentence + 2 >= mention.sentence).then_some(*id)
    }

    // ---- offices, institutions, outlets, documents ----

    fn body(&mut self, mention: &Mention) -> u32 {
        let phrase = &mention.phrase;
        let words = self.words;
        let kind = kind_of(phrase, mention.used, words);
        if kind == SourceKind::Office {
            if let Some(person) = self.names.by_role(words, phrase.head) {
                return self.person(person, phrase);
            }
        }
        let core = content(words, phrase);
        let key = (20 + kind as u8, hash(words, core.clone()));
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let single = core.len() == 1;
        if single && words.is_upper(core.start) {
            if let Some(id) = self.acronyms.get(&hash_word(words.word(core.start))) {
                return *id;
            }
        }
        // "The Times" is "The New York Times", "the ministry" is "the interior ministry".
        let definite = phrase.determiner == Determiner::Definite;
        if single && definite {
            let known = self.by_head.get(&stem(words.word(phrase.head)));
            let same = |id: &u32| {
                self.entities.get(*id as usize).is_some_and(|e| {
                    e.kind == kind
                        || matches!(
                            (e.kind, kind),
                            (SourceKind::Outlet, SourceKind::Institution)
                                | (SourceKind::Institution, SourceKind::Outlet)
                        )
                })
            };
            let mut fitting = known
                .into_iter()
                .flat_map(|k| k.iter().rev().take(CANDIDATES))
                .copied()
                .filter(same);
            if let (Some(id), None) = (fitting.next(), fitting.next()) {
                return id;
            }
        }
        let id = self.make(kind, phrase);
        if core.len() > 1
            && (core.clone()).all(|i| words.is_capital(i) || matches!(words.word(i), "of" | "for" | "the" | "and"))
        {
            self.acronyms.entry(acronym(words, core.clone())).or_insert(id);
            if words.is_mark(core.end, &["("]) && words.is_upper(core.end + 1) {
                self.acronyms.insert(hash_word(words.word(core.end + 1)), id);
            }
        }
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.person = kind == SourceKind::Office;
            if kind == SourceKind::Unresolved {
                entity.introduced = false;
            }
        }
        self.by_key.insert(key, id);
        self.remember(id);
        id
    }
}

/// Surnames that need no introduction.
fn is_household(word: &str) -> bool {
    matches!(
        word,
        "trump"
            | "obama"
            | "biden"
            | "clinton"
            | "bush"
            | "putin"
            | "merkel"
            | "macron"
            | "zelensky"
            | "zelenskyy"
            | "netanyahu"
            | "modi"
            | "xi"
            | "erdogan"
            | "thatcher"
            | "reagan"
            | "nixon"
            | "kennedy"
            | "churchill"
            | "stalin"
            | "hitler"
            | "lenin"
            | "mao"
            | "gandhi"
            | "mandela"
            | "castro"
            | "chavez"
            | "chávez"
            | "jesus"
            | "muhammad"
            | "shakespeare"
            | "einstein"
            | "darwin"
            | "marx"
            | "plato"
            | "beyoncé"
            | "beyonce"
            | "madonna"
            | "rihanna"
            | "adele"
            | "drake"
            | "prince"
            | "musk"
            | "bezos"
            | "zuckerberg"
            | "oprah"
            | "santa"
    )
}

/// Core words without determiner.
fn content(words: &Words, phrase: &Phrase) -> Range<usize> {
    let mut start = phrase.core.start;
    while start < phrase.head
        && words.is(
            start,
            Class::DEFINITE
                .or(Class::INDEFINITE)
                .or(Class::DEMONSTRATIVE)
                .or(Class::POSSESSIVE),
        )
        && !words.is(start, Class::NUMBER)
    {
        start += 1;
    }
    start..phrase.core.end
}

fn modifiers(words: &Words, phrase: &Phrase) -> Vec<u32> {
    let skip = Class::DEFINITE
        .or(Class::INDEFINITE)
        .or(Class::DEMONSTRATIVE)
        .or(Class::NUMBER)
        .or(Class::SEVERAL)
        .or(Class::VAGUE)
        .or(Class::BOUND)
        .or(Class::OTHER)
        .or(Class::UNNAMED);
    (phrase.core.start..phrase.head)
        .filter(|i| words.is_word(*i) && !words.is(*i, skip) && !matches!(words.word(*i), "and" | "or" | "of" | "'s"))
        .map(|i| id_of(words, i))
        .collect()
}

fn subset(small: &[u32], large: &[u32]) -> bool {
    small.iter().all(|w| large.contains(w))
}

fn hash_word(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .for_each(|c| hasher.write_u32(c as u32));
    hasher.finish()
}

fn hash(words: &Words, range: Range<usize>) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    for i in range {
        if words.is(i, Class::DEFINITE) || words.word(i) == "a" || words.word(i) == "an" {
            continue;
        }
        hasher.write_u32(id_of(words, i));
    }
    hasher.finish()
}

/// The initials of a capitalised name.
fn acronym(words: &Words, range: Range<usize>) -> u64 {
    let initials: String = range
        .filter(|i| words.is_capital(*i))
        .filter_map(|i| words.word(i).chars().next())
        .collect();
    hash_word(&initials)
}
