//! A signal of your own: how many sentences in the outlet's voice ask the reader a question?
//!
//! A signal is a value: an id, a question, a scale, rules and one function from a [`Document`] to a [`Reading`]. The analyzer treats
//! it like the built-in ones, and every renderer shows it.
//!
//! `cargo run --example custom_signal`

#![allow(clippy::print_stdout, reason = "an example prints")]

use onrecord::document::page::segment::SegmentKind;
use onrecord::document::voice::Voice;
use onrecord::{
    Analyzer, Article, Document, Error, Evidence, Finding, Measure, Outcome, Pack, Part, Reading, Rule, Scale,
    Severity, Signal,
};

static QUESTION: Rule = Rule {
    id: "reader-questions/own-voice",
    summary: "a question in the outlet's own voice",
    why: "A question suggests an answer without standing for it; a report can say what is known and what is not",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &["Who left the door open?"],
    passes: &["\"Who left the door open?\" asked Marsh."],
};

static READER_QUESTIONS: Signal = Signal {
    id: "reader-questions",
    question: "How often does the outlet ask instead of report?",
    why: "Questions carry suggestions that nobody answers for",
    part: Part::Style,
    // One sentence in fifty is usual, one in five costs the whole cap; our own house rule.
    scale: Scale {
        cap: 5.0,
        usual: 0.02,
        extreme: 0.2,
        unit: "sentences in the outlet's voice",
        prior: 10.0,
        origin: "house rule",
    },
    rules: &[&QUESTION],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let mut own = 0;
    let mut findings = Vec::new();
    for sentence in document.sentences() {
        let last = sentence.span.end.saturating_sub(1);
        if document.voice_at(last) != Voice::Outlet || document.segment_at(last) != SegmentKind::Body {
            continue;
        }
        own += 1;
        if document.text()[sentence.span].ends_with('?') {
            findings.push(
                Finding::new(&QUESTION, sentence.span)
                    .message(format!("the outlet asks {:?}", &document.text()[sentence.span]))
                    .evidence(Evidence::Term {
                        term: "?".into(),
                        category: "question".into(),
                    }),
            );
        }
    }
    if own == 0 {
        return Reading::new(Outcome::NotApplicable("no sentence in the outlet's own voice".into()));
    }
    let measure = Measure {
        count: findings.len() as f64,
        exposure: f64::from(own),
        because: format!(
            "{} of {own} sentences in the outlet's voice are questions",
            findings.len()
        ),
        spans: findings.iter().map(|finding| finding.span).collect(),
    };
    Reading::new(Outcome::Measured(measure)).with(findings)
}

fn main() -> Result<(), Error> {
    let analyzer = Analyzer::builder()
        .signal_off("headline")
        .cap("editorializing", 20.0)
        .pack(Pack::new("our desk", "[editorializing.label]\nmoneybags\n"))
        .with_signal(&READER_QUESTIONS)
        .build()?;

    let article = Article::new(include_str!("articles/mayor-tabloid.txt"));
    let report = analyzer.analyze(&article);
    for contribution in report.contributions() {
        println!(
            "{:>7.2}  {}: {}",
            contribution.points, contribution.signal, contribution.because
        );
    }
    for finding in report.findings().iter().filter(|finding| finding.rule == QUESTION.id) {
        println!("line {}: {}", finding.line, finding.message);
    }
    Ok(())
}
