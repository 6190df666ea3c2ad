//! What the house still owes: files and functions too long, circles of imports, word lists in code, names with two meanings.
//!
//! Each debt is counted from the sources and held against `exceptions.txt`, a line each: a new one fails, and so does one that grew.
//! `ONRECORD_BLESS=1 cargo test --test house` takes from the list what was paid; it never adds to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::support::{self, root};
use crate::{crate_paths, files, shipped, shown};

/// Whether an exception that nothing needs any more fails too.
const STRICT: bool = false;
/// How much smaller than stated a file or a function may be before a strict run asks for the list to be brought up to date.
const SLACK: usize = 5;

/// 100 to 250 lines is the aim of a file; here it is split by meaning. Unit tests at its foot don't count.
const FILE: usize = 400;
/// 40 lines is the aim of a function.
const FUNCTION: usize = 80;
/// So many string literals in a row are a word table.
const WORDS: usize = 6;

/// How much of each debt there is, by its name.
type Debts = BTreeMap<String, usize>;

/// A source file: where it stands, its module path, and its lines without tests.
struct Source {
    path: String,
    module: Vec<String>,
    code: String,
    whole: String,
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let mut out = Vec::new();
    for file in files(&src, "rs") {
        let whole = fs::read_to_string(&file).expect("source can be read");
        let kept = shipped(&whole).count();
        let code = whole.lines().take(kept).map(|l| format!("{l}\n")).collect();
        let inside = file.strip_prefix(&src).expect("below src").with_extension("");
        let mut module: Vec<String> = inside.iter().map(|s| s.to_string_lossy().into_owned()).collect();
        module.pop_if(|last| last == "mod");
        out.push(Source {
            path: shown(&file),
            module,
            code,
            whole,
        });
    }
    out
}

fn debts(sources: &[Source]) -> Debts {
    let mut debts = Debts::new();
    let read = |s: &&Source| matches!(s.module.first().map(String::as_str), Some("document" | "signals"));
    for source in sources {
        let path = &source.path;
        let lines = source.code.lines().count();
        if lines > FILE {
            debts.insert(format!("file {path}"), lines);
        }
        for (name, lines) in functions(&source.code).filter(|(_, lines)| *lines > FUNCTION) {
            debts.insert(format!("function {path} {name}"), lines);
        }
    }
    for source in sources.iter().filter(read) {
        let path = &source.path;
        let lists = word_lists(&source.code);
        if lists > 0 {
            debts.insert(format!("words {path}"), lists);
        }
        if parses_a_table(&source.code) {
            debts.insert(format!("parser {path}"), 1);
        }
        let lengths = source
            .whole
            .lines()
            .skip(lines_of(&source.code))
            .filter(|l| states_a_length(l));
        let lengths = lengths.count();
        if lengths > 0 {
            debts.insert(format!("length {path}"), lengths);
        }
    }
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for source in sources.iter().filter(read) {
        for name in source.code.lines().filter_map(shared_type) {
            *names.entry(name).or_default() += 1;
        }
    }
    for (name, types) in names.into_iter().filter(|(_, types)| *types > 1) {
        debts.insert(format!("type {name}"), types);
    }
    debts.extend(circles(sources).into_iter().map(|circle| (circle, 1)));
    debts.extend(layer_faults(sources));
    debts
}

fn lines_of(code: &str) -> usize {
    code.lines().count()
}

/// Functions with their lengths, signature and braces counted. The sources are formatted: a function ends at the first brace that
/// stands as far in as it does.
fn functions(code: &str) -> impl Iterator<Item = (&str, usize)> {
    let lines: Vec<&str> = code.lines().collect();
    let mut out = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let text = line.trim_start();
        let Some((before, rest)) = text.split_once("fn ") else {
            continue;
        };
        let word = |w: &str| matches!(w, "pub" | "const" | "async" | "in") || w.starts_with("pub(");
        if !before.split_whitespace().all(word) {
            continue;
        }
        let name = rest
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .next()
            .unwrap_or_default();
        let close = format!("{}}}", &line[..line.len() - text.len()]);
        let end = lines[i..]
            .iter()
            .position(|l| *l == close || l.ends_with(';') && l.len() == close.len());
        if !line.ends_with('}') && !line.ends_with(';') {
            out.push((name, end.map_or(1, |e| e + 1)));
        }
    }
    out.into_iter()
}

