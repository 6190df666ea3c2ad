//! `onrecord.toml`: the settings of the command line, for a program or a `cargo test` that gates as it does.
//!
//! ```toml
//! fail-on = "concern"              # note, caution or concern
//! fail-under = 40                  # points, against the upper end of the interval
//! fail-on-abstain = true           # an article without a score fails
//! inline-ignores = false           # comments in a text leave out none of its findings
//! deny = ["editorializing/label"]  # rules or whole signals
//! min-level = "note"               # mildest finding shown
//! format = "text"
//! exclude = ["drafts/"]            # as in .gitignore
//! preset = "wire"                  # prices for wire, feature, opinion or press-release
//! publisher = "Harbor Times"       # of every article that does not say so itself
//! baseline = "baseline.json"       # findings settled before
//! lexicons = ["house.txt"]         # word lists of your own
//!
//! [signals]
//! boilerplate = false
//!
//! [caps]
//! editorializing = 30
//!
//! [[ignore]]                       # a finding you have settled, and why
//! rule = "editorializing/loaded-term"
//! text = "regime"
//! path = "archive/**"
//! reason = "house style, section 4"
//! ```

mod written;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::analyzer::{Analyzer, AnalyzerBuilder};
use crate::document::pack::Pack;
use crate::error::{Error, nearest};
use crate::finding::Severity;
use crate::gate::Policy;
use crate::preset::Preset;
use crate::signals;

/// The file's name, looked for from the current folder upwards.
pub const FILE: &str = "onrecord.toml";

/// A finding that an editor has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ignore {
    /// A rule or a whole signal.
    pub rule: String,
    /// Only where the finding's words contain these, in either case.
    pub text: Option<String>,
    /// Only in files of this pattern, as in `.gitignore`.
    pub path: Option<String>,
    /// Why: for the next reader.
    pub reason: Option<String>,
}

/// Settings as a file gives them; whatever it leaves out is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// The folder that paths of the file start from.
    pub folder: PathBuf,
    /// Fail on findings of this severity or a graver one.
    pub fail_on: Option<Severity>,
    /// Fail when the upper end of the interval is under these points.
    pub fail_under: Option<f64>,
    /// Fail when an article gets no score.
    pub fail_on_abstain: Option<bool>,
    /// Whether comments in a text leave out its findings; they do when nothing is said.
    pub inline_ignores: Option<bool>,
    /// Fail on any finding of these rules or signals.
    pub deny: Vec<String>,
    /// The mildest findings shown.
    pub min_level: Option<Severity>,
    /// The output format's name.
    pub format: Option<String>,
    /// Files left out of folders.
    pub exclude: Vec<String>,
    /// The prices made for a kind of text.
    pub preset: Option<Preset>,
    /// The outlet of articles that do not name theirs.
    pub publisher: Option<String>,
    /// The file of findings settled before.
    pub baseline: Option<PathBuf>,
    /// Word lists to add.
    pub lexicons: Vec<PathBuf>,
    /// Signals switched off (`false`) or on.
    pub signals: BTreeMap<String, bool>,
    /// The most a signal can cost, in points.
    pub caps: BTreeMap<String, f64>,
    /// Findings settled in the settings.
    pub ignore: Vec<Ignore>,
}

const KEYS: [&str; 15] = [
    "fail-on",
    "fail-under",
    "fail-on-abstain",
    "inline-ignores",
    "deny",
    "min-level",
    "format",
    "exclude",
    "preset",
    "publisher",
    "baseline",
    "lexicons",
    "signals",
    "caps",
    "ignore",
];
const IGNORE_KEYS: [&str; 4] = ["rule", "text", "path", "reason"];

