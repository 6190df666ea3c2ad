//! Structures that no word list holds: a verdict carried by the shape of a sentence.
//!
//! One pass over the tokens of a sentence with a word class per distinct word; each structure looks a few tokens ahead.

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::quote::{Mark, Quote, QuoteRole};
use crate::document::token::{Case, TokenKind, WordId};
use crate::document::voice::{Voice, own_names};
use crate::finding::Rule;
use crate::signals::editorializing::hits::{Hit, SentenceHits, What, shouts};
use crate::signals::editorializing::rules;
use crate::text::known::Memo;

const BE: u32 = 1;
const HEDGE: u32 = 1 << 1;
const SEEN: u32 = 1 << 2;
const VIEW: u32 = 1 << 3;
const RELATIVE: u32 = 1 << 4;
const CLAIMED: u32 = 1 << 5;
const HAVE: u32 = 1 << 6;
const DEGREE: u32 = 1 << 7;
const ADVERB: u32 = 1 << 8;
const FUNCTION: u32 = 1 << 9;
const CAUSE: u32 = 1 << 10;
const TROUBLE: u32 = 1 << 11;
const COMMON: u32 = 1 << 12;
const PLAIN_DEGREE: u32 = 1 << 13;

fn class(word: &str) -> u32 {
    let mut bits = match word {
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" => BE | FUNCTION,
        "likely" | "probably" | "presumably" | "apparently" | "supposedly" | "possibly" | "perhaps" | "doubtless"
        | "seemingly" | "evidently" => HEDGE,
        "seen" | "viewed" | "regarded" | "perceived" | "considered" | "deemed" => SEEN,
        "believes" | "thinks" | "holds" | "finds" | "found" | "notes" | "noted" | "concludes" | "concluded"
        | "considers" | "suspects" | "argues" | "argued" | "maintains" | "reckons" | "learned" | "learnt"
        | "understands" | "assesses" | "assessed" | "judges" | "believe" | "think" | "conclude" | "analyzed"
        | "analysed" | "aware" => VIEW,
        "who" | "which" | "that" => RELATIVE | FUNCTION,
        "believed" | "thought" | "said" | "claimed" | "proposed" | "assumed" | "suspected" | "rumored" | "rumoured"
        | "feared" | "suggested" | "alleged" | "speculated" | "accepted" => CLAIMED,
        "has" | "have" | "had" => HAVE | FUNCTION,
        "highly" | "extremely" | "utterly" | "entirely" | "totally" | "completely" | "absolutely" | "truly"
        | "deeply" | "profoundly" | "immensely" | "incredibly" | "exceptionally" | "remarkably" | "thoroughly"
        | "wholly" | "supremely" | "awfully" | "terribly" | "insanely" | "downright" => DEGREE | ADVERB,
        "very" | "really" => PLAIN_DEGREE | ADVERB,
        "so" | "quite" | "pretty" | "too" => ADVERB,
        "caused" | "fuelled" | "fueled" | "triggered" | "spurred" | "brought" | "driven" => CAUSE,
        "crisis" | "collapse" | "decline" | "turmoil" | "unrest" | "chaos" | "shortages" | "shortage" | "poverty"
        | "misery" | "recession" | "downturn" | "instability" | "hardship" | "violence" | "famine" => TROUBLE,
        "a" | "an" | "the" | "of" | "to" | "in" | "on" | "by" | "as" | "at" | "for" | "with" | "from" | "and"
        | "or" | "but" | "if" | "it" | "its" | "he" | "she" | "they" | "we" | "you" | "i" | "this" | "these"
        | "those" | "not" | "no" | "than" | "when" | "where" | "what" | "how" | "there" | "here" | "will" | "would"
        | "can" | "could" | "may" | "might" | "must" | "should" | "do" | "does" | "did" | "his" | "her" | "their"
        | "our" | "your" | "my" | "me" | "him" | "them" | "us" => FUNCTION,
        _ => 0,
    };
    bits |= match word {
        "never" | "not" | "all" | "every" | "must" | "very" | "now" | "only" | "real" | "really" | "stop" | "wrong"
        | "huge" | "massive" | "insane" | "shocking" | "exposed" | "busted" | "this" | "nothing" | "everything"
        | "everyone" | "nobody" | "again" | "still" | "ever" | "always" | "because" | "why" | "what" | "them"
        | "they" | "you" | "your" | "our" | "we" | "before" | "after" | "finally" | "breaking" | "exclusive"
        | "destroyed" | "destroys" | "hates" | "lies" | "lied" | "liar" | "evil" | "illegal" | "fake" | "truth" => {
            COMMON
        }
        _ => 0,
    };
    if word.len() > 4 && word.ends_with("ly") {
        bits |= ADVERB;
    }
    bits
}

