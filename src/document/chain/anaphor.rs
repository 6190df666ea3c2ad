//! Carriers without a name: "the paper", "the report", a reporter's bare surname, "media reports".

use crate::document::chain::carrier::{Carrier, Finder, Form, InSentence, Owner, STANDS_FOR_ONE, noun_after};
use crate::document::outlet::newsroom as words;

impl Finder<'_, '_> {
    pub(super) fn unnamed(&mut self, at: usize, place: InSentence) -> usize {
        let InSentence {
            from,
            to,
            sentence,
            paragraph,
        } = place;
        let p = self.page;
        let recent = self
            .last
            .filter(|(_, par)| paragraph.saturating_sub(*par) <= 4)
            .map(|(o, _)| o);
        // A reporter met before, by surname.
        if p.capital(at) && !self.staff.is_empty() {
            let id = p.tokens.get(at).map_or(u32::MAX, |t| t.word.0);
            if let Some((_, outlet)) = self.staff.iter().find(|(w, _)| *w == id) {
                let outlet = *outlet;
                let mut first = at;
                while first > from && at - first < 2 && (p.name_word(first - 1) || p.is(first - 1, words::HONORIFIC)) {
                    first -= 1;
                }
                self.push(Carrier {
                    first,
                    end: at + 1,
                    hop: (first, at + 1),
                    owner: Owner::Outlet(outlet),
                    form: Form::Journalist,
                    shy: true,
                    sentence,
                    anaphor: true,
                });
                return at + 1;
            }
        }
        if !p.is(at, STANDS_FOR_ONE) {
            return at + 1;
        }
        let determined = matches!(p.word(at.wrapping_sub(1)), "the" | "this" | "that") && at > from;
        if determined && !p.capital(at) {
            // "the paper", "the news outlet"
            let mut head = at;
            if matches!(p.word(head), "news" | "television" | "cable" | "media") && p.is(head + 1, words::GENERIC) {
                head += 1;
            }
            if p.is(head, words::GENERIC)
                && p.word(at.wrapping_sub(1)) == "the"
                && !(p.word(head) == "agency" && head == at)
                && !noun_after(p, head + 1)
                && let Some(outlet) = recent
            {
                let owned = self.poss(head + 1);
                let (mut form, mut end) = (Form::Outlet, head + 1);
                if owned {
                    let noun = head + 2;
                    if p.is(noun, words::REPORT_NOUN) {
                        form = Form::Report;
                        end = noun + 1;
                    } else {
                        form = Form::Other;
                    }
                } else if p.is(head + 1, words::REPORT_NOUN) && !p.is(head + 1, words::REPORT) {
                    form = Form::Report;
                    end = head + 2;
                }
                self.push(Carrier {
                    first: at - 1,
                    end,
                    hop: (at - 1, end),
                    owner: Owner::Outlet(outlet),
                    form,
                    shy: false,
                    sentence,
                    anaphor: true,
                });
                return end;
            }
            if p.is(at, words::REPORT_NOUN)
                && matches!(p.word(at), "report" | "article" | "story" | "investigation")
                && let Some(outlet) = self
                    .last
                    .filter(|(_, par)| paragraph.saturating_sub(*par) <= 2)
                    .map(|(o, _)| o)
            {
                self.push(Carrier {
                    first: at - 1,
                    end: at + 1,
                    hop: (at - 1, at + 1),
                    owner: Owner::Outlet(outlet),
                    form: Form::Report,
                    shy: true,
                    sentence,
                    anaphor: true,
                });
                return at + 1;
            }
            if p.word(at) == "interview"
                && let Some(outlet) = recent
            {
                self.push(Carrier {
                    first: at - 1,
                    end: at + 1,
                    hop: (at - 1, at + 1),
                    owner: Owner::Outlet(outlet),
                    form: Form::Interview,
                    shy: true,
                    sentence,
                    anaphor: true,
                });
                return at + 1;
            }
        }
        // "reports emerging in the news media"
        if p.word(at) == "reports" && !p.is(at.wrapping_sub(1), words::MARK) {
            let media = (at + 1..to.min(at + 6)).find(|i| matches!(p.word(*i), "media" | "press"));
            let inside = (at + 1..at + 4).any(|i| p.word(i) == "in");
            if let Some(media) = media.filter(|_| inside) {
                self.push(Carrier {
                    first: at,
                    end: media + 1,
                    hop: (at, media + 1),
                    owner: Owner::Nobody,
                    form: Form::Unnamed,
                    shy: false,
                    sentence,
                    anaphor: false,
                });
                return media + 1;
            }
        }
        if p.is(at, words::UNNAMED)
            && at > from
            && p.is(at - 1, words::MARK)
            && (p.word(at) != "press" || p.word(at - 1) != "news")
        {
            let mut first = at - 1;
            while first > from && at - first < 4 && p.is(first - 1, words::MARK) {
                first -= 1;
            }
            if matches!(p.word(first.wrapping_sub(1)), "the" | "a" | "one" | "many" | "both") && first > from {
                first -= 1;
            }
            let bare_news = p.word(at) == "media" && matches!(p.word(at - 1), "news" | "social" | "recent");
            // "local broadcaster RTK" has a name.
            if !noun_after(p, at + 1) && !bare_news && !p.name_word(at + 1) {
                self.push(Carrier {
                    first,
                    end: at + 1,
                    hop: (first, at + 1),
                    owner: Owner::Nobody,
                    form: Form::Unnamed,
                    shy: false,
                    sentence,
                    anaphor: false,
                });
            }
            return at + 1;
        }
        at + 1
    }
}
