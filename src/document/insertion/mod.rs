//! Foreign blocks: runs of paragraphs, or sentences, that belong to another story.
//!
//! The article becomes an inverted index of stems (`page`, `lexeme`); every run of one to three blocks is measured against the rest
//! (`features`, with the sources it cites in `cited`) and weighed by a linear score (`model`), so that each share of it can be told
//! (`explain`). A run the page itself announces, continues or heads is no candidate, and articles that hold several stories by design
//! are left alone, with the reason (`guard`). Sentences inside a paragraph have a strict test of their own (`splice`). Nothing here
//! compares block with block: the work grows with the length of the text and nothing else.
//!
//! # Blind spots
//!
//! A block about the same people as the story is not foreign to a counter of words; neither is a sentence of the same story in the
//! wrong place, unless it speaks of a person nobody named (`stray`). Of sentences inside a paragraph few are found.

mod cited;
mod explain;
mod features;
mod guard;
mod lexeme;
mod material;
mod model;
mod page;
mod shape;
mod splice;
mod stray;
mod sums;
mod tables;
mod weights;

use crate::text::span::Span;
use cited::Cited;
use features::{LONGEST, Reader};
pub(crate) use material::Material;
use page::PageIndex;

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
    /// A sentence inside a paragraph whose other sentences belong.
    Inside,
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
pub(crate) fn find(material: Material<'_>, language: &str) -> Insertions {
    if language != "en" {
        return Insertions {
            abstained: Some("the words of this language are not known".to_string()),
            ..Insertions::default()
        };
    }
    let page = PageIndex::new(material);
    let body = page.blocks.len().saturating_sub(page.titles);
    let mut found = Insertions {
        judged: body,
        ..Insertions::default()
    };
    if body < FEWEST_BLOCKS {
        found.abstained = Some(format!(
            "{body} {} too little to compare with",
            if body == 1 {
                "paragraph holds"
            } else {
                "paragraphs hold"
            }
        ));
        return found;
    }
    found.blocks.extend(stray::find(material, &page));
    if page.content < FEWEST_WORDS {
        found.abstained = Some("the article is too short to tell what it is about".to_string());
        return found;
    }
    if let Some(reason) = guard::form(material, &page) {
        found.abstained = Some(reason);
        return found;
    }
    let mut reader = Reader::new(&page, Cited::new(material, &page));
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
    let handicap = picked.get(1).map_or(0.0, |second| model::handicap(second.score));
    for run in &mut picked {
        run.score -= handicap;
    }
    picked.retain(|run| run.score >= model::THRESHOLD);
    if let Some(reason) = guard::several_stories(picked.len()) {
        found.abstained = Some(reason);
        return found;
    }
    picked.truncate(MOST);
    picked.sort_by_key(|r| r.first);
    // What is most of the page is its story, whatever stands around it.
    let words = |blocks: &[shape::Block]| blocks.iter().map(|b| b.words).sum::<u32>();
    let all = words(&page.blocks[page.titles.min(page.blocks.len())..]);
    picked.retain(|run| words(&page.blocks[run.first..=run.last]) * 2 <= all);
    for run in picked {
        found.blocks.push(explain::explain(material, &page, &mut reader, run));
    }
    let inside = splice::find(material, &page);
    let apart = |s: &Insertion| {
        found
            .blocks
            .iter()
            .all(|b| s.span.end <= b.span.start || b.span.end <= s.span.start)
    };
    let inside: Vec<Insertion> = inside.into_iter().filter(apart).collect();
    found.blocks.extend(inside);
    found.blocks.sort_by_key(|b| (b.span.start, b.span.end));
    found
}

/// A run of blocks that stands apart from the rest.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: usize,
    last: usize,
    score: f32,
}

fn candidates(page: &PageIndex, reader: &mut Reader<'_>) -> Vec<Run> {
    let mut runs = Vec::new();
    for first in page.titles..page.blocks.len() {
        reader.begin();
        for last in first..(first + LONGEST).min(page.blocks.len()) {
            reader.extend(last);
            if guard::belongs(page, first, last) {
                continue;
            }
            let Some(features) = reader.read(first, last) else {
                continue;
            };
            let score = model::score(&features);
            if score >= model::STANDS_APART {
                runs.push(Run { first, last, score });
            }
        }
    }
    runs
}
