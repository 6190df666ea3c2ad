//! Relays: the places where a carrier passes something on, and from whom it has it.

use crate::document::chain::carrier::{Carrier, Form, Owner};
use crate::document::chain::subject::{self, Np};
use crate::document::newsroom as words;
use crate::document::outlet::{Outlets, Page};
use crate::document::sentence::Sentence;

/// One link of a path as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hop {
    /// An outlet, by carrier index.
    Carrier(usize),
    /// Anybody else, by tokens.
    Source(Np),
}

/// One relay.
#[derive(Clone, Debug)]
pub(crate) struct Relay {
    /// Outermost first.
    pub hops: Vec<Hop>,
    /// Tokens of the words that relay.
    pub cue: (usize, usize),
}

pub(crate) struct Scene<'a, 'b> {
    pub page: &'a Page<'b>,
    pub outlets: &'a Outlets,
    pub carriers: &'a [Carrier],
    pub sentences: &'a [Sentence],
    /// The speech quotation over each token, 0 for none.
    pub quoted: &'a [u32],
}

/// Finds the relays of an article, in text order.
pub(crate) fn find(scene: &Scene<'_, '_>) -> Vec<Relay> {
    let mut out = Vec::new();
    for index in 0..scene.carriers.len() {
        scene.read(index, &mut out);
    }
    out
}

impl Scene<'_, '_> {
    fn own(&self, c: &Carrier) -> bool {
        match c.owner {
            Owner::Outlet(o) => self.outlets.list.get(o as usize).is_some_and(|o| o.own),
            Owner::Nobody => false,
        }
    }

    fn bounds(&self, c: &Carrier) -> (usize, usize) {
        self.sentences
            .get(c.sentence as usize)
            .map_or((c.first, c.end), |s| (s.tokens.start as usize, s.tokens.end as usize))
    }

    fn read(&self, index: usize, out: &mut Vec<Relay>) {
        let Some(c) = self.carriers.get(index) else { return };
        if self.own(c) || c.form == Form::Other {
            return;
        }
        let (from, to) = self.bounds(c);
        // Words of a speaker about an outlet are that speaker's, not the article's.
        if self.quoted.get(c.first).is_some_and(|q| *q != 0) {
            return;
        }
        let found = self
            .object(index, c, from, to)
            .or_else(|| self.subject(index, c, from, to));
        if let Some(relays) = found {
            out.extend(relays);
        }
    }

    fn one(&self, index: usize, inner: Option<Np>, cue: (usize, usize)) -> Vec<Relay> {
        let mut hops = vec![Hop::Carrier(index)];
        if let Some(np) = inner {
            let over = self.carrier_in(np.first, np.end);
            match over {
                Some(k) if k != index && np.head_in(self.carriers.get(k).map_or((0, 0), |c| (c.first, c.end))) => {
                    hops.push(Hop::Carrier(k))
                }
                Some(k) if k == index => {}
                _ => hops.push(Hop::Source(np)),
            }
        }
        vec![Relay { hops, cue }]
    }

    /// The carrier over a token.
    fn carrier_at(&self, at: usize) -> Option<usize> {
        let index = self.carriers.partition_point(|c| c.end <= at);
        self.carriers.get(index).filter(|c| c.first <= at).map(|_| index)
    }

    /// The first carrier that shares a token with a range and could have been heard from.
    fn carrier_in(&self, first: usize, end: usize) -> Option<usize> {
        let from = self.carriers.partition_point(|c| c.end <= first);
        let near = self.carriers.get(from..)?;
        let at = near
            .iter()
            .take_while(|c| c.first < end)
            .position(|c| c.form != Form::Other)?;
        Some(from + at)
    }

