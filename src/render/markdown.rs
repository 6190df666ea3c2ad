//! The report for a pull request, a wiki, a newsroom's ticket: CommonMark with tables.

use std::fmt::Write as _;

use crate::document::source::SourceKind;
use crate::finding::Severity;
use crate::render::Page;
use crate::render::inert::visible;
use crate::render::wrap::{clip, window};
use crate::report::Report;
use crate::score::Versus;

/// Longest sentence quoted around a finding, in columns.
const SENTENCE: usize = 400;

/// One article's report.
pub fn page(page: &Page<'_>, least: Severity) -> String {
    let report = page.report;
    let mut out = String::new();
    let title = report.article().title.as_deref().unwrap_or(page.name);
    let _ = writeln!(out, "## {}\n", plain(&clip(title, 200)));
    let score = report.score();
    match (score.points, score.low.zip(score.high)) {
        (Some(points), Some((low, high))) => {
            let band = score.band.as_deref().unwrap_or("?");
            let preset = score.preset.as_ref().map_or(String::new(), |p| format!(", preset {p}"));
            let _ = writeln!(
                out,
                "**{points:.2} of 100** (band {band}, {low:.0} to {high:.0}{preset}) for `{}`: {}.",
                code(page.name),
                score.marks()
            );
            let _ = writeln!(
                out,
                "The points are for sourcing and style; they do not say whether the article is true."
            );
        }
        _ => {
            let _ = writeln!(
                out,
                "**No score** for `{}`: {}.",
                code(page.name),
                plain(report.outcome_reason().unwrap_or(""))
            );
        }
    }
    contributions(&mut out, report);
    if let Some(versus) = report.versus() {
        against(&mut out, versus);
    }
    findings(&mut out, page, least);
    sources(&mut out, report);
    out
}

fn contributions(out: &mut String, report: &Report) {
    if report.contributions().is_empty() {
        return;
    }
    out.push_str("\n| signal | points | at most | counted |\n|---|---:|---:|---|\n");
    for c in report.contributions() {
        let told = if c.because.is_empty() { &c.measure } else { &c.because };
        let next = c
            .to_next_band
            .as_ref()
            .map_or(String::new(), |next| format!("; {next}"));
        let _ = writeln!(
            out,
            "| {} | {:.2} | -{} | {}{} |",
            c.signal,
            c.points,
            c.cap,
            plain(told),
            plain_run(&next)
        );
    }
    if let Some(points) = report.score().points {
        let _ = writeln!(out, "| **score** | **{points:.2}** | 100 | |");
    }
}

/// The score set against another article's.
fn against(out: &mut String, versus: &Versus) {
    let _ = writeln!(out, "\n### Against `{}`\n", code(&versus.other));
    let Some(points) = versus.points else {
        out.push_str("No difference: one of the two has no score.\n");
        return;
    };
    out.push_str("| signal | here | there | difference |\n|---|---:|---:|---:|\n");
    let cell = |points: Option<f64>| points.map_or("not measured".to_string(), |p| format!("{p:.2}"));
    for s in &versus.signals {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {:+.2} |",
            s.signal,
            cell(s.here),
            cell(s.there),
            s.points
        );
    }
    let _ = writeln!(out, "| **score** | | | **{points:+.2}** |");
    if versus.within_chance == Some(true) {
        out.push_str("\nThe two intervals meet: a difference of this size may be chance.\n");
    }
}

fn findings(out: &mut String, page: &Page<'_>, least: Severity) {
    let findings: Vec<_> = page.report.findings().iter().filter(|f| f.severity >= least).collect();
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### Findings ({})\n", findings.len());
    for f in findings {
        let _ = writeln!(
            out,
            "- **{}** `{}` ({}:{}): {}",
            f.severity,
            f.rule,
            f.line,
            f.column,
            plain(&f.message)
        );
        let quoted = page.text.and_then(|text| {
            let around = window(text, f.span);
            let (before, after) = (text.get(around.start..f.span.start)?, text.get(f.span.end..around.end)?);
            let short = around.len() <= SENTENCE && !f.excerpt.trim().is_empty();
            short.then(|| {
                format!(
                    "{}<ins>{}</ins>{}",
                    plain_run(before),
                    plain_run(&f.excerpt),
                    plain_run(after)
                )
            })
        });
        let quoted = quoted.unwrap_or_else(|| plain(&clip(&f.excerpt, SENTENCE)));
        if !quoted.trim().is_empty() {
            let _ = writeln!(out, "  > {}", quoted.trim());
        }
    }
}

