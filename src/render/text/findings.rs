//! Each finding with the sentence around it and its words underlined.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::finding::{Evidence, Finding};
use crate::render::Page;
use crate::render::wrap::{clip, columns_of, fill, lay, window};
use crate::text::span::Span;

use super::ink::Ink;
use super::{Look, heading, plural};

/// Most findings shown in full unless all are asked for: about two screens.
const MOST: usize = 12;
/// Most findings of one rule among them: the fourth teaches nothing new.
const MOST_OF_A_RULE: usize = 3;
/// Most places named in the line for the rest of a rule.
const MOST_PLACES: usize = 6;
/// A span longer than this is shown alone: other marks inside it would be lost.
const WORDS: usize = 200;

pub(super) fn section(out: &mut String, page: &Page<'_>, look: &Look, ink: &Ink) {
    let findings: Vec<&Finding> = page
        .report
        .findings()
        .iter()
        .filter(|f| f.severity >= look.least)
        .collect();
    if findings.is_empty() {
        return;
    }
    heading(out, &format!("Findings ({})", findings.len()), ink);
    let shown = chosen(&findings, look.all);
    let (full, rest): (Vec<_>, Vec<_>) = findings.iter().zip(&shown).partition(|(_, shown)| **shown);
    let full: Vec<&Finding> = full.into_iter().map(|(f, _)| *f).collect();
    let lines = LineStarts::new(page.text.unwrap_or(""));
    for group in groups(page, &full) {
        out.push('\n');
        for finding in &group.findings {
            head(out, page, finding, &lines, look, ink);
        }
        sentence(out, page, &group, look, ink);
    }
    remainder(out, &rest.into_iter().map(|(f, _)| *f).collect::<Vec<_>>(), look, ink);
}

/// Which findings are shown in full: all of a short list, otherwise the gravest and surest, a few of each rule.
fn chosen(findings: &[&Finding], all: bool) -> Vec<bool> {
    if all || findings.len() <= MOST {
        return vec![true; findings.len()];
    }
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (findings[*a], findings[*b]);
        b.severity
            .cmp(&a.severity)
            .then(b.confidence.total_cmp(&a.confidence))
            .then(a.span.cmp(&b.span))
    });
    let mut shown = vec![false; findings.len()];
    let (mut total, mut of_rule) = (0, BTreeMap::new());
    for i in order {
        let count = of_rule.entry(findings[i].rule.as_ref()).or_insert(0);
        if total < MOST && *count < MOST_OF_A_RULE {
            (shown[i], total, *count) = (true, total + 1, *count + 1);
        }
    }
    shown
}

/// Findings that share a sentence.
struct Group<'a> {
    findings: Vec<&'a Finding>,
    window: Option<Span>,
}

fn groups<'a>(page: &Page<'_>, findings: &[&'a Finding]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in findings {
        let window = page.text.map(|text| window(text, finding.span));
        let short = finding.span.len() <= WORDS;
        let joins = groups.last().is_some_and(|last| {
            let alone = last.findings.iter().any(|f| f.span.len() > WORDS);
            let same = last.findings.iter().any(|f| f.span == finding.span);
            same || (short && !alone && last.window.zip(window).is_some_and(|(a, b)| a.overlaps(b)))
        });
        match groups.last_mut() {
            Some(last) if joins => {
                last.findings.push(finding);
                last.window = last.window.zip(window).map(|(a, b)| a.cover(b));
            }
            _ => groups.push(Group {
                findings: vec![finding],
                window,
            }),
        }
    }
    groups
}

