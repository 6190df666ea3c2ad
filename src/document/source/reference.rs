//! Whom each "he" and "she" of the page's own words means, read once from top to bottom.
//!
//! Everybody whom the sentences before have named, described as a speaker or meant by a pronoun is weighed by a handful of features:
//! how near, whether a subject, whether speaking, spoken of by another or only an owner, whether a title or given name agrees, how
//! often named. The likeliest is taken; where two are about as likely, nobody is.
//!
//! ```text
//! Kolle sold the van. Between orders, he walked. "It cracks," he said.    a pronoun keeps whom it means in mind
//! Roe said there was proof that Lund had left. Police seek Lund. He said  who speaks goes before who is spoken of
//! "Governor Lund never came," Roe said. He added                          whoever stands in a quotation is spoken of
//! ```
//!
//! The weights were set by hand on invented cases and the development sets, in quarters of a sentence's distance.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::attribution::{Attribution, Form};
use crate::document::english::English;
use crate::document::english::clause::VerbForm;
use crate::document::page::sentence::Sentence;
use crate::document::source::names::Names;
use crate::document::source::phrase::{self, Shape};
use crate::document::source::words::{Class, Words};

/// Whom a pronoun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// A person of the page's names.
    Person(u32),
    /// Somebody without a full name, whose description begins at this token.
    Other(usize),
}

/// The pronouns of the page's own words with whom they mean.
pub(super) type References = FxHashMap<usize, Meant>;

/// What is around the words.
#[derive(Clone, Copy)]
pub(crate) struct Grounds<'a> {
    pub(crate) english: &'a English,
    pub(crate) sentences: &'a [Sentence],
    pub(crate) aside: &'a [bool],
    /// Whether each token stands in a quotation.
    pub(crate) quoted: &'a [bool],
}

/// How many places are kept in mind.
const KEPT: usize = 16;
/// How far back one is looked for, in sentences of the story.
const FAR: usize = 6;
/// The weight of one sentence's distance.
const SENTENCE: i32 = 4;
/// What the likeliest must weigh, and by how much it must win.
const LEAST: i32 = 4;
const MARGIN: i32 = 2;

/// One place that names or means somebody.
#[derive(Clone, Copy, Debug)]
struct Spot {
    who: Meant,
    sentence: usize,
    token: usize,
    subject: bool,
    speaks: bool,
    /// In what somebody else says.
    spoken_of: bool,
    owner: bool,
}

/// What is known of somebody.
#[derive(Clone, Copy, Debug, Default)]
struct About {
    woman: Option<bool>,
    times: i32,
}

/// Reads all of them.
pub(super) fn read(words: &Words, names: &Names, around: Grounds<'_>, attributions: &[Attribution]) -> References {
    let mut reader = Reader {
        words,
        names,
        around,
        speakers: speakers(words, attributions),
        seen: Vec::with_capacity(KEPT + 1),
        known: FxHashMap::default(),
        found: References::default(),
    };
    let mut run = 0;
    let mut story = 0;
    for index in 0..around.sentences.len() {
        if around.aside.get(index).copied().unwrap_or(false) {
            continue;
        }
        run = reader.sentence(index, story, run);
        // What is wholly quoted puts nobody farther off.
        let tokens = around.sentences[index].tokens.start as usize..around.sentences[index].tokens.end as usize;
        let own = around.quoted.get(tokens).is_none_or(|q| q.iter().any(|quoted| !quoted));
        story += usize::from(own);
    }
    reader.found
}

/// A place where somebody speaks.
#[derive(Clone, Debug)]
struct Speaker {
    tokens: Range<usize>,
    /// Inside the content of another relation.
    inside: bool,
    /// Behind or before nothing but a quotation.
    tags: bool,
    /// What the relation holds, from its first token to its last.
    content: Range<usize>,
}

fn speakers(words: &Words, attributions: &[Attribution]) -> Vec<Speaker> {
    let mut all: Vec<Speaker> = attributions
        .iter()
        .filter(|a| a.is_statement())
        .filter_map(|a| {
            let content = a.content.iter().copied().reduce(|all, part| all.cover(part))?;
            Some(Speaker {
                tokens: words.range(a.source_span?),
                inside: a.inside.is_some(),
                tags: a.form == Form::Direct,
                content: words.range(content),
            })
        })
        .collect();
    all.sort_by_key(|s| s.tokens.start);
    all
}

