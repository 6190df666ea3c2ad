//! A gate for texts in a repository: the verdict of `onrecord check --fail-on concern --fail-under 60`, from Rust.
//!
//! `cargo run --example ci_gate -- news/*.txt`, or the same few lines in a `#[test]`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::process::ExitCode;

use onrecord::{Article, Policy, Severity, analyze};

fn main() -> std::io::Result<ExitCode> {
    let policy = Policy::new()
        .fail_on(Severity::Concern)
        .fail_under(60.0)
        .deny("attribution-chains/self-citation");

    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    if paths.is_empty() {
        let shipped = |name: &str| format!("{}/examples/articles/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        paths = ["bridge-inspection", "mayor-wire", "lottery-plain"]
            .map(shipped)
            .to_vec();
    }
    let mut failed = 0;
    for path in &paths {
        let report = analyze(&Article::new(std::fs::read_to_string(path)?));
        let verdict = report.gate(&policy);
        println!("{path}: {verdict}");
        failed += usize::from(!verdict.passed());
    }
    println!("{failed} of {} failed", paths.len());
    Ok(if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
