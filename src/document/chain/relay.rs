//! Paths: the source of each relation with the channels its words came through.
//!
//! A path is read from the relations alone: who stands outside in whose content passes on, who heard the source comes before
//! it, whom an outlet cites comes behind it.

use rustc_hash::FxHashMap;

use crate::document::chain::channel::{self, Channel, Way};
use crate::document::chain::hearsay;
use crate::document::chain::scene::{ChainView, Hop, Relation};
use crate::document::outlet::NewsWords;
use crate::document::page::token::Tokens;
use crate::text::span::Span;

/// One path with the place that tells it.
#[derive(Clone, Debug)]
pub(crate) struct Relay {
    /// Outermost first.
    pub hops: Vec<Hop>,
    /// Tokens of the words that relay.
    pub cue: Tokens,
    /// The relations whose words came this way.
    pub relations: Vec<u32>,
}

impl Relay {
    /// The bytes of the words that relay.
    pub(crate) fn cue(&self, page: &NewsWords<'_>) -> Span {
        page.span(self.cue.start as usize, self.cue.end as usize)
    }
}

/// So deep no page nests what one said another said.
const DEEPEST: usize = 8;

/// Finds the relays of an article, in text order.
pub(crate) fn find(scene: &ChainView<'_>) -> Vec<Relay> {
    let mut out = Vec::new();
    let mut paths = Paths {
        scene,
        heard: FxHashMap::default(),
        tellers: FxHashMap::default(),
        passed: FxHashMap::default(),
    };
    for channel in channel::find(scene) {
        match (channel.way, channel.relation) {
            (Way::Hears, Some(id)) => {
                paths.heard.entry(id).or_insert(channel);
            }
            (Way::Tells, Some(id)) => {
                paths.tellers.entry(id).or_insert(channel);
            }
            _ => {
                let told = Relay {
                    hops: vec![channel.hop],
                    cue: channel.cue,
                    relations: Vec::new(),
                };
                paths.cite(told, &channel.cited, &mut out);
            }
        }
    }
    for relation in scene.relations {
        if let Some(outer) = paths.outer(relation) {
            paths.passed.insert(outer.id, ());
        }
    }
    for relation in scene.relations {
        paths.relays(relation, &mut out);
    }
    out.sort_by_key(|r| (r.cue.start, r.cue.end));
    out
}

struct Paths<'a, 'b> {
    scene: &'a ChainView<'b>,
    /// Who heard the source of a relation.
    heard: FxHashMap<u32, Channel>,
    /// Which outlet is the source of a relation.
    tellers: FxHashMap<u32, Channel>,
    /// Relations that pass on another.
    passed: FxHashMap<u32, ()>,
}

impl Paths<'_, '_> {
    /// The relation that passes this one on.
    fn outer(&self, inner: &Relation) -> Option<&Relation> {
        let outer = self.scene.relation(inner.inside?)?;
        let passes = if self.tellers.contains_key(&outer.id) {
            hearsay::outlet_passes_on(self.scene, outer, inner)
        } else {
            !self.is_house(outer) && hearsay::passes_on(self.scene, outer, inner)
        };
        passes.then_some(outer)
    }

    fn is_house(&self, relation: &Relation) -> bool {
        let source = relation.source.range();
        !source.is_empty() && self.scene.house.opens(self.scene.page.span(source.start, source.end))
    }

    /// A phrase as a hop: the outlet where its head is one.
    fn hop(&self, phrase: Tokens) -> Hop {
        self.scene
            .carrier_heading(phrase)
            .map_or(Hop::Phrase(phrase), Hop::Carrier)
    }

    /// Adds the path of a relation to `hops`, the relations on it and the place of its innermost channel.
    fn walk(&self, relation: &Relation, depth: usize, relay: &mut Relay) {
        if depth < DEEPEST
            && let Some(outer) = self.outer(relation)
        {
            self.walk(outer, depth + 1, relay);
            if !self.tellers.contains_key(&outer.id) {
                // What a person says of another is the other's; the person's own words are not.
                relay.relations.clear();
                relay.cue = relation.cue;
            }
        }
        if let Some(heard) = self.heard.get(&relation.id) {
            relay.hops.push(heard.hop);
            relay.cue = heard.cue;
        }
        match self.tellers.get(&relation.id) {
            Some(teller) => {
                relay.hops.push(teller.hop);
                relay.cue = teller.cue;
            }
            None => relay.hops.push(Hop::Relation(relation.id)),
        }
        relay.relations.push(relation.id);
    }

    fn relays(&self, relation: &Relation, out: &mut Vec<Relay>) {
        let teller = self.tellers.get(&relation.id);
        // Whoever merely leads to somebody else's words is on that path.
        if teller.is_some_and(|t| t.cited.is_empty()) && self.passed.contains_key(&relation.id) {
            return;
        }
        // Nobody stands between most relations and the article.
        if teller.is_none() && !self.heard.contains_key(&relation.id) && self.outer(relation).is_none() {
            return;
        }
        let mut relay = Relay {
            hops: Vec::new(),
            cue: relation.cue,
            relations: Vec::new(),
        };
        self.walk(relation, 0, &mut relay);
        if relay.hops.len() > 1 || teller.is_some() {
            self.cite(relay, teller.map_or(&[], |t| &t.cited), out);
        }
    }

    /// Adds a path, once for each who is cited at its end.
    fn cite(&self, relay: Relay, cited: &[Tokens], out: &mut Vec<Relay>) {
        for phrase in cited {
            let mut longer = relay.clone();
            longer.hops.push(self.hop(*phrase));
            out.push(longer);
        }
        if cited.is_empty() {
            out.push(relay);
        }
    }
}
