//! Interviews and air time: "in an interview with Channel 4", "on Dawn Talk", "reached by the paper".

use crate::document::chain::carrier::{Carrier, Form};
use crate::document::chain::relay::{Relay, Scene};
use crate::document::chain::subject;
use crate::document::chain::verb_use;
use crate::document::outlet::newsroom as words;

impl Scene<'_, '_> {
    /// Interviews and air time: the speaker stands before or behind in the sentence.
    pub(super) fn on_air(&self, index: usize, c: &Carrier, prep: usize, from: usize, to: usize) -> Option<Vec<Relay>> {
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
            let speech = p.is(back, words::SAY | words::SPEAK | words::TELL)
                && !verb_use::noun_use(p, back)
                && !matches!(
                    p.word(back.wrapping_sub(1)),
                    "was" | "were" | "been" | "being" | "is" | "are"
                );
            let appears = matches!(p.word(back), "appeared" | "appearing" | "appearance" | "appears");
            if appears
                && p.word(back) == "appeared"
                && (!(self.paragraph_quote(c) || (c.end..to).any(|i| p.is(i, words::VOICE)))
                    || matches!(p.word(from), "not" | "no"))
                && plain_on
            {
                return Some(Vec::new());
            }
            if appears || p.is(back, words::SPEAK) && speech {
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
                if verb_use::negated(p, back, from) {
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
                // "This story was updated to include quotes": the article speaks of itself.
                if p.is(subject::head(p, &np), words::REPORT_NOUN) && !p.capital(subject::head(p, &np)) {
                    return Some(Vec::new());
                }
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
        let bare = (from..prep).all(|i| {
            p.is(i, words::TIME | words::FUNCTION | words::INTERVIEW) || p.word(i).ends_with("ly") || p.word(i) == ","
        });
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
                p.is(*v, words::SAY) && !verb_use::noun_use(p, *v) && self.quoted.get(*v).copied().unwrap_or(0) == 0
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
}
