//! Who stands behind the headline's claim.

use std::ops::Range;

use crate::document::Document;
use crate::document::segment::SegmentKind;
use crate::document::source::SourceKind;
use crate::document::token::WordId;
use crate::finding::{Evidence, Fact, Finding};
use crate::signals::anonymous_sources::rules::HEADLINE_CLAIM;
use crate::text::known::Memo;
use crate::text::span::Span;

/// Words of a headline that a sentence has to share for it to make the same claim.
const FEWEST: usize = 3;
/// Length at which word forms are compared: `flooded`, `flooding`.
const STEM: usize = 5;

/// Raises the rule when the claim is one unnamed person's and nobody else's.
pub(super) fn of_the_headline(document: &Document<'_>) -> Option<Finding> {
    let alone = |id: u32| {
        let source = document.sources().get(id as usize);
        source.is_some_and(|s| s.kind == SourceKind::Anonymous && s.people.at_least == 1)
    };
    let title = document.segments().iter().find(|s| s.kind == SegmentKind::Title)?;
    if !document.attributions().iter().any(|a| a.source.is_some_and(alone)) {
        return None;
    }
    let title = Span::new(title.start, title.end).trimmed(document.text());
    let mut wanted: Vec<&str> = range(document, title).filter_map(|i| stem(document.word(i))).collect();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.len() < FEWEST {
        return None;
    }
    // Asked once per distinct word: contents nest, so a token may be read often.
    static STEMS: Memo<u8> = Memo::new(|word| stem(word).map_or(0, |s| s.len() as u8));
    let vocabulary = document.vocabulary();
    let mut place: Vec<Option<usize>> = Vec::with_capacity(vocabulary.len());
    // Most words begin like none that is wanted.
    let mut opens = [false; 256];
    for word in &wanted {
        opens[usize::from(word.as_bytes().first().copied().unwrap_or_default())] = true;
    }
    vocabulary.each(&STEMS, |length| {
        let word = vocabulary.word(WordId(place.len() as u32));
        let may = word.as_bytes().first().is_some_and(|b| opens[usize::from(*b)]);
        let stem = may.then(|| word.get(..usize::from(*length))).flatten();
        let stem = stem.filter(|s| !s.is_empty());
        place.push(stem.and_then(|s| wanted.binary_search(&s).ok()));
    });
    let mut met = vec![usize::MAX; wanted.len()];
    let mut best: Option<(usize, u32, Span)> = None;
    let mut others = 0;
    for (turn, relation) in document
        .attributions()
        .iter()
        .enumerate()
        .filter(|(_, a)| !a.no_comment)
    {
        let (Some(id), Some(content)) = (relation.source, relation.content.first()) else {
            continue;
        };
        if content.start < title.end {
            continue;
        }
        let whole = relation.content.iter().fold(*content, |a, b| a.cover(*b));
        let mut shared = 0;
        for token in &document.tokens()[range(document, whole)] {
            if let Some(at) = place[token.word.0 as usize]
                && met[at] != turn
            {
                met[at] = turn;
                shared += 1;
            }
        }
        if shared < FEWEST.max(wanted.len().div_ceil(2)) {
            continue;
        }
        match best {
            _ if !alone(id) => others += 1,
            Some((_, other, _)) if other != id => others += 1,
            Some((most, ..)) if most >= shared => {}
            _ => best = Some((shared, id, relation.source_span.unwrap_or(*content))),
        }
    }
    let (shared, id, span) = best.filter(|_| others == 0)?;
    let label = &document.sources().get(id as usize)?.label;
    Some(
        Finding::new(&HEADLINE_CLAIM, span)
            .message(format!(
                "\"{label}\", one person without a name, is the only source given for the headline's claim"
            ))
            .evidence(Evidence::Facts {
                facts: vec![
                    Fact {
                        name: "words shared with the headline".into(),
                        value: format!("{shared} of {}", wanted.len()),
                    },
                    Fact {
                        name: "other sources for it".into(),
                        value: "0".to_string(),
                    },
                ],
            })
            .confidence(0.7)
            .related(title, "the headline"),
    )
}

/// The tokens that begin inside a span.
fn range(document: &Document<'_>, span: Span) -> Range<usize> {
    let tokens = document.tokens();
    let from = tokens.partition_point(|t| (t.start as usize) < span.start);
    let to = tokens.partition_point(|t| (t.start as usize) < span.end);
    from..to.max(from)
}

/// The first letters of a word that carries meaning.
fn stem(word: &str) -> Option<&str> {
    let letters = word.chars().count();
    if letters < 4 || !word.chars().all(char::is_alphanumeric) || is_small(word) {
        return None;
    }
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    Some(&word[..end])
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "about"
            | "after"
            | "again"
            | "against"
            | "also"
            | "been"
            | "before"
            | "could"
            | "does"
            | "from"
            | "have"
            | "into"
            | "just"
            | "like"
            | "more"
            | "most"
            | "once"
            | "only"
            | "over"
            | "said"
            | "says"
            | "should"
            | "some"
            | "source"
            | "sources"
            | "such"
            | "than"
            | "that"
            | "their"
            | "them"
            | "then"
            | "there"
            | "these"
            | "they"
            | "this"
            | "those"
            | "under"
            | "until"
            | "were"
            | "what"
            | "when"
            | "where"
            | "which"
            | "while"
            | "will"
            | "with"
            | "would"
            | "your"
            | "report"
            | "officials"
            | "according"
    )
}
