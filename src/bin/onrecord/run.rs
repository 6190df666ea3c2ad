//! `check` and `compare`: the settings in force, and what is done to one article.

use std::path::{Path, PathBuf};

use onrecord::input::markdown::Silence;
use onrecord::input::{Input, Kind};
use onrecord::render::text::Look;
use onrecord::render::{Page, Place, Unread};
use onrecord::settings::{Settings, rule_or_signal};
use onrecord::{Analyzer, Policy, Report, Severity};

use crate::args::{Format, InputOptions, Options, Setup};
use crate::baseline::Baseline;
use crate::course::Course;
use crate::fault::guarded;
use crate::job::{Job, Jobs};
use crate::output::{Style, colored, width};
use crate::paths::{Exclude, Target, targets};
use crate::silence::{self, Silences, slips};
use crate::{Fault, printed};

/// Most threads, however many are asked for: more than any machine has cores, fewer than any refuses to start.
pub(crate) const MOST_THREADS: usize = 256;

/// Carries out `check` or `compare`; gives the exit code.
pub(crate) fn run(options: &Options, compare: bool) -> Result<u8, Fault> {
    let settings = settings(options)?;
    if options.dump_config {
        return printed(&settings.to_toml());
    }
    let exclude = Exclude::new(&settings.folder, &settings.exclude, options.input.force_exclude)?;
    let targets = targets(&options.paths, options.input.stdin_filename.as_deref(), &exclude);
    let worker = Worker::new(&settings, options, &targets)?;
    let mut course = Course::new(options, &worker)?;
    if compare {
        course.together(&worker, Jobs::new(targets))?;
    } else {
        course.one_by_one(&worker, Jobs::new(targets))?;
    }
    course.end(options)
}

/// The settings in force: the file's, then the command line's.
fn settings(options: &Options) -> Result<Settings, Fault> {
    let mut settings = base(&options.input, &options.setup)?;
    for rule in &options.deny {
        rule_or_signal(rule).map_err(|e| format!("--deny: {e}"))?;
    }
    settings.fail_on = options.fail_on.map(Severity::from).or(settings.fail_on);
    settings.fail_on_abstain = options.fail_on_abstain.then_some(true).or(settings.fail_on_abstain);
    settings.inline_ignores = options.no_inline_ignores.then_some(false).or(settings.inline_ignores);
    settings.fail_under = options.fail_under.or(settings.fail_under);
    settings.min_level = options.min_level.map(Severity::from).or(settings.min_level);
    settings.deny.extend(options.deny.iter().cloned());
    if let Some(name) = &options.preset {
        settings.preset = Some(name.parse().map_err(|e| format!("--preset: {e}"))?);
    }
    settings.baseline = options.baseline.as_deref().map(absolute).or(settings.baseline);
    settings
        .signals
        .extend(options.off.iter().map(|signal| (signal.clone(), false)));
    if let Some(format) = options.format {
        use clap::ValueEnum as _;
        settings.format = format.to_possible_value().map(|value| value.get_name().to_owned());
    }
    Ok(settings)
}

/// The settings that every verb shares: the file's, with what the command line says of inputs and lexicons.
pub(crate) fn base(input: &InputOptions, setup: &Setup) -> Result<Settings, Fault> {
    let here = std::env::current_dir().map_err(|e| format!("current folder: {e}"))?;
    let file = match &setup.config {
        Some(file) => Some(file.clone()),
        None if setup.isolated => None,
        None => Settings::find(&here),
    };
    let mut settings = match &file {
        Some(file) => Settings::load(file).map_err(|e| e.to_string())?,
        None => Settings::default(),
    };
    settings.folder = absolute(if settings.folder.as_os_str().is_empty() {
        &here
    } else {
        &settings.folder
    });
    settings.exclude.extend(input.exclude.iter().cloned());
    settings.publisher = input.publisher.clone().or(settings.publisher);
    settings
        .lexicons
        .extend(setup.lexicon.iter().map(|path| absolute(path)));
    Ok(settings)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The threads to work on.
pub(crate) fn pool(setup: &Setup) -> Result<rayon::ThreadPool, Fault> {
    let threads = rayon::ThreadPoolBuilder::new().num_threads(setup.threads.unwrap_or(0).min(MOST_THREADS));
    threads.build().map_err(|e| format!("threads: {e}"))
}

/// The file of an article, and for a record its line.
pub(crate) fn place(name: &str, input: &Input) -> String {
    let line = input.record_line.map(|line| format!(":{line}"));
    name.to_owned() + &line.unwrap_or_default()
}

/// Gives an article what its file does not say.
pub(crate) fn complete(publisher: Option<&str>, name: &str, mut input: Input) -> Input {
    let id = place(name, &input);
    input.article = input.article.or_id(id);
    if let Some(publisher) = publisher {
        input.article = input.article.or_publisher(publisher);
    }
    input
}

/// Everything that is done to one article, on any thread.
pub(crate) struct Worker {
    pub(crate) analyzer: Analyzer,
    pub(crate) policy: Policy,
    pub(crate) silences: Silences,
    pub(crate) baseline: Option<Baseline>,
    pub(crate) publisher: Option<String>,
    pub(crate) style: Style,
    /// Whether comments in a text may leave out its findings.
    pub(crate) heeds_comments: bool,
    pub(crate) keeps_findings: bool,
    pub(crate) threads: rayon::ThreadPool,
}

/// What became of one input.
pub(crate) enum Done {
    Fault(Unread),
    Page(Box<Finished>),
}

impl Done {
    pub(crate) fn fault(name: &str, message: Fault) -> Self {
        Done::Fault(Unread {
            name: name.to_owned(),
            message,
        })
    }
}

pub(crate) struct Finished {
    pub(crate) name: String,
    pub(crate) page: String,
    pub(crate) reasons: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) settled: usize,
    /// Findings left out by comments in the text.
    pub(crate) silenced: usize,
    pub(crate) points: Option<f64>,
    pub(crate) band: Option<String>,
    pub(crate) counts: [usize; 3],
    /// Rule and words of every finding, when a baseline is being written.
    pub(crate) findings: Vec<(String, String)>,
}

