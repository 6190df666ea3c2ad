//! What a chain is read from: the relations as runs of tokens, the carriers, the grammar.

use crate::document::attribution::{Attribution, CueKind};
use crate::document::chain::carrier::{Carrier, CarrierForm, Owner};
use crate::document::english::English;
use crate::document::english::clause::Clause;
use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::Tag;
use crate::document::english::words::WordParts;
use crate::document::outlet::newsroom as words;
use crate::document::outlet::own::House;
use crate::document::outlet::{NewsWords, Outlets};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::Tokens;
use crate::text::span::Span;

/// One link of a path as the text shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hop {
    /// An outlet, by carrier index.
    Carrier(usize),
    /// The source of a relation.
    Relation(u32),
    /// Anybody else, by tokens.
    Phrase(Tokens),
}

/// One relation by its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Relation {
    pub id: u32,
    /// The words that name the source; empty when none do.
    pub source: Tokens,
    pub cue: Tokens,
    /// The token that is the head of the cue.
    pub head: usize,
    pub kind: CueKind,
    /// The source entity.
    pub entity: Option<u32>,
    /// The relation in whose content it stands.
    pub inside: Option<u32>,
    pub sentence: u32,
}

/// What the layer reads.
pub(crate) struct ChainView<'a> {
    pub page: NewsWords<'a>,
    pub english: &'a English,
    pub outlets: &'a Outlets,
    pub house: &'a House,
    pub carriers: &'a [Carrier],
    pub sentences: &'a [Sentence],
    /// By their first byte, as attribution gives them.
    pub relations: &'a [Relation],
    /// The speech quotation over each token, 0 for none.
    pub quoted: &'a [u32],
}

/// The relations of an article by their tokens, one for each.
pub(crate) fn relations(page: &NewsWords<'_>, attributions: &[Attribution]) -> Vec<Relation> {
    let run = |span: Option<Span>| span.map_or(Tokens::default(), |s| page.tokens_over(s));
    let one = |a: &Attribution| Relation {
        id: a.id,
        source: run(a.source_span),
        cue: run(a.cue),
        head: a.cue_head as usize,
        kind: a.cue_kind,
        entity: a.source,
        inside: a.inside,
        sentence: a.sentence,
    };
    attributions.iter().map(one).collect()
}

/// Whether two runs share a token.
pub(crate) fn meet(a: Tokens, b: Tokens) -> bool {
    a.start < b.end && b.start < a.end
}

