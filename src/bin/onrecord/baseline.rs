//! Findings settled before: a file that survives edits, because it names words and not lines.

use std::collections::BTreeMap;
use std::fs::{self, File, Permissions};
use std::io::{self, Write as _};
use std::path::Path;

use onrecord::Report;
use serde::{Deserialize, Serialize};

use crate::Fault;
use crate::job::unreadable;

const SCHEMA: &str = "onrecord/baseline/1";

/// Article, rule and words, with how often.
#[derive(Debug, Default)]
pub(crate) struct Baseline {
    articles: BTreeMap<String, BTreeMap<(String, String), usize>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    schema: String,
    findings: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    article: String,
    rule: String,
    words: String,
    count: usize,
}

impl Baseline {
    pub(crate) fn load(file: &Path) -> Result<Self, Fault> {
        let name = file.display().to_string();
        let bytes = fs::read(file).map_err(|e| unreadable(&name, &e))?;
        let stored: Stored = serde_json::from_slice(&bytes).map_err(|e| format!("{name}: not a baseline: {e}"))?;
        if stored.schema != SCHEMA {
            return Err(format!(
                "{name}: not a baseline: schema `{}`, expected `{SCHEMA}`",
                stored.schema
            ));
        }
        let mut baseline = Baseline::default();
        for entry in stored.findings {
            *baseline
                .articles
                .entry(entry.article)
                .or_default()
                .entry((entry.rule, entry.words))
                .or_default() += entry.count;
        }
        Ok(baseline)
    }

    /// Takes out what is settled; gives how many that were. Finding number three of a text that had two is new.
    pub(crate) fn settle(&self, article: &str, report: &mut Report) -> usize {
        let Some(known) = self.articles.get(article) else {
            return 0;
        };
        let mut left = known.clone();
        let before = report.findings().len();
        report.retain_findings(
            |finding| match left.get_mut(&(finding.rule.to_string(), words(&finding.excerpt))) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            },
        );
        before - report.findings().len()
    }

    /// Adds an article's findings.
    pub(crate) fn add(&mut self, article: &str, findings: &[(String, String)]) {
        for (rule, excerpt) in findings {
            let known = self.articles.entry(article.to_owned()).or_default();
            *known.entry((rule.clone(), words(excerpt))).or_default() += 1;
        }
    }

    pub(crate) fn save(&self, file: &Path) -> Result<(), Fault> {
        let findings = self.articles.iter().flat_map(|(article, known)| {
            known.iter().map(|((rule, words), count)| Entry {
                article: article.clone(),
                rule: rule.clone(),
                words: words.clone(),
                count: *count,
            })
        });
        let stored = Stored {
            schema: SCHEMA.to_string(),
            findings: findings.collect(),
        };
        let text = serde_json::to_string_pretty(&stored).map_err(|e| e.to_string())? + "\n";
        replace(file, &text).map_err(|e| unreadable(&file.display().to_string(), &e))
    }
}

/// Writes a file as a whole or not at all, through a link, with the old one's permissions.
fn replace(file: &Path, text: &str) -> io::Result<()> {
    let file = &file.canonicalize().unwrap_or_else(|_| file.to_path_buf());
    let old = fs::metadata(file).ok();
    // A device or a pipe takes what it is given.
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return fs::write(file, text);
    }
    let kept = old.map(|old| old.permissions());
    if kept.as_ref().is_some_and(Permissions::readonly) {
        return Err(io::Error::other("the file is read-only"));
    }
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.saving", std::process::id()));
    let fresh = file.with_file_name(name);
    let write = || {
        let mut out = File::create(&fresh)?;
        if let Some(permissions) = kept {
            out.set_permissions(permissions)?;
        }
        out.write_all(text.as_bytes())?;
        out.sync_all()?;
        fs::rename(&fresh, file)
    };
    write().inspect_err(|_| {
        let _ = fs::remove_file(&fresh);
    })
}

/// A finding's words whatever the line breaks; of a whole block, enough to know it.
fn words(excerpt: &str) -> String {
    let mut out = String::new();
    for word in excerpt.split_whitespace().take(40) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
