//! The report's `tool.model` names the weights and word tables it was made with, so it must change with any of them.

use std::fs;
use std::path::{Path, PathBuf};

/// Files below a folder, in the same order on every machine.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut below: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|e| e.ok().map(|e| e.path()))
        .collect();
    below.sort();
    for path in below {
        if path.is_dir() {
            out.extend(files(&path));
        } else {
            out.push(path);
        }
    }
    out
}

/// The decimal numbers of a source file, without its comments and tests: weights, thresholds, scales.
fn numbers(source: &str) -> String {
    let code = source.split("#[cfg(test)]").next().unwrap_or(source);
    let mut out = String::new();
    for line in code.lines() {
        let line = line.split("//").next().unwrap_or(line);
        for word in line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '.' || c == '_')) {
            let decimal = word.starts_with(|c: char| c.is_ascii_digit()) && word.trim_end_matches('.').contains('.');
            if decimal {
                out.push_str(word);
                out.push(' ');
            }
        }
    }
    out
}

/// The entries of a table, without its comments.
fn entries(table: &str) -> String {
    table
        .lines()
        .filter(|l| !l.starts_with('#'))
        .collect::<Vec<_>>()
        .join("\n")
}

fn fingerprint() -> String {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    };
    for path in files(&src.join("document")).iter().chain(&files(&src.join("signals"))) {
        let text = fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
        match path.extension().and_then(|e| e.to_str()) {
            Some("txt") => add(&entries(&text)),
            Some("rs") => add(&numbers(&text)),
            _ => {}
        }
    }
    for number in onrecord::render::score::numbers() {
        add(&number.name);
        add(&number.value);
    }
    format!("{:08x}", hash as u32)
}

#[test]
fn the_model_id_follows_tables_and_weights() {
    let now = fingerprint();
    assert!(
        onrecord::analyzer::MODEL.ends_with(&now),
        "word tables or weights changed: `MODEL` in src/analyzer.rs is {}, and must end in {now}",
        onrecord::analyzer::MODEL
    );
}

#[test]
fn a_comment_is_no_weight() {
    assert_eq!(numbers("let a = 0.25; // was 0.5\n#[cfg(test)]\nlet b = 1.5;"), "0.25 ");
    assert_eq!(entries("# what: x\n[a]\nword"), "[a]\nword");
}