    /// The carrier as hearer or channel: "told CNN", "in an interview with CNN", "according to CNN".
    fn object(&self, index: usize, c: &Carrier, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let before = c.first.checked_sub(1).filter(|b| *b >= from)?;
        // told CNN
        let hears = matches!(c.form, Form::Outlet | Form::Journalist | Form::Unnamed);
        if p.is(before, words::TELL) && hears {
            if subject::negated(p, before, from) {
                return Some(Vec::new());
            }
            // "CNN was told by": passive has its teller behind.
            let np = self.agent(before, from)?;
            if subject::first_person(p, &np) {
                return Some(Vec::new());
            }
            return Some(self.one(index, Some(np), (before, before + 1)));
        }
        if p.word(before) == "confirmed" && hears && matches!(p.word(c.end), "," | "that") {
            let np = subject::of_verb(p, before, from)?;
            return Some(self.one(index, Some(np), (before, before + 1)));
        }
        match p.word(before) {
            "to" if hears => self.spoken_to(index, c, before, from, to),
            "with" if hears => {
                let noun = before.checked_sub(1)?;
                if p.is(noun, words::INTERVIEW) && noun >= from {
                    let prep = (from..noun).rev().take(7).find(|i| {
                        matches!(
                            p.word(*i),
                            "in" | "during" | "from" | "after" | "and" | "," | "of" | "for"
                        )
                    })?;
                    if !matches!(p.word(prep), "in" | "during" | "from") {
                        return None;
                    }
                    return self.on_air(index, c, prep, from, to);
                }
                if p.is(noun, words::SPEAK) {
                    return self.spoken_to(index, c, before, from, to);
                }
                None
            }
            "by" => self.by(index, c, before, from, to),
            "per" => Some(self.according(index, c, (before, c.first), from, to)),
            "on" | "during" | "in" | "at" | "over" if c.form == Form::Interview => {
                self.on_air(index, c, before, from, to)
            }
            "on" if hears => self.on_air(index, c, before, from, to),
            "in" if c.form == Form::Outlet
                && p.is(before.wrapping_sub(1), words::VOICE)
                && !matches!(p.word(before - 1), "wrote" | "writing" | "writes") =>
            {
                self.on_air(index, c, before, from, to)
            }
            _ => {
                // according to CNN: the preposition is two tokens
                None
            }
        }
    }

    /// Who does what a verb says: a participle borrows the subject of its sentence.
    fn agent(&self, verb: usize, from: usize) -> Option<Np> {
        let p = self.page;
        if p.word(verb).ends_with("ing") && p.word(verb.wrapping_sub(1)) == "," {
            return subject::of_sentence(p, from, verb);
        }
        subject::of_verb(p, verb, from).or_else(|| subject::of_sentence(p, from, verb))
    }

    fn spoken_to(&self, index: usize, c: &Carrier, prep: usize, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let verb = prep.checked_sub(1).filter(|v| *v >= from)?;
        if p.word(verb) == "according" {
            return Some(self.according(index, c, (verb, c.first), from, to));
        }
        let mut verb = verb;
        let mut steps = 0;
        while verb > from
            && steps < 4
            && (p.is(verb, words::TIME | words::SKIP)
                || p.word(verb).ends_with("ly")
                || matches!(p.word(verb), "exclusively" | "it" | "this" | "on" | "in"))
            && !p.is(verb, words::SAY | words::SPEAK)
        {
            verb -= 1;
            steps += 1;
        }
        if p.is(verb, words::SPEAK) {
            if subject::negated(p, verb, from) {
                return Some(Vec::new());
            }
            // "three officials who spoke to CNN", "said one official, speaking to CNN": what they said stands in the sentence.
            let np = subject::of_verb(p, verb, from).or_else(|| subject::of_sentence(p, from, verb))?;
            if subject::first_person(p, &np) {
                return Some(Vec::new());
            }
            let told = self.has_content(c, from, to, verb);
            if !told {
                return Some(Vec::new());
            }
            return Some(self.one(index, Some(np), (verb, verb + 1)));
        }
        if p.is(verb, words::SAY)
            && !matches!(
                p.word(verb),
                "according"
                    | "called"
                    | "compared"
                    | "responded"
                    | "replied"
                    | "pointed"
                    | "point"
                    | "points"
                    | "added"
                    | "refused"
                    | "referred"
            )
        {
            if subject::negated(p, verb, from) {
                return Some(Vec::new());
            }
            let np = subject::of_verb(p, verb, from).or_else(|| subject::of_sentence(p, from, verb))?;
            if subject::first_person(p, &np) {
                return Some(Vec::new());
            }
            return Some(self.one(index, Some(np), (verb, verb + 1)));
        }
        // "in a statement to CNN", "in remarks to CNN"
        if matches!(
            p.word(verb),
            "statement" | "remarks" | "comments" | "email" | "e-mail" | "interview" | "letter" | "message" | "texts"
        ) {
            return self.on_air(index, c, verb, from, to);
        }
        None
    }

