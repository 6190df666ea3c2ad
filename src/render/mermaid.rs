//! The source graph for Mermaid, as Markdown pages of code hosts draw it.
//!
//! Many articles make one flowchart with a subgraph each. Arrows run the way the news ran: from who told to who heard.

use std::fmt::Write as _;

use crate::document::source::SourceKind;
use crate::render::inert::visible;
use crate::render::path::{label, percent};
use crate::render::wrap::clip;
use crate::render::{Page, stable};

/// Longest name of an article, in columns.
pub(crate) const NAME: usize = 100;

/// What opens the chart.
pub fn head() -> &'static str {
    "flowchart RL\n  classDef outlet fill:#cfe8ff\n  classDef anonymous fill:#ffd9c7\n  classDef named fill:#d7f5d0\n  classDef other fill:#f5f5f5\n"
}

/// One article's subgraph.
///
/// ```
/// use onrecord::{Article, analyze, render::{Page, mermaid}};
/// let report = analyze(&Article::new("An inspector told the Harbor Times that the ferry was unsafe."));
/// assert!(mermaid::page(&Page::new("ferry.txt", &report)).contains("[\"Harbor Times"));
/// ```
pub fn page(page: &Page<'_>) -> String {
    let report = page.report;
    let graph = report.graph();
    let prefix = format!("a{:08x}", stable(page.name) as u32);
    let mut out = String::new();
    let _ = writeln!(out, "  subgraph {prefix} [\"{}\"]", escaped(&clip(page.name, NAME)));
    let _ = writeln!(out, "    {prefix}_article[\"this article\"]");
    for node in &graph.nodes {
        let Some(source) = report.sources().get(node.source as usize) else {
            continue;
        };
        let mut name = escaped(&label(report, node.source));
        if node.words > 0 {
            let _ = write!(name, "<br/>{}, {}", source.kind.name(), percent(node.share));
        } else {
            let _ = write!(name, "<br/>{}", source.kind.name());
        }
        let (open, close, class) = look(source.kind);
        let _ = writeln!(out, "    {prefix}_{}{open}\"{name}\"{close}:::{class}", node.source);
    }
    for edge in &graph.edges {
        let hears = edge.hears.map_or_else(|| "article".to_string(), |id| id.to_string());
        let arrow = if edge.words > 0 {
            format!("-- \"{}\" -->", percent(edge.share))
        } else {
            "-->".to_string()
        };
        let _ = writeln!(out, "    {prefix}_{} {arrow} {prefix}_{hears}", edge.tells);
    }
    out.push_str("  end\n");
    out
}

fn look(kind: SourceKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        SourceKind::Outlet => ("[", "]", "outlet"),
        SourceKind::Anonymous => ("(", ")", "anonymous"),
        SourceKind::Named => ("(", ")", "named"),
        SourceKind::Document => ("[/", "/]", "other"),
        _ => ("(", ")", "other"),
    }
}

/// Text inside a quoted Mermaid label: entities for what would end it or be read as markup. `%%{` opens a directive anywhere in a
/// chart, and a colon behind "style" is read as CSS.
pub(crate) fn escaped(text: &str) -> String {
    if text.is_empty() {
        // Mermaid takes no empty string.
        return " ".to_string();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '`' => out.push_str("#96;"),
            '\\' => out.push_str("#92;"),
            '%' => out.push_str("#37;"),
            ':' => out.push_str("#58;"),
            '*' => out.push_str("#42;"),
            '_' => out.push_str("#95;"),
            '$' => out.push_str("#36;"),
            c => out.push(visible(c)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_ends_a_label_early() {
        assert_eq!(
            escaped("a \"b\" <c> #1 `d`"),
            "a #quot;b#quot; #lt;c#gt; #35;1 #96;d#96;"
        );
    }
}
