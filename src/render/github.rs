//! GitHub's workflow commands: findings as annotations beside the lines of a pull request.
//!
//! A step shows ten annotations of each level and drops the rest, so [`Cap`] turns the rest into lines of the log.

use std::fmt::Write as _;

use crate::finding::Severity;
use crate::render::Page;
use crate::render::inert::{log, visible};
use crate::render::wrap::clip;

/// Annotations of one level that a step shows.
const SHOWN: usize = 10;

/// One article's findings, one command a line.
pub fn page(page: &Page<'_>, least: Severity) -> String {
    let mut out = String::new();
    for finding in page.report.findings().iter().filter(|f| f.severity >= least) {
        let (line, column) = page.position(finding);
        let mut place = format!("file={},line={line}", property(page.name));
        if let Some(column) = column {
            let _ = write!(place, ",col={column}");
            if let Some((end_line, end_column)) = page.end(finding) {
                // The end column of an annotation is its last character's.
                let _ = write!(
                    place,
                    ",endLine={end_line},endColumn={}",
                    end_column.saturating_sub(1).max(1)
                );
            }
        }
        let title = property(&finding.rule);
        let words = clip(&finding.excerpt, 120);
        let said = if finding.message.contains(&finding.excerpt) || words.is_empty() {
            finding.message.clone()
        } else {
            format!("{}: “{words}”", finding.message)
        };
        let _ = writeln!(
            out,
            "::{} {place},title={title}::{}",
            level(finding.severity),
            data(&said)
        );
    }
    out
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "notice",
        Severity::Caution => "warning",
        Severity::Concern => "error",
    }
}

/// Lets each level's first annotations through as commands and the rest as plain lines, for one whole run.
#[derive(Debug, Default)]
pub struct Cap {
    used: [usize; 3],
}

impl Cap {
    /// What to print for one line of [`page`].
    pub fn admit(&mut self, line: &str) -> String {
        let level = ["::notice ", "::warning ", "::error "]
            .iter()
            .position(|level| line.starts_with(level));
        let Some(used) = level.and_then(|i| self.used.get_mut(i)) else {
            return line.to_owned();
        };
        *used += 1;
        if *used <= SHOWN {
            line.to_owned()
        } else {
            log(&line.replacen("::", "", 1)).into_owned()
        }
    }
}

fn data(text: &str) -> String {
    escaped(&text.replace("##", "#♯"))
}

fn escaped(text: &str) -> String {
    let keep = |c| if matches!(c, '\r' | '\n') { c } else { visible(c) };
    let text: String = text.chars().map(keep).collect();
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_cannot_write_commands_of_its_own() {
        assert_eq!(data("a\n::error::b 5%"), "a%0A::error::b 5%25");
        assert_eq!(data("##[group]\u{1b}[2J"), "#♯[group]␛[2J");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }

    #[test]
    fn the_eleventh_annotation_goes_to_the_log() {
        let mut cap = Cap::default();
        let line = "::notice file=a.txt,line=1::said";
        for _ in 0..SHOWN {
            assert_eq!(cap.admit(line), line);
        }
        assert_eq!(cap.admit("::notice file=##[a].txt::b"), "notice file=#♯[a].txt::b");
        assert_eq!(cap.admit(line), "notice file=a.txt,line=1::said");
        assert!(cap.admit("::warning file=a::b").starts_with("::"));
    }
}
