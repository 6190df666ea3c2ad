//! reviewdog's diagnostic lines. Its columns count UTF-8 bytes, from 1.

use serde_json::json;

use crate::finding::{Finding, Severity};
use crate::render::{Page, Unread};

/// One article's diagnostics, one a line.
pub fn page(page: &Page<'_>, least: Severity) -> String {
    let mut out = String::new();
    // Findings come in order, so one walk over the text finds the start of each one's line.
    let (mut line_start, mut walked) = (0, 0);
    for finding in page.report.findings().iter().filter(|f| f.severity >= least) {
        if let Some(passed) = page.text.and_then(|text| text.get(walked..finding.span.start)) {
            line_start = passed.rfind('\n').map_or(line_start, |newline| walked + newline + 1);
            walked = finding.span.start;
        }
        let mut line = json!({
            "message": finding.message,
            "location": {"path": page.name, "range": range(page, finding, line_start)},
            "severity": match finding.severity {
                Severity::Note => "INFO",
                Severity::Caution => "WARNING",
                Severity::Concern => "ERROR",
            },
            "source": {"name": "onrecord"},
            "code": {"value": finding.rule},
        });
        if let Some(address) = crate::signals::rule(&finding.rule).and_then(|rule| rule.related.first()) {
            line["code"]["url"] = json!(address);
        }
        out.push_str(&line.to_string());
        out.push('\n');
    }
    out
}

/// The diagnostic of an input that could not be read.
pub fn unread(unread: &Unread) -> String {
    let line = json!({
        "message": unread.message,
        "location": {"path": unread.name},
        "severity": "ERROR",
        "source": {"name": "onrecord"},
        "code": {"value": "unreadable"},
    });
    format!("{line}\n")
}

fn range(page: &Page<'_>, finding: &Finding, line_start: usize) -> serde_json::Value {
    let (line, column) = page.position(finding);
    if page.text.is_none() || column.is_none() {
        return json!({"start": {"line": line}});
    }
    let start = finding.span.start.saturating_sub(line_start) + 1;
    let newlines = finding.excerpt.matches('\n').count() as u64;
    let last = finding.excerpt.rsplit('\n').next().unwrap_or("").len();
    let end = if newlines == 0 { start + last } else { last + 1 };
    json!({"start": {"line": line, "column": start}, "end": {"line": line + newlines, "column": end}})
}
