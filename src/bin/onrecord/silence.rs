//! Findings that an author or editor has settled: comments in a file, `[[ignore]]` in the settings.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use ignore::gitignore::Gitignore;
use onrecord::Report;
use onrecord::input::markdown::Silence;
use onrecord::settings::{Settings, rule_or_signal};

use crate::Fault;
use crate::paths::{matcher, matches};

/// The settings' ignores, compiled: by the rule or signal they name, so that a finding meets only those meant for it.
#[derive(Debug)]
pub(crate) struct Silences {
    by_rule: HashMap<String, Vec<Entry>>,
}

#[derive(Debug)]
struct Entry {
    /// Words in lower case.
    text: Option<String>,
    pattern: Option<Gitignore>,
}

impl Silences {
    pub(crate) fn new(settings: &Settings) -> Result<Self, Fault> {
        let mut by_rule: HashMap<String, Vec<Entry>> = HashMap::new();
        let mut seen = HashSet::new();
        for ignore in &settings.ignore {
            if !seen.insert((&ignore.rule, &ignore.text, &ignore.path)) {
                continue;
            }
            let path = ignore.path.as_ref().map(std::slice::from_ref);
            let pattern = path.map(|path| matcher(&settings.folder, path)).transpose()?;
            let text = ignore.text.as_ref().map(|text| text.to_lowercase());
            by_rule
                .entry(ignore.rule.clone())
                .or_default()
                .push(Entry { text, pattern });
        }
        Ok(Silences { by_rule })
    }

    /// Takes out what is settled; gives how many findings that were.
    pub(crate) fn settle(&self, name: &str, report: &mut Report) -> usize {
        if self.by_rule.is_empty() {
            return 0;
        }
        let before = report.findings().len();
        // What applies to this file is asked once, and one entry without words settles all of its rule.
        let here: HashMap<&str, Vec<&str>> = self
            .by_rule
            .iter()
            .map(|(rule, entries)| {
                let here = entries.iter().filter(|e| {
                    let pattern = e.pattern.as_ref();
                    pattern.is_none_or(|p| matches(p, Path::new(name), false))
                });
                let mut texts: Vec<&str> = here.map(|e| e.text.as_deref().unwrap_or("")).collect();
                if texts.iter().any(|text| text.is_empty()) {
                    texts = vec![""];
                }
                (rule.as_str(), texts)
            })
            .collect();
        report.retain_findings(|finding| {
            let signal = finding.rule.split('/').next().unwrap_or_default();
            let of_both = [signal, &*finding.rule].map(|id| here.get(id));
            let mut texts = of_both.into_iter().flatten().flatten().peekable();
            if texts.peek().is_none() {
                return true;
            }
            let words = finding.excerpt.to_lowercase();
            !texts.any(|text| words.contains(text))
        });
        before - report.findings().len()
    }
}

/// Takes out what comments in a text of some length settle; gives how many findings that were.
pub(crate) fn comments(inside: &[Silence], length: usize, report: &mut Report) -> usize {
    // A silence is of the whole file, or of one paragraph: those of a paragraph are met together.
    let mut places: BTreeMap<usize, (usize, HashSet<&str>)> = BTreeMap::new();
    let mut whole: HashSet<&str> = HashSet::new();
    for silence in inside {
        let every = silence.rules.is_empty().then_some("");
        let rules = silence.rules.iter().map(String::as_str).chain(every);
        if silence.span.len() == length {
            whole.extend(rules);
        } else {
            let place = places.entry(silence.span.start).or_default();
            place.0 = place.0.max(silence.span.end);
            place.1.extend(rules);
        }
    }
    let before = report.findings().len();
    report.retain_findings(|finding| {
        let signal = finding.rule.split('/').next().unwrap_or_default();
        let settles = |rules: &HashSet<&str>| ["", signal, &*finding.rule].iter().any(|name| rules.contains(name));
        let here = places.range(..=finding.span.start).next_back();
        let here = here.filter(|(_, (end, _))| finding.span.end <= *end);
        !settles(&whole) && !here.is_some_and(|(_, (_, rules))| settles(rules))
    });
    before - report.findings().len()
}

/// A comment that names no rule we know is a slip worth a word.
pub(crate) fn slips(inside: &[Silence]) -> impl Iterator<Item = (u64, String)> + '_ {
    let named = inside
        .iter()
        .flat_map(|silence| silence.rules.iter().map(|rule| (silence.line, rule)));
    named.filter_map(|(line, rule)| rule_or_signal(rule).err().map(|error| (line, error.to_string())))
}
