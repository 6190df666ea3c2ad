//! Who cites whom across articles: as text, and as a graph for Graphviz and Mermaid.
//!
//! Arrows of the graphs run the way the news ran: from the outlet that is cited to the one that cites it.

use std::fmt::Write as _;

use crate::citations::{Citation, Citations};
use crate::render::dot;
use crate::render::inert::log;
use crate::render::mermaid;
use crate::render::wrap::{clip, columns_of, fill};

/// What articles of no known publisher are called.
const NOBODY: &str = "publisher not known";
/// Longest name of an outlet, in columns.
const NAME: usize = 40;
/// Pairs and roots shown unless all are asked for.
const MOST: usize = 20;

/// As text for people: pairs and roots with most articles first.
///
/// ```
/// use onrecord::citations::Citations;
/// use onrecord::{Article, analyze, render::citations};
/// let article = Article::builder("The ferry was sold, the Dock Gazette reported.").id("ferry.txt").publisher("Harbor Times");
/// let page = citations::text(&Citations::of(&[analyze(&article.build())]), 80, false);
/// assert!(page.contains("Harbor Times ← Dock Gazette  1 article: ferry.txt"), "{page}");
/// ```
pub fn text(citations: &Citations, width: usize, all: bool) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{}, {}",
        many(citations.articles, "article"),
        many(citations.outlets.len() as u32, "outlet")
    );
    if citations.unpublished > 0 {
        let tell = match (citations.unpublished, citations.articles) {
            (n, all) if n == all => "The publisher of no article is known".to_string(),
            (n, _) => format!("The publisher of {} is not known", many(n, "article")),
        };
        let hint = format!("{tell}: give records a \"publisher\", or files --publisher NAME");
        fill(&mut out, &hint, "", "", width);
    }
    pairs(&mut out, citations, width, all);
    if !citations.rings.is_empty() {
        let _ = writeln!(out, "\nCited for each other ({})", citations.rings.len());
        for ring in &citations.rings {
            let names: Vec<String> = ring.iter().map(|id| name(citations, Some(*id))).collect();
            fill(&mut out, &names.join(", "), "  ", "    ", width);
        }
    }
    roots(&mut out, citations, width, all);
    if citations.citations.is_empty() {
        out.push_str("\nNo article cites another outlet\n");
    }
    log(&out).into_owned()
}

fn pairs(out: &mut String, citations: &Citations, width: usize, all: bool) {
    let mut pairs: Vec<(&Citation, String)> = citations
        .citations
        .iter()
        .map(|c| {
            let line = format!("{} ← {}", name(citations, c.cites), name(citations, Some(c.cited)));
            (c, line)
        })
        .collect();
    if pairs.is_empty() {
        return;
    }
    pairs.sort_by_key(|(c, _)| (std::cmp::Reverse(c.articles), c.cites.is_none()));
    let _ = writeln!(out, "\nWho cites whom ({})", pairs.len());
    let limit = if all { pairs.len() } else { MOST };
    let shown = pairs.iter().take(limit);
    let aligned = |columns: &usize| *columns <= width / 2;
    let columns = shown.clone().map(|(_, line)| columns_of(line));
    let column = columns.filter(aligned).max().unwrap_or(0);
    for (c, line) in shown {
        let proof = proof(c.articles, &c.shown_by);
        let pad = column.saturating_sub(columns_of(line));
        if columns_of(line) + pad + columns_of(&proof) + 4 <= width {
            let _ = writeln!(out, "  {line}{}  {proof}", " ".repeat(pad));
            continue;
        }
        // What does not fit beside goes below.
        fill(out, line, "  ", "    ", width);
        fill(out, &proof, "      ", "      ", width);
    }
    if pairs.len() > limit {
        let _ = writeln!(out, "  and {} more (--all shows them)", pairs.len() - limit);
    }
}