impl Settings {
    /// The nearest settings file at or above a folder.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        folder.ancestors().map(|at| at.join(FILE)).find(|file| file.is_file())
    }

    /// Reads a settings file.
    ///
    /// # Errors
    ///
    /// What is wrong, with file and line; an unknown key, rule, signal or severity with the nearest known one.
    pub fn load(file: &Path) -> Result<Settings, Error> {
        let text = std::fs::read_to_string(file).map_err(|e| Error::settings(format!("{}: {e}", file.display())))?;
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        Settings::parse(&text)
            .map(|settings| Settings { folder, ..settings })
            .map_err(|e| Error::settings(format!("{}:{e}", file.display())))
    }

    /// Reads settings from text.
    ///
    /// # Errors
    ///
    /// As [`Settings::load`], beginning with the line.
    pub fn parse(text: &str) -> Result<Settings, Error> {
        let reader = Reader { text };
        let table = DeTable::parse(text).map_err(|e| reader.wrong(e.span().map_or(0, |s| s.start), e.message()))?;
        reader.settings(table.get_ref())
    }

    /// The gate they set.
    pub fn policy(&self) -> Policy {
        let policy = self.deny.iter().fold(Policy::new(), |policy, rule| policy.deny(rule));
        let policy = self.fail_on.map_or(policy.clone(), |severity| policy.fail_on(severity));
        let policy = self
            .fail_under
            .map_or(policy.clone(), |points| policy.fail_under(points));
        if self.fail_on_abstain == Some(true) {
            policy.fail_on_abstain()
        } else {
            policy
        }
    }

    /// The analyzer they set, still to be built.
    ///
    /// # Errors
    ///
    /// A word list that cannot be read.
    pub fn analyzer(&self) -> Result<AnalyzerBuilder, Error> {
        let mut builder = Analyzer::builder();
        if let Some(preset) = self.preset {
            builder = builder.preset(preset);
        }
        for (signal, on) in &self.signals {
            if !on {
                builder = builder.signal_off(signal);
            }
        }
        for (signal, points) in &self.caps {
            builder = builder.cap(signal, *points);
        }
        for path in &self.lexicons {
            let file = self.folder.join(path);
            let list =
                std::fs::read_to_string(&file).map_err(|e| Error::settings(format!("{}: {e}", file.display())))?;
            builder = builder.pack(Pack::new(path.display().to_string(), list));
        }
        Ok(builder)
    }
}

/// Checks that a name is a rule or a signal.
///
/// # Errors
///
/// Names the nearest known one.
pub fn rule_or_signal(name: &str) -> Result<(), Error> {
    let rules = || signals::rules().map(|rule| rule.id);
    let all = || signals::ALL.iter().map(|signal| signal.id).chain(rules());
    if all().any(|known| known == name) {
        return Ok(());
    }
    // A rule's name without its signal is the commonest slip.
    let bare = rules().find(|id| id.rsplit('/').next() == Some(name));
    let hint = bare
        .or_else(|| nearest(name, all()))
        .map_or(String::new(), |n| format!(", did you mean `{n}`?"));
    Err(Error::settings(format!("no rule or signal `{name}`{hint}")))
}

/// Reads the name of a severity.
///
/// # Errors
///
/// Names the nearest known one.
pub fn severity(name: &str) -> Result<Severity, Error> {
    Severity::ALL.into_iter().find(|s| s.name() == name).ok_or_else(|| {
        let hint = nearest(name, Severity::ALL.map(Severity::name))
            .map_or(String::new(), |n| format!(", did you mean `{n}`?"));
        Error::settings(format!(
            "no severity `{name}`{hint} (expected note, caution or concern)"
        ))
    })
}

type Value<'a> = toml::Spanned<DeValue<'a>>;

/// Reads values of one file, so that each complaint names its line.
struct Reader<'t> {
    text: &'t str,
}