struct Reader<'a, 'w> {
    words: &'a Words<'w>,
    names: &'a Names,
    around: Grounds<'a>,
    speakers: Vec<Speaker>,
    /// The last places, oldest first.
    seen: Vec<Spot>,
    known: FxHashMap<u32, About>,
    found: References,
}

impl Reader<'_, '_> {
    /// Reads one sentence, the names from the run `run` on; gives the first run behind it.
    fn sentence(&mut self, index: usize, story: usize, mut run: usize) -> usize {
        let Some(sentence) = self.around.sentences.get(index) else {
            return run;
        };
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let subjects = self.subjects(index);
        let mut speaker = self.speakers.partition_point(|s| s.tokens.start < from);
        let runs = self.names.runs();
        while runs.get(run).is_some_and(|r| r.whole.start < from) {
            run += 1;
        }
        let mut at = from;
        while at < to {
            let speaks = self.speakers.get(speaker).filter(|s| s.tokens.start == at).cloned();
            speaker += usize::from(speaks.is_some());
            let named = runs.get(run).filter(|r| r.whole.start <= at && at < r.whole.end);
            let quoted = self.around.quoted.get(at).copied().unwrap_or(false);
            if let Some(name) = named {
                let whole = name.whole.clone();
                let bare = if name.name.is_empty() { &name.whole } else { &name.name };
                if !quoted && let Some(person) = self.names.find(self.words, bare.clone()) {
                    self.see(Meant::Person(person), story, whole.clone(), &subjects);
                } else if !quoted && self.names.is_shared(self.words, whole.end - 1) {
                    self.see(Meant::Other(whole.start), story, whole.clone(), &subjects);
                } else if !quoted && let Some(speaks) = &speaks {
                    self.describe(speaks, story, &subjects);
                }
                run += 1;
                at = whole.end.max(at + 1);
                continue;
            }
            if !quoted {
                match self.words.word(at) {
                    "he" | "she" | "him" | "her" | "his" => self.pronoun(at, story, speaks.as_ref(), &subjects),
                    _ => {
                        if let Some(speaks) = &speaks {
                            self.describe(speaks, story, &subjects);
                        }
                    }
                }
            }
            at += 1;
        }
        while runs.get(run).is_some_and(|r| r.whole.start < to) {
            run += 1;
        }
        run
    }

    /// The subjects of a sentence's finite verbs, outside quotations.
    fn subjects(&self, index: usize) -> Vec<Range<usize>> {
        let outside = |at: usize| !self.around.quoted.get(at).copied().unwrap_or(false);
        let clauses = self.around.english.clauses_in(index);
        let finite = clauses.filter(|c| c.form() == VerbForm::Finite && outside(c.head()));
        let mut subjects: Vec<Range<usize>> = finite.filter_map(|c| c.subject().map(|s| s.range())).collect();
        subjects.dedup();
        subjects.truncate(KEPT);
        subjects
    }

    /// Somebody described who speaks: "an aide", "the minister", "Megan".
    fn describe(&mut self, speaker: &Speaker, story: usize, subjects: &[Range<usize>]) {
        let Some(read) = phrase::read(self.words, speaker.tokens.clone()) else {
            return;
        };
        let single = !read.plural && (read.shape.is_described() || read.shape == Shape::Name);
        let person = read.name.clone().and_then(|name| self.names.find(self.words, name));
        // A name inside is met by itself.
        if single && person.is_none() {
            self.see(
                Meant::Other(speaker.tokens.start),
                story,
                speaker.tokens.clone(),
                subjects,
            );
        }
    }

    /// Keeps a place in mind.
    fn see(&mut self, who: Meant, sentence: usize, tokens: Range<usize>, subjects: &[Range<usize>]) {
        let words = self.words;
        let owner = words.word(tokens.end) == "'s" || words.is_mark(tokens.end, &["'"]);
        let subject = |s: &Range<usize>| s.start <= tokens.start && tokens.end <= s.end + 1;
        let leads =
            |s: &Range<usize>| tokens.start == s.start || tokens.end == s.end || words.is_mark(tokens.end, &[","]);
        let near = self.speakers.partition_point(|s| s.tokens.end <= tokens.start);
        let first = subjects.first().is_some_and(|s| s.contains(&tokens.start));
        let said = |s: &Speaker| s.tokens.start <= tokens.start && (!s.inside || first);
        // "Roe's letter urged her to go"
        let wrote = owner && first && subjects.first().is_some_and(|s| words.is(s.end - 1, Class::DOCUMENT));
        let owner = owner && !wrote;
        let speaks = wrote || self.speakers.get(near).is_some_and(said);
        let beside = self.speakers.iter().skip(near.saturating_sub(2)).take(4);
        let spoken_of = !speaks && !first && beside.into_iter().any(|s| s.content.contains(&tokens.start));
        if let Meant::Person(person) = who {
            let told = self.names.people.get(person as usize).and_then(|p| p.woman);
            let known = self.known.entry(person).or_default();
            known.times += 1;
            known.woman = known.woman.or(told);
        }
        if self.seen.len() == KEPT {
            self.seen.remove(0);
        }
        self.seen.push(Spot {
            who,
            sentence,
            token: tokens.start,
            subject: !owner && subjects.iter().any(|s| subject(s) && leads(s)),
            speaks,
            spoken_of,
            owner,
        });
    }

