//! The layers in two groups, each built in its order: what stands on the page, and who says what on it.

use crate::article::Article;
use crate::document::attribution::{self, Attribution};
use crate::document::chain::graph::{self, SourceGraph};
use crate::document::chain::{self, Chain};
use crate::document::english::English;
use crate::document::english::scene::{NONE, Outermost};
use crate::document::insertion::Insertions;
use crate::document::outlet::Newsroom;
use crate::document::outlet::gazetteer::{Gazetteer, Known};
use crate::document::pack::{Pack, PackMatch};
use crate::document::page::furniture::{self, PageLabels};
use crate::document::page::line::{self, Line, Paragraph};
use crate::document::page::quote::{self, Quote};
use crate::document::page::repeat::{self, Repeat};
use crate::document::page::segment::{self, Segment, SegmentKind};
use crate::document::page::sentence::{self, Sentence};
use crate::document::page::token::{Token, TokenKind, Vocabulary};
use crate::document::page::{MAX_BYTES, fitted, language, tokenize};
use crate::document::source::{self, Source, Unnamed};
use crate::text::span::Span;

/// What stands where.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) lines: Vec<Line>,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) tokens: Vec<Token>,
    pub(super) vocabulary: Vocabulary,
    pub(super) words: usize,
    pub(super) pack_matches: Vec<PackMatch>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) quotes: Vec<Quote>,
    pub(super) language: &'static str,
    pub(super) labels: PageLabels,
    pub(super) repeats: Vec<Repeat>,
    /// Passages of another text, when they are known.
    pub(super) foreign: Vec<Span>,
}

impl<'a> Page<'a> {
    pub(super) fn read(article: &'a Article, packs: &[Pack], done: &mut impl FnMut(&'static str)) -> Page<'a> {
        let whole = article.text();
        let text = if whole.len() > MAX_BYTES { "" } else { whole };
        let (lines, paragraphs) = line::split_lines(text);
        let (mut lines, mut paragraphs) = (fitted(lines), fitted(paragraphs));
        done("line");
        let (tokens, vocabulary) = tokenize::tokenize(text, &mut lines);
        let is_word = |t: &&Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
        let words = tokens.iter().filter(is_word).count();
        done("token");
        let pack_matches = pack_matches(packs, &tokens, &vocabulary);
        let language = language::detect(&tokens, &vocabulary);
        done("language");
        let sentences = sentence::segment(text, &tokens, &vocabulary, &lines, &mut paragraphs);
        let sentences = fitted(sentences);
        done("sentence");
        let quotes = fitted(quote::find(text, &tokens, &paragraphs, &sentences));
        done("quote");
        let labels = furniture::label(
            text,
            article.body_start(),
            &lines,
            &paragraphs,
            &sentences,
            &tokens,
            &vocabulary,
        );
        let repeats = repeat::find(text, &tokens, &lines, &labels.lines, &sentences, &quotes);
        done("furniture");
        Page {
            text,
            lines,
            paragraphs,
            tokens,
            vocabulary,
            words,
            pack_matches,
            sentences,
            quotes,
            language,
            labels,
            repeats,
            foreign: Vec::new(),
        }
    }

    /// What each sentence is: one of a line's kind, a part of a line, or one of another text.
    fn kinds(&self) -> Vec<SegmentKind> {
        let mut parts = self.labels.parts.iter().peekable();
        let kind = |s: &Sentence| {
            while parts.next_if(|p| p.span.end <= s.span.start).is_some() {}
            if self.foreign.iter().any(|f| f.contains(s.span)) {
                return SegmentKind::Inserted;
            }
            let part = parts.peek().filter(|p| p.span.start <= s.span.start).map(|p| p.kind);
            let line = || self.labels.lines.get(s.line as usize).map(|l| l.kind);
            part.or_else(line).unwrap_or(SegmentKind::Body)
        };
        self.sentences.iter().map(kind).collect()
    }

    /// The partition of the page, with the blocks that do not belong.
    pub(super) fn segments(&self, insertions: &Insertions) -> Vec<Segment> {
        let kinds: Vec<SegmentKind> = self.labels.lines.iter().map(|l| l.kind).collect();
        let foreign = insertions.foreign().map(|i| (i.span, SegmentKind::Inserted));
        let mut over: Vec<(Span, SegmentKind)> = foreign.collect();
        over.extend(self.labels.parts.iter().map(|p| (p.span, p.kind)));
        over.sort_by_key(|(s, _)| (s.start, s.end));
        fitted(segment::partition(self.text.len(), &self.lines, &kinds, &over))
    }
}

