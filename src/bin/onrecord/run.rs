//! `check` and `compare`: settings, then inputs in order through the workers, then pages in the same order.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use onrecord::compare::shared_passages;
use onrecord::input::markdown::Silence;
use onrecord::input::{Input, Kind};
use onrecord::render::text::Look;
use onrecord::render::{Page, Place, Unread};
use onrecord::report::SharedPassage;
use onrecord::settings::{Settings, rule_or_signal};
use onrecord::{Analyzer, Article, Policy, Report, Severity};
use rayon::prelude::*;

use crate::args::{Format, InputOptions, Options, Setup};
use crate::baseline::Baseline;
use crate::fault::guarded;
use crate::job::{BATCH, Job, Jobs};
use crate::output::{Output, Style, colored, width};
use crate::paths::{Exclude, Target, targets};
use crate::silence::{self, Silences, slips};
use crate::{Fault, complain, one_line, printed};

/// Most threads, however many are asked for: more than any machine has cores, fewer than any refuses to start.
pub(crate) const MOST_THREADS: usize = 256;
/// Articles listed in the closing table.
const LISTED: usize = 100;

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
struct Worker {
    analyzer: Analyzer,
    policy: Policy,
    silences: Silences,
    baseline: Option<Baseline>,
    publisher: Option<String>,
    style: Style,
    /// Whether comments in a text may leave out its findings.
    heeds_comments: bool,
    keeps_findings: bool,
    threads: rayon::ThreadPool,
}

/// What became of one input.
enum Done {
    Fault(Unread),
    Page(Box<Finished>),
}

impl Done {
    fn fault(name: &str, message: Fault) -> Self {
        Done::Fault(Unread {
            name: name.to_owned(),
            message,
        })
    }
}

struct Finished {
    name: String,
    page: String,
    reasons: Vec<String>,
    notes: Vec<String>,
    settled: usize,
    /// Findings left out by comments in the text.
    silenced: usize,
    points: Option<f64>,
    band: Option<String>,
    counts: [usize; 3],
    /// Rule and words of every finding, when a baseline is being written.
    findings: Vec<(String, String)>,
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

