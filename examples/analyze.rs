//! The easy way: one article in, one report out.
//!
//! `cargo run --example analyze` or `cargo run --example analyze -- path/to/article.txt`

#![allow(clippy::print_stdout, reason = "an example prints")]

use onrecord::{Article, analyze};

fn main() -> std::io::Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => include_str!("articles/border-talks-scraped.txt").to_owned(),
    };
    // The publisher is worth saying when you know it: an outlet that cites itself is then told from one that cites another.
    let article = Article::builder(text).publisher("World Today Hub").build();
    let report = analyze(&article);

    match report.score().points {
        Some(points) => println!("{points:.2} of 100 points"),
        None => println!("no score: {}", report.outcome_reason().unwrap_or("unstated")),
    }
    for contribution in report.contributions() {
        println!(
            "{:>7.2}  {}: {}",
            contribution.points, contribution.signal, contribution.because
        );
    }
    for finding in report.findings() {
        // Every span of a report slices the article's text.
        println!(
            "{}:{} {}: {:?}",
            finding.line,
            finding.column,
            finding.rule,
            &article.text()[finding.span]
        );
    }
    println!("\nThe whole report, as the command line prints it:\n\n{report}");
    Ok(())
}
