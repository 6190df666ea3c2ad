//! The lexis: every word the layers know, once, with all its facts.
//!
//! | file | needs | gives |
//! |---|---|---|
//! | `words.txt` | | one line a word |
//! | `fact` | | the closed list of facts |
//! | `mod` | both | the facts of a word; the phrases that begin with a verb |
//!
//! # The table
//!
//! ```text
//! [word]
//! claim ; structure=holds                                       (a form's own facts)
//! claim/n ; grammar=noun ; cue=noun-clause ; source=thing       (claim, claims)
//! claim/v ; cue=clause passive ; source=saying ; news=say       (claim, claims, claimed, claiming)
//! know/v ; past=knew ; part=known ; cue=stance-clause           (irregular forms by name)
//! [phrase object]
//! speak/v out against                                           (a cue of several words, by its frame)
//! ```
//!
//! A line gives its facts to all forms of its word, layer by layer; `text::inflect` makes the forms, and `third=`, `past=`, `part=`,
//! `ing=` and `plural=` name those that spelling alone does not give. A word's lines stand together: `claim`, `claim/n`, `claim/v`.
//!
//! # How to add
//!
//! - *A word*: its line, in order. A new verb of saying is one line and thereby a cue (`cue=`), a verb of relaying (`news=`) and what an
//!   unnamed source does (`source=`).
//! - *A fact*: its name in [`fact`], in its layer, with what it means; then on the lines of its words. No list of words stands in Rust.
//! - *A layer*: a module in [`fact`], a row of `LAYERS`; then [`recall`] joins it to an article's words as the layers do that are there.
//!
//! A fact or key nobody knows, a line out of order and a word said twice are errors, and tests name them.

pub(crate) mod fact;

use std::sync::OnceLock;

use crate::document::english::lexis::fact::{LAYERS, Layer, bit, cue, grammar};
use crate::document::page::token::Vocabulary;
use crate::text::inflect;
use crate::text::intern::{Interner, Key};
use crate::text::known::{self, Memo};
use crate::text::table::{Entry, LexiconError, Row, rows};

/// All facts of one folded word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    layers: [u64; LAYERS.len()],
    /// The verb it is a form of, for [`Lexis::base`] and [`Lexis::phrases`]; 0 for none.
    pub(crate) verb: u16,
}

/// Nothing is known of a word.
static NONE: Facts = Facts {
    layers: [0; LAYERS.len()],
    verb: 0,
};

impl Facts {
    /// The facts of one layer, as bits.
    #[inline]
    pub(crate) fn of(&self, layer: Layer) -> u64 {
        self.layers[layer as usize]
    }

    fn add(&mut self, more: &Facts) {
        for (all, more) in self.layers.iter_mut().zip(more.layers) {
            *all |= more;
        }
        // A form of two verbs ("found") is asked for the first.
        if self.verb == 0 {
            self.verb = more.verb;
        }
    }
}

/// A cue of several words that starts at a verb ("point out").
#[derive(Clone, Debug)]
pub(crate) struct VerbPhrase {
    /// The words behind the verb.
    pub(crate) rest: Vec<String>,
    /// The frame of the whole.
    pub(crate) frame: u64,
}

#[derive(Debug, Default)]
struct Verb {
    base: String,
    /// Its words.
    forms: [u32; 5],
    phrases: Vec<VerbPhrase>,
}

/// All words.
pub(crate) struct Lexis {
    words: Interner<Facts>,
    verbs: Vec<Verb>,
}

const WORDS: &str = include_str!("words.txt");

/// The built-in lexis. A table with a mistake would leave it empty; a test reads it.
pub(crate) fn lexis() -> &'static Lexis {
    static LEXIS: OnceLock<Lexis> = OnceLock::new();
    LEXIS.get_or_init(|| {
        let lexis = Lexis::parse(WORDS).unwrap_or_else(|_| Lexis::new());
        known::add(lexis.words());
        lexis
    })
}

/// A function of a word and its facts for each distinct word of an article, by word id; the memo is the function's own.
pub(crate) fn recall<T: Clone>(vocabulary: &Vocabulary, memo: &Memo<T>, of: impl Fn(&str, &Facts) -> T) -> Vec<T> {
    let mut all = Vec::with_capacity(vocabulary.len());
    each(vocabulary, memo, of, |value| all.push(value.clone()));
    all
}

/// As [`recall`], one word after the other.
pub(crate) fn each<T: Clone>(
    vocabulary: &Vocabulary,
    memo: &Memo<T>,
    of: impl Fn(&str, &Facts) -> T,
    value: impl FnMut(&T),
) {
    let lexis = lexis();
    let of = |word: &str, listed: bool| of(word, if listed { lexis.facts(word) } else { &NONE });
    vocabulary.each(memo, of, value);
}

impl Lexis {
    fn new() -> Lexis {
        Lexis {
            words: Interner::new(),
            // Verb 0 is none.
            verbs: vec![Verb::default()],
        }
    }

