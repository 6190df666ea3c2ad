//! Who says so, how do we know, and is this page really the story?
//!
//! `onrecord` reads one news article and answers with heuristic signals and their evidence. It judges sourcing and style, never
//! truth.

pub mod analyzer;
pub mod article;
pub mod document;
pub mod error;
pub mod finding;
pub mod render;
pub mod report;
pub mod score;
pub mod signal;
pub mod signals;
pub mod text;

pub use analyzer::{Analyzer, AnalyzerBuilder, analyze};
pub use article::{Article, ArticleBuilder};
pub use document::Document;
pub use document::pack::Pack;
pub use error::Error;
pub use finding::{Evidence, Finding, Rule, Severity};
pub use report::Report;
pub use score::Score;
pub use signal::{Measure, Outcome, Part, Reading, Scale, Signal};
pub use text::span::Span;
