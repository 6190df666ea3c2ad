//! Every signal on every short article of `tests/corpus`: the whole text report against `<name>.report.txt`, so that cross-fire is seen.
//!
//! After a change that is meant to change reports, run `ONRECORD_BLESS=1 cargo test --test corpus`, then *read* the diff.

mod support;

use std::fmt::Write as _;
use std::fs;

use onrecord::analyze;
use support::{bless, corpus};

#[test]
fn reports_are_as_reviewed() {
    let mut changed = String::new();
    for case in corpus() {
        let report = analyze(&case.article()).to_string();
        let path = case.path.with_extension("report.txt");
        if bless() {
            fs::write(&path, &report).expect("snapshot can be written");
            continue;
        }
        let reviewed = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if reviewed != report {
            let line = reviewed
                .lines()
                .zip(report.lines())
                .position(|(a, b)| a != b)
                .unwrap_or(0);
            let _ = writeln!(changed, "{}: line {}", case.name, line + 1);
            let _ = writeln!(
                changed,
                "  reviewed: {}",
                reviewed.lines().nth(line).unwrap_or("(nothing)")
            );
            let _ = writeln!(
                changed,
                "  now:      {}",
                report.lines().nth(line).unwrap_or("(nothing)")
            );
        }
    }
    assert!(
        changed.is_empty(),
        "reports differ from the reviewed ones; ONRECORD_BLESS=1 rewrites them, then read the diff\n{changed}"
    );
}

#[test]
fn every_article_says_what_it_shows() {
    let cases = corpus();
    assert!(cases.len() >= 30);
    for case in cases {
        assert!(!case.shows.is_empty(), "{} has no `# shows:` line", case.name);
        assert!(!case.text.starts_with('#'), "{} has an unknown header line", case.name);
    }
}

#[test]
fn no_snapshot_is_left_behind() {
    let folder = support::root().join("tests/corpus");
    for entry in fs::read_dir(folder).expect("corpus folder") {
        let path = entry.expect("entry can be read").path();
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        if let Some(stem) = name.strip_suffix(".report.txt") {
            assert!(
                path.with_file_name(format!("{stem}.txt")).exists(),
                "{name} has no article"
            );
        }
    }
}
