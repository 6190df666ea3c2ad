//! What a signal is: one question asked of the article, and its answer.

use std::borrow::Cow;
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

impl Part {
    /// The word that reports use: what is asked of the page is asked of "page".
    pub const fn name(self) -> &'static str {
        match self {
            Part::Sourcing => "sourcing",
            Part::Style => "style",
            Part::Integrity => "page",
        }
    }
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
    /// What the exposure is a count of: "attributions", "words in the outlet's own voice".
    pub unit: &'static str,
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

/// A count of a count, in the unit of the signal's [`Scale`].
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// How many (a weighted count may be fractional).
    pub count: f64,
    /// Of how many.
    pub exposure: f64,
    /// What was counted, in words: "2 of 7 attributions rest on unnamed people".
    pub because: String,
    /// The places that were counted; empty when it is an absence that counts.
    pub spans: Vec<Span>,
}

/// A change to the text that an editor could make and that lowers a signal's count.
///
/// A signal says what could be done and what each doing is worth; the score finds out how many are needed for the next band and
/// says so in these words: "naming one of the three unnamed sources, or giving a reason for two".
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What is done: "naming".
    pub act: &'static str,
    /// To what, one and many: "unnamed source", "unnamed sources".
    pub things: [&'static str; 2],
    /// Which of them weigh most, where they differ: "most quoted".
    pub most: &'static str,
    /// What stands behind the things: "on somebody who can be asked"; often nothing.
    pub tail: &'static str,
    /// How much the count falls for each of the things, in any order.
    pub worth: Vec<f64>,
    /// Whether the thing is taken out of the text, so that the exposure falls with the count.
    pub cuts: bool,
}

impl Remedy {
    /// A remedy that changes things in their place.
    pub fn new(act: &'static str, things: [&'static str; 2], worth: impl IntoIterator<Item = f64>) -> Self {
        Remedy {
            act,
            things,
            most: "",
            tail: "",
            worth: worth.into_iter().filter(|w| *w > 0.0).collect(),
            cuts: false,
        }
    }

    /// Says which of the things weigh most.
    #[must_use]
    pub fn most(mut self, most: &'static str) -> Self {
        self.most = most;
        self
    }

    /// Says what stands behind the things.
    #[must_use]
    pub fn tail(mut self, tail: &'static str) -> Self {
        self.tail = tail;
        self
    }

    /// Takes the things out of the text.
    #[must_use]
    pub fn cutting(mut self) -> Self {
        self.cuts = true;
        self
    }
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
    pub counts: BTreeMap<Cow<'static, str>, f64>,
    /// The places, in any order.
    pub findings: Vec<Finding>,
    /// What an editor could do about the measure.
    pub remedies: Vec<Remedy>,
}

impl Reading {
    /// A reading with nothing but an outcome.
    pub fn new(outcome: Outcome) -> Self {
        Reading {
            outcome,
            counts: BTreeMap::new(),
            findings: Vec::new(),
            remedies: Vec::new(),
        }
    }

    /// Adds a named number.
    pub fn count(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<f64>) -> Self {
        self.counts.insert(name.into(), value.into());
        self
    }

    /// Adds findings.
    pub fn with(mut self, findings: impl IntoIterator<Item = Finding>) -> Self {
        // A list that is handed over whole stays where it is.
        match self.findings.is_empty() {
            true => self.findings = findings.into_iter().collect(),
            false => self.findings.extend(findings),
        }
        self
    }

    /// Adds what an editor could do; a remedy with nothing to do is left out.
    pub fn remedy(mut self, remedy: Remedy) -> Self {
        self.remedies.extend((!remedy.worth.is_empty()).then_some(remedy));
        self
    }
}
