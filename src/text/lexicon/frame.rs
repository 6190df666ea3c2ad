//! Phrases with classes in them, found in a run of tokens.

use super::{Lexicon, Match, NONE};

/// How many steps of a phrase may be a class.
pub(super) const MOST_SLOTS: usize = 4;

/// What a class of a phrase stood for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slot {
    /// The place of the class in [`Names::classes`](super::Names::classes).
    pub class: u16,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
}

/// The slots that are filled so far.
#[derive(Clone, Copy, Default)]
struct Slots {
    held: [Slot; MOST_SLOTS],
    len: usize,
}

impl Slots {
    fn with(mut self, slot: Slot) -> Self {
        if let Some(place) = self.held.get_mut(self.len) {
            *place = slot;
            self.len += 1;
        }
        self
    }

    fn filled(&self) -> &[Slot] {
        &self.held[..self.len]
    }
}

/// An entry that ends somewhere behind the token a walk began at.
struct Ended {
    section: u16,
    entry: u32,
    end: usize,
    slots: Slots,
}

/// All ways of a list from one token.
struct Walk<'l, I, C> {
    lexicon: &'l Lexicon,
    len: usize,
    id_at: I,
    covers: C,
    /// The longest entry of each section.
    longest: Vec<Ended>,
}

impl<I: Fn(usize) -> u32, C: Fn(u16, usize) -> usize> Walk<'_, I, C> {
    fn begin(&mut self, first: usize) {
        self.longest.clear();
        let next = self.lexicon.root((self.id_at)(first));
        self.go(next, first + 1, Slots::default());
        self.fill(0, first, Slots::default());
    }

    fn go(&mut self, node: u32, at: usize, slots: Slots) {
        if node == NONE {
            return;
        }
        for &(entry, section) in self.lexicon.ends_at(node) {
            self.put(section, entry, at, slots);
        }
        if at < self.len {
            let next = self.lexicon.step(node, || (self.id_at)(at));
            self.go(next, at + 1, slots);
            self.fill(node, at, slots);
        }
    }

    /// The ways on that lead through a class.
    fn fill(&mut self, node: u32, first: usize, slots: Slots) {
        for &(_, class, next) in self.lexicon.class_steps(node) {
            let end = first + (self.covers)(class, first);
            if end > first && end <= self.len {
                self.go(next, end, slots.with(Slot { class, first, end }));
            }
        }
    }

    /// Of two entries of the same length the first found stays: one of words before one with a class.
    fn put(&mut self, section: u16, entry: u32, end: usize, slots: Slots) {
        let ended = Ended {
            section,
            entry,
            end,
            slots,
        };
        match self.longest.iter_mut().find(|other| other.section == section) {
            Some(other) if other.end >= end => {}
            Some(other) => *other = ended,
            None => self.longest.push(ended),
        }
    }
}

impl Lexicon {
    /// As [`Lexicon::scan`], for a list with classes in its phrases.
    ///
    /// `covers` answers how many tokens a class covers from a token on, none where it does not stand: a class of words asks a bit of
    /// the word and answers 0 or 1, a mention answers its length. An answer that runs beyond `len` is no answer. `found` is given what
    /// each class of the entry stood for, in order.
    ///
    /// From one token each node of the trie is reached in one way only, so the work is bounded by the list and linear in the text.
    pub fn scan_frames(
        &self,
        len: usize,
        id_at: impl Fn(usize) -> u32,
        covers: impl Fn(u16, usize) -> usize,
        mut found: impl FnMut(Match, &[Slot]),
    ) {
        let mut free = vec![0; self.sections.len()];
        let mut walk = Walk {
            lexicon: self,
            len,
            id_at,
            covers,
            longest: Vec::new(),
        };
        for first in 0..len {
            walk.begin(first);
            for ended in &walk.longest {
                let free = &mut free[usize::from(ended.section)];
                if first >= *free {
                    *free = ended.end;
                    let place = Match {
                        section: ended.section,
                        entry: ended.entry,
                        first,
                        end: ended.end,
                    };
                    found(place, ended.slots.filled());
                }
            }
        }
    }

