//! Word classes: what part each distinct word can play in a clause, joined once per word of the article.
//!
//! The closed classes of English are listed in `words.txt`, the verbs and nouns of attribution in
//! `cues.txt`. Both are compiled once per process into one map from folded word to [`Class`]. What stands
//! in neither is a noun, an adjective or a name, which is all the grammar above needs to know of it.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::document::page::token::Vocabulary;
use crate::text::known::{self, Memo};

macro_rules! bits {
    ($t:ty; $($(#[$m:meta])* $name:ident),* $(,)?) => { bits!(@ $t; 0; $($(#[$m])* $name,)*); };
    (@ $t:ty; $n:expr; $(#[$m:meta])* $name:ident, $($rest:tt)*) => {
        $(#[$m])* pub(crate) const $name: $t = 1 << ($n);
        bits!(@ $t; $n + 1; $($rest)*);
    };
    (@ $t:ty; $n:expr;) => {};
}

/// Parts a word can play (`Class::flags`).
pub(crate) mod flag {
    bits! { u64;
        DETERMINER, POSSESSIVE, PRONOUN, OBJECT, INDEFINITE, RELATIVE, QUESTION, BE, HAVE, DO, MODAL, FUSED, NOT, TO,
        PREPOSITION, COORDINATOR, SUBORDINATOR, ADVERB, NOTADVERB, ADJECTIVE, NUMBER, TIME, MONTH, PERIOD, TITLE, PERSON,
        ORGANISATION, DOCUMENT, NOUN, CARRIER, VB, VBZ, VBD, VBN, VBG, LY, PLURAL, SUFFIXED, VENUE, FIGURES, VIEW, HEARSAY, ACCORDING,
    }
    /// Any verb form.
    pub(crate) const VERB: u64 = VB | VBZ | VBD | VBN | VBG;
}

/// What a cue word takes (`Class::frames`).
pub(crate) mod frame {
    bits! { u64;
        CLAUSE, TELL, ASK, QUOTE, OBJECT, NAME, INFINITIVE,
        STANCE_CLAUSE, STANCE_OBJECT, STANCE_NAME, STANCE_INFINITIVE, STANCE_ORDER,
        RAISE, PASSIVE, NOUN_CLAUSE, NOUN_INFINITIVE, NOUN_OBJECT, PHRASE,
        ABOUT, OF, FOR, AGAINST, ON, TO, AT, WITH, IN,
        STANCE_ABOUT, STANCE_OF, STANCE_FOR, STANCE_AGAINST, STANCE_ON, STANCE_TO, STANCE_WITH, STANCE_IN,
        LIGHT, BARE, ADJ_CLAUSE, ADJ_OBJECT, ADJ_INFINITIVE, ADJ_OF, ADJ_ABOUT,
    }
    /// Frames of reporting verbs.
    pub(crate) const SPEECH: u64 = LIGHT
        | BARE
        | CLAUSE
        | TELL
        | ASK
        | QUOTE
        | OBJECT
        | NAME
        | INFINITIVE
        | ABOUT
        | OF
        | FOR
        | AGAINST
        | ON
        | TO
        | AT
        | WITH
        | IN;
    /// Frames of verbs of knowing, wanting and the like.
    pub(crate) const STANCE: u64 = STANCE_CLAUSE
        | STANCE_OBJECT
        | STANCE_NAME
        | STANCE_INFINITIVE
        | STANCE_ORDER
        | STANCE_ABOUT
        | STANCE_OF
        | STANCE_FOR
        | STANCE_AGAINST
        | STANCE_ON
        | STANCE_TO
        | STANCE_WITH
        | STANCE_IN;
    /// Frames of adjective cues.
    pub(crate) const ADJECTIVES: u64 = ADJ_CLAUSE | ADJ_OBJECT | ADJ_INFINITIVE | ADJ_OF | ADJ_ABOUT;
    /// Frames of noun cues.
    pub(crate) const NOUNS: u64 = NOUN_CLAUSE | NOUN_INFINITIVE | NOUN_OBJECT;
}

/// The parts and frames of one distinct word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class {
    /// Parts, see [`flag`].
    pub(crate) flags: u64,
    /// Frames, see [`frame`].
    pub(crate) frames: u64,
    /// Verb lemma, an index into [`Table::phrases`]; 0 for none.
    pub(crate) lemma: u16,
}

impl Class {
    /// Has any of these parts.
    pub(crate) fn is(&self, flags: u64) -> bool {
        self.flags & flags != 0
    }
    /// Has any of these frames.
    pub(crate) fn takes(&self, frames: u64) -> bool {
        self.frames & frames != 0
    }
}

/// A fixed phrase that starts at a verb ("point out").
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    /// The words behind the verb.
    pub(crate) rest: Vec<&'static str>,
    /// The frame of the whole.
    pub(crate) frame: u64,
}

/// All classes and phrases, compiled from the word files.
#[derive(Debug, Default)]
pub(crate) struct Table {
    classes: FxHashMap<Box<str>, Class>,
    lemmas: Vec<(&'static str, Vec<Phrase>)>,
    index: FxHashMap<&'static str, u16>,
}

const WORDS: &str = include_str!("words.txt");
const CUES: &str = include_str!("cues.txt");

/// The compiled word table.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(Table::new)
}

/// Classes of all distinct words of an article, by word id.
pub(crate) fn classes(vocab: &Vocabulary) -> Vec<Class> {
    static CLASSES: Memo<Class> = Memo::new(|word| table().class(word));
    vocab.recall(&CLASSES)
}

impl Table {
    fn new() -> Table {
        let mut table = Table::default();
        table.lemmas.push(("", Vec::new()));
        let mut section = "";
        for line in WORDS.lines() {
            if let Some(name) = heading(line) {
                section = name;
            } else if !line.starts_with('#') {
                match section_flag(section) {
                    Some(flags) => line
                        .split_whitespace()
                        .for_each(|word| table.entry(word).flags |= flags),
                    None => table.verb(line, 0, if section == "carrier" { flag::CARRIER } else { 0 }, false),
                }
            }
        }
        table.entry("according").flags |= flag::ACCORDING;
        for line in CUES.lines() {
            if let Some(name) = heading(line) {
                section = name;
            } else if !line.is_empty() && !line.starts_with('#') {
                table.cue(section, line);
            }
        }
        known::add(table.classes.keys().map(|word| &**word));
        table
    }

    fn entry(&mut self, word: &str) -> &mut Class {
        self.classes.entry(word.into()).or_default()
    }

    fn cue(&mut self, section: &str, line: &'static str) {
        if let Some(name) = section.strip_prefix("noun ") {
            let frame = match name {
                "clause" => frame::NOUN_CLAUSE,
                "infinitive" => frame::NOUN_INFINITIVE,
                _ => frame::NOUN_OBJECT,
            };
            let base = line.trim_end_matches("/n");
            self.entry(base).frames |= frame;
            self.entry(base).flags |= flag::NOUN;
            if base != line {
                let plural = plural(base);
                self.entry(&plural).frames |= frame;
                self.entry(&plural).flags |= flag::NOUN;
            }
            return;
        }
        if let Some(name) = section.strip_prefix("adjective ") {
            let frame = match name {
                "clause" => frame::ADJ_CLAUSE,
                "infinitive" => frame::ADJ_INFINITIVE,
                "of" => frame::ADJ_OF,
                "about" => frame::ADJ_ABOUT,
                _ => frame::ADJ_OBJECT,
            };
            self.entry(line).frames |= frame;
            return;
        }
        let flags = match section {
            "venue" => flag::VENUE,
            "source of figures" => flag::FIGURES,
            "view" => flag::VIEW,
            "adverb" => flag::HEARSAY | flag::ADVERB,
            _ => 0,
        };
        if flags != 0 {
            self.entry(line).flags |= flags;
            return;
        }
        let Some(frame) = section_frame(section) else { return };
        self.verb(line, frame, 0, section.contains("phrase"));
    }

    fn verb(&mut self, line: &'static str, frames: u64, flags: u64, phrase: bool) {
        let Some((head, rest)) = line.split_once("/v") else {
            return;
        };
        let (rest, attributes) = rest.split_once(';').unwrap_or((rest, ""));
        let lemma = self.lemma(head);
        if phrase {
            let rest: Vec<&'static str> = rest.split_whitespace().collect();
            if let Some((_, phrases)) = self.lemmas.get_mut(lemma as usize) {
                phrases.push(Phrase { rest, frame: frames });
                phrases.sort_by_key(|p| std::cmp::Reverse(p.rest.len()));
            }
        }
        let frames = if phrase { frame::PHRASE } else { frames };
        let attribute = |name: &str| {
            attributes
                .split_whitespace()
                .find_map(|a| a.strip_prefix(name))
                .map(str::to_string)
        };
        let past = attribute("past=").unwrap_or_else(|| past(head));
        let part = attribute("part=").unwrap_or_else(|| past.clone());
        let ing = attribute("ing=").unwrap_or_else(|| gerund(head));
        for (form, bit) in [
            (head.to_string(), flag::VB),
            (third(head), flag::VBZ),
            (past, flag::VBD),
            (part, flag::VBN),
            (ing, flag::VBG),
        ] {
            let class = self.entry(&form);
            class.flags |= bit | flags;
            class.frames |= frames;
            class.lemma = lemma;
        }
    }

    fn lemma(&mut self, head: &'static str) -> u16 {
        if let Some(&id) = self.index.get(head) {
            return id;
        }
        let id = self.lemmas.len() as u16;
        self.lemmas.push((head, Vec::new()));
        self.index.insert(head, id);
        id
    }

    /// The class of a folded word.
    pub(crate) fn class(&self, word: &str) -> Class {
        let mut class = self.classes.get(word).copied().unwrap_or_default();
        let last = word.as_bytes().last().copied().unwrap_or_default();
        // No ending below closes with another letter.
        let may_end = matches!(last, b'c' | b'd' | b'e' | b'g' | b'h' | b'l' | b's' | b'y');
        if may_end && class.flags & !flag::NOTADVERB == 0 {
            if class.flags == 0 && word.len() > 3 && word.ends_with("ly") {
                class.flags |= flag::ADVERB | flag::LY;
            } else if word.len() > 4 && word.ends_with("ing") {
                class.flags |= flag::VBG;
            } else if (word.len() > 4 || word.ends_with("ied"))
                && word.ends_with("ed")
                && !word.ends_with("eed")
                && !word.contains('-')
            {
                class.flags |= flag::VBD | flag::VBN;
            } else if ADJECTIVE_ENDS
                .iter()
                .any(|end| end.ends_with(last as char) && word.len() > end.len() + 2 && word.ends_with(end))
            {
                class.flags |= flag::ADJECTIVE | flag::SUFFIXED;
            }
        }
        if word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
        {
            class.flags |= flag::PLURAL;
        }
        if matches!(
            word,
            "people"
                | "men"
                | "women"
                | "police"
                | "children"
                | "media"
                | "data"
                | "authorities"
                | "spokesmen"
                | "congressmen"
        ) {
            class.flags |= flag::PLURAL;
        }
        class
    }

    /// The fixed phrases that start at this verb, longest first.
    pub(crate) fn phrases(&self, lemma: u16) -> &[Phrase] {
        self.lemmas.get(lemma as usize).map_or(&[], |(_, phrases)| phrases)
    }

    /// The base form of a lemma.
    pub(crate) fn base(&self, lemma: u16) -> &'static str {
        self.lemmas.get(lemma as usize).map_or("", |(base, _)| base)
    }
}

const ADJECTIVE_ENDS: &[&str] = &[
    "ous", "ful", "ive", "ical", "able", "ible", "less", "ish", "ial", "ional", "ic", "ary",
];

fn heading(line: &'static str) -> Option<&'static str> {
    line.strip_prefix('[').and_then(|l| l.strip_suffix(']'))
}

fn section_flag(section: &str) -> Option<u64> {
    Some(match section {
        "determiner" => flag::DETERMINER,
        "possessive" => flag::POSSESSIVE,
        "pronoun" => flag::PRONOUN,
        "object" => flag::OBJECT,
        "indefinite" => flag::INDEFINITE,
        "relative" => flag::RELATIVE,
        "question" => flag::QUESTION,
        "be" => flag::BE,
        "have" => flag::HAVE,
        "do" => flag::DO,
        "modal" => flag::MODAL,
        "fused" => flag::FUSED,
        "not" => flag::NOT,
        "to" => flag::TO,
        "preposition" => flag::PREPOSITION,
        "coordinator" => flag::COORDINATOR,
        "subordinator" => flag::SUBORDINATOR,
        "adverb" => flag::ADVERB,
        "notadverb" => flag::NOTADVERB,
        "adjective" => flag::ADJECTIVE,
        "number" => flag::NUMBER,
        "time" => flag::TIME,
        "month" => flag::MONTH,
        "period" => flag::PERIOD,
        "title" => flag::TITLE,
        "person" => flag::PERSON,
        "organisation" => flag::ORGANISATION,
        "document" => flag::DOCUMENT,
        "noun" => flag::NOUN,
        _ => return None,
    })
}

fn section_frame(section: &str) -> Option<u64> {
    Some(match section {
        "speech clause" | "speech phrase clause" => frame::CLAUSE,
        "speech tell" => frame::TELL,
        "speech ask" => frame::ASK,
        "speech quote" => frame::QUOTE,
        "speech object" | "speech phrase object" => frame::OBJECT,
        "speech name" => frame::NAME,
        "speech infinitive" => frame::INFINITIVE,
        "speech about" => frame::ABOUT,
        "speech of" => frame::OF,
        "speech for" => frame::FOR,
        "speech against" => frame::AGAINST,
        "speech on" => frame::ON,
        "speech to" => frame::TO,
        "speech at" => frame::AT,
        "speech with" => frame::WITH,
        "speech in" => frame::IN,
        "stance clause" | "stance phrase clause" => frame::STANCE_CLAUSE,
        "stance object" | "stance phrase object" => frame::STANCE_OBJECT,
        "stance name" => frame::STANCE_NAME,
        "stance infinitive" => frame::STANCE_INFINITIVE,
        "stance order" => frame::STANCE_ORDER,
        "stance about" => frame::STANCE_ABOUT,
        "stance of" => frame::STANCE_OF,
        "stance for" => frame::STANCE_FOR,
        "stance against" => frame::STANCE_AGAINST,
        "stance on" => frame::STANCE_ON,
        "stance to" => frame::STANCE_TO,
        "stance with" => frame::STANCE_WITH,
        "stance in" => frame::STANCE_IN,
        "speech light" => frame::LIGHT,
        "speech bare" => frame::BARE,
        "raise" => frame::RAISE,
        "passive" => frame::PASSIVE,
        _ => return None,
    })
}

const DOUBLED: &[&str] = &[
    "admit", "commit", "refer", "prefer", "infer", "concur", "rebut", "submit", "permit", "regret", "forget", "begin",
    "forbid", "occur", "defer", "confer", "transmit", "transfer", "quit", "quiz", "compel", "expel",
];

fn doubles(base: &str) -> bool {
    if DOUBLED.contains(&base) {
        return true;
    }
    let b = base.as_bytes();
    let vowel = |c: u8| b"aeiou".contains(&c);
    let Some((&last, head)) = b.split_last() else {
        return false;
    };
    let Some((&mid, head)) = head.split_last() else {
        return false;
    };
    let Some(&before) = head.last() else { return false };
    !vowel(last)
        && !b"wxy".contains(&last)
        && vowel(mid)
        && !vowel(before)
        && b.iter().filter(|&&c| vowel(c)).count() == 1
}

fn third(base: &str) -> String {
    let b = base.as_bytes();
    if base.ends_with('y') && b.len() > 1 && !b"aeiou".contains(&b[b.len() - 2]) {
        return format!("{}ies", &base[..base.len() - 1]);
    }
    if ["s", "x", "z", "ch", "sh", "o"].iter().any(|e| base.ends_with(e)) {
        return format!("{base}es");
    }
    format!("{base}s")
}

fn plural(base: &str) -> String {
    third(base)
}

fn past(base: &str) -> String {
    let b = base.as_bytes();
    if base.ends_with('e') {
        return format!("{base}d");
    }
    if base.ends_with('y') && b.len() > 1 && !b"aeiou".contains(&b[b.len() - 2]) {
        return format!("{}ied", &base[..base.len() - 1]);
    }
    if doubles(base) {
        return format!("{base}{}ed", &base[base.len() - 1..]);
    }
    format!("{base}ed")
}

fn gerund(base: &str) -> String {
    if base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") && !base.ends_with("ye") && base.len() > 2
    {
        return format!("{}ing", &base[..base.len() - 1]);
    }
    if doubles(base) {
        return format!("{base}{}ing", &base[base.len() - 1..]);
    }
    format!("{base}ing")
}