impl Reader<'_> {
    fn wrong(&self, at: usize, message: impl std::fmt::Display) -> Error {
        let line = self.text.get(..at).unwrap_or("").matches('\n').count() + 1;
        Error::settings(format!("{line}: {message}"))
    }

    fn settings(&self, table: &DeTable<'_>) -> Result<Settings, Error> {
        let mut settings = Settings::default();
        for (key, value) in table {
            let at = key.span().start;
            match key.get_ref().as_ref() {
                "fail-on" => settings.fail_on = Some(self.severity(value)?),
                "min-level" => settings.min_level = Some(self.severity(value)?),
                "fail-under" => settings.fail_under = Some(self.points(value)?),
                "fail-on-abstain" => settings.fail_on_abstain = Some(self.switch(value)?),
                "inline-ignores" => settings.inline_ignores = Some(self.switch(value)?),
                "format" => settings.format = Some(self.string(value)?),
                "preset" => {
                    let name = self.string(value)?;
                    settings.preset = Some(name.parse().map_err(|e| self.wrong(value.span().start, e))?);
                }
                "publisher" => settings.publisher = Some(self.string(value)?),
                "baseline" => settings.baseline = Some(self.string(value)?.into()),
                "exclude" => settings.exclude = self.strings(value)?,
                "lexicons" => settings.lexicons = self.strings(value)?.into_iter().map(PathBuf::from).collect(),
                "deny" => {
                    settings.deny = self.strings(value)?;
                    for rule in &settings.deny {
                        rule_or_signal(rule).map_err(|e| self.wrong(value.span().start, e))?;
                    }
                }
                "signals" => {
                    for (signal, on) in self.table(value)? {
                        self.signal(signal)?;
                        settings.signals.insert(signal.get_ref().to_string(), self.switch(on)?);
                    }
                }
                "caps" => {
                    for (signal, points) in self.table(value)? {
                        self.signal(signal)?;
                        settings.caps.insert(signal.get_ref().to_string(), self.points(points)?);
                    }
                }
                "ignore" => {
                    let entries = value
                        .get_ref()
                        .as_array()
                        .ok_or_else(|| self.expected(value, "[[ignore]] tables"))?;
                    for entry in entries {
                        settings.ignore.push(self.ignore(entry)?);
                    }
                }
                other => return Err(self.unknown(at, other, &KEYS)),
            }
        }
        Ok(settings)
    }

    fn ignore(&self, entry: &Value<'_>) -> Result<Ignore, Error> {
        let mut ignore = Ignore::default();
        for (key, value) in self.table(entry)? {
            let text = self.string(value)?;
            match key.get_ref().as_ref() {
                "rule" => {
                    rule_or_signal(&text).map_err(|e| self.wrong(value.span().start, e))?;
                    ignore.rule = text;
                }
                "text" => ignore.text = Some(text),
                "path" => ignore.path = Some(text),
                "reason" => ignore.reason = Some(text),
                other => return Err(self.unknown(key.span().start, other, &IGNORE_KEYS)),
            }
        }
        if ignore.rule.is_empty() {
            return Err(self.wrong(entry.span().start, "an [[ignore]] without `rule`"));
        }
        Ok(ignore)
    }

    fn unknown(&self, at: usize, key: &str, known: &[&str]) -> Error {
        let dashed = key.replace('_', "-");
        let hint = nearest(&dashed, known.iter().copied()).map_or(String::new(), |n| format!(", did you mean `{n}`?"));
        self.wrong(at, format!("unknown key `{key}`{hint}"))
    }

    fn expected(&self, value: &Value<'_>, what: &str) -> Error {
        self.wrong(
            value.span().start,
            format!("expected {what}, found {}", value.get_ref().type_str()),
        )
    }

    fn signal(&self, key: &toml::Spanned<std::borrow::Cow<'_, str>>) -> Result<(), Error> {
        let name = key.get_ref().as_ref();
        let known = || signals::ALL.iter().map(|signal| signal.id);
        if known().any(|id| id == name) {
            return Ok(());
        }
        let hint = nearest(name, known()).map_or(String::new(), |n| format!(", did you mean `{n}`?"));
        Err(self.wrong(key.span().start, format!("no signal `{name}`{hint}")))
    }

    fn severity(&self, value: &Value<'_>) -> Result<Severity, Error> {
        severity(&self.string(value)?).map_err(|e| self.wrong(value.span().start, e))
    }

    fn switch(&self, value: &Value<'_>) -> Result<bool, Error> {
        let on = value.get_ref().as_bool();
        on.ok_or_else(|| self.expected(value, "true or false"))
    }

    fn string(&self, value: &Value<'_>) -> Result<String, Error> {
        value
            .get_ref()
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| self.expected(value, "a string"))
    }

    fn strings(&self, value: &Value<'_>) -> Result<Vec<String>, Error> {
        let items = value
            .get_ref()
            .as_array()
            .ok_or_else(|| self.expected(value, "a list of strings"))?;
        items.iter().map(|item| self.string(item)).collect()
    }

    fn points(&self, value: &Value<'_>) -> Result<f64, Error> {
        let number = match value.get_ref() {
            DeValue::Integer(n) => n.as_str().parse().ok(),
            DeValue::Float(n) => n.as_str().parse().ok(),
            _ => None,
        };
        number
            .filter(|points| (0.0..=100.0).contains(points))
            .ok_or_else(|| self.expected(value, "a number of points from 0 to 100"))
    }

    fn table<'v, 'a>(&self, value: &'v Value<'a>) -> Result<&'v DeTable<'a>, Error> {
        value
            .get_ref()
            .as_table()
            .ok_or_else(|| self.expected(value, "a table"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        Settings::parse(text).expect_err("wrong settings").to_string()
    }

    #[test]
    fn the_file_of_the_module_docs_is_read_and_written_back() {
        let doc = include_str!("settings.rs");
        let from = doc.find("```toml").expect("the example") + 7;
        let text: String = doc[from..]
            .lines()
            .skip(1)
            .take_while(|l| !l.contains("```"))
            .map(|l| l[3..].trim_start().to_owned() + "\n")
            .collect();
        let text = text
            .replace("editorializing/label", "editorializing")
            .replace("editorializing/loaded-term", "editorializing");
        let settings = Settings::parse(&text).expect("the example is right");
        assert_eq!(
            (settings.fail_on, settings.fail_under),
            (Some(Severity::Concern), Some(40.0))
        );
        assert_eq!(settings.ignore[0].text.as_deref(), Some("regime"));
        assert_eq!(settings.signals.get("boilerplate"), Some(&false));
        assert_eq!(Settings::parse(&settings.to_toml()).expect("written back"), settings);
    }

    #[test]
    fn an_unknown_key_names_its_line_and_the_nearest_known_one() {
        assert_eq!(
            wrong("format = \"text\"\nfail_on = \"note\"\n"),
            "2: unknown key `fail_on`, did you mean `fail-on`?"
        );
        assert_eq!(wrong("[signal]\n"), "1: unknown key `signal`, did you mean `signals`?");
        assert_eq!(
            wrong("[signals]\nboilerplates = false"),
            "2: no signal `boilerplates`, did you mean `boilerplate`?"
        );
        assert_eq!(
            wrong("[[ignore]]\nrule = \"editorializing\"\ntxt = \"a\""),
            "3: unknown key `txt`, did you mean `text`?"
        );
    }

    #[test]
    fn a_wrong_value_is_told_what_was_expected() {
        assert_eq!(
            wrong("fail-on = \"cautions\""),
            "1: no severity `cautions`, did you mean `caution`? (expected note, caution or concern)"
        );
        assert_eq!(
            wrong("fail-under = \"40\""),
            "1: expected a number of points from 0 to 100, found string"
        );
        assert_eq!(
            wrong("\n\nexclude = \"a\""),
            "3: expected a list of strings, found string"
        );
        assert_eq!(wrong("[[ignore]]\ntext = \"x\""), "1: an [[ignore]] without `rule`");
        assert!(wrong("a = = 1").starts_with("1: "));
    }

    #[test]
    fn a_preset_is_read_and_a_slip_names_the_nearest() {
        let settings = Settings::parse("preset = \"press-release\"\n[caps]\nheadline = 1").expect("right");
        assert_eq!(settings.preset, Some(Preset::PressRelease));
        let analyzer = settings.analyzer().and_then(AnalyzerBuilder::build).expect("right");
        let caps: Vec<f64> = analyzer.scales().map(|(_, scale)| scale.cap).collect();
        assert_eq!(
            caps.iter().sum::<f64>(),
            87.0,
            "14 points of the headline became 1: {caps:?}"
        );
        assert!(wrong("\npreset = \"wires\"").starts_with("2: no preset `wires`, did you mean `wire`?"));
    }

    #[test]
    fn they_make_the_same_gate() {
        let settings = Settings::parse("fail-on = \"caution\"\nfail-under = 40\ndeny = [\"headline\"]").expect("right");
        assert_eq!(
            settings.policy(),
            Policy::new()
                .fail_on(Severity::Caution)
                .fail_under(40.0)
                .deny("headline")
        );
    }
}
