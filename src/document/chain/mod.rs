//! Attribution chains: who heard it from whom.
//!
//! An outlet that passes somebody's words on is a *hop*; so is everybody those words came through. This article itself, and the
//! outlet that publishes it, are not hops: "told this newspaper" is the article's own reporting.
//!
//! A chain is the source of a relation with those of its channels that are outlets, documents or people: who was told, in what
//! interview, who cites, who is cited, who passes on. Where speech ends and who speaks is for `attribution` alone to say.
//!
//! | file | needs | gives |
//! |---|---|---|
//! | `carrier`, `named`, `anaphor` | outlet mentions | phrases that can carry news: "the Harbor Times", "its report", "media reports" |
//! | `scene` | relations, grammar | what the files below ask of them |
//! | `channel`, `quoting` | carriers, relations | how an outlet comes to a relation: it was told, is its source, cites |
//! | `hearsay` | relations | who passes on what another said |
//! | `relay` | channels, hearsay | the paths, each told at one place |
//! | `link`, `unify`, `entity`, `inherit` | paths, sources | one chain a path, each hop a source of the article; one outlet one source |
//! | `graph`, `ring` | chains | the article's paths as one graph |
//!
//! Not here: whether a path is a weakness (`signals/attribution_chains`), and the article's paths as one graph (`graph`).

mod anaphor;
mod carrier;
mod channel;
mod entity;
pub mod graph;
mod hearsay;
mod inherit;
mod link;
mod merged;
mod named;
mod quoting;
mod relay;
pub(crate) mod ring;
mod scene;
mod teller;
mod unify;

use serde::{Deserialize, Serialize};

use crate::document::attribution::Attribution;
use crate::document::chain::scene::ChainView;
use crate::document::english::English;
use crate::document::outlet::{NewsWords, Newsroom};
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
    pub newsroom: &'a Newsroom,
    pub english: &'a English,
}

/// What it finds.
pub(crate) struct FoundChains {
    pub chains: Vec<Chain>,
    /// New id of every old source, when some were one outlet under two names.
    pub renumbered: Option<Vec<u32>>,
}

/// Finds the chains of an article. Hops that the source layer has not met become sources; sources that are one outlet become one.
pub(crate) fn find(input: &Input<'_>, sources: &mut Vec<Source>, attributions: &mut [Attribution]) -> FoundChains {
    let page = input.newsroom.words(input.text, input.tokens, input.vocabulary);
    let outlets = &input.newsroom.outlets;
    let carriers = carrier::find(&page, outlets, input.sentences);
    let quoted = speech(&page, input.quotes);
    let relations = scene::relations(&page, attributions);
    let scene = ChainView {
        page,
        english: input.english,
        outlets,
        house: &input.newsroom.house,
        carriers: &carriers,
        sentences: input.sentences,
        relations: &relations,
        quoted: &quoted,
    };
    let relays = relay::find(&scene);
    let linked = link::link(&scene, &relays, sources, attributions);
    for source in sources.iter_mut() {
        source.is_self |= source.mentions.iter().any(|m| input.newsroom.house.opens(*m));
    }
    FoundChains {
        chains: linked.chains,
        renumbered: linked.renumbered,
    }
}

/// The quotation of somebody's words over each token, 0 for none; names of works in quote marks are not speech.
fn speech(page: &NewsWords<'_>, quotes: &[Quote]) -> Vec<u32> {
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