    /// Whether the sentence or the one behind it says what was said.
    fn has_content(&self, c: &Carrier, from: usize, to: usize, verb: usize) -> bool {
        let p = self.page;
        let said = (from..to).any(|i| {
            i != verb && (p.is(i, words::SAY) && !p.is(i, words::SPEAK))
                || p.word(i) == "\""
                || (p.word(i) == "according" && i < verb)
        });
        let next_quote = self
            .sentences
            .get(c.sentence as usize + 1)
            .is_some_and(|n| p.word(n.tokens.start as usize) == "\"");
        said || next_quote
    }

    /// "reported by CNN", "documents obtained by CNN", "a report by CNN" (which is a report already).
    fn by(&self, index: usize, c: &Carrier, prep: usize, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let mut verb = prep.checked_sub(1).filter(|v| *v >= from)?;
        let mut steps = 0;
        while verb > from && steps < 3 && (p.is(verb, words::TIME) || p.word(verb).ends_with("ly")) {
            verb -= 1;
            steps += 1;
        }
        let word = p.word(verb);
        match word {
            "reported" | "revealed" | "disclosed" | "noted" | "uncovered" | "unearthed" | "introduced" | "broken"
            | "detailed" | "documented" => {
                let start = if p.is(verb.wrapping_sub(1), words::SKIP | words::TIME) {
                    verb - 1
                } else {
                    verb
                };
                let as_form = p.word(start.wrapping_sub(1)) == "as"
                    || p.word(start.wrapping_sub(1)) == ","
                    || p.word(start.wrapping_sub(1)) == "was"
                    || start == from;
                let inner = if as_form {
                    self.inner_before(start, from)
                } else {
                    // "exit polls reported by CNN": what was reported is a document.
                    let np = subject::before(p, start, from);
                    np.filter(|n| subject::documentary(p, n))
                        .or_else(|| self.inner_before(start, from))
                };
                let inner = inner.or_else(|| {
                    if word == "introduced" {
                        self.inner_after(c.end, to, c)
                    } else {
                        None
                    }
                });
                Some(self.one(index, inner, (verb, c.first)))
            }
            "obtained" | "reviewed" | "published" | "released" | "cited" | "seen" | "quoted" | "leaked"
            | "verified" | "viewed" | "interviewed" | "aired" | "broadcast" => {
                let np = subject::before(p, verb, from)?;
                if matches!(word, "quoted" | "cited" | "interviewed") {
                    return Some(self.one(index, Some(np), (verb, c.first)));
                }
                if !subject::documentary(p, &np) || (np.first..np.end).any(|i| p.is(i, words::EVENT)) {
                    return Some(Vec::new());
                }
                // The writer's own words: "Ortiz said in a statement obtained by CNN".
                let speaker = if p.is(np.first.wrapping_sub(1), words::FUNCTION)
                    && matches!(p.word(np.first.wrapping_sub(1)), "in" | "to")
                    || p.word(np.first) == "in"
                {
                    self.speaker_before(np.first, from)
                } else {
                    None
                };
                if speaker.is_none()
                    && !self.has_content(c, from, to, verb)
                    && !(c.end..to).any(|i| {
                        p.is(i, words::REPORT)
                            || matches!(
                                p.word(i),
                                "directs" | "orders" | "directed" | "ordered" | "shows" | "say" | "warned" | "warns"
                            )
                    })
                {
                    return Some(Vec::new());
                }
                Some(self.one(index, Some(speaker.unwrap_or(np)), (verb, c.first)))
            }
            "reached" | "contacted" if c.form != Form::Report => {
                let np = subject::after_comma(p, c.end, to)?;
                Some(self.one(index, Some(np), (verb, c.first)))
            }
            _ => None,
        }
    }