    /// Finds whom a pronoun means, and keeps it in mind as another place of theirs.
    fn pronoun(&mut self, at: usize, story: usize, speaks: Option<&Speaker>, subjects: &[Range<usize>]) {
        let woman = matches!(self.words.word(at), "she" | "her");
        let tags = speaks.is_some_and(|s| s.tags);
        let Some(who) = self.likeliest(story, woman, tags) else {
            return;
        };
        self.found.insert(at, who);
        if let Meant::Person(person) = who {
            self.known.entry(person).or_default().woman.get_or_insert(woman);
        }
        self.see(who, story, at..at + 1, subjects);
    }

    fn likeliest(&self, story: usize, woman: bool, tags: bool) -> Option<Meant> {
        let mut best: Option<(i32, Meant)> = None;
        let mut second = i32::MIN;
        for (index, seen) in self.seen.iter().enumerate().rev() {
            // Each by the place that speaks most for them.
            if story - seen.sentence > FAR {
                break;
            }
            let Some(weight) = self.weight(seen, index, story, woman, tags) else {
                continue;
            };
            match best {
                Some((most, who)) if who == seen.who => best = Some((most.max(weight), who)),
                Some((most, _)) if most >= weight => second = second.max(weight),
                Some((most, _)) => {
                    second = most;
                    best = Some((weight, seen.who));
                }
                None => best = Some((weight, seen.who)),
            }
        }
        best.filter(|(most, _)| *most >= LEAST && *most >= second.saturating_add(MARGIN))
            .map(|(_, who)| who)
    }

    /// How likely a pronoun of this sex, which tags a quotation or not, goes back to a place; none where it can't.
    fn weight(&self, seen: &Spot, index: usize, story: usize, woman: bool, tags: bool) -> Option<i32> {
        let known = match seen.who {
            Meant::Person(person) => self.known.get(&person).copied().unwrap_or_default(),
            Meant::Other(_) => About {
                woman: sex_of_description(self.words, seen.token),
                times: 1,
            },
        };
        if known.woman.is_some_and(|w| w != woman) {
            return None;
        }
        let newest = index + 1 == self.seen.len();
        let yes = |fact: bool, weight: i32| if fact { weight } else { 0 };
        Some(
            12 - SENTENCE * (story - seen.sentence) as i32
                + yes(seen.subject, 5)
                + yes(seen.speaks, 4)
                + yes(seen.speaks && tags, 3)
                + yes(known.woman.is_some(), 2)
                + yes(newest, 1)
                + known.times.min(4)
                - yes(seen.owner, 4)
                - yes(seen.spoken_of, 4),
        )
    }
}

/// "a spokeswoman", "the businessman"
fn sex_of_description(words: &Words, at: usize) -> Option<bool> {
    let end = (at..at + 6)
        .find(|i| !words.is_word(*i) || words.is(*i, Class::SAYING))
        .unwrap_or(at + 6);
    crate::document::source::names::sex_of(words, at..end)
}

/// The person whom the page names at least twice as often as any other.
pub(super) fn topic(words: &Words, names: &Names) -> Option<u32> {
    let mut times = vec![0usize; names.people.len()];
    for run in names.runs() {
        let name = if run.name.is_empty() { &run.whole } else { &run.name };
        let person = names.find(words, name.clone());
        if let Some(count) = person.and_then(|p| times.get_mut(p as usize)) {
            *count += 1;
        }
    }
    let most = times.iter().copied().max().filter(|most| *most > 2)?;
    let one = times.iter().filter(|n| 2 * **n > most).count() == 1;
    let at = times.iter().position(|n| *n == most).filter(|_| one)?;
    Some(at as u32)
}
