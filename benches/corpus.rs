//! Fingerprints, and an index of many articles: megabytes a second on one core.
//!
//! The best of many rounds is shown: noise only ever adds.

#![allow(clippy::print_stdout, reason = "a bench prints its table")]

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use onrecord::Article;
use onrecord::corpus::{Corpus, Winnow, align, fingerprints};
use onrecord::text::word::words;

/// Prints the best of some rounds.
fn best(what: &str, bytes: usize, rounds: usize, mut run: impl FnMut()) {
    let mut least = Duration::MAX;
    for _ in 0..rounds {
        let start = Instant::now();
        run();
        least = least.min(start.elapsed());
    }
    let speed = bytes as f64 / 1e6 / least.as_secs_f64();
    println!("{what:<34} {:>9.2} ms {speed:>7.0} MB/s", least.as_secs_f64() * 1e3);
}

fn main() {
    // `cargo bench --bench corpus -- once` is for a profiler that counts instructions: one round of the fingerprints alone.
    let once = std::env::args().any(|a| a == "once");
    let text = support::text(if once { 1_000_000 } else { 12_000_000 });
    println!("{} bytes of news", text.len());
    if once {
        println!("{} fingerprints", fingerprints(&text, Winnow::CORPUS).len());
        return;
    }
    best("words", text.len(), 20, || {
        black_box(words(black_box(&text)));
    });
    for (what, winnow) in [
        ("fingerprints, t = 8", Winnow::SMALL),
        ("fingerprints, t = 12", Winnow::CORPUS),
    ] {
        best(what, text.len(), 20, || {
            black_box(fingerprints(black_box(&text), winnow));
        });
    }
    let article = Article::new(support::text(4_000));
    let mut corpus = Corpus::new();
    for _ in 0..1_000 {
        corpus.add(&article);
    }
    best("add an article, furniture and all", article.text().len(), 500, || {
        black_box(Corpus::new().add(black_box(&article)));
    });
    best("match it against 1,000 copies", article.text().len(), 200, || {
        black_box(corpus.matches(black_box(&article)));
    });
    best("align it with itself", 2 * article.text().len(), 200, || {
        black_box(align(black_box(article.text()), black_box(article.text())));
    });
}
