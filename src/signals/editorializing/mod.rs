//! Does the outlet judge in its own voice?
//!
//! Labels, verdicts, boosters, guesses and views that nobody holds, as long as they are the outlet's own: quotation never counts,
//! a paraphrase softens (a label stays the outlet's word), text that is not the story is left out.
//!
//! *How it is measured.* Word tables with sense guards (`*.txt`) and a scanner for structures (`structure`) give hits; each
//! sentence is weighed as a whole (`weigh`), and the measure is the sum of confidences per word in the outlet's own voice.
//! Weights are set by judgment; one pair of numbers a category was tuned on sets of labelled sentences.
//!
//! *Blind spots.* Irony without a mark; selection and omission; plain words used unfairly; words that judge only in context.
//!
//! *Sources.* Recasens, Danescu-Niculescu-Mizil and Jurafsky 2013 (hedges, factives, implicatives, one-sided terms); Hube and
//! Fetahu 2018; Spinde et al. 2021; Fan et al. 2019 (bias in and outside quotation); the credibility signals of the W3C group.

mod classes;
mod hits;
mod rules;
mod sense;
mod structure;
mod tables;
mod weigh;
mod whose;
mod wording;

use crate::document::Document;
use crate::document::genre::Genre;
use crate::finding::Finding;
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "editorializing",
    question: "Does the outlet judge in its own voice?",
    why: "A judgment in the outlet's own voice has no source to weigh",
    part: Part::Style,
    scale: Scale {
        cap: 30.0,
        // Weighted findings per word of the outlet's own voice: the median of pages labelled mainstream, and the upper
        // quartile of pages labelled hyperpartisan.
        usual: 0.003,
        extreme: 0.018,
        unit: "words in the outlet's own voice",
        prior: 50.0,
        origin: "measured: the median of articles labelled not hyperpartisan is .0036 (SemEval-2019), of political reports .0023 (PolNeAR); the \
                 75th percentile of articles labelled hyperpartisan is .0183",
    },
    rules: rules::ALL,
    read,
};

/// Fewest words of the outlet's own that are measured; findings are listed all the same.
pub const FEWEST_WORDS: usize = 60;

fn read(document: &Document<'_>) -> Reading {
    if document.language() != "en" && document.words() > 20 {
        return Reading::new(Outcome::NotApplicable("the tables are English".to_string()));
    }
    let sentences = hits::collect(document);
    let own = sentences.own_words();
    let genre = document.genre().genre;
    let weighed = weigh::weigh(&sentences, matches!(genre, Genre::Opinion | Genre::Interview));
    let listed = weighed.iter().filter(|w| w.listed);
    let findings: Vec<Finding> = listed.map(|w| wording::finding(document, w)).collect();
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
            because: format!(
                "{} in {touched} of {} sentences",
                match weighed.len() {
                    1 => "1 mark of stance".to_string(),
                    n => format!("{n} marks of stance"),
                },
                sentences.len()
            ),
            spans: weighed
                .iter()
                .map(|w| document.span_of(w.hit.first, w.hit.end))
                .collect(),
        })
    };
    let marks = Remedy::new(
        "taking out or quoting",
        ["mark of stance", "marks of stance"],
        weighed.iter().filter(|w| w.listed).map(|w| w.confidence),
    );
    Reading::new(outcome)
        .remedy(marks.most("strongest"))
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

    /// Rule ids of one text, without their signal.
    fn ids(text: &str) -> Vec<String> {
        raised(text)
            .iter()
            .map(|f| {
                f.trim_start_matches("editorializing/")
                    .split(' ')
                    .next()
                    .unwrap_or("")
                    .to_string()
            })
            .collect()
    }

    #[test]
    fn literal_uses_are_not_judgments() {
        for text in [
            "The plague killed half the town, and doctors could not treat the disease.",
            "The bomb attack wounded nine soldiers on Friday.",
            "Rebels attacked the army post during the war.",
            "The deadly crash closed the road for six hours.",
            "The failed bank was sold on Monday.",
            "The flood damaged forty houses beside the river.",
            "The chef grilled the fish and roasted the vegetables.",
            "The team crushed its rivals in the cup match.",
            "Thousands of fans watched the film, in which a monster eats a city.",
            "Police charged the suspect with fraud and robbery, the court heard.",
            "The tax regime for trusts will change in April.",
            "Great Britain and the Great Lakes states signed the paper.",
            "The herd was infected by a parasite, the veterinary office found.",
            "The radical surgery removed the tumour.",
            "A storm hammered the coast with winds of 90 miles an hour.",
            "The group claimed responsibility for the bombing.",
            "The clerk said the fears were not absurd.",
        ] {
            assert_eq!(raised(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn the_same_words_as_judgments_are_found() {
        for text in [
            "The party is plagued by shameless hacks.",
            "The council's failed policies are a disgrace.",
            "The minister grilled by cowardly lackeys was a puppet of despots.",
            "The regime and its henchmen crushed dissent.",
            "The monsters who run the bank are shameless crooks.",
            "The senator hammered the feckless mayor.",
        ] {
            assert!(!raised(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn quotation_is_never_the_outlets_voice() {
        for text in [
            "\"They are corrupt thugs and shameless liars,\" said Ada Brook.",
            "Ada Brook called the plan \"a disgraceful farce\" on Monday.",
            "\u{201c}This vile regime is a disgrace,\u{201d} the letter said.",
        ] {
            assert_eq!(raised(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_label_in_a_paraphrase_stays_the_outlets_word() {
        let found = ids("Ada Brook said she would meet the traitorous officers and their henchmen on Monday.");
        assert!(found.iter().any(|id| id == "label"), "{found:?}");
    }

    #[test]
    fn the_country_is_not_a_pronoun() {
        assert_eq!(raised("The US and the U.S. Navy sent two ships to the bay."), [""; 0]);
    }

    #[test]
    fn names_are_not_judgments() {
        assert_eq!(
            raised("The singer John Savage met Grace Noble in Hope Valley on Monday."),
            [""; 0]
        );
    }

    #[test]
    fn a_pack_brings_its_own_words_and_categories() {
        let pack = "[editorializing.house-style]\nstakeholder/n ; weight=0.7 ; note=say who\n[editorializing.label]\nflat-earther/n\n";
        let analyzer = Analyzer::builder()
            .pack(crate::document::pack::Pack::new("house", pack))
            .build()
            .expect("a good pack");
        let report = analyzer.analyze(&Article::new("The stakeholders met three flat-earthers on Monday."));
        let found: Vec<&Finding> = report
            .findings()
            .iter()
            .filter(|f| f.rule.starts_with("editorializing/"))
            .collect();
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].message.ends_with("say who"), "{}", found[0].message);
        assert_eq!(found[1].rule, "editorializing/label");
    }

    #[test]
    fn a_report_of_facts_raises_nothing() {
        let text = "The council voted on Monday to repair the harbour wall. The work will cost 4 million and begin in May, \
            according to the clerk's office. Engineers found cracks in the wall last year. Two companies have offered to do the \
            work. The council will choose between them in March. The harbour was built in 1911 and is used by forty boats.";
        assert_eq!(raised(text), [""; 0]);
    }
}
