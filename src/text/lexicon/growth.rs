//! How a list becomes a [`Lexicon`]: its lines are read, its phrases grow into a trie, and the trie is laid flat.

use rustc_hash::FxHashMap;

use super::frame::MOST_SLOTS;
use super::{Entry, FEW, Lexicon, LexiconError, NONE, Names};
use crate::text::inflect::forms_of;
use crate::text::table::{self, Row, rows};

/// The trie while it grows.
#[derive(Default)]
struct Growth {
    words: FxHashMap<Box<str>, u32>,
    steps: FxHashMap<(u32, u32), u32>,
    /// The node behind a node and a class.
    classes: FxHashMap<(u32, u16), u32>,
    /// The newest entry that ends at a node, as an index into `ends`.
    newest: Vec<u32>,
    /// Entry, node, and the entry before it at that node.
    ends: Vec<(u32, u32, u32)>,
}

/// Compiles a list that may use these names; of all its sections or of one.
pub(super) fn compile(list: &str, names: Names<'_>, one: Option<&str>) -> Result<Lexicon, LexiconError> {
    let mut lexicon = Lexicon::default();
    let mut growth = Growth {
        newest: vec![NONE],
        ..Growth::default()
    };
    let (mut section, mut wanted) = (0, true);
    for row in rows(list) {
        let (line, row) = row?;
        if let Row::Section(name) = row {
            wanted = one.is_none_or(|one| one == name);
        }
        let read = match row {
            _ if !wanted => Ok(()),
            Row::Section(name) => lexicon.section_named(name, names.sections).map(|named| section = named),
            Row::Entry(entry) => lexicon.add(&mut growth, section, (entry, line), names.classes),
        };
        read.map_err(|message| LexiconError { line, message })?;
    }
    lexicon.freeze(growth);
    Ok(lexicon)
}

impl Lexicon {
    fn section_named(&mut self, name: &str, known: &[&str]) -> Result<u16, String> {
        if !known.is_empty() && !known.contains(&name) {
            return Err(format!(
                "`[{name}]`: unknown section, expected one of {}",
                known.join(", ")
            ));
        }
        Ok(self.section(name).unwrap_or_else(|| {
            self.sections.push(name.to_string());
            (self.sections.len() - 1) as u16
        }))
    }

    fn add(
        &mut self,
        growth: &mut Growth,
        section: u16,
        (row, line): (table::Entry<'_>, usize),
        classes: &[&str],
    ) -> Result<(), String> {
        let phrase = row.phrase.to_string();
        let owned = |(key, value): (&str, &str)| (key.to_string(), value.to_string());
        let attributes = row.attributes().map(|pair| pair.map(owned)).collect::<Result<_, _>>()?;
        let entry = self.entries.len() as u32;
        for node in growth.paths(&phrase, classes)? {
            let twice = growth
                .ends_at(node)
                .find(|e| self.entries[*e as usize].section == section);
            if let Some(twice) = twice {
                let first = &self.entries[twice as usize];
                return Err(format!(
                    "`{phrase}` repeats a form of `{}` from line {}",
                    first.phrase, first.line
                ));
            }
            growth.end(node, entry);
        }
        self.entries.push(Entry {
            section,
            phrase,
            attributes,
            line,
        });
        Ok(())
    }

    fn freeze(&mut self, growth: Growth) {
        let Growth {
            words,
            steps,
            classes,
            newest,
            mut ends,
        } = growth;
        self.classes = classes
            .into_iter()
            .map(|((node, class), next)| (node, class, next))
            .collect();
        self.classes.sort_unstable();
        self.roots = vec![NONE; words.len()];
        self.words = words;
        let mut sorted: Vec<(u32, u32, u32)> = Vec::with_capacity(steps.len());
        for ((node, id), next) in steps {
            match node {
                0 => self.roots[id as usize] = next,
                _ => sorted.push((node, id, next)),
            }
        }
        sorted.sort_unstable();
        ends.sort_unstable_by_key(|(entry, node, _)| (*node, *entry));
        let (mut step, mut end) = (0, 0);
        for node in 0..=newest.len() as u32 {
            while sorted.get(step).is_some_and(|s| s.0 < node) {
                step += 1;
            }
            while ends.get(end).is_some_and(|e| e.1 < node) {
                end += 1;
            }
            self.nodes.push((step as u32, end as u32));
        }
        for run in sorted.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > FEW) {
            self.wide
                .extend(run.iter().map(|(node, id, next)| ((*node, *id), *next)));
        }
        self.steps = sorted.into_iter().map(|(_, id, next)| (id, next)).collect();
        let section = |entry: u32| self.entries[entry as usize].section;
        self.ends = ends.into_iter().map(|(entry, ..)| (entry, section(entry))).collect();
    }
}

