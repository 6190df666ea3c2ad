//! A corpus of generated articles: how fast it grows, how much memory it takes, and whether every planted copy is found.
//!
//!     cargo run --release --example corpus_scale -- 1000000
//!     cargo run --release --example corpus_scale -- 20000 corpus.bin    (also saves and loads it, for ever with `loop`)
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::time::Instant;

use onrecord::Article;
use onrecord::corpus::{Corpus, Winnow, fingerprints};

/// Words in an article.
const WORDS: u64 = 300;
/// One article in this many carries a copied run of [`RUN`] words.
const EVERY: u64 = 100;
const RUN: u64 = 12;

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

fn main() {
    let mut args = std::env::args().skip(1);
    let many: u64 = args.next().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let path = args.next();
    let sample: String = (0..2_000).map(text).collect();
    let start = Instant::now();
    let prints = fingerprints(&sample, Winnow::CORPUS).len();
    let rate = sample.len() as f64 / 1e6 / start.elapsed().as_secs_f64();
    println!(
        "fingerprints: {rate:.0} MB/s on one core, {:.3} a word",
        prints as f64 / (2_000 * WORDS) as f64
    );

    let start = Instant::now();
    let mut corpus = Corpus::new();
    for article in 0..many {
        corpus.add(&Article::builder(text(article)).id(article.to_string()).build());
    }
    println!(
        "{many} articles of {WORDS} words added in {:.1} s: {} fingerprints, {:.0} bytes an article",
        start.elapsed().as_secs_f64(),
        corpus.len(),
        corpus.bytes() as f64 / many as f64
    );
    let start = Instant::now();
    let (mut planted, mut found) = (0u64, 0u64);
    for article in (0..many).filter(|a| source(*a).is_some()) {
        let from = source(article).unwrap_or_default() as usize;
        let matches = corpus.matches(&Article::builder(text(article)).id(article.to_string()).build());
        planted += 1;
        found += u64::from(matches.iter().any(|m| m.entry == from));
    }
    println!(
        "{found} of {planted} planted runs of {RUN} words found in {:.1} s",
        start.elapsed().as_secs_f64()
    );
    if let Some(path) = path {
        let again = args.next().as_deref() == Some("loop");
        loop {
            let start = Instant::now();
            corpus.save(&path).unwrap();
            let saved = start.elapsed().as_secs_f64();
            let loaded = Corpus::load(&path).unwrap();
            println!("saved in {saved:.1} s, loaded {} articles", loaded.entries().len());
            if !again {
                break;
            }
        }
    }
}
