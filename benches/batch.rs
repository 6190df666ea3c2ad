//! A batch of records, as `onrecord check --format jsonl` reads and writes them: parse, analyse, print; on one core and on all.

mod support;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use onrecord::{Analyzer, Article};

fn main() {
    divan::main();
}

/// Two hundred records of 1 to 8 KB.
fn lines() -> Vec<String> {
    (0..200)
        .map(|n| serde_json::json!({"id": n.to_string(), "text": support::text(1_000 + n * 35)}).to_string())
        .collect()
}

fn article(line: &str) -> Article {
    let record: serde_json::Value = serde_json::from_str(line).expect("a record of our own");
    let field = |name: &str| {
        record
            .get(name)
            .and_then(|value| value.as_str())
            .unwrap_or_default()
            .to_owned()
    };
    Article::builder(field("text")).id(field("id")).build()
}

#[divan::bench(sample_count = 20)]
fn jsonl_on_one_core(bencher: Bencher<'_, '_>) {
    let lines = lines();
    let analyzer = Analyzer::new();
    let bytes: usize = lines.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .counter(ItemsCount::new(lines.len()))
        .bench(|| {
            lines
                .iter()
                .map(|line| analyzer.analyze(&article(line)).to_json().len())
                .sum::<usize>()
        });
}

#[cfg(feature = "parallel")]
#[divan::bench(sample_count = 20)]
fn jsonl_on_all_cores(bencher: Bencher<'_, '_>) {
    let lines = lines();
    let analyzer = Analyzer::new();
    let bytes: usize = lines.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .counter(ItemsCount::new(lines.len()))
        .bench(|| {
            let articles: Vec<Article> = lines.iter().map(|line| article(line)).collect();
            analyzer
                .analyze_all(&articles)
                .iter()
                .map(|report| report.to_json().len())
                .sum::<usize>()
        });
}