    /// "according to CNN", before or behind what it reports.
    fn according(&self, index: usize, c: &Carrier, cue: (usize, usize), from: usize, to: usize) -> Vec<Relay> {
        let p = self.page;
        let start = cue.0;
        let fronted = start <= from + 2 || (start > from && matches!(p.word(start - 1), "but" | "and" | "while"));
        let inner = if fronted {
            self.inner_after(c.end, to, c)
        } else {
            self.inner_before(start, from)
        };
        self.one(index, inner, cue)
    }

    /// The carrier as reporter: "CNN reported", "a Times article found".
    fn subject(&self, index: usize, c: &Carrier, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        if c.form == Form::Interview {
            return None;
        }
        // "according to a report in the Times": the preposition stands before the report.
        let mut at = c.end;
        // reported CNN
        let before = c.first.wrapping_sub(1);
        if c.first > from && p.is(before, words::PLAIN) && matches!(c.form, Form::Outlet | Form::Journalist) {
            let closes =
                matches!(p.word(c.end), "." | "," | "\"") || c.end >= to || p.is(c.end, words::TIME | words::QUOTING);
            let opened = matches!(p.word(before.wrapping_sub(1)), "," | "\"" | "—");
            if closes && opened {
                let inner = self.citing(c.end, to).or_else(|| self.inner_before(before, from));
                return Some(self.one(index, inner, (before, before + 1)));
            }
        }
        let preposed = c.first > from
            && (p.is(before, words::FUNCTION)
                && matches!(
                    p.word(before),
                    "of" | "by"
                        | "for"
                        | "from"
                        | "with"
                        | "about"
                        | "at"
                        | "on"
                        | "in"
                        | "to"
                        | "against"
                        | "into"
                        | "called"
                        | "than"
                )
                || p.is(before, words::SAY)
                    && matches!(
                        p.word(before),
                        "called"
                            | "criticized"
                            | "blamed"
                            | "accused"
                            | "denounced"
                            | "slammed"
                            | "dismissed"
                            | "quoted"
                            | "cited"
                            | "trashed"
                            | "mocked"
                    ));
        if preposed {
            // "in response to a report that S said": spelled out even where it is denied, but hard to tell; only "by" is the outlet's act.
            return None;
        }
        // An apposition or a participle between name and verb.
        let mut citing = None;
        if p.word(at) == "," {
            if p.is(at + 1, words::QUOTING) {
                citing = Some(at + 2);
            }
            let limit = to.min(at + 40);
            let mut close = None;
            let mut i = at + 1;
            while i < limit {
                if p.word(i) == "," && (p.is(i + 1, words::REPORT | words::SKIP)) {
                    close = Some(i);
                    break;
                }
                if matches!(p.word(i), "\"" | ";" | ":") {
                    break;
                }
                i += 1;
            }
            let opens = p.is(at + 1, words::QUOTING)
                || matches!(
                    p.word(at + 1),
                    "a" | "an"
                        | "the"
                        | "in"
                        | "which"
                        | "whose"
                        | "quoting"
                        | "one"
                        | "who"
                        | "writing"
                        | "owned"
                        | "based"
                );
            match close {
                Some(i) if opens => at = i + 1,
                _ => return None,
            }
        } else if p.word(at) == "(" {
            let close = (at..to.min(at + 8)).find(|i| p.word(*i) == ")")?;
            at = close + 1;
        }
        let mut noun_content = false;
        let mut verb = at;
        let mut steps = 0;
        let mut negated = false;
        while verb < to
            && steps < 5
            && !p.is(verb, words::REPORT)
            && (p.is(verb, words::SKIP | words::TIME)
                || p.word(verb).ends_with("ly")
                || matches!(
                    p.word(verb),
                    "on" | "in" | "for" | "example" | "not" | "published" | "also" | "," | "that"
                )
                || p.tokens
                    .get(verb)
                    .is_some_and(|t| t.kind == crate::document::token::TokenKind::Number))
        {
            negated |= p.word(verb) == "not" || p.word(verb).ends_with("n't");
            if p.word(verb) == "that" && c.form == Form::Report && !c.anaphor {
                noun_content = true;
                break;
            }
            if p.word(verb) == "," || p.word(verb) == "that" {
                return None;
            }
            verb += 1;
            steps += 1;
        }
        if noun_content
            && matches!(
                p.word(c.first.wrapping_sub(1)),
                "was" | "is" | "after" | "following" | ","
            )
        {
            let inner = self.inner_after(verb, to, c);
            return Some(self.one(index, inner, (verb, verb + 1)));
        }
        if negated || verb >= to || !p.is(verb, words::REPORT) {
            return None;
        }
        let word = p.word(verb);
        let by_form = match c.form {
            Form::Report => !matches!(word, "air" | "aired" | "published" | "publish" | "said") || word == "said",
            Form::Journalist => p.is(verb, words::PLAIN) || matches!(word, "tweeted" | "tweets"),
            Form::Unnamed => !matches!(word, "show" | "shows" | "showed") || p.word(c.hop.1 - 1).starts_with("report"),
            _ => {
                !matches!(
                    word,
                    "show"
                        | "shows"
                        | "showed"
                        | "add"
                        | "added"
                        | "adds"
                        | "suggest"
                        | "suggested"
                        | "aired"
                        | "air"
                        | "broke"
                        | "break"
                        | "printed"
                        | "claim"
                        | "claimed"
                        | "find"
                        | "published"
                        | "publish"
                        | "broadcasts"
                        | "saying"
                        | "projected"
                        | "document"
                ) || word == "projected"
            }
        };
        let follows = verb + 1;
        // A journalist's plain statement: "Jane Roe of CNN says:" before a quotation or block.
        let colon = matches!(p.word(follows), ":") || matches!(p.word(follows), "," if p.word(follows + 1) == "\"");
        let said_block = c.form == Form::Journalist && matches!(word, "says" | "said") && p.word(follows) == ":";
        if !by_form && !said_block {
            return None;
        }
        if c.shy && !p.is(verb, words::PLAIN) && c.form == Form::Outlet {
            return None;
        }
        // "quoted S as saying", "cited two officials"
        if p.is(verb, words::QUOTING) {
            let np = subject::after(p, follows, to)?;
            return Some(self.one(index, Some(np), (verb, verb + 1)));
        }
        let closing = verb + 1 >= to
            || matches!(p.word(follows), "." | "," | "\"" | ")" | "—")
            || p.is(follows, words::TIME | words::QUOTING)
            || p.word(follows) == "on";
        let parenthetical = closing && c.first > from && matches!(p.word(before), "," | "\"" | "—" | "-" | "as");
        let cited = citing
            .map(|i| subject::after_all(p, i, to))
            .filter(|v| !v.is_empty())
            .or_else(|| {
                let q = (follows..to.min(follows + 60)).find(|i| {
                    p.is(*i, words::QUOTING)
                        && self.quoted.get(*i).copied().unwrap_or(0) == 0
                        && matches!(
                            p.word(i.wrapping_sub(1)),
                            "," | "and"
                                | "while"
                                | "reported"
                                | "said"
                                | "saturday"
                                | "sunday"
                                | "monday"
                                | "tuesday"
                                | "wednesday"
                                | "thursday"
                                | "friday"
                        )
                })?;
                Some(subject::after_all(p, q + 1, to)).filter(|v| !v.is_empty())
            });
        if let Some(all) = cited {
            return Some(
                all.into_iter()
                    .flat_map(|np| self.one(index, Some(np), (verb, verb + 1)))
                    .collect(),
            );
        }
        if parenthetical && c.form == Form::Journalist && matches!(word, "said" | "says" | "say") {
            return None;
        }
        if parenthetical || (p.word(before) == "as" && !colon) {
            let inner = if p.word(before) == "as" && c.first <= from + 2 {
                None
            } else {
                self.inner_before(c.first, from)
            };
            return Some(self.one(index, inner, (verb, verb + 1)));
        }
        let mut inner = self.inner_after(follows, to, c);
        if inner.is_none() && matches!(p.word(follows), "about" | "on") {
            inner = subject::after(p, follows + 1, to).filter(|n| subject::documentary(p, n));
            if inner.is_none() && p.word(follows) == "about" {
                return None;
            }
        }
        // One who merely says something speaks for himself; the outlet stands behind what it reports.
        if inner.is_none() && c.form == Form::Journalist && matches!(word, "said" | "says" | "say") {
            return None;
        }
        Some(self.one(index, inner, (verb, verb + 1)))
    }

