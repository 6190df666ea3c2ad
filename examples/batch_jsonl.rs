//! Many articles: records in, one line of report out for each, in the order they came, on all cores.
//!
//! `cargo run --release --features json,parallel --example batch_jsonl -- examples/articles/desk-batch.jsonl`

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};

use onrecord::{Analyzer, Article};
use serde::Deserialize;

/// One line of the file; only `text` is required.
#[derive(Deserialize)]
struct Record {
    text: String,
    id: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
}

impl From<Record> for Article {
    fn from(record: Record) -> Self {
        let mut builder = Article::builder(record.text);
        if let Some(id) = record.id {
            builder = builder.id(id);
        }
        if let Some(title) = record.title {
            builder = builder.title(title);
        }
        if let Some(publisher) = record.publisher {
            builder = builder.publisher(publisher);
        }
        if let Some(published) = record.published {
            builder = builder.published(published);
        }
        builder.build()
    }
}

fn main() -> io::Result<()> {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles/desk-batch.jsonl").to_owned();
    let path = std::env::args().nth(1).unwrap_or(default);
    let analyzer = Analyzer::new();
    let mut out = io::BufWriter::new(io::stdout().lock());

    // A bounded batch at a time keeps memory flat however long the file is.
    let mut lines = BufReader::new(File::open(path)?).lines();
    loop {
        let batch: Vec<Article> = lines
            .by_ref()
            .take(256)
            .map(|line| Ok(Article::from(serde_json::from_str::<Record>(&line?)?)))
            .collect::<io::Result<_>>()?;
        if batch.is_empty() {
            return out.flush();
        }
        for report in analyzer.analyze_all(&batch) {
            writeln!(out, "{}", report.to_json())?;
        }
    }
}
