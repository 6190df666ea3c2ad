//! From relays to chains: every hop becomes a source of the article.
//!
//! One outlet is one source, whatever the text calls it. A hop that the source layer has already met keeps its entity; one
//! that it has not gets an entity here. A source that was once heard through an outlet is heard through it again, until the
//! text gives that source another way in.

use rustc_hash::FxHashMap;

use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::chain::carrier::{Carrier, Owner};
use crate::document::chain::entity::{kind_of, listed, names, origin, people};
use crate::document::chain::inherit::inherit;
use crate::document::chain::merged::{Merged, root};
use crate::document::chain::relay::Relay;
use crate::document::chain::scene::{ChainView, Hop};
use crate::document::outlet::newsroom as words;
use crate::document::page::token::Tokens;
use crate::document::source::{People, Source, SourceKind};
use crate::text::span::Span;

/// What linking gives.
pub(crate) struct Linked {
    pub chains: Vec<Chain>,
    /// New id of every old source, when some were one outlet under two names.
    pub renumbered: Option<Vec<u32>>,
}

pub(super) struct Linker<'a, 'b> {
    pub(super) scene: &'a ChainView<'b>,
    pub(super) sources: &'a mut Vec<Source>,
    /// (mention, source), by start.
    index: Vec<(Span, u32)>,
    /// The same for mentions met here; relays come in text order, so what is near was added last.
    fresh: Vec<(Span, u32)>,
    /// Longest mention, which bounds a look back.
    longest: usize,
    /// Which sources are outlets of the article.
    pub(super) outlet_source: Vec<bool>,
    /// Source of every outlet of the article.
    pub(super) outlets: Vec<Option<u32>>,
    /// Fullest name of every outlet on the page.
    names: Vec<Option<Span>>,
    /// Sources without a gazetteer entry, by their folded words.
    loose: FxHashMap<String, u32>,
    /// Outlets that were one source under two names.
    pub(super) merged: Merged,
}

/// Turns relays into chains.
pub(crate) fn link(
    scene: &ChainView<'_>,
    relays: &[Relay],
    sources: &mut Vec<Source>,
    attributions: &mut [Attribution],
) -> Linked {
    let mut index: Vec<(Span, u32)> = Vec::with_capacity(sources.iter().map(|s| s.mentions.len()).sum());
    index.extend(sources.iter().flat_map(|s| s.mentions.iter().map(|m| (*m, s.id))));
    index.sort_by_key(|(m, id)| (m.start, m.end, *id));
    let longest = index.iter().map(|(m, _)| m.len()).max().unwrap_or(0).min(600);
    let outlets = vec![None; scene.outlets.list.len()];
    let mut linker = Linker {
        scene,
        sources,
        index,
        fresh: Vec::new(),
        outlet_source: Vec::new(),
        longest,
        outlets,
        names: names(scene),
        loose: FxHashMap::default(),
        merged: Merged::default(),
    };
    linker.merged = linker.unify_outlets();
    let mut chains = Vec::new();
    let mut by_hops: FxHashMap<Vec<u32>, usize> = FxHashMap::default();
    for relay in relays {
        let hops = linker.hops(relay);
        if !hops.is_empty() {
            add(
                &mut chains,
                &mut by_hops,
                hops,
                relay.cue(&scene.page),
                &relay.relations,
            );
        }
    }
    linker.name_everywhere();
    let renumbered = linker.compact(&mut chains, attributions);
    inherit(&mut chains, sources, attributions);
    for chain in &mut chains {
        chain.depth = chain.hops.len() as u32;
        chain.attributions.sort_unstable();
        chain.attributions.dedup();
        chain.origin = chain
            .hops
            .last()
            .and_then(|h| sources.get(*h as usize))
            .map_or(SourceKind::Unresolved, origin);
    }
    Linked { chains, renumbered }
}

fn add(
    chains: &mut Vec<Chain>,
    by_hops: &mut FxHashMap<Vec<u32>, usize>,
    hops: Vec<u32>,
    cue: Span,
    relations: &[u32],
) {
    let fresh = chains.len();
    let at = *by_hops.entry(hops.clone()).or_insert(fresh);
    if at == fresh {
        chains.push(Chain {
            hops,
            depth: 0,
            attributions: Vec::new(),
            origin: SourceKind::Unresolved,
            relays: Vec::new(),
            inherited: Vec::new(),
        });
    }
    if let Some(chain) = chains.get_mut(at) {
        chain.relays.push(cue);
        chain.attributions.extend(relations);
    }
}