    fn work(&self, job: Job) -> Vec<Done> {
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
    fn finish(&self, name: &str, input: &Input, mut report: Report) -> Done {
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

/// One run's course: prints in order and remembers what the exit code needs.
struct Course {
    output: Output,
    progress: Option<ProgressBar>,
    baseline: Option<(PathBuf, Baseline)>,
    rows: Vec<String>,
    quiet: bool,
    articles: usize,
    settled: usize,
    silenced: usize,
    /// Whether all is read even when nobody reads the pages: for the exit code, or the baseline.
    reads_on: bool,
    faults: bool,
    failed: bool,
    text: bool,
}

impl Course {
    fn new(options: &Options, worker: &Worker) -> Result<Self, Fault> {
        let watched = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal() && !options.quiet;
        Ok(Course {
            output: Output::new(worker.style.clone())?,
            progress: watched.then(spinner),
            baseline: options.write_baseline.clone().map(|file| (file, Baseline::default())),
            rows: Vec::new(),
            quiet: options.quiet,
            articles: 0,
            settled: 0,
            silenced: 0,
            reads_on: !options.exit_zero && !worker.policy.is_empty() || options.write_baseline.is_some(),
            faults: false,
            failed: false,
            text: worker.style.format == Format::Text,
        })
    }

    /// Each article for itself: batches keep the cores busy and the memory flat.
    fn one_by_one(&mut self, worker: &Worker, mut jobs: Jobs) -> Result<(), Fault> {
        loop {
            let batch = jobs.batch();
            if batch.is_empty() || self.is_done() {
                return Ok(());
            }
            let done: Vec<Vec<Done>> = worker
                .threads
                .install(|| batch.into_par_iter().map(|job| worker.work(job)).collect());
            for done in done.into_iter().flatten() {
                self.tell(done)?;
            }
            self.output.flush()?;
        }
    }

    /// All articles against one another: they are held together.
    fn together(&mut self, worker: &Worker, jobs: Jobs) -> Result<(), Fault> {
        let jobs: Vec<Job> = jobs.collect();
        let read: Vec<_> = worker
            .threads
            .install(|| jobs.into_par_iter().flat_map_iter(Job::read).collect());
        let mut inputs = Vec::new();
        for (name, input) in read {
            match input {
                Ok(input) => inputs.push((complete(worker.publisher.as_deref(), &name, input), name)),
                Err(message) => self.tell(Done::fault(&name, message))?,
            }
        }
        let articles: Vec<&Article> = inputs.iter().map(|(input, _)| &input.article).collect();
        let shared = shared_passages(&articles);
        let first = articles.first().map(|article| {
            let name = inputs.first().map_or("", |(_, name)| name);
            guarded(name, || worker.analyzer.analyze(article))
        });
        // Without the first article's report the others stand alone; its fault is told where its page would be.
        let first = first.and_then(Result::ok);
        let first = first.map(|report| (report.article().id.clone().unwrap_or_default(), report));
        let work: Vec<_> = inputs.into_iter().zip(shared).enumerate().collect();
        let mut work = work.into_iter();
        loop {
            let batch: Vec<_> = work.by_ref().take(BATCH).collect();
            if batch.is_empty() || self.is_done() {
                return Ok(());
            }
            let finish = |(at, ((input, name), shared)): (usize, ((Input, String), Vec<SharedPassage>))| {
                let done = guarded(&place(&name, &input), || {
                    let mut report = worker.analyzer.analyze(&input.article).with_shared(shared);
                    if let Some((other, first)) = first.as_ref().filter(|_| at > 0) {
                        report = report.against(first, other);
                    }
                    worker.finish(&name, &input, report)
                });
                done.unwrap_or_else(|message| Done::fault(&name, message))
            };
            let done: Vec<Done> = worker.threads.install(|| batch.into_par_iter().map(finish).collect());
            for done in done {
                self.tell(done)?;
            }
        }
    }

    /// Whether what is left to read would change nothing.
    fn is_done(&self) -> bool {
        self.output.is_gone() && !self.reads_on
    }

    fn tell(&mut self, done: Done) -> Result<(), Fault> {
        let finished = match done {
            Done::Fault(unread) => {
                self.faults = true;
                self.aside(|| complain(&unread.message));
                return self.output.unread(unread);
            }
            Done::Page(finished) => finished,
        };
        self.articles += 1;
        self.settled += finished.settled;
        self.silenced += finished.silenced;
        self.failed |= !finished.reasons.is_empty();
        let mut row = String::new();
        if self.text && self.rows.len() < LISTED {
            let points = finished
                .points
                .map_or("no score".to_string(), |points| format!("{points:.2}"));
            let [notes, cautions, concerns] = finished.counts;
            let band = finished.band.as_deref().unwrap_or("-");
            row = format!(
                "  {points:>8}  {band}  {concerns:>8} {cautions:>8} {notes:>6}  {}\n",
                one_line(&finished.name)
            );
        }
        self.rows.extend((!row.is_empty()).then_some(row));
        self.output.page(&finished.page)?;
        if let Some((_, baseline)) = &mut self.baseline {
            baseline.add(&finished.name, &finished.findings);
        }
        let said = finished.reasons.len() + finished.notes.len();
        if said > 0 && !self.quiet {
            self.output.flush()?;
            let name = &finished.name;
            self.aside(|| {
                for reason in &finished.reasons {
                    note(&format!("gate: {name}: {reason}"));
                }
                for slip in &finished.notes {
                    note(&format!("note: {slip}"));
                }
            });
        }
        if let Some(bar) = &self.progress {
            bar.inc(1);
        }
        Ok(())
    }

    /// Prints to standard error without tearing the progress line.
    fn aside(&self, print: impl FnOnce()) {
        match &self.progress {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    fn end(mut self, options: &Options) -> Result<u8, Fault> {
        if self.text && self.articles > 1 {
            let more = self.articles - self.rows.len();
            let mut table = format!(
                "\n{} articles\n    points     concerns cautions  notes\n",
                self.articles
            );
            table.push_str(&self.rows.concat());
            if more > 0 {
                table.push_str(&format!("  and {more} more\n"));
            }
            self.output.write(&table)?;
        }
        self.output.end()?;
        if let Some(bar) = &self.progress {
            bar.finish_and_clear();
        }
        if self.settled > 0 && !self.quiet {
            note(&left_out(self.settled, "silenced by the settings, or in the baseline"));
        }
        // Told even when quiet: whoever writes a text may not settle its check unseen.
        if self.silenced > 0 {
            note(&left_out(
                self.silenced,
                "by comments in the text; --no-inline-ignores keeps them",
            ));
        }
        if let Some((file, baseline)) = &self.baseline {
            baseline.save(file)?;
        }
        Ok(match (self.faults, self.failed && !options.exit_zero) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => 0,
        })
    }
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}") {
        bar.set_style(style);
    }
    bar
}

fn left_out(count: usize, how: &str) -> String {
    let (s, were) = if count == 1 { ("", "was") } else { ("s", "were") };
    format!("note: {count} finding{s} {were} left out ({how})")
}

fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", one_line(text));
}
