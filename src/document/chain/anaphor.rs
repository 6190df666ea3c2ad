//! Carriers without a name: "the paper", "the report", a reporter's bare surname, "media reports".

use std::ops::Range;

use crate::document::chain::carrier::{Carrier, CarrierForm, Finder, InSentence, Owner, STANDS_FOR_ONE, noun_after};
use crate::document::outlet::newsroom as words;

/// So many paragraphs later "the paper" is still the outlet named last.
const OUTLET_REACH: u32 = 4;
/// "The report" is sooner another one.
const REPORT_REACH: u32 = 2;

impl Finder<'_, '_> {
    /// Reads what stands for an outlet at a word, if anything does, and gives where the walk goes on.
    pub(super) fn unnamed(&mut self, at: usize, place: InSentence) -> usize {
        if let Some(end) = self.known_reporter(at, place) {
            return end;
        }
        let p = self.page;
        if !p.is(at, STANDS_FOR_ONE) {
            return at + 1;
        }
        let determined = matches!(p.word(at.wrapping_sub(1)), "the" | "this" | "that") && at > place.from;
        if determined
            && !p.capital(at)
            && let Some(end) = self
                .the_outlet(at, place)
                .or_else(|| self.the_report(at, place))
                .or_else(|| self.the_interview(at, place))
        {
            return end;
        }
        self.reports_in_media(at, place)
            .or_else(|| self.media(at, place))
            .unwrap_or(at + 1)
    }

    /// A reporter met before, by surname: "Roe wrote that".
    fn known_reporter(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let p = self.page;
        if !p.capital(at) || self.staff.is_empty() {
            return None;
        }
        let id = p.tokens.get(at).map_or(u32::MAX, |t| t.word.0);
        let (_, outlet) = *self.staff.iter().find(|(w, _)| *w == id)?;
        let mut first = at;
        while first > place.from && at - first < 2 && (p.name_word(first - 1) || p.is(first - 1, words::HONORIFIC)) {
            first -= 1;
        }
        // A surname alone may be somebody else's.
        Some(self.refer(first..at + 1, outlet, CarrierForm::Journalist, true, place))
    }

    /// An outlet by what it is: "the paper", "the news outlet", "the paper's report".
    fn the_outlet(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let p = self.page;
        let mut head = at;
        if matches!(p.word(head), "news" | "television" | "cable" | "media") && p.is(head + 1, words::GENERIC) {
            head += 1;
        }
        // "the agency" alone is any office's, "the paper mill" no outlet at all.
        if !p.is(head, words::GENERIC)
            || p.word(at.wrapping_sub(1)) != "the"
            || p.word(head) == "agency" && head == at
            || noun_after(p, head + 1)
        {
            return None;
        }
        let outlet = self.recent(OUTLET_REACH, place)?;
        let behind = head + 1;
        let (form, end) = if self.poss(behind) {
            if p.is(behind + 1, words::REPORT_NOUN) {
                (CarrierForm::Report, behind + 2)
            } else {
                (CarrierForm::Other, behind)
            }
        } else if p.is(behind, words::REPORT_NOUN) && !p.is(behind, words::REPORT) {
            (CarrierForm::Report, behind + 1)
        } else {
            (CarrierForm::Outlet, behind)
        };
        Some(self.refer(at - 1..end, outlet, form, false, place))
    }

    /// The report of the outlet just named: "the article says".
    fn the_report(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let p = self.page;
        let report =
            p.is(at, words::REPORT_NOUN) && matches!(p.word(at), "report" | "article" | "story" | "investigation");
        let outlet = self.recent(REPORT_REACH, place).filter(|_| report)?;
        // An office has its reports too.
        Some(self.refer(at - 1..at + 1, outlet, CarrierForm::Report, true, place))
    }

    /// The interview the outlet named last did: "he said in the interview".
    fn the_interview(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let interview = self.page.word(at) == "interview";
        let outlet = self.recent(OUTLET_REACH, place).filter(|_| interview)?;
        Some(self.refer(at - 1..at + 1, outlet, CarrierForm::Interview, true, place))
    }

    /// Reports whose outlets the phrase tells behind them: "reports emerging in the news media".
    fn reports_in_media(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let p = self.page;
        if p.word(at) != "reports" || p.is(at.wrapping_sub(1), words::MARK) {
            return None;
        }
        let media = (at + 1..place.to.min(at + 6)).find(|i| matches!(p.word(*i), "media" | "press"))?;
        let inside = (at + 1..at + 4).any(|i| p.word(i) == "in");
        inside.then(|| self.nobody(at..media + 1, place))
    }

    /// Outlets without a name: "local media", "many news outlets".
    fn media(&mut self, at: usize, place: InSentence) -> Option<usize> {
        let p = self.page;
        let from = place.from;
        if !p.is(at, words::UNNAMED)
            || at <= from
            || !p.is(at - 1, words::MARK)
            || p.word(at) == "press" && p.word(at - 1) == "news"
        {
            return None;
        }
        let mut first = at - 1;
        while first > from && at - first < 4 && p.is(first - 1, words::MARK) {
            first -= 1;
        }
        if matches!(p.word(first.wrapping_sub(1)), "the" | "a" | "one" | "many" | "both") && first > from {
            first -= 1;
        }
        let bare_news = p.word(at) == "media" && matches!(p.word(at - 1), "news" | "social" | "recent");
        // "local broadcaster RTK" has a name.
        if noun_after(p, at + 1) || bare_news || p.name_word(at + 1) {
            return None;
        }
        Some(self.nobody(first..at + 1, place))
    }

    /// The outlet named last, if that was at most so many paragraphs ago.
    fn recent(&self, reach: u32, place: InSentence) -> Option<u32> {
        let (outlet, paragraph) = self.last?;
        (place.paragraph.saturating_sub(paragraph) <= reach).then_some(outlet)
    }

    /// Keeps a phrase that refers back to an outlet and gives its end.
    fn refer(&mut self, phrase: Range<usize>, outlet: u32, form: CarrierForm, shy: bool, place: InSentence) -> usize {
        self.push(Carrier {
            first: phrase.start,
            end: phrase.end,
            hop: (phrase.start, phrase.end),
            owner: Owner::Outlet(outlet),
            form,
            shy,
            sentence: place.sentence,
            anaphor: true,
        });
        phrase.end
    }

    /// Keeps a phrase for outlets that nobody names and gives its end.
    fn nobody(&mut self, phrase: Range<usize>, place: InSentence) -> usize {
        self.push(Carrier {
            first: phrase.start,
            end: phrase.end,
            hop: (phrase.start, phrase.end),
            owner: Owner::Nobody,
            form: CarrierForm::Unnamed,
            shy: false,
            sentence: place.sentence,
            anaphor: false,
        });
        phrase.end
    }
}
