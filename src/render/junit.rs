//! JUnit XML, for a CI that shows test results: one suite an article, one case a signal, one failure a finding the gate refuses.

use std::fmt::Write as _;

use crate::gate::{Policy, names};
use crate::render::inert::visible;
use crate::render::{Page, Unread};

/// Everything before the first suite.
pub fn head() -> &'static str {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"onrecord\">\n"
}

/// Everything after the last suite.
pub fn tail() -> &'static str {
    "</testsuites>\n"
}

/// One article's suite. Findings that the policy lets pass are told in `system-out`.
pub fn suite(page: &Page<'_>, policy: &Policy) -> String {
    let report = page.report;
    let verdict = report.gate(policy);
    let score = verdict.reasons().iter().find(|reason| !reason.contains(" finding"));
    let failing = report.findings().iter().filter(|f| policy.fails(f)).count() + usize::from(score.is_some());
    let cases = report.signals().len() + 1;
    let mut out = String::new();
    let name = xml(page.name);
    let _ = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{cases}\" failures=\"{failing}\" errors=\"0\">"
    );
    let said = match (report.score().points, report.outcome_reason()) {
        (Some(points), _) => format!("{points:.2} of 100: {}", report.score().marks()),
        (None, reason) => format!("no score: {}", reason.unwrap_or("")),
    };
    let _ = writeln!(out, "    <testcase classname=\"{name}\" name=\"score\">");
    if let Some(reason) = score {
        let _ = writeln!(out, "      <failure message=\"{}\"/>", xml(reason));
    }
    let _ = writeln!(out, "      <system-out>{}</system-out>\n    </testcase>", xml(&said));
    for signal in report.signals().keys() {
        let _ = writeln!(out, "    <testcase classname=\"{name}\" name=\"{}\">", xml(signal));
        let mut passed = String::new();
        for finding in report.findings().iter().filter(|f| names(signal, &f.rule)) {
            let place = format!("{}:{}", finding.line, finding.column);
            if policy.fails(finding) {
                let message = xml(&finding.message);
                let rule = xml(&finding.rule);
                let text = xml(&format!("{}:{place} {}", page.name, finding.excerpt));
                let _ = writeln!(
                    out,
                    "      <failure message=\"{message}\" type=\"{rule}\">{text}</failure>"
                );
            } else {
                let _ = writeln!(
                    passed,
                    "{place} {} {}: {}",
                    finding.severity, finding.rule, finding.message
                );
            }
        }
        if !passed.is_empty() {
            let _ = writeln!(out, "      <system-out>{}</system-out>", xml(&passed));
        }
        let _ = writeln!(out, "    </testcase>");
    }
    let _ = writeln!(out, "  </testsuite>");
    out
}

/// The suite of an input that could not be read: one case, in error.
pub fn unread(unread: &Unread) -> String {
    let (name, message) = (xml(&unread.name), xml(&unread.message));
    format!(
        "  <testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"1\">\n    <testcase classname=\"{name}\" name=\"read\">\n      \
         <error message=\"{message}\"/>\n    </testcase>\n  </testsuite>\n"
    )
}

/// Text as XML 1.0 takes it: characters that it has no way to say, or that would steer what shows them, become marks.
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(visible(c)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_say_becomes_a_mark() {
        assert_eq!(xml("a\u{0}\u{1b}<b> & \"c\"\n"), "a␀␛&lt;b&gt; &amp; &quot;c&quot;\n");
    }
}
