//! Signals and rules explained: what is seen, why it matters, what raises it and what does not.

use std::fmt::Write as _;

use crate::analyzer;
use crate::finding::Rule;
use crate::render::wrap::fill;
use crate::score::BANDS;
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

/// How the score is made, and what it is not.
pub fn score(width: usize) -> String {
    let mut out = String::from("score\n");
    let caps: Vec<String> = signals::ALL
        .iter()
        .map(|s| format!("{} {}", s.id, s.scale.cap))
        .collect();
    let bands: Vec<String> = BANDS
        .iter()
        .map(|(name, from)| format!("{name} from {from:.0}"))
        .collect();
    let abstains = format!(
        "There is no score under {} words, for a text that does not read as English, for a list, an interview or satire, \
         for one that is more than {:.0} % quotation, and when less than {:.0} % of the caps could be measured. The report \
         says which it was, and lists its findings all the same.",
        analyzer::FEWEST_WORDS,
        analyzer::MOST_QUOTED * 100.0,
        analyzer::LEAST_COVERAGE * 100.0
    );
    let caps = format!("The most each signal can take: {}.", caps.join(", "));
    let bands = format!("Bands: {}.", bands.join(", "));
    let paragraphs: [&str; 7] = [
        "An article begins with 100 points. Each signal counts something in it (so many of so many attributions, so many of so many \
         words in the outlet's own voice) and takes points off by its rate: nothing for a usual rate, its whole cap for an extreme \
         one, a straight line between. Points are whole hundredths, so the contributions add up to the score to the last digit.",
        &caps,
        &bands,
        "The interval says how far the points could move by chance in an article of this length; --fail-under looks at its upper end.",
        "A signal with nothing to judge takes nothing and is left out of the coverage: absence of evidence is no good mark.",
        &abstains,
        "The score is not a probability, and not a verdict on truth: a false article that names its sources and keeps its voice level \
         scores well. It speaks of sourcing and style only.",
    ];
    for paragraph in paragraphs {
        out.push('\n');
        fill(&mut out, paragraph, "  ", "  ", width);
    }
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