fn roots(out: &mut String, citations: &Citations, width: usize, all: bool) {
    if citations.roots.is_empty() {
        return;
    }
    let _ = writeln!(out, "\nOne root behind many ({})", citations.roots.len());
    let limit = if all { citations.roots.len() } else { MOST };
    for root in citations.roots.iter().take(limit) {
        let whose = match root.publishers {
            0 => String::new(),
            n => format!(" of {}", many(n, "outlet")),
        };
        let rest = if root.articles == 1 { "rests" } else { "rest" };
        let line = format!(
            "{}: {}{whose} {rest} on it ({})",
            name(citations, Some(root.outlet)),
            many(root.articles, "article"),
            list(root.articles, &root.shown_by)
        );
        fill(out, &line, "  ", "      ", width);
    }
    if citations.roots.len() > limit {
        let _ = writeln!(out, "  and {} more (--all shows them)", citations.roots.len() - limit);
    }
}

fn proof(articles: u32, by: &[String]) -> String {
    if by.is_empty() {
        return many(articles, "article");
    }
    format!("{}: {}", many(articles, "article"), list(articles, by))
}

fn list(articles: u32, by: &[String]) -> String {
    let mut names: Vec<String> = by.iter().map(|id| clip(id, 60)).collect();
    let more = (articles as usize).saturating_sub(names.len());
    if more > 0 && !names.is_empty() {
        names.push(format!("and {more} more"));
    }
    names.join(", ")
}

fn many(count: u32, what: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {what}{s}")
}

fn name(citations: &Citations, outlet: Option<u32>) -> String {
    match outlet {
        None => NOBODY.to_string(),
        Some(id) => citations
            .outlet(id)
            .map_or_else(|| "?".to_string(), |o| clip(&o.name, NAME)),
    }
}

fn ringed(citations: &Citations, outlet: u32) -> bool {
    citations.rings.iter().any(|ring| ring.contains(&outlet))
}

/// Pen width of an arrow: thicker for more articles, and readable for thousands.
fn pen(articles: u32) -> f64 {
    (1.0 + f64::from(articles).log2()).min(8.0)
}

/// As a graph for Graphviz; outlets of a ring are red, roots have a double line.
pub fn dot(citations: &Citations) -> String {
    let mut out = dot::head().to_string();
    if citations.citations.iter().any(|c| c.cites.is_none()) {
        let _ = writeln!(out, "  nobody [label={} shape=box style=dashed];", dot::quoted(NOBODY));
    }
    for (id, outlet) in citations.outlets.iter().enumerate() {
        let id = id as u32;
        let fill = if ringed(citations, id) {
            "lightsalmon"
        } else {
            "lightblue"
        };
        let lines = if citations.roots.iter().any(|r| r.outlet == id) {
            2
        } else {
            1
        };
        let label = dot::quoted(&name(citations, Some(id)));
        let _ = write!(
            out,
            "  o{id} [label={label} shape=box fillcolor={fill} peripheries={lines}"
        );
        if let Some(country) = &outlet.country {
            let _ = write!(out, " tooltip={}", dot::quoted(country));
        }
        out.push_str("];\n");
    }
    for c in &citations.citations {
        let cites = c.cites.map_or_else(|| "nobody".to_string(), |id| format!("o{id}"));
        let _ = writeln!(
            out,
            "  o{} -> {cites} [label=\"{}\" penwidth={:.1}];",
            c.cited,
            c.articles,
            pen(c.articles)
        );
    }
    out.push_str(dot::tail());
    out
}

/// As a flowchart for Mermaid.
pub fn mermaid(citations: &Citations) -> String {
    let mut out = mermaid::head().to_string();
    if citations.citations.iter().any(|c| c.cites.is_none()) {
        let _ = writeln!(out, "  nobody([\"{NOBODY}\"]):::other");
    }
    for id in 0..citations.outlets.len() as u32 {
        let class = if ringed(citations, id) { "anonymous" } else { "outlet" };
        let label = mermaid::escaped(&name(citations, Some(id)));
        let _ = writeln!(out, "  o{id}[\"{label}\"]:::{class}");
    }
    for c in &citations.citations {
        let cites = c.cites.map_or_else(|| "nobody".to_string(), |id| format!("o{id}"));
        let _ = writeln!(out, "  o{} -- \"{}\" --> {cites}", c.cited, c.articles);
    }
    out
}
