//! One outlet, one source: what the source layer holds under several names becomes one, and every place that names it is a mention.

use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::chain::carrier::{CarrierForm, Owner};
use crate::document::chain::link::Linker;
use crate::document::chain::merged::{Merged, root};
use crate::document::source::{People, SourceKind};
use crate::text::span::Span;

/// So many bytes away nothing belongs to a name any more.
const FAR: usize = 64;

impl Linker<'_, '_> {
    pub(super) fn is_outlet(&self, id: u32) -> bool {
        self.outlet_source.get(id as usize).copied().unwrap_or(false)
    }

    pub(super) fn now_outlet(&mut self, outlet: u32, id: u32) {
        if self.outlet_source.len() <= id as usize {
            self.outlet_source.resize(id as usize + 1, false);
        }
        if let (Some(flag), Some(slot)) = (
            self.outlet_source.get_mut(id as usize),
            self.outlets.get_mut(outlet as usize),
        ) {
            *flag = true;
            *slot = Some(id);
        }
    }

    /// Gives every outlet that stands in a carrier one source; gives back pairs (gone, into).
    pub(super) fn unify_outlets(&mut self) -> Merged {
        let mut merged = Merged::default();
        let scene = self.scene;
        // Bytes that are printed: a line end in a name counts no more than a blank.
        let ink = |from: usize, to: usize| {
            let between = scene
                .page
                .text
                .as_bytes()
                .get(from..to.min(from + FAR))
                .unwrap_or_default();
            between.iter().filter(|b| !b.is_ascii_whitespace()).count()
        };
        for mention in &scene.outlets.mentions {
            let name = self.span(mention.first, mention.end);
            let Some(own) = scene.outlets.list.get(mention.outlet as usize).map(|o| o.own) else {
                continue;
            };
            let found: Vec<u32> = self
                .over(name)
                .filter(|(m, id)| {
                    let Some(s) = self.sources.get(*id as usize) else {
                        return false;
                    };
                    let (before, behind) = (ink(m.start, name.start), ink(name.end, m.end));
                    let close = before <= 3 && behind <= 11 || s.kind == SourceKind::Outlet && m.contains(name);
                    // What the source layer took for somebody, word for word: "Business Insider" is no insider, "Reuters" no plural.
                    let people = matches!(
                        s.kind,
                        SourceKind::Named | SourceKind::Anonymous | SourceKind::Collective
                    );
                    let same = people && !mention.shy && m.contains(name) && before + behind <= 3;
                    same || close
                        && !matches!(
                            s.kind,
                            SourceKind::Named | SourceKind::Anonymous | SourceKind::Office | SourceKind::Collective
                        )
                })
                .map(|(_, id)| *id)
                .collect();
            for id in found {
                self.adopt(mention.outlet, id, own, &mut merged);
            }
        }
        // "the paper", "the report": what the source layer made of a word that stands for the outlet.
        for carrier in scene
            .carriers
            .iter()
            .filter(|c| c.anaphor && matches!(c.form, CarrierForm::Outlet | CarrierForm::Report))
        {
            let Owner::Outlet(outlet) = carrier.owner else { continue };
            let words = self.span(carrier.hop.0, carrier.hop.1);
            let own = scene.outlets.list.get(outlet as usize).is_some_and(|o| o.own);
            let found: Vec<u32> = self
                .over(words)
                .filter(|(m, id)| {
                    words.contains(*m)
                        && self
                            .sources
                            .get(*id as usize)
                            .is_some_and(|s| matches!(s.kind, SourceKind::Outlet))
                })
                .map(|(_, id)| *id)
                .collect();
            for id in found {
                self.adopt(outlet, id, own, &mut merged);
            }
        }
        for s in self.sources.iter_mut() {
            s.mentions.sort_unstable();
        }
        for (outlet, id) in self.outlets.clone().into_iter().enumerate() {
            let Some(id) = id else { continue };
            let label = self.outlet_label(outlet as u32, Span::default());
            if let Some(s) = self.sources.get_mut(id as usize).filter(|_| !label.is_empty()) {
                s.label = label;
            }
        }
        merged
    }

    fn adopt(&mut self, outlet: u32, id: u32, own: bool, merged: &mut Merged) {
        let id = root(merged, id);
        let Some(slot) = self.outlets.get(outlet as usize).copied() else {
            return;
        };
        match slot {
            None => {
                // An entity that already stands for another outlet stays there.
                if self.is_outlet(id) {
                    return;
                }
                self.now_outlet(outlet, id);
                if let Some(s) = self.sources.get_mut(id as usize) {
                    s.kind = SourceKind::Outlet;
                    s.people = People {
                        at_least: 0,
                        exact: false,
                    };
                    s.is_self |= own;
                }
            }
            Some(main) if main != id => {
                if self.is_outlet(id) {
                    return;
                }
                merged.insert(id, main);
                let gone = self
                    .sources
                    .get(id as usize)
                    .map(|s| s.mentions.clone())
                    .unwrap_or_default();
                if let Some(s) = self.sources.get_mut(main as usize) {
                    s.mentions.extend(gone);
                    s.is_self |= own;
                }
            }
            Some(_) => {}
        }
    }

    /// Places that name an outlet without relaying anything are mentions of it, too.
    pub(super) fn name_everywhere(&mut self) {
        let scene = self.scene;
        for m in scene.outlets.mentions.iter().filter(|m| !m.shy) {
            if let Some(Some(id)) = self.outlets.get(m.outlet as usize).copied() {
                self.mention(id, scene.page.span(m.first, m.end));
            }
        }
    }

    /// Takes merged outlets out and renumbers what points at sources.
    pub(super) fn compact(&mut self, chains: &mut Vec<Chain>, attributions: &mut [Attribution]) -> Option<Vec<u32>> {
        let merged = &self.merged;
        if merged.is_empty() {
            return None;
        }
        let count = self.sources.len();
        let mut gone = vec![false; count];
        for from in merged.keys() {
            if let Some(g) = gone.get_mut(*from as usize) {
                *g = true;
            }
        }
        let mut next = 0u32;
        let mut new_id = vec![0u32; count];
        for (old, g) in gone.iter().enumerate() {
            if !g {
                new_id[old] = next;
                next += 1;
            }
        }
        for (old, g) in gone.iter().enumerate() {
            if *g {
                let main = root(merged, old as u32) as usize;
                new_id[old] = new_id.get(main).copied().unwrap_or(0);
            }
        }
        let at = |id: u32| new_id.get(id as usize).copied().unwrap_or(id);
        let mut old = 0;
        self.sources.retain(|_| {
            old += 1;
            !gone[old - 1]
        });
        for s in self.sources.iter_mut() {
            s.id = at(s.id);
            s.within = s.within.map(at);
            s.mentions.sort_unstable();
            s.mentions.dedup();
        }
        for a in attributions.iter_mut() {
            a.source = a.source.map(at);
        }
        for chain in chains {
            for hop in &mut chain.hops {
                *hop = at(*hop);
            }
        }
        Some(new_id)
    }
}
