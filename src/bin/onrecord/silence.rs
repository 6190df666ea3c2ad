//! Findings that an author or editor has settled: comments in a file, `[[ignore]]` in the settings.

use std::path::Path;

use ignore::gitignore::Gitignore;
use onrecord::gate::names;
use onrecord::input::markdown::Silence;
use onrecord::settings::{Ignore, Settings, rule_or_signal};
use onrecord::{Finding, Report};

use crate::Fault;
use crate::paths::{matcher, matches};

/// The settings' ignores, compiled.
#[derive(Debug)]
pub(crate) struct Silences {
    entries: Vec<(Ignore, Option<Gitignore>)>,
}

impl Silences {
    pub(crate) fn new(settings: &Settings) -> Result<Self, Fault> {
        let compiled = settings.ignore.iter().map(|entry| {
            let pattern = entry
                .path
                .as_ref()
                .map(|path| matcher(&settings.folder, std::slice::from_ref(path)))
                .transpose()?;
            Ok((entry.clone(), pattern))
        });
        Ok(Silences {
            entries: compiled.collect::<Result<_, Fault>>()?,
        })
    }

    /// Takes out what is settled; gives how many findings that were.
    pub(crate) fn settle(&self, name: &str, inside: &[Silence], report: &mut Report) -> usize {
        let before = report.findings().len();
        let here: Vec<&Ignore> = self
            .entries
            .iter()
            .filter(|(_, pattern)| pattern.as_ref().is_none_or(|p| matches(p, Path::new(name), false)))
            .map(|(entry, _)| entry)
            .collect();
        report
            .retain_findings(|f| !here.iter().any(|entry| settled(entry, f)) && !inside.iter().any(|s| silenced(s, f)));
        before - report.findings().len()
    }
}

fn settled(entry: &Ignore, finding: &Finding) -> bool {
    let words = entry
        .text
        .as_ref()
        .is_none_or(|text| finding.excerpt.to_lowercase().contains(&text.to_lowercase()));
    names(&entry.rule, &finding.rule) && words
}

fn silenced(silence: &Silence, finding: &Finding) -> bool {
    let here = silence.span.contains(finding.span);
    here && (silence.rules.is_empty() || silence.rules.iter().any(|rule| names(rule, &finding.rule)))
}

/// A comment that names no rule we know is a slip worth a word.
pub(crate) fn slips(inside: &[Silence]) -> impl Iterator<Item = (u64, String)> + '_ {
    let named = inside
        .iter()
        .flat_map(|silence| silence.rules.iter().map(|rule| (silence.line, rule)));
    named.filter_map(|(line, rule)| rule_or_signal(rule).err().map(|error| (line, error.to_string())))
}