impl ChainView<'_> {
    pub(crate) fn relation(&self, id: u32) -> Option<&Relation> {
        self.relations.get(id as usize)
    }

    /// The relations whose cue stands in a sentence.
    pub(crate) fn told_in(&self, sentence: u32) -> &[Relation] {
        let first = self.relations.partition_point(|r| r.sentence < sentence);
        let end = self.relations.partition_point(|r| r.sentence <= sentence);
        self.relations.get(first..end).unwrap_or_default()
    }

    /// The relation whose cue holds a token.
    pub(crate) fn told_at(&self, sentence: u32, token: usize) -> Option<&Relation> {
        self.told_in(sentence).iter().find(|r| r.cue.holds(token))
    }

    /// The clauses of a sentence.
    pub(crate) fn clauses(&self, sentence: u32) -> impl DoubleEndedIterator<Item = Clause<'_>> {
        self.english.clauses_in(sentence as usize)
    }

    /// The clause whose verb group holds a token.
    pub(crate) fn clause_at(&self, sentence: u32, token: usize) -> Option<Clause<'_>> {
        self.clauses(sentence).find(|c| c.verb().holds(token))
    }

    /// The tokens of a sentence.
    pub(crate) fn bounds(&self, sentence: u32) -> Tokens {
        self.sentences.get(sentence as usize).map_or(Tokens::default(), |s| {
            Tokens::new(s.tokens.start as usize, s.tokens.end as usize)
        })
    }

    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.quoted.get(token).is_some_and(|q| *q != 0)
    }

    pub(crate) fn is_own(&self, c: &Carrier) -> bool {
        match c.owner {
            Owner::Outlet(o) => self.outlets.list.get(o as usize).is_some_and(|o| o.own),
            Owner::Nobody => false,
        }
    }

    pub(crate) fn tag(&self, token: usize) -> Tag {
        self.english.tags.get(token).copied().unwrap_or(Tag::Stop)
    }

    /// The facts of a word in the grammar.
    pub(crate) fn class(&self, token: usize) -> WordParts {
        let p = &self.page;
        self.english.words(p.text, p.tokens, p.vocabulary).class(token)
    }

    /// The first carrier that shares a token with a phrase and could have been heard from.
    pub(crate) fn carrier_in(&self, phrase: Tokens) -> Option<usize> {
        let range = phrase.range();
        let from = self.carriers.partition_point(|c| c.end <= range.start);
        let near = self.carriers.get(from..)?;
        let at = near
            .iter()
            .take_while(|c| c.first < range.end)
            .position(|c| c.form != CarrierForm::Other)?;
        Some(from + at)
    }

    /// The carrier that is the head of a phrase.
    pub(crate) fn carrier_heading(&self, phrase: Tokens) -> Option<usize> {
        let index = self.carrier_in(phrase)?;
        self.heads(phrase, self.carriers.get(index)?).then_some(index)
    }

    /// Whether a carrier is the head of a phrase: nothing before it in the phrase but what a noun has before it.
    pub(crate) fn heads(&self, phrase: Tokens, c: &Carrier) -> bool {
        let before = phrase.start as usize..c.first;
        meet(phrase, Tokens::new(c.first, c.end))
            && before.into_iter().all(|i| {
                self.tag(i).in_phrase() && self.page.word(i) != "'s"
                    || matches!(self.tag(i), Tag::Coordinator | Tag::Quote | Tag::Pronoun)
                    || self.page.word(i) == "'s" && self.page.capital(i - 1)
            })
    }

    /// The head of a noun phrase: the last word before its first preposition or clause.
    pub(crate) fn head(&self, phrase: Tokens) -> usize {
        let range = phrase.range();
        let opens = |i: &usize| {
            matches!(
                self.tag(*i),
                Tag::Preposition
                    | Tag::Relative
                    | Tag::Comma
                    | Tag::Coordinator
                    | Tag::Participle
                    | Tag::Gerund
                    | Tag::That
                    | Tag::Open
            ) && !self.page.capital(*i)
                && !self.page.is(*i, words::DOCUMENT | words::EVENT)
        };
        (range.start + 1..range.end)
            .find(opens)
            .unwrap_or(range.end)
            .saturating_sub(1)
    }

    fn view(&self, sentence: u32) -> Option<SentenceView<'_>> {
        let p = &self.page;
        let words = self.english.words(p.text, p.tokens, p.vocabulary);
        Some(SentenceView::of(
            words,
            &self.english.tags,
            self.sentences.get(sentence as usize)?,
        ))
    }

    /// The noun phrase that begins at a token of a sentence.
    pub(crate) fn phrase_at(&self, sentence: u32, token: usize) -> Option<Tokens> {
        let end = self.view(sentence)?.end(token);
        (end > token).then(|| Tokens::new(token, end))
    }

    /// The noun phrase that ends before a token of a sentence.
    pub(crate) fn phrase_before(&self, sentence: u32, end: usize) -> Option<Tokens> {
        let last = end.checked_sub(1)?;
        let first = self.view(sentence)?.start(last);
        (first < end).then(|| Tokens::new(first, end))
    }

    /// Whether a phrase names a document.
    pub(crate) fn is_document(&self, phrase: Tokens) -> bool {
        self.page.is(self.head(phrase), words::DOCUMENT | words::EVENT)
    }

    /// Whether a phrase is somebody who could have told something: not the writer, not a thing.
    pub(crate) fn is_somebody(&self, phrase: Tokens) -> bool {
        let p = &self.page;
        let (last, alone) = (self.head(phrase), phrase.len() == 1);
        let thing = alone && p.is(last, words::IMPERSONAL) || p.is(last, words::EVENT) && !p.capital(last);
        !(phrase.is_empty() || thing || alone && p.is(last, words::FIRST_PERSON))
    }

    /// Whether a verb is denied: "did not tell", "never told", "declined to tell".
    pub(crate) fn is_denied(&self, sentence: u32, verb: usize) -> bool {
        let from = self.bounds(sentence).start as usize;
        let p = &self.page;
        self.clause_at(sentence, verb).is_some_and(|c| c.is_negated())
            || (verb.saturating_sub(4).max(from)..verb)
                .rev()
                .take_while(|i| !matches!(p.word(*i), "," | ";" | "—" | "\""))
                .any(|i| {
                    matches!(p.word(i), "not" | "never" | "declined" | "refused" | "cannot")
                        || p.word(i).ends_with("n't")
                })
    }
}
