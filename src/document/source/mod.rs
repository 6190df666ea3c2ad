//! Source entities: who the article hears from, each with all its mentions.

mod antecedent;
pub(crate) mod body;
pub mod facets;
pub(crate) mod key;
pub(crate) mod kind;
pub(crate) mod lookup;
pub(crate) mod mention;
pub(crate) mod names;
pub(crate) mod phrase;
mod post;
pub(crate) mod pronoun;
mod reference;
pub(crate) mod resolve;
mod run;
pub(crate) mod scan;
pub(crate) mod shape;
pub(crate) mod silence;
pub mod standing;
mod story;
pub(crate) mod unnamed;
pub mod withheld;
pub(crate) use crate::document::english::noun::words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::attribution::{Attribution, Form};
pub use crate::document::english::noun::People;
use crate::document::page::token::{Token, Vocabulary};
use crate::document::source::facets::Description;
use crate::document::source::names::Names;
use crate::document::source::phrase::Shape;
pub(crate) use crate::document::source::reference::Grounds;
use crate::document::source::resolve::{Entity, Mention, Resolver};
use crate::document::source::standing::Standing;
use crate::document::source::withheld::{Reason, Statement};
use crate::document::source::words::Words;
use crate::text::span::Span;

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SourceKind {
    /// A person with a name.
    Named,
    /// Unnamed people who gave a specific statement.
    Anonymous,
    /// A unique post that identifies its holder: "the defence minister".
    Office,
    /// A body that speaks as one, and its spokespeople.
    Institution,
    /// A news outlet.
    Outlet,
    /// A document, record, statement, poll.
    Document,
    /// A group whose attitude is described: "critics", "voters".
    Collective,
    /// Nobody at all: "it is believed".
    Implied,
    /// A pronoun or description that nothing introduces.
    Unresolved,
}

impl SourceKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            SourceKind::Named => "named",
            SourceKind::Anonymous => "anonymous",
            SourceKind::Office => "office",
            SourceKind::Institution => "institution",
            SourceKind::Outlet => "outlet",
            SourceKind::Document => "document",
            SourceKind::Collective => "collective",
            SourceKind::Implied => "implied",
            SourceKind::Unresolved => "unresolved",
        }
    }
}

/// One source of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its index.
    pub id: u32,
    /// Its fullest mention.
    pub label: String,
    /// What kind it is.
    pub kind: SourceKind,
    /// How many people it stands for.
    pub people: People,
    /// The source it is part of.
    pub within: Option<u32>,
    /// The stated reason, or the phrase, with which a name is kept back.
    pub withheld: Option<String>,
    /// The post it holds, in the page's words.
    #[serde(default)]
    pub title: Option<Standing>,
    /// Why the page says that it can know.
    #[serde(default)]
    pub basis: Option<Standing>,
    /// Whether it is the article's own outlet, its parent or its own experts.
    #[serde(rename = "self")]
    pub is_self: bool,
    /// Whether the text introduces it before relying on it.
    pub introduced: bool,
    /// Every place that refers to it.
    pub mentions: Vec<Span>,
}

impl Source {
    /// What the page gives with a name: its title, then its basis. The label of an unnamed source holds both already.
    pub fn standing(&self) -> impl Iterator<Item = &Standing> {
        let named = self.kind == SourceKind::Named;
        self.title.iter().chain(&self.basis).filter(move |_| named)
    }
}

/// What is known of an unnamed source beyond its [`Source`] entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Unnamed {
    /// The source.
    pub source: u32,
    /// Its first mention.
    pub span: Span,
    /// What the text tells instead of the name.
    pub description: Description,
    /// The statement that the name is kept back.
    pub withheld: Option<Withheld>,
    /// Where several people are spoken of as one.
    pub shrinks: Option<Span>,
}

/// A statement that a name is kept back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Its words.
    pub span: Span,
    /// The words of the reason.
    pub reason_span: Option<Span>,
    /// The reason's kind.
    pub reason: Reason,
    /// The reason says nothing that could not be said of any source.
    pub rote: bool,
}

