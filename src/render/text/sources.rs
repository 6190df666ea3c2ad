//! Who is relied on, how many people that is, and who relays whom.

use std::fmt::Write as _;

use crate::document::source::{Source, SourceKind};
use crate::render::path;
use crate::render::wrap::{clip, columns_of, fill};
use crate::report::Report;

use super::ink::Ink;
use super::{Look, heading, plural};

/// Most sources listed unless all are asked for.
const MOST: usize = 20;

/// Columns of the kind: "institution".
const KIND: usize = 11;
/// Longest label shown, in columns.
const LONGEST: usize = 160;

/// Most different chains told apart: no article has as many, a machine-made one must not cost a square.
const KINDS_OF_CHAIN: usize = 200;

/// What a reader wants to see first.
const ORDER: [SourceKind; 9] = [
    SourceKind::Anonymous,
    SourceKind::Named,
    SourceKind::Office,
    SourceKind::Institution,
    SourceKind::Outlet,
    SourceKind::Document,
    SourceKind::Collective,
    SourceKind::Implied,
    SourceKind::Unresolved,
];

pub(super) fn sources(out: &mut String, report: &Report, look: &Look, ink: &Ink) {
    let mut sources: Vec<&Source> = report.sources().iter().collect();
    if sources.is_empty() {
        return;
    }
    sources.sort_by_key(|s| (ORDER.iter().position(|k| *k == s.kind), s.id));
    heading(out, &format!("Sources ({})", sources.len()), ink);
    let limit = if look.all { sources.len() } else { MOST };
    let aligned = |columns: &usize| *columns <= look.width * 2 / 5;
    let labels = sources.iter().take(limit).map(|s| columns_of(&s.label));
    let label = labels.filter(aligned).max().unwrap_or(0);
    let indent = " ".repeat(KIND + 3);
    for source in sources.iter().take(limit) {
        let kind = format!("{:<KIND$}", source.kind.name());
        let kind = match source.kind {
            SourceKind::Anonymous => ink.bold(&kind),
            _ => ink.dim(&kind),
        };
        let told = told(report, source).join(", ");
        let own = clip(&source.label, LONGEST);
        let columns = columns_of(&own);
        if KIND + 5 + columns.max(label) + columns_of(&told) <= look.width {
            let pad = " ".repeat(label.saturating_sub(columns));
            let _ = writeln!(out, "  {kind} {own}{pad}  {}", ink.dim(&told));
            continue;
        }
        // What does not fit beside goes below.
        let mut block = String::new();
        fill(&mut block, &own, &indent, &indent, look.width);
        let _ = write!(out, "  {kind} {}", block.trim_start());
        let below = format!("{indent}  ");
        let mut block = String::new();
        fill(&mut block, &told, &below, &below, look.width);
        out.push_str(&ink.dim_block(&block));
    }
    if sources.len() > limit {
        let _ = writeln!(out, "  and {} more (--all shows them)", sources.len() - limit);
    }
}

/// How many people, how often, and what stands out.
fn told(report: &Report, source: &Source) -> Vec<String> {
    let mut told: Vec<String> = source.standing().map(|s| clip(&s.text, 60)).collect();
    match (source.people.at_least, source.people.exact) {
        (0, _) => {}
        // A person with a name or a post is one: only more, or fewer than it seems, is news.
        (1, _) if matches!(source.kind, SourceKind::Named | SourceKind::Office) => {}
        (1, true) => told.push("1 person".to_string()),
        (n, true) => told.push(format!("{n} people")),
        (1, false) => told.push("1 person or more".to_string()),
        (n, false) => told.push(format!("at least {n} people")),
    }
    told.push(plural(source.mentions.len(), "mention"));
    if let Some(whole) = source.within.and_then(|id| by_id(report, id)) {
        told.push(format!("counted in “{}”", clip(&whole.label, 40)));
    }
    if let Some(reason) = &source.withheld {
        told.push(format!("name withheld: “{}”", clip(reason, 60)));
    }
    if source.is_self {
        told.push("the outlet's own".to_string());
    }
    if !source.introduced {
        told.push("never introduced".to_string());
    }
    told
}

pub(super) fn chains(out: &mut String, report: &Report, look: &Look, ink: &Ink) {
    let (relayed, direct): (Vec<_>, Vec<_>) = report.chains().iter().partition(|c| c.depth > 1);
    if relayed.is_empty() {
        return;
    }
    heading(out, &format!("Chains ({}), outermost first", relayed.len()), ink);
    for said in path::summary(report) {
        fill(out, &said.replace(" %", "\u{a0}%"), "  ", "    ", look.width);
    }
    let mut lines: Vec<(String, usize)> = Vec::new();
    for chain in &relayed {
        let line = format!("{} ({} origin)", path::drawn(report, chain), chain.origin.name());
        match lines.iter().position(|(known, _)| *known == line) {
            Some(at) => lines[at].1 += 1,
            None if lines.len() < KINDS_OF_CHAIN => lines.push((line, 1)),
            None => {}
        }
    }
    let limit = if look.all { lines.len() } else { MOST };
    for (line, times) in lines.iter().take(limit) {
        let times = if *times > 1 {
            format!(", {times} times")
        } else {
            String::new()
        };
        fill(out, &format!("{line}{times}"), "  ", "      ", look.width);
    }
    if lines.len() > limit {
        let _ = writeln!(out, "  and {} more (--all shows them)", lines.len() - limit);
    }
    if !direct.is_empty() {
        let verb = if direct.len() == 1 { "comes" } else { "come" };
        let line = format!(
            "{} {verb} straight from the source",
            plural(direct.len(), "other claim")
        );
        let _ = writeln!(out, "{}", ink.dim(&format!("  {line}")));
    }
}

fn by_id(report: &Report, id: u32) -> Option<&Source> {
    let at = usize::try_from(id).ok()?;
    report
        .sources()
        .get(at)
        .filter(|s| s.id == id)
        .or_else(|| report.sources().iter().find(|s| s.id == id))
}
