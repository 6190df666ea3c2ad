//! An article, annotated once.
//!
//! Each module is one layer: a function from higher layers to a list. [`Document::new`] builds every layer in order; afterwards the
//! document is read-only, and all signals see the same sentences, sources and quotations.
//!
//! Imports go up this table only, and only to what a layer says it needs; `tests/house.rs` reads it.
//!
//! | layer | needs | gives |
//! | --- | --- | --- |
//! | `page` | | what stands where: lines, tokens, sentences, quotations, page furniture, repeats, segments |
//! | `english` | `page` | what each word is in its sentence, and the verb groups |
//! | `claim` | `page`, `english` | the words of a headline that carry its claim |
//! | `outlet` | `page`, `english` | names of outlets, listed or made like one, and of our own house |
//! | `pack` | `outlet` | what a caller's list of words and outlets says |
//! | `attribution` | `page`, `english` | who is said to have said what: source, cue and content |
//! | `source` | `page`, `english`, `outlet`, `attribution` | those who speak, each once, by kind |
//! | `chain` | `page`, `english`, `outlet`, `attribution`, `source` | who has it from whom |
//! | `insertion` | `page`, `english`, `source` | passages of another text |
//! | `voice` | `page`, `attribution`, `source` | whose words each byte is in |
//! | `genre` | `page`, `attribution`, `voice` | the kind of text |
//! | `layers` | `page`, `english`, `outlet`, `pack`, `attribution`, `source`, `chain`, `insertion` | no list of its own: builds these in order, in two groups |

pub mod attribution;
pub mod chain;
pub(crate) mod claim;
pub mod english;
pub mod genre;
pub mod insertion;
mod layers;
pub mod outlet;
pub mod pack;
pub mod page;
pub mod source;
pub mod voice;

use crate::article::Article;
use crate::document::attribution::Attribution;
use crate::document::chain::Chain;
use crate::document::chain::graph::SourceGraph;
use crate::document::english::English;
use crate::document::english::clause::Clause;
use crate::document::english::noun::Nouns;
use crate::document::english::tag::Tag;
use crate::document::genre::GenreReading;
use crate::document::insertion::{Insertion, Insertions};
use crate::document::layers::{Page, Speech};
use crate::document::outlet::Newsroom;
use crate::document::outlet::own::House;
use crate::document::pack::{Pack, PackMatch};
use crate::document::page::fitted;
use crate::document::page::furniture::PageLabels;
use crate::document::page::line::{Line, Paragraph};
use crate::document::page::quote::Quote;
use crate::document::page::repeat::Repeat;
use crate::document::page::segment::{Segment, SegmentKind};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Tokens, Vocabulary};
use crate::document::source::{Source, Unnamed};
use crate::document::voice::{Voice, VoiceRun};
use crate::text::lexicon::{Lexicon, Match};
use crate::text::span::Span;

pub use crate::document::page::MAX_BYTES;

/// One article with all its annotation.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    article: &'a Article,
    text: &'a str,
    lines: Vec<Line>,
    paragraphs: Vec<Paragraph>,
    tokens: Vec<Token>,
    vocabulary: Vocabulary,
    words: usize,
    pack_matches: Vec<PackMatch>,
    sentences: Vec<Sentence>,
    quotes: Vec<Quote>,
    language: &'static str,
    labels: PageLabels,
    repeats: Vec<Repeat>,
    newsroom: Newsroom,
    english: English,
    attributions: Vec<Attribution>,
    sources: Vec<Source>,
    unnamed: Vec<Unnamed>,
    chains: Vec<Chain>,
    graph: SourceGraph,
    insertions: Insertions,
    segments: Vec<Segment>,
    voice: Vec<VoiceRun>,
    genre: GenreReading,
}

/// The layers a report holds.
pub(crate) struct Layers {
    pub(crate) sources: Vec<Source>,
    pub(crate) attributions: Vec<Attribution>,
    pub(crate) chains: Vec<Chain>,
    pub(crate) graph: SourceGraph,
    pub(crate) voice: Vec<VoiceRun>,
    pub(crate) segments: Vec<Segment>,
}

