//! The few colours of the text report.

use crate::finding::Severity;

/// Puts colour around words, or leaves them alone.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    pub(super) on: bool,
}

const RESET: &str = "\x1b[0m";

impl Ink {
    fn put(self, code: &str, words: &str) -> String {
        if self.on && !words.is_empty() {
            format!("{code}{words}{RESET}")
        } else {
            words.to_owned()
        }
    }

    pub(super) fn bold(self, words: &str) -> String {
        self.put("\x1b[1m", words)
    }

    pub(super) fn dim(self, words: &str) -> String {
        self.put("\x1b[2m", words)
    }

    /// Dims whole lines, each on its own: a pager resets colours at line ends.
    pub(super) fn dim_block(self, lines: &str) -> String {
        lines
            .split_inclusive('\n')
            .map(|line| self.dim(line.trim_end_matches('\n')) + "\n")
            .collect()
    }

    pub(super) fn severity(self, severity: Severity, words: &str) -> String {
        self.put(Ink::code(severity), words)
    }

    /// How words of a finding are painted inside their sentence.
    pub(super) fn mark(self, severity: Severity) -> (&'static str, &'static str) {
        match severity {
            _ if !self.on => ("", ""),
            Severity::Note => ("\x1b[4;36m", RESET),
            Severity::Caution => ("\x1b[4;33m", RESET),
            Severity::Concern => ("\x1b[4;31m", RESET),
        }
    }

    fn code(severity: Severity) -> &'static str {
        match severity {
            Severity::Note => "\x1b[36m",
            Severity::Caution => "\x1b[1;33m",
            Severity::Concern => "\x1b[1;31m",
        }
    }
}
