//! Each layer of a document: how its time is shared out.
//!
//! A layer reads the layers below it, so it can't be run alone; the document says when each one is done, and the time between two
//! such moments is the layer's. The best of many rounds is shown: noise only ever adds.

#![allow(clippy::print_stdout, reason = "a bench prints its table")]

mod support;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use onrecord::{Article, Document};

fn main() {
    for bytes in [1_000, 4_000, 40_000] {
        let article = Article::new(support::text(bytes));
        let rounds = 4_000_000 / bytes;
        let mut order: Vec<&'static str> = Vec::new();
        let mut best: BTreeMap<&'static str, Duration> = BTreeMap::new();
        for _ in 0..rounds {
            let mut last = Instant::now();
            let document = Document::watched(std::hint::black_box(&article), &[], |layer| {
                let now = Instant::now();
                let took = now - last;
                last = now;
                match best.get_mut(layer) {
                    Some(least) => *least = took.min(*least),
                    None => {
                        order.push(layer);
                        best.insert(layer, took);
                    }
                }
            });
            std::hint::black_box(document.words());
        }
        let whole: Duration = best.values().sum();
        println!("{} bytes, best of {rounds} rounds", article.text().len());
        for layer in order {
            let took = best[layer];
            let share = 100.0 * took.as_secs_f64() / whole.as_secs_f64();
            println!("  {layer:<14} {:>9.1} us {share:>5.1} %", took.as_secs_f64() * 1e6);
        }
        let speed = article.text().len() as f64 / whole.as_secs_f64() / 1e6;
        println!(
            "  {:<14} {:>9.1} us   {speed:.0} MB/s\n",
            "all layers",
            whole.as_secs_f64() * 1e6
        );
    }
}
