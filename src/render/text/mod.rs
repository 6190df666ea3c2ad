//! The report an editor reads: verdict, contributions, each finding in its sentence, sources, chains.
//!
//! Plain when piped, coloured when asked; nothing is said by colour alone.

mod findings;
mod ink;
mod sources;

use std::fmt::{self, Write as _};

use crate::finding::Severity;
use crate::render::Page;
use crate::render::wrap::{clip, columns_of, fill};
use crate::report::{Report, ReportOutcome, SharedPassage, SignalOutcome};

use ink::Ink;

/// Widest line of prose: beyond this the eye loses the next line.
pub const WIDEST: usize = 120;
/// Narrowest layout that keeps its columns apart.
pub const NARROWEST: usize = 40;

/// How a text report looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns to fill.
    pub width: usize,
    /// Whether to write ANSI colours.
    pub color: bool,
    /// Whether to show every finding in full, and every chain.
    pub all: bool,
    /// The mildest findings to show.
    pub least: Severity,
}

impl Default for Look {
    fn default() -> Self {
        Look {
            width: 80,
            color: false,
            all: false,
            least: Severity::Note,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.article.id.as_deref().unwrap_or("article");
        f.write_str(&page(&Page::new(name, self), &Look::default()))
    }
}

/// One article's report as text.
pub fn page(page: &Page<'_>, look: &Look) -> String {
    let look = &Look {
        width: look.width.clamp(NARROWEST, WIDEST),
        ..*look
    };
    let ink = Ink { on: look.color };
    let mut out = String::new();
    verdict(&mut out, page, look, &ink);
    contributions(&mut out, page.report, look, &ink);
    findings::section(&mut out, page, look, &ink);
    if let Some(shared) = page.report.shared() {
        passages(&mut out, page, shared, look, &ink);
    }
    sources::sources(&mut out, page.report, look, &ink);
    sources::chains(&mut out, page.report, look, &ink);
    out
}

fn verdict(out: &mut String, page: &Page<'_>, look: &Look, ink: &Ink) {
    let (report, width) = (page.report, look.width);
    let _ = writeln!(out, "{}", ink.bold(&clip(page.name, width)));
    let facts = report.article();
    if let Some(title) = &facts.title {
        fill(out, title, "", "", width);
    }
    let score = report.score();
    let line = match (report.outcome(), score.points) {
        (ReportOutcome::Scored, Some(points)) => {
            let band = score.band.as_deref().unwrap_or("?");
            let interval = score
                .low
                .zip(score.high)
                .map_or(String::new(), |(low, high)| format!(", {low:.0} to {high:.0}"));
            format!("{points:.2} of 100 (band {band}{interval})")
        }
        _ => format!(
            "no score: {}",
            report.outcome_reason().unwrap_or("nothing could be measured")
        ),
    };
    out.push('\n');
    for row in rows(&line, width) {
        let _ = writeln!(out, "{}", ink.bold(&row));
    }
    let counted = Severity::ALL.iter().rev().filter_map(|severity| {
        let n = report.findings().iter().filter(|f| f.severity == *severity).count();
        (n > 0).then(|| plural(n, severity.name()))
    });
    let counted: Vec<String> = counted.collect();
    let found = if counted.is_empty() {
        "nothing found".to_string()
    } else {
        counted.join(", ")
    };
    let genre = format!("{:?}", facts.genre).to_lowercase();
    let measured = if score.coverage < 1.0 && score.points.is_some() {
        format!(", {:.0} % of the score measured", score.coverage * 100.0)
    } else {
        String::new()
    };
    let facts = format!(
        "{found}; {}, {}, {genre}{measured}",
        plural(facts.words, "word"),
        plural(facts.sentences, "sentence")
    );
    fill(out, &facts, "", "", width);
    if score.points.is_some() {
        for row in rows(
            "The points are for sourcing and style; they do not say whether the article is true.",
            width,
        ) {
            let _ = writeln!(out, "{}", ink.dim(&row));
        }
    }
}

/// The widest signal id that keeps its own column.
const SIGNAL: usize = 20;

fn contributions(out: &mut String, report: &Report, look: &Look, ink: &Ink) {
    let unmeasured = report
        .signals()
        .iter()
        .filter(|(_, s)| s.outcome != SignalOutcome::Measured);
    let unmeasured: Vec<_> = unmeasured.collect();
    if report.contributions().is_empty() {
        return;
    }
    heading(out, "Contributions", ink);
    let widest = report
        .contributions()
        .iter()
        .map(|c| columns_of(&c.signal))
        .max()
        .unwrap_or(0);
    let name = widest.clamp(6, SIGNAL);
    let rest = " ".repeat(name + 20);
    let _ = writeln!(
        out,
        "{}",
        ink.dim(&format!("  {:name$}  points  at most  counted", "signal"))
    );
    for c in report.contributions() {
        let mut row = format!(
            "  {:name$} {:>7.2} {:>8}  ",
            clip(&c.signal, name),
            c.points,
            limit(c.cap)
        );
        let start = row.len();
        let told = if c.because.is_empty() { &c.measure } else { &c.because };
        let mut cell = String::new();
        fill(&mut cell, told, &" ".repeat(start), &rest, look.width);
        row.push_str(cell.get(start..).unwrap_or(&cell));
        out.push_str(&if c.points < 0.0 { row } else { ink.dim_block(&row) });
        if let Some(next) = c.to_next_band.as_deref().filter(|n| !n.is_empty()) {
            fill(out, next, &format!("{rest}> "), &format!("{rest}  "), look.width);
        }
    }
    if let Some(points) = report.score().points {
        let _ = writeln!(
            out,
            "{}",
            ink.bold(&format!("  {:name$} {points:>7.2} {:>8}", "score", "100"))
        );
    }
    for (id, signal) in unmeasured {
        let reason = signal.reason.as_deref().unwrap_or("not measured");
        let mut row = String::new();
        let first = format!("  {:name$} {:>7} {:>8}  ", clip(id, name), "-", "");
        fill(&mut row, reason, &first, &rest, look.width);
        out.push_str(&ink.dim_block(&row));
    }
}

fn passages(out: &mut String, page: &Page<'_>, shared: &[SharedPassage], look: &Look, ink: &Ink) {
    if shared.is_empty() {
        return;
    }
    heading(out, "Shared with other articles", ink);
    let limit = if look.all { shared.len() } else { 8 };
    for passage in shared.iter().take(limit) {
        let words = plural(passage.words, "word");
        let kind = format!("{:?}", passage.kind).to_lowercase();
        let earlier = match passage.earlier {
            crate::report::Earlier::This => ", earlier here",
            crate::report::Earlier::Other => ", earlier there",
            crate::report::Earlier::Unknown => "",
        };
        let alike = passage.resemblance * 100.0;
        let line = format!("{words} {kind} with {} ({alike:.0} % alike{earlier})", passage.other);
        fill(out, &line, "  ", "    ", look.width);
        if let Some(text) = page.slice(passage.span) {
            let _ = writeln!(out, "    | {}", ink.dim(&clip(text, look.width - 6)));
        }
        if !passage.evidence.is_empty() {
            fill(out, &passage.evidence.join(", "), "    = ", "      ", look.width);
        }
    }
    if shared.len() > limit {
        let _ = writeln!(out, "  and {} more (--all shows them)", shared.len() - limit);
    }
}

fn heading(out: &mut String, name: &str, ink: &Ink) {
    let _ = writeln!(out, "\n{}", ink.bold(name));
}

fn rows(words: &str, width: usize) -> Vec<String> {
    let mut out = String::new();
    fill(&mut out, words, "", "", width);
    out.lines().map(str::to_owned).collect()
}

fn plural(n: usize, what: &str) -> String {
    if n == 1 {
        format!("1 {what}")
    } else {
        format!("{n} {what}s")
    }
}

/// A cap without needless decimals.
fn limit(points: f64) -> String {
    if points.fract() == 0.0 {
        format!("-{points:.0}")
    } else {
        format!("-{points:.2}")
    }
}
