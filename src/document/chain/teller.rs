//! The outlet as teller: "the Harbor Times reported", "reported by the Harbor Times", "documents obtained by the paper".

use crate::document::attribution::CueKind;
use crate::document::chain::carrier::CarrierForm;
use crate::document::chain::channel::{Channel, Sighting, Way};
use crate::document::chain::scene::{Relation, meet};
use crate::document::english::clause::{Clause, VerbForm};
use crate::document::outlet::newsroom as words;
use crate::document::page::token::Tokens;

impl<'a> Sighting<'a, '_> {
    /// "reported by OUTLET", "documents obtained by OUTLET", "reached by OUTLET".
    pub(super) fn by(&self, verb: usize) -> Option<Channel> {
        let (scene, c) = (self.scene, self.c);
        let p = &scene.page;
        let here = scene.told_in(c.sentence);
        let cue = Tokens::new(verb, c.first);
        if matches!(p.word(verb), "reached" | "contacted") {
            let next = here
                .iter()
                .find(|r| r.cue.start as usize >= c.end && r.kind == CueKind::Speech);
            let main = || {
                scene
                    .clauses(c.sentence)
                    .find(|v| v.head() > c.end)
                    .and_then(|v| self.speaker_of(v.head()))
            };
            return self.hears(next.or_else(main)?, verb, c.first);
        }
        if !p.is(verb, words::CARRY | words::REPORT) {
            return self.teller();
        }
        // The phrase that the participle describes, when it is somebody's words.
        let described = self.described(verb);
        let names = |r: &&Relation| r.source.holds(verb) || r.source.end as usize == described;
        if let Some(told) = here.iter().find(names) {
            let quotes = p.is(verb, words::QUOTING) || p.word(verb) == "interviewed";
            let own = p.is(scene.head(told.source), words::REPORT_NOUN) && p.word(verb) == "published";
            if own {
                return Some(self.made(Way::Tells, Some(told.id), told.cue));
            }
            if scene.is_document(told.source) {
                return Some(self.made(Way::Hears, Some(told.id), cue));
            }
            return quotes.then(|| self.hears(told, verb, c.first))?;
        }
        if let Some(told) = scene.told_at(c.sentence, verb).filter(|_| p.is(verb, words::REPORT)) {
            return Some(self.made(Way::Tells, Some(told.id), cue));
        }
        self.holds_document(verb, cue).or_else(|| {
            let before = p.word(verb.wrapping_sub(1));
            let opens =
                verb == self.from() || p.is(verb - 1, words::SKIP) || matches!(before, "as" | "," | "was" | "first");
            (opens && p.is(verb, words::REPORT)).then(|| self.made(Way::Credited, None, cue))
        })
    }

    /// One past the noun that a participle describes: "The document, first published by", "a “playbook” published by".
    fn described(&self, verb: usize) -> usize {
        let p = &self.scene.page;
        let skipped = |i: &usize| p.is(*i, words::SKIP) || matches!(p.word(*i), "," | "\"" | "first");
        (self.from()..verb).rev().take_while(skipped).last().unwrap_or(verb)
    }

    /// "Ortiz said in a statement obtained by OUTLET", "The memo, obtained by OUTLET, directs".
    fn holds_document(&self, verb: usize, cue: Tokens) -> Option<Channel> {
        let (scene, c) = (self.scene, self.c);
        let p = &scene.page;
        let from = self.from();
        let end = self.described(verb);
        let noun = end.checked_sub(1).filter(|n| *n >= from && p.is(*n, words::DOCUMENT))?;
        let said = scene
            .told_in(c.sentence)
            .iter()
            .rev()
            .find(|r| (r.cue.start as usize) < noun && !r.source.is_empty());
        let medium = (from..noun).rev().take(4).any(|i| matches!(p.word(i), "in" | "to"));
        if let Some(said) = said.filter(|_| medium) {
            return self.hears(said, verb, c.first);
        }
        let says = |v: &Clause<'_>| {
            let first = v.verb().start as usize;
            let whole = Tokens::new(noun, c.end);
            (first == c.end || first > c.end && v.subject().is_none_or(|s| meet(s, whole)))
                && v.form() == VerbForm::Finite
                && !v.is_passive()
                && (p.is(v.head(), words::REPORT | words::SAY) || is_order(p.word(v.head())))
        };
        if !is_order(p.word(c.end)) && !scene.clauses(c.sentence).any(|v| says(&v)) {
            return None;
        }
        self.unread(scene.phrase_before(c.sentence, noun + 1)?, cue)
    }

    /// The outlet as the source of a relation, or of words that none was read for.
    pub(super) fn teller(&self) -> Option<Channel> {
        let (scene, c) = (self.scene, self.c);
        let p = &scene.page;
        if c.form == CarrierForm::Interview {
            return None;
        }
        if p.word(c.end) == "contributed" && p.word(c.end + 1) == "to" && p.is(c.end + 3, words::REPORT_NOUN) {
            return Some(self.made(Way::Credited, None, Tokens::new(c.end, c.end + 1)));
        }
        if let Some((cue, cited)) = super::quoting::contents(scene, c) {
            return Some(Channel {
                cited,
                ..self.made(Way::Credited, None, cue)
            });
        }
        // "a Times story in which officials said"
        let which = c.end + usize::from(p.word(c.end) == ",");
        if p.word(which) == "in" && p.word(which + 1) == "which" {
            let inner = scene
                .told_in(c.sentence)
                .iter()
                .find(|r| r.cue.start as usize > which)?;
            return self.hears(inner, inner.head, inner.head + 1);
        }
        // "Mayor Don Guardian said": the name is a person's.
        if c.shy && c.first > self.from() && p.name_word(c.first - 1) {
            return None;
        }
        let told = scene.told_in(c.sentence).iter().find(|r| scene.heads(r.source, c));
        if let Some(told) = told {
            if told.kind == CueKind::Speech && !self.may_tell(told.head)
                || matches!(told.kind, CueKind::Stance | CueKind::Colon)
                || told.kind == CueKind::Noun && c.form != CarrierForm::Report
                || scene.is_denied(told.sentence, told.head)
            {
                return None;
            }
            let mut channel = self.made(Way::Tells, Some(told.id), told.cue);
            channel.cited = super::quoting::cited(scene, told, c);
            // One who merely says something speaks for himself; the outlet stands behind what it reports.
            let merely = c.form == CarrierForm::Journalist && matches!(p.word(told.head), "said" | "says" | "say");
            return (!merely || !channel.cited.is_empty()).then_some(channel);
        }
        // "It was a report by OUTLET that he made it up."
        let before = p.word(c.first.wrapping_sub(1));
        if c.form == CarrierForm::Report
            && !c.anaphor
            && p.word(c.end) == "that"
            && matches!(before, "was" | "is" | "," | "following")
        {
            return Some(self.made(Way::Credited, None, Tokens::new(c.end, c.end + 1)));
        }
        let named = |v: &Clause<'_>| v.subject().is_some_and(|s| scene.heads(s, c)) && p.is(v.head(), words::PLAIN);
        let clause = scene.clauses(c.sentence).find(named)?;
        let end = clause.verb().end as usize;
        let opens = matches!(p.word(end), ":" | "that") || before == "as";
        let denied = clause.is_passive() || clause.is_negated();
        let plain =
            !denied && opens && matches!(c.form, CarrierForm::Outlet | CarrierForm::Report | CarrierForm::Unnamed);
        plain.then(|| self.made(Way::Credited, None, Tokens::new(clause.head(), end)))
    }

    /// Whether an outlet of this form reports with this verb: a paper "broke" the news, its article "found", its reporter "tweeted".
    fn may_tell(&self, verb: usize) -> bool {
        let (p, c) = (&self.scene.page, self.c);
        let word = p.word(verb);
        // An outlet posts videos, too: what it posted must be said.
        let posts = word == "posted" && !(verb + 1..verb + 6).any(|i| p.word(i) == "that");
        if !p.is(verb, words::REPORT) || posts {
            return false;
        }
        match c.form {
            CarrierForm::Report => !p.is(verb, words::CARRY) || p.is(verb, words::QUOTING | words::PLAIN),
            CarrierForm::Journalist => p.is(verb, words::PLAIN) || matches!(word, "tweeted" | "tweets" | "posted"),
            CarrierForm::Unnamed => !word.starts_with("show") || p.word(c.hop.1 - 1).starts_with("report"),
            _ if c.shy => p.is(verb, words::PLAIN),
            _ => !p.is(verb, words::WEAK),
        }
    }
}

/// What a paper does that binds somebody.
fn is_order(word: &str) -> bool {
    matches!(word, "orders" | "ordered" | "directs" | "directed")
}