    /// The steps behind a node that are a class.
    pub(super) fn class_steps(&self, node: u32) -> &[(u32, u16, u32)] {
        let from = self.classes.partition_point(|step| step.0 < node);
        let run = &self.classes[from..];
        &run[..run.partition_point(|step| step.0 == node)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lexicon::Names;

    const NAMES: Names<'_> = Names {
        sections: &["relay", "plain"],
        classes: &["tell", "outlet"],
    };

    /// The phrases found and what stood in their slots. "told" and "tells" tell; "the post" and "the harbor times" are outlets.
    fn found(list: &str, text: &str) -> Vec<String> {
        let lexicon = Lexicon::parse_named(list, NAMES).unwrap_or_else(|e| panic!("{e}"));
        let words: Vec<&str> = text.split(' ').collect();
        let said = |first: usize, end: usize| words[first..end].join(" ");
        let covers = |class: u16, at: usize| match class {
            0 => usize::from(matches!(words[at], "told" | "tells")),
            _ => [["the", "harbor", "times"].as_slice(), &["the", "post"]]
                .iter()
                .find(|name| words[at..].starts_with(name))
                .map_or(0, |name| name.len()),
        };
        let mut out = Vec::new();
        lexicon.scan_frames(
            words.len(),
            |i| lexicon.word_id(words[i]),
            covers,
            |m, slots| {
                let section = &lexicon.sections()[usize::from(m.section)];
                let slots: Vec<String> = slots.iter().map(|s| said(s.first, s.end)).collect();
                out.push(format!("{section}: {} ({})", said(m.first, m.end), slots.join(", ")));
            },
        );
        out
    }

    #[test]
    fn a_class_stands_first_last_or_between() {
        let list = "[relay]\n<tell> <outlet>\nin an interview with <outlet>\n<outlet> was|is told\n";
        assert_eq!(
            found(list, "he told the harbor times so in an interview with the post"),
            [
                "relay: told the harbor times (told, the harbor times)",
                "relay: in an interview with the post (the post)"
            ]
        );
        assert_eq!(
            found(list, "the post was told"),
            ["relay: the post was told (the post)"]
        );
        assert!(found(list, "he told the harbor").is_empty(), "half a name is no outlet");
        assert!(found(list, "told").is_empty(), "the text may end within a phrase");
    }

    #[test]
    fn the_longest_wins_and_words_win_over_a_class_of_the_same_length() {
        let list = "[relay]\n<tell> <outlet> ; long=1\n<tell>\ntold the post\n[plain]\ntold the\n";
        assert_eq!(
            found(list, "told the harbor times"),
            [
                "plain: told the ()",
                "relay: told the harbor times (told, the harbor times)"
            ]
        );
        assert_eq!(
            found(list, "told the post"),
            ["plain: told the ()", "relay: told the post ()"]
        );
        assert_eq!(found(list, "tells nobody"), ["relay: tells (tells)"]);
    }

    #[test]
    fn a_class_is_one_of_several_forms() {
        let list = "[relay]\n<tell>|wrote|writes|e-mailed <outlet>\n";
        for text in ["wrote the post", "told the post", "e-mailed the harbor times"] {
            assert_eq!(found(list, text).len(), 1, "{text}");
        }
    }

    #[test]
    fn a_list_of_words_is_found_as_by_a_scan() {
        let list = "[relay]\nplay the game\nplay\n[plain]\nplay the\nthe game\n";
        let lexicon = Lexicon::parse(list).unwrap_or_else(|e| panic!("{e}"));
        let words = ["they", "play", "the", "game", "play", "the"];
        let (mut plain, mut frames) = (Vec::new(), Vec::new());
        lexicon.scan(words.len(), |i| lexicon.word_id(words[i]), |m| plain.push(m));
        lexicon.scan_frames(
            words.len(),
            |i| lexicon.word_id(words[i]),
            |_, _| 9,
            |m, _| frames.push(m),
        );
        let key = |m: &Match| (m.first, m.section);
        plain.sort_by_key(key);
        frames.sort_by_key(key);
        assert_eq!(plain, frames);
    }

    #[test]
    fn names_outside_the_closed_lists_are_mistakes() {
        let message = |list: &str, names| match Lexicon::parse_named(list, names) {
            Err(e) => e.to_string(),
            Ok(_) => panic!("{list}: a bad list"),
        };
        let told = message("[relay]\n<tell> <paper>", NAMES);
        assert_eq!(told, "line 2: `<paper>`: unknown class, expected one of tell, outlet");
        let told = message("[relays]\nsay", NAMES);
        assert_eq!(
            told,
            "line 1: `[relays]`: unknown section, expected one of relay, plain"
        );
        let told = message("[a]\n<tell>", Names::default());
        assert_eq!(told, "line 2: `<tell>`: this list has no classes");
        let told = message("[relay]\n<tell> to <outlet>\n<tell> to|for <outlet>", NAMES);
        assert!(
            told.starts_with("line 3: `<tell> to|for <outlet>` repeats a form of"),
            "{told}"
        );
        let told = message("[relay]\n<tell> <tell> <tell> <tell> <tell>", NAMES);
        assert_eq!(
            told,
            "line 2: `<tell> <tell> <tell> <tell> <tell>`: more than 4 steps are classes"
        );
    }
}
