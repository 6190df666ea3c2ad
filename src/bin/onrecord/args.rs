//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Who says so, how do we know, and is this page really the story?
///
/// Reads news articles and reports on their sourcing and style, with the evidence for each point. It judges how an article is
/// sourced and written, never whether it is true.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Report on articles
    ///
    /// Exit code 0: nothing at or over the gate; 1: the gate failed; 2: bad usage, an input that cannot be read, or bad settings.
    /// Without --fail-on, --fail-under, --fail-on-abstain or --deny (here or in onrecord.toml) there is no gate.
    #[command(after_long_help = SILENCING)]
    Check(Options),
    /// Report on articles and the passages they share with one another
    #[command(after_long_help = SILENCING)]
    Compare(Options),
    /// Who cites whom: the outlets of many articles in one graph
    ///
    /// An article counts for its publisher: the record's or page's own, or --publisher. Shown are pairs of outlets, rings (A cites B
    /// cites A) and outlets that many articles rest on. Exit code 0, or 2 when an input cannot be read.
    Citations(CitationOptions),
    /// An index of many articles in one file: what does a new one share with them?
    #[command(subcommand)]
    Corpus(CorpusVerb),
    /// List every rule
    Rules {
        /// How to print them
        #[arg(long, value_enum, default_value_t = ListFormat::Text)]
        format: ListFormat,
    },
    /// Explain a rule, a signal, or how the score is made (`explain score`)
    Explain {
        /// A rule (`editorializing/booster`), a signal (`editorializing`), or `score`
        name: String,
    },
    /// Print the JSON Schema of a report
    Schema,
}

const SILENCING: &str = "Silencing a finding:
  One article (Markdown)  <!-- onrecord: ignore RULE --> before a paragraph, or ignore-file for the whole file
  One place, anywhere     [[ignore]] in onrecord.toml, with rule, and text, path and reason as you like
  All that is there now   onrecord check --write-baseline baseline.json PATH, then --baseline baseline.json
A silenced finding is neither shown nor gated. The score stays: it is of the text. How many findings comments in the text left out
is said on standard error even with --quiet; --no-inline-ignores keeps those findings.";

/// Options of `check` and `compare`.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Files (.txt .md .html .json .jsonl), folders, globs, or - for standard input
    #[arg(required_unless_present = "dump_config")]
    pub(crate) paths: Vec<PathBuf>,

    /// How to print reports [default: text]
    #[arg(long, short, value_enum, help_heading = "Output")]
    pub(crate) format: Option<Format>,
    /// Show every finding, source and chain in full (text)
    #[arg(long, help_heading = "Output")]
    pub(crate) all: bool,
    /// Mildest findings to show
    #[arg(long, value_name = "SEVERITY", value_enum, help_heading = "Output")]
    pub(crate) min_level: Option<Level>,
    /// Columns to fill (text) [default: the terminal's, or 80]
    #[arg(long, value_name = "COLUMNS", help_heading = "Output")]
    pub(crate) width: Option<usize>,
    /// When to colour (text)
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = When::Auto, help_heading = "Output")]
    pub(crate) color: When,
    /// No notes on standard error, only errors
    #[arg(long, short, help_heading = "Output")]
    pub(crate) quiet: bool,

    /// Fail on findings of this severity or a graver one
    #[arg(long, value_name = "SEVERITY", value_enum, help_heading = "Gate")]
    pub(crate) fail_on: Option<Level>,
    /// Fail when the upper end of the score's interval is under these points
    #[arg(long, value_name = "POINTS", value_parser = points, help_heading = "Gate")]
    pub(crate) fail_under: Option<f64>,
    /// Fail when an article gets no score: too short, not English, or mostly quoted matter
    #[arg(long, help_heading = "Gate")]
    pub(crate) fail_on_abstain: bool,
    /// Fail on any finding of this rule or signal
    #[arg(long, value_name = "RULE", help_heading = "Gate")]
    pub(crate) deny: Vec<String>,
    /// Exit 0 even when the gate fails
    #[arg(long, help_heading = "Gate")]
    pub(crate) exit_zero: bool,
    /// Keep findings that a comment in the text would leave out
    #[arg(long, help_heading = "Gate")]
    pub(crate) no_inline_ignores: bool,
    /// Leave out the findings of this file
    #[arg(long, value_name = "FILE", help_heading = "Gate")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to this file, to be left out by --baseline
    #[arg(long, value_name = "FILE", help_heading = "Gate")]
    pub(crate) write_baseline: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) input: InputOptions,
    #[command(flatten)]
    pub(crate) setup: Setup,
    /// Print the settings in force and stop
    #[arg(long, help_heading = "Settings")]
    pub(crate) dump_config: bool,
    /// Take the prices made for a kind of text: wire, feature, opinion or press-release
    #[arg(long, value_name = "NAME", help_heading = "Settings")]
    pub(crate) preset: Option<String>,
    /// Switch a signal off
    #[arg(long, value_name = "SIGNAL", help_heading = "Settings")]
    pub(crate) off: Vec<String>,
}