/// Reads structures with what is known of the whole page.
pub(super) struct Scanner {
    classes: Vec<u32>,
    /// Words by which the outlet or its affiliates name themselves here.
    own_names: Vec<WordId>,
    /// Next scare quote to be read.
    scares: Vec<(usize, usize, f64)>,
}

impl Scanner {
    pub(super) fn new(document: &Document<'_>) -> Self {
        static CLASSES: Memo<u32> = Memo::new(class);
        let classes = document.vocabulary().recall(&CLASSES);
        let scares = document
            .quotes()
            .iter()
            // Single marks are read below, word by word.
            .filter(|q| q.mark == Mark::Double && is_scare(document, q))
            .map(|q| {
                // What the quotation layer did not read so is more often a scrap of speech.
                let alone = if q.role == QuoteRole::Scare { 0.46 } else { 0.37 };
                (q.tokens.start as usize, q.tokens.end as usize, alone)
            })
            .collect();
        Scanner {
            classes,
            own_names: own_names(document.article(), document.tokens(), document.vocabulary()),
            scares,
        }
    }

    fn class_at(&self, document: &Document<'_>, i: usize) -> u32 {
        document
            .tokens()
            .get(i)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .copied()
            .unwrap_or(0)
    }

    /// Adds the structures of one sentence.
    pub(super) fn read(
        &self,
        document: &Document<'_>,
        first: usize,
        end: usize,
        voices: &[Voice],
        found: &mut SentenceHits,
    ) {
        let is = |i: usize, bits: u32| i < end && self.class_at(document, i) & bits != 0;
        let word = |i: usize| if i < end { document.word(i) } else { "" };
        let own = |i: usize| voices.get(i.wrapping_sub(first)) == Some(&Voice::Outlet);
        let unquoted = |i: usize| voices.get(i.wrapping_sub(first)).is_some_and(|v| *v != Voice::Quoted);
        let lower = |i: usize| {
            i < end
                && document
                    .tokens()
                    .get(i)
                    .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
        };
        let (reported, found_title) = (found.reported, found.title);
        let mut add = |from: usize, to: usize, rule: &'static Rule, name: &'static str, alone: f64, pull: f64| {
            found.hits.push(Hit {
                first: from,
                end: to.min(end),
                rule,
                what: What::Structure(name),
                alone,
                pull,
                cue: rule.id == rules::BOOSTER.id,
            });
        };
        let mut causes = 0;
        let mut cause_at = None;
        let mut trouble = false;
        for i in first..end {
            let bits = self.class_at(document, i);
            let Some(token) = document.tokens().get(i) else { break };
            if token.kind == TokenKind::Punct {
                // Broken encodings are full of stray marks: only one that ends the sentence counts, once.
                let last = ends_here(document, i, end);
                let mark = document.text().as_bytes().get(token.start as usize);
                if mark == Some(&b'!') && last && unquoted(i) {
                    add(i, i + 1, &rules::PUNCTUATION, "exclamation", 0.45, 0.7);
                }
                if mark == Some(&b'?') && last && own(i) && !found_title {
                    add(i, i + 1, &rules::QUESTION, "question", 0.46, 0.5);
                }
                continue;
            }
            if bits & COMMON != 0 && shouts(document, i) && own(i) {
                add(i, i + 1, &rules::PUNCTUATION, "capitals", 0.46, 0.6);
            }
            if token.kind == TokenKind::Quote && unquoted(i) && !found_title && !reported {
                if let Some(close) = single_scare(document, i, end) {
                    add(i, close + 1, &rules::SCARE_QUOTES, "scare quotes", 0.46, 0.4);
                }
                continue;
            }
            if bits == 0 && self.own_names.is_empty() {
                continue;
            }
            if bits & RELATIVE != 0 && found_title && is(i + 1, BE) && is(i + 2, HEDGE) && word(i + 3) != "to" && own(i)
            {
                add(i, end, &rules::HEADLINE_THEORY, "hedged relative clause", 0.9, 1.4);
            }
            if bits & BE != 0 && own(i) {
                self.after_be(document, i, end, found_title || reported, &mut add);
            }
            if word(i) == "must" && is(i + 1, HAVE) && own(i) && !reported {
                add(i, i + 3, &rules::SPECULATION, "must have", 0.5, 0.7);
            }
            if bits & DEGREE != 0 && unquoted(i) && lower(i + 1) && !is(i + 1, FUNCTION) {
                add(i, i + 2, &rules::BOOSTER, "degree word", 0.3, 0.5);
            } else if bits & PLAIN_DEGREE != 0 && unquoted(i) && lower(i + 1) && !is(i + 1, FUNCTION) {
                add(i, i + 2, &rules::BOOSTER, "degree word", 0.25, 0.4);
            }
            if bits & CAUSE != 0 && unquoted(i) && matches!(word(i + 1), "by" | "on") {
                causes += 1;
                cause_at.get_or_insert(i);
            }
            trouble |= bits & TROUBLE != 0;
            if !self.own_names.is_empty() && self.own_names.contains(&token.word) && token.is_capital() && unquoted(i) {
                self.own_view(document, i, first, end, &mut add);
            }
        }
        if let Some(at) = cause_at
            && trouble
            && !reported
            && !found.figure
            && (causes > 1 || own(at))
        {
            let mut to = at + 2;
            while to < end && to < at + 6 && !document.tokens().get(to).is_some_and(|t| t.kind == TokenKind::Punct) {
                to += 1;
            }
            add(
                at,
                to,
                &rules::CAUSE,
                "cause without a source",
                if causes > 1 { 0.6 } else { 0.4 },
                0.6,
            );
        }
        let from = self.scares.partition_point(|(a, _, _)| *a < first);
        for (from, to, alone) in self.scares[from..].iter().take_while(|(_, b, _)| *b <= end) {
            // Somebody who speaks in the sentence may be the one who used the word.
            if reported {
                continue;
            }
            add(*from, *to, &rules::SCARE_QUOTES, "scare quotes", *alone, 0.4);
        }
    }

