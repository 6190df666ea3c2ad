//! The layout: imports run down, signals never meet, every signal folder is in `ALL`, word tables are clean; what is still owed is counted.
//!
//! Each failure names the file and the line to change. `ONRECORD_BLESS=1 cargo test --test house` sorts word tables.

#[path = "house/ratchet.rs"]
mod ratchet;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use support::root;

/// The floors of the house, lowest first; modules on one row stand side by side. See "Imports only run down" in `src/lib.rs`.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["article", "finding", "error"],
    &["document", "input"],
    &["corpus"],
    &["signal"],
    &["signals", "score"],
    &["report", "preset"],
    &["analyzer", "citations", "design", "gate", "methods", "schema"],
    &["render"],
    &["settings"],
    &["compare"],
    &["bin"],
];

/// Every file under `folder` with one of these extensions, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("folder can be read") {
            let path = entry.expect("entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|row| row.contains(&module))
}

/// The top-level module a source file belongs to; `lib.rs` has none.
fn module_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root().join("src")).ok()?;
    let first = inside.iter().next()?.to_str()?.trim_end_matches(".rs");
    (first != "lib").then(|| first.to_owned())
}

/// Lines of code that ship, numbered from 1: what follows `#[cfg(test)]` may look anywhere.
fn shipped(code: &str) -> impl Iterator<Item = (usize, &str)> {
    code.lines()
        .map(str::trim)
        .enumerate()
        .map(|(i, line)| (i + 1, line))
        .take_while(|(_, line)| *line != "#[cfg(test)]")
}

/// The path segments behind each `crate::` of a line that is not a comment.
fn crate_paths(line: &str) -> Vec<Vec<&str>> {
    if line.starts_with("//") {
        return Vec::new();
    }
    line.split("crate::")
        .skip(1)
        .map(|rest| {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'))
                .unwrap_or(rest.len());
            rest[..end].split("::").filter(|s| !s.is_empty()).collect()
        })
        .collect()
}

