//! The report: everything that was found, as data.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::chain::graph::SourceGraph;
use crate::document::page::segment::Segment;
use crate::document::source::Source;
use crate::document::voice::VoiceRun;
use crate::finding::Finding;
use crate::score::{Contribution, Score, Versus};
use crate::text::span::Span;

/// The report's schema id.
pub const SCHEMA: &str = "onrecord/report/1";

/// Which tool made a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Tool {
    /// `onrecord`
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// Id of weights and tables; any change changes it.
    pub model: String,
}

/// What the report says of the article itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleFacts {
    /// The caller's name for it.
    pub id: Option<String>,
    /// Its title, given or found.
    pub title: Option<String>,
    /// Length of the text in bytes.
    pub bytes: usize,
    /// Words and numbers.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Byte offset of the body.
    pub body_start: usize,
    /// `en` or `und`.
    pub language: String,
    /// The genre, with the reasons in [`ArticleFacts::genre_reasons`].
    pub genre: crate::document::genre::Genre,
    /// What on the page shows the genre.
    pub genre_reasons: Vec<String>,
    /// The text that spans point into, when the caller does not have it (extracted from a page).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// Whether a score was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ReportOutcome {
    /// There is a score.
    Scored,
    /// There is none, and the reason is stated.
    Abstained,
}

/// Whether a signal's question could be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum SignalOutcome {
    /// It was measured.
    Measured,
    /// There is nothing to judge.
    NotApplicable,
    /// There is too little to judge.
    Inconclusive,
}

/// One signal's answer, without its findings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignalReport {
    /// Whether it was measured.
    pub outcome: SignalOutcome,
    /// Why not.
    pub reason: Option<String>,
    /// Named numbers.
    pub counts: BTreeMap<Cow<'static, str>, f64>,
}

/// How two passages resemble each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SharedKind {
    /// Word for word.
    Verbatim,
    /// With edits.
    Near,
    /// With single words swapped throughout.
    Spun,
}

/// Which article had a shared passage first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Earlier {
    /// This one.
    This,
    /// The other one.
    Other,
    /// It cannot be told.
    Unknown,
}

/// A passage that also stands in another article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPassage {
    /// Where it stands here.
    pub span: Span,
    /// The other article's id.
    pub other: String,
    /// Where it stands there.
    pub other_span: Span,
    /// How alike.
    pub kind: SharedKind,
    /// Matched words.
    pub words: usize,
    /// |A∩B| / |A∪B| of the two passages' words, 0 to 1.
    pub resemblance: f64,
    /// Which was first.
    pub earlier: Earlier,
    /// What was seen: swapped words, dates, credits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// Everything found in one article. Owned and self-contained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    pub(crate) schema: String,
    pub(crate) tool: Tool,
    pub(crate) article: ArticleFacts,
    pub(crate) outcome: ReportOutcome,
    pub(crate) outcome_reason: Option<String>,
    pub(crate) score: Score,
    pub(crate) contributions: Vec<Contribution>,
    pub(crate) signals: BTreeMap<String, SignalReport>,
    pub(crate) sources: Vec<Source>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) chains: Vec<Chain>,
    #[serde(default)]
    pub(crate) graph: SourceGraph,
    pub(crate) voice: Vec<VoiceRun>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) findings: Vec<Finding>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shared: Option<Vec<SharedPassage>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) versus: Option<Versus>,
}

impl Report {
    /// Which tool made it.
    pub fn tool(&self) -> &Tool {
        &self.tool
    }

    /// What it says of the article itself.
    pub fn article(&self) -> &ArticleFacts {
        &self.article
    }

    /// Whether there is a score.
    pub fn outcome(&self) -> ReportOutcome {
        self.outcome
    }

    /// Why there is no score.
    pub fn outcome_reason(&self) -> Option<&str> {
        self.outcome_reason.as_deref()
    }

    /// The score.
    pub fn score(&self) -> &Score {
        &self.score
    }

    /// What each signal took from the score.
    pub fn contributions(&self) -> &[Contribution] {
        &self.contributions
    }

    /// Each signal's answer, by id.
    pub fn signals(&self) -> &BTreeMap<String, SignalReport> {
        &self.signals
    }

    /// The sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The attribution relations.
    pub fn attributions(&self) -> &[Attribution] {
        &self.attributions
    }

    /// The chains in one picture, with the share of attributed words along each step.
    pub fn graph(&self) -> &SourceGraph {
        &self.graph
    }

    /// The chains.
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// The partition by voice.
    pub fn voice(&self) -> &[VoiceRun] {
        &self.voice
    }

    /// The partition of the page.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The findings, by span, then rule.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// Passages shared with other articles; nothing when the article was read alone.
    pub fn shared(&self) -> Option<&[SharedPassage]> {
        self.shared.as_deref()
    }

    /// How the score differs from another article's; nothing when the article was read alone or first.
    pub fn versus(&self) -> Option<&Versus> {
        self.versus.as_ref()
    }

    /// The report with its score set against that of another article, which goes by the name `other`.
    #[must_use]
    pub fn against(mut self, report: &Report, other: impl Into<String>) -> Self {
        let (here, there) = (
            (&self.score, &self.contributions[..]),
            (&report.score, &report.contributions[..]),
        );
        self.versus = Some(Versus::new(here, there, other));
        self
    }

    /// The report with passages shared with other articles.
    #[must_use]
    pub fn with_shared(mut self, shared: Vec<SharedPassage>) -> Self {
        self.shared = Some(shared);
        self
    }

    /// The report carrying the text its spans point into.
    #[must_use]
    pub fn with_text(mut self, text: impl Into<String>) -> Self {
        self.article.text = Some(text.into());
        self
    }

    /// The report as one line of JSON.
    #[cfg(feature = "json")]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A report read back from JSON.
    ///
    /// # Errors
    ///
    /// What is not a report, with line and column.
    #[cfg(feature = "json")]
    pub fn from_json(json: &str) -> Result<Self, crate::error::Error> {
        serde_json::from_str(json).map_err(|e| crate::error::Error::report(e.to_string()))
    }
}
