//! Places where a table or a structure applies, sentence by sentence, in the outlet's own voice.

use crate::document::Document;
use crate::document::page::token::{Case, TokenKind, Tokens, WordId};
use crate::document::page::{fitted, segment::SegmentKind};
use crate::document::voice::Voice;
use crate::finding::Rule;
use crate::signals::editorializing::rules;
use crate::signals::editorializing::sense::{self, is_epithet, is_name};
use crate::signals::editorializing::structure;
use crate::signals::editorializing::tables::{self, CATEGORIES, Category, Kind, TABLES};
use crate::signals::editorializing::whose;
use crate::text::lexicon::Match;

/// One place that may become a finding.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// The rule it would raise.
    pub(super) rule: &'static Rule,
    /// What it is, for the evidence: a table's section or a structure.
    pub(super) what: What,
    /// How far it can be told alone, 0 to 1.
    pub(super) alone: f64,
    /// What it tells about the sentence.
    pub(super) pull: f64,
    /// Whether it is of a kind that usually counts only together with others.
    pub(super) cue: bool,
}

/// A weight under this is mild.
const MILD: f64 = 0.36;
/// How well "the Karst regime" stands alone: whose it is says that it is no set of rules.
const GOVERNMENT: f64 = 0.52;
/// A word said this often is a topic of the page.
const TOPICAL: u32 = 3;

/// Where a hit comes from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A built-in section.
    Table(&'static str),
    /// A section of a user's pack, and its note; boxed, for most hits come from no pack.
    Pack(Box<(String, Option<String>)>),
    /// A structure.
    Structure(&'static str),
}

/// What a sentence holds besides its hits, which are non-overlapping and by first token.
#[derive(Clone, Debug, Default)]
pub(super) struct SentenceHits {
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// One past its last hit among those of all sentences.
    hits_end: usize,
    /// The outlet's words in it.
    pub(super) own: whose::Own,
    /// Whether the sentence says who says so.
    pub(super) reported: bool,
    /// Whether the sentence is a headline.
    pub(super) title: bool,
}

/// What was found in all sentences of a story.
#[derive(Debug, Default)]
pub(super) struct Collected {
    sentences: Vec<SentenceHits>,
    /// The hits of all sentences, one after the other.
    hits: Vec<Hit>,
}

impl Collected {
    /// The sentences, each with its hits.
    pub(super) fn each(&self) -> impl Iterator<Item = (&SentenceHits, &[Hit])> {
        let mut from = 0;
        self.sentences.iter().map(move |s| {
            let hits = &self.hits[from..s.hits_end];
            from = s.hits_end;
            (s, hits)
        })
    }

    /// How many sentences were read.
    pub(super) fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Words in the outlet's own voice.
    pub(super) fn own_words(&self) -> usize {
        self.sentences.iter().map(|s| s.own.words).sum()
    }
}

/// A sentence while it is read.
#[derive(Default)]
pub(super) struct Found {
    pub(super) facts: SentenceHits,
    pub(super) hits: Vec<Hit>,
    voices: Vec<Voice>,
    guards: Vec<Match>,
    taken: Vec<(usize, usize)>,
}

impl std::ops::Deref for Found {
    type Target = SentenceHits;

    fn deref(&self) -> &SentenceHits {
        &self.facts
    }
}

/// What is known of the whole document before its sentences are read.
struct Page<'d> {
    document: &'d Document<'d>,
    /// The compounds with a weight, sorted.
    compounds: Vec<(WordId, f64)>,
    /// What others are said to have made of things.
    verdicts: Vec<Tokens>,
    structure: structure::Scanner,
}