    /// Reads a table.
    ///
    /// # Errors
    ///
    /// An unknown section, key, fact or mark, a word out of order or said twice, a phrase of an unknown verb: named with its line.
    pub(crate) fn parse(table: &str) -> Result<Lexis, LexiconError> {
        let mut lexis = Lexis::new();
        let (mut section, mut last) = ("", "");
        for row in rows(table) {
            let (line, row) = row?;
            let read = match row {
                Row::Section(name) => {
                    (section, last) = (name, "");
                    Ok(())
                }
                Row::Entry(entry) if entry.phrase <= last => {
                    Err(format!("`{}` stands twice, or belongs before `{last}`", entry.phrase))
                }
                Row::Entry(entry) => {
                    last = entry.phrase;
                    match section.strip_prefix("phrase ") {
                        Some(frame) => lexis.phrase(entry, frame),
                        None if section == "word" => lexis.word(entry),
                        None => Err(format!("`[{section}]`: expected `[word]` or `[phrase …]`")),
                    }
                }
            };
            read.map_err(|message| LexiconError { line, message })?;
        }
        Ok(lexis)
    }

    fn word(&mut self, entry: Entry<'_>) -> Result<(), String> {
        let (stem, mark) = entry.phrase.split_once('/').unwrap_or((entry.phrase, ""));
        let mut facts = Facts::default();
        let mut irregular: [Option<&str>; IRREGULAR.len()] = [None; IRREGULAR.len()];
        for pair in entry.attributes() {
            let (key, value) = pair?;
            if let Some(at) = IRREGULAR.iter().position(|form| *form == key) {
                irregular[at] = Some(value);
                continue;
            }
            let layer = LAYERS.iter().position(|(layer, _)| *layer == key);
            let layer = layer.ok_or_else(|| format!("`{key}=`: no layer and no form has this name"))?;
            for fact in value.split(' ') {
                let bit = bit(LAYERS[layer].1, fact).ok_or_else(|| format!("`{fact}` is no fact of `{key}`"))?;
                facts.layers[layer] |= bit;
            }
        }
        let [third, past, part, ing, plural] = irregular;
        match mark {
            "" => {
                self.give(stem, &facts);
            }
            "n" => {
                self.give(stem, &facts);
                match plural {
                    Some(plural) => self.give(plural, &facts),
                    None => self.give(&inflect::plural(stem), &facts),
                };
            }
            "v" | "vv" => {
                let regular = inflect::verb(stem, mark == "vv");
                let past = past.unwrap_or(&regular[2]);
                let forms = [
                    stem,
                    third.unwrap_or(&regular[1]),
                    past,
                    part.unwrap_or(past),
                    ing.unwrap_or(&regular[3]),
                ];
                facts.verb = self.verbs.len() as u16;
                let [base, third, past, part, ing] = forms;
                let of = [
                    (base, grammar::BASE),
                    (third, grammar::THIRD),
                    (past, grammar::PAST),
                    (part, grammar::PARTICIPLE),
                    (ing, grammar::GERUND),
                ];
                let forms = of.map(|(form, part)| {
                    let mut facts = facts.clone();
                    facts.layers[Layer::Grammar as usize] |= part;
                    self.give(form, &facts)
                });
                self.verbs.push(Verb {
                    base: stem.to_string(),
                    forms,
                    phrases: Vec::new(),
                });
            }
            _ => return Err(format!("`{}`: unknown mark, expected /v, /vv or /n", entry.phrase)),
        }
        Ok(())
    }

    fn give(&mut self, word: &str, facts: &Facts) -> u32 {
        let id = self.words.intern(Key::of(word), word, Facts::default);
        if let Some(held) = self.words.get_mut(id) {
            held.add(facts);
        }
        id
    }

    fn phrase(&mut self, entry: Entry<'_>, frame: &str) -> Result<(), String> {
        let frame = bit(LAYERS[Layer::Cue as usize].1, frame).ok_or_else(|| format!("`{frame}` is no frame"))?;
        let mut words = entry.phrase.split(' ');
        let head = words.next().and_then(|head| head.strip_suffix("/v"));
        let verb = head.map(|head| (head, usize::from(self.facts(head).verb)));
        let verb = verb.and_then(|(head, verb)| self.verbs.get_mut(verb).filter(|verb| verb.base == head));
        let verb = verb.ok_or_else(|| format!("`{}` does not begin with a verb of this table", entry.phrase))?;
        let rest = words.map(str::to_string).collect();
        verb.phrases.push(VerbPhrase { rest, frame });
        verb.phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        for form in verb.forms {
            if let Some(facts) = self.words.get_mut(form) {
                facts.layers[Layer::Cue as usize] |= cue::PHRASE;
            }
        }
        Ok(())
    }

    /// What the table says of a folded word.
    pub(crate) fn facts(&self, word: &str) -> &Facts {
        let id = self.words.find(Key::of(word), word);
        id.and_then(|id| self.words.get(id)).unwrap_or(&NONE)
    }

