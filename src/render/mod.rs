//! Reports as text for people and machines: one format a file, each reads only the report (and, where a passage is shown around a
//! finding, the text that the report's spans point into).

pub mod citations;
pub mod dot;
pub mod github;
#[cfg(feature = "json")]
pub mod gitlab;
pub mod html;
pub mod inert;
pub mod junit;
pub mod markdown;
pub mod mermaid;
pub mod path;
#[cfg(feature = "json")]
pub mod rdjsonl;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(feature = "json")]
pub mod sarif;
pub mod score;
pub mod text;
pub(crate) mod wrap;

use crate::finding::Finding;
use crate::report::Report;
use crate::text::span::Span;

/// Where an article's lines stand in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// They are the file's own lines.
    #[default]
    Lines,
    /// The article is a record on this line of the file.
    Record(u64),
    /// The text was taken out of the file: only the file can be named.
    Extracted,
}

/// One report on its way to the page: what it is called, and the text around its findings.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The file, or another name a reader knows the article by.
    pub name: &'a str,
    /// The report.
    pub report: &'a Report,
    /// The text its spans point into; without it, only the cited words are shown.
    pub text: Option<&'a str>,
    /// Where its lines stand in the file.
    pub place: Place,
}

impl<'a> Page<'a> {
    /// A page of a report that carries its text, or shows only what it cites.
    pub fn new(name: &'a str, report: &'a Report) -> Self {
        Page {
            name,
            report,
            text: report.article().text.as_deref(),
            place: Place::Lines,
        }
    }

    /// With the text that the report's spans point into.
    #[must_use]
    pub fn with_text(mut self, text: &'a str) -> Self {
        self.text = Some(text);
        self
    }

    /// With the place of the article in its file.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Line and column of a finding in the file, as far as they can be named.
    fn position(&self, finding: &Finding) -> (u64, Option<u64>) {
        match self.place {
            Place::Lines => (u64::from(finding.line), Some(u64::from(finding.column))),
            Place::Record(line) => (line, None),
            Place::Extracted => (1, None),
        }
    }

    /// Line and column just behind a finding's last character, where lines can be named.
    fn end(&self, finding: &Finding) -> Option<(u64, u64)> {
        let (line, column) = self.position(finding);
        let newlines = finding.excerpt.matches('\n').count() as u64;
        let last = finding.excerpt.rsplit('\n').next().unwrap_or("").chars().count() as u64;
        Some((
            line + newlines,
            if newlines == 0 {
                column? + last
            } else {
                column.map(|_| 1 + last)?
            },
        ))
    }

    /// The words around a span.
    fn slice(&self, span: Span) -> Option<&'a str> {
        self.text?.get(span.start..span.end)
    }
}

/// An input that could not be read, for formats that list what a run has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The file; empty when none can be named.
    pub name: String,
    /// Why, in one line.
    pub message: String,
}

/// A stable name for a finding that survives edits elsewhere: file, rule and words, never a line number.
pub fn fingerprint(name: &str, finding: &Finding, nth: usize) -> String {
    // FNV-1a: stored by others, so it must never change with the toolchain.
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let nth = nth.to_string();
    for part in [name, "\0", &finding.rule, "\0", &finding.excerpt, "\0", &nth] {
        for byte in part.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

/// A stable number for a name, to tell the articles of one graph apart (FNV-1a).
pub(crate) fn stable(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How often the same rule and words stood before, for each finding in order: tells equal findings apart.
#[cfg(feature = "json")]
fn ordinals(findings: &[Finding]) -> Vec<usize> {
    let mut seen = std::collections::BTreeMap::new();
    let count = |f: &Finding| -> (String, String) { (f.rule.to_string(), f.excerpt.clone()) };
    findings
        .iter()
        .map(|f| {
            let n = seen.entry(count(f)).or_insert(0);
            *n += 1;
            *n - 1
        })
        .collect()
}
