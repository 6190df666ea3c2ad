//! The inputs one by one: each a unit of work small enough to hold, a `.jsonl` file one record at a time.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::Arc;

use onrecord::input::{self, Input, Kind, Problem, records};
use onrecord::render::Unread;

use crate::Fault;
use crate::fault::guarded;
use crate::paths::Target;

/// Work handed out at once: enough to keep every core busy, little enough to keep memory flat.
pub(crate) const BATCH: usize = 256;
const BATCH_BYTES: u64 = 8 << 20;

/// One unit of work.
#[derive(Debug)]
pub(crate) enum Job {
    /// A file, to be read by the worker.
    File { path: PathBuf, kind: Kind },
    /// Bytes that were read already.
    Bytes { name: String, bytes: Vec<u8>, kind: Kind },
    /// One record.
    Record { name: Arc<str>, line: records::Line },
    /// Something that could not be read.
    Fault(Unread),
}

impl Job {
    /// About how many bytes it will hold.
    pub(crate) fn weight(&self) -> u64 {
        match self {
            Job::File { path, .. } => fs::metadata(path).map_or(0, |m| m.len()),
            Job::Bytes { bytes, .. } => bytes.len() as u64,
            Job::Record { line, .. } => line.bytes.len() as u64,
            Job::Fault(_) => 0,
        }
    }

    /// Reads its articles, each under the name a reader knows it by, or says why one cannot be read.
    pub(crate) fn read(self) -> Vec<(String, Result<Input, Fault>)> {
        let name = self.place();
        guarded(&name, || self.open()).unwrap_or_else(|fault| vec![(name, Err(fault))])
    }

    fn fault(name: &str, error: &io::Error) -> Self {
        Job::Fault(Unread {
            name: name.to_owned(),
            message: unreadable(name, error),
        })
    }

    /// The file, and for a record its line.
    fn place(&self) -> String {
        match self {
            Job::File { path, .. } => path.display().to_string(),
            Job::Bytes { name, .. } => name.clone(),
            Job::Record { name, line } => format!("{name}:{}", line.number),
            Job::Fault(unread) => unread.name.clone(),
        }
    }

    fn open(self) -> Vec<(String, Result<Input, Fault>)> {
        match self {
            Job::Fault(unread) => vec![(unread.name, Err(unread.message))],
            Job::File { path, kind } => {
                let name = path.display().to_string();
                match fs::read(&path) {
                    Ok(bytes) => articles(&name, &bytes, kind),
                    Err(error) => vec![(name.clone(), Err(unreadable(&name, &error)))],
                }
            }
            Job::Bytes { name, bytes, kind } => articles(&name, &bytes, kind),
            Job::Record { name, line } => {
                let read = line.read().map_err(|problem| told(&name, &problem));
                vec![(name.to_string(), read)]
            }
        }
    }
}

fn articles(name: &str, bytes: &[u8], kind: Kind) -> Vec<(String, Result<Input, Fault>)> {
    let named = |read: Result<Input, Problem>| (name.to_string(), read.map_err(|problem| told(name, &problem)));
    match kind {
        Kind::Json => match records::json(bytes) {
            Ok(all) => all.into_iter().map(named).collect(),
            Err(problem) => vec![named(Err(problem))],
        },
        kind => vec![named(input::article(bytes, kind))],
    }
}

/// `FILE:LINE:COLUMN: what`, as editors jump to it.
fn told(name: &str, problem: &Problem) -> Fault {
    let mut place = name.to_string();
    for number in [problem.line(), problem.column()].into_iter().map_while(|n| n) {
        place.push_str(&format!(":{number}"));
    }
    format!("{place}: {problem}")
}

pub(crate) fn unreadable(name: &str, error: &io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::NotFound => format!("{name}: no such file"),
        io::ErrorKind::PermissionDenied => format!("{name}: permission denied"),
        _ => format!("{name}: {error}"),
    }
}

/// A `.jsonl` stream that is being read, with its name.
type Stream = (Arc<str>, records::Lines<Box<dyn BufRead>>);

/// Targets as jobs, opened only when their turn comes.
pub(crate) struct Jobs {
    targets: std::vec::IntoIter<Target>,
    open: Option<Stream>,
}

impl Jobs {
    pub(crate) fn new(targets: Vec<Target>) -> Self {
        Jobs {
            targets: targets.into_iter(),
            open: None,
        }
    }

    /// The next jobs, enough to keep every core busy; none at the end.
    pub(crate) fn batch(&mut self) -> Vec<Job> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(job) = self.next() else { break };
            bytes += job.weight();
            batch.push(job);
        }
        batch
    }

    fn start(&mut self, name: String, reader: Box<dyn BufRead>) {
        self.open = Some((name.into(), records::Lines::new(reader)));
    }
}

impl Iterator for Jobs {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some((name, lines)) = &mut self.open {
                match lines.next() {
                    Some(Ok(line)) => {
                        return Some(Job::Record {
                            name: Arc::clone(name),
                            line,
                        });
                    }
                    Some(Err(error)) => return Some(Job::fault(name, &error)),
                    None => self.open = None,
                }
            }
            match self.targets.next()? {
                Target::Fault(fault) => return Some(Job::Fault(fault)),
                Target::File {
                    path,
                    kind: Kind::Jsonl,
                } => {
                    let name = path.display().to_string();
                    match File::open(&path) {
                        Ok(file) => self.start(name, Box::new(BufReader::with_capacity(1 << 16, file))),
                        Err(error) => return Some(Job::fault(&name, &error)),
                    }
                }
                Target::File { path, kind } => return Some(Job::File { path, kind }),
                Target::Stdin {
                    name,
                    kind: Kind::Jsonl,
                } => self.start(name, Box::new(BufReader::new(io::stdin()))),
                Target::Stdin { name, kind } => {
                    let mut bytes = Vec::new();
                    return Some(match io::stdin().lock().read_to_end(&mut bytes) {
                        Ok(_) => Job::Bytes { name, bytes, kind },
                        Err(error) => Job::fault(&name, &error),
                    });
                }
            }
        }
    }
}
