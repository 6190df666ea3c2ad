//! The command line.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::io::{BufRead, Write};

fn main() {
    let path = std::env::args().next_back().unwrap_or_default();
    let Ok(file) = std::fs::File::open(&path) else {
        eprintln!("cannot open {path}");
        std::process::exit(2);
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::BufReader::new(file).lines().map_while(Result::ok) {
        let record: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        let text = |key: &str| record.get(key).and_then(|v| v.as_str()).map(str::to_string);
        let mut article = onrecord::Article::builder(text("text").unwrap_or_default());
        if let Some(title) = text("title") {
            article = article.title(title);
        }
        if let Some(id) = text("id") {
            article = article.id(id);
        }
        if let Some(publisher) = text("publisher") {
            article = article.publisher(publisher);
        }
        let report = onrecord::analyze(&article.build());
        if writeln!(out, "{}", report.to_json()).is_err() {
            return;
        }
    }
}
