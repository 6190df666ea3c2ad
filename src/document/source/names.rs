//! The people an article names, anywhere: who a surname or "the analyst" can point back to.

use std::hash::Hash;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::english::noun;
use crate::document::page::token::TokenKind;
use crate::document::page::{fitted, sentence::Sentence};
use crate::document::source::run::{self, Run, is_headline, names_thing};
use crate::document::source::words::{Class, HEAD, Words, usage};

/// A person with a name.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// Folded first name.
    pub(crate) first: Option<u32>,
    /// The fullest name on the page.
    pub(crate) full: Range<usize>,
    /// A first name, a title or a description stands with it somewhere.
    pub(crate) introduced: bool,
    /// A woman or a man, as far as a title or the given name tells.
    pub(crate) woman: Option<bool>,
}

/// All named people, with the ways to find them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) people: Vec<Person>,
    by_surname: FxHashMap<u32, Vec<u32>>,
    /// Any other word of a name, to the one person who bears it.
    by_part: FxHashMap<u32, Option<u32>>,
    /// Head of a description to the person it was given to; `None` when it was given to two.
    by_role: FxHashMap<u64, Option<u32>>,
    runs: Vec<Run>,
    /// Runs that name bodies.
    bodies: Vec<Range<usize>>,
}

/// Ways of one surname that are compared.
const COMPARED: usize = 8;
/// People of one surname that are told apart.
const SHARED: usize = 32;
const DESCRIPTION: usize = 12;
/// Names of bodies that "the company" looks back over.
const BODIES: usize = 32;

impl Names {
    /// Reads all names of an article.
    pub(crate) fn read(words: &Words, sentences: &[Sentence]) -> Self {
        let mut names = Names::default();
        let mut runs = Vec::with_capacity(sentences.len().min(64));
        for sentence in sentences {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let headline = is_headline(words, tokens.clone());
            let mut at = tokens.start;
            while at < tokens.end {
                match run::read(words, at, tokens.end) {
                    Some(name) => {
                        at = name.whole.end.max(at + 1);
                        if name.name.is_empty() && !headline && names_body(words, &name.whole) {
                            names.bodies.push(name.whole.clone());
                        }
                        if !headline || name.titled {
                            runs.push(name);
                        }
                    }
                    None => at += 1,
                }
            }
        }
        // Full names first, so that a surname in the lead finds the name that comes later.
        for name in runs.iter().filter(|n| n.name.len() > 1) {
            names.add(words, name);
        }
        for name in runs.iter().filter(|n| n.name.len() == 1 && n.titled) {
            names.add(words, name);
        }
        names.runs = fitted(runs);
        names
    }

    /// The name of the body that "the court", "the company" means: the last one before it that ends in the same word, and for a
    /// business whatever was last shown to be a thing by the page.
    pub(super) fn body(&self, words: &Words, head: usize) -> Option<Range<usize>> {
        let before = self.bodies.partition_point(|b| b.start < head);
        let business = words.is(head, Class::FIRM);
        let met = self.bodies.get(..before)?.iter().rev().take(BODIES);
        let noun = stem(words.word(head));
        met.into_iter()
            .find(|b| {
                let last = b.end - 1;
                if business {
                    let thing = words.written(last).is_business() || words.is(last, Class::FIRM);
                    thing
                        && !words.is(
                            last,
                            Class::PLACE
                                .or(Class::NATIONALITY)
                                .or(Class::OUTLET)
                                .or(Class::INSTITUTION),
                        )
                } else {
                    b.len() > 1 && stem(words.word(last)) == noun
                }
            })
            .cloned()
    }

    /// Every place that names a person, in text order.
    pub(crate) fn runs(&self) -> &[Run] {
        &self.runs
    }

