//! Does the outlet judge in its own voice?
//!
//! Labels, verdicts, boosters, guesses and views that nobody holds, as long as they are the outlet's own: quotation never counts,
//! a paraphrase softens (a label stays the outlet's word), text that is not the story is left out.
//!
//! *How it is measured.* Word tables with sense guards (`*.txt`) and a scanner for structures ([`structure`]) give hits; each
//! sentence is weighed as a whole ([`weigh`]), and the measure is the sum of confidences per word in the outlet's own voice.
//! Weights are set by judgment; one pair of numbers a category was tuned on sets of labelled sentences.
//!
//! *Blind spots.* Irony without a mark; selection and omission; plain words used unfairly; words that judge only in context.
//!
//! *Sources.* Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013 (hedges, factives, implicatives, one-sided terms); Hube and
//! Fetahu 2018; Spinde et al. 2021; Fan et al. 2019 (bias in and outside quotation); the credibility signals of the W3C group.

mod hits;
mod rules;
mod structure;
mod tables;
mod weigh;
mod wording;

use crate::document::Document;
use crate::finding::Finding;
use crate::signal::{Measure, Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "editorializing",
    question: "Does the outlet judge in its own voice?",
    why: "A judgment in the outlet's own voice has no source to weigh",
    part: Part::Style,
    scale: Scale {
        cap: 40.0,
        // Weighted findings per word of the outlet's own voice: the median of pages labelled mainstream, and the upper
        // quartile of pages labelled hyperpartisan.
        usual: 0.003,
        extreme: 0.018,
        prior: 50.0,
        origin: "quantiles over labelled news articles",
    },
    rules: rules::ALL,
    read,
};

/// Fewest words of the outlet's own that are measured; findings are listed all the same.
const FEWEST_WORDS: usize = 60;

fn read(document: &Document<'_>) -> Reading {
    if document.language() != "en" && document.words() > 20 {
        return Reading::new(Outcome::NotApplicable("the tables are English".to_string()));
    }
    let sentences = hits::collect(document);
    let own: usize = sentences.iter().map(|s| s.own_words).sum();
    let weighed = weigh::weigh(&sentences);
    let findings: Vec<Finding> = weighed.iter().map(|w| wording::finding(document, w)).collect();
    let sum: f64 = weighed.iter().map(|w| w.confidence).sum();
    let touched = weighed.chunk_by(|a, b| a.sentence == b.sentence).count();
    let outcome = if own == 0 {
        Outcome::NotApplicable("no word stands in the outlet's own voice".to_string())
    } else if own < FEWEST_WORDS {
        Outcome::Inconclusive(format!(
            "{own} words in the outlet's own voice, and a measure needs {FEWEST_WORDS}"
        ))
    } else {
        Outcome::Measured(Measure {
            count: sum,
            exposure: own as f64,
            unit: "words in the outlet's own voice",
            because: format!(
                "{} in {touched} of {} sentences",
                match findings.len() {
                    1 => "1 mark of stance".to_string(),
                    n => format!("{n} marks of stance"),
                },
                sentences.len()
            ),
            spans: findings.iter().map(|f| f.span).collect(),
        })
    };
    Reading::new(outcome)
        .count("findings", findings.len() as f64)
        .count("weighted", (sum * 100.0).round() / 100.0 + 0.0)
        .count("own-words", own as f64)
        .count("sentences-touched", touched as f64)
        .with(findings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzer::Analyzer;
    use crate::article::Article;

    fn raised(text: &str) -> Vec<String> {
        let report = Analyzer::new().analyze(&Article::new(text));
        report
            .findings()
            .iter()
            .filter(|f| f.rule.starts_with("editorializing/"))
            .map(|f| format!("{} [{}] {:.2}", f.rule, f.excerpt, f.confidence))
            .collect()
    }

    #[test]
    fn every_rule_keeps_its_promises() {
        let mut wrong = Vec::new();
        for rule in rules::ALL {
            for text in rule.flags {
                let found = raised(text);
                if !found.iter().any(|f| f.starts_with(&format!("{} ", rule.id))) {
                    wrong.push(format!("{} misses: {text}\n    has {found:?}", rule.id));
                }
            }
            for text in rule.passes {
                let found = raised(text);
                if found.iter().any(|f| f.starts_with(&format!("{} ", rule.id))) {
                    wrong.push(format!("{} hits: {text}\n    has {found:?}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
