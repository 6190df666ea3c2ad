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

use rustc_hash::FxHashMap;

/// What is wrong with a phrase list, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct LexiconError {
    /// 1-based line of the list.
    pub line: usize,
    /// What was found and what was expected.
    pub message: String,
}

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
pub const UNKNOWN: u32 = u32::MAX;

#[derive(Debug, Clone, Default)]
struct Node {
    /// Entries that end here, at most one a section.
    ends: Vec<u32>,
    leaf: bool,
}

/// A compiled phrase list.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    sections: Vec<String>,
    entries: Vec<Entry>,
    words: FxHashMap<Box<str>, u32>,
    nodes: Vec<Node>,
    steps: FxHashMap<(u32, u32), u32>,
}

impl Lexicon {
    /// Compiles a list.
    ///
    /// # Errors
    ///
    /// An entry before any section, an unknown inflection mark, an empty phrase or attribute, or a phrase said twice in one
    /// section: named with its line.
    pub fn parse(list: &str) -> Result<Self, LexiconError> {
        let mut lexicon = Lexicon {
            nodes: vec![Node {
                ends: Vec::new(),
                leaf: true,
            }],
            ..Lexicon::default()
        };
        let mut section = None;
        for (index, raw) in list.lines().enumerate() {
            let line = index + 1;
            let wrong = |message: String| LexiconError { line, message };
            let text = strip_comment(raw).trim();
            if text.is_empty() {
                continue;
            }
            if let Some(name) = text.strip_prefix('[') {
                let name = name
                    .strip_suffix(']')
                    .ok_or_else(|| wrong(format!("`{text}`: a section head ends in `]`")))?;
                section = Some(lexicon.section_named(name.trim()));
                continue;
            }
            let section = section.ok_or_else(|| wrong(format!("`{text}` stands before any `[section]`")))?;
            lexicon.add(section, text, line).map_err(wrong)?;
        }
        Ok(lexicon)
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
        let node = self.words.get(word).and_then(|id| self.steps.get(&(0, *id)));
        let ends = node.map_or(&[][..], |n| &self.nodes[*n as usize].ends[..]);
        ends.iter().map(|e| (*e, &self.entries[*e as usize]))
    }

    /// Whether this one folded word is an entry of the section.
    pub fn has(&self, section: u16, word: &str) -> bool {
        self.single(word).any(|(_, e)| e.section == section)
    }

    /// Leftmost-longest matches of each section over `len` tokens; `id_at` gives the [`Lexicon::word_id`] of a token.
    pub fn scan(&self, len: usize, id_at: impl Fn(usize) -> u32, mut found: impl FnMut(Match)) {
        let mut free = vec![0usize; self.sections.len()];
        let mut best: Vec<(u16, u32, usize)> = Vec::new();
        for first in 0..len {
            let mut at = first;
            let mut node = 0u32;
            best.clear();
            while at < len {
                let id = id_at(at);
                if id == UNKNOWN {
                    break;
                }
                let Some(next) = self.steps.get(&(node, id)) else { break };
                node = *next;
                at += 1;
                let here = &self.nodes[node as usize];
                for entry in &here.ends {
                    let section = self.entries[*entry as usize].section;
                    match best.iter_mut().find(|b| b.0 == section) {
                        Some(b) => *b = (section, *entry, at),
                        None => best.push((section, *entry, at)),
                    }
                }
                if here.leaf {
                    break;
                }
            }
            for &(section, entry, end) in &best {
                let free = &mut free[usize::from(section)];
                if first >= *free {
                    *free = end;
                    found(Match {
                        section,
                        entry,
                        first,
                        end,
                    });
                }
            }
        }
    }

    fn section_named(&mut self, name: &str) -> u16 {
        self.section(name).unwrap_or_else(|| {
            self.sections.push(name.to_string());
            (self.sections.len() - 1) as u16
        })
    }

    fn add(&mut self, section: u16, text: &str, line: usize) -> Result<(), String> {
        let mut parts = text.split(';').map(str::trim);
        let phrase = parts.next().unwrap_or("").to_string();
        let mut attributes = Vec::new();
        for part in parts {
            let (key, value) = part
                .split_once('=')
                .ok_or_else(|| format!("`{part}`: an attribute has the form `key=value`"))?;
            attributes.push((key.trim().to_string(), value.trim().to_string()));
        }
        let entry = self.entries.len() as u32;
        let mut paths = vec![0u32];
        for word in phrase.split_whitespace() {
            let forms = forms_of(word)?;
            let mut next = Vec::with_capacity(paths.len() * forms.len());
            for path in &paths {
                for form in &forms {
                    let mut node = *path;
                    for piece in clitics(form) {
                        node = self.step(node, piece);
                    }
                    if !next.contains(&node) {
                        next.push(node);
                    }
                }
            }
            paths = next;
        }
        if paths == [0] {
            return Err(format!("`{text}`: the phrase is empty"));
        }
        for node in paths {
            let twice = self.nodes[node as usize]
                .ends
                .iter()
                .find(|e| self.entries[**e as usize].section == section);
            if let Some(twice) = twice {
                let first = &self.entries[*twice as usize];
                return Err(format!(
                    "`{phrase}` repeats a form of `{}` from line {}",
                    first.phrase, first.line
                ));
            }
            self.nodes[node as usize].ends.push(entry);
        }
        self.entries.push(Entry {
            section,
            phrase,
            attributes,
            line,
        });
        Ok(())
    }

