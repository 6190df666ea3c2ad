//! Rules, findings and their evidence: plain data that knows spans and nothing else.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// How much a reader should care about a finding; never arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a second look before publishing or quoting.
    Caution,
    /// A reader should not rely on this passage as it stands.
    Concern,
}

impl Severity {
    /// All severities, mildest first.
    pub const ALL: [Severity; 3] = [Severity::Note, Severity::Caution, Severity::Concern];

    /// The name used in reports and settings.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Caution => "caution",
            Severity::Concern => "concern",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// One stated reason, inside a signal, for which a finding may be raised.
#[derive(Debug)]
pub struct Rule {
    /// `signal/what-is-seen`.
    pub id: &'static str,
    /// One line: what is seen.
    pub summary: &'static str,
    /// Why it bears on how far a reader can rely on the article; cites its standard.
    pub why: &'static str,
    /// How much a reader should care.
    pub severity: Severity,
    /// Addresses of published standards it is related to.
    pub related: &'static [&'static str],
    /// Short texts that must raise it.
    pub flags: &'static [&'static str],
    /// Short texts that look alike and must not.
    pub passes: &'static [&'static str],
}

impl Rule {
    /// The id of the signal that owns it.
    pub fn signal(&self) -> &'static str {
        self.id.split('/').next().unwrap_or(self.id)
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Rule {}

/// A fact that decided, with its value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// What was measured.
    pub name: Cow<'static, str>,
    /// What it was.
    pub value: String,
}

/// A typed piece of proof that a renderer can show. The kinds are kinds of proof, not of signals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Evidence {
    /// A word or phrase of a table.
    Term {
        /// The words on the page.
        term: String,
        /// The table's section.
        category: Cow<'static, str>,
    },
    /// An attribution relation, by the words for its source and cue.
    Relation {
        /// The source's words, when there are any.
        source: Option<String>,
        /// The cue's words.
        cue: Option<String>,
    },
    /// A path of sources, outermost first.
    Chain {
        /// Labels of the hops.
        hops: Vec<String>,
    },
    /// Words shared with another place.
    Overlap {
        /// Shared words.
        words: usize,
        /// |A∩B| / |A∪B| of the two passages, 0 to 1.
        resemblance: f64,
        /// The other article, when it is another.
        other: Option<String>,
    },
    /// A count of a count.
    Ratio {
        /// How many.
        count: f64,
        /// Of how many.
        of: f64,
        /// Of what.
        unit: Cow<'static, str>,
    },
    /// The facts that decided.
    Facts {
        /// In order of weight.
        facts: Vec<Fact>,
    },
}

/// Another place that bears on a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// One place in the text where a rule applies, with its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Id of the rule.
    pub rule: Cow<'static, str>,
    /// The rule's severity, or what settings made of it.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// 1-based line of the span's start; filled by the analyzer.
    pub line: u32,
    /// 1-based column of the span's start, in characters; filled by the analyzer.
    pub column: u32,
    /// The span's text; filled by the analyzer.
    pub excerpt: String,
    /// What was seen, in one sentence without a final stop.
    pub message: String,
    /// The proof.
    pub evidence: Evidence,
    /// 0 to 1: at least so large a share of findings like this one is right, as far as it was measured; the
    /// [methods](crate::methods#how-sure-a-finding-is) tell for which rules it was.
    pub confidence: f64,
    /// Other places that bear on it.
    pub related: Vec<Related>,
}

impl Finding {
    /// A finding of a rule at a place, to be completed.
    pub fn new(rule: &'static Rule, span: Span) -> Self {
        Finding {
            rule: Cow::Borrowed(rule.id),
            severity: rule.severity,
            span,
            line: 0,
            column: 0,
            excerpt: String::new(),
            message: String::new(),
            evidence: Evidence::Facts { facts: Vec::new() },
            confidence: 1.0,
            related: Vec::new(),
        }
    }

    /// Says what was seen.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }

    /// Adds the proof.
    pub fn evidence(mut self, evidence: Evidence) -> Self {
        self.evidence = evidence;
        self
    }

    /// How often a finding like this one is right, 0 to 1.
    pub fn confidence(mut self, confidence: f64) -> Self {
        self.confidence = confidence.clamp(0.0, 1.0);
        self
    }

    /// Another severity than the rule's.
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds another place that bears on it.
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related {
            span,
            message: message.into(),
        });
        self
    }
}
