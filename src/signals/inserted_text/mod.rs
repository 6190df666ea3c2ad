//! Does every passage belong to the story?
//!
//! Scraped and spun pages carry pieces of other pages: a teaser between two paragraphs, a paragraph of another report, a sentence with
//! nobody to be about. Such a piece says that nobody read the page before it went out, and a reader who takes its claims for the
//! story's is misled. What is measured is cohesion on the surface (words, names, the keyboard); see `document/insertion` for how, and
//! for what it cannot see. The measure is one foreign block of the paragraphs judged.
//!
//! Earlier work: lexical cohesion (Halliday and Hasan 1976; Hearst's TextTiling 1997), which on single planted paragraphs finds
//! nothing at one false alarm in a hundred articles; the difference is made by names, headline shape and the rest's own cohesion.

mod examples;

use crate::document::Document;
use crate::document::insertion::{Insertion, Kind};
use crate::finding::{Evidence, Fact, Finding, Rule, Severity};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "inserted-text",
    question: "Does every passage belong to the story?",
    why: "A foreign passage shows that nobody read the page before it went out",
    part: Part::Integrity,
    scale: Scale {
        cap: 24.0,
        usual: 0.0,
        // One foreign block in ten paragraphs: a page of that kind was not read before it went out.
        extreme: 0.1,
        unit: "paragraphs",
        prior: 1.0,
        origin: "one planted teaser in ten paragraphs spends the cap; a clean page has none",
    },
    rules: &[&TEASER_BLOCK, &FOREIGN_PARAGRAPH, &FOREIGN_SENTENCES, &OUT_OF_PLACE],
    read,
};

/// A headline of another story over a few of its sentences.
static TEASER_BLOCK: Rule = Rule {
    id: "inserted-text/teaser-block",
    summary: "a headline and sentences of another story stand inside this one",
    why: "The passage is another story's: whoever put the page together did not read it. W3C Credible Web signals (2019) list \
          duplicated and misplaced content among the signs of a page made by machine.",
    severity: Severity::Concern,
    related: &["https://credweb.org/signals-20191126#69857b93"],
    flags: examples::TEASER_FLAGS,
    passes: examples::TEASER_PASSES,
};

/// Paragraphs of another story.
static FOREIGN_PARAGRAPH: Rule = Rule {
    id: "inserted-text/foreign-paragraph",
    summary: "a paragraph shares next to no word or name with the rest of the article",
    why: "A paragraph that speaks of nobody and nothing in the story is most often left over from another page, and its claims then \
          pass for the story's. W3C Credible Web signals (2019), duplicated content.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#69857b93"],
    flags: examples::PARAGRAPH_FLAGS,
    passes: examples::PARAGRAPH_PASSES,
};

/// A sentence or two of another story, standing alone.
static FOREIGN_SENTENCES: Rule = Rule {
    id: "inserted-text/foreign-sentences",
    summary: "a sentence or two standing alone share next to nothing with the rest of the article",
    why: "Loose sentences about nobody in the story are most often remains of a link, a caption or another report. W3C Credible Web \
          signals (2019), duplicated content.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#69857b93"],
    flags: examples::SENTENCES_FLAGS,
    passes: examples::SENTENCES_PASSES,
};

/// A sentence about a person nobody named.
static OUT_OF_PLACE: Rule = Rule {
    id: "inserted-text/out-of-place",
    summary: "a paragraph opens with \"he\" or \"she\" before anybody has been named",
    why: "Who is meant cannot be told from the page: the sentence was written for another place. Cohesion asks that a pronoun find \
          its person (Halliday and Hasan, Cohesion in English, 1976).",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#6acabe52"],
    flags: examples::PLACE_FLAGS,
    passes: examples::PLACE_PASSES,
};

fn read(document: &Document<'_>) -> Reading {
    let found = document.insertion_reading();
    let findings: Vec<Finding> = found.blocks.iter().map(|b| finding(document, b)).collect();
    let foreign = found.foreign().count();
    let outcome = match &found.abstained {
        Some(reason) => Outcome::Inconclusive(reason.clone()),
        None => Outcome::Measured(Measure {
            count: foreign as f64,
            exposure: found.judged as f64,
            because: match foreign {
                0 => format!(
                    "each of {} paragraphs shares words or names with the others",
                    found.judged
                ),
                1 => format!(
                    "1 passage among {} paragraphs shares next to nothing with the others",
                    found.judged
                ),
                n => format!(
                    "{n} passages among {} paragraphs share next to nothing with the others",
                    found.judged
                ),
            },
            spans: found.foreign().map(|b| b.span).collect(),
        }),
    };
    let passages = Remedy::new(
        "cutting",
        ["foreign passage", "foreign passages"],
        found.foreign().map(|_| 1.0),
    );
    Reading::new(outcome)
        .remedy(passages.cutting())
        .count("foreign_blocks", foreign as f64)
        .count("paragraphs", found.judged as f64)
        .with(findings)
}

fn finding(document: &Document<'_>, block: &Insertion) -> Finding {
    let rule = match block.kind {
        Kind::Teaser => &TEASER_BLOCK,
        Kind::Sentences | Kind::Inside => &FOREIGN_SENTENCES,
        Kind::OutOfPlace => &OUT_OF_PLACE,
        _ => &FOREIGN_PARAGRAPH,
    };
    let message = match block.kind {
        Kind::OutOfPlace => {
            let text = document
                .text()
                .get(block.span.start..block.span.end)
                .unwrap_or_default();
            let pronoun = text.split_whitespace().next().unwrap_or("he");
            format!("\"{pronoun}\" stands where nobody has been named or described before")
        }
        kind => foreign(kind, &block.unshared, &block.shared),
    };
    let facts = block.facts.iter().map(|(name, value)| Fact {
        name: (*name).into(),
        value: value.clone(),
    });
    Finding::new(rule, block.span)
        .message(message)
        .evidence(Evidence::Facts { facts: facts.collect() })
        .confidence(block.confidence)
}

/// What a foreign passage is, what only it speaks of, and what it has in common with the story.
fn foreign(kind: Kind, unshared: &[String], shared: &[String]) -> String {
    let shape = match kind {
        Kind::Teaser => "a headline over loose sentences",
        Kind::Sentences => "a sentence or two standing alone",
        Kind::Inside => "a sentence inside a paragraph",
        _ => "a passage apart from the story",
    };
    let alone = match unshared.is_empty() {
        true => "its words stand nowhere else in the article".to_string(),
        false => format!("nothing else in the article speaks of {}", quoted(unshared, "or")),
    };
    let common = match shared.is_empty() {
        true => "it shares no telling word with the rest".to_string(),
        false => format!("it shares only {} with the rest", quoted(shared, "and")),
    };
    format!("{shape}: {alone}, and {common}")
}

/// So many words are quoted in a message; the evidence has more.
const QUOTED: usize = 4;

fn quoted(words: &[String], joint: &str) -> String {
    let words: Vec<String> = words.iter().take(QUOTED).map(|w| format!("\"{w}\"")).collect();
    match words.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} {joint} {last}", rest.join(", ")),
        None => String::new(),
    }
}
