//! A phrase list parsed from text, compiled into one matcher.
//!
//! # Format
//!
//! ```text
//! # what: verbs that judge            (comments and blank lines are free)
//! [loaded-verb]                        (every entry stands in a section)
//! slam/v                               (slam slams slammed slamming)
//! double down|doubles down             (no: alternatives are for one word)
//! double|doubles|doubled|doubling down ; weight=1.2 ; note=idiom
//! ```
//!
//! A word's suffix expands it: `/v` a regular verb, `/vv` one that doubles its last letter (`admit/vv`), `/n` a noun,
//! `/a` an adjective with its degrees, `/l` an adjective with its adverb. Attributes behind `;` are kept as written.
//! Entries are folded (lower-case, straight apostrophes); `'s` is a word of its own, as it is in a document.
//!
//! # Classes
//!
//! A step may be a class: `<tell> <outlet>` stands for "told the Harbor Times", and `<tell>|wrote to <outlet>` for two ways to say so.
//! What a class covers is the caller's to answer, token by token ([`Lexicon::scan_frames`]): a verb of telling is one token and a bit
//! of its word, an outlet is as many tokens as its name has. So a pattern of the surface is a line of a table, and Rust says only what
//! its classes are. The list of classes is closed ([`Names`]): a name outside it is a mistake, told with its line.
//!
//! ```
//! use onrecord::text::lexicon::{Lexicon, Names};
//!
//! let list = "[relay]\n<tell> <outlet>\nin an interview|email with|to <outlet>\n";
//! let names = Names { sections: &["relay"], classes: &["tell", "outlet"] };
//! let frames = Lexicon::parse_named(list, names)?;
//!
//! let words = ["an", "aide", "told", "the", "harbor", "times", "of", "it"];
//! let covers = |class, at: usize| match class {
//!     0 => usize::from(words[at] == "told"),
//!     _ => if words[at..].starts_with(&["the", "harbor", "times"]) { 3 } else { 0 },
//! };
//! let mut seen = Vec::new();
//! frames.scan_frames(words.len(), |i| frames.word_id(words[i]), covers, |found, slots| {
//!     seen.push((words[found.first..found.end].join(" "), words[slots[1].first..slots[1].end].join(" ")));
//! });
//! assert_eq!(seen, [("told the harbor times".to_string(), "the harbor times".to_string())]);
//! # Ok::<(), onrecord::text::lexicon::LexiconError>(())
//! ```

mod frame;
mod growth;
mod scan;

pub use frame::Slot;
pub(crate) use growth::clitics;

use rustc_hash::FxHashMap;

use crate::text::known::{self, Role, Seat};

pub use crate::text::table::LexiconError;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Index into [`Lexicon::sections`].
    pub section: u16,
    /// The phrase as written, with its inflection marks.
    pub phrase: String,
    /// `key=value` pairs behind the phrase, in order.
    pub attributes: Vec<(String, String)>,
    /// 1-based line of the list.
    pub line: usize,
}

impl Entry {
    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    /// A numeric attribute.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.attribute(key)?.parse().ok()
    }
}

/// A place where an entry stands in a token sequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Index into [`Lexicon::sections`].
    pub section: u16,
    /// Index into [`Lexicon::entries`].
    pub entry: u32,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
}

/// The id of a word no entry holds.
pub const UNKNOWN: u32 = known::UNKNOWN;

/// Steps that are tried one by one.
const FEW: usize = 8;

/// No node, no entry.
const NONE: u32 = u32::MAX;

/// A compiled phrase list.
///
/// # Design
///
/// A trie over word ids. Almost all tokens of a text begin no entry, so the first step is an array by word id; the later steps are
/// short runs in one array, and a hash where a run is long. A list that ships with the crate also has a seat among all of them.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    sections: Vec<String>,
    entries: Vec<Entry>,
    words: FxHashMap<Box<str>, u32>,
    /// The node behind the root, by word id.
    roots: Vec<u32>,
    /// By node: where its steps and its entries begin; they end where those of the next node begin.
    nodes: Vec<(u32, u32)>,
    /// Word id and next node, by node, then id.
    steps: Vec<(u32, u32)>,
    /// The same steps of the nodes that have many: a search through a long run goes astray at every turn.
    wide: FxHashMap<(u32, u32), u32>,
    /// Entries that end at a node, each with its section.
    ends: Vec<(u32, u16)>,
    /// Node, class and next node, by node: the steps that are a class. Empty in a list of plain words, which is never asked for them.
    classes: Vec<(u32, u16, u32)>,
    seat: Option<Seat>,
}

/// The names that a list may use.
#[derive(Debug, Clone, Copy, Default)]
pub struct Names<'n> {
    /// Its sections; any, when none is given.
    pub sections: &'n [&'n str],
    /// What may stand as `<name>` for a step of a phrase. A caller is asked for a class by its place in this list.
    pub classes: &'n [&'n str],
}

impl<'n> Names<'n> {
    /// Of a list of plain words in these sections.
    pub fn sections(sections: &'n [&'n str]) -> Self {
        Names { sections, classes: &[] }
    }
}

