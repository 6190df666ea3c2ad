//! Carriers around an outlet's name: "CNN's Jane Roe", "a Harbor Times article", "an interview with the Times".

use crate::document::chain::carrier::{
    Carrier, CarrierForm, Finder, InSentence, Owner, article_before, before_its_kind, before_its_noun, noun_after,
    says_its_kind, widen,
};
use crate::document::outlet::newsroom as words;

/// The phrase around a name, as far as it is read.
struct NamePhrase {
    /// The sentence's tokens: no phrase leaves them.
    from: usize,
    to: usize,
    outlet: u32,
    first: usize,
    end: usize,
    /// The name alone, its quote marks and its programme included.
    name: (usize, usize),
    hop: (usize, usize),
    form: CarrierForm,
    shy: bool,
}

impl NamePhrase {
    /// The phrase goes on to a word: the hop shows the name and all up to it.
    fn reach(&mut self, end: usize) {
        self.end = end;
        self.hop = (self.name.0, end);
    }

    /// The phrase is something of the outlet's, from `first` on: the hop shows the whole of it.
    fn piece(&mut self, form: CarrierForm, first: usize, end: usize) {
        self.form = form;
        (self.first, self.end) = (first, end);
        self.hop = (first, end);
    }
}

impl Finder<'_, '_> {
    /// Reads the phrase around the next mention and gives its end; a programme's mention that belongs to it is passed over.
    pub(super) fn named(&mut self, next: &mut usize, place: InSentence) -> usize {
        let InSentence { from, to, .. } = place;
        let Some(m) = self.outlets.mentions.get(*next) else {
            return from;
        };
        let (first, end) = (m.first.max(from), m.end.min(to));
        let mut phrase = NamePhrase {
            from,
            to,
            outlet: m.outlet,
            first,
            end,
            name: (first, end),
            hop: (first, end),
            form: CarrierForm::Outlet,
            shy: m.shy,
        };
        *next += 1;
        if self.poss(end) {
            self.own_programme(&mut phrase, next);
        } else {
            self.joined_name(&mut phrase, m.programme, next);
        }
        self.quoted_name(&mut phrase);
        phrase.name = (phrase.first, phrase.end);
        phrase.hop = phrase.name;
        self.kind_before(&mut phrase);
        self.noun_behind(&mut phrase);
        self.person_before(&mut phrase);
        self.report_before(&mut phrase);
        self.last = Some((phrase.outlet, place.paragraph));
        self.push(Carrier {
            first: phrase.first,
            end: phrase.end,
            hop: phrase.hop,
            owner: Owner::Outlet(phrase.outlet),
            form: phrase.form,
            shy: phrase.shy,
            sentence: place.sentence,
            anaphor: false,
        });
        phrase.end
    }

    /// A programme of the outlet's makes one name with it: NBC's "Meet the Press", CNN's show X.
    fn own_programme(&self, phrase: &mut NamePhrase, next: &mut usize) {
        let p = self.page;
        let mut at = phrase.end + 1;
        if p.is(at, words::PROGRAMME) || p.word(at) == "sunday" && p.capital(at) && self.quote_mark(at + 1) {
            at += 1;
        }
        let quoted = self.quote_mark(at);
        let name = at + usize::from(quoted);
        let mention = self.outlets.mentions.get(*next);
        let end = if let Some(programme) = mention.filter(|n| n.first == name || n.first == name + 1) {
            *next += 1;
            Some(programme.end.min(phrase.to))
        } else if let Some(noun) = self.programme_noun(at, phrase.to) {
            Some(noun + 1)
        } else if quoted && p.capital(name) {
            let close = (name..phrase.to.min(name + 8)).find(|i| self.quote_mark(*i));
            close.map(|i| i + 1)
        } else {
            None
        };
        // What has a programme is an outlet, whatever else the name could mean.
        if let Some(end) = end {
            phrase.end = end;
            phrase.shy = false;
        }
    }

    /// The noun behind the name of a programme that nobody listed: "The BBC's Today programme".
    fn programme_noun(&self, at: usize, to: usize) -> Option<usize> {
        let p = self.page;
        let mut near = at + 1..to.min(at + 5);
        let noun = near.find(|i| p.is(*i, words::PROGRAMME) && !p.capital(*i) && p.word(*i) != "show")?;
        let named =
            p.capital(at) && (at..noun).all(|i| p.capital(i) || matches!(p.word(i), "of" | "the" | "and" | "in" | "&"));
        named.then_some(noun)
    }

