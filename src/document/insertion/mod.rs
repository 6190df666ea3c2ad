//! Foreign blocks: runs of paragraphs, or sentences, that belong to another story.
//!
//! The article becomes an inverted index of stems (`page`); every run of one to three blocks is measured against the rest
//! (`features`) and weighed by a linear score (`model`), so that each share of it can be told. Articles that hold several stories
//! by design are left alone, with the reason (`guard`). Nothing here compares block with block: the work grows with the length of
//! the text and nothing else.
//!
//! # Blind spots
//!
//! A block about the same people as the story is not foreign to a counter of words; neither is a sentence of the same story in the
//! wrong place, unless it speaks of a person nobody named (`stray`).

mod features;
mod guard;
mod model;
mod page;
mod shape;
mod stray;
mod tables;

use crate::text::span::Span;
use features::{LONGEST, Reader};
use page::Page;
pub(crate) use page::Source;

/// What a foreign block looks like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A headline line over a few sentences.
    Teaser,
    /// One to three paragraphs.
    #[default]
    Paragraph,
    /// One or two sentences standing alone.
    Sentences,
    /// A sentence about a person nobody named: of this story perhaps, but not of this place.
    OutOfPlace,
}

/// A block that does not belong.
#[derive(Clone, Debug, PartialEq)]
pub struct Insertion {
    /// Where.
    pub span: Span,
    /// 0 to 1, at a prior of three blocks in a hundred articles.
    pub confidence: f64,
    /// The facts that decided: name and value.
    pub facts: Vec<(&'static str, String)>,
    /// What it looks like.
    pub kind: Kind,
    /// Names and telling words that no other paragraph has, most telling first.
    pub unshared: Vec<String>,
    /// Words it shares with the rest, most telling first.
    pub shared: Vec<String>,
}

/// What was found, or why nothing was looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Insertions {
    /// The blocks, in order.
    pub blocks: Vec<Insertion>,
    /// Paragraphs that were judged.
    pub judged: usize,
    /// Why no verdict is given.
    pub abstained: Option<String>,
}

impl Insertions {
    /// The blocks of another story.
    pub fn foreign(&self) -> impl Iterator<Item = &Insertion> {
        self.blocks.iter().filter(|b| b.kind != Kind::OutOfPlace)
    }
}

/// An article of fewer paragraphs has too little rest to compare with.
const FEWEST_BLOCKS: usize = 4;

/// An article of fewer content words has no vocabulary to be foreign to.
const FEWEST_WORDS: u32 = 60;

/// More foreign blocks than this are not reported: see [`guard::several_stories`].
const MOST: usize = 2;

/// Finds the blocks that belong to another story.
pub(crate) fn find(source: Source<'_>, language: &str) -> Insertions {
    if language != "en" {
        return Insertions {
            abstained: Some("the words of this language are not known".to_string()),
            ..Insertions::default()
        };
    }
    let page = Page::new(source);
    let body = page.blocks.len().saturating_sub(page.titles);
    let mut found = Insertions {
        judged: body,
        ..Insertions::default()
    };
    if body < FEWEST_BLOCKS {
        found.abstained = Some(format!(
            "{body} paragraph{} hold too little to compare with",
            if body == 1 { "" } else { "s" }
        ));
        return found;
    }
    found.blocks.extend(stray::find(source, &page));
    if page.content < FEWEST_WORDS {
        found.abstained = Some("the article is too short to tell what it is about".to_string());
        return found;
    }
    if let Some(reason) = guard::form(source, &page) {
        found.abstained = Some(reason);
        return found;
    }
    let mut reader = Reader::new(&page);
    let mut runs = candidates(&page, &mut reader);
    runs.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then((a.first, a.last).cmp(&(b.first, b.last)))
    });
    let mut picked: Vec<Run> = Vec::new();
    for run in runs {
        if picked.iter().all(|p| run.last < p.first || p.last < run.first) {
            picked.push(run);
        }
        if picked.len() > guard::SEVERAL {
            break;
        }
    }
    if let Some(reason) = guard::several_stories(picked.len()) {
        found.abstained = Some(reason);
        return found;
    }
    picked.truncate(MOST);
    picked.sort_by_key(|r| r.first);
    for run in picked {
        found.blocks.push(explain(source, &page, &mut reader, run));
    }
    found.blocks.sort_by_key(|b| (b.span.start, b.span.end));
    found
}

/// A run of blocks over the threshold.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: usize,
    last: usize,
    score: f32,
}

fn candidates(page: &Page, reader: &mut Reader<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for first in page.titles..page.blocks.len() {
        reader.begin();
        for last in first..(first + LONGEST).min(page.blocks.len()) {
            reader.extend(last);
            if first == last && is_author_note(page, first) || page.blocks[first].shape.refers_back {
                continue;
            }
            let Some(features) = reader.read(first, last) else {
                continue;
            };
            let score = model::score(&features);
            if score >= model::threshold(&features) {
                runs.push(Run { first, last, score });
            }
        }
    }
    runs
}

/// A short note among the last three blocks that says who wrote the piece.
fn is_author_note(page: &Page, at: usize) -> bool {
    at + 3 >= page.blocks.len() && page.blocks.get(at).is_some_and(|b| b.shape.note && b.words <= 50)
}

fn explain(source: Source<'_>, page: &Page, reader: &mut Reader<'_>, run: Run) -> Insertion {
    reader.begin();
    for at in run.first..=run.last {
        reader.extend(at);
    }
    let features = reader.read(run.first, run.last).unwrap_or_default();
    let mut unshared: Vec<(bool, f32, u32)> = Vec::new();
    let mut shared: Vec<(f32, u32)> = Vec::new();
    for seen in &reader.seen {
        let stem = &page.stems[seen.stem as usize];
        if reader.elsewhere(seen) > 0 {
            shared.push((stem.idf, stem.token));
        } else if seen.name || stem.idf > 0.6 {
            unshared.push((seen.name, stem.idf, stem.token));
        }
    }
    unshared.sort_by(|a, b| b.0.cmp(&a.0).then(b.1.total_cmp(&a.1)).then(a.2.cmp(&b.2)));
    shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let words = |tokens: Vec<u32>| -> Vec<String> {
        let text = |t: u32| source.tokens.get(t as usize).map(|t| source.text[t.span()].to_string());
        tokens.into_iter().filter_map(text).take(SHOWN).collect()
    };
    let block = &page.blocks[run.first];
    let span = block.span.cover(page.blocks[run.last].span);
    let kind = if features.teaser > 0.0 {
        Kind::Teaser
    } else if run.first == run.last && block.sentences <= 2 {
        Kind::Sentences
    } else {
        Kind::Paragraph
    };
    Insertion {
        span,
        confidence: model::confidence(run.score),
        facts: model::facts(&features, run.score),
        kind,
        unshared: words(unshared.into_iter().map(|u| u.2).collect()),
        shared: words(shared.into_iter().map(|s| s.1).collect()),
    }
}

/// So many words are shown of each list.
const SHOWN: usize = 6;
