//! What the page says of a source beside its name: the post it holds, and why it can know.
//!
//! A *title* is a formal standing: post, office, rank, leadership, licensed or expert profession, a spokesperson's role, with the body
//! it is held in and the party tag of a lawmaker ("harbour master", "deputy curator at the Orrin Museum", "Sen., G-Selby"). A *basis*
//! is what else the page gives with the name: a trade, a tie, a clause ("a diver who found the wreck", "who wrote the lamp bill"). Both
//! are taken from wherever the name stands, as a page introduces somebody once and lets them speak later.
//!
//! A sentence of its own about the source is read elsewhere (`story.rs` beside this file).
//!
//! Blind spot: the way a paper came to the newsroom is no basis.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::document::english::{English, noun};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::TokenKind;
use crate::document::source::names::Names;
use crate::document::source::post::{Around, Gathered};
use crate::document::source::words::{Class, Words};
use crate::document::source::{Source, SourceKind};
use crate::text::span::Span;

/// Words of the page about a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Standing {
    /// As on the page, without article; parts that stand apart are joined by a comma.
    pub text: String,
    /// Where the first of them stands.
    pub span: Span,
}

/// Gives every named source what its names stand beside, and every unnamed one its description; `people` holds the source of each
/// of the page's people.
pub(super) fn give(
    words: &Words,
    english: &English,
    sentences: &[Sentence],
    aside: &[bool],
    names: &Names,
    people: &FxHashMap<u32, u32>,
    sources: &mut [Source],
) {
    let (tags, runs) = (&english.tags, names.runs());
    let beside = Around { words, tags, runs };
    let mut told: Vec<Gathered> = sources.iter().map(|_| Gathered::default()).collect();
    let mut at = 0;
    for (sentence, aside) in sentences.iter().zip(aside) {
        let end = sentence.tokens.end as usize;
        let from = sentence.tokens.start as usize;
        while let Some(run) = runs.get(at).filter(|r| r.name.start < end) {
            at += 1;
            if *aside || run.name.start < from {
                continue;
            }
            // "Cole is chief engineer": a surname alone is no run of its own.
            let lone = run.name.is_empty() && run.whole.len() == 1;
            let name = if lone { &run.whole } else { &run.name };
            let person = Some(name).filter(|n| !n.is_empty());
            let person = person.and_then(|n| names.find(words, n.clone()));
            let Some(told) = person.and_then(|p| told.get_mut(*people.get(&p)? as usize)) else {
                continue;
            };
            if !lone {
                beside.before(name.clone(), from, told);
            }
            beside.behind(run.whole.end, end, told);
        }
    }
    for (source, told) in sources.iter_mut().zip(told) {
        match source.kind {
            SourceKind::Named => {
                source.title = written(words, &told.title);
                source.basis = told.basis.and_then(|b| written(words, &[b]));
            }
            SourceKind::Anonymous | SourceKind::Office => describe(words, source),
            _ => {}
        }
    }
}

/// The description of somebody without a name is all the page gives: its post without article and number, and the whole of it as
/// the reason to listen.
fn describe(words: &Words, source: &mut Source) {
    let Some(first) = source.mentions.first() else { return };
    let Some(phrase) = noun::read(words, words.range(*first)) else {
        return;
    };
    let mut core = phrase.core.clone();
    let plain = Class::DEFINITE
        .or(Class::INDEFINITE)
        .or(Class::NUMBER)
        .or(Class::SEVERAL)
        .or(Class::VAGUE)
        .or(Class::OTHER)
        .or(Class::BOUND);
    while core.start < core.end && (words.is(core.start, plain) || words.kind(core.start) == Some(TokenKind::Number)) {
        core.start += 1;
    }
    if core.start < core.end && !phrase.pronoun {
        source.title = written(words, &[core.clone()]);
    }
    if phrase.tokens.end > phrase.core.end && source.kind == SourceKind::Anonymous {
        source.basis = written(words, std::slice::from_ref(&(core.start..phrase.tokens.end)));
    }
}

/// The parts as one text.
pub(super) fn written(words: &Words, parts: &[Range<usize>]) -> Option<Standing> {
    let first = parts.first()?;
    let said = |r: &Range<usize>| super::label(words.text, words.span(r.start, r.end));
    let rest = parts.iter().skip(1);
    Some(Standing {
        text: rest.fold(said(first), |text, part| text + ", " + &said(part)),
        span: words.span(first.start, first.end),
    })
}
