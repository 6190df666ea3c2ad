//! Whose voice each byte is in.

use serde::{Deserialize, Serialize};

use crate::document::attribution::{Attribution, CueKind};
use crate::document::quote::{Quote, QuoteRole};
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
pub(crate) fn partition(len: usize, quotes: &[Quote], attributions: &[Attribution]) -> Vec<VoiceRun> {
    // +1/-1 edges of each voice, swept in order: overlapping quotes and contents cost nothing extra.
    let mut edges: Vec<(usize, i32, i32)> = Vec::new();
    let mut edge = |span: Span, quoted: i32, attributed: i32| {
        if !span.is_empty() {
            edges.push((span.start, quoted, attributed));
            edges.push((span.end, -quoted, -attributed));
        }
    };
    for quote in quotes
        .iter()
        .filter(|q| !matches!(q.role, QuoteRole::Scare | QuoteRole::Title))
    {
        edge(quote.span, 1, 0);
    }
    for attribution in attributions.iter().filter(|a| a.cue_kind != CueKind::Stance) {
        for content in &attribution.content {
            edge(*content, 0, 1);
        }
    }
    edges.sort_unstable();
    let mut runs: Vec<VoiceRun> = Vec::new();
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
