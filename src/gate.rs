//! The verdict of a policy on a report: what a build fails on. Prints nothing, exits nothing.
//!
//! The command line and a `cargo test` ask the same question here, so they cannot disagree.

use std::fmt;

use crate::finding::{Finding, Severity};
use crate::report::Report;

/// What a build fails on; the empty policy fails on nothing.
///
/// ```
/// use onrecord::{Article, Policy, Severity, analyze};
/// let policy = Policy::new().fail_on(Severity::Concern).fail_under(40.0);
/// let report = analyze(&Article::new("The ferry left at noon, said Ana Roe, the harbor master."));
/// assert!(report.gate(&policy).passed());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Policy {
    fail_on: Option<Severity>,
    fail_under: Option<f64>,
    fail_on_abstain: bool,
    deny: Vec<String>,
}

impl Policy {
    /// Fails on nothing.
    pub fn new() -> Self {
        Policy::default()
    }

    /// Fails on a finding of this severity or a graver one.
    #[must_use]
    pub fn fail_on(mut self, severity: Severity) -> Self {
        self.fail_on = Some(severity);
        self
    }

    /// Fails when the upper end of the score's interval is under `points`: only when the article is under them even at its
    /// best reading. A report that abstains does not fail it: that is for [`Policy::fail_on_abstain`].
    #[must_use]
    pub fn fail_under(mut self, points: f64) -> Self {
        self.fail_under = Some(points);
        self
    }

    /// Fails when there is no score: a text that gives the rules nothing to measure is not one that passed them.
    #[must_use]
    pub fn fail_on_abstain(mut self) -> Self {
        self.fail_on_abstain = true;
        self
    }

    /// Fails on any finding of a rule (`editorializing/booster`) or of a whole signal (`editorializing`).
    #[must_use]
    pub fn deny(mut self, rule: impl Into<String>) -> Self {
        self.deny.push(rule.into());
        self
    }

    /// Whether it fails on nothing.
    pub fn is_empty(&self) -> bool {
        *self == Policy::default()
    }

    /// Whether a finding alone fails it.
    pub fn fails(&self, finding: &Finding) -> bool {
        self.fail_on.is_some_and(|least| finding.severity >= least)
            || self.deny.iter().any(|id| names(id, &finding.rule))
    }
}

/// Whether `id` is the rule's own id or that of its signal.
pub fn names(id: &str, rule: &str) -> bool {
    rule.strip_prefix(id)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What a policy says of a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    reasons: Vec<String>,
}

impl Verdict {
    /// Whether the gate is open.
    pub fn passed(&self) -> bool {
        self.reasons.is_empty()
    }

    /// Why it is not, one line each.
    pub fn reasons(&self) -> &[String] {
        &self.reasons
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.passed() {
            f.write_str("passed")
        } else {
            f.write_str(&self.reasons.join("; "))
        }
    }
}

impl Report {
    /// Asks a policy.
    pub fn gate(&self, policy: &Policy) -> Verdict {
        let mut reasons = Vec::new();
        let mut tell = |what: String, failing: Vec<&Finding>| {
            let Some(first) = failing.first() else { return };
            let count = match failing.len() {
                1 => "1 finding".to_string(),
                n => format!("{n} findings"),
            };
            let at = format!("{}:{} {}", first.line, first.column, first.rule);
            reasons.push(format!("{count} {what}, first at {at}"));
        };
        if let Some(least) = policy.fail_on {
            tell(
                format!("at or over `{least}`"),
                self.findings.iter().filter(|f| f.severity >= least).collect(),
            );
        }
        for id in &policy.deny {
            tell(
                format!("of `{id}`"),
                self.findings.iter().filter(|f| names(id, &f.rule)).collect(),
            );
        }
        if let Some((least, high)) = policy
            .fail_under
            .zip(self.score.high)
            .filter(|(least, high)| high < least)
        {
            reasons.push(format!("score is at most {high:.2}, under {least:.2}"));
        }
        if policy.fail_on_abstain && self.score.points.is_none() {
            let why = self.outcome_reason().unwrap_or("nothing could be measured");
            reasons.push(format!("no score: {why}"));
        }
        Verdict { reasons }
    }

    /// Leaves out findings, as when an editor has settled them. The score stays: it is of the text, not of what is shown.
    pub fn retain_findings(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.findings.retain(keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::finding::Rule;
    use crate::text::span::Span;

    static RULE: Rule = Rule {
        id: "sample/word",
        summary: "",
        why: "",
        severity: Severity::Caution,
        related: &[],
        flags: &[],
        passes: &[],
    };

    fn report() -> Report {
        let mut report = crate::analyzer::analyze(&Article::new("The ferry left at noon."));
        report.findings = vec![Finding {
            line: 1,
            column: 5,
            ..Finding::new(&RULE, Span::new(4, 9))
        }];
        report.score.high = Some(55.5);
        report
    }

    #[test]
    fn a_severity_gates_itself_and_what_is_graver() {
        let verdict = |s| report().gate(&Policy::new().fail_on(s));
        assert_eq!(
            verdict(Severity::Note).reasons(),
            ["1 finding at or over `note`, first at 1:5 sample/word"]
        );
        assert!(!verdict(Severity::Caution).passed());
        assert!(verdict(Severity::Concern).passed());
    }

    #[test]
    fn the_upper_end_of_the_interval_decides() {
        assert!(report().gate(&Policy::new().fail_under(55.5)).passed());
        assert_eq!(
            report().gate(&Policy::new().fail_under(56.0)).to_string(),
            "score is at most 55.50, under 56.00"
        );
        let mut abstains = report();
        abstains.score.high = None;
        assert!(abstains.gate(&Policy::new().fail_under(99.0)).passed());
        abstains.score.points = None;
        let verdict = abstains.gate(&Policy::new().fail_on_abstain());
        assert!(verdict.to_string().starts_with("no score: "), "{verdict}");
    }

    #[test]
    fn a_rule_or_its_signal_is_denied_and_no_namesake() {
        let passed = |id: &str| report().gate(&Policy::new().deny(id)).passed();
        assert!(!passed("sample/word") && !passed("sample"));
        assert!(passed("sample/words") && passed("samp") && passed("other"));
    }

    #[test]
    fn the_empty_policy_fails_on_nothing() {
        assert!(report().gate(&Policy::new()).passed() && Policy::new().is_empty());
    }

    #[test]
    fn a_settled_finding_is_gone_and_the_score_stays() {
        let mut kept = report();
        kept.retain_findings(|f| f.rule != "sample/word");
        assert!(kept.gate(&Policy::new().fail_on(Severity::Note)).passed());
        assert_eq!(kept.score(), report().score());
    }
}