/// Which texts are read, and under which names.
#[derive(Debug, Args)]
pub(crate) struct InputOptions {
    /// Name and kind of standard input: `--stdin-filename draft.md`
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// The outlet of articles that do not name theirs
    #[arg(long, value_name = "NAME", help_heading = "Input")]
    pub(crate) publisher: Option<String>,
    /// Leave out files of this pattern, as in .gitignore
    #[arg(long, value_name = "PATTERN", help_heading = "Input")]
    pub(crate) exclude: Vec<String>,
    /// Leave out excluded files even when they are named, as a pre-commit hook needs
    #[arg(long, help_heading = "Input")]
    pub(crate) force_exclude: bool,
}

/// What every verb that analyses can be told of the settings.
#[derive(Debug, Args)]
pub(crate) struct Setup {
    /// Read settings from this file [default: the nearest onrecord.toml upwards]
    #[arg(long, value_name = "FILE", conflicts_with = "isolated", help_heading = "Settings")]
    pub(crate) config: Option<PathBuf>,
    /// Read no settings file
    #[arg(long, help_heading = "Settings")]
    pub(crate) isolated: bool,
    /// Add a word list of your own
    #[arg(long, value_name = "FILE", help_heading = "Settings")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// Threads to use [default: all cores]
    #[arg(long, short = 'j', value_name = "N", help_heading = "Settings")]
    pub(crate) threads: Option<usize>,
}

/// Options of `citations`.
#[derive(Debug, Args)]
pub(crate) struct CitationOptions {
    /// Files (.txt .md .html .json .jsonl), folders, globs, or - for standard input
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,

    /// How to print them
    #[arg(long, short, value_enum, default_value_t = GraphFormat::Text, help_heading = "Output")]
    pub(crate) format: GraphFormat,
    /// Show every pair and root (text)
    #[arg(long, help_heading = "Output")]
    pub(crate) all: bool,
    /// Columns to fill (text) [default: the terminal's, or 80]
    #[arg(long, value_name = "COLUMNS", help_heading = "Output")]
    pub(crate) width: Option<usize>,

    #[command(flatten)]
    pub(crate) input: InputOptions,
    #[command(flatten)]
    pub(crate) setup: Setup,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    Text,
    Json,
    Dot,
    Mermaid,
}

/// What can be done with an index.
#[derive(Debug, Subcommand)]
pub(crate) enum CorpusVerb {
    /// Add articles to an index, which is made when it is not there
    ///
    /// An article whose id (of the record, or the path) is in the index already is passed over. The file is replaced as a whole at the
    /// end: a run that is killed leaves it as it was. Exit code 2 when some input cannot be read; the others are added.
    Add(AddOptions),
    /// Print the passages that articles share with an index
    ///
    /// Every shared run of t words is found (12 unless the index was made with --t), whatever its case, accents and quote marks. Menus,
    /// teasers and other page furniture are left out. Exit code 2 when some input cannot be read; the others are matched.
    Match(MatchOptions),
    /// Print what an index holds
    Stats(StatsOptions),
}

/// Articles to read.
#[derive(Debug, Args)]
pub(crate) struct Sources {
    /// Files (.txt .md .html .json .jsonl), folders, globs, or - for standard input
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// No notes, only errors
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Threads to use [default: all cores]
    #[arg(long, short = 'j', value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[command(flatten)]
    pub(crate) input: InputOptions,
}

#[derive(Debug, Args)]
pub(crate) struct AddOptions {
    /// The file of the index
    pub(crate) index: PathBuf,
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// Words in the shortest run that is surely found, 5 to 100; chosen when an index is made [default: 12]
    #[arg(long, value_name = "WORDS", value_parser = run_length)]
    pub(crate) t: Option<usize>,
}

#[derive(Debug, Args)]
pub(crate) struct MatchOptions {
    /// The file of the index
    pub(crate) index: PathBuf,
    #[command(flatten)]
    pub(crate) sources: Sources,
    /// How to print matches
    #[arg(long, short, value_enum, default_value_t = MatchFormat::Text)]
    pub(crate) format: MatchFormat,
}

#[derive(Debug, Args)]
pub(crate) struct StatsOptions {
    /// The file of the index
    pub(crate) index: PathBuf,
    /// How to print them
    #[arg(long, short, value_enum, default_value_t = DataFormat::Text)]
    pub(crate) format: DataFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatchFormat {
    Text,
    Json,
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    Text,
    Json,
}

fn run_length(text: &str) -> Result<usize, String> {
    let words = text.parse::<usize>().ok().filter(|words| (5..=100).contains(words));
    words.ok_or_else(|| "expected 5 to 100 words".to_string())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
    Markdown,
    Github,
    Sarif,
    Gitlab,
    Junit,
    Rdjsonl,
    Html,
    Dot,
    Mermaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Note,
    Caution,
    Concern,
}

impl From<Level> for onrecord::Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Note => onrecord::Severity::Note,
            Level::Caution => onrecord::Severity::Caution,
            Level::Concern => onrecord::Severity::Concern,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

fn points(text: &str) -> Result<f64, String> {
    let points = text.parse::<f64>().ok().filter(|points| (0.0..=100.0).contains(points));
    points.ok_or_else(|| "expected points from 0 to 100".to_string())
}
