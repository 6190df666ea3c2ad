//! Whether a confidence means what it says: of findings that are this sure, as large a share is marked by readers.

use std::path::{Path, PathBuf};

use onrecord::{Article, Span, analyze};

use crate::{Conditions, share};

/// From one bound to the next, findings are counted together.
const BOUNDS: [f64; 10] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01];
/// Fewer findings than these tell nothing.
const FEWEST: usize = 30;

/// A finding on a sentence that readers judged.
struct Judged {
    confidence: f64,
    /// Whether they call the sentence biased, subjective or bait.
    sentence: bool,
    /// Whether they marked one of its words, where they marked words.
    word: Option<bool>,
}

fn folder() -> PathBuf {
    let asked = std::env::var_os("ONRECORD_SENTENCES").map(PathBuf::from);
    asked.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/editorial"))
}

/// The findings of a signal on a set; a headline stands as a title, without a body.
fn judged(name: &str, signal: &str) -> Vec<Judged> {
    let text = std::fs::read_to_string(folder().join(format!("{name}.dev.jsonl"))).unwrap_or_default();
    let mut out = Vec::new();
    for line in text.lines() {
        let Ok(record) = serde_json::from_str::<serde_json::Value>(line) else {
            continue;
        };
        let Some(sentence) = record["text"].as_str() else {
            continue;
        };
        let label = record["label"].as_u64() == Some(1);
        let marked: Vec<Span> = record["spans"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|s| Some(Span::new(s[0].as_u64()? as usize, s[1].as_u64()? as usize)))
            .collect();
        let article = match signal {
            "headline" => Article::builder("").title(sentence).build(),
            _ => Article::new(sentence),
        };
        let report = analyze(&article);
        let findings = report.findings().iter();
        out.extend(
            findings
                .filter(|f| f.rule.split('/').next() == Some(signal))
                .map(|f| Judged {
                    confidence: f.confidence,
                    sentence: label,
                    word: (name == "babe").then(|| marked.iter().any(|m| m.overlaps(f.span))),
                }),
        );
    }
    out
}

pub(super) fn confidence(conditions: &mut Conditions) {
    let sets = [
        ("editorializing", &["babe", "checkthat", "wiki"][..]),
        ("headline", &["clickbait"]),
    ];
    for (signal, names) in sets {
        let all: Vec<Judged> = names.iter().flat_map(|name| judged(name, signal)).collect();
        if all.is_empty() {
            println!("confidence of {signal}: no sentences in {}\n", folder().display());
            continue;
        }
        println!("confidence of {signal}, {}", names.join(", "));
        println!("  from   findings   mean   sentences marked   words marked");
        let mut short = 0;
        for bound in BOUNDS.windows(2) {
            let here = all
                .iter()
                .filter(|j| bound[0] <= j.confidence && j.confidence < bound[1]);
            let here: Vec<&Judged> = here.collect();
            if here.is_empty() {
                continue;
            }
            let mean = here.iter().map(|j| j.confidence).sum::<f64>() / here.len() as f64;
            let sentences = share(here.iter().filter(|j| j.sentence).count(), here.len());
            let words: Vec<bool> = here.iter().filter_map(|j| j.word).collect();
            let words = match words.len() {
                0 => "-".to_string(),
                n => format!("{:.2}", share(words.iter().filter(|w| **w).count(), n)),
            };
            println!(
                "  {:.1}      {:>5}    {mean:>5.2}         {sentences:.2}             {words:>4}",
                bound[0],
                here.len()
            );
            short += usize::from(here.len() >= FEWEST && sentences < mean);
        }
        println!();
        conditions.ask(
            format!("confidence of {signal}: {short} steps in which fewer sentences are marked than it says, 0 asked"),
            short == 0,
        );
    }
}
