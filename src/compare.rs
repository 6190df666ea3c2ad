//! A handful of articles in, a report of each out, with the passages they share.

use crate::analyzer::analyze;
use crate::article::Article;
use crate::corpus::compare::{First, Likeness, Passage, Text, compare as passages};
use crate::document::page::page_text;
use crate::report::{Earlier, Report, SharedKind, SharedPassage};
use crate::text::span::Span;

/// What an article is called: its id, or its number from 1.
fn name_of<A: std::borrow::Borrow<Article>>(articles: &[A], at: usize) -> String {
    let id = articles.get(at).and_then(|a| a.borrow().id());
    id.map_or_else(|| (at + 1).to_string(), str::to_string)
}

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
    let name = |at: usize| name_of(articles, at);
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

/// Reads a handful of articles with the default settings; each report lists the passages shared with the others, and from the second
/// on how its score differs from the first one's, signal by signal.
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
    let mut reports: Vec<Report> = Vec::with_capacity(articles.len());
    for (article, shared) in articles.iter().zip(shared) {
        let report = analyze(article).with_shared(shared);
        reports.push(match reports.first() {
            Some(first) => report.against(first, name_of(articles, 0)),
            None => report,
        });
    }
    reports
}
