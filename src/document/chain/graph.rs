//! The source graph: every path of an article in one picture, with the share of attributed words that came along each.
//!
//! Nodes are sources, edges point from who tells to whom, and the article itself stands at the root. Weights are words: a
//! relation's content counts once, for the longest path that carries it. Quotation and paraphrase weigh the same.
//!
//! Not here: whether a shape is a weakness (`signals/attribution_chains`) or how it is drawn (`render::dot`, `render::mermaid`).

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::chain::ring::rings;
use crate::document::outlet::gazetteer::{self, Known};
use crate::document::source::{Source, SourceKind};
use crate::text::span::Span;

/// One source in the graph.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Node {
    /// The source.
    pub source: u32,
    /// Attributed words that came through it or from it.
    pub words: u32,
    /// Their share of all attributed words, 0 to 1.
    pub share: f64,
    /// The main name of an outlet, which all its names have in common: "associated press" for "AP". Nothing for reports of no
    /// outlet in particular.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Where an outlet is published, as a two-letter code, when that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// Who has it from whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edge {
    /// Who hears; nothing for the article itself.
    pub hears: Option<u32>,
    /// Who tells.
    pub tells: u32,
    /// Attributed words that came this way.
    pub words: u32,
    /// Their share of all attributed words, 0 to 1.
    pub share: f64,
}

/// What one kind of origin contributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// The kind of who stated it first, as far as the text tells.
    pub kind: SourceKind,
    /// Attributed words.
    pub words: u32,
    /// Their share, 0 to 1.
    pub share: f64,
}

/// The outlet that most of what is attributed came through.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SinglePoint {
    /// The outlet.
    pub source: u32,
    /// Attributed words that rest on it.
    pub words: u32,
    /// Their share, 0 to 1.
    pub share: f64,
    /// Relations that rest on it.
    pub relations: u32,
}

/// All paths of an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SourceGraph {
    /// Sources on a path, by source id.
    pub nodes: Vec<Node>,
    /// Steps of paths: the article's own first, then by who hears and who tells.
    pub edges: Vec<Edge>,
    /// Words that are attributed to anybody.
    pub attributed_words: u32,
    /// Those that came through at least one outlet other than the article's own.
    pub second_hand_words: u32,
    /// Their share, 0 to 1.
    pub second_hand: f64,
    /// Who stated it first, by kind, largest share first.
    pub origins: Vec<Origin>,
    /// Relations by the number of sources they came through: the first entry counts those with one.
    pub depths: Vec<u32>,
    /// The outlet that the largest share rests on.
    pub single_point: Option<SinglePoint>,
    /// Sources that cite one another in a ring.
    pub rings: Vec<Vec<u32>>,
    /// The outlet that publishes the article, when its record tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Publisher>,
}

/// The outlet that publishes an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Publisher {
    /// As the record names it.
    pub name: String,
    /// Its main name, as in [`Node::outlet`].
    pub outlet: String,
}

/// Draws up the graph of an article.
pub(crate) fn build(
    text: &str,
    publisher: Option<&str>,
    sources: &[Source],
    chains: &[Chain],
    attributions: &[Attribution],
    known: Known<'_>,
) -> SourceGraph {
    let paths = paths(sources, chains, attributions);
    // An article's worth; a long text grows by itself.
    let few = sources.len().min(64);
    let mut tally = Tally {
        nodes: FxHashMap::with_capacity_and_hasher(few, Default::default()),
        edges: FxHashMap::with_capacity_and_hasher(few, Default::default()),
        ..Tally::default()
    };
    // What somebody wants, plans or feels is no statement that could have been passed on.
    let stated = |a: &&Attribution| a.inside.is_none() && !a.no_comment && a.is_statement();
    for relation in attributions.iter().filter(stated) {
        let words: u32 = relation.content.iter().map(|c| words_in(text, *c)).sum();
        let Some(path) = paths.get(relation.id as usize).copied().flatten() else {
            continue;
        };
        tally.relation(sources, path, words);
    }
    for chain in chains {
        tally.shape(&chain.hops);
    }
    let publisher = publisher.and_then(|name| {
        let outlet = main_name(known, name)?;
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(Publisher { name, outlet })
    });
    tally.finish(sources, known, publisher)
}

/// The longest path of each relation; nothing where nobody is named as its source.
fn paths<'a>(sources: &[Source], chains: &'a [Chain], attributions: &'a [Attribution]) -> Vec<Option<&'a [u32]>> {
    let alone = |a: &'a Attribution| {
        let source = a.source.as_ref().filter(|s| (**s as usize) < sources.len());
        source.map(std::slice::from_ref)
    };
    let mut out: Vec<Option<&[u32]>> = attributions.iter().map(alone).collect();
    for chain in chains {
        for id in &chain.attributions {
            if let Some(slot) = out.get_mut(*id as usize)
                && slot.as_ref().is_none_or(|have| have.len() <= chain.hops.len())
            {
                *slot = Some(&chain.hops);
            }
        }
    }
    out
}

