//! The word tables and what each of their sections means for a finding.
//!
//! A section is a [`Category`]; an entry may carry its own `weight` (how often it judges when a newsroom uses it, 0 to 1; with 0
//! it is a plain sense that hides a shorter entry: "reckless driving") and a `guard`: the section of `guards.txt` whose words make
//! it literal ("plague" beside "bacteria").

use std::sync::LazyLock;

use crate::finding::Rule;
use crate::signals::editorializing::rules;
use crate::text::lexicon::Lexicon;

/// What the entries of one section do.
#[derive(Debug)]
pub(super) struct Category {
    /// The section's name in the table, and in evidence.
    pub(super) name: &'static str,
    /// The rule its findings raise.
    pub(super) rule: &'static Rule,
    /// Weight of an entry that names none.
    pub(super) weight: f64,
    /// How far its words can be told one by one: scales the weight when a word is judged alone.
    pub(super) alone: f64,
    /// How much it tells about the whole sentence.
    pub(super) pull: f64,
    /// What is left of it in a paraphrase: a label chosen by the outlet stays the outlet's word.
    pub(super) paraphrased: f64,
    /// Whether a single word of it is ever a finding in its own right in a sentence with nothing else.
    pub(super) word: bool,
}

const fn word(
    name: &'static str,
    rule: &'static Rule,
    weight: f64,
    alone: f64,
    pull: f64,
    paraphrased: f64,
) -> Category {
    Category {
        name,
        rule,
        weight,
        alone,
        pull,
        paraphrased,
        word: true,
    }
}

const fn cue(name: &'static str, rule: &'static Rule, weight: f64, alone: f64, pull: f64) -> Category {
    Category {
        name,
        rule,
        weight,
        alone,
        pull,
        paraphrased: 0.3,
        word: false,
    }
}

/// All categories. `alone` and `pull` are the only numbers that were tuned: one pair a category.
pub(super) static CATEGORIES: &[Category] = &[
    word("label-person", &rules::LABEL, 0.55, 1.05, 0.85, 0.9),
    word("label-adjective", &rules::LABEL, 0.55, 0.85, 0.8, 1.0),
    word("judging-negative", &rules::JUDGMENT, 0.55, 1.1, 1.2, 0.85),
    word("judging-positive", &rules::PRAISE, 0.5, 1.04, 0.4, 0.7),
    word("loaded-verb", &rules::LOADED_VERB, 0.55, 0.97, 0.75, 0.5),
    word("loaded-noun", &rules::LOADED_TERM, 0.55, 0.95, 0.75, 0.5),
    word("political-idiom", &rules::POLITICAL_IDIOM, 0.55, 1.1, 1.1, 0.6),
    word("figure-of-speech", &rules::FIGURE, 0.5, 1.0, 1.6, 0.5),
    word("stance-adverb", &rules::STANCE_ADVERB, 0.55, 1.0, 1.25, 0.6),
    word("doubt-verb", &rules::DOUBT_VERB, 0.4, 1.1, 0.6, 0.4),
    word("euphemism", &rules::EUPHEMISM, 0.45, 0.9, 0.8, 0.5),
    word("slang", &rules::REGISTER, 0.45, 0.9, 0.6, 0.4),
    cue("booster", &rules::BOOSTER, 0.4, 0.6, 0.55),
    cue("superlative", &rules::SUPERLATIVE, 0.4, 0.4, 0.45),
    cue("certainty", &rules::CERTAINTY, 0.5, 0.5, 0.4),
    cue("hedge", &rules::SPECULATION, 0.4, 0.3, 0.7),
    cue("weasel", &rules::AGENTLESS, 0.4, 0.5, 0.2),
    cue("prescription", &rules::PRESCRIPTION, 0.4, 0.5, 1.6),
    cue("own-opinion", &rules::DIRECT_ADDRESS, 0.4, 0.2, 0.55),
    cue("factive", &rules::PRESUPPOSITION, 0.4, 0.4, 0.8),
    cue("mind-reading", &rules::MIND_READING, 0.3, 0.4, 0.6),
    cue("connective", &rules::STANCE_CUES, 0.2, 0.1, 1.1),
];

/// What one lexicon section is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    /// Index into [`CATEGORIES`].
    Category(u8),
    /// A guard: words of one topic.
    Guard,
    /// A word that reports: the sentence has a source.
    Reporting,
    /// A part of a compound, joined elsewhere.
    Part,
}

/// One entry, ready for the inner loop.
#[derive(Clone, Copy, Debug)]
pub(super) struct EntryFacts {
    /// How often it judges.
    pub(super) weight: f64,
    /// The lexicon sections that make it literal.
    pub(super) guards: [Option<u16>; 2],
}

/// All tables, compiled.
#[derive(Debug)]
pub(super) struct Tables {
    /// One lexicon of all files, so that the text is walked once.
    pub(super) lexicon: Lexicon,
    /// What each section is.
    pub(super) kinds: Vec<Kind>,
    /// By entry.
    pub(super) facts: Vec<EntryFacts>,
    head: Option<u16>,
    tail: Option<u16>,
}

const LIST: &str = concat!(
    include_str!("verdicts.txt"),
    "\n",
    include_str!("cues.txt"),
    "\n",
    include_str!("guards.txt"),
);