impl Worker {
    fn new(settings: &Settings, options: &Options, targets: &[Target]) -> Result<Self, Fault> {
        let format = match &settings.format {
            None => Format::Text,
            Some(name) => <Format as clap::ValueEnum>::from_str(name, false).map_err(|_| no_format(name))?,
        };
        let analyzer = settings
            .analyzer()
            .and_then(|builder| builder.build())
            .map_err(|e| e.to_string())?;
        let look = Look {
            width: width(options.width),
            color: format == Format::Text && colored(options.color),
            all: options.all,
            least: settings.min_level.unwrap_or(Severity::Note),
        };
        let single = match (targets, options.paths.as_slice()) {
            ([Target::File { kind, path }], [named]) => path == named && *kind != Kind::Jsonl,
            ([Target::Stdin { kind, .. }], [_]) => *kind != Kind::Jsonl,
            _ => false,
        };
        let baseline = settings.baseline.as_ref().filter(|_| options.write_baseline.is_none());
        Ok(Worker {
            analyzer,
            policy: settings.policy(),
            silences: Silences::new(settings)?,
            baseline: baseline
                .map(|file| Baseline::load(&settings.folder.join(file)))
                .transpose()?,
            publisher: settings.publisher.clone(),
            style: Style {
                format,
                look,
                policy: settings.policy(),
                single,
            },
            heeds_comments: settings.inline_ignores.unwrap_or(true),
            keeps_findings: options.write_baseline.is_some(),
            threads: pool(&options.setup)?,
        })
    }

    pub(crate) fn work(&self, job: Job) -> Vec<Done> {
        let read = job.read().into_iter();
        read.map(|(name, input)| match input {
            Ok(input) => guarded(&place(&name, &input), || {
                let input = complete(self.publisher.as_deref(), &name, input);
                let report = self.analyzer.analyze(&input.article);
                self.finish(&name, &input, report)
            })
            .unwrap_or_else(|message| Done::fault(&name, message)),
            Err(message) => Done::fault(&name, message),
        })
        .collect()
    }

    /// From a report to its page: what is settled goes, the gate is asked.
    pub(crate) fn finish(&self, name: &str, input: &Input, mut report: Report) -> Done {
        let mut settled = self.silences.settle(name, &mut report);
        let inside: &[Silence] = if self.heeds_comments { &input.silences } else { &[] };
        let silenced = silence::comments(inside, input.article.text().len(), &mut report);
        let id = report.article().id.clone().unwrap_or_default();
        if let Some(baseline) = &self.baseline {
            settled += baseline.settle(&id, &mut report);
        }
        let place = match (input.kind, input.record_line) {
            (_, Some(line)) => Place::Record(line),
            (Kind::Html | Kind::Json, None) => Place::Extracted,
            _ => Place::Lines,
        };
        if input.kind == Kind::Html {
            report = report.with_text(input.article.text());
        }
        let page = Page::new(name, &report).with_text(input.article.text()).at(place);
        // A record is known by its id: a reader cannot see which line of the file it was.
        let shown = if input.record_line.is_some() && self.style.format == Format::Text {
            &id
        } else {
            name
        };
        let page = Page { name: shown, ..page };
        let mut counts = [0; 3];
        for finding in report.findings() {
            if let Some(count) = Severity::ALL
                .iter()
                .position(|s| *s == finding.severity)
                .and_then(|i| counts.get_mut(i))
            {
                *count += 1;
            }
        }
        let findings = if self.keeps_findings {
            report
                .findings()
                .iter()
                .map(|f| (f.rule.to_string(), f.excerpt.clone()))
                .collect()
        } else {
            Vec::new()
        };
        Done::Page(Box::new(Finished {
            page: self.style.page(&page),
            reasons: report.gate(&self.policy).reasons().to_vec(),
            notes: slips(&input.silences)
                .map(|(line, slip)| format!("{name}:{line}: {slip}"))
                .collect(),
            settled,
            silenced,
            points: report.score().points,
            band: report.score().band.clone(),
            counts,
            findings,
            name: id,
        }))
    }
}

fn no_format(name: &str) -> Fault {
    use clap::ValueEnum as _;
    let known: Vec<String> = Format::value_variants()
        .iter()
        .filter_map(|f| Some(f.to_possible_value()?.get_name().to_owned()))
        .collect();
    format!("no format `{name}` (expected one of: {})", known.join(", "))
}