impl Linker<'_, '_> {
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.scene.page.span(first, end)
    }

    /// Sources with a mention that overlaps these bytes, nearest first.
    pub(super) fn over(&self, at: Span) -> impl Iterator<Item = &(Span, u32)> {
        let after = self.index.partition_point(|(m, _)| m.start < at.end);
        let from = at.start.saturating_sub(self.longest);
        self.index[..after]
            .iter()
            .rev()
            .take_while(move |(m, _)| m.start >= from)
            .take(64)
            .chain(self.fresh.iter().rev().take(24))
            .filter(move |(m, _)| m.overlaps(at))
    }

    fn hops(&mut self, relay: &Relay) -> Vec<u32> {
        let hops: Option<Vec<u32>> = relay.hops.iter().map(|h| self.source_of(h)).collect();
        let mut hops = hops.unwrap_or_default();
        hops.dedup();
        // Who comes back to himself says it himself: "Weir confirmed that he told the Harbor Times".
        let again = (0..hops.len()).rev().find(|at| hops[at + 1..].contains(&hops[*at]));
        let hops = hops.split_off(again.map_or(0, |at| at + 1));
        let alone = hops.len() == 1 && relay.hops.len() > 1 && !matches!(relay.hops[0], Hop::Carrier(_));
        if alone { Vec::new() } else { hops }
    }

    fn source_of(&mut self, hop: &Hop) -> Option<u32> {
        match hop {
            Hop::Carrier(at) => {
                let carrier = self.scene.carriers.get(*at)?;
                Some(self.outlet_source(carrier))
            }
            // What is read of a relation's source is read already, but for an outlet that became one with another.
            Hop::Relation(id) => {
                let relation = self.scene.relation(*id)?;
                let known = relation.entity.map(|id| root(&self.merged, id));
                known.or_else(|| self.person(relation.source))
            }
            Hop::Phrase(phrase) => self.person(*phrase),
        }
    }

    fn outlet_source(&mut self, carrier: &Carrier) -> u32 {
        let words = self.span(carrier.hop.0, carrier.hop.1);
        match carrier.owner {
            Owner::Outlet(outlet) => {
                if let Some(Some(id)) = self.outlets.get(outlet as usize).copied() {
                    self.mention(id, words);
                    return id;
                }
                let own = self.scene.outlets.list.get(outlet as usize).is_some_and(|o| o.own);
                let label = self.outlet_label(outlet, words);
                let id = self.create(label, SourceKind::Outlet, words);
                if let Some(s) = self.sources.get_mut(id as usize) {
                    s.is_self = own;
                }
                self.now_outlet(outlet, id);
                id
            }
            Owner::Nobody => {
                let known = self
                    .over(words)
                    .find(|(m, id)| {
                        words.contains(*m)
                            && self
                                .sources
                                .get(*id as usize)
                                .is_some_and(|s| !matches!(s.kind, SourceKind::Named | SourceKind::Anonymous))
                    })
                    .map(|(_, id)| *id);
                if let Some(id) = known {
                    if let Some(s) = self.sources.get_mut(id as usize) {
                        s.kind = SourceKind::Outlet;
                    }
                    self.mention(id, words);
                    return id;
                }
                let key = self
                    .scene
                    .page
                    .text
                    .get(words.start..words.end)
                    .unwrap_or("")
                    .to_lowercase();
                if let Some(id) = self.loose.get(&key).copied() {
                    self.mention(id, words);
                    return id;
                }
                let label = self.label(words);
                let id = self.create(label, SourceKind::Outlet, words);
                self.loose.insert(key, id);
                id
            }
        }
    }

    /// The fullest name the page has for an outlet.
    pub(super) fn outlet_label(&self, outlet: u32, words: Span) -> String {
        let best = self.names.get(outlet as usize).copied().flatten().unwrap_or(words);
        let key = self.scene.outlets.list.get(outlet as usize).map_or("", |o| &o.key);
        listed(&self.label(best), key)
    }

    fn person(&mut self, phrase: Tokens) -> Option<u32> {
        let scene = self.scene;
        let p = &scene.page;
        let (first, end) = (phrase.start as usize, phrase.end as usize);
        if phrase.is_empty() || p.word(first) == "this" && p.is(first + 1, words::REPORT_NOUN) {
            // "This story has been updated to include quotes from": the article speaks of itself.
            return None;
        }
        let head = self.span(end - 1, end);
        let whole = self.span(first, end);
        let start = self.span(first, first + 1);
        let taken = |id: &u32| self.is_outlet(*id);
        // "The Harbor Times citing two officials" is not the officials.
        let outlets = &self.scene.outlets;
        let swallows = |m: &Span| m.start < whole.start && outlets.within(p, Span::new(m.start, whole.start));
        let best = self
            .over(head)
            .chain(self.over(start))
            .filter(|(m, id)| !taken(id) && !swallows(m))
            .min_by_key(|(m, id)| (usize::from(!m.contains(head)), m.len(), *id))
            .map(|(_, id)| *id);
        if let Some(id) = best {
            if scene.is_document(phrase)
                && let Some(s) = self
                    .sources
                    .get_mut(id as usize)
                    .filter(|s| s.kind == SourceKind::Unresolved)
            {
                s.kind = SourceKind::Document;
            }
            return Some(id);
        }
        let word = p.word(end - 1);
        if p.is(end - 1, words::PRONOUN) {
            if let Some(id) = self.antecedent(whole.start, matches!(word, "they")) {
                self.mention(id, whole);
                return Some(id);
            }
            let label = self.label(whole);
            return Some(self.create(label, SourceKind::Unresolved, whole));
        }
        let kind = kind_of(scene, phrase);
        let key = match kind {
            SourceKind::Named => format!("={word}"),
            _ => p.text.get(whole.start..whole.end).unwrap_or("").to_lowercase(),
        };
        if let Some(id) = self.loose.get(&key).copied() {
            self.mention(id, whole);
            return Some(id);
        }
        let label = self.label(whole);
        let id = self.create(label, kind, whole);
        if let Some(s) = self.sources.get_mut(id as usize) {
            s.people = people(scene, phrase, kind);
        }
        self.loose.insert(key, id);
        Some(id)
    }

    /// The last person before a pronoun, at most two sentences back.
    fn antecedent(&self, at: usize, plural: bool) -> Option<u32> {
        let sentence = self.scene.sentences.partition_point(|s| s.span.end <= at);
        let from = self
            .scene
            .sentences
            .get(sentence.saturating_sub(3))
            .map_or(0, |s| s.span.start);
        let before = self.index.partition_point(|(m, _)| m.start < at);
        self.index[..before]
            .iter()
            .rev()
            .take(40)
            .take_while(|(m, _)| m.start >= from)
            // "In the New York magazine interview, he said": a city in an outlet's name is nobody.
            .filter(|(m, _)| !self.scene.outlets.names(&self.scene.page, *m))
            .find(|(_, id)| {
                self.sources.get(*id as usize).is_some_and(|s| match s.kind {
                    SourceKind::Named | SourceKind::Office => !plural,
                    SourceKind::Anonymous => plural == (s.people.at_least > 1),
                    _ => false,
                })
            })
            .map(|(_, id)| *id)
    }

    pub(super) fn mention(&mut self, id: u32, at: Span) {
        let Some(s) = self.sources.get_mut(id as usize) else {
            return;
        };
        let place = s.mentions.partition_point(|m| m.start < at.end);
        let touches = s
            .mentions
            .get(place.saturating_sub(2)..place)
            .is_some_and(|near| near.iter().any(|m| m.overlaps(at)));
        if !touches {
            let place = s.mentions.partition_point(|m| m.start <= at.start);
            s.mentions.insert(place, at);
        }
    }

    fn create(&mut self, label: String, kind: SourceKind, at: Span) -> u32 {
        let id = self.sources.len() as u32;
        let at_least = u32::from(matches!(
            kind,
            SourceKind::Named | SourceKind::Office | SourceKind::Anonymous | SourceKind::Unresolved
        ));
        self.sources.push(Source {
            id,
            label,
            kind,
            people: People {
                at_least,
                exact: at_least == 1,
            },
            within: None,
            withheld: None,
            title: None,
            basis: None,
            is_self: false,
            introduced: kind != SourceKind::Unresolved,
            mentions: vec![at],
        });
        self.fresh.push((at, id));
        self.longest = self.longest.max(at.len().min(600));
        id
    }

    fn label(&self, at: Span) -> String {
        self.scene
            .page
            .text
            .get(at.start..at.end)
            .unwrap_or("")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}
