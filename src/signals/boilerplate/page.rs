//! Lines of the page that are not the story: one finding for each run of them.

use crate::document::Document;
use crate::document::page::furniture::LinePart;
use crate::document::page::segment::SegmentKind;
use crate::finding::{Evidence, Fact, Finding, Rule, Severity};
use crate::text::span::Span;

pub(super) static RULE: Rule = Rule {
    id: "boilerplate/page-furniture",
    summary: "text of the page around the story stands in the story",
    why: "Share bars, sign-up boxes and links to other stories are not reporting. Left in a text they are counted, quoted and searched as if they were, \
          and they show that nobody read the page before it was passed on.",
    severity: Severity::Note,
    related: &["https://doi.org/10.1145/1718487.1718542"],
    flags: &[
        "Harbor ferry resumes after repairs\n\nThe harbor ferry resumed service on Tuesday after two weeks of repairs, the port authority said.\n\nRead more: Port authority weighs new dock\n\nPassengers said the crossing was calm and that the crew was well prepared for the crowd.",
        "Council approves library budget\n\nThe town council approved the library budget on Monday, the clerk said in a statement.\n\nThe vote was unanimous, and the library will open on Sundays from March.\n\nSubscribe to our newsletter\nShare on Facebook\nTweet",
    ],
    passes: &[
        "Harbor ferry resumes after repairs\n\nBy Jane Roe\n\nThe harbor ferry resumed service on Tuesday after two weeks of repairs, the port authority said.\n\nWhat comes next\n\nPassengers said the crossing was calm.\n\n\"We are glad,\" said Mara Holt, a teacher.\n\n- The ferry carries 200 people.\n- A new dock costs $3 million.\n\nThe port authority will meet again in June.",
        "Council approves library budget\n\nThe town council approved the library budget on Monday. Readers can share their views at a hearing in May, and the library will print the plan.",
    ],
};

/// Sentences of the page inside lines of the story, those that follow each other as one.
pub(super) fn parts(document: &Document<'_>) -> Vec<LinePart> {
    let mut out: Vec<LinePart> = Vec::new();
    for part in document
        .labels()
        .parts
        .iter()
        .filter(|p| p.kind == SegmentKind::Furniture)
    {
        let text = document.text();
        match out
            .last_mut()
            .filter(|last| text[last.span.end..part.span.start].trim().is_empty())
        {
            Some(last) => last.span.end = part.span.end,
            None => out.push(*part),
        }
    }
    out
}

/// One finding for each run of furniture lines, and for each of furniture sentences inside a line.
pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    let labels = &document.labels().lines;
    let lines = document.lines();
    let mut out = Vec::new();
    let mut at = 0;
    while at < lines.len().min(labels.len()) {
        if labels[at].kind != SegmentKind::Furniture {
            at += 1;
            continue;
        }
        let from = at;
        while at < lines.len().min(labels.len()) && labels[at].kind == SegmentKind::Furniture {
            at += 1;
        }
        out.push(finding(document, from, at));
    }
    out.extend(parts(document).iter().map(|part| in_line(document, part)));
    out.sort_by_key(|f: &Finding| f.span);
    out
}

fn in_line(document: &Document<'_>, part: &LinePart) -> Finding {
    let shown = shown(&document.text()[part.span]);
    let fact = Fact {
        name: part.fact.into(),
        value: String::new(),
    };
    Finding::new(&RULE, part.span)
        .message(format!("{shown} is text of the page inside a paragraph: {}", part.fact))
        .evidence(Evidence::Facts { facts: vec![fact] })
        .confidence(0.9)
}

/// The first words of a text between quote marks.
fn shown(text: &str) -> String {
    let shown: String = text.chars().take(60).collect();
    let cut = if shown.len() < text.len() { "…" } else { "" };
    format!("“{shown}{cut}”")
}

fn finding(document: &Document<'_>, from: usize, to: usize) -> Finding {
    let labels = &document.labels().lines[from..to];
    let lines = &document.lines()[from..to];
    let span = lines.iter().fold(lines[0].span, |s: Span, l| s.cover(l.span));
    let confidence = labels.iter().fold(0.0, |c: f64, l| c.max(l.confidence));
    // The facts are those of the line that is shown, not of a stronger one below it.
    let decided = &labels[0].facts;
    let facts = decided.iter().map(|f| Fact {
        name: (*f).into(),
        value: String::new(),
    });
    let shown = shown(&document.text()[lines[0].span]);
    let rest = match to - from {
        1 => String::new(),
        2 => " and the line below it".to_string(),
        n => format!(" and {} lines below it", n - 1),
    };
    let are = if to - from == 1 { "is" } else { "are" };
    Finding::new(&RULE, span)
        .message(format!("{shown}{rest} {are} text of the page: {}", decided.join(", ")))
        .evidence(Evidence::Facts { facts: facts.collect() })
        .confidence(confidence)
}
