//! The source graph for Graphviz: `onrecord check --format dot ARTICLE | dot -Tsvg`.
//!
//! Many articles make one graph with a cluster each. Nodes stand in the order of the report's sources, so equal reports give
//! equal bytes. Arrows run the way the news ran: from who told to who heard.

use std::fmt::Write as _;

use crate::document::source::SourceKind;
use crate::render::inert::visible;
use crate::render::mermaid::NAME;
use crate::render::path::{label, percent};
use crate::render::wrap::clip;
use crate::render::{Page, stable};

/// What opens the graph.
pub fn head() -> &'static str {
    "digraph onrecord {\n  rankdir=RL;\n  graph [fontname=\"sans-serif\" fontsize=11];\n  node [fontname=\"sans-serif\" fontsize=11 style=filled fillcolor=white];\n  edge [fontname=\"sans-serif\" fontsize=9];\n"
}

/// What closes it.
pub fn tail() -> &'static str {
    "}\n"
}

/// One article's cluster.
///
/// ```
/// use onrecord::{Article, analyze, render::{Page, dot}};
/// let report = analyze(&Article::new("An inspector told the Harbor Times that the ferry was unsafe."));
/// let graph = format!("{}{}{}", dot::head(), dot::page(&Page::new("ferry.txt", &report)), dot::tail());
/// assert!(graph.contains("label=\"Harbor Times\\noutlet, 100 %\""));
/// ```
pub fn page(page: &Page<'_>) -> String {
    let report = page.report;
    let graph = report.graph();
    let prefix = format!("a{:08x}", stable(page.name) as u32);
    let mut out = String::new();
    let _ = writeln!(out, "  subgraph cluster_{prefix} {{");
    let _ = writeln!(
        out,
        "    label={}; labeljust=l; color=gray80;",
        quoted(&clip(page.name, NAME))
    );
    let _ = writeln!(
        out,
        "    {prefix}_article [label=\"this article\" shape=note fillcolor=gray95];"
    );
    for node in &graph.nodes {
        let Some(source) = report.sources().get(node.source as usize) else {
            continue;
        };
        let mut name = label(report, node.source);
        if node.words > 0 {
            let _ = write!(name, "\n{}, {}", source.kind.name(), percent(node.share));
        } else {
            let _ = write!(name, "\n{}", source.kind.name());
        }
        let (shape, fill) = look(source.kind);
        let _ = write!(
            out,
            "    {prefix}_{} [label={} shape={shape} fillcolor={fill}",
            node.source,
            quoted(&name)
        );
        if let Some(country) = &node.country {
            let _ = write!(out, " tooltip={}", quoted(country));
        }
        out.push_str("];\n");
    }
    for edge in &graph.edges {
        let hears = edge.hears.map_or_else(|| "article".to_string(), |id| id.to_string());
        let _ = write!(out, "    {prefix}_{} -> {prefix}_{hears}", edge.tells);
        if edge.words > 0 {
            let _ = write!(
                out,
                " [label={} penwidth={:.1}]",
                quoted(&percent(edge.share)),
                1.0 + 4.0 * edge.share
            );
        }
        out.push_str(";\n");
    }
    out.push_str("  }\n");
    out
}

fn look(kind: SourceKind) -> (&'static str, &'static str) {
    match kind {
        SourceKind::Outlet => ("box", "lightblue"),
        SourceKind::Anonymous => ("ellipse", "lightsalmon"),
        SourceKind::Unresolved | SourceKind::Implied | SourceKind::Collective => ("ellipse", "lightyellow"),
        SourceKind::Document => ("note", "white"),
        SourceKind::Institution | SourceKind::Office => ("house", "white"),
        SourceKind::Named => ("ellipse", "palegreen"),
    }
}

/// A DOT string: quotes and backslashes escaped, line ends kept as such, no other control characters.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            // Graphviz reads entities in plain labels.
            '&' => out.push_str("&amp;"),
            '\n' => out.push_str("\\n"),
            c => out.push(visible(c)),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_ends_a_string_early() {
        assert_eq!(quoted("R&D &lt;"), "\"R&amp;D &amp;lt;\"");
        assert_eq!(quoted("a \"b\" \\ c\nd\u{7}"), "\"a \\\"b\\\" \\\\ c\\nd␇\"");
    }
}