impl Growth {
    /// The nodes at the ends of a phrase, one for each way of its forms.
    fn paths(&mut self, phrase: &str, classes: &[&str]) -> Result<Vec<u32>, String> {
        let mut paths = vec![0u32];
        let mut slots = 0;
        for word in phrase.split_whitespace() {
            let forms = forms_of(word)?;
            slots += usize::from(forms.iter().any(|form| class_name(form).is_some()));
            if slots > MOST_SLOTS {
                return Err(format!("`{phrase}`: more than {MOST_SLOTS} steps are classes"));
            }
            let mut next = Vec::with_capacity(paths.len() * forms.len());
            for path in &paths {
                for form in &forms {
                    let node = self.behind(*path, form, classes)?;
                    if !next.contains(&node) {
                        next.push(node);
                    }
                }
            }
            paths = next;
        }
        match paths == [0] {
            true => Err(format!("`{phrase}`: the phrase is empty")),
            false => Ok(paths),
        }
    }

    /// The node behind a word or a class.
    fn behind(&mut self, node: u32, form: &str, classes: &[&str]) -> Result<u32, String> {
        let Some(name) = class_name(form) else {
            return Ok(clitics(form).fold(node, |node, piece| self.step(node, piece)));
        };
        let Some(class) = classes.iter().position(|class| *class == name) else {
            return Err(match classes {
                [] => format!("`{form}`: this list has no classes"),
                _ => format!("`{form}`: unknown class, expected one of {}", classes.join(", ")),
            });
        };
        let next = self.newest.len() as u32;
        let step = *self.classes.entry((node, class as u16)).or_insert(next);
        self.opened(step);
        Ok(step)
    }

    fn step(&mut self, node: u32, word: &str) -> u32 {
        let id = match self.words.get(word) {
            Some(id) => *id,
            None => {
                let fresh = self.words.len() as u32;
                self.words.insert(word.into(), fresh);
                fresh
            }
        };
        let next = self.newest.len() as u32;
        let step = *self.steps.entry((node, id)).or_insert(next);
        self.opened(step);
        step
    }

    /// Makes room for a node that is new.
    fn opened(&mut self, node: u32) {
        if node as usize == self.newest.len() {
            self.newest.push(NONE);
        }
    }

    fn end(&mut self, node: u32, entry: u32) {
        let newest = &mut self.newest[node as usize];
        self.ends.push((entry, node, *newest));
        *newest = self.ends.len() as u32 - 1;
    }

    /// The entries that end at a node, newest first.
    fn ends_at(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let at = |i: u32| self.ends.get(i as usize);
        std::iter::successors(at(self.newest[node as usize]), move |e| at(e.2)).map(|e| e.0)
    }
}

/// `world's` is two tokens in a document, so it is two steps here.
pub(crate) fn clitics(word: &str) -> impl Iterator<Item = &str> {
    let cut = if word.len() > 2 && word.ends_with("'s") {
        word.len() - 2
    } else {
        word.len()
    };
    let (stem, clitic) = word.split_at(cut);
    [stem, clitic].into_iter().filter(|w| !w.is_empty())
}

/// The name between the marks of a step that is a class.
fn class_name(step: &str) -> Option<&str> {
    step.strip_prefix('<')?.strip_suffix('>')
}