/// Runs of [`WORDS`] or more string literals with nothing but a bar or a comma between them. Sentences don't count: they are the
/// examples of rules.
fn word_lists(code: &str) -> usize {
    let (mut lists, mut run, mut sentences) = (0, 0, 0);
    let mut close = |run: &mut usize, sentences: &mut usize| {
        if *run >= WORDS && *sentences * 2 < *run {
            lists += 1;
        }
        (*run, *sentences) = (0, 0);
    };
    let code: String = code
        .lines()
        .filter(|l| !l.trim_start().starts_with("//"))
        .map(|l| l.split(" // ").next().unwrap_or_default().to_owned() + "\n")
        .collect();
    let mut rest = code.as_str();
    let mut joined = false;
    while let Some(c) = rest.chars().next() {
        if c == '"' {
            let end = literal_end(rest);
            if !joined {
                close(&mut run, &mut sentences);
            }
            // Marks are no words.
            run += usize::from(rest[1..end].contains(char::is_alphabetic));
            sentences += usize::from(rest[..end].matches(' ').count() >= 4);
            joined = false;
            rest = &rest[end..];
            continue;
        }
        match c {
            '|' | ',' => joined = true,
            c if c.is_whitespace() => {}
            // A quote mark as a character: `'"'`.
            '\'' if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") => {
                close(&mut run, &mut sentences);
                rest = &rest[rest[1..].find("\"'").map_or(1, |e| e + 3)..];
                continue;
            }
            _ => {
                joined = false;
                close(&mut run, &mut sentences);
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    close(&mut run, &mut sentences);
    lists
}

/// Where a literal that opens the text ends, its quote marks counted.
fn literal_end(text: &str) -> usize {
    let mut escaped = false;
    for (i, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return i + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// Whether code splits a table of words into lines itself, or tells its section heads: `Lexicon` does that for all.
fn parses_a_table(code: &str) -> bool {
    let holds_one = code.contains(".txt\")") && code.contains(".lines()");
    holds_one || code.contains("starts_with('[')") || code.contains("strip_prefix('[')")
}

/// `TABLES.len()` in a test: a table that states its own length says nothing and changes with each word.
fn states_a_length(line: &str) -> bool {
    let constant = |(i, _)| {
        let name: &str = line[..i]
            .rsplit(|c: char| !(c.is_uppercase() || c == '_'))
            .next()
            .unwrap_or_default();
        name.len() > 2
    };
    line.match_indices(".len()").any(constant) || line.contains(".sections().len()")
}

/// The name of a type that other modules see.
fn shared_type(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = line.strip_prefix("pub")?;
    let at = ["struct ", "enum ", "trait "]
        .iter()
        .find_map(|k| Some(rest.find(k)? + k.len()))?;
    let before = rest[..at].split_whitespace().count();
    let name = rest[at..].split(|c: char| !c.is_alphanumeric()).next()?;
    (before <= 3 && !line.contains("fn ")).then_some(name)
}

/// Who of a folder imports whom: every import is an arrow between two modules that stand side by side.
fn arrows(sources: &[Source]) -> BTreeMap<Vec<String>, BTreeSet<(String, String)>> {
    let modules: BTreeSet<&[String]> = sources
        .iter()
        .flat_map(|s| (1..=s.module.len()).map(|n| &s.module[..n]))
        .collect();
    let mut out: BTreeMap<Vec<String>, BTreeSet<(String, String)>> = BTreeMap::new();
    for source in sources {
        for line in source.code.lines().map(str::trim) {
            for path in crate_paths(line) {
                let same = source.module.iter().zip(&path).take_while(|(a, b)| a == b).count();
                let (Some(from), Some(to)) = (source.module.get(same), path.get(same)) else {
                    continue;
                };
                let folder = source.module[..same].to_vec();
                let mut there = folder.clone();
                there.push((*to).to_owned());
                if modules.contains(there.as_slice()) {
                    out.entry(folder).or_default().insert((from.clone(), (*to).to_owned()));
                }
            }
        }
    }
    out
}

/// Every arrow that lies on a circle.
fn circles(sources: &[Source]) -> Vec<String> {
    let mut out = Vec::new();
    for (folder, arrows) in arrows(sources) {
        for (from, to) in &arrows {
            let mut seen = BTreeSet::from([to]);
            let mut open = vec![to];
            while let Some(at) = open.pop() {
                open.extend(arrows.iter().filter(|(a, b)| a == at && seen.insert(b)).map(|(_, b)| b));
            }
            if seen.contains(from) {
                out.push(format!("circle src/{} {from} -> {to}", folder.join("/")));
            }
        }
    }
    out
}

/// The layers of `document/` in their order, each with those it needs: the table in the module's docs.
fn layers() -> Vec<(String, Vec<String>)> {
    let docs = fs::read_to_string(root().join("src/document/mod.rs")).expect("source can be read");
    let rows = docs.lines().filter_map(|l| l.strip_prefix("//! | `"));
    let names = |cell: &str| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    rows.map(|row| {
        let mut cells = row.split('|');
        let layer = cells.next().unwrap_or_default().trim().trim_matches('`').to_owned();
        (layer, names(cells.next().unwrap_or_default()))
    })
    .collect()
}

/// Imports between layers that the table doesn't state, by how many lines make them; and rows that need a layer below theirs.
fn layer_faults(sources: &[Source]) -> Debts {
    let layers = layers();
    let place = |name: &str| layers.iter().position(|(l, _)| l == name);
    let mut faults = Debts::new();
    for (at, (layer, needs)) in layers.iter().enumerate() {
        for need in needs.iter().filter(|n| place(n).is_none_or(|p| p >= at)) {
            faults.insert(format!("layer {layer} states {need}, which is not above it"), 1);
        }
    }
    let inside = sources
        .iter()
        .filter(|s| s.module.len() > 1 && s.module[0] == "document");
    for source in inside {
        let here = &source.module[1];
        let Some(at) = place(here) else {
            faults.insert(format!("layer {here} stands in no row of src/document/mod.rs"), 1);
            continue;
        };
        for line in source.code.lines().map(str::trim) {
            for path in crate_paths(line) {
                if let ["document", there, ..] = path[..]
                    && there.starts_with(char::is_lowercase)
                    && there != here
                    && !layers[at].1.iter().any(|n| n == there)
                {
                    *faults.entry(format!("layer {here} -> {there}")).or_default() += 1;
                }
            }
        }
    }
    faults
}

const LIST: &str = "tests/house/exceptions.txt";

fn listed(path: &Path) -> Debts {
    let list = fs::read_to_string(path).expect("the list can be read");
    list.lines()
        .filter(|l| !l.starts_with('#') && !l.is_empty())
        .map(|l| {
            let (name, size) = l.rsplit_once(' ').expect("a name and a size");
            (name.to_owned(), size.parse().expect("a size"))
        })
        .collect()
}

#[test]
fn no_debt_grows() {
    let path = root().join(LIST);
    let now = debts(&sources());
    let mut allowed = listed(&path);
    if support::bless() {
        allowed.retain(|name, size| {
            now.get(name).is_some_and(|n| {
                *size = *n.min(size);
                true
            })
        });
        let old = fs::read_to_string(&path).expect("the list can be read");
        let mut text: String = old
            .lines()
            .take_while(|l| l.starts_with('#'))
            .map(|l| format!("{l}\n"))
            .collect();
        text.extend(allowed.iter().map(|(name, size)| format!("{name} {size}\n")));
        fs::write(&path, text).expect("the list can be written");
    }
    let grown: Vec<String> = now
        .iter()
        .filter(|(name, n)| allowed.get(*name).is_none_or(|a| a < n))
        .map(|(name, n)| match allowed.get(name) {
            Some(a) => format!("{name} {n} ({a} in {LIST})"),
            None => format!("{name} {n} (new)"),
        })
        .collect();
    assert!(
        grown.is_empty(),
        "files to {FILE} lines, functions to {FUNCTION}, words in tables, no circles, one meaning a name:\n{}",
        grown.join("\n")
    );
    let stale: Vec<String> = allowed
        .iter()
        .filter(|(name, size)| {
            let slack = if name.starts_with("fi") || name.starts_with("fu") {
                SLACK
            } else {
                0
            };
            now.get(*name).is_none_or(|n| n + slack < **size)
        })
        .map(|(name, size)| format!("{name} {size}"))
        .collect();
    assert!(
        !STRICT || stale.is_empty(),
        "paid, so take it from {LIST} (ONRECORD_BLESS=1):\n{}",
        stale.join("\n")
    );
}

#[test]
fn the_counting_counts() {
    let code = "fn a() {\n    1\n}\n\n    pub(crate) const fn b(\n        c: u8,\n    ) {\n    }\n";
    assert_eq!(functions(code).collect::<Vec<_>>(), [("a", 3), ("b", 4)]);
    assert_eq!(word_lists("x(\"a\" | \"b\" | \"c\"\n    | \"d\" | \"e\" | \"f\")"), 1);
    assert_eq!(word_lists("[\"a\", \"b\", \"c\", \"d\", \"e\"]; [\"f\", \"g\"]"), 0);
    assert_eq!(word_lists("'\"' \"a\", \"\\\"b\", \"c\", \"d\", \"e\", \"f\""), 1);
    assert_eq!(word_lists("\"(\" | \")\" | \"[\" | \"]\" | \"{\" | \"}\""), 0);
    assert_eq!(shared_type("pub(crate) struct Page<'a> {"), Some("Page"));
    assert_eq!(shared_type("struct Page {"), None);
    assert!(states_a_length("assert_eq!(TABLES.len(), 4);") && !states_a_length("assert_eq!(t.len(), 4);"));
    let source = |path: &str, code: &str| Source {
        path: path.to_owned(),
        module: path.split('/').map(str::to_owned).collect(),
        code: code.to_owned(),
        whole: code.to_owned(),
    };
    let mut three = vec![
        source("x/a", "use crate::x::b::B;\n"),
        source("x/b", "use crate::x::c::C;\n"),
        source("x/c", ""),
    ];
    assert!(circles(&three).is_empty());
    three[2].code = "// crate::x::b\nuse crate::x::a::A;\n".to_owned();
    assert_eq!(circles(&three).len(), 3);
}
