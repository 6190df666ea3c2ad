//! Views and who is made to hold them: a crowd, nobody, a mind that is read, the outlet itself.

use crate::document::attribution::CueKind;
use crate::document::english::tag::Tag;
use crate::document::page::token::Tokens;
use crate::document::source::SourceKind;
use crate::signals::editorializing::classes::{
    ADVERB, BE, BESIDE_VIEW, CLAIMED, CROWD, Classes, FUNCTION, HAVE, HEDGE, HOLDS, MANY, PLAIN_MIND, SEEN, VIEW,
};
use crate::signals::editorializing::rules;
use crate::signals::editorializing::structure::Reader;

impl Reader<'_> {
    /// A view laid on a crowd: "critics say", "many believe". Not when somebody of the crowd is heard here or in the next sentence.
    pub(super) fn crowd(&mut self, i: usize, bits: Classes) {
        let many = bits & MANY != 0;
        // "Some observers note": the crowd is read at its noun; "many of them" counts those who were just named.
        let head = if many && self.is(i + 1, CROWD) { return } else { i };
        let mut at = head + 1;
        while at < head + 3 && (self.is(at, ADVERB) || matches!(self.word(at), "also" | "still" | "have" | "often")) {
            at += 1;
        }
        let holds = self.is(at, HOLDS) || (self.is(head + 1, HAVE) && self.is(at, CLAIMED));
        // "Most see a doctor", "some fear of": only a clause is a view.
        let clause = |s: &Self| {
            s.word(at + 1) == "that"
                || s.word(at + 1) == "the"
                || (!many && (s.punct(at + 1) || s.is(at + 1, FUNCTION) || s.lower(at + 1)))
        };
        let told_apart = head > self.first && self.document.word(head - 1) == "of" || self.word(head + 1) == "of";
        if !holds || told_apart || !clause(self) || self.is_heard() || self.found.own.figure {
            return;
        }
        let from = head - usize::from(!many && head > self.first && self.is(head - 1, MANY));
        let alone = if many { 0.5 } else { 0.54 };
        self.add(from, at + 1, &rules::NAMELESS_CROWD, "view of a crowd", alone, 0.35);
    }

    /// Whether a person or body is heard in this sentence or the next.
    fn is_heard(&self) -> bool {
        let here = self.found.sentence as u32;
        let relations = self.document.attributions();
        let from = relations.partition_point(|a| a.sentence < here);
        relations[from..]
            .iter()
            .take_while(|a| a.sentence <= here + 1)
            .any(|a| {
                let kind = a.source.and_then(|id| self.document.source(id)).map(|s| s.kind);
                !matches!(a.cue_kind, CueKind::Stance)
                    && matches!(
                        kind,
                        Some(
                            SourceKind::Named
                                | SourceKind::Anonymous
                                | SourceKind::Office
                                | SourceKind::Institution
                                | SourceKind::Document
                                | SourceKind::Outlet
                        )
                    )
            })
    }

    /// A state of mind that opens a clause: ", fearing a revolt", "Emboldened by".
    pub(super) fn mind(&mut self, i: usize, bits: Classes) {
        let opens = i == self.first || self.punct(i - 1);
        let goes_on = self.is(i + 1, FUNCTION) || self.lower(i + 1);
        let plain = bits & PLAIN_MIND != 0;
        if !opens || !goes_on || (!plain && self.is_heard()) {
            return;
        }
        let alone = if plain { 0.47 } else { 0.43 };
        self.add(
            i,
            i + 1,
            &rules::MIND_READING,
            "state of mind without a source",
            alone,
            0.4,
        );
    }

    /// What stands behind a form of "be": an agentless view, a hedged guess about what is past.
    pub(super) fn after_be(&mut self, i: usize, sourced: bool) {
        let mut at = i + 1;
        while at < i + 3 && self.is(at, ADVERB) && !self.is(at, HEDGE) {
            at += 1;
        }
        let by = (at + 1..at + 9).any(|j| self.word(j) == "by");
        let as_what = usize::from(self.word(at + 1) == "as");
        if self.is(at, SEEN) && !by && !matches!(self.word(at + 1), "for" | "in") {
            // "Is seen as it lands" is a sight, "are generally considered safe" a sum of them.
            let held = as_what == 1 && self.tag(at + 2) != Some(Tag::Pronoun);
            let (alone, pull) = if held || at > i + 1 && as_what == 0 && self.word(at - 1) == "widely" {
                (0.5, 0.6)
            } else {
                (0.3, 0.3)
            };
            self.add(
                i,
                at + 1 + as_what,
                &rules::AGENTLESS,
                "view without a holder",
                alone,
                pull,
            );
        }
        let told = self.is(at, CLAIMED) || self.word(at) == "argued";
        if i > self.first && self.word(i - 1) == "it" && told && !matches!(self.word(at + 1), "by" | "to" | "in") {
            self.add(i - 1, at + 1, &rules::AGENTLESS, "view without a holder", 0.55, 0.5);
        }
        let most = usize::from(matches!(self.word(at), "most" | "very" | "quite" | "more" | "also"));
        let most = most + usize::from(most == 1 && matches!(self.word(at + 1), "most" | "very"));
        let hedge = at + most;
        if self.is(hedge, HEDGE) && !sourced {
            let past = matches!(self.word(i), "was" | "were");
            if self.word(hedge + 1) == "the" && self.word(hedge + 2) == "case" {
                self.add(i, hedge + 3, &rules::SPECULATION, "guess", 0.6, 0.8);
            } else if past && self.word(hedge + 1) != "to" {
                self.add(i, hedge + 1, &rules::SPECULATION, "guess", 0.54, 0.7);
            }
        }
    }

    /// The outlet or an affiliate as the holder of a view.
    pub(super) fn own_view(&mut self, name: Tokens) {
        let (i, last) = (name.start as usize, name.end as usize - 1);
        // "based on the analysis of CSS"
        let of = i >= self.first + 2 && self.word(i - 1) == "of";
        if of
            && matches!(
                self.word(i - 2),
                "analysis" | "assessment" | "view" | "opinion" | "research"
            )
        {
            let from = i - 2 - usize::from(i >= self.first + 3 && self.word(i - 3) == "the");
            self.add(
                from,
                last + 1,
                &rules::OUTLET_OPINION,
                "the outlet's own analysis",
                0.7,
                1.0,
            );
            return;
        }
        for at in last + 1..(last + 5).min(self.end) {
            let of_view =
                self.word(at) == "of" && self.word(at + 1) == "the" && matches!(self.word(at + 2), "view" | "opinion");
            if of_view || self.is(at, VIEW) {
                let view = if of_view { at + 3 } else { at + 1 };
                let to = view + usize::from(matches!(self.word(view), "that" | "of"));
                self.add(
                    i,
                    to,
                    &rules::OUTLET_OPINION,
                    "the outlet as the holder of a view",
                    0.8,
                    1.2,
                );
                return;
            }
            let passes = self.is(at, BE | HAVE | BESIDE_VIEW) || self.word(at) == ",";
            if !passes {
                return;
            }
        }
    }
}