/// Collects the hits of every sentence that is the story's own.
pub(super) fn collect(document: &Document<'_>) -> Collected {
    let tables = &*TABLES;
    let matches = document.matches(&tables.lexicon);
    let hyphened = document.vocabulary().holding(b'-');
    let compounds = hyphened.filter_map(|(id, word)| Some((id, tables.compound(word)?)));
    let page = Page {
        document,
        compounds: compounds.collect(),
        verdicts: whose::verdicts(document),
        structure: structure::Scanner::new(document),
    };
    let packs = document.pack_matches();
    // A lone line that looks like page furniture is still all there is to read.
    let has_story = document
        .segments()
        .iter()
        .any(|s| matches!(s.kind, SegmentKind::Body | SegmentKind::Title));
    let mut out = Collected {
        sentences: Vec::with_capacity(document.sentences().len()),
        hits: Vec::with_capacity(document.sentences().len()),
    };
    let mut found = Found::default();
    let (mut at, mut pack_at) = (0, 0);
    for index in 0..document.sentences().len() {
        let range = &document.sentences()[index].tokens;
        let (first, end) = (range.start as usize, range.end as usize);
        let from = at;
        while matches.get(at).is_some_and(|m| m.first < end) {
            at += 1;
        }
        let pack_from = pack_at;
        while packs.get(pack_at).is_some_and(|m| m.first < end) {
            pack_at += 1;
        }
        let kind = document.segment_at(document.sentences()[index].span.start);
        if has_story && !matches!(kind, SegmentKind::Body | SegmentKind::Title) {
            continue;
        }
        found.facts = SentenceHits {
            sentence: index,
            title: kind == SegmentKind::Title,
            ..SentenceHits::default()
        };
        let own = matches.get(from..at).unwrap_or(&[]);
        read_sentence(&page, own, first, end, &mut found);
        for m in packs.get(pack_from..pack_at).unwrap_or(&[]) {
            add_pack(document, m, &mut found);
        }
        without_overlap(&mut found.hits, &mut found.taken);
        out.hits.append(&mut found.hits);
        found.facts.hits_end = out.hits.len();
        out.sentences.push(std::mem::take(&mut found.facts));
    }
    out.hits = fitted(out.hits);
    out
}

fn read_sentence(page: &Page<'_>, matches: &[Match], first: usize, end: usize, found: &mut Found) {
    let (document, tables) = (page.document, &*TABLES);
    let mut voices = std::mem::take(&mut found.voices);
    let mut guards = std::mem::take(&mut found.guards);
    let own = whose::read_voices(document, &page.verdicts, (first, end, found.facts.title), &mut voices);
    found.facts.own = own;
    guards.clear();
    let guard = |m: &&Match| tables.kinds.get(usize::from(m.section)) == Some(&Kind::Guard);
    guards.extend(matches.iter().filter(guard).copied());
    let mut sentence = Sentence {
        document,
        first,
        end,
        cased: own.cased,
        voices: &voices,
        guards: &guards,
        found,
    };
    for m in matches.iter().filter(|m| m.first >= first && m.end <= end) {
        sentence.listed(m);
    }
    sentence.compounds(&page.compounds);
    page.structure.read(document, first, end, &voices, found);
    (found.voices, found.guards) = (voices, guards);
}

/// A sentence while its listed words are judged.
struct Sentence<'s> {
    document: &'s Document<'s>,
    first: usize,
    end: usize,
    /// Whether a capital says something about names.
    cased: bool,
    voices: &'s [Voice],
    guards: &'s [Match],
    found: &'s mut Found,
}