    fn citing(&self, from: usize, to: usize) -> Option<Np> {
        let p = self.page;
        let q = (from..to.min(from + 8)).find(|i| p.is(*i, words::QUOTING))?;
        subject::after(p, q + 1, to)
    }

    /// The speaker whose words the outlet passes on, in the clause before `at`.
    fn inner_before(&self, at: usize, from: usize) -> Option<Np> {
        let p = self.page;
        // "According to S, …, CNN reported"
        for i in from..at {
            if p.word(i) == "according" && p.word(i + 1) == "to" && self.quoted.get(i).copied().unwrap_or(0) == 0 {
                return subject::after(p, i + 2, at);
            }
        }
        self.speaker_before(at, from)
    }

    /// The subject of the last verb of speech before `at`, outside quotations.
    fn speaker_before(&self, at: usize, from: usize) -> Option<Np> {
        let p = self.page;
        let mut i = at;
        while i > from {
            i -= 1;
            if !p.is(i, words::SAY) || self.quoted.get(i).copied().unwrap_or(0) != 0 {
                continue;
            }
            if self.carrier_at(i).is_some() {
                continue;
            }
            if subject::noun_use(p, i) || subject::negated(p, i, from) {
                continue;
            }
            let np = if p.word(i).ends_with("ing") {
                if p.word(i.wrapping_sub(1)) != "," {
                    continue;
                }
                subject::of_sentence(p, from, i)
            } else {
                subject::of_verb(p, i, from)
            };
            if let Some(np) = np {
                if subject::first_person(p, &np) || subject::thing(p, &np) {
                    continue;
                }
                return Some(np);
            }
        }
        None
    }

