//! GitLab's code quality report: one array of issues, each with a fingerprint that no other has.

use serde_json::json;

use crate::finding::Severity;
use crate::render::{Page, Unread, fingerprint, ordinals, stable};

/// The issue of an input that could not be read.
pub fn unread(unread: &Unread) -> String {
    json!({
        "description": unread.message,
        "check_name": "unreadable",
        "fingerprint": format!("{:016x}", stable(&format!("unreadable\0{}\0{}", unread.name, unread.message))),
        "severity": "blocker",
        "location": {"path": unread.name, "lines": {"begin": 1}},
    })
    .to_string()
}

/// One article's issues, joined by commas; empty when there are none.
pub fn issues(page: &Page<'_>, least: Severity) -> String {
    let findings = page.report.findings();
    // Records of one file share a name: the article's id keeps their fingerprints apart.
    let own = format!("{}\0{}", page.name, page.report.article().id.as_deref().unwrap_or(""));
    let issues: Vec<String> = findings
        .iter()
        .zip(ordinals(findings))
        .filter(|(f, _)| f.severity >= least)
        .map(|(f, nth)| {
            let (line, _) = page.position(f);
            json!({
                "description": f.message,
                "check_name": f.rule,
                "fingerprint": fingerprint(&own, f, nth),
                "severity": match f.severity {
                    Severity::Note => "info",
                    Severity::Caution => "minor",
                    Severity::Concern => "major",
                },
                "location": {"path": page.name, "lines": {"begin": line}},
            })
            .to_string()
        })
        .collect();
    issues.join(",\n")
}
