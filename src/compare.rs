//! A handful of articles in, a report of each out, with the passages they share.

use crate::analyzer::analyze;
use crate::article::Article;
use crate::corpus::compare::{First, Likeness, Passage, Text, compare as passages};
use crate::document::page_text;
use crate::report::{Earlier, Report, SharedKind, SharedPassage};
use crate::text::span::Span;

/// The passages that each article shares with the others, furniture left out; an article without an id is named by its number,
/// from 1.
pub fn shared_passages(articles: &[&Article]) -> Vec<Vec<SharedPassage>> {
    let skips: Vec<Vec<Span>> = articles.iter().map(|a| page_text(a)).collect();
    let texts: Vec<Text<'_>> = articles
        .iter()
        .zip(&skips)
        .map(|(article, skip)| Text {
            text: article.text(),
            skip,
            publisher: article.publisher(),
            published: article.published(),
        })
        .collect();
    let name = |at: usize| {
        let id = articles.get(at).and_then(|a| a.id());
        id.map_or_else(|| (at + 1).to_string(), str::to_string)
    };
    let report = |passage: &Passage| SharedPassage {
        span: passage.span,
        other: name(passage.other),
        other_span: passage.other_span,
        kind: match passage.likeness {
            Likeness::Verbatim => SharedKind::Verbatim,
            Likeness::Near => SharedKind::Near,
            Likeness::Spun => SharedKind::Spun,
        },
        words: passage.words,
        resemblance: passage.resemblance,
        earlier: match passage.first {
            First::This => Earlier::This,
            First::Other => Earlier::Other,
            First::Unknown => Earlier::Unknown,
        },
        evidence: passage.evidence.clone(),
    };
    let shared = passages(&texts);
    shared.iter().map(|of| of.iter().map(report).collect()).collect()
}

/// Reads a handful of articles with the default settings; each report lists the passages shared with the others.
///
/// ```
/// use onrecord::{Article, compare};
/// let said = "The ferry left the harbor at noon with two hundred people on board and came back empty.";
/// let reports = compare(&[Article::from(said), Article::from(format!("Reports say: {said}"))]);
/// assert_eq!(reports[0].shared().map(<[_]>::len), Some(1));
/// ```
pub fn compare(articles: &[Article]) -> Vec<Report> {
    let borrowed: Vec<&Article> = articles.iter().collect();
    let shared = shared_passages(&borrowed);
    articles
        .iter()
        .zip(shared)
        .map(|(a, s)| analyze(a).with_shared(s))
        .collect()
}
