//! Attribution chains: who heard it from whom.
//!
//! An outlet that passes somebody's words on is a *hop*; so is everybody those words came through. This article itself, and the
//! outlet that publishes it, are not hops: "told this newspaper" is the article's own reporting.
//!
//! | step | file |
//! |---|---|
//! | phrases that can carry news: "the Harbor Times", "its report", "media reports" | `carrier` |
//! | places where one does: "told", "according to", "reported, citing" | `relay` |
//! | the noun phrase whose words are passed on | `subject` |
//! | two relays that are one path | `compose` |
//! | one path per set of hops, each hop a source of the article | `link` |
//!
//! Not here: whether a path is a weakness (`signals/attribution_chains`), and the article's paths as one graph (`graph`).

mod anaphor;
mod carrier;
mod compose;
mod entity;
pub mod graph;
mod hearer;
mod hearsay;
mod inherit;
mod link;
mod on_air;
mod relay;
mod reporter;
pub(crate) mod ring;
mod subject;
mod unify;
mod verb_use;

use serde::{Deserialize, Serialize};

use crate::document::attribution::Attribution;
use crate::document::outlet::gazetteer::Known;
use crate::document::outlet::newsroom;
use crate::document::outlet::{self, Page};
use crate::document::page::quote::{Quote, QuoteRole};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Vocabulary};
use crate::document::source::{Source, SourceKind};
use crate::text::span::Span;

/// A path from the outermost source to the first to state something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chain {
    /// Source ids, outermost first; this article itself is left out.
    pub hops: Vec<u32>,
    /// Number of hops.
    pub depth: u32,
    /// The relations that carry it.
    pub attributions: Vec<u32>,
    /// The kind of the innermost hop.
    pub origin: SourceKind,
    /// The words that relay ("told", "according to"), one span for each place that states the path.
    #[serde(default)]
    pub relays: Vec<Span>,
    /// Those of `attributions` that say nothing of the relay themselves: the same unnamed source speaks on.
    #[serde(default)]
    pub inherited: Vec<u32>,
}

/// What this layer reads of an article.
pub(crate) struct Input<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub vocabulary: &'a Vocabulary,
    pub sentences: &'a [Sentence],
    pub quotes: &'a [Quote],
    /// The outlet that publishes the article, as its record names it.
    pub publisher: Option<&'a str>,
    pub known: Known<'a>,
}

/// What it finds.
pub(crate) struct Found {
    pub chains: Vec<Chain>,
    /// New id of every old source, when some were one outlet under two names.
    pub renumbered: Option<Vec<u32>>,
}

/// Finds the chains of an article. Hops that the source layer has not met become sources; sources that are one outlet become one.
pub(crate) fn find(input: &Input<'_>, sources: &mut Vec<Source>, attributions: &mut [Attribution]) -> Found {
    let classes = newsroom::classify(input.vocabulary);
    let page = Page {
        text: input.text,
        tokens: input.tokens,
        vocabulary: input.vocabulary,
        classes: &classes,
        met: classes.iter().fold(0, |all, class| all | class),
    };
    let publisher = input.publisher.map(outlet::folded);
    let own = outlet::own::find(&page, publisher.as_deref());
    let mut outlets = outlet::find(&page, input.known, publisher.as_deref());
    outlets.claim(&own.iter().map(|o| o.name.as_str()).collect::<Vec<_>>());
    let carriers = carrier::find(&page, &outlets, input.sentences);
    let quoted = speech(&page, input.quotes);
    let scene = relay::Scene {
        page: &page,
        outlets: &outlets,
        carriers: &carriers,
        sentences: input.sentences,
        quoted: &quoted,
    };
    let mut relays = relay::find(&scene);
    hearsay::find(&scene, attributions, &mut relays);
    let linked = link::link(&scene, &relays, sources, attributions);
    for source in sources.iter_mut().filter(|_| !own.is_empty()) {
        // The first name of the house inside the mention, at its start but for an article.
        let of_the_house = |m: &Span| {
            let at = own.partition_point(|o| o.span.start < m.start);
            own.get(at)
                .is_some_and(|o| m.contains(o.span) && o.span.start <= m.start + 5)
        };
        source.is_self |= source.mentions.iter().any(of_the_house);
    }
    Found {
        chains: linked.chains,
        renumbered: linked.renumbered,
    }
}

/// The quotation of somebody's words over each token, 0 for none; names of works in quote marks are not speech.
fn speech(page: &Page<'_>, quotes: &[Quote]) -> Vec<u32> {
    let mut over = vec![0u32; page.tokens.len()];
    for (index, quote) in quotes.iter().enumerate() {
        let range = quote.tokens.start as usize..(quote.tokens.end as usize).min(over.len());
        let words = range.len();
        let capitals = range.clone().filter(|i| page.capital(*i)).count();
        if quote.is_nested() || quote.role == QuoteRole::Title || words <= 8 && capitals * 2 + 2 >= words {
            continue;
        }
        for at in range {
            over[at] = index as u32 + 1;
        }
    }
    over
}
