//! The report an editor reads: verdict, contributions, each finding in its sentence, sources, chains.
//!
//! Plain when piped, coloured when asked; nothing is said by colour alone.

mod findings;
mod ink;
mod sources;
mod versus;

use std::fmt::{self, Write as _};

use crate::finding::Severity;
use crate::render::Page;
use crate::render::inert::log;
use crate::render::wrap::{clip, columns_of, fill};
use crate::report::{Report, ReportOutcome, SharedKind, SharedPassage, SignalOutcome};

use ink::Ink;

/// Widest line of prose: beyond this the eye loses the next line.
pub const WIDEST: usize = 120;
/// Narrowest layout that keeps its columns apart.
pub const NARROWEST: usize = 50;

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
    if let Some(versus) = page.report.versus() {
        versus::section(&mut out, versus, look, &ink);
    }
    findings::section(&mut out, page, look, &ink);
    if let Some(shared) = page.report.shared() {
        passages(&mut out, page, shared, look, &ink);
    }
    sources::sources(&mut out, page.report, look, &ink);
    sources::chains(&mut out, page.report, look, &ink);
    log(&out).into_owned()
}

fn verdict(out: &mut String, page: &Page<'_>, look: &Look, ink: &Ink) {
    let (report, width) = (page.report, look.width);
    let name = clip(page.name, width.saturating_sub(6));
    let rule = "─".repeat(width.saturating_sub(columns_of(&name) + 5));
    let _ = writeln!(out, "{} {} {}", ink.dim("───"), ink.bold(&name), ink.dim(&rule));
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
            let preset = score.preset.as_ref().map_or(String::new(), |p| format!(", preset {p}"));
            format!("{points:.2} of 100 (band {band}{interval}{preset})")
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
    if !score.parts.is_empty() {
        fill(out, &score.marks(), "", "", width);
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
    let genre = facts.genre.name();
    let measured = if score.coverage < 1.0 && score.points.is_some() {
        format!(", {:.0}\u{a0}% of the score measured", score.coverage * 100.0)
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
/// Narrowest column for what was counted.
const PROSE: usize = 34;

fn contributions(out: &mut String, report: &Report, look: &Look, ink: &Ink) {
    if report.contributions().is_empty() {
        return;
    }
    heading(out, "Contributions", ink);
    let widest = report.contributions().iter().map(|c| columns_of(&c.signal)).max();
    let name = widest.unwrap_or(0).clamp(6, SIGNAL);
    // Beside the numbers where there is room for a line of prose, otherwise below them.
    let beside = look.width >= name + 20 + PROSE;
    let indent = " ".repeat(if beside { name + 20 } else { 4 });
    let row = |head: &str, told: &str| {
        let mut row = String::new();
        if beside {
            fill(&mut row, told, &format!("{head}  "), &indent, look.width);
        } else {
            let _ = writeln!(row, "{}", head.trim_end());
            fill(&mut row, told, &indent, &indent, look.width);
        }
        row
    };
    let title = format!(
        "  {:name$}  points  at most{}",
        "signal",
        if beside { "  counted" } else { "" }
    );
    let _ = writeln!(out, "{}", ink.dim(&title));
    for c in report.contributions() {
        let told = if c.because.is_empty() { &c.measure } else { &c.because };
        let signal = clip(&c.signal, name);
        let line = row(&format!("  {signal:name$} {:>7.2} {:>8}", c.points, limit(c.cap)), told);
        out.push_str(&if c.points < 0.0 { line } else { ink.dim_block(&line) });
        if let Some(next) = c.to_next_band.as_deref().filter(|n| !n.is_empty()) {
            fill(out, next, &format!("{indent}> "), &format!("{indent}  "), look.width);
        }
    }
    if let Some(points) = report.score().points {
        let line = format!("  {:name$} {points:>7.2} {:>8}", "score", "of 100");
        let _ = writeln!(out, "{}", ink.bold(&line));
    }
    for (id, signal) in report
        .signals()
        .iter()
        .filter(|(_, s)| s.outcome != SignalOutcome::Measured)
    {
        let reason = signal.reason.as_deref().unwrap_or("not measured");
        let line = row(&format!("  {:name$} {:>7} {:>8}", clip(id, name), "-", ""), reason);
        out.push_str(&ink.dim_block(&line));
    }
}

fn passages(out: &mut String, page: &Page<'_>, shared: &[SharedPassage], look: &Look, ink: &Ink) {
    if shared.is_empty() {
        return;
    }
    heading(out, "Shared with other articles", ink);
    let limit = if look.all { shared.len() } else { 8 };
    // What speaks of two articles as a whole is told with their first passage only.
    let mut told: Vec<(&str, &str)> = Vec::new();
    for passage in shared.iter().take(limit) {
        let words = plural(passage.words, "word");
        let kind = match passage.kind {
            SharedKind::Verbatim => "word for word",
            SharedKind::Near => "with edits",
            SharedKind::Spun => "with words swapped throughout",
        };
        let earlier = match passage.earlier {
            crate::report::Earlier::This => ", earlier here",
            crate::report::Earlier::Other => ", earlier there",
            crate::report::Earlier::Unknown => "",
        };
        let alike = passage.resemblance * 100.0;
        let line = format!(
            "{words} also in {}, {kind} ({alike:.0}\u{a0}% alike{earlier})",
            passage.other
        );
        fill(out, &line, "  ", "    ", look.width);
        if let Some(text) = page.slice(passage.span) {
            let _ = writeln!(out, "    | {}", ink.dim(&clip(text, look.width - 6)));
        }
        let all = passage.evidence.iter().map(|e| (passage.other.as_str(), e.as_str()));
        let new: Vec<(&str, &str)> = all.filter(|pair| !told.contains(pair)).collect();
        if !new.is_empty() {
            let line: Vec<&str> = new.iter().map(|(_, evidence)| *evidence).collect();
            fill(out, &line.join("; "), "    = ", "      ", look.width);
        }
        told.extend(new);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    fn shown(look: Look) -> String {
        let report = sample::report();
        page(&Page::new("news/pier.txt", &report).with_text(sample::TEXT), &look)
    }

    #[test]
    fn the_report_reads_from_verdict_to_chains() {
        let text = shown(Look::default());
        let order = [
            "86.50 of 100 (band B, 77 to 93)",
            "\nContributions\n",
            "\nFindings (3)\n",
            "\nShared with",
            "\nSources (3)\n",
            "\nChains (1)",
        ];
        let places: Vec<_> = order.iter().map(|part| text.find(part)).collect();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{places:?}\n{text}"
        );
    }

    #[test]
    fn contributions_are_a_sum_a_reader_can_redo() {
        let text = shown(Look::default());
        let rows = text
            .split("Contributions\n")
            .nth(1)
            .and_then(|t| t.split("\n\n").next());
        let points = |name: &str| -> f64 {
            let row = rows.and_then(|rows| rows.lines().find(|l| l.trim_start().starts_with(name)));
            let cell = row.and_then(|row| row.split_whitespace().nth(1)?.parse().ok());
            cell.expect("the row has points")
        };
        let parts = points("anonymous-sources") + points("editorializing") + points("boilerplate");
        assert_eq!(100.0 + parts, points("score"));
    }

    #[test]
    fn the_words_of_findings_in_one_sentence_are_underlined_together() {
        let text = shown(Look::default());
        assert_eq!(text.matches("two officials said").count(), 1, "shown once: {text}");
        let lines: Vec<&str> = text.lines().collect();
        let at = lines
            .iter()
            .position(|l| l.contains("two officials said"))
            .expect("the sentence");
        let column = lines[at].find("two officials").expect("the words");
        assert_eq!(lines[at + 1].find('^'), Some(column), "{text}");
        assert_eq!(
            text.matches('^').count(),
            "two officials regime Sign up for our newsletter".len() - 2
        );
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        for width in [50, 60, 80, 120] {
            let look = Look {
                width,
                all: true,
                ..Look::default()
            };
            let text = shown(look);
            let widest = text.lines().map(columns_of).max().unwrap_or(0);
            assert!(widest <= width, "{widest} > {width}\n{text}");
        }
    }

    #[test]
    fn colour_says_nothing_that_plain_does_not() {
        let plain = shown(Look::default());
        assert!(!plain.contains('\x1b'));
        let colored = shown(Look {
            color: true,
            ..Look::default()
        });
        let mut words = String::new();
        for (i, part) in colored.split('\x1b').enumerate() {
            words.push_str(if i == 0 {
                part
            } else {
                part.split_once('m').map_or("", |(_, rest)| rest)
            });
        }
        let marks = |line: &&str| line.trim_start().starts_with("| ") && line.contains('^');
        let plain: Vec<&str> = plain.lines().filter(|line| !marks(line)).collect();
        assert_eq!(words.lines().collect::<Vec<_>>(), plain);
    }

    #[test]
    fn a_long_list_is_cut_and_every_place_still_named() {
        let mut report = sample::report();
        let one = report.findings[0].clone();
        let again = |line| crate::finding::Finding { line, ..one.clone() };
        report.findings = (1..=30).map(again).collect();
        let page_of = |look| page(&Page::new("a", &report).with_text(sample::TEXT), &look);
        let text = page_of(Look::default());
        assert!(text.contains("and 27 more (--all shows them in full)"), "{text}");
        let all = page_of(Look {
            all: true,
            ..Look::default()
        });
        assert_eq!(all.matches("says nothing of whose").count(), 30);
    }

    #[test]
    fn only_findings_grave_enough_are_shown() {
        let text = shown(Look {
            least: Severity::Concern,
            ..Look::default()
        });
        assert!(text.contains("regime") && !text.contains("says nothing of"), "{text}");
    }

    #[test]
    fn without_the_text_the_cited_words_are_shown() {
        let report = sample::report();
        let text = report.to_string();
        assert!(text.contains("| regime\n          | ^^^^^^\n"), "{text}");
    }
}
