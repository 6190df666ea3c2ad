//! What a signal is: one question asked of the article, and its answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::finding::{Finding, Rule};
use crate::text::span::Span;

/// Which part of the score a signal bears on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Part {
    /// Who says so.
    Sourcing,
    /// How it is said.
    Style,
    /// Whether the page is the story.
    Integrity,
}

/// How a measure becomes points. Up to `usual` costs nothing, `extreme` costs the cap, a straight line between.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The most this signal can cost, in points.
    pub cap: f64,
    /// The rate (count per exposure) that is usual in good reporting.
    pub usual: f64,
    /// The rate at which the whole cap is spent.
    pub extreme: f64,
    /// Weight of the prior, in units of exposure: a short article is pulled towards `usual` by this much.
    pub prior: f64,
    /// Where the numbers come from.
    pub origin: &'static str,
}

/// One question asked of the article.
#[derive(Debug)]
pub struct Signal {
    /// Kebab-case id.
    pub id: &'static str,
    /// The question.
    pub question: &'static str,
    /// Why it bears on how far a reader can rely on the article.
    pub why: &'static str,
    /// Which part of the score it bears on.
    pub part: Part,
    /// How its measure becomes points.
    pub scale: Scale,
    /// Its rules.
    pub rules: &'static [&'static Rule],
    /// Asks the question.
    pub read: fn(&Document<'_>) -> Reading,
}

impl PartialEq for Signal {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Signal {}

/// A count of a count, with its unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// How many (a weighted count may be fractional).
    pub count: f64,
    /// Of how many.
    pub exposure: f64,
    /// Of what: "attributions", "words in the outlet's voice".
    pub unit: &'static str,
    /// What was counted, in words: "2 of 7 attributions rest on unnamed people".
    pub because: String,
    /// The places that were counted; empty when it is an absence that counts.
    pub spans: Vec<Span>,
}

/// Whether the question could be answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was measured.
    Measured(Measure),
    /// There is nothing to judge, and why.
    NotApplicable(String),
    /// There is too little to judge, and why.
    Inconclusive(String),
}

/// A signal's whole answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Whether and what was measured.
    pub outcome: Outcome,
    /// Named numbers for the report.
    pub counts: BTreeMap<String, f64>,
    /// The places, in any order.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// A reading with nothing but an outcome.
    pub fn new(outcome: Outcome) -> Self {
        Reading {
            outcome,
            counts: BTreeMap::new(),
            findings: Vec::new(),
        }
    }

    /// Adds a named number.
    pub fn count(mut self, name: &str, value: impl Into<f64>) -> Self {
        self.counts.insert(name.to_string(), value.into());
        self
    }

    /// Adds findings.
    pub fn with(mut self, findings: impl IntoIterator<Item = Finding>) -> Self {
        self.findings.extend(findings);
        self
    }
}
