//! One report with something of everything, for the tests of the formats: what signals find changes, this does not.

use std::collections::BTreeMap;

use crate::analyzer::analyze;
use crate::article::Article;
use crate::document::chain::Chain;
use crate::document::page::segment::{Segment, SegmentKind};
use crate::document::source::{People, Source, SourceKind};
use crate::finding::{Evidence, Fact, Finding, Rule, Severity};
use crate::report::{Earlier, Report, ReportOutcome, SharedKind, SharedPassage, SignalOutcome, SignalReport};
use crate::score::{Contribution, PartScore, Score};
use crate::signal::Part;
use crate::text::span::Span;

pub(crate) const TEXT: &str = "Harbor board shuts pier\n\nThe harbor board shut the north pier on Tuesday, two officials said, and \
the regime of fees | tolls goes on. Its <clerk> — 100% sure, he claims — wept.\n\n“We had no choice,” said Zoë Ortiz, 北京 \
envoy.\n\nSign up for our newsletter\n";

static BARE: Rule = rule("anonymous-sources/bare-label", Severity::Caution);
static TERM: Rule = rule("editorializing/loaded-term", Severity::Concern);
static LINE: Rule = rule("boilerplate/furniture-line", Severity::Note);

const fn rule(id: &'static str, severity: Severity) -> Rule {
    Rule {
        id,
        summary: "",
        why: "",
        severity,
        related: &[],
        flags: &[],
        passes: &[],
    }
}

/// Where words stand in [`TEXT`].
pub(crate) fn at(words: &str) -> Span {
    let start = TEXT.find(words).expect("the sample holds the words");
    Span::new(start, start + words.len())
}

fn finding(rule: &'static Rule, words: &str, line: u32, column: u32, message: &str) -> Finding {
    let mut finding = Finding::new(rule, at(words)).message(message).confidence(0.75);
    (finding.line, finding.column, finding.excerpt) = (line, column, words.to_string());
    finding
}

fn source(id: u32, label: &str, kind: SourceKind, at_least: u32, exact: bool) -> Source {
    Source {
        id,
        label: label.to_string(),
        kind,
        people: People { at_least, exact },
        within: None,
        withheld: None,
        title: None,
        basis: None,
        is_self: false,
        introduced: true,
        mentions: vec![Span::new(0, 1)],
    }
}

fn contribution(signal: &str, points: f64, cap: f64, because: &str) -> Contribution {
    Contribution {
        signal: signal.to_string(),
        points,
        cap,
        measure: "1 of 2 things".to_string(),
        because: because.to_string(),
        to_next_band: None,
        spans: Vec::new(),
        absence: true,
    }
}

fn part(part: Part, points: f64, cap: f64, mark: f64) -> PartScore {
    PartScore {
        part,
        points,
        cap,
        mark,
    }
}

/// The report.
pub(crate) fn report() -> Report {
    let mut report = analyze(&Article::builder(TEXT).id("pier").build());
    report.article.title = Some("Harbor board shuts pier".to_string());
    (report.article.words, report.article.sentences) = (240, 12);
    report.outcome = ReportOutcome::Scored;
    report.outcome_reason = None;
    report.score = Score {
        points: Some(86.5),
        low: Some(77.25),
        high: Some(93.0),
        band: Some("B".to_string()),
        coverage: 0.9,
        parts: vec![
            part(Part::Sourcing, -1.5, 34.0, 95.59),
            part(Part::Style, -12.0, 42.0, 71.43),
        ],
        ..Score::default()
    };
    report.contributions = contributions();
    report.signals = signals();
    report.findings = findings();
    report.sources = sources();
    report.chains = chains();
    report.segments = segments();
    report.shared = Some(vec![shared()]);
    report
}

/// One that counts a lot, one that counts a little, one that counts nothing.
fn contributions() -> Vec<Contribution> {
    let mut style = contribution(
        "editorializing",
        -12.0,
        40.0,
        "1 loaded word of 200 words in the outlet's own voice",
    );
    style.to_next_band = Some("0 of 200 words reach band A".to_string());
    let who = contribution(
        "anonymous-sources",
        -1.5,
        8.0,
        "1 of 2 attributions rests on unnamed people",
    );
    vec![
        who,
        style,
        contribution("boilerplate", 0.0, 5.0, "1 of 12 lines is page furniture"),
    ]
}

fn signals() -> BTreeMap<String, SignalReport> {
    [
        ("headline", SignalOutcome::NotApplicable, Some("there is no headline")),
        ("boilerplate", SignalOutcome::Measured, None),
    ]
    .into_iter()
    .map(|(id, outcome, reason)| {
        let signal = SignalReport {
            outcome,
            reason: reason.map(str::to_string),
            counts: Default::default(),
        };
        (id.to_string(), signal)
    })
    .collect()
}

/// One of each severity, and one each with what is related, with facts and with neither.
fn findings() -> Vec<Finding> {
    let furniture = [("what is asked", "to sign up"), ("place", "last line")].map(|(name, value)| Fact {
        name: name.into(),
        value: value.to_string(),
    });
    vec![
        finding(
            &BARE,
            "two officials",
            3,
            50,
            "“two officials” says nothing of whose officials they are",
        ),
        finding(
            &TERM,
            "regime",
            3,
            77,
            "“regime” passes a judgment in the outlet's own voice",
        )
        .related(at("We had no choice"), "the board speaks for itself here"),
        finding(
            &LINE,
            "Sign up for our newsletter",
            7,
            1,
            "“Sign up for our newsletter” asks the reader for something",
        )
        .evidence(Evidence::Facts {
            facts: furniture.to_vec(),
        }),
    ]
}

/// An unnamed source that says why, one that speaks for the outlet itself, and one that counts no people.
fn sources() -> Vec<Source> {
    let mut ortiz = source(1, "Zoë Ortiz, 北京 envoy", SourceKind::Named, 1, true);
    ortiz.is_self = true;
    let mut officials = source(0, "two officials", SourceKind::Anonymous, 2, true);
    officials.withheld = Some("asked not to be named".to_string());
    vec![officials, ortiz, source(2, "the Courier", SourceKind::Outlet, 0, false)]
}

fn chains() -> Vec<Chain> {
    [vec![2, 0], vec![1]]
        .into_iter()
        .map(|hops| Chain {
            depth: hops.len() as u32,
            hops,
            attributions: vec![0],
            relays: Vec::new(),
            inherited: Vec::new(),
            origin: SourceKind::Anonymous,
        })
        .collect()
}

fn segments() -> Vec<Segment> {
    let furniture = at("Sign up for our newsletter");
    [
        (0, 25, SegmentKind::Title),
        (25, furniture.start, SegmentKind::Body),
        (furniture.start, TEXT.len(), SegmentKind::Furniture),
    ]
    .map(|(start, end, kind)| Segment { start, end, kind })
    .to_vec()
}

fn shared() -> SharedPassage {
    SharedPassage {
        span: at("We had no choice"),
        other: "other.txt".to_string(),
        other_span: Span::new(0, 4),
        kind: SharedKind::Verbatim,
        words: 9,
        resemblance: 0.91,
        earlier: Earlier::Other,
        evidence: vec!["dated two days before".to_string()],
    }
}