    /// Two names side by side are one carrier: "Fox Business Network's", "NBC 'Today'", "CNN and the Times", "ABC/Post".
    fn joined_name(&self, phrase: &mut NamePhrase, programme: bool, next: &mut usize) {
        let Some(other) = self.outlets.mentions.get(*next) else {
            return;
        };
        let gap = other.first.saturating_sub(phrase.end);
        let joint = if gap == 1 { self.page.word(phrase.end) } else { "" };
        let beside = gap == 0 || matches!(joint, "and" | "/" | "&");
        if beside && other.first < phrase.to && (other.programme != programme || joint == "and") {
            phrase.end = other.end.min(phrase.to);
            *next += 1;
        } else if joint == "/" {
            // A joint poll more often than not.
            phrase.form = CarrierForm::Other;
        }
    }

    /// Quote marks around a name belong to it: he told "Meet the Press" so.
    fn quoted_name(&self, phrase: &mut NamePhrase) {
        let NamePhrase { first, end, .. } = *phrase;
        if !self.quote_mark(first.wrapping_sub(1)) {
            return;
        }
        if self.quote_mark(end) {
            phrase.first -= 1;
            phrase.end += 1;
        } else if matches!(self.page.word(end), "," | ".") && self.quote_mark(end + 1) {
            phrase.first -= 1;
        }
    }

    /// A noun before the name can say what it is: "the television program X", "the podcast X", "the network CNN".
    fn kind_before(&self, phrase: &mut NamePhrase) {
        let p = self.page;
        let kind = |at: usize| {
            (p.is(at, words::PROGRAMME | words::GENERIC | words::WIRE_TAIL) || p.word(at) == "media") && !p.capital(at)
        };
        while phrase.first > phrase.from && kind(phrase.first - 1) {
            phrase.first -= 1;
            while phrase.first > phrase.from && before_its_kind(p, phrase.first - 1) {
                phrase.first -= 1;
            }
            phrase.shy = false;
        }
    }

    /// What stands behind the name decides what the phrase is: "CNN's Jane Roe", "the Times report", "a CNN poll".
    fn noun_behind(&mut self, phrase: &mut NamePhrase) {
        let p = self.page;
        let owned = self.poss(phrase.end);
        let head = phrase.end + usize::from(owned);
        let noun = self.its_noun(head, phrase.to);
        let NamePhrase { first, from, .. } = *phrase;
        if phrase.form == CarrierForm::Other {
            phrase.end = head;
        } else if p.is(noun, words::STAFF) {
            self.staff_behind(phrase, noun);
        } else if p.is(noun, words::AFFILIATED | words::EVENT) && (noun > head || !p.is(noun, words::SAY)) {
            // A contributor's name must not read as a reporter's.
            phrase.form = CarrierForm::Other;
            phrase.end = noun + 1;
        } else if p.is(noun, words::REPORT_NOUN)
            && (!p.is(noun, words::REPORT) || owned || article_before(p, first, from))
        {
            phrase.piece(CarrierForm::Report, widen(p, first, from), noun + 1);
        } else if p.is(noun, words::INTERVIEW) && !p.capital(noun) {
            phrase.piece(CarrierForm::Interview, widen(p, first, from), noun + 1);
        } else if owned {
            self.owned_behind(phrase, head);
        } else if p.word(first.wrapping_sub(1)) == "by" && p.is(first.wrapping_sub(2), words::CARRY) {
            // "records obtained by the paper show": the phrase ends here, what follows is the verb.
        } else if says_its_kind(p, head) {
            phrase.end = head + 1;
            if p.is(phrase.end, words::GENERIC | words::WIRE_TAIL) && !p.capital(phrase.end) {
                phrase.end += 1;
            }
            phrase.shy = false;
        } else if noun_after(p, head) {
            phrase.form = CarrierForm::Other;
            phrase.end = head + 1;
        }
    }

    /// The noun that the name goes with, behind modifiers; without one, the word behind the name.
    fn its_noun(&self, head: usize, to: usize) -> usize {
        let p = self.page;
        let mut at = head;
        while at < to && at - head < 3 && before_its_noun(p, at) {
            at += 1;
        }
        let nouns =
            words::REPORT_NOUN | words::INTERVIEW | words::STAFF | words::AFFILIATED | words::EVENT | words::GENERIC;
        if p.is(at, nouns) { at } else { head }
    }

