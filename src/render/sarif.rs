//! SARIF 2.1.0, as code hosts read it: a dozen own structs, held against the official schema by a test.
//!
//! A log is written in three pieces, so that a long run need not be held: [`head`], the results of each page, [`tail`].

use serde_json::{Value, json};

use crate::finding::{Evidence, Finding, Severity};
use crate::render::{Page, Place, Unread, fingerprint, ordinals};
use crate::signal::Signal;

/// Everything before the first result: the tool and its rules.
pub fn head(signals: &[&Signal]) -> String {
    let rules: Vec<Value> = signals
        .iter()
        .flat_map(|signal| signal.rules.iter())
        .map(|rule| {
            let mut value = json!({
                "id": rule.id,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.why},
                "defaultConfiguration": {"level": level(rule.severity)},
                "properties": {"tags": [rule.signal()]},
            });
            if let Some(address) = rule.related.first() {
                value["helpUri"] = json!(address);
            }
            value
        })
        .collect();
    let driver = json!({
        "name": "onrecord",
        "version": env!("CARGO_PKG_VERSION"),
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{},\
         \"columnKind\":\"unicodeCodePoints\",\"results\":[",
        json!({"driver": driver})
    )
}

/// Everything after the last result: the run was a success unless some input could not be read.
pub fn tail(unread: &[Unread]) -> String {
    let notices: Vec<Value> = unread.iter().map(notice).collect();
    let invocation = json!({
        "executionSuccessful": unread.is_empty(),
        "toolExecutionNotifications": notices,
    });
    format!("],\"invocations\":[{invocation}]}}]}}\n")
}

fn notice(unread: &Unread) -> Value {
    let mut value = json!({"level": "error", "message": {"text": unread.message}});
    if !unread.name.is_empty() {
        value["locations"] = json!([{"physicalLocation": {"artifactLocation": {"uri": uri(&unread.name)}}}]);
    }
    value
}

/// One article's results, joined by commas; empty when there are none.
pub fn results(page: &Page<'_>, least: Severity) -> String {
    let findings = page.report.findings();
    let results: Vec<String> = findings
        .iter()
        .zip(ordinals(findings))
        .filter(|(f, _)| f.severity >= least)
        .map(|(finding, nth)| result(page, finding, nth).to_string())
        .collect();
    results.join(",\n")
}

fn result(page: &Page<'_>, finding: &Finding, nth: usize) -> Value {
    let mut value = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": {"text": finding.message},
        "locations": [location(page, finding)],
        "partialFingerprints": {"onrecord/v1": fingerprint(page.name, finding, nth)},
        "properties": {"confidence": finding.confidence, "evidence": evidence(&finding.evidence)},
    });
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(i, related)| {
            json!({
                "id": i,
                "message": {"text": related.message},
                "physicalLocation": {"artifactLocation": {"uri": uri(page.name)},
                    "region": {"byteOffset": related.span.start, "byteLength": related.span.len()}},
            })
        });
        value["relatedLocations"] = related.collect();
    }
    value
}

fn location(page: &Page<'_>, finding: &Finding) -> Value {
    let (line, column) = page.position(finding);
    let mut region = json!({"startLine": line});
    if let (Some(column), Some((end_line, end_column))) = (column, page.end(finding)) {
        region = json!({
            "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
            "byteOffset": finding.span.start, "byteLength": finding.span.len(),
        });
    }
    region["snippet"] = json!({"text": finding.excerpt});
    let mut value = json!({"physicalLocation": {"artifactLocation": {"uri": uri(page.name)}, "region": region}});
    if let (Place::Record(_), Some(id)) = (page.place, page.report.article().id.as_deref()) {
        value["logicalLocations"] = json!([{"name": id, "kind": "resource"}]);
    }
    value
}

fn evidence(evidence: &Evidence) -> Value {
    serde_json::to_value(evidence).unwrap_or_default()
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Caution => "warning",
        Severity::Concern => "error",
    }
}

/// A path as a relative reference.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.strip_prefix("./").unwrap_or(path).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            b'\\' => out.push('/'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference() {
        assert_eq!(uri("./news/März 1.txt"), "news/M%C3%A4rz%201.txt");
    }
}
