//! Structures that no word list holds: a verdict carried by the shape of a sentence.
//!
//! One pass over the tokens of a sentence with the classes of each distinct word (`classes`); each structure looks a few tokens
//! ahead. Views and who is made to hold them (`views`) and quote marks without a speaker (`scare`) have files of their own.

mod opening;
mod scare;
mod views;

use crate::document::Document;
use crate::document::english::lexis;
use crate::document::english::tag::Tag;
use crate::document::page::quote::{Mark, QuoteRole};
use crate::document::page::token::{Case, TokenKind, Tokens};
use crate::document::voice::Voice;
use crate::finding::Rule;
use crate::signals::editorializing::classes::{
    BE, CAUSE, COMMON, CROWD, Classes, DEGREE, FUNCTION, HAVE, HEDGE, MANY, MIND, MOOD, PLAIN_DEGREE, PLAIN_MIND,
    RELATIVE, TROUBLE, class,
};
use crate::signals::editorializing::hits::{Found, Hit, What, shouts};
use crate::signals::editorializing::rules;
use crate::text::known::Memo;

/// Reads structures with what is known of the whole page.
pub(super) struct Scanner {
    classes: Vec<Classes>,
    /// Names of the outlet and its affiliates on this page, by their last token.
    own_names: Vec<Tokens>,
    /// Next scare quote to be read.
    scares: Vec<(usize, usize, f64)>,
}

/// One sentence while it is read.
struct Reader<'r> {
    scanner: &'r Scanner,
    document: &'r Document<'r>,
    first: usize,
    end: usize,
    voices: &'r [Voice],
    found: &'r mut Found,
}

impl Reader<'_> {
    fn is(&self, i: usize, bits: Classes) -> bool {
        i < self.end && self.scanner.class_at(self.document, i) & bits != 0
    }

    fn word(&self, i: usize) -> &str {
        if i < self.end { self.document.word(i) } else { "" }
    }

    fn own(&self, i: usize) -> bool {
        self.voices.get(i.wrapping_sub(self.first)) == Some(&Voice::Outlet)
    }

    fn unquoted(&self, i: usize) -> bool {
        self.voices
            .get(i.wrapping_sub(self.first))
            .is_some_and(|v| *v != Voice::Quoted)
    }

    fn lower(&self, i: usize) -> bool {
        let token = self.document.tokens().get(i).filter(|_| i < self.end);
        token.is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
    }

    fn tag(&self, i: usize) -> Option<Tag> {
        self.document.tags().get(i).copied().filter(|_| i < self.end)
    }

    fn punct(&self, i: usize) -> bool {
        let token = self.document.tokens().get(i).filter(|_| i < self.end);
        token.is_some_and(|t| t.kind == TokenKind::Punct)
    }

    fn add(&mut self, from: usize, to: usize, rule: &'static Rule, name: &'static str, alone: f64, pull: f64) {
        self.found.hits.push(Hit {
            first: from,
            end: to.min(self.end),
            rule,
            what: What::Structure(name),
            alone,
            pull,
            cue: rule.id == rules::BOOSTER.id || rule.id == rules::QUESTION.id,
        });
    }
}

impl Scanner {
    pub(super) fn new(document: &Document<'_>) -> Self {
        let scares = document
            .quotes()
            .iter()
            // Single marks are read word by word (`scare::single_scare`).
            .filter(|q| q.mark == Mark::Double && scare::is_scare(document, q))
            .map(|q| {
                // What the quotation layer did not read so is more often a scrap of speech.
                let alone = if q.role == QuoteRole::Scare { 0.46 } else { 0.37 };
                (q.tokens.start as usize, q.tokens.end as usize, alone)
            })
            .collect();
        static CLASSES: Memo<Classes> = Memo::new();
        Scanner {
            classes: lexis::recall(document.vocabulary(), &CLASSES, class),
            own_names: document.house().by_end(),
            scares,
        }
    }

    fn class_at(&self, document: &Document<'_>, i: usize) -> Classes {
        document
            .tokens()
            .get(i)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .copied()
            .unwrap_or(0)
    }

    /// The outlet's own name that ends with a token.
    fn own_name(&self, last: usize) -> Option<Tokens> {
        let at = self.own_names.partition_point(|t| t.end as usize <= last);
        self.own_names.get(at).filter(|t| t.end as usize == last + 1).copied()
    }