    /// The speaker inside what the outlet is said to report, behind `at`.
    fn inner_after(&self, at: usize, to: usize, c: &Carrier) -> Option<Np> {
        let p = self.page;
        let mut start = at;
        while start < to
            && (matches!(p.word(start), "that" | ":" | "," | "\"") || p.is(start, words::TIME) && !p.capital(start))
        {
            start += 1;
        }
        let limit = to.min(start + 14);
        for i in start..limit {
            if matches!(p.word(i), ";" | "." | "—") {
                break;
            }
            if p.word(i) == "according" && p.word(i + 1) == "to" {
                // Its own analysis is no other source.
                return subject::after(p, i + 2, to).filter(|n| {
                    !(n.first..n.end).any(|k| p.is(k, words::REPORT_NOUN))
                        && !matches!(p.word(n.first), "its" | "their")
                });
            }
            if p.is(i, words::SAY) && !subject::noun_use(p, i) && i > start {
                if subject::negated(p, i, start) {
                    return None;
                }
                let np = subject::of_verb(p, i, start)?;
                if subject::first_person(p, &np) || subject::thing(p, &np) || np.first < c.end && np.end > c.first {
                    return None;
                }
                // The clause must begin with the speaker, not reach him through another verb.
                if np.first <= start + 3 {
                    return Some(np);
                }
                return None;
            }
        }
        None
    }

