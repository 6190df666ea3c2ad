//! Who says so, how do we know, and is this page really the story?
//!
//! `onrecord` reads one news article and answers with a [`Report`]: heuristic signals of how the article is sourced and written, each
//! with the words on the page that show it. It judges sourcing and style, never truth.
//!
//! ```text
//!             annotated once            one question each           a plain sum           data
//!  Article ──────────────────▶ Document ────────────────▶ Reading ─────────────▶ Score ─────────▶ Report ──▶ render
//!  text, title,                tokens, sentences, quotes,   outcome, measure,      contributions    everything,
//!  publisher                   attributions, sources,       findings with          with caps        with spans
//!                              chains, voice, segments      evidence
//! ```
//!
//! # A first report
//!
//! ```
//! use onrecord::{Article, analyze};
//!
//! let article = Article::builder("The bridge is safe, a source said.").publisher("Ellisport Courier").build();
//! let report = analyze(&article);
//!
//! for finding in report.findings() {
//!     println!("{}:{} {} {:?}", finding.line, finding.column, finding.rule, &article.text()[finding.span]);
//! }
//! match report.score().points {
//!     Some(points) => println!("{points} of 100"),
//!     None => println!("no score: {}", report.outcome_reason().unwrap_or_default()),
//! }
//! ```
//!
//! Analysis is total: any text gives a report, and a report that can't be scored says why ([`Report::outcome_reason`]). The same text,
//! settings and version give the same report, on one thread or many.
//!
//! # Ways of use
//!
//! ## One article
//!
//! ```ignore
#![doc = include_str!("../examples/analyze.rs")]
//! ```
//!
//! ## Your own words and your own signals
//!
//! [`Analyzer::builder`] turns signals off, sets caps, adds lexicon packs ([`Pack`]) and signals. A [`Signal`] is a value with a function
//! from a [`Document`] to a [`Reading`]; nothing has to be registered.
//!
//! ```ignore
#![doc = include_str!("../examples/custom_signal.rs")]
//! ```
//!
//! ## A gate in a test or a build
//!
//! A [`Policy`] asks of a report what `onrecord check --fail-on concern --fail-under 60` asks, so that a `cargo test` can gate text as
//! the binary does.
//!
//! ```ignore
#![doc = include_str!("../examples/ci_gate.rs")]
//! ```
//!
//! ## Two articles against each other
//!
//! [`compare`](fn@compare) lists the passages that articles share: word for word, edited, or spun with swapped words, and which was first
//! where the page shows it.
//!
//! ```ignore
#![doc = include_str!("../examples/compare_articles.rs")]
//! ```
//!
//! ## Many articles
//!
//! With the feature `parallel`, `Analyzer::analyze_all` reads a batch on all cores and keeps its order. A
//! [`Corpus`](corpus::Corpus) is an index of what millions of articles say: it finds every run of 12 words that a new one shares with
//! them, and lives in one file.
//!
//! ```ignore
#![doc = include_str!("../examples/batch_jsonl.rs")]
//! ```
//!
//! # Features
//!
//! | feature | brings | default |
//! |---|---|---|
//! | `json` | `Report::to_json`, `Report::from_json` | yes |
//! | `schema` | JSON Schema of the report | |
//! | `parallel` | `Analyzer::analyze_all` | |
//! | `html` | the article out of a web page | |
//! | `settings` | `onrecord.toml`, for a test that gates as the command line does | |
//! | `cli` | the command line `onrecord`, with all of the above | |
//!
//! # What the score is not
//!
//! - Not truth. A false story can be sourced with care, and a true one shouted.
//! - Not a probability, and not a verdict on an outlet or an author. It comes with an interval and with what it is made of:
//!   100 points and all [`contributions`](Report::contributions) sum to it, exactly.
//! - Not for everything. It abstains on texts that are short, not English, mostly quotation, lists, interviews or satire. A
//!   piece that declares itself opinion gets none either, unless you ask for the preset `opinion`.
//! - Not a gate by itself. [`methods`] tells what it was checked against, how it can be gamed, and how to gate on rules instead.
//! - Not severity. [`Severity`] says how much a reader should care about a finding and never enters the sum.
//!
//! # Reading the code
//!
//! [`design`] is the law of the house: the words, the layers, the way of one sentence through them, and what to touch to add a word, a
//! rule, a signal, an output format or a source kind. Imports run down only, and tests hold the code to it.

pub mod analyzer;
pub mod article;
pub mod citations;
pub mod compare;
pub mod corpus;
pub mod design;
pub mod document;
pub mod error;
pub mod finding;
pub mod gate;
pub mod input;
pub mod methods;
pub mod preset;
pub mod render;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod score;
#[cfg(feature = "settings")]
pub mod settings;
pub mod signal;
pub mod signals;
pub mod text;

pub use analyzer::{Analyzer, AnalyzerBuilder, analyze};
pub use article::{Article, ArticleBuilder};
pub use compare::compare;
pub use document::Document;
pub use document::pack::Pack;
pub use error::Error;
pub use finding::{Evidence, Finding, Rule, Severity};
pub use gate::{Policy, Verdict};
pub use preset::Preset;
pub use report::Report;
pub use score::Score;
pub use signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
pub use text::span::Span;