    /// Adds the structures of one sentence.
    pub(super) fn read(&self, document: &Document<'_>, first: usize, end: usize, voices: &[Voice], found: &mut Found) {
        let mut reader = Reader {
            scanner: self,
            document,
            first,
            end,
            voices,
            found,
        };
        let mut causes = Causes::default();
        reader.opening();
        for i in first..end {
            reader.token(i, &mut causes);
        }
        reader.cause(&causes);
        if !reader.found.reported {
            // Somebody who speaks in the sentence may be the one who used the word.
            let from = self.scares.partition_point(|(a, _, _)| *a < first);
            for (from, to, alone) in self.scares[from..].iter().take_while(|(_, b, _)| *b <= end) {
                reader.add(*from, *to, &rules::SCARE_QUOTES, "scare quotes", *alone, 0.4);
            }
        }
    }
}

/// Causes named in one sentence.
#[derive(Default)]
struct Causes {
    count: usize,
    first: Option<usize>,
    trouble: bool,
}

impl Reader<'_> {
    fn token(&mut self, i: usize, causes: &mut Causes) {
        let bits = self.scanner.class_at(self.document, i);
        let Some(token) = self.document.tokens().get(i).copied() else {
            return;
        };
        if token.kind == TokenKind::Punct {
            self.mark(i, token.start as usize);
            return;
        }
        if token.kind == TokenKind::Quote && self.unquoted(i) && !self.found.title && !self.found.reported {
            if let Some(close) = scare::single_scare(self.document, i, self.end) {
                self.add(i, close + 1, &rules::SCARE_QUOTES, "scare quotes", 0.46, 0.4);
            }
            return;
        }
        let own_name = self.scanner.own_name(i);
        if bits == 0 && own_name.is_none() {
            return;
        }
        if bits & COMMON != 0 && self.found.own.cased && shouts(self.document, i) && self.own(i) {
            self.add(i, i + 1, &rules::PUNCTUATION, "capitals", 0.46, 0.6);
        }
        let (reported, title) = (self.found.reported, self.found.title);
        let hedged = bits & RELATIVE != 0 && title && self.is(i + 1, BE) && self.is(i + 2, HEDGE);
        if hedged && self.word(i + 3) != "to" && self.own(i) {
            self.add(i, self.end, &rules::HEADLINE_THEORY, "hedged relative clause", 0.9, 1.4);
        }
        if bits & BE != 0 && self.own(i) {
            self.after_be(i, title || reported);
        }
        if self.is(i + 1, HAVE) && self.word(i) == "must" && self.own(i) && !reported {
            self.add(i, i + 3, &rules::SPECULATION, "must have", 0.5, 0.7);
        }
        if bits & (DEGREE | PLAIN_DEGREE) != 0 && self.unquoted(i) && self.lower(i + 1) && !self.is(i + 1, FUNCTION) {
            let (alone, pull) = if bits & DEGREE != 0 { (0.3, 0.5) } else { (0.25, 0.4) };
            self.add(i, i + 1, &rules::BOOSTER, "degree word", alone, pull);
        }
        if bits & CAUSE != 0 && self.unquoted(i) && matches!(self.word(i + 1), "by" | "on") {
            causes.count += 1;
            causes.first.get_or_insert(i);
        }
        causes.trouble |= bits & TROUBLE != 0;
        if bits & (CROWD | MANY) != 0 && self.unquoted(i) && !title {
            self.crowd(i, bits);
        }
        if bits & (MIND | PLAIN_MIND) != 0 && self.own(i) && !reported && !title {
            self.mind(i, bits);
        }
        if bits & MOOD != 0 && self.own(i) {
            self.mood(i);
        }
        if let Some(name) = own_name
            && self.unquoted(i)
        {
            self.own_view(name);
        }
    }

    /// Broken encodings are full of stray marks: only one that ends the sentence counts, once.
    fn mark(&mut self, i: usize, start: usize) {
        if !ends_here(self.document, i, self.end) {
            return;
        }
        match self.document.text().as_bytes().get(start) {
            Some(b'!') if self.unquoted(i) => self.add(i, i + 1, &rules::PUNCTUATION, "exclamation", 0.45, 0.7),
            Some(b'?') if self.own(i) && !self.found.title => {
                self.add(i, i + 1, &rules::QUESTION, "question", 0.46, 0.5);
            }
            _ => {}
        }
    }

    fn cause(&mut self, causes: &Causes) {
        let Some(at) = causes.first else { return };
        let told = self.found.reported || self.found.own.figure;
        if !causes.trouble || told || !(causes.count > 1 || self.own(at)) {
            return;
        }
        let to = (at + 2..self.end.min(at + 6)).find(|i| self.punct(*i));
        let alone = if causes.count > 1 { 0.6 } else { 0.4 };
        let to = to.unwrap_or(self.end.min(at + 6));
        self.add(at, to, &rules::CAUSE, "cause without a source", alone, 0.6);
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
