//! One run's course: inputs in order through the workers, pages in the same order, and what the exit code needs.

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use indicatif::{ProgressBar, ProgressStyle};
use onrecord::Article;
use onrecord::compare::shared_passages;
use onrecord::input::Input;
use onrecord::report::SharedPassage;
use rayon::prelude::*;

use crate::args::{Format, Options};
use crate::baseline::Baseline;
use crate::fault::guarded;
use crate::job::{BATCH, Job, Jobs};
use crate::output::Output;
use crate::run::{Done, Worker, complete, place};
use crate::{Fault, complain, one_line};

/// Articles listed in the closing table.
const LISTED: usize = 100;

/// One run's course: prints in order and remembers what the exit code needs.
pub(crate) struct Course {
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
    pub(crate) fn new(options: &Options, worker: &Worker) -> Result<Self, Fault> {
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
    pub(crate) fn one_by_one(&mut self, worker: &Worker, mut jobs: Jobs) -> Result<(), Fault> {
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
    pub(crate) fn together(&mut self, worker: &Worker, jobs: Jobs) -> Result<(), Fault> {
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

    pub(crate) fn end(mut self, options: &Options) -> Result<u8, Fault> {
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
