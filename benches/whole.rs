//! A whole report, article in to report out, from 1 KB to 10 MB: time per byte has to stay flat. `memory` counts what it takes.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use onrecord::{Article, analyze};

fn main() {
    divan::main();
}

fn report(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = Article::new(support::text(bytes));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| analyze(divan::black_box(&article)));
}

#[divan::bench(args = [1_000, 4_000, 40_000])]
fn article(bencher: Bencher<'_, '_>, bytes: usize) {
    report(bencher, bytes);
}

#[divan::bench(args = [400_000, 1_000_000, 10_000_000], sample_count = 5, sample_size = 1)]
fn book(bencher: Bencher<'_, '_>, bytes: usize) {
    report(bencher, bytes);
}

#[divan::bench(args = support::HOSTILE, sample_count = 5, sample_size = 1)]
fn hostile(bencher: Bencher<'_, '_>, kind: &str) {
    let article = Article::new(support::hostile(kind));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| analyze(divan::black_box(&article)));
}
