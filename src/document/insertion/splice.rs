//! Sentences of another story inside a paragraph of this one.
//!
//! Inside a paragraph there is little to go by, so the test is strict: a sentence of some weight that names people or places nobody
//! else in the article speaks of, shares a common word with the rest at most, says "he" or "this" to nobody, and stands among
//! sentences that belong. A tangent of the author's shares a telling word with what led to it. Of 757 sentences planted in real
//! articles about one in twenty-five is found, and nothing is in 709 articles without.

use crate::document::insertion::explain::list;
use crate::document::insertion::material::Material;
use crate::document::insertion::page::PageIndex;
use crate::document::insertion::shape::Block;
use crate::document::insertion::tables::mark;
use crate::document::insertion::{Insertion, Kind};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, TokenKind};

/// Weight of the words that must stand nowhere else: about ten rare ones.
const ALONE: f32 = 6.5;

/// Weight that other sentences may share, as a share of all.
const SHARED: f32 = 0.15;

/// No shared word may be more telling.
const TELLING: f32 = 0.5;

/// Words that may have a relation of the same root elsewhere.
const RELATED: u32 = 1;

/// Names it must hold that stand nowhere else, one of them in full.
const NAMES: usize = 2;

/// A stem used more often is the article's, wherever its uses stand.
const OFTEN: u32 = 3;

/// The other sentences of the paragraph must share as much of their weight with the article.
const LINKED: f32 = 0.3;

/// From so many on, foreign sentences are the writer's manner.
const MOST: usize = 2;

/// How sure such a finding is. No false one was seen, but where one article in thirty holds such a sentence, one in twenty-five of
/// them found leaves room for doubt.
const CONFIDENCE: f64 = 0.6;

/// The spliced sentences; none where there are so many that the page is made of them.
pub(super) fn find(material: Material<'_>, page: &PageIndex) -> Vec<Insertion> {
    let mut found = Vec::new();
    for block in page.blocks.iter().skip(page.titles) {
        if block.sentences < 3 || block.shape.lines > 1 {
            continue;
        }
        let first = material.sentences.partition_point(|s| s.span.end <= block.span.start);
        let sentences = material.sentences.get(first..).unwrap_or_default();
        let sentences = &sentences[..sentences.partition_point(|s| s.span.start < block.span.end)];
        for at in 1..sentences.len() {
            found.extend(spliced(material, page, block, sentences, at));
        }
        if found.len() > MOST {
            return Vec::new();
        }
    }
    found
}

fn spliced(
    material: Material<'_>,
    page: &PageIndex,
    block: &Block,
    sentences: &[Sentence],
    at: usize,
) -> Option<Insertion> {
    let sentence = &sentences[at];
    let tokens = material
        .tokens
        .get(sentence.tokens.start as usize..sentence.tokens.end as usize)?;
    // The next sentence takes up this one when it opens with "He" or "But".
    let refers = |s: &Sentence| page.marks_of(material.tokens.get(s.tokens.start as usize)) & REFERS != 0;
    if refers(sentence) || sentences.get(at + 1).is_some_and(refers) {
        return None;
    }
    let (mut mass, mut hit, mut related) = (1e-6, 0.0, 0);
    let (mut names, mut full) = (Vec::new(), false);
    let mut last: Option<(usize, usize)> = None;
    for (i, token) in tokens.iter().enumerate() {
        if token.kind == TokenKind::Quote || page.marks_of(Some(token)) & (mark::PAGE | mark::I | mark::YOU) != 0 {
            return None;
        }
        let Some(id) = page.topic_of(token) else { continue };
        let stem = &page.stems[id as usize];
        let here = |t: &&Token| page.topic_of(t) == Some(id);
        let shared = stem.uses > OFTEN || stem.uses > 1 && (tokens.iter().filter(here).count() as u32) < stem.uses;
        let name = i > 0 && token.is_capital();
        mass += stem.idf;
        if shared {
            hit += stem.idf;
            if name || stem.idf > TELLING {
                return None;
            }
            continue;
        }
        related += u32::from(page.is_related(id));
        if !name {
            continue;
        }
        match &mut last {
            Some((_, end)) if *end + 1 == i => {
                full = true;
                *end = i;
            }
            _ => names.extend(last.replace((i, i))),
        }
    }
    names.extend(last);
    let rest = (block.coverage * block.mass - hit) / (block.mass - mass).max(1.0);
    if mass - hit < ALONE || hit > SHARED * mass || related > RELATED || rest < LINKED {
        return None;
    }
    if names.len() < NAMES || !full {
        return None;
    }
    let text = |(a, b): (usize, usize)| material.text[tokens[a].span().cover(tokens[b].span())].to_string();
    let unshared: Vec<String> = names.into_iter().map(text).collect();
    Some(Insertion {
        span: sentence.span,
        confidence: CONFIDENCE,
        facts: vec![
            ("names found nowhere else", list(&unshared)),
            ("shared with the rest", "no telling word".to_string()),
            (
                "shape",
                "a sentence inside a paragraph whose other sentences belong to the story".to_string(),
            ),
        ],
        kind: Kind::Inside,
        unshared,
        shared: Vec::new(),
    })
}

/// Marks of a first word that points back.
const REFERS: u32 = mark::PRONOUN | mark::CONNECTIVE | mark::HE | mark::SHE;