fn words_in(text: &str, span: Span) -> u32 {
    let text = text.get(span.start..span.end).unwrap_or_default();
    if !text.is_ascii() {
        return text.split_whitespace().count() as u32;
    }
    // As above, byte by byte.
    let mut gap = true;
    let mut words = 0;
    for byte in text.bytes() {
        let blank = matches!(byte, b'\t'..=b'\r' | b' ');
        words += u32::from(gap && !blank);
        gap = blank;
    }
    words
}

#[derive(Default)]
struct Tally {
    attributed: u32,
    second_hand: u32,
    nodes: FxHashMap<u32, u32>,
    edges: FxHashMap<(Option<u32>, u32), u32>,
    origins: FxHashMap<SourceKind, u32>,
    depths: Vec<u32>,
    through: FxHashMap<u32, (u32, u32)>,
}

impl Tally {
    fn relation(&mut self, sources: &[Source], path: &[u32], words: u32) {
        let is_relay = |id: &u32| {
            sources
                .get(*id as usize)
                .is_some_and(|s| s.kind == SourceKind::Outlet && !s.is_self)
        };
        self.attributed += words;
        let mut sorted = Vec::new();
        let seen = if path.len() < 2 {
            path
        } else {
            sorted.extend_from_slice(path);
            sorted.sort_unstable();
            sorted.dedup();
            &sorted
        };
        for id in seen {
            *self.nodes.entry(*id).or_default() += words;
            if is_relay(id) {
                let through = self.through.entry(*id).or_default();
                through.0 += words;
                through.1 += 1;
            }
        }
        if path.iter().any(is_relay) {
            self.second_hand += words;
        }
        for (hears, tells) in steps(path) {
            *self.edges.entry((hears, tells)).or_default() += words;
        }
        if let Some(source) = path.last().and_then(|id| sources.get(*id as usize)) {
            *self.origins.entry(source.kind).or_default() += words;
        }
        let depth = path.len().max(1);
        if self.depths.len() < depth {
            self.depths.resize(depth, 0);
        }
        if let Some(count) = self.depths.get_mut(depth - 1) {
            *count += 1;
        }
    }

    /// A path that no relation carries still has its nodes and steps.
    fn shape(&mut self, path: &[u32]) {
        for id in path {
            self.nodes.entry(*id).or_default();
        }
        for (hears, tells) in steps(path) {
            self.edges.entry((hears, tells)).or_default();
        }
    }

    fn finish(self, sources: &[Source], known: Known<'_>, publisher: Option<Publisher>) -> SourceGraph {
        let all = self.attributed;
        let share = |words: u32| {
            if all == 0 {
                0.0
            } else {
                f64::from(words) / f64::from(all)
            }
        };
        let mut nodes: Vec<Node> = self
            .nodes
            .iter()
            .map(|(source, words)| {
                let outlet = sources.get(*source as usize).filter(|s| s.kind == SourceKind::Outlet);
                let outlet = outlet.and_then(|s| main_name(known, &s.label));
                Node {
                    source: *source,
                    words: *words,
                    share: share(*words),
                    country: outlet.as_deref().and_then(|o| known.country(o)).map(str::to_string),
                    outlet,
                }
            })
            .collect();
        nodes.sort_by_key(|n| n.source);
        let mut edges: Vec<Edge> = self
            .edges
            .iter()
            .map(|((hears, tells), words)| Edge {
                hears: *hears,
                tells: *tells,
                words: *words,
                share: share(*words),
            })
            .collect();
        edges.sort_by_key(|e| (e.hears, e.tells));
        let mut origins: Vec<Origin> = self
            .origins
            .iter()
            .map(|(kind, words)| Origin {
                kind: *kind,
                words: *words,
                share: share(*words),
            })
            .collect();
        origins.sort_by_key(|o| (std::cmp::Reverse(o.words), o.kind));
        let single_point = self
            .through
            .iter()
            .max_by_key(|(source, (words, _))| (*words, std::cmp::Reverse(**source)))
            .filter(|(_, (words, _))| *words > 0)
            .map(|(source, (words, relations))| SinglePoint {
                source: *source,
                words: *words,
                share: share(*words),
                relations: *relations,
            });
        // The article itself hears and is never heard: it is on no ring.
        let pairs: Vec<(u32, u32)> = edges.iter().filter_map(|e| Some((e.hears?, e.tells))).collect();
        let rings = rings(&pairs);
        SourceGraph {
            nodes,
            edges,
            attributed_words: all,
            second_hand_words: self.second_hand,
            second_hand: share(self.second_hand),
            origins,
            depths: self.depths,
            single_point,
            rings,
            publisher,
        }
    }
}

fn main_name(known: Known<'_>, label: &str) -> Option<String> {
    let folded = gazetteer::folded(label);
    let name = known.main_name(&folded).unwrap_or(gazetteer::bare(&folded));
    (!name.is_empty() && !gazetteer::is_nameless(name)).then(|| name.to_string())
}

fn steps(path: &[u32]) -> impl Iterator<Item = (Option<u32>, u32)> + '_ {
    let hearers = std::iter::once(None).chain(path.iter().map(|id| Some(*id)));
    hearers.zip(path.iter().copied())
}
