//! `corpus add`, `match` and `stats`: an index of many articles in one file.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};
use indicatif::{ProgressBar, ProgressStyle};
use onrecord::Article;
use onrecord::corpus::{Corpus, Winnow};

use crate::args::{AddOptions, CorpusVerb, MatchOptions, Sources, StatsOptions};
use crate::job::{Job, Jobs};
use crate::matches::{Page, stats};
use crate::paths::{Exclude, targets};
use crate::run::MOST_THREADS;
use crate::{Fault, complain, one_line, printed};

/// Carries out one of the verbs; gives the exit code.
pub(crate) fn corpus(verb: &CorpusVerb) -> Result<u8, Fault> {
    match verb {
        CorpusVerb::Add(options) => add(options),
        CorpusVerb::Match(options) => find(options),
        CorpusVerb::Stats(StatsOptions { index, format }) => {
            let corpus = load(index)?;
            let size = fs::metadata(index).map_err(|e| format!("{}: {e}", index.display()))?;
            printed(&stats(&corpus, size.len(), *format))
        }
    }
}

fn load(index: &Path) -> Result<Corpus, Fault> {
    Corpus::load(index).map_err(|e| e.to_string())
}

fn add(options: &AddOptions) -> Result<u8, Fault> {
    // Through a link too, all writers meet at the file itself.
    let index = &options.index.canonicalize().unwrap_or_else(|_| options.index.clone());
    let mut lock = lock(index)?;
    let mut corpus = if index.exists() {
        let corpus = load(&options.index)?;
        let now = corpus.winnow().guarantee();
        if let Some(t) = options.t.filter(|t| *t != now) {
            return Err(format!(
                "{}: this index finds runs of {now} words, not {t}; --t is chosen when an index is made",
                options.index.display()
            ));
        }
        corpus
    } else {
        Corpus::with(options.t.map_or(Winnow::CORPUS, Winnow::finding))
    };
    let mut known: HashSet<String> = corpus.entries().iter().map(|e| e.id.clone()).collect();
    let before = corpus.entries().len();
    let mut there = 0;
    let faults = each_batch(&options.sources, true, |batch| {
        let all = batch.len();
        let new: Vec<Article> = batch
            .into_iter()
            .filter(|a| known.insert(a.id().unwrap_or_default().to_owned()))
            .collect();
        there += all - new.len();
        corpus.add_all(&new);
        Ok(true)
    })?;
    let added = corpus.entries().len() - before;
    if added > 0 {
        corpus.save(index).map_err(|e| e.to_string())?;
        lock.made = false;
    }
    if !options.sources.quiet {
        let known = match there {
            0 => String::new(),
            n => format!(" ({n} there already)"),
        };
        let total = corpus.entries().len();
        let shown = one_line(&options.index.display().to_string());
        printed(&format!("{added} added{known}, {total} in {shown}\n"))?;
    }
    Ok(if faults { 2 } else { 0 })
}

/// The one run that adds to an index.
struct Lock {
    /// Held for as long as the run lasts.
    _file: File,
    path: PathBuf,
    /// Whether this run made the file, and nothing has come of it yet: then it goes with the run, so that a mistyped path leaves
    /// nothing behind.
    made: bool,
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.made {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Keeps a second `add` to the same index from undoing the first, and clears what a killed one left.
fn lock(index: &Path) -> Result<Lock, Fault> {
    let name = index
        .file_name()
        .ok_or_else(|| format!("{}: not a file name", index.display()))?
        .to_string_lossy();
    let path = index.with_file_name(format!("{name}.lock"));
    let told = |e: io::Error| format!("{}: {e}", path.display());
    let made = !path.exists();
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(told)?;
    match FileExt::try_lock(&file) {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(format!("{}: another run is adding to this index", index.display()));
        }
        Err(TryLockError::Error(error)) => return Err(told(error)),
    }
    let folder = index.parent().filter(|f| !f.as_os_str().is_empty());
    let left = fs::read_dir(folder.unwrap_or(Path::new(".")))
        .into_iter()
        .flatten()
        .flatten();
    for entry in left {
        let left = entry.file_name().to_string_lossy().into_owned();
        if left
            .strip_prefix(&*name)
            .is_some_and(|l| l.starts_with('.') && l.ends_with(".saving"))
        {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(Lock {
        _file: file,
        path,
        made,
    })
}

fn find(options: &MatchOptions) -> Result<u8, Fault> {
    let corpus = load(&options.index)?;
    let mut page = Page::new(&corpus, options.format);
    let mut out = io::stdout();
    let mut print = |text: &str| match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        done => done.map(|()| true).map_err(|e| format!("standard output: {e}")),
    };
    let watched = !io::stdout().is_terminal();
    let faults = each_batch(&options.sources, watched, |batch| {
        let found = corpus.matches_all(&batch);
        let text: String = batch.iter().zip(&found).map(|(a, f)| page.article(a, f)).collect();
        print(&text)
    })?;
    print(&page.end())?;
    Ok(if faults { 2 } else { 0 })
}

/// Hands over the articles in batches, in order, until told to stop; says whether some input could not be read.
fn each_batch(
    sources: &Sources,
    watched: bool,
    mut take: impl FnMut(Vec<Article>) -> Result<bool, Fault> + Send,
) -> Result<bool, Fault> {
    let here = std::env::current_dir().map_err(|e| format!("current folder: {e}"))?;
    let exclude = Exclude::new(&here, &sources.input.exclude, sources.input.force_exclude)?;
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(sources.threads.unwrap_or(0).min(MOST_THREADS))
        .build()
        .map_err(|e| format!("threads: {e}"))?;
    let watched = watched && io::stderr().is_terminal() && !sources.quiet;
    let progress = watched.then(bar);
    let mut jobs = Jobs::new(targets(
        &sources.paths,
        sources.input.stdin_filename.as_deref(),
        &exclude,
    ));
    let mut faults = false;
    loop {
        let batch = jobs.batch();
        if batch.is_empty() {
            break;
        }
        let read = threads.install(|| {
            use rayon::prelude::*;
            let read = batch.into_par_iter().flat_map_iter(Job::read);
            read.collect::<Vec<_>>()
        });
        let mut articles = Vec::with_capacity(read.len());
        for (name, input) in read {
            match input {
                Ok(input) => {
                    let id = match input.record_line {
                        Some(line) => format!("{name}:{line}"),
                        None => name,
                    };
                    let mut article = input.article.or_id(id);
                    if let Some(publisher) = &sources.input.publisher {
                        article = article.or_publisher(publisher);
                    }
                    articles.push(article);
                }
                Err(fault) => {
                    faults = true;
                    match &progress {
                        Some(bar) => bar.suspend(|| complain(&fault)),
                        None => complain(&fault),
                    }
                }
            }
        }
        let many = articles.len() as u64;
        if !threads.install(|| take(articles))? {
            break;
        }
        if let Some(bar) = &progress {
            bar.inc(many);
        }
    }
    if let Some(bar) = &progress {
        bar.finish_and_clear();
    }
    Ok(faults)
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar
}
