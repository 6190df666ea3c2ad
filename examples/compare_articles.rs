//! Which passages do two articles share, and which of the two had them first?
//!
//! `cargo run --example compare_articles`

#![allow(clippy::print_stdout, reason = "an example prints")]

use onrecord::{Article, compare};

fn main() {
    let courier = Article::builder(include_str!("articles/quarry-courier.txt"))
        .id("courier")
        .publisher("Ellisport Courier")
        .published("2025-02-03")
        .build();
    let hub = Article::builder(include_str!("articles/quarry-spun.txt"))
        .id("hub")
        .publisher("World Today Hub")
        .published("2025-02-05")
        .build();
    let articles = [courier, hub];

    for (article, report) in articles.iter().zip(compare(&articles)) {
        println!("{}", article.id().unwrap_or("article"));
        for passage in report.shared().unwrap_or_default() {
            println!(
                "  {:?} with `{}`, {} words, resemblance {:.2}, earlier: {:?}; {}",
                passage.kind,
                passage.other,
                passage.words,
                passage.resemblance,
                passage.earlier,
                passage.evidence.join(", ")
            );
            println!("    {:?}", &article.text()[passage.span]);
        }
    }
}