/// Gathers sources: gives every relation its entity and returns the entities in order of their first mention.
pub(crate) fn find(
    text: &str,
    tokens: &[Token],
    vocabulary: &Vocabulary,
    around: Grounds<'_>,
    attributions: &mut Vec<Attribution>,
) -> (Vec<Source>, Vec<Unnamed>) {
    let Grounds {
        english,
        sentences,
        aside,
        ..
    } = around;
    let words = Words::new(text, tokens, vocabulary);
    silence::mark(&words, english, sentences, attributions);
    let names = Names::read(&words, sentences);
    let statements = withheld::find(&words, vocabulary, sentences);
    let mentions = mention::gather(&words, sentences, &statements, aside, attributions);
    let mut resolver = Resolver::new(&words, &names, around);
    resolver.references = reference::read(&words, &names, around, attributions);
    let placed = place(&words, mentions, &mut resolver, attributions);
    let Resolver {
        mut entities,
        by_person,
        ..
    } = resolver;
    for entity in &mut entities {
        entity.mentions.sort_by_key(|m| (m.start, m.end));
    }
    let kept = withheld::assign(&words, sentences, &statements, &placed, &mut entities);
    let kept: Vec<Option<&Statement>> = kept.into_iter().map(|k| statements.get(k?)).collect();
    let unnamed = entities.iter().zip(&kept).enumerate();
    let unnamed = unnamed.filter(|(_, (entity, _))| entity.kind == SourceKind::Anonymous);
    let unnamed = unnamed
        .map(|(id, (entity, kept))| entity.unnamed(&words, id as u32, *kept))
        .collect();
    let entities = entities.into_iter().zip(&kept).enumerate();
    let mut sources: Vec<Source> = entities
        .map(|(id, (entity, kept))| entity.source(&words, id as u32, *kept))
        .collect();
    standing::give(&words, english, sentences, aside, &names, &by_person, &mut sources);
    story::give(
        &words,
        english,
        sentences,
        (&names, &by_person),
        attributions,
        &mut sources,
    );
    (sources, unnamed)
}

/// Gives every mention its entity, in order; the answer holds the entity, tokens and sentence of each.
fn place(
    words: &Words,
    mentions: Vec<Mention>,
    resolver: &mut Resolver,
    attributions: &mut [Attribution],
) -> Vec<(u32, Range<usize>, usize)> {
    let mut placed = Vec::with_capacity(mentions.len());
    // "I" and "we" in a quotation are whoever is quoted: known when everybody else is.
    let (spoken, others): (Vec<_>, Vec<_>) = mentions.iter().partition(|m| m.is_first_person(words));
    for mention in others.into_iter().chain(spoken) {
        let relation = mention.relation.and_then(|r| attributions.get(r));
        let outer = relation
            .filter(|_| mention.is_first_person(words))
            .and_then(|a| a.inside);
        let speaker = outer.and_then(|o| attributions.get(o as usize)?.source);
        let id = match speaker {
            Some(id) => Some(resolver.repeat(id, mention)),
            None => {
                let tag = relation.filter(|a| a.form == Form::Direct && mention.phrase.shape == Shape::Pronoun);
                resolver.tags(tag.map_or(&[], |a| &a.content));
                resolver.add(mention)
            }
        };
        let Some(id) = id else { continue };
        placed.push((id, mention.phrase.tokens.clone(), mention.sentence));
        if let Some(attribution) = mention.relation.and_then(|r| attributions.get_mut(r)) {
            attribution.source = Some(id);
        }
    }
    // The largest list of the layer goes before the sort takes its own room.
    drop(mentions);
    placed.sort_by_key(|p| p.1.start);
    placed
}

impl Entity {
    fn unnamed(&self, words: &Words, id: u32, kept: Option<&Statement>) -> Unnamed {
        let first = self.mentions.first();
        Unnamed {
            source: id,
            span: first.map_or(Span::default(), |m| words.span(m.start, m.end)),
            description: self.described,
            withheld: kept.map(|s| Withheld {
                span: words.span(s.tokens.start, s.tokens.end),
                reason_span: s.reason_tokens.as_ref().map(|r| words.span(r.start, r.end)),
                reason: s.reason,
                rote: s.rote,
            }),
            shrinks: self.shrinks.as_ref().map(|(_, t)| words.span(t.start, t.end)),
        }
    }

    fn source(self, words: &Words, id: u32, kept: Option<&Statement>) -> Source {
        let said = kept
            .map(|s| s.reason_tokens.as_ref().unwrap_or(&s.tokens))
            .map(|r| words.text[words.span(r.start, r.end)].to_string());
        let unnamed = self.unnamed_word && self.kind == SourceKind::Anonymous;
        Source {
            id,
            label: label(words.text, words.span(self.label.start, self.label.end)),
            kind: self.kind,
            people: self.people,
            within: self.within,
            withheld: said.or_else(|| unnamed.then(|| "unnamed".to_string())),
            title: None,
            basis: None,
            is_self: false,
            introduced: self.introduced,
            // In the same memory: a range of tokens is as large as one of bytes.
            mentions: self.mentions.into_iter().map(|m| words.span(m.start, m.end)).collect(),
        }
    }
}

/// The words of a mention on one line.
fn label(text: &str, span: Span) -> String {
    let words = &text[span];
    let blank = |b: u8| b.is_ascii_whitespace() && b != b' ';
    // Only letters and single spaces: nearly every mention.
    if words.is_ascii() && !words.bytes().any(blank) && !words.contains("  ") {
        return words.trim().to_string();
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Follows sources that a later layer merged: `ids` holds the new id of each old one.
pub(crate) fn renumber(unnamed: &mut Vec<Unnamed>, ids: &[u32]) {
    for entry in unnamed.iter_mut() {
        if let Some(id) = ids.get(entry.source as usize) {
            entry.source = *id;
        }
    }
    unnamed.dedup_by_key(|u| u.source);
}