    /// What stands behind a form of "be": an agentless view, a hedged guess about what is past.
    fn after_be(
        &self,
        document: &Document<'_>,
        i: usize,
        end: usize,
        sourced: bool,
        add: &mut impl FnMut(usize, usize, &'static Rule, &'static str, f64, f64),
    ) {
        let is = |i: usize, bits: u32| i < end && self.class_at(document, i) & bits != 0;
        let word = |i: usize| if i < end { document.word(i) } else { "" };
        let mut at = i + 1;
        while at < i + 3 && is(at, ADVERB) && !is(at, HEDGE) {
            at += 1;
        }
        let by = (at + 1..at + 9).any(|j| word(j) == "by");
        if is(at, SEEN) && !by && !matches!(word(at + 1), "for" | "in") {
            let strong = at > i + 1 || word(at + 1) == "as";
            add(
                i,
                at + 1 + usize::from(word(at + 1) == "as"),
                &rules::AGENTLESS,
                "view without a holder",
                if strong { 0.5 } else { 0.3 },
                if strong { 0.6 } else { 0.3 },
            );
        }
        if i > 0
            && word(i - 1) == "it"
            && (is(at, CLAIMED) || word(at) == "argued")
            && !matches!(word(at + 1), "by" | "to" | "in")
        {
            add(i - 1, at + 1, &rules::AGENTLESS, "view without a holder", 0.55, 0.5);
        }
        let most = usize::from(matches!(word(at), "most" | "very" | "quite" | "more" | "also"));
        let most = most + usize::from(most == 1 && matches!(word(at + 1), "most" | "very"));
        let hedge = at + most;
        if is(hedge, HEDGE) && !sourced {
            let past = matches!(word(i), "was" | "were");
            let case = word(hedge + 1) == "the" && word(hedge + 2) == "case";
            if case {
                add(i, hedge + 3, &rules::SPECULATION, "guess", 0.6, 0.8);
            } else if past && word(hedge + 1) != "to" {
                add(i, hedge + 1, &rules::SPECULATION, "guess", 0.5, 0.7);
            }
        }
    }