    /// Somebody with a job at the outlet: "CNN reporter Jane Roe", "the Times editor and critic, Jane Roe".
    fn staff_behind(&mut self, phrase: &mut NamePhrase, noun: usize) {
        let p = self.page;
        let mut at = noun + 1;
        while p.is(at, words::STAFF) || matches!(p.word(at), "and" | "chief") && p.is(at + 1, words::STAFF) {
            at += 1;
        }
        if p.word(at) == "," && p.name_word(at + 1) {
            at += 1;
        }
        let person = self.person_name(at, phrase.to);
        phrase.form = CarrierForm::Journalist;
        if person > at {
            self.learn(person - 1, phrase.outlet);
            phrase.reach(person);
        } else {
            phrase.reach(noun + 1);
        }
    }

    /// Something of the outlet's that no noun tells: "CNN's Jane Roe", "NBC's Chicago affiliate".
    fn owned_behind(&mut self, phrase: &mut NamePhrase, head: usize) {
        let p = self.page;
        let person = self.person_name(head, phrase.to);
        if person > head && matches!(p.word(person), "affiliate" | "bureau" | "station") {
            phrase.reach(person + 1);
        } else if person > head && !(p.is(person, words::SAY) && p.word(person) == "of") {
            if p.is(person, words::PROGRAMME) {
                phrase.form = CarrierForm::Outlet;
                phrase.reach(person + 1);
            } else {
                phrase.form = CarrierForm::Journalist;
                self.learn(person - 1, phrase.outlet);
                phrase.reach(person);
            }
        } else if p.word(head) == "\""
            || p.is(head, words::PROGRAMME | words::GENERIC)
            || p.word(head + 2) == "affiliate"
            || p.word(head) == "affiliate"
        {
            phrase.end = head + 1;
        } else {
            let affiliate = (head..phrase.to.min(head + 4)).find(|i| p.word(*i) == "affiliate");
            match affiliate {
                Some(at) => phrase.reach(at + 1),
                None => phrase.form = CarrierForm::Other,
            }
        }
    }

    /// A person before the name reports for it: "Jane Roe of CNN", "Jane Roe, writing for CNN".
    fn person_before(&mut self, phrase: &mut NamePhrase) {
        let p = self.page;
        let NamePhrase { first, from, .. } = *phrase;
        let joins = matches!(p.word(first.wrapping_sub(1)), "of" | "for") && first > from + 1;
        if phrase.form != CarrierForm::Outlet || !joins {
            return;
        }
        let mut at = first - 1;
        if p.word(at) == "for" && at > from + 1 && p.word(at - 1) == "writing" {
            at -= 1;
            if p.word(at - 1) == "," {
                at -= 1;
            }
        } else if p.word(at) == "for" {
            at = from;
        }
        let mut start = at;
        while start > from && at - start < 3 && p.name_word(start - 1) {
            start -= 1;
        }
        if at > start + 1 {
            self.learn(at - 1, phrase.outlet);
            phrase.piece(CarrierForm::Journalist, start, phrase.end);
        }
    }

    /// A report before the name is the carrier: "a report by the Times". Of an interview ("an interview with CNN") the preposition
    /// decides in `relay`.
    fn report_before(&self, phrase: &mut NamePhrase) {
        let p = self.page;
        let NamePhrase { first, from, .. } = *phrase;
        let prep = first.wrapping_sub(1);
        if !matches!(phrase.form, CarrierForm::Outlet | CarrierForm::Journalist)
            || first <= from + 1
            || !matches!(p.word(prep), "by" | "in" | "from" | "on")
        {
            return;
        }
        // "a report on Monday in the Times"
        let mut noun = prep - 1;
        while noun > from && p.is(noun, words::TIME) && !p.is(noun, words::REPORT_NOUN) {
            noun -= 1;
        }
        if p.is(noun, words::REPORT_NOUN)
            && (!p.is(noun, words::REPORT | words::SAY) || article_before(p, noun, from))
            && noun + 4 > prep
        {
            phrase.piece(CarrierForm::Report, widen(p, noun, from), phrase.end);
        }
    }

    fn quote_mark(&self, at: usize) -> bool {
        matches!(self.page.word(at), "\"" | "'")
    }

    /// The end of a person's name of one to three capital words.
    fn person_name(&self, at: usize, to: usize) -> usize {
        let mut end = at;
        while end < to && end - at < 3 && self.page.name_word(end) && !self.page.is(end, words::TIME) {
            end += 1;
        }
        end
    }

    /// Keeps a reporter's surname: a later "Roe" alone is hers, and stands for the outlet.
    fn learn(&mut self, at: usize, outlet: u32) {
        if let Some(token) = self.page.tokens.get(at) {
            let id = token.word.0;
            if !self.staff.iter().any(|(w, _)| *w == id) && self.staff.len() < 64 {
                self.staff.push((id, outlet));
            }
        }
    }
}
