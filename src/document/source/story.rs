//! Why somebody can know, told in a sentence of its own: "Kolle has kept the lock for thirty years. “You learn to hear the gates,” he
//! said."
//!
//! Only for people whose names stand beside neither post nor description: of a titled expert such a sentence is mostly plain story.

use rustc_hash::FxHashMap;

use crate::document::attribution::Attribution;
use crate::document::english::English;
use crate::document::page::sentence::Sentence;
use crate::document::source::names::Names;
use crate::document::source::standing::written;
use crate::document::source::words::Words;
use crate::document::source::{Source, SourceKind};

/// How many sentences may lie between what somebody does and what they say.
const NEAR: usize = 3;
/// The longest sentence that is taken, in tokens.
const LONGEST: u32 = 48;

/// Gives those without title and basis the last sentence before their first statement that has them as its subject and attributes nothing.
pub(super) fn give(
    words: &Words,
    english: &English,
    sentences: &[Sentence],
    (names, people): (&Names, &FxHashMap<u32, u32>),
    attributions: &[Attribution],
    sources: &mut [Source],
) {
    let bare = |s: &Source| s.kind == SourceKind::Named && s.title.is_none() && s.basis.is_none();
    if !sources.iter().any(bare) {
        return;
    }
    let sentence_of = |byte: usize| sentences.partition_point(|s| s.span.end <= byte);
    let mut attributes = vec![false; sentences.len()];
    let mut first: Vec<Option<usize>> = vec![None; sources.len()];
    for attribution in attributions {
        let Some(place) = attribution.cue.or(attribution.source_span) else {
            continue;
        };
        let at = sentence_of(place.start);
        if let Some(says) = attributes.get_mut(at) {
            *says = true;
        }
        if let Some(slot) = attribution.source.and_then(|id| first.get_mut(id as usize)) {
            *slot = Some(slot.map_or(at, |before| before.min(at)));
        }
    }
    for run in names.runs().iter().rev() {
        let name = if run.name.is_empty() { &run.whole } else { &run.name };
        let at = sentences.partition_point(|s| s.tokens.end as usize <= name.start);
        let (Some(sentence), Some(false)) = (sentences.get(at), attributes.get(at)) else {
            continue;
        };
        let id = names
            .find(words, name.clone())
            .and_then(|person| people.get(&person).copied());
        let Some((id, source)) = id.and_then(|id| Some((id, sources.get_mut(id as usize)?))) else {
            continue;
        };
        let soon = first.get(id as usize).copied().flatten();
        let soon = soon.is_some_and(|says| at < says && says <= at + NEAR);
        let short = sentence.tokens.end - sentence.tokens.start <= LONGEST;
        let last = name.end as u32 - 1;
        let acts = || {
            let main = english.clauses_in(at).find(|c| !c.is_relative());
            main.and_then(|c| c.subject())
                .is_some_and(|s| s.start <= last && last < s.end)
        };
        if soon && short && bare(source) && acts() {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            source.basis = written(words, &[tokens]);
        }
    }
}