    fn add(&mut self, words: &Words, found: &Run) {
        let id = self.find(words, found.name.clone()).unwrap_or_else(|| {
            let surname = id_of(words, found.name.end - 1);
            let first = (found.name.len() > 1).then(|| id_of(words, found.name.start));
            self.people.push(Person {
                first,
                full: found.name.clone(),
                introduced: true,
                woman: sex_of(words, found.whole.clone()),
            });
            let id = (self.people.len() - 1) as u32;
            for part in found.name.start..found.name.end - 1 {
                // "Greta" is Greta Fenwick; "Compaq" is no part of a person.
                let given = words.is(found.name.start, Class::MAN.or(Class::WOMAN));
                if words.is_capital(part) && (given || found.titled && part > found.name.start) {
                    note(&mut self.by_part, id_of(words, part), id);
                }
            }
            self.by_surname.entry(surname).or_default().push(id);
            id
        });
        self.describe(words, found, id);
    }

    /// Notes the roles that stand beside a name: `analyst Jane Roe`, `Jane Roe, the minister`.
    fn describe(&mut self, words: &Words, found: &Run, id: u32) {
        let start = found.whole.start;
        for post in (start..found.name.start).filter_map(|i| post_of(words.word(i))) {
            note(&mut self.by_role, stem(post), id);
        }
        let mut called = |i: usize| note(&mut self.by_role, stem(words.word(i)), id);
        let people = Class::INSIDER
            .or(Class::ROLE)
            .or(Class::GROUP)
            .or(Class::OFFICE)
            .or(Class::COUNSEL)
            .or(Class::SPOKES)
            .or(Class::HOLDER)
            .or(Class::SOURCE);
        for i in start.saturating_sub(3)..found.name.start {
            // Not "The mayor said Roe had left".
            if words.is(i, people) && !(i + 1..start).any(|j| words.is(j, Class::SAYING) || words.is_mark(j, &[","])) {
                called(i);
            }
        }
        // `the minister, Jane Roe,`
        if start >= 2 && words.is_mark(start - 1, &[","]) {
            let mut i = start - 1;
            while i > 0 && start - i < DESCRIPTION && words.is_word(i - 1) && !words.is(i - 1, Class::SAYING) {
                i -= 1;
                if words.is(i, people) {
                    called(i);
                    break;
                }
            }
        }
        let mut i = found.name.end;
        if let Some(head) = told_of(words, i) {
            called(head);
        }
        if words.is_mark(i, &[",", "("]) {
            i += 1;
            let limit = i + DESCRIPTION;
            while i < limit
                && (words.is_word(i)
                    || words.kind(i) == Some(TokenKind::Number)
                    || words.is_mark(i, &[","]) && i == found.name.end + 2)
            {
                if words.is(i, people) && !words.is_capital(i) {
                    called(i);
                }
                if words.is(i, Class::SAYING) && !words.is(i, HEAD) {
                    break;
                }
                i += 1;
            }
        }
    }

    /// The person a name stands for, when exactly one fits.
    pub(crate) fn find(&self, words: &Words, name: Range<usize>) -> Option<u32> {
        let last = name.end.checked_sub(1)?;
        let first = (name.len() > 1).then(|| id_of(words, name.start));
        if let Some(same) = self.by_surname.get(&id_of(words, last)) {
            return match first {
                None => (same.len() == 1).then(|| same.first().copied()).flatten(),
                Some(first) => same.iter().copied().take(SHARED).find(|p| self.fits(words, *p, first)),
            };
        }
        if first.is_none() {
            return self.by_part.get(&id_of(words, last)).copied().flatten();
        }
        // Another spelling: the same first name, nearly the same surname.
        let first = first?;
        let word = words.word(last);
        self.people
            .iter()
            .rev()
            .take(COMPARED)
            .position(|p| {
                p.first == Some(first)
                    && strsim::normalized_damerau_levenshtein(words.word(p.full.end - 1), word) >= 0.8
            })
            .map(|back| (self.people.len() - 1 - back) as u32)
    }

    /// Several people share this surname.
    pub(crate) fn is_shared(&self, words: &Words, last: usize) -> bool {
        self.by_surname.get(&id_of(words, last)).is_some_and(|p| p.len() > 1)
    }