/// The tables; `data_files_are_sound` keeps them parseable, so the empty fallback is never met.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(|| build(LIST));

fn build(list: &str) -> Tables {
    let lexicon = Lexicon::built_in(list);
    let kinds: Vec<Kind> = lexicon.sections().iter().map(|s| kind(s)).collect();
    let facts = lexicon
        .entries()
        .iter()
        .map(|e| {
            let usual = match kinds.get(usize::from(e.section)) {
                Some(Kind::Category(c)) => CATEGORIES[usize::from(*c)].weight,
                _ => 0.4,
            };
            EntryFacts {
                weight: e.number("weight").unwrap_or(usual),
                guards: guards(e.attribute("guard"), &lexicon),
            }
        })
        .collect();
    let (head, tail) = (lexicon.section("compound-head"), lexicon.section("compound-tail"));
    Tables {
        lexicon,
        kinds,
        facts,
        head,
        tail,
    }
}

/// `guard=sport+incident` names two topics.
fn guards(attribute: Option<&str>, lexicon: &Lexicon) -> [Option<u16>; 2] {
    let mut topics = attribute
        .into_iter()
        .flat_map(|a| a.split('+'))
        .map(|g| lexicon.section(&guard_section(g)));
    [topics.next().flatten(), topics.next().flatten()]
}

fn guard_section(topic: &str) -> String {
    format!("guard.{topic}")
}

fn kind(section: &str) -> Kind {
    match section {
        "reporting" => Kind::Reporting,
        "compound-head" | "compound-tail" => Kind::Part,
        s if s.starts_with("guard.") => Kind::Guard,
        s => CATEGORIES
            .iter()
            .position(|c| c.name == s)
            .map_or(Kind::Part, |i| Kind::Category(i as u8)),
    }
}

/// Index of a category by its name.
pub(super) fn category(name: &str) -> Option<u8> {
    CATEGORIES.iter().position(|c| c.name == name).map(|i| i as u8)
}

impl Tables {
    /// The weight of a hyphenated word no entry holds, by its parts: "grievance-peddling".
    pub(super) fn compound(&self, word: &str) -> Option<f64> {
        let (first, _) = word.split_once('-')?;
        let (_, last) = word.rsplit_once('-')?;
        if first.is_empty() || last.is_empty() || word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if self.lexicon.word_id(word) != crate::text::lexicon::UNKNOWN {
            return None;
        }
        let part = |section: Option<u16>, part: &str| {
            let section = section?;
            self.lexicon
                .single(part)
                .find(|(_, e)| e.section == section)
                .and_then(|(id, _)| self.facts.get(id as usize))
                .map(|f| f.weight)
        };
        if last == "chief" && word.ends_with("-in-chief") {
            return (!matches!(first, "commander" | "editor" | "editors" | "commanders")).then_some(0.5);
        }
        let head = part(self.head, first).unwrap_or(0.0);
        let tail = part(self.tail, last).unwrap_or(0.0);
        let weight = if head > 0.0 && tail > 0.0 {
            head.max(tail) + 0.1
        } else {
            head.max(tail)
        };
        (weight > 0.0).then_some(weight.min(0.65))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_files_are_sound() {
        let lexicon = Lexicon::parse(LIST).unwrap_or_else(|e| panic!("{e}"));
        for (i, section) in lexicon.sections().iter().enumerate() {
            let known = kind(section) != Kind::Part || section.starts_with("compound-");
            assert!(known, "[{section}] is no category");
            let of: Vec<&str> = lexicon
                .entries()
                .iter()
                .filter(|e| usize::from(e.section) == i)
                .map(|e| e.phrase.as_str())
                .collect();
            assert!(of.windows(2).all(|w| w[0] < w[1]), "[{section}] is not sorted");
        }
        for entry in lexicon.entries() {
            assert!(
                entry.phrase.chars().all(|c| !c.is_uppercase() && c != '’'),
                "line {}: `{}` is not folded",
                entry.line,
                entry.phrase
            );
            for (key, value) in &entry.attributes {
                match key.as_str() {
                    "weight" => assert!(value.parse().is_ok_and(|w: f64| (0.0..=1.0).contains(&w)), "{value}"),
                    "guard" => {
                        let known = value.split('+').all(|g| lexicon.section(&guard_section(g)).is_some());
                        assert!(known && value.split('+').count() <= 2, "{value}");
                    }
                    "note" => {}
                    _ => panic!("line {}: unknown attribute `{key}`", entry.line),
                }
            }
        }
        for category in CATEGORIES {
            assert!(
                lexicon.section(category.name).is_some(),
                "{} has no words",
                category.name
            );
        }
        assert!((18..=24).contains(&CATEGORIES.len()));
    }

    #[test]
    fn compounds_are_judged_by_their_parts() {
        let t = &*TABLES;
        assert!(t.compound("ratings-obsessed").is_some_and(|w| w > 0.5));
        assert!(t.compound("liberal-loathing").is_some_and(|w| w > 0.5));
        assert!(t.compound("whiner-in-chief").is_some());
        for plain in ["commander-in-chief", "two-thirds", "long-term", "-", "a-", "cease-fire"] {
            assert!(t.compound(plain).is_none(), "{plain}");
        }
    }
}