    /// The outlet or an affiliate as the holder of a view.
    fn own_view(
        &self,
        document: &Document<'_>,
        i: usize,
        first: usize,
        end: usize,
        add: &mut impl FnMut(usize, usize, &'static Rule, &'static str, f64, f64),
    ) {
        let is = |i: usize, bits: u32| i < end && self.class_at(document, i) & bits != 0;
        let word = |i: usize| if i < end { document.word(i) } else { "" };
        // "based on the analysis of CSS"
        if i >= first + 2
            && word(i - 1) == "of"
            && matches!(word(i - 2), "analysis" | "assessment" | "view" | "opinion" | "research")
        {
            let from = if i >= first + 3 && word(i - 3) == "the" {
                i - 3
            } else {
                i - 2
            };
            add(
                from,
                i + 1,
                &rules::OUTLET_OPINION,
                "the outlet's own analysis",
                0.7,
                1.0,
            );
            return;
        }
        let mut at = i + 1;
        let mut steps = 0;
        while at < end && steps < 4 {
            if is(at, VIEW) {
                let to = at + 1 + usize::from(matches!(word(at + 1), "that" | "of"));
                add(
                    i,
                    to,
                    &rules::OUTLET_OPINION,
                    "the outlet as the holder of a view",
                    0.8,
                    1.2,
                );
                return;
            }
            let passes = is(at, BE | HAVE)
                || matches!(
                    word(at),
                    "," | "analysts" | "experts" | "staff" | "made" | "also" | "itself" | "of" | "the" | "additionally"
                );
            if word(at) == "of" && word(at + 1) == "the" && matches!(word(at + 2), "view" | "opinion") {
                add(
                    i,
                    at + 3 + usize::from(word(at + 3) == "that"),
                    &rules::OUTLET_OPINION,
                    "the outlet as the holder of a view",
                    0.8,
                    1.2,
                );
                return;
            }
            if !passes {
                return;
            }
            at += 1;
            steps += 1;
        }
    }
}

/// The closing mark of single quotes around one to three plain words, when `i` opens them: 'experts', ‘safe’.
fn single_scare(document: &Document<'_>, i: usize, end: usize) -> Option<usize> {
    let (tokens, text) = (document.tokens(), document.text());
    let mark = |i: usize| {
        tokens
            .get(i)
            .filter(|t| t.kind == TokenKind::Quote)
            .and_then(|t| text.get(t.span().start..t.span().end))
    };
    let (open, opened) = (tokens.get(i)?, mark(i)?);
    let close = match opened {
        "\u{2018}" => "\u{2019}",
        "'" => "'",
        _ => return None,
    };
    let letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    if open.start > 0 && letter(bytes.get(open.start as usize - 1)) {
        return None;
    }
    for j in i + 1..end.min(i + 2 + SCARE_WORDS) {
        let token = tokens.get(j)?;
        if mark(j) == Some(close) {
            let closes = j > i + 1 && !letter(bytes.get(token.end as usize));
            return closes.then_some(j);
        }
        if token.kind != TokenKind::Word || token.case != Case::Lower {
            return None;
        }
    }
    None
}

/// Words of a quotation that may be held at arm's length.
const SCARE_WORDS: usize = 3;

/// Whether marks hold a word at arm's length: read so by the quotation layer, or a word or two in lower case that no relation owns.
fn is_scare(document: &Document<'_>, quote: &Quote) -> bool {
    match quote.role {
        QuoteRole::Scare => true,
        QuoteRole::Unknown => {
            let inner = quote.tokens.start as usize + 1..(quote.tokens.end as usize).saturating_sub(1);
            let words = inner.len();
            let plain = inner.clone().all(|i| {
                document
                    .tokens()
                    .get(i)
                    .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            });
            // Relations stand in the order of their cues, so those of one sentence are together.
            let sentence = document.sentence_at(quote.span.start).unwrap_or(0) as u32;
            let relations = document.attributions();
            let from = relations.partition_point(|a| a.sentence < sentence);
            let near = relations[from..].iter().take_while(|a| a.sentence <= sentence);
            let owned = |a: &Attribution| a.content.iter().any(|c| c.overlaps(quote.span));
            (1..=SCARE_WORDS - 1).contains(&words) && plain && quote.closed && !near.into_iter().any(owned)
        }
        _ => false,
    }
}

/// Whether a mark stands directly behind a word and nothing but closing marks follow in the sentence.
fn ends_here(document: &Document<'_>, i: usize, end: usize) -> bool {
    let tokens = document.tokens();
    let behind_word = i > 0
        && tokens
            .get(i - 1)
            .zip(tokens.get(i))
            .is_some_and(|(w, m)| w.kind == TokenKind::Word && w.end == m.start);
    behind_word
        && (i + 1..end.min(i + 4)).all(|j| tokens.get(j).is_some_and(|t| t.kind != TokenKind::Word))
        && end <= i + 4
}
