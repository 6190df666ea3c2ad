//! Signals and rules explained: what is seen, why it matters, what raises it and what does not.

use std::fmt::Write as _;

use crate::finding::Rule;
use crate::render::wrap::fill;
use crate::signal::Signal;
use crate::signals;

/// One rule.
pub fn rule(rule: &Rule, width: usize) -> String {
    let mut out = format!("{} ({})\n", rule.id, rule.severity);
    fill(&mut out, rule.summary, "  ", "  ", width);
    part(&mut out, "Why", &[rule.why], width);
    part(&mut out, "Raised by", rule.flags, width);
    part(&mut out, "Not raised by", rule.passes, width);
    part(&mut out, "Related standards", rule.related, width);
    out
}

/// One signal.
pub fn signal(signal: &Signal, width: usize) -> String {
    let mut out = format!("{}\n", signal.id);
    fill(&mut out, signal.question, "  ", "  ", width);
    part(&mut out, "Why", &[signal.why], width);
    let scale = &signal.scale;
    let price = format!(
        "at most {} points. A rate up to {} costs nothing, {} costs all of them, a straight line between; {} units of what is \
         usual are added to the count, so that a short article is judged mildly.",
        scale.cap, scale.usual, scale.extreme, scale.prior
    );
    part(&mut out, "Price", &[&price], width);
    part(&mut out, "Where the numbers come from", &[scale.origin], width);
    out.push_str("\nRules\n");
    table(&mut out, signal.rules.iter().copied(), width);
    out
}

/// Every rule in one table.
pub fn all(width: usize) -> String {
    let mut out = String::new();
    for signal in signals::ALL {
        let _ = writeln!(out, "{}{}", if out.is_empty() { "" } else { "\n" }, signal.id);
        fill(&mut out, signal.question, "  ", "  ", width);
        table(&mut out, signal.rules.iter().copied(), width);
    }
    out
}

/// Every rule as a Markdown table.
pub fn markdown() -> String {
    let mut out = String::from("| rule | severity | what is seen |\n|---|---|---|\n");
    for rule in signals::rules() {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} |",
            rule.id,
            rule.severity,
            rule.summary.replace('|', "\\|")
        );
    }
    out
}

/// Every rule as JSON.
#[cfg(feature = "json")]
pub fn json() -> String {
    let rules = signals::rules().map(|rule| {
        serde_json::json!({
            "id": rule.id, "signal": rule.signal(), "severity": rule.severity, "summary": rule.summary, "why": rule.why,
            "related": rule.related, "flags": rule.flags, "passes": rule.passes,
        })
    });
    let rules: Vec<_> = rules.collect();
    serde_json::to_string_pretty(&rules).unwrap_or_default() + "\n"
}

fn table<'r>(out: &mut String, rules: impl Iterator<Item = &'r Rule>, width: usize) {
    for rule in rules {
        let _ = writeln!(out, "  {:<8} {}", rule.severity, rule.id);
        fill(out, rule.summary, "             ", "             ", width);
    }
}

fn part(out: &mut String, title: &str, items: &[&str], width: usize) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}");
    for item in items {
        let bullet = if items.len() > 1 { "- " } else { "" };
        fill(
            out,
            item,
            &format!("  {bullet}"),
            if items.len() > 1 { "    " } else { "  " },
            width,
        );
    }
}