    /// Interviews and air time: the speaker stands before or behind in the sentence.
    fn on_air(&self, index: usize, c: &Carrier, prep: usize, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let plain_on = p.word(prep) == "on" || p.word(prep) == "in" && c.form == Form::Outlet;
        // in which S said
        if matches!(p.word(c.end), ",") && p.word(c.end + 1) == "in" && p.word(c.end + 2) == "which"
            || p.word(c.end) == "in" && p.word(c.end + 1) == "which"
        {
            let verb = (c.end + 2..to.min(c.end + 16)).find(|i| p.is(*i, words::SAY))?;
            let np = subject::of_verb(p, verb, c.end)?;
            return Some(self.one(index, Some(np), (verb, verb + 1)));
        }
        // Only time and manner may stand between verb and "on CNN".
        let mut back = prep;
        let mut steps = 0;
        let interview = !plain_on;
        let reach = if interview { 60 } else { 9 };
        while back > from && steps < reach {
            back -= 1;
            steps += 1;
            if self.quoted.get(back).copied().unwrap_or(0) != 0 {
                if interview { continue } else { break }
            }
            let speech = p.is(back, words::SAY | words::SPEAK | words::TELL) && !subject::noun_use(p, back);
            let appears = matches!(p.word(back), "appeared" | "appearing" | "appearance" | "appears");
            if appears
                && p.word(back) == "appeared"
                && (!self.paragraph_quote(c) || matches!(p.word(from), "not" | "no"))
                && plain_on
            {
                return Some(Vec::new());
            }
            if appears || p.is(back, words::SPEAK) || p.word(back) == "speaking" {
                let np = if p.word(back) == "speaking" || p.word(back) == "appearing" || p.word(back) == "appearance" {
                    subject::after_comma(p, c.end, to)
                        .or_else(|| self.speaker_before(back, from))
                        .or_else(|| subject::of_sentence(p, from, back))
                } else {
                    subject::of_verb(p, back, from).or_else(|| subject::of_sentence(p, from, back))
                };
                let np = np?;
                if subject::first_person(p, &np)
                    || !(self.has_content(c, from, to, back) || p.word(back) == "appeared" && self.paragraph_quote(c))
                {
                    return Some(Vec::new());
                }
                return Some(self.one(index, Some(np), (back, back + 1)));
            }
            if speech {
                if subject::negated(p, back, from) {
                    return Some(Vec::new());
                }
                if matches!(p.word(back), "declined" | "refused") {
                    return Some(Vec::new());
                }
                let np = if p.word(back).ends_with("ing") {
                    subject::of_sentence(p, from, back)
                } else {
                    subject::of_verb(p, back, from)
                };
                let Some(np) = np else { continue };
                if subject::first_person(p, &np) {
                    return Some(Vec::new());
                }
                return Some(self.one(index, Some(np), (back, back + 1)));
            }
            if plain_on {
                let w = p.word(back);
                let passes = p.is(back, words::TIME | words::SKIP)
                    || w.ends_with("ly")
                    || matches!(
                        w,
                        "by" | "in"
                            | "during"
                            | "telephone"
                            | "phone"
                            | "live"
                            | "late"
                            | "on"
                            | "the"
                            | "a"
                            | "his"
                            | "her"
                            | "interview"
                            | "an"
                            | "with"
                    )
                    || p.capital(back);
                if !passes {
                    break;
                }
            }
        }
        // Fronted: "In an interview with CNN, Ortiz said"; "Later on 'This Week', S questioned"
        let lead = prep.saturating_sub(from);
        let bare = (from..prep)
            .all(|i| p.is(i, words::TIME | words::FUNCTION) || p.word(i).ends_with("ly") || p.word(i) == ",");
        if lead <= 6 && bare {
            let mut i = c.end;
            while i < to && i < c.end + 12 && p.word(i) != "," {
                if p.word(i) == ":" {
                    return None;
                }
                i += 1;
            }
            let i = if p.word(i) == "," { i + 1 } else { c.end };
            let verb = (i..to.min(i + 24)).find(|v| {
                p.is(*v, words::SAY) && !subject::noun_use(p, *v) && self.quoted.get(*v).copied().unwrap_or(0) == 0
            });
            if let Some(verb) = verb {
                let np = subject::of_verb(p, verb, i).or_else(|| subject::after(p, i, verb))?;
                if subject::first_person(p, &np) {
                    return Some(Vec::new());
                }
                return Some(self.one(index, Some(np), (verb, verb + 1)));
            }
            if interview && (i..to).any(|k| matches!(p.word(k), "\"" | ":")) {
                let np = subject::after(p, i, to)?;
                return Some(self.one(index, Some(np), (prep, c.end)));
            }
            return None;
        }
        None
    }

    fn paragraph_quote(&self, c: &Carrier) -> bool {
        self.sentences
            .get(c.sentence as usize + 1)
            .is_some_and(|n| self.page.word(n.tokens.start as usize) == "\"")
    }
}
