//! Sentences that open as the writer's own: a verdict, a sneer, a forecast, a mood given to somebody.

use crate::document::english::tag::Tag;
use crate::document::page::token::{Case, TokenKind};
use crate::signals::editorializing::classes::{ADVERB, BE, VERDICT};
use crate::signals::editorializing::rules;
use crate::signals::editorializing::structure::Reader;

impl Reader<'_> {
    /// How the sentence opens. Not where a source stands in it, and not in a headline, which is written to be short.
    pub(super) fn opening(&mut self) {
        let word = |i: &usize| {
            self.document
                .tokens()
                .get(*i)
                .is_some_and(|t| t.kind == TokenKind::Word)
        };
        let Some(i) = (self.first..self.end).find(word) else {
            return;
        };
        if self.found.reported || self.found.title || !self.own(i) {
            return;
        }
        if matches!(self.word(i), "apparently" | "evidently") {
            self.add(i, i + 1, &rules::STANCE_ADVERB, "doubt at arm's length", 0.52, 0.6);
        }
        self.greets(i);
        self.forecasts(i);
    }

    /// "It's good to see that ...", "It is telling that ...": the writer is glad, sorry or amused.
    fn greets(&mut self, i: usize) {
        let mut at = i + 2;
        while at < i + 4 && self.is(at, ADVERB) {
            at += 1;
        }
        if self.word(i) != "it" || !self.is(i + 1, BE) || !self.is(at, VERDICT) {
            return;
        }
        let sees = self.word(at + 1) == "to" && self.tag(at + 2) == Some(Tag::Base);
        if sees || self.word(at + 1) == "that" {
            let to = at + 2 + usize::from(sees);
            self.add(i, to, &rules::DIRECT_ADDRESS, "the writer's own feeling", 0.55, 0.8);
        }
    }

    /// "This is how Orsk will save the town": a promise that nobody is said to make.
    fn forecasts(&mut self, i: usize) {
        let this = matches!(self.word(i), "this" | "that" | "here") && self.is(i + 1, BE);
        if !this || !matches!(self.word(i + 2), "how" | "why") {
            return;
        }
        let will = (i + 3..self.end.min(i + 9)).find(|j| matches!(self.word(*j), "will" | "must" | "'ll"));
        if let Some(will) = will {
            self.add(i, will + 1, &rules::CERTAINTY, "forecast without a source", 0.56, 0.8);
        }
    }

    /// "A furious Ada Brook": a state of mind worn like a title.
    pub(super) fn mood(&mut self, i: usize) {
        let title = |j: usize| {
            let token = self.document.tokens().get(j).filter(|_| j < self.end);
            token.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Title)
        };
        let article = i > self.first && matches!(self.word(i - 1), "a" | "an");
        if article && title(i + 1) && (title(i + 2) || !self.lower(i + 2)) {
            self.add(i, i + 1, &rules::MIND_READING, "a mood before a name", 0.58, 0.9);
        }
    }
}
