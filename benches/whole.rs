//! A whole report, article in to report out, from 1 KB to 10 MB: time per byte has to stay flat, and peak memory under twelve times
//! the text (`max alloc` in the table).

mod support;

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use onrecord::{Article, analyze};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

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

/// Texts that punish a step that looks back or ahead too far; same length, so the figures compare with each other.
#[divan::bench(args = ["quotes", "brackets", "lone-line", "short-lines", "cues"], sample_count = 5, sample_size = 1)]
fn hostile(bencher: Bencher<'_, '_>, kind: &str) {
    let piece = match kind {
        "quotes" => "\"a 'b\u{201c} ",
        "brackets" => "([said ",
        "short-lines" => "Read more\n\n",
        "cues" => "officials said that ",
        _ => "word ",
    };
    let article = Article::new(piece.repeat(1_000_000 / piece.len()));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| analyze(divan::black_box(&article)));
}
