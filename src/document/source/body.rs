//! Posts, institutions, outlets and documents: "the Times" is "The New York Times".

use crate::document::english::noun::Determiner;
use crate::document::source::SourceKind;
use crate::document::source::key::{acronym, content, hash, hash_word};
use crate::document::source::phrase::{self, Phrase, Shape};
use crate::document::source::resolve::{Mention, Resolver};

impl Resolver<'_, '_> {
    pub(super) fn body(&mut self, mention: &Mention, kind: SourceKind) -> u32 {
        let phrase = &mention.phrase;
        let words = self.words;
        if matches!(kind, SourceKind::Office | SourceKind::Unresolved) {
            if let Some(person) = self.names.by_role(words, phrase.head) {
                return self.person(person, phrase);
            }
            if kind == SourceKind::Unresolved
                && let Some(id) = self.topical(mention)
            {
                return id;
            }
        }
        let single = content(words, phrase).len() == 1;
        // "MARROW SAID": somebody written loud.
        if single
            && phrase.shape == Shape::Organisation
            && words.is_upper(phrase.head)
            && words.word(phrase.head).len() > 3
            && let Some(person) = self.names.find(words, phrase.head..phrase.head + 1)
        {
            return self.person(person, phrase);
        }
        if single
            && kind == SourceKind::Institution
            && phrase.determiner == Determiner::Definite
            && let Some(name) = self.names.body(words, phrase.head)
            && let Some(named) = phrase::read(words, name)
        {
            return self.enter(&named, kind);
        }
        self.enter(phrase, kind)
    }

    /// The entity of a body or paper by its own words.
    fn enter(&mut self, phrase: &Phrase, kind: SourceKind) -> u32 {
        let words = self.words;
        let core = content(words, phrase);
        let key = (20 + kind as u8, hash(words, core.clone()));
        if let Some(id) = self.by_key.get(&key) {
            return *id;
        }
        let single = core.len() == 1;
        if single
            && words.is_upper(core.start)
            && let Some(id) = self.acronyms.get(&hash_word(words.word(core.start)))
        {
            return *id;
        }
        // "The Times" is "The New York Times", "the ministry" is "the interior ministry".
        let definite = phrase.determiner == Determiner::Definite;
        if single && definite {
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
            let mut fitting = self.with_head(phrase).filter(same);
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
        // "its parent organisation, CSS, said": the name will do from here on.
        if words.is_mark(core.end, &[","]) && words.is_upper(core.end + 1) && !words.is_word(core.end + 2) {
            self.acronyms.insert(hash_word(words.word(core.end + 1)), id);
        }
        if let Some(entity) = self.entities.get_mut(id as usize) {
            entity.person = kind == SourceKind::Office || phrase.shape == Shape::Spokes && !phrase.plural;
            if kind == SourceKind::Unresolved {
                entity.introduced = false;
            }
        }
        self.by_key.insert(key, id);
        self.remember(id);
        id
    }
}