#[test]
fn imports_run_down_only() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let Some(home) = module_of(&path) else { continue };
        if home == "bin" {
            continue;
        }
        let Some(here) = floor(&home) else {
            wrong.push(format!(
                "{}: module `{home}` has no floor in tests/house.rs",
                shown(&path)
            ));
            continue;
        };
        let code = fs::read_to_string(&path).expect("source can be read");
        for (number, line) in shipped(&code) {
            if line.starts_with("use crate::{") {
                wrong.push(format!(
                    "{}:{number}: import from each name's home, not `use crate::{{..}}`",
                    shown(&path)
                ));
            }
            for segments in crate_paths(line) {
                let Some(target) = segments.first().filter(|t| **t != home) else {
                    continue;
                };
                match floor(target) {
                    Some(there) if there < here => {}
                    Some(_) => wrong.push(format!(
                        "{}:{number}: `{home}` reaches up or sideways to `{target}`",
                        shown(&path)
                    )),
                    None if target.starts_with(char::is_lowercase) => {
                        wrong.push(format!(
                            "{}:{number}: module `{target}` has no floor in tests/house.rs",
                            shown(&path)
                        ));
                    }
                    None => wrong.push(format!(
                        "{}:{number}: `{target}` is imported through lib.rs, not from its home",
                        shown(&path)
                    )),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signals_never_import_one_another() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src/signals"), "rs") {
        let inside = path.strip_prefix(root().join("src/signals")).expect("below signals");
        let own = inside
            .iter()
            .next()
            .and_then(|s| s.to_str())
            .unwrap_or_default()
            .trim_end_matches(".rs");
        if own == "mod" {
            continue;
        }
        let code = fs::read_to_string(&path).expect("source can be read");
        for (number, line) in shipped(&code) {
            for segments in crate_paths(line) {
                if let ["signals", other, ..] = segments[..]
                    && other != own
                {
                    wrong.push(format!(
                        "{}:{number}: `{own}` imports `{other}`; move the shared fact down to document/",
                        shown(&path)
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_signal_folder_is_in_all() {
    let mut folders: Vec<String> = fs::read_dir(root().join("src/signals"))
        .expect("signals folder")
        .filter_map(|entry| {
            let path = entry.expect("entry can be read").path();
            let name = path.file_stem()?.to_str()?.to_owned();
            (name != "mod" && (path.is_dir() || path.extension()? == "rs")).then(|| name.replace('_', "-"))
        })
        .collect();
    folders.sort();
    let mut ids: Vec<String> = onrecord::signals::ALL
        .iter()
        .map(|signal| signal.id.to_owned())
        .collect();
    ids.sort();
    assert_eq!(folders, ids, "add the missing one to `ALL` in src/signals/mod.rs");
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> = files(&root().join("src"), "rs")
        .iter()
        .filter(|path| !fs::read_to_string(path).expect("source can be read").starts_with("//!"))
        .map(|path| shown(path))
        .collect();
    assert!(silent.is_empty(), "no `//!` on top: {}", silent.join(", "));
}

/// What counts of a line of a word table: the entry, without its attributes and the reason behind it.
fn entry(line: &str) -> &str {
    line.split(" #")
        .next()
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
}

/// What is wrong with one word table, each with its line. Entries are sorted inside a block, that is between blank lines, comments
/// and section heads, and unique inside their section.
fn table_faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let header: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
    for key in ["# what: ", "# source: ", "# license: "] {
        if !header.iter().any(|line| line.starts_with(key)) {
            faults.push(format!("1: no `{key}` line in the header"));
        }
    }
    // A ranked list is data of another kind: its order is its content.
    let ranked = header.iter().any(|line| line.starts_with("# order: "));
    let mut seen = BTreeSet::new();
    let mut last: Option<&str> = None;
    for (i, line) in text.lines().enumerate() {
        let number = i + 1;
        if line.trim_end() != line {
            faults.push(format!("{number}: trailing space"));
        }
        let entry = entry(line);
        if entry.is_empty() || entry.starts_with(['#', '[']) {
            last = None;
            if entry.starts_with('[') {
                seen.clear();
            }
            continue;
        }
        if entry
            .chars()
            .any(|c| c.is_uppercase() || matches!(c, '\u{2018}' | '\u{2019}'))
        {
            faults.push(format!(
                "{number}: `{entry}` is not folded (lower case, straight apostrophe)"
            ));
        }
        if !seen.insert(entry) {
            faults.push(format!("{number}: `{entry}` stands twice"));
        }
        if let Some(last) = last.filter(|last| !ranked && *last > entry) {
            faults.push(format!("{number}: `{entry}` belongs before `{last}`"));
        }
        last = Some(entry);
    }
    faults
}

/// The table with the entries of each block in order; a doubled entry is left for a person to decide.
fn sorted_table(text: &str) -> String {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let free = |line: &&str| entry(line).is_empty() || entry(line).starts_with(['#', '[']);
    for block in lines.split_mut(|line| free(line)) {
        block.sort_by_key(|line| entry(line).to_owned());
    }
    lines.join("\n") + "\n"
}

#[test]
fn word_tables_are_clean() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "txt") {
        let mut text = fs::read_to_string(&path).expect("table can be read");
        if support::bless() && !text.contains("\n# order: ") {
            text = sorted_table(&text);
            fs::write(&path, &text).expect("table can be written");
        }
        wrong.extend(
            table_faults(&text)
                .into_iter()
                .map(|fault| format!("{}:{fault}", shown(&path))),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_dirty_word_table_is_found() {
    let header = "# what: w\n# source: own composition\n# license: MIT OR Apache-2.0\n";
    assert!(table_faults(&format!("{header}[one]\nalpha\nbeta  # why\n[two]\nalpha\n")).is_empty());
    assert_eq!(table_faults(&format!("{header}beta\nalpha\n")).len(), 1, "unsorted");
    assert_eq!(table_faults(&format!("{header}alpha\nalpha\n")).len(), 1, "twice");
    assert_eq!(table_faults(&format!("{header}Alpha\n")).len(), 1, "not folded");
    assert_eq!(table_faults("alpha\n").len(), 3, "no header");
    assert!(table_faults(&sorted_table(&format!("{header}[one]\nbeta\nalpha\n\naleph\n"))).is_empty());
}
