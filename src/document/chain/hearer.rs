//! The carrier as hearer or channel: "told the Harbor Times", "in an interview with Channel 4", "according to the paper",
//! "records obtained by the paper".

use crate::document::chain::carrier::{Carrier, Form};
use crate::document::chain::relay::{Relay, Scene};
use crate::document::chain::subject;
use crate::document::chain::verb_use;
use crate::document::outlet::newsroom as words;

impl Scene<'_, '_> {
    /// The carrier as hearer or channel: "told CNN", "in an interview with CNN", "according to CNN".
    pub(super) fn object(&self, index: usize, c: &Carrier, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let before = c.first.checked_sub(1).filter(|b| *b >= from)?;
        // told CNN
        let hears = matches!(c.form, Form::Outlet | Form::Journalist | Form::Unnamed);
        if p.is(before, words::TELL) && hears {
            if verb_use::negated(p, before, from) {
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
            "to" if p.word(before.wrapping_sub(1)) == "according" && before > from => {
                Some(self.according(index, c, (before - 1, c.first), from, to))
            }
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
            // "(via the Harbor Times)"
            "via" if hears && p.word(before.wrapping_sub(1)) == "(" && p.word(c.end) == ")" => {
                Some(self.according(index, c, (before, c.first), from, to))
            }
            "in" | "for" if c.form == Form::Outlet && self.byline(before, from).is_some() => {
                let verb = self.byline(before, from)?;
                Some(self.one(index, None, (verb, verb + 1)))
            }
            "on" | "during" | "in" | "at" | "over" if c.form == Form::Interview => {
                self.on_air(index, c, before, from, to)
            }
            // "commented on recent reports" is about them.
            "on" if hears && c.form != Form::Unnamed => self.on_air(index, c, before, from, to),
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

    /// The verb of "as Jo Lindqvist wrote in", "Jo Lindqvist reported for" before a preposition. Who merely wrote somewhere speaks in
    /// his own words.
    fn byline(&self, prep: usize, from: usize) -> Option<usize> {
        let p = self.page;
        let verb = prep.checked_sub(1).filter(|v| *v > from)?;
        let reports = matches!(p.word(verb), "reported" | "reports" | "revealed" | "reveals");
        let wrote = matches!(p.word(verb), "wrote" | "writes" | "written");
        if !(reports || wrote) {
            return None;
        }
        let mut first = verb;
        while first > from && verb - first < 4 && p.name_word(first - 1) && !p.is(first - 1, words::TIME) {
            first -= 1;
        }
        let named = verb - first >= 2;
        (named && (reports || p.word(first.wrapping_sub(1)) == "as")).then_some(verb)
    }

    pub(super) fn spoken_to(
        &self,
        index: usize,
        c: &Carrier,
        prep: usize,
        from: usize,
        to: usize,
    ) -> Option<Vec<Relay>> {
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
            if verb_use::negated(p, verb, from) {
                return Some(Vec::new());
            }
            // "three officials who spoke to CNN", "said one official, speaking to CNN": what they said stands in the sentence.
            let fronted = verb <= from + 1 && p.word(verb).ends_with("ing");
            let np = if fronted {
                subject::after_comma(p, c.end, to)?
            } else {
                subject::of_verb(p, verb, from).or_else(|| subject::of_sentence(p, from, verb))?
            };
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
            if verb_use::negated(p, verb, from) {
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

    /// "reported by CNN", "documents obtained by CNN", "a report by CNN" (which is a report already).
    pub(super) fn by(&self, index: usize, c: &Carrier, prep: usize, from: usize, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let mut verb = prep.checked_sub(1).filter(|v| *v >= from)?;
        let mut steps = 0;
        while verb > from && steps < 3 && (p.is(verb, words::TIME) || p.word(verb).ends_with("ly")) {
            verb -= 1;
            steps += 1;
        }
        let word = p.word(verb);
        match word {
            // "With reporting by Reuters"
            "reporting" if matches!(p.word(verb.wrapping_sub(1)), "with" | "additional") => {
                Some(self.one(index, None, (verb, c.first)))
            }
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
                // "The document, first published by …, describes": the comma belongs to the participle.
                let mut end = verb;
                while end > from && (p.is(end - 1, words::SKIP) || p.word(end - 1) == ",") {
                    end -= 1;
                }
                let np = subject::before(p, end, from)?;
                if word == "published" && p.is(subject::head(p, &np), words::REPORT_NOUN) {
                    // The report is the outlet's own.
                    let says = (c.end..to.min(c.end + 6)).find(|i| p.is(*i, words::REPORT));
                    return Some(says.map_or_else(Vec::new, |v| self.one(index, None, (v, v + 1))));
                }
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
                                "directs"
                                    | "describes"
                                    | "orders"
                                    | "directed"
                                    | "ordered"
                                    | "shows"
                                    | "say"
                                    | "warned"
                                    | "warns"
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
    pub(super) fn according(
        &self,
        index: usize,
        c: &Carrier,
        cue: (usize, usize),
        from: usize,
        to: usize,
    ) -> Vec<Relay> {
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
}