fn sources(out: &mut String, report: &Report) {
    if report.sources().is_empty() {
        return;
    }
    out.push_str("\n### Sources\n\n| source | kind | people | mentions | |\n|---|---|---:|---:|---|\n");
    let mut sources: Vec<_> = report.sources().iter().collect();
    sources.sort_by_key(|s| (s.kind != SourceKind::Anonymous, s.id));
    for s in sources {
        let people = match (s.people.at_least, s.people.exact) {
            (0, _) => String::new(),
            (n, true) => n.to_string(),
            (n, false) => format!("{n} or more"),
        };
        let mut notes: Vec<String> = s.standing().map(|s| plain(&clip(&s.text, 80))).collect();
        if let Some(reason) = &s.withheld {
            notes.push(format!("name withheld: “{}”", plain(reason)));
        }
        if s.is_self {
            notes.push("the outlet's own".to_string());
        }
        if !s.introduced {
            notes.push("never introduced".to_string());
        }
        let label = plain(&clip(&s.label, 120));
        let _ = writeln!(
            out,
            "| {label} | {} | {people} | {} | {} |",
            s.kind.name(),
            s.mentions.len(),
            notes.join(", ")
        );
    }
    let relayed: Vec<_> = report.chains().iter().filter(|c| c.depth > 1).collect();
    if relayed.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### Chains ({}), outermost first\n", relayed.len());
    for chain in relayed {
        let label = |id: &u32| {
            report
                .sources()
                .iter()
                .find(|s| s.id == *id)
                .map(|s| plain(&clip(&s.label, 80)))
        };
        let hops: Vec<String> = chain.hops.iter().filter_map(label).collect();
        let _ = writeln!(out, "- {} ({} origin)", hops.join(" ← "), chain.origin.name());
    }
}

/// Text that Markdown takes as text, on one line.
fn plain(text: &str) -> String {
    plain_run(text).trim().to_owned()
}

fn plain_run(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(visible(c)),
        }
        if fires(c, &out, rest.as_str()) {
            out.push_str(APART);
        }
    }
    out
}

/// A space without width: code hosts look for `@name`, `#12` and addresses in the text that is shown, where a backslash is gone.
const APART: &str = "&#8203;";

/// Whether a code host could read a reference, a mention or an address that begins at, or goes on behind, this character.
fn fires(c: char, before: &str, rest: &str) -> bool {
    let ends = |word: &str| {
        let tail = before.len().checked_sub(word.len()).and_then(|at| before.get(at..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(word))
    };
    let word = rest.starts_with(|next: char| next.is_alphanumeric() || matches!(next, '"' | '_' | '-'));
    match c {
        '@' | '#' | '!' | '$' | '%' | '~' | '&' | '^' => word,
        ':' => rest.starts_with("//"),
        '.' => ends("www."),
        '-' => ends("gh-") && word,
        _ => false,
    }
}

/// A name inside backticks.
fn code(name: &str) -> String {
    let shown: String = name.chars().map(|c| if c == '`' { '\'' } else { visible(c) }).collect();
    shown.replace("##", "#♯")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_articles_own_marks_stay_words() {
        assert_eq!(
            plain("a | b\n*c* <script> [x](y)"),
            "a \\| b \\*c\\* &lt;script&gt; \\[x\\](y)"
        );
        assert_eq!(
            plain("@ana #12 !3 GH-4 https://a.example www.b.example c@d.example"),
            "@&#8203;ana \\#&#8203;12 !&#8203;3 GH-&#8203;4 https:&#8203;//a.example www.&#8203;b.example c@&#8203;d.example"
        );
        assert_eq!(
            plain("Well! 5 % of A & B, re-read: no. 1"),
            "Well! 5 % of A &amp; B, re-read: no. 1"
        );
        assert_eq!(code("a`b\n##[c]"), "a'b␊#♯[c]");
    }
}