impl Lexicon {
    /// Compiles a list.
    ///
    /// # Errors
    ///
    /// An entry before any section, an unknown inflection mark or class, an empty phrase or attribute, or a phrase said twice in one
    /// section: named with its line.
    pub fn parse(list: &str) -> Result<Self, LexiconError> {
        Lexicon::parse_named(list, Names::default())
    }

    /// Compiles a list whose sections and classes are known beforehand.
    ///
    /// # Errors
    ///
    /// As [`Lexicon::parse`], and a section that is not among the names.
    pub fn parse_named(list: &str, names: Names<'_>) -> Result<Self, LexiconError> {
        growth::compile(list, names, None)
    }

    /// Compiles one section of a list, and nothing when it has none.
    ///
    /// # Errors
    ///
    /// As [`Lexicon::parse`], for the entries of that section.
    pub(crate) fn parse_section(list: &str, section: &str) -> Result<Self, LexiconError> {
        growth::compile(list, Names::default(), Some(section))
    }

    /// Compiles a list that ships with the crate and gives it a seat among all such lists, so that an article's words are looked up
    /// once for all of them. A list with a mistake is empty; a test of its owner parses it.
    pub(crate) fn built_in(list: &str) -> Self {
        Lexicon::built_in_for(list, |_| true)
    }

    /// As [`Lexicon::built_in`], where sections and classes are known beforehand: any other is a mistake.
    pub(crate) fn built_in_named(list: &str, names: Names<'_>) -> Self {
        let lexicon = Lexicon::parse_named(list, names).unwrap_or_default();
        lexicon.seated(|_| true, true)
    }

    /// As [`Lexicon::built_in`], where a text is scanned for entries of some sections only: a word that begins none of theirs is
    /// passed over.
    pub(crate) fn built_in_for(list: &str, scanned: impl Fn(&str) -> bool) -> Self {
        Lexicon::parse(list).unwrap_or_default().seated(scanned, true)
    }

    /// As [`Lexicon::built_in`], for a list that is asked about words and lines and never scanned for: its words mark no token, so
    /// that the scans for others pass over them.
    pub(crate) fn built_in_asked(list: &str) -> Self {
        Lexicon::parse(list).unwrap_or_default().seated(|_| true, false)
    }

    fn seated(self, scanned: impl Fn(&str) -> bool, marks: bool) -> Self {
        let mut lexicon = self;
        let wanted = lexicon.sections.iter().enumerate().filter(|(_, name)| scanned(name));
        let wanted = wanted.fold(0, |bits, (i, _)| bits | 1u64.checked_shl(i as u32).unwrap_or(u64::MAX));
        // Beyond the first 64 sections there are no bits to choose by.
        let all = lexicon.sections.len() > 64 || lexicon.sections.iter().all(|name| scanned(name));
        let starts = if all { Vec::new() } else { lexicon.starts() };
        let begins = |id: usize| all || starts.get(id).is_some_and(|bits| bits & wanted != 0);
        let mut words = vec![("", Role::default()); lexicon.words.len()];
        for (word, id) in &lexicon.words {
            let root = lexicon.root(*id);
            let role = Role {
                starts: root != NONE && begins(*id as usize),
                alone: !lexicon.ends_at(root).is_empty(),
                follows: false,
            };
            words[*id as usize] = (&**word, role);
        }
        for (id, follows) in lexicon.followers().into_iter().enumerate() {
            words[id].1.follows = follows;
        }
        lexicon.seat = known::seat(words.into_iter(), marks);
        lexicon
    }

    /// Where this list sits among the built-in ones.
    pub(crate) fn seat(&self) -> Option<&Seat> {
        self.seat.as_ref()
    }

    /// Section names in the order of the list.
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// The index of a section.
    pub fn section(&self, name: &str) -> Option<u16> {
        self.sections.iter().position(|s| s == name).map(|i| i as u16)
    }

    /// All entries in the order of the list.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The id of a folded word, [`UNKNOWN`] when no entry holds it.
    pub fn word_id(&self, word: &str) -> u32 {
        self.words.get(word).copied().unwrap_or(UNKNOWN)
    }

    /// The entries that consist of this one folded word.
    pub fn single(&self, word: &str) -> impl Iterator<Item = (u32, &Entry)> {
        self.single_of(self.word_id(word))
    }

    /// By word id, whether it stands behind the first word of an entry.
    pub(crate) fn followers(&self) -> Vec<bool> {
        let mut follows = vec![false; self.words.len()];
        for (id, _) in &self.steps {
            follows[*id as usize] = true;
        }
        follows
    }

    /// The entries that consist of the one word with this id.
    pub(crate) fn single_of(&self, id: u32) -> impl Iterator<Item = (u32, &Entry)> {
        let ends = self.ends_at(self.root(id));
        ends.iter().map(|(e, _)| (*e, &self.entries[*e as usize]))
    }