    fn fits(&self, words: &Words, person: u32, first: u32) -> bool {
        let Some(person) = self.people.get(person as usize) else {
            return false;
        };
        // `Roe Doe` is a part of `Ana Maria Roe Doe`.
        let part = person.full.len() > 2 && person.full.clone().any(|i| id_of(words, i) == first);
        part || person.first.is_none_or(|f| {
            f == first || {
                let (a, b) = (
                    words.word(person.full.start),
                    words.vocabulary().word(crate::document::page::token::WordId(first)),
                );
                // `J. Roe`, `Alex` for `Alexander`, `Nicolas` for `Nicolás`.
                let initial = a.len() <= 2 || b.len() <= 2;
                (initial && a.chars().next() == b.chars().next())
                    || a.starts_with(b)
                    || b.starts_with(a)
                    || strsim::damerau_levenshtein(a, b) <= 1 && a.len() > 3
            }
        })
    }

    /// The one person a description was given to.
    pub(crate) fn by_role(&self, words: &Words, head: usize) -> Option<u32> {
        self.by_role.get(&stem(words.word(head))).copied().flatten()
    }
}

/// What the words of a name tell of its bearer: a title or a kinship word, or a given name that is not the last word.
pub(crate) fn sex_of(words: &Words, range: Range<usize>) -> Option<bool> {
    let last = range.end.saturating_sub(1);
    range.clone().find_map(|i| match words.word(i) {
        _ if words.does(i, usage::FEMALE) => Some(true),
        _ if words.does(i, usage::MALE) => Some(false),
        _ if i < last && words.is(i, Class::WOMAN) && words.is_capital(i) => Some(true),
        _ if i < last && words.is(i, Class::MAN) && words.is_capital(i) => Some(false),
        _ => None,
    })
}

/// The head of what somebody is called right behind the name: `Jane Roe, a bookbinder`, `Jane Roe is a bookbinder`.
fn told_of(words: &Words, at: usize) -> Option<usize> {
    let link = words.is_mark(at, &[","]) || matches!(words.word(at), "is" | "was" | "became");
    if !link || !words.is(at + 1, Class::INDEFINITE.or(Class::DEFINITE)) {
        return None;
    }
    let end =
        (at + 2..at + DESCRIPTION).find(|i| !words.is_word(*i) || words.is(*i, Class::BREAK.or(Class::SAYING)))?;
    let called = noun::read(words, at + 1..end)?;
    (!called.plural && called.proper.is_none()).then_some(called.head)
}

/// Gives a key to a person; to nobody when another has it.
fn note<K: Hash + Eq>(by: &mut FxHashMap<K, Option<u32>>, key: K, id: u32) {
    let slot = by.entry(key).or_insert(Some(id));
    if *slot != Some(id) {
        *slot = None;
    }
}

/// The post an abbreviated title stands for.
fn post_of(title: &str) -> Option<&'static str> {
    Some(match title {
        "sen" => "senator",
        "gov" => "governor",
        "rep" => "representative",
        "gen" => "general",
        "col" => "colonel",
        "lt" => "lieutenant",
        "sgt" => "sergeant",
        "capt" => "captain",
        "maj" => "major",
        "adm" => "admiral",
        "dr" => "doctor",
        "prof" => "professor",
        "rev" => "reverend",
        _ => return None,
    })
}

/// Whether a run of capitals names a body: `Ostby Appeals Court`, `Gridwell Ferries`, `Gridwell`.
fn names_body(words: &Words, run: &Range<usize>) -> bool {
    let last = run.end - 1;
    let body = Class::INSTITUTION.or(Class::FIRM);
    run.len() > 1 && words.is(last, body) || words.class(last).is_empty() && names_thing(words, run)
}

/// The article's id of a token's word.
pub(crate) fn id_of(words: &Words, token: usize) -> u32 {
    words.tokens.get(token).map_or(u32::MAX, |t| t.word.0)
}

/// A key for a noun in either number.
pub(crate) fn stem(word: &str) -> u64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    let (base, end) = match word {
        "people" => ("person", ""),
        w if w.ends_with("men") && w.len() > 4 => (&w[..w.len() - 3], "man"),
        w if w.ends_with("ies") && w.len() > 4 => (&w[..w.len() - 3], "y"),
        w if w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us") && w.len() > 3 => (&w[..w.len() - 1], ""),
        w => (w, ""),
    };
    for byte in base.bytes().chain(end.bytes()) {
        hasher.write_u8(byte);
    }
    hasher.finish()
}