fn head(out: &mut String, page: &Page<'_>, finding: &Finding, lines: &LineStarts, look: &Look, ink: &Ink) {
    let at = format!("{}:{}", finding.line, finding.column);
    let head = format!("  {at:<7} {}  ", finding.severity);
    let severity = ink.severity(finding.severity, finding.severity.name());
    if columns_of(&head) + finding.rule.len() <= look.width {
        let _ = writeln!(out, "  {at:<7} {severity}  {}", ink.dim(&finding.rule));
    } else {
        let _ = writeln!(out, "  {at:<7} {severity}\n          {}", ink.dim(&finding.rule));
    }
    fill(out, &finding.message, "          ", "          ", look.width);
    if let Some(said) = evidence(finding) {
        let mut block = String::new();
        fill(&mut block, &said, "          = ", "            ", look.width);
        out.push_str(&ink.dim_block(&block));
    }
    for related in finding.related.iter().take(3) {
        let line = lines
            .of(related.span.start)
            .map_or(String::new(), |line| format!("line {line}: "));
        let words = page.slice(related.span).map(|text| clip(text, 48));
        let words = words.filter(|words| !related.message.contains(words.as_str()));
        let words = words.map_or(String::new(), |words| format!(" (“{words}”)"));
        let mut block = String::new();
        fill(
            &mut block,
            &format!("{line}{}{words}", related.message),
            "          > ",
            "            ",
            look.width,
        );
        out.push_str(&ink.dim_block(&block));
    }
}

/// Proof that the message does not carry already.
fn evidence(finding: &Finding) -> Option<String> {
    match &finding.evidence {
        Evidence::Facts { facts } => {
            // A fact without a value is all told by its name, and the message names it.
            let told = facts.iter().filter(|f| !f.value.is_empty());
            let told: Vec<String> = told.map(|f| format!("{}: {}", f.name, f.value)).collect();
            (!told.is_empty()).then(|| told.join("; "))
        }
        Evidence::Chain { hops } if hops.len() > 1 => Some(hops.join(" ← ")),
        _ => None,
    }
}

fn sentence(out: &mut String, page: &Page<'_>, group: &Group<'_>, look: &Look, ink: &Ink) {
    let Some(first) = group.findings.first() else { return };
    let (text, window, marks) = match (page.text, group.window) {
        (Some(text), Some(window)) => (text, window, group.findings.iter().map(|f| f.span).collect()),
        _ => {
            let all = Span::new(0, first.excerpt.len());
            (first.excerpt.as_str(), all, vec![all])
        }
    };
    for row in lay(text, window, &marks, look.width.saturating_sub(12)) {
        if ink.on {
            let painted = row.painted(|i| ink.mark(group.findings.get(i).map_or(first.severity, |f| f.severity)));
            let _ = writeln!(out, "          {} {painted}", ink.dim("|"));
        } else {
            let _ = writeln!(out, "          | {}", row.text());
            if let Some(line) = row.underline() {
                let _ = writeln!(out, "          | {line}");
            }
        }
    }
}

/// The rest by rule, each place still named.
fn remainder(out: &mut String, rest: &[&Finding], look: &Look, ink: &Ink) {
    if rest.is_empty() {
        return;
    }
    let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in rest {
        rules.entry(&finding.rule).or_default().push(finding);
    }
    let _ = writeln!(out, "\n  and {} more (--all shows them in full)", rest.len());
    for (rule, findings) in rules {
        let mut places: Vec<String> = findings.iter().take(MOST_PLACES).map(|f| brief(f)).collect();
        if findings.len() > MOST_PLACES {
            places.push(format!("and {} more", findings.len() - MOST_PLACES));
        }
        let _ = writeln!(
            out,
            "    {}",
            ink.dim(&format!("{rule} ({})", plural(findings.len(), "time")))
        );
        fill(out, &places.join(", "), "          ", "          ", look.width);
    }
}

fn brief(finding: &Finding) -> String {
    format!("{}:{} “{}”", finding.line, finding.column, clip(&finding.excerpt, 32))
}

/// Line ends of a text, to name the line of any place.
struct LineStarts(Vec<usize>);

impl LineStarts {
    fn new(text: &str) -> Self {
        LineStarts(memchr::memchr_iter(b'\n', text.as_bytes()).collect())
    }

    fn of(&self, at: usize) -> Option<usize> {
        (!self.0.is_empty()).then(|| self.0.partition_point(|newline| *newline < at) + 1)
    }
}
