//! How much of the page is not this story's words?
//!
//! Page furniture left in the text, and what the text says twice. Both are facts about the page, not about the reporting, so they
//! weigh little: many honest articles reach a reader through a bad scraper. Text of another story is the matter of `inserted-text`.
//!
//! Blind spots: a teaser in full sentences reads like the story; a label this page invented is known only by its neighbours.

mod page;
mod repeat;

use crate::document::Document;
use crate::document::segment::SegmentKind;
use crate::signal::{Measure, Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "boilerplate",
    question: "How much of the page is not this story's words?",
    why: "Recurring page text and copies dilute and displace reporting",
    part: Part::Integrity,
    scale: Scale {
        cap: 4.0,
        // A page label or two slip into half of all scraped articles; at a third of the text the page has displaced the story.
        usual: 0.02,
        extreme: 0.35,
        prior: 50.0,
        origin: "share of page text in a collection of scraped news pages, by hand",
    },
    rules: &[&page::RULE, &repeat::TITLE, &repeat::PASSAGE],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let exposure = document.tokens().len();
    if document.words() == 0 {
        return Reading::new(Outcome::NotApplicable("no words".to_string()));
    }
    let pages = page::find(document);
    let repeats = repeat::find(document);
    let lines = document.lines().iter().zip(&document.labels().lines);
    let furniture: usize = lines
        .filter(|(_, label)| label.kind == SegmentKind::Furniture)
        .map(|(line, _)| line.tokens.len())
        .sum();
    let repeated: usize = document.repeats().iter().map(|r| r.words).sum();
    let spans = pages.iter().chain(&repeats).map(|f| f.span).collect();
    let because = format!(
        "{} of {exposure} words and marks are page text or told twice",
        furniture + repeated
    );
    Reading::new(Outcome::Measured(Measure {
        count: (furniture + repeated) as f64,
        exposure: exposure as f64,
        unit: "words and marks",
        because,
        spans,
    }))
    .count("furniture_words", furniture as f64)
    .count("furniture_places", pages.len() as f64)
    .count("repeated_words", repeated as f64)
    .count("repeats", repeats.len() as f64)
    .with(pages)
    .with(repeats)
}