    /// Every word of the table.
    fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keyed().map(|(_, word)| word)
    }

    /// The cues of several words that start at a verb, longest first.
    pub(crate) fn phrases(&self, verb: u16) -> &[VerbPhrase] {
        self.verbs.get(usize::from(verb)).map_or(&[], |verb| &verb.phrases)
    }

    /// The base form of a verb.
    pub(crate) fn base(&self, verb: u16) -> &str {
        self.verbs.get(usize::from(verb)).map_or("", |verb| &verb.base)
    }
}

/// The keys of forms that spelling does not give.
const IRREGULAR: [&str; 5] = ["third", "past", "part", "ing", "plural"];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::english::lexis::fact::{news, source};

    fn mistake(table: &str) -> String {
        let wrong = Lexis::parse(table).map(|_| ()).expect_err("a bad table");
        wrong.to_string()
    }

    #[test]
    fn the_table_parses() {
        let lexis = Lexis::parse(WORDS).expect("a good table");
        assert!(lexis.verbs.len() > 1000 && lexis.verbs.len() < usize::from(u16::MAX));
        assert!(lexis.words().count() > 8000);
    }

    #[test]
    fn every_fact_has_a_word_and_a_bit() {
        let lexis = Lexis::parse(WORDS).expect("a good table");
        let mut held = Facts::default();
        for word in lexis.words() {
            held.add(lexis.facts(word));
        }
        for (at, (layer, names)) in LAYERS.iter().enumerate() {
            assert!(names.len() <= 64, "{layer}");
            for (bit, name) in names.iter().enumerate() {
                // Two are told by a word's ending alone.
                let told = matches!(*name, "LY" | "SUFFIXED");
                assert!(told || held.layers[at] >> bit & 1 == 1, "no word has {layer}={name}");
            }
        }
    }

    #[test]
    fn a_word_gives_its_facts_to_its_forms() {
        let table = "[word]\nveto/n ; plural=vetoes ; source=thing\nveto/v ; cue=clause\nwithdraw/v ; past=withdrew ; part=withdrawn";
        let lexis = Lexis::parse(table).expect("a good table");
        let is = |word: &str, layer, bit: u64| lexis.facts(word).of(layer) & bit != 0;
        assert!(is("vetoes", Layer::Source, source::Class::THING.0) && is("vetoes", Layer::Grammar, grammar::THIRD));
        assert!(is("vetoing", Layer::Cue, cue::CLAUSE) && !is("vetoing", Layer::Source, source::Class::THING.0));
        assert!(is("withdrew", Layer::Grammar, grammar::PAST) && !is("withdrew", Layer::Grammar, grammar::PARTICIPLE));
        assert!(is("withdrawn", Layer::Grammar, grammar::PARTICIPLE));
        assert_eq!(lexis.base(lexis.facts("withdrawing").verb), "withdraw");
    }

    #[test]
    fn mistakes_name_their_line() {
        assert!(mistake("[word]\nslam/v ; cue=clausal").starts_with("line 2: `clausal` is no fact of `cue`"));
        assert!(mistake("[word]\nslam/v ; cues=clause").starts_with("line 2: `cues=`: no layer"));
        assert!(mistake("[word]\nslam/q").starts_with("line 2: `slam/q`: unknown mark"));
        assert!(mistake("[word]\nslam/v ; cue=clause\nslam/v ; news=say").starts_with("line 3: `slam/v` stands twice"));
        assert!(
            mistake("[word]\nslam/v\nadd/v").starts_with("line 3: `add/v` stands twice, or belongs before `slam/v`")
        );
        assert!(mistake("[verbs]\nslam/v").starts_with("line 2: `[verbs]`: expected"));
        assert!(
            mistake("[phrase object]\nslam/v down").starts_with("line 2: `slam/v down` does not begin with a verb")
        );
        assert!(mistake("slam/v").starts_with("line 1: `slam/v` stands before any"));
    }

    #[test]
    fn a_new_verb_of_saying_is_one_line() {
        let line = "blurbify/v ; cue=clause object ; source=saying ; news=report say\n";
        let at = WORDS.find("\nblurt/v").map(|at| at + 1).expect("a neighbour");
        let table = format!("{}{line}{}", &WORDS[..at], &WORDS[at..]);
        let lexis = Lexis::parse(&table).expect("a good table");
        for form in ["blurbify", "blurbifies", "blurbified", "blurbifying"] {
            let facts = lexis.facts(form);
            assert_eq!(lexis.base(facts.verb), "blurbify");
            assert_ne!(facts.of(Layer::Cue) & cue::CLAUSE, 0, "a cue");
            assert_ne!(facts.of(Layer::News) & news::SAY, 0, "a verb of relaying");
            assert_ne!(
                facts.of(Layer::Source) & source::Class::SAYING.0,
                0,
                "what a source does"
            );
        }
    }
}