impl<'a> Document<'a> {
    /// Annotates an article; packs that do not parse are left out (`AnalyzerBuilder::build` reports them).
    pub fn new(article: &'a Article, packs: &[Pack]) -> Self {
        Document::watched(article, packs, |_| {})
    }

    /// As [`Document::new`], telling the name of each layer as soon as it is done: the benches share out the time by it.
    pub fn watched(article: &'a Article, packs: &[Pack], mut done: impl FnMut(&'static str)) -> Self {
        let mut page = Page::read(article, packs, &mut done);
        let mut speech = Speech::read(article, packs, &page, &mut done);
        let insertions = insertion::find(
            insertion::Material {
                text: page.text,
                tokens: &page.tokens,
                vocabulary: &page.vocabulary,
                lines: &page.lines,
                paragraphs: &page.paragraphs,
                sentences: &page.sentences,
                labels: &page.labels,
                sources: &speech.sources,
            },
            page.language,
        );
        // Who speaks in a passage of another text speaks elsewhere. To find the passage takes the names of the page, so these are read
        // again where there is one, which is rare.
        page.foreign = insertions.foreign().map(|i| i.span).collect();
        if !page.foreign.is_empty() {
            speech = Speech::read(article, packs, &page, &mut |_| {});
        }
        done("insertion");
        let segments = page.segments(&insertions);
        done("segment");
        let house = &speech.newsroom.house;
        let voice = fitted(voice::partition(
            page.text.len(),
            &page.quotes,
            article.quoted_blocks(),
            &speech.attributions,
            &speech.sources,
            |source| house.opens(source),
        ));
        done("voice");
        let genre = genre::read(genre::Sheet {
            article,
            text: page.text,
            tokens: &page.tokens,
            vocabulary: &page.vocabulary,
            lines: &page.lines,
            labels: &page.labels.lines,
            voice: &voice,
            attributions: &speech.attributions,
        });
        done("genre");
        Document {
            article,
            text: page.text,
            lines: page.lines,
            paragraphs: page.paragraphs,
            tokens: page.tokens,
            vocabulary: page.vocabulary,
            words: page.words,
            pack_matches: page.pack_matches,
            sentences: page.sentences,
            quotes: page.quotes,
            language: page.language,
            labels: page.labels,
            repeats: page.repeats,
            newsroom: speech.newsroom,
            english: speech.english,
            attributions: speech.attributions,
            sources: speech.sources,
            unnamed: speech.unnamed,
            chains: speech.chains,
            graph: speech.graph,
            insertions,
            segments,
            voice,
            genre,
        }
    }

    /// What goes into a report as it is, moved out of the document; everything else is freed.
    pub(crate) fn into_layers(self) -> Layers {
        Layers {
            sources: self.sources,
            attributions: self.attributions,
            chains: self.chains,
            graph: self.graph,
            voice: self.voice,
            segments: self.segments,
        }
    }

    /// The same, copied.
    pub(crate) fn layers(&self) -> Layers {
        Layers {
            sources: self.sources.clone(),
            attributions: self.attributions.clone(),
            chains: self.chains.clone(),
            graph: self.graph.clone(),
            voice: self.voice.clone(),
            segments: self.segments.clone(),
        }
    }

    /// The article.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// The text all spans point into (empty when it is over [`MAX_BYTES`]).
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Words and numbers, in tokens.
    pub fn words(&self) -> usize {
        self.words
    }

    /// All tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The distinct folded words.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The folded word of a token; empty past the end.
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.vocabulary.word(t.word))
    }

    /// All lines that are not blank.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// All paragraphs.
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// All sentences.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All quotations, by their first byte.
    pub fn quotes(&self) -> &[Quote] {
        &self.quotes
    }

    /// What part each token plays, one for each of [`Document::tokens`].
    pub fn tags(&self) -> &[Tag] {
        &self.english.tags
    }

    /// All clauses, by their verb groups.
    pub fn clauses(&self) -> impl Iterator<Item = Clause<'_>> {
        self.english.clauses()
    }

    /// A clause by its place among [`Document::clauses`].
    pub fn clause(&self, id: u32) -> Option<Clause<'_>> {
        self.english.clause(id)
    }

    /// All attribution relations.
    pub fn attributions(&self) -> &[Attribution] {
        &self.attributions
    }

    /// All source entities.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// A source entity by its id.
    pub fn source(&self, id: u32) -> Option<&Source> {
        self.sources.get(id as usize)
    }

    /// What is known of each anonymous source, in the order of [`Document::sources`].
    pub fn unnamed(&self) -> &[Unnamed] {
        &self.unnamed
    }

    /// All chains.
    pub fn chains(&self) -> &[Chain] {
        &self.chains
    }

    /// The labels of lines, with the facts that decided.
    pub fn labels(&self) -> &PageLabels {
        &self.labels
    }

    /// All chains in one picture.
    pub fn graph(&self) -> &SourceGraph {
        &self.graph
    }

    /// What the text says twice.
    pub fn repeats(&self) -> &[Repeat] {
        &self.repeats
    }

    /// The blocks that do not belong.
    pub fn insertions(&self) -> &[Insertion] {
        &self.insertions.blocks
    }

    /// The same, with how many paragraphs were judged, or why none was.
    pub fn insertion_reading(&self) -> &Insertions {
        &self.insertions
    }

    /// The partition of the page.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The partition by voice.
    pub fn voice(&self) -> &[VoiceRun] {
        &self.voice
    }

    /// `en`, or `und`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The genre, with reasons.
    pub fn genre(&self) -> &GenreReading {
        &self.genre
    }

    /// Matches of the caller's lexicon packs.
    pub fn pack_matches(&self) -> &[PackMatch] {
        &self.pack_matches
    }

    /// Matches of a lexicon over all tokens.
    pub fn matches(&self, lexicon: &Lexicon) -> Vec<Match> {
        self.vocabulary.matches(lexicon, &self.tokens)
    }

    /// The tokens that begin inside a span.
    pub fn tokens_in(&self, span: Span) -> Tokens {
        let first = self.tokens.partition_point(|t| (t.start as usize) < span.start);
        let end = self.tokens.partition_point(|t| (t.start as usize) < span.end);
        Tokens::new(first, end)
    }

    /// Reads spans as noun phrases: head, determiner, number, title, name, what stands behind.
    pub fn nouns(&self) -> Nouns<'_> {
        Nouns::new(self.text, &self.tokens, &self.vocabulary)
    }

    /// The bytes of a token range; empty when the range is.
    pub fn span_of(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1))) {
            (Some(a), Some(b)) if first < end => a.span().cover(b.span()),
            _ => Span::default(),
        }
    }

    /// Where the article names its own house.
    pub(crate) fn house(&self) -> &House {
        &self.newsroom.house
    }

    /// Whose voice a byte is in.
    pub fn voice_at(&self, byte: usize) -> Voice {
        self.voice_from(byte).first().map_or(Voice::Outlet, |r| r.voice)
    }

    /// The partition by voice from the run that holds a byte on.
    pub(crate) fn voice_from(&self, byte: usize) -> &[VoiceRun] {
        &self.voice[self.voice.partition_point(|r| r.end <= byte)..]
    }

    /// What a byte is on the page.
    pub fn segment_at(&self, byte: usize) -> SegmentKind {
        let at = self.segments.partition_point(|s| s.end <= byte);
        self.segments.get(at).map_or(SegmentKind::Body, |s| s.kind)
    }

    /// The index of the sentence that holds a byte, or of the next one.
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.span.end <= byte);
        (at < self.sentences.len()).then_some(at)
    }
}
