//! Paths that continue: a member of a group that an outlet heard, and what an unnamed source says further on.

use rustc_hash::FxHashMap;

use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::source::{Source, SourceKind};

/// Paths that continue: a member of a group heard through an outlet, and what an unnamed source says further on.
pub(super) fn inherit(chains: &mut Vec<Chain>, sources: &[Source], attributions: &[Attribution]) {
    let ends: FxHashMap<u32, usize> = {
        let mut map = FxHashMap::default();
        for (i, chain) in chains.iter().enumerate() {
            if let (Some(last), true) = (chain.hops.last(), chain.hops.len() > 1) {
                map.entry(*last).or_insert(i);
            }
        }
        map
    };
    // The commander who is one of the eleven whom the Times quotes.
    let mut more: Vec<Chain> = Vec::new();
    for s in sources.iter().filter(|s| s.kind == SourceKind::Anonymous) {
        let (Some(group), false) = (s.within, ends.contains_key(&s.id)) else {
            continue;
        };
        let Some(chain) = ends.get(&group).and_then(|i| chains.get(*i)) else {
            continue;
        };
        let mut hops = chain.hops.clone();
        if let Some(last) = hops.last_mut() {
            *last = s.id;
        }
        more.push(Chain {
            hops,
            depth: 0,
            attributions: Vec::new(),
            origin: s.kind,
            relays: chain.relays.clone(),
            inherited: Vec::new(),
        });
    }
    chains.extend(more);
    // Further words of the same unnamed source.
    let mut ways: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (i, chain) in chains.iter().enumerate() {
        if let (Some(last), true) = (chain.hops.last(), chain.hops.len() > 1) {
            ways.entry(*last).or_default().push(i);
        }
    }
    let mut claimed: Vec<bool> = vec![false; attributions.len()];
    for id in chains.iter().flat_map(|c| &c.attributions) {
        if let Some(c) = claimed.get_mut(*id as usize) {
            *c = true;
        }
    }
    for a in attributions {
        let (Some(source), Some(cue)) = (a.source, a.cue) else {
            continue;
        };
        if claimed.get(a.id as usize).copied().unwrap_or(true) || a.inside.is_some() {
            continue;
        }
        let Some(ways) = ways.get(&source) else { continue };
        if sources
            .get(source as usize)
            .is_none_or(|s| s.kind != SourceKind::Anonymous)
        {
            continue;
        }
        // The way in that was opened last before these words.
        let way = ways
            .iter()
            .filter_map(|w| {
                chains
                    .get(*w)
                    .and_then(|c| c.relays.iter().filter(|r| r.start <= cue.start).map(|r| r.start).max())
                    .map(|r| (r, *w))
            })
            .max();
        if let Some((_, way)) = way
            && let Some(chain) = chains.get_mut(way)
        {
            chain.attributions.push(a.id);
            chain.inherited.push(a.id);
        }
    }
}
