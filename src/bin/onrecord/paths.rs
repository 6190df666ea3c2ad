//! From what was named on the command line to the files that are read, in a stable order.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::overrides::OverrideBuilder;
use onrecord::input::Kind;
use onrecord::render::Unread;

use crate::Fault;

/// One thing to read.
#[derive(Debug)]
pub(crate) enum Target {
    /// A file.
    File { path: PathBuf, kind: Kind },
    /// Standard input under a name.
    Stdin { name: String, kind: Kind },
    /// Something that cannot be read; told where it stands in the order.
    Fault(Unread),
}

/// How files are left out.
#[derive(Debug)]
pub(crate) struct Exclude {
    patterns: Gitignore,
    forced: bool,
}

impl Exclude {
    /// Patterns as in `.gitignore`, from a folder on; `forced` for files that are named, too.
    pub(crate) fn new(folder: &Path, patterns: &[String], forced: bool) -> Result<Self, Fault> {
        Ok(Exclude {
            patterns: matcher(folder, patterns)?,
            forced,
        })
    }

    fn covers(&self, path: &Path, is_folder: bool) -> bool {
        matches(&self.patterns, path, is_folder)
    }
}

/// A matcher of `.gitignore` patterns.
pub(crate) fn matcher(folder: &Path, patterns: &[String]) -> Result<Gitignore, Fault> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = std::path::absolute(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut builder = GitignoreBuilder::new(folder);
    for pattern in patterns {
        builder
            .add_line(None, pattern)
            .map_err(|e| format!("pattern `{pattern}`: {e}"))?;
    }
    builder.build().map_err(|e| e.to_string())
}

/// Whether a path, or a folder above it, is matched.
pub(crate) fn matches(patterns: &Gitignore, path: &Path, is_folder: bool) -> bool {
    if patterns.is_empty() {
        return false;
    }
    // Patterns start at the settings' folder, wherever the command was given.
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    match path.strip_prefix(patterns.path()) {
        Ok(inside) => patterns.matched_path_or_any_parents(inside, is_folder).is_ignore(),
        Err(_) => false,
    }
}

/// Everything the arguments name.
pub(crate) fn targets(paths: &[PathBuf], stdin_name: Option<&Path>, exclude: &Exclude) -> Vec<Target> {
    let mut targets = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let name = stdin_name.map_or("-".to_string(), |name| name.display().to_string());
            let kind = stdin_name.and_then(Kind::of).unwrap_or(Kind::Text);
            let left_out = exclude.forced && stdin_name.is_some_and(|name| exclude.covers(name, false));
            if !left_out {
                targets.push(Target::Stdin { name, kind });
            }
        } else if path.is_dir() {
            walk(path, None, exclude, &mut targets);
        } else if path.exists() || !is_glob(path) {
            if !(exclude.forced && exclude.covers(path, false)) {
                targets.push(Target::File {
                    path: path.clone(),
                    kind: Kind::of(path).unwrap_or(Kind::Text),
                });
            }
        } else {
            glob(path, exclude, &mut targets);
        }
    }
    targets
}

fn is_glob(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// Files of a pattern that the shell left to us.
fn glob(pattern: &Path, exclude: &Exclude, targets: &mut Vec<Target>) {
    let folder: PathBuf = pattern
        .components()
        .take_while(|part| !is_glob(Path::new(part.as_os_str())))
        .collect();
    let folder = if folder.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        folder
    };
    let rest = pattern.strip_prefix(&folder).unwrap_or(pattern);
    walk(&folder, Some((pattern, rest)), exclude, targets);
}

fn unread(path: &Path, why: &str) -> Unread {
    let name = path.display().to_string();
    let message = format!("{name}: {why}");
    Unread { name, message }
}

fn walk(folder: &Path, glob: Option<(&Path, &Path)>, exclude: &Exclude, targets: &mut Vec<Target>) {
    let mut builder = WalkBuilder::new(folder);
    builder.sort_by_file_path(|a, b| a.cmp(b));
    if let Some((whole, rest)) = glob {
        let anchored = format!("/{}", rest.display());
        let overrides = OverrideBuilder::new(folder).add(&anchored).and_then(|b| b.build());
        match overrides {
            Ok(overrides) => builder.overrides(overrides),
            Err(error) => return targets.push(Target::Fault(unread(whole, &error.to_string()))),
        };
    }
    let before = targets.len();
    for entry in builder.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                let kind = Kind::of(path).or(glob.map(|_| Kind::Text));
                if let Some(kind) = kind.filter(|_| !exclude.covers(path, false)) {
                    targets.push(Target::File {
                        path: path.to_path_buf(),
                        kind,
                    });
                }
            }
            Ok(_) => {}
            Err(error) => targets.push(Target::Fault(Unread {
                name: folder.display().to_string(),
                message: error.to_string(),
            })),
        }
    }
    if targets.len() == before {
        let fault = match glob {
            Some((whole, _)) => unread(whole, "no file matches"),
            None => unread(folder, "no texts in this folder (.txt, .md, .html, .json, .jsonl)"),
        };
        targets.push(Target::Fault(fault));
    }
}