    /// Whether this one folded word is an entry of the section.
    pub fn has(&self, section: u16, word: &str) -> bool {
        self.single(word).any(|(_, e)| e.section == section)
    }

    /// As [`Lexicon::has`], by the section's name.
    pub fn has_word(&self, section: &str, word: &str) -> bool {
        self.single(word)
            .any(|(_, e)| self.sections[usize::from(e.section)] == section)
    }

    /// By word id, a bit for each section (the first 64) in which an entry begins with the word: what the
    /// starts of [`Lexicon::scan_at`] are chosen by.
    pub(crate) fn starts(&self) -> Vec<u64> {
        let sections = |root: &u32| {
            let mut bits = 0;
            let mut open = vec![*root];
            while let Some(node) = open.pop() {
                let Some([(from, _), (to, _)]) = self.nodes.get(node as usize..).and_then(|n| n.first_chunk()) else {
                    continue;
                };
                let ends = self.ends_at(node).iter();
                bits |= ends.fold(0, |b, (_, section)| {
                    b | 1u64.checked_shl(u32::from(*section)).unwrap_or(0)
                });
                open.extend(self.steps[*from as usize..*to as usize].iter().map(|s| s.1));
                open.extend(self.class_steps(node).iter().map(|s| s.2));
            }
            bits
        };
        self.roots.iter().map(sections).collect()
    }

    fn root(&self, id: u32) -> u32 {
        self.roots.get(id as usize).copied().unwrap_or(NONE)
    }

    fn ends_at(&self, node: u32) -> &[(u32, u16)] {
        let Some([(_, from), (_, to)]) = self.nodes.get(node as usize..).and_then(|n| n.first_chunk()) else {
            return &[];
        };
        &self.ends[*from as usize..*to as usize]
    }

    /// The node behind a node; the next word is asked for only where a step exists.
    fn step(&self, node: u32, id: impl FnOnce() -> u32) -> u32 {
        let Some([(from, _), (to, _)]) = self.nodes.get(node as usize..).and_then(|n| n.first_chunk()) else {
            return NONE;
        };
        let steps = &self.steps[*from as usize..*to as usize];
        if steps.is_empty() {
            return NONE;
        }
        let id = id();
        // Most words behind a first word are in no entry of the list.
        if id == UNKNOWN {
            return NONE;
        }
        if steps.len() <= FEW {
            return steps.iter().find(|s| s.0 == id).map_or(NONE, |s| s.1);
        }
        self.wide.get(&(node, id)).copied().unwrap_or(NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(list: &str, text: &str) -> Vec<(String, String)> {
        let lexicon = Lexicon::parse(list).expect("a good list");
        let words: Vec<&str> = text.split(' ').collect();
        let mut out = Vec::new();
        lexicon.scan(
            words.len(),
            |i| lexicon.word_id(words[i]),
            |m| {
                out.push((
                    lexicon.sections()[usize::from(m.section)].clone(),
                    words[m.first..m.end].join(" "),
                ))
            },
        );
        out
    }

    #[test]
    fn the_longest_entry_of_each_section_wins() {
        let list = "[a]\nplay the game\nplay\n[b]\nplay the";
        assert_eq!(
            found(list, "they play the game"),
            [
                ("a".into(), "play the game".into()),
                ("b".into(), "play the".to_string())
            ]
        );
        assert_eq!(
            found(list, "play the"),
            [("a".into(), "play".into()), ("b".into(), "play the".to_string())]
        );
    }

    #[test]
    fn an_entry_may_stand_in_any_number_of_sections() {
        for sections in [1, 4, 5, 30] {
            let list: String = (0..sections)
                .map(|i| format!("[s{i}]\nplay\nplay the game\n"))
                .collect();
            let want: Vec<(String, String)> = (0..sections)
                .map(|i| (format!("s{i}"), "play the game".into()))
                .collect();
            assert_eq!(found(&list, "they play the game"), want, "{sections} sections");
        }
    }

    #[test]
    fn it_knows_which_words_begin_an_entry_of_a_section() {
        let lexicon = Lexicon::parse("[a]\nread more\nshare\n[b]\nread|reads this\n").expect("a good list");
        let starts = lexicon.starts();
        let of = |word: &str| starts.get(lexicon.word_id(word) as usize).copied();
        assert_eq!(
            ["read", "reads", "share", "more", "this"].map(of),
            [Some(3), Some(2), Some(1), Some(0), Some(0)]
        );
    }

    #[test]
    fn possessives_are_two_words() {
        assert_eq!(found("[a]\nworld's worst", "the world 's worst").len(), 1);
    }

    #[test]
    fn mistakes_name_their_line() {
        let message = |list: &str| Lexicon::parse(list).map(|_| ()).expect_err("a bad list").to_string();
        assert_eq!(message("slam"), "line 1: `slam` stands before any `[section]`");
        assert!(message("[a]\nslam/q").starts_with("line 2: `slam/q`: unknown mark `/q`"));
        assert!(message("[a]\nslam/v\nslams").contains("repeats a form of `slam/v` from line 2"));
    }
}