impl Sentence<'_> {
    fn voice_at(&self, i: usize) -> Voice {
        self.voices.get(i - self.first).copied().unwrap_or(Voice::Outlet)
    }

    /// An entry of the tables.
    fn listed(&mut self, m: &Match) {
        let tables = &*TABLES;
        let voice = self.voice_at(m.first);
        let category = match tables.kinds.get(usize::from(m.section)) {
            Some(Kind::Reporting) => {
                self.found.facts.reported |= voice != Voice::Quoted;
                return;
            }
            Some(Kind::Category(c)) => &CATEGORIES[usize::from(*c)],
            _ => return,
        };
        if voice == Voice::Quoted || self.voice_at(m.end - 1) == Voice::Quoted {
            return;
        }
        // An entry without weight is a plain sense: "in vain", "a fake account".
        let Some(facts) = tables.facts.get(m.entry as usize).filter(|f| f.weight > 0.0) else {
            return;
        };
        if self.is_literal(m, category, &facts.guards) {
            return;
        }
        if category.name == "label-adjective" && self.cased && is_epithet(self.document, m, self.first, self.end) {
            self.found.hits.push(Hit {
                first: m.first,
                end: m.end + 1,
                rule: &rules::NAMING,
                what: What::Structure("epithet"),
                alone: facts.weight.max(0.4) + 0.1,
                pull: facts.weight * 2.0,
                cue: false,
            });
        }
        if category.word && facts.weight < MILD && self.is_topic(m) {
            return;
        }
        if category.name == "factive" && sense::vouches(self.document, m) {
            self.found.hits.push(Hit {
                first: m.first,
                end: m.end + 1,
                rule: category.rule,
                what: What::Structure("one side's claim taken for true"),
                alone: 0.6,
                pull: 0.7,
                cue: false,
            });
            return;
        }
        let softened = if voice == Voice::Attributed {
            category.paraphrased
        } else {
            1.0
        };
        let alone = if sense::names_a_government(self.document, m) {
            GOVERNMENT
        } else {
            facts.weight * category.alone
        };
        self.found.hits.push(Hit {
            first: m.first,
            end: m.end,
            rule: category.rule,
            what: What::Table(category.name),
            // Only a label stays the outlet's word in a paraphrase; it is measured all the same.
            alone: alone
                * if category.name.starts_with("label") {
                    softened
                } else {
                    softened * softened
                },
            pull: facts.weight * category.pull * 2.0 * softened,
            cue: !category.word,
        });
    }

    /// Whether an entry doesn't judge here.
    fn is_literal(&self, m: &Match, category: &Category, guards: &[Option<u16>]) -> bool {
        let (document, first) = (self.document, self.first);
        let guarded = guards.iter().flatten().any(|g| {
            let other = |x: &Match| (x.first, x.end) != (m.first, m.end);
            self.guards.iter().any(|x| x.section == *g && other(x))
        });
        // "Not unfounded" condemns nothing.
        let denied = m.first > first && category.name.starts_with("judging") && document.word(m.first - 1) == "not";
        let other = match self.found.facts.title {
            true => category.name == "loaded-verb" && sense::is_noun_in_title(document, m, first),
            false => self.cased && sense::is_other_part(document, m, first, category.name),
        };
        guarded || denied || other || (self.cased && category.word && is_name(document, m, first, category.name))
    }

    /// A mild word that keeps coming back is the story's subject: the plot in a story about a plot.
    fn is_topic(&self, m: &Match) -> bool {
        let word = self.document.tokens().get(m.first).map(|t| t.word);
        m.end - m.first == 1 && word.is_some_and(|w| self.document.vocabulary().count(w) >= TOPICAL)
    }

    /// Hyphenated words that no entry holds.
    fn compounds(&mut self, listed: &[(WordId, f64)]) {
        let Some(category) = tables::category("label-adjective").map(|c| &CATEGORIES[usize::from(c)]) else {
            return;
        };
        let tokens = self.document.tokens().get(self.first..self.end);
        let tokens = if listed.is_empty() { &[] } else { tokens.unwrap_or(&[]) };
        for (i, token) in tokens.iter().enumerate() {
            let at = listed.binary_search_by_key(&token.word, |(id, _)| *id).ok();
            let Some((_, weight)) = at.and_then(|at| listed.get(at)) else {
                continue;
            };
            if self.voices.get(i) == Some(&Voice::Quoted) {
                continue;
            }
            self.found.hits.push(Hit {
                first: self.first + i,
                end: self.first + i + 1,
                rule: category.rule,
                what: What::Table("compound"),
                alone: weight * 0.95,
                pull: weight * 1.8,
                cue: false,
            });
        }
    }
}

fn add_pack(document: &Document<'_>, m: &crate::document::pack::PackMatch, found: &mut Found) {
    let Some(name) = m.section.strip_prefix("editorializing.") else {
        return;
    };
    let start = document.tokens().get(m.first).map_or(0, |t| t.start as usize);
    let voice = document.voice_at(start);
    if voice == Voice::Quoted {
        return;
    }
    let known = tables::category(name)
        .or_else(|| tables::category(&format!("{name}-person")))
        .map(|c| &CATEGORIES[usize::from(c)]);
    let weight = m.weight.unwrap_or(0.6).clamp(0.0, 1.0);
    let rule = known.map_or(&rules::LOADED_TERM, |c| c.rule);
    found.hits.push(Hit {
        first: m.first,
        end: m.end,
        rule,
        what: What::Pack(Box::new((name.to_string(), m.note.clone()))),
        // A user's own entry is wanted wherever it stands.
        alone: weight.max(0.5),
        pull: weight * known.map_or(1.0, |c| c.pull) * 2.0,
        cue: false,
    });
}

/// Keeps the longest of overlapping hits, then the one that tells most; sorted by first token.
fn without_overlap(hits: &mut Vec<Hit>, taken: &mut Vec<(usize, usize)>) {
    if hits.windows(2).all(|w| w[0].end <= w[1].first) {
        return;
    }
    hits.sort_by(|a, b| {
        let (la, lb) = (a.end - a.first, b.end - b.first);
        lb.cmp(&la)
            .then(b.pull.total_cmp(&a.pull))
            .then(a.first.cmp(&b.first))
            .then(a.rule.id.cmp(b.rule.id))
    });
    taken.clear();
    hits.retain(|hit| {
        // A sentence has at most `MAX_TOKENS` tokens, so this square has a bound.
        let free = taken.iter().all(|(a, b)| hit.end <= *a || *b <= hit.first);
        if free {
            taken.push((hit.first, hit.end));
        }
        free
    });
    hits.sort_by_key(|h| h.first);
}

/// Whether a token is written in capitals throughout and is longer than an initialism is likely to be.
pub(super) fn shouts(document: &Document<'_>, token: usize) -> bool {
    document
        .tokens()
        .get(token)
        .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Upper && t.end - t.start >= 3)
}
