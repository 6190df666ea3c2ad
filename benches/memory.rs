//! Peak memory of a whole report: under twelve times the text from 400 KB on (`max alloc` in the table). Counting takes time, so `whole`
//! keeps the clock; the times here are no figures.

mod support;

use divan::{AllocProfiler, Bencher};
use onrecord::{Article, analyze};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

#[divan::bench(args = [4_000, 40_000, 400_000, 1_000_000, 10_000_000], sample_count = 3, sample_size = 1)]
fn news(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = Article::new(support::text(bytes));
    // The tables are the process's, not the article's.
    analyze(&article);
    bencher.bench(|| analyze(divan::black_box(&article)));
}

#[divan::bench(args = support::HOSTILE, sample_count = 3, sample_size = 1)]
fn hostile(bencher: Bencher<'_, '_>, kind: &str) {
    let article = Article::new(support::hostile(kind));
    analyze(&article);
    bencher.bench(|| analyze(divan::black_box(&article)));
}
