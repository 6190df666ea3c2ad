//! Whose voice each byte is in.

use serde::{Deserialize, Serialize};

use crate::document::attribution::{Attribution, CueKind};
use crate::document::page::quote::{Mark, Quote, QuoteRole};
use crate::document::source::{Source, SourceKind};
use crate::text::span::Span;

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Voice {
    /// The outlet's own.
    Outlet,
    /// A paraphrase of a source.
    Attributed,
    /// A source's own words.
    Quoted,
}

/// A run of bytes in one voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct VoiceRun {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Whose voice.
    pub voice: Voice,
}

/// Partitions `len` bytes by voice.
///
/// A paraphrase needs somebody else to be paraphrased: what the outlet lays on itself, on its affiliates or on nobody at all
/// ("it is believed") stays its own.
pub(crate) fn partition(
    len: usize,
    quotes: &[Quote],
    blocks: &[Span],
    attributions: &[Attribution],
    sources: &[Source],
    names_itself: impl Fn(Span) -> bool,
) -> Vec<VoiceRun> {
    // +1/-1 edges of each voice, swept in order: overlapping quotes and contents cost nothing extra.
    let mut edges: Vec<(usize, i32, i32)> = Vec::with_capacity(2 * (quotes.len() + attributions.len()));
    let mut edge = |span: Span, quoted: i32, attributed: i32| {
        if !span.is_empty() {
            edges.push((span.start, quoted, attributed));
            edges.push((span.end, -quoted, -attributed));
        }
    };
    blocks.iter().for_each(|block| edge(*block, 1, 0));
    for quote in quotes
        .iter()
        // The name of a work is no more the outlet's words than speech is.
        // A scrap between single marks is as often the outlet's own.
        .filter(|q| q.role != QuoteRole::Scare && !(q.mark == Mark::Single && q.role == QuoteRole::Unknown))
    {
        edge(quote.span, 1, 0);
    }
    let anothers = |a: &Attribution| match a.source.and_then(|id| sources.get(id as usize)) {
        Some(source) => !source.is_self && source.kind != SourceKind::Implied,
        None => a.source_span.is_some(),
    } && !a.source_span.is_some_and(&names_itself);
    let speech = |a: &&Attribution| a.cue_kind != CueKind::Stance && !a.no_comment && anothers(a);
    for attribution in attributions.iter().filter(speech) {
        for content in &attribution.content {
            edge(*content, 0, 1);
        }
    }
    edges.sort_unstable();
    let mut runs: Vec<VoiceRun> = Vec::with_capacity(edges.len() / 2 + 1);
    let (mut at, mut quoted, mut attributed) = (0, 0, 0);
    let mut push = |start: usize, end: usize, voice: Voice| match runs.last_mut() {
        _ if start == end => {}
        Some(last) if last.voice == voice => last.end = end,
        _ => runs.push(VoiceRun { start, end, voice }),
    };
    let voice = |quoted: i32, attributed: i32| match (quoted > 0, attributed > 0) {
        (true, _) => Voice::Quoted,
        (false, true) => Voice::Attributed,
        _ => Voice::Outlet,
    };
    for (byte, q, a) in edges {
        let byte = byte.min(len);
        push(at, byte, voice(quoted, attributed));
        at = byte;
        quoted += q;
        attributed += a;
    }
    push(at, len, Voice::Outlet);
    runs
}
