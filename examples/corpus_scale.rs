//! A corpus of generated articles: how fast it grows, how much memory it takes, and whether every planted copy is found.
//!
//!     cargo run --release --features parallel --example corpus_scale -- 1000000
//!     cargo run --release --features parallel --example corpus_scale -- 1000000 million.corpus    (also saves and loads it)
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::time::Instant;

use onrecord::Article;
use onrecord::corpus::{Corpus, Winnow, fingerprints};

/// Words in an article.
const WORDS: u64 = 300;
/// One article in this many carries a copied run of [`RUN`] words.
const EVERY: u64 = 100;
const RUN: u64 = 12;
/// Articles added at once.
const BATCH: u64 = 4096;

/// A word of article `article` at `place`: of 60,000, so that runs of twelve meet by design only.
fn word(article: u64, place: u64) -> String {
    let mut h = (article << 20 | place).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h ^= h >> 29;
    h = h.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    format!("w{}", (h >> 40) % 60_000)
}

/// The article whose words are planted in this one.
fn source(article: u64) -> Option<u64> {
    (article >= EVERY && article.is_multiple_of(EVERY)).then(|| article - EVERY / 2)
}

fn text(article: u64) -> String {
    let mut out = String::with_capacity(8 * WORDS as usize);
    for place in 0..WORDS {
        let copied = source(article).filter(|_| (100..100 + RUN).contains(&place));
        out.push_str(&word(copied.unwrap_or(article), place));
        out.push_str(if place % 17 == 16 { ". " } else { " " });
    }
    out
}

fn article(number: u64) -> Article {
    Article::builder(text(number)).id(number.to_string()).build()
}

/// Peak memory of this process in megabytes, where the system tells it.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|l| l.split_whitespace().nth(1)?.parse::<u64>().ok());
    kilobytes.map_or("unknown".to_string(), |kb| format!("{} MB", kb / 1024))
}

fn add(corpus: &mut Corpus, articles: &[Article]) {
    #[cfg(feature = "parallel")]
    corpus.add_all(articles);
    #[cfg(not(feature = "parallel"))]
    articles.iter().for_each(|article| {
        corpus.add(article);
    });
}

fn main() {
    let mut args = std::env::args().skip(1);
    let many: u64 = args.next().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let path = args.next();
    let sample = text(0);
    let prints = fingerprints(&sample, Winnow::CORPUS).len();
    println!(
        "{many} articles of {WORDS} words ({} bytes), {prints} fingerprints each",
        sample.len()
    );

    let start = Instant::now();
    let mut corpus = Corpus::new();
    let (mut at, mut told) = (0, 0);
    while at < many {
        let end = many.min(at + BATCH);
        let batch: Vec<Article> = (at..end).map(article).collect();
        add(&mut corpus, &batch);
        at = end;
        // Ten times on the way: growth must be a straight line.
        if at * 10 / many > told {
            told = at * 10 / many;
            println!(
                "{at:>9} added in {:>6.1} s: {} fingerprints, {:.0} bytes an article, peak memory {}",
                start.elapsed().as_secs_f64(),
                corpus.len(),
                (corpus.len() * 16) as f64 / at as f64,
                peak()
            );
        }
    }
    let start = Instant::now();
    let (mut planted, mut found, mut wrong) = (0u64, 0u64, 0u64);
    for number in (0..many).filter(|a| source(*a).is_some()) {
        let from = source(number).unwrap_or_default() as usize;
        let matches = corpus.matches(&article(number));
        planted += 1;
        found += u64::from(matches.iter().any(|m| m.entry == from));
        wrong += matches.iter().filter(|m| m.entry != from).count() as u64;
    }
    println!(
        "{found} of {planted} planted runs of {RUN} words found in {:.1} s, {wrong} others",
        start.elapsed().as_secs_f64()
    );
    assert_eq!(found, planted, "the guarantee does not hold");
    let Some(path) = path else { return };
    let start = Instant::now();
    corpus.save(&path).unwrap();
    let saved = start.elapsed().as_secs_f64();
    drop(corpus);
    let start = Instant::now();
    let loaded = Corpus::load(&path).unwrap();
    println!(
        "saved in {saved:.1} s ({} MB), loaded {} articles in {:.1} s; peak memory {}",
        std::fs::metadata(&path).unwrap().len() / 1_000_000,
        loaded.entries().len(),
        start.elapsed().as_secs_f64(),
        peak()
    );
}
