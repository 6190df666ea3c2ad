//! The report as one self-contained page: the article itself with its findings marked, nothing loaded from elsewhere.

use std::fmt::Write as _;

use crate::document::segment::SegmentKind;
use crate::finding::{Finding, Severity};
use crate::render::Page;
use crate::render::junit::xml;
use crate::text::span::Span;

/// Colours carry no meaning alone: each mark has its rule beside it, and severity by the line's style.
const STYLE: &str = "body{font:16px/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1,h2{line-height:1.2}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;font:14px/1.4 system-ui,sans-serif;width:100%}\
td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}\
.text{white-space:pre-wrap;border:1px solid #ddd;padding:1rem}.text .furniture,.text .credit,.text .caption{color:#767676}\
.text .inserted{background:#f3e8d2}mark{background:none;color:inherit;border-bottom:2px dotted #2b6cb0}\
mark.caution{border-bottom:2px dashed #a65f00}mark.concern{border-bottom:2px solid #b00020}\
li{margin:.4rem 0}code{font-size:.85em}.quiet{color:#666;font:14px/1.4 system-ui,sans-serif}\
@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}.text,td,th{border-color:#444}.text .inserted{background:#3a3020}}";

/// Everything before the first article.
pub fn head() -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>onrecord</title><style>{STYLE}</style></head><body>\n"
    )
}

/// Everything after the last article.
pub fn tail() -> &'static str {
    "</body></html>\n"
}

/// One article's section.
pub fn page(page: &Page<'_>, least: Severity) -> String {
    let report = page.report;
    let mut out = String::new();
    let title = report.article().title.as_deref().unwrap_or(page.name);
    let _ = writeln!(out, "<article>\n<h1>{}</h1>", xml(title));
    let score = report.score();
    match (score.points, score.low.zip(score.high)) {
        (Some(points), Some((low, high))) => {
            let band = score.band.as_deref().unwrap_or("?");
            let _ = writeln!(
                out,
                "<p><strong>{points:.2} of 100</strong> (band {band}, {low:.0} to {high:.0})</p>"
            );
            out.push_str("<p class=\"quiet\">The points are for sourcing and style; they do not say whether the article is true.</p>\n");
        }
        _ => {
            let _ = writeln!(
                out,
                "<p><strong>No score</strong>: {}</p>",
                xml(report.outcome_reason().unwrap_or(""))
            );
        }
    }
    let _ = writeln!(out, "<p class=\"quiet\"><code>{}</code></p>", xml(page.name));
    if !report.contributions().is_empty() {
        out.push_str("<h2>Contributions</h2>\n<table><tr><th>signal<th>points<th>at most<th>counted</tr>\n");
        for c in report.contributions() {
            let told = if c.because.is_empty() { &c.measure } else { &c.because };
            let (signal, points, cap) = (xml(&c.signal), c.points, c.cap);
            let _ = writeln!(
                out,
                "<tr><td>{signal}<td class=n>{points:.2}<td class=n>-{cap}<td>{}</tr>",
                xml(told)
            );
        }
        out.push_str("</table>\n");
    }
    let findings: Vec<&Finding> = report.findings().iter().filter(|f| f.severity >= least).collect();
    if let Some(text) = page.text {
        out.push_str("<h2>Text</h2>\n<div class=\"text\">");
        marked(&mut out, page, text, &findings);
        out.push_str("</div>\n");
    }
    if !findings.is_empty() {
        let _ = writeln!(out, "<h2>Findings ({})</h2>\n<ol>", findings.len());
        for f in &findings {
            let (severity, rule) = (f.severity, xml(&f.rule));
            let _ = writeln!(
                out,
                "<li>{severity} <code>{rule}</code> at {}:{}: {}</li>",
                f.line,
                f.column,
                xml(&f.message)
            );
        }
        out.push_str("</ol>\n");
    }
    sources(&mut out, page);
    out.push_str("</article>\n");
    out
}

/// The text by segment, with findings marked; of findings that overlap, the one that begins first.
fn marked(out: &mut String, page: &Page<'_>, text: &str, findings: &[&Finding]) {
    let mut next = findings.iter().peekable();
    let mut open_until = 0;
    for segment in page.report.segments() {
        let class = match segment.kind {
            SegmentKind::Title => "title",
            SegmentKind::Body => "body",
            SegmentKind::Furniture => "furniture",
            SegmentKind::Inserted => "inserted",
            SegmentKind::Caption => "caption",
            SegmentKind::Credit => "credit",
        };
        let _ = write!(out, "<span class={class}>");
        let mut at = segment.start;
        while let Some(finding) = next.peek().filter(|f| f.span.start < segment.end) {
            let span = Span::new(finding.span.start.max(open_until), finding.span.end.min(segment.end));
            if finding.span.start >= open_until && finding.span.start >= at && !span.is_empty() {
                let _ = write!(out, "{}", xml(text.get(at..span.start).unwrap_or("")));
                let title = xml(&format!("{}: {}", finding.rule, finding.message));
                let words = xml(text.get(span.start..span.end).unwrap_or(""));
                let _ = write!(out, "<mark class={} title=\"{title}\">{words}</mark>", finding.severity);
                at = span.end;
                open_until = span.end;
            }
            next.next();
        }
        let _ = write!(out, "{}</span>", xml(text.get(at..segment.end).unwrap_or("")));
    }
}

fn sources(out: &mut String, page: &Page<'_>) {
    let sources = page.report.sources();
    if sources.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<h2>Sources ({})</h2>\n<table><tr><th>source<th>kind<th>people<th>mentions</tr>",
        sources.len()
    );
    for s in sources {
        let people = match (s.people.at_least, s.people.exact) {
            (0, _) => String::new(),
            (n, true) => n.to_string(),
            (n, false) => format!("{n} or more"),
        };
        let (label, kind, mentions) = (xml(&s.label), s.kind.name(), s.mentions.len());
        let _ = writeln!(
            out,
            "<tr><td>{label}<td>{kind}<td class=n>{people}<td class=n>{mentions}</tr>"
        );
    }
    out.push_str("</table>\n");
}