    fn step(&mut self, node: u32, word: &str) -> u32 {
        let fresh = self.words.len() as u32;
        let id = *self.words.entry(word.into()).or_insert(fresh);
        let next = self.nodes.len() as u32;
        let step = *self.steps.entry((node, id)).or_insert(next);
        if step == next {
            self.nodes.push(Node {
                ends: Vec::new(),
                leaf: true,
            });
            self.nodes[node as usize].leaf = false;
        }
        step
    }
}

fn strip_comment(line: &str) -> &str {
    match line.find('#') {
        Some(0) => "",
        Some(i) if line.as_bytes()[i - 1].is_ascii_whitespace() => &line[..i],
        _ => line,
    }
}

/// `world's` is two tokens in a document, so it is two steps here.
fn clitics(word: &str) -> impl Iterator<Item = &str> {
    let cut = if word.len() > 2 && word.ends_with("'s") {
        word.len() - 2
    } else {
        word.len()
    };
    let (stem, clitic) = word.split_at(cut);
    [stem, clitic].into_iter().filter(|w| !w.is_empty())
}

fn forms_of(word: &str) -> Result<Vec<String>, String> {
    let mut forms = Vec::new();
    for alternative in word.split('|') {
        let (stem, mark) = alternative.rsplit_once('/').unwrap_or((alternative, ""));
        if stem.is_empty() {
            return Err(format!("`{word}`: an alternative is empty"));
        }
        match mark {
            "" => forms.push(stem.to_string()),
            "v" | "vv" => forms.extend(verb_forms(stem, mark == "vv" || doubles(stem))),
            "n" => forms.extend([stem.to_string(), with_s(stem)]),
            "a" => forms.extend(degrees(stem)),
            "l" => forms.extend([stem.to_string(), adverb(stem)]),
            _ => {
                return Err(format!(
                    "`{alternative}`: unknown mark `/{mark}`, expected /v, /vv, /n, /a or /l"
                ));
            }
        }
    }
    Ok(forms)
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// One syllable ending in consonant, vowel, consonant: `slam`, `rip`.
fn doubles(stem: &str) -> bool {
    let b = stem.as_bytes();
    let n = b.len();
    n >= 3
        && !is_vowel(b[n - 1])
        && !matches!(b[n - 1], b'w' | b'x' | b'y')
        && is_vowel(b[n - 2])
        && !is_vowel(b[n - 3])
        && b[..n - 2].iter().all(|c| !is_vowel(*c))
}

fn consonant_y(stem: &str) -> Option<&str> {
    let head = stem.strip_suffix('y')?;
    head.bytes().last().filter(|b| !is_vowel(*b)).map(|_| head)
}

fn with_s(stem: &str) -> String {
    if let Some(head) = consonant_y(stem) {
        return format!("{head}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|e| stem.ends_with(e));
    format!("{stem}{}", if hissing { "es" } else { "s" })
}

fn verb_forms(stem: &str, double: bool) -> [String; 4] {
    let last = stem.chars().last().unwrap_or('e');
    let (past, ing) = if double {
        (format!("{stem}{last}ed"), format!("{stem}{last}ing"))
    } else if let Some(head) = consonant_y(stem) {
        (format!("{head}ied"), format!("{stem}ing"))
    } else if let Some(head) = stem.strip_suffix("ie") {
        (format!("{stem}d"), format!("{head}ying"))
    } else if let Some(head) = stem.strip_suffix('e') {
        let keeps = matches!(head.bytes().last(), Some(b'e' | b'o' | b'y'));
        (
            format!("{stem}d"),
            if keeps {
                format!("{stem}ing")
            } else {
                format!("{head}ing")
            },
        )
    } else {
        (format!("{stem}ed"), format!("{stem}ing"))
    };
    let third = if stem.ends_with('o') {
        format!("{stem}es")
    } else {
        with_s(stem)
    };
    [stem.to_string(), third, past, ing]
}

fn degrees(stem: &str) -> [String; 3] {
    let base = if let Some(head) = consonant_y(stem) {
        format!("{head}i")
    } else if let Some(head) = stem.strip_suffix('e') {
        head.to_string()
    } else if doubles(stem) {
        format!("{stem}{}", stem.chars().last().unwrap_or('x'))
    } else {
        stem.to_string()
    };
    [stem.to_string(), format!("{base}er"), format!("{base}est")]
}

fn adverb(stem: &str) -> String {
    if let Some(head) = consonant_y(stem) {
        format!("{head}ily")
    } else if stem.ends_with("ic") {
        format!("{stem}ally")
    } else if let Some(head) = stem.strip_suffix("le") {
        format!("{head}ly")
    } else {
        format!("{stem}ly")
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
    fn marks_inflect() {
        let all = |w: &str| forms_of(w).expect("a good word").join(" ");
        assert_eq!(all("slam/v"), "slam slams slammed slamming");
        assert_eq!(all("smear/v"), "smear smears smeared smearing");
        assert_eq!(all("admit/vv"), "admit admits admitted admitting");
        assert_eq!(all("vilify/v"), "vilify vilifies vilified vilifying");
        assert_eq!(all("gouge/v"), "gouge gouges gouged gouging");
        assert_eq!(all("crony/n"), "crony cronies");
        assert_eq!(all("ugly/a"), "ugly uglier ugliest");
        assert_eq!(all("tragic/l"), "tragic tragically");
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