/// Who says what, and from whom they have it.
pub(super) struct Speech {
    pub(super) newsroom: Newsroom,
    pub(super) english: English,
    pub(super) attributions: Vec<Attribution>,
    pub(super) sources: Vec<Source>,
    pub(super) unnamed: Vec<Unnamed>,
    pub(super) chains: Vec<Chain>,
    pub(super) graph: SourceGraph,
}

impl Speech {
    pub(super) fn read(
        article: &Article,
        packs: &[Pack],
        page: &Page<'_>,
        done: &mut impl FnMut(&'static str),
    ) -> Speech {
        let (text, tokens, vocabulary, sentences) = (page.text, &page.tokens, &page.vocabulary, &page.sentences);
        let own: Vec<&Gazetteer> = packs.iter().filter_map(Pack::outlets).collect();
        let known = Known::new(&own);
        let kinds = page.kinds();
        let is_story = |kind: &SegmentKind| matches!(kind, SegmentKind::Title | SegmentKind::Body);
        let aside: Vec<bool> = kinds.iter().map(|k| !is_story(k)).collect();
        let mut newsroom = Newsroom::read(text, tokens, vocabulary, known, article.publisher());
        // An outlet that a credit names may be the one the story comes from.
        newsroom.outlets.mentions.retain(|m| {
            let at = sentences.partition_point(|s| s.tokens.end as usize <= m.first);
            kinds.get(at).is_none_or(|k| is_story(k) || *k == SegmentKind::Credit)
        });
        done("outlet");
        let quoted = Outermost::of(&page.quotes, tokens.len());
        let english = English::read(text, tokens, vocabulary, sentences, &quoted);
        done("english");
        let words = english.words(text, tokens, vocabulary);
        let attributions = attribution::find(words, &english, &page.paragraphs, sentences, &quoted);
        let mut attributions = attribution::of_story(attributions, &aside);
        let spoken: Vec<bool> = quoted.at.iter().map(|q| *q != NONE).collect();
        drop(quoted);
        done("attribution");
        let around = source::Grounds {
            english: &english,
            sentences,
            aside: &aside,
            quoted: &spoken,
        };
        let (mut sources, mut unnamed) = source::find(text, tokens, vocabulary, around, &mut attributions);
        done("source");
        let found = chain::find(
            &chain::Input {
                text,
                tokens,
                vocabulary,
                sentences,
                quotes: &page.quotes,
                newsroom: &newsroom,
                english: &english,
            },
            &mut sources,
            &mut attributions,
        );
        if let Some(ids) = &found.renumbered {
            source::renumber(&mut unnamed, ids);
        }
        let chains = found.chains;
        let graph = graph::build(text, article.publisher(), &sources, &chains, &attributions, known);
        done("chain");
        Speech {
            newsroom,
            english: english.settled(),
            attributions,
            sources,
            unnamed,
            chains,
            graph,
        }
    }
}

/// Where the words of the callers' packs stand.
fn pack_matches(packs: &[Pack], tokens: &[Token], vocabulary: &Vocabulary) -> Vec<PackMatch> {
    let mut out = Vec::new();
    for lexicon in packs.iter().filter_map(|p| p.lexicon().ok()) {
        for found in vocabulary.matches(lexicon, tokens) {
            let entry = &lexicon.entries()[found.entry as usize];
            out.push(PackMatch {
                section: lexicon.sections()[usize::from(found.section)].clone(),
                phrase: entry.phrase.clone(),
                weight: entry.number("weight"),
                note: entry.attribute("note").map(str::to_string),
                first: found.first,
                end: found.end,
            });
        }
    }
    out
}
