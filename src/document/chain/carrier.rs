//! Carriers: the noun phrases that can pass news on. An outlet's name with what surrounds it ("CNN's Jane Roe", "a Harbor
//! Times article", "an interview with the Times"), what stands for one ("the paper", "the report") and outlets nobody names
//! ("media reports").

use crate::document::outlet::newsroom as words;
use crate::document::outlet::{NewsWords, Outlets};
use crate::document::page::sentence::Sentence;

/// What a carrier is as a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// The outlet itself, by name or as "the paper".
    Outlet,
    /// Somebody who reports for it.
    Journalist,
    /// One of its reports.
    Report,
    /// An interview it did.
    Interview,
    /// Outlets without a name.
    Unnamed,
    /// The name modifies something that reports nothing: a poll, a building, an owner.
    Other,
}

/// Which outlet a carrier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Index into the article's outlets.
    Outlet(u32),
    /// None is named.
    Nobody,
}

/// One carrier.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// First token of the phrase.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Tokens of the mention that the hop shows.
    pub hop: (usize, usize),
    pub owner: Owner,
    pub form: Form,
    pub shy: bool,
    pub sentence: u32,
    /// The words refer back ("the paper", "the report", a reporter's bare surname).
    pub anaphor: bool,
}

pub(super) struct Finder<'a, 'b> {
    pub(super) page: &'a NewsWords<'b>,
    outlets: &'a Outlets,
    /// Surnames (word ids) of journalists met so far.
    pub(super) staff: Vec<(u32, u32)>,
    out: Vec<Carrier>,
    /// Words a later mention would mistake for a name.
    pub(super) last: Option<(u32, u32)>,
}

/// Words that can stand for an outlet.
pub(super) const STANDS_FOR_ONE: words::Class =
    words::GENERIC | words::REPORT_NOUN | words::INTERVIEW | words::UNNAMED | words::MEDIA_WORD;

/// Finds the carriers of every sentence, in text order.
pub(crate) fn find(page: &NewsWords<'_>, outlets: &Outlets, sentences: &[Sentence]) -> Vec<Carrier> {
    let mut finder = Finder {
        page,
        outlets,
        staff: Vec::new(),
        out: Vec::new(),
        last: None,
    };
    let mut next = 0usize;
    for (index, sentence) in sentences.iter().enumerate() {
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut at = from;
        while at < to {
            while outlets.mentions.get(next).is_some_and(|m| m.end <= at) {
                next += 1;
            }
            let at_mention = outlets.mentions.get(next).is_some_and(|m| m.first <= at);
            // Nine words of ten stand for no outlet.
            if !at_mention && !finder.may_stand_for_one(at) {
                at += 1;
                continue;
            }
            let end = if at_mention {
                finder.named(&mut next, from, to, index as u32, sentence.paragraph)
            } else {
                finder.unnamed(at, from, to, index as u32, sentence.paragraph)
            };
            at = end.max(at + 1);
        }
    }
    finder.out
}

impl Finder<'_, '_> {
    /// Whether a word could stand for an outlet or its reporter: [`Finder::unnamed`] passes over all others.
    fn may_stand_for_one(&self, at: usize) -> bool {
        self.page.is(at, STANDS_FOR_ONE) || !self.staff.is_empty() && self.page.capital(at)
    }

    pub(super) fn push(&mut self, carrier: Carrier) {
        if let Some(last) = self.out.last()
            && carrier.first < last.end
        {
            return;
        }
        self.out.push(carrier);
    }

    pub(super) fn poss(&self, at: usize) -> bool {
        // "Fox News' Sean Hannity", "ABC's"
        self.page.word(at) == "'s"
            || (self.page.word(at) == "'"
                && self
                    .page
                    .tokens
                    .get(at.wrapping_sub(1))
                    .zip(self.page.tokens.get(at))
                    .is_some_and(|(a, b)| a.end == b.start))
    }

    fn quote_mark(&self, at: usize) -> bool {
        matches!(self.page.word(at), "\"" | "'")
    }

    /// A person's name of one to three capital words.
    fn person_name(&self, at: usize, to: usize) -> usize {
        let mut end = at;
        while end < to && end - at < 3 && self.page.name_word(end) && !self.page.is(end, words::TIME) {
            end += 1;
        }
        end
    }

    fn named(&mut self, next: &mut usize, from: usize, to: usize, sentence: u32, paragraph: u32) -> usize {
        let Some(m) = self.outlets.mentions.get(*next) else {
            return from;
        };
        let p = self.page;
        let (mut first, mut end) = (m.first.max(from), m.end.min(to));
        let outlet = m.outlet;
        let mut shy = m.shy;
        let mut form = Form::Outlet;
        *next += 1;
        // Its programme: NBC's "Meet the Press", CNN's show X.
        if self.poss(end) {
            let mut at = end + 1;
            if p.is(at, words::PROGRAMME) || p.word(at) == "sunday" && p.capital(at) && self.quote_mark(at + 1) {
                at += 1;
            }
            let quoted = self.quote_mark(at);
            let name = at + usize::from(quoted);
            if let Some(programme) = self
                .outlets
                .mentions
                .get(*next)
                .filter(|n| n.first == name || n.first == name + 1)
            {
                end = programme.end.min(to);
                *next += 1;
                shy = false;
            } else if let Some(noun) =
                (at + 1..to.min(at + 5)).find(|i| p.is(*i, words::PROGRAMME) && !p.capital(*i) && p.word(*i) != "show")
                && p.capital(at)
                && (at..noun).all(|i| p.capital(i) || matches!(p.word(i), "of" | "the" | "and" | "in" | "&"))
            {
                // The BBC's Today programme.
                end = noun + 1;
                shy = false;
            } else if quoted && p.capital(name) {
                let close = (name..to.min(name + 8)).find(|i| self.quote_mark(*i));
                if let Some(close) = close {
                    end = close + 1;
                    shy = false;
                }
            }
        } else if let Some(other) = self.outlets.mentions.get(*next) {
            // "Fox Business Network's", "NBC 'Today'", "CNN and the Times", "ABC/Post"
            let between = (end..other.first).map(|i| p.word(i));
            let joined: Vec<&str> = between.take(4).collect();
            let same = matches!(joined.as_slice(), ["and"] | ["/"] | ["&"]) || joined.is_empty();
            if same && other.first < to && (other.programme != m.programme || joined.as_slice() == ["and"]) {
                end = other.end.min(to);
                *next += 1;
            } else if joined.as_slice() == ["/"] {
                // A joint poll more often than not.
                form = Form::Other;
            }
        }
        if self.quote_mark(end) && self.quote_mark(first.wrapping_sub(1)) {
            first -= 1;
            end += 1;
        } else if self.quote_mark(first.wrapping_sub(1))
            && (p.word(end) == "," || p.word(end) == ".")
            && self.quote_mark(end + 1)
        {
            first -= 1;
        }
        let name = (first, end);
        let mut hop = name;
        // "the television program X", "the podcast X", "the network CNN"
        while first > from
            && (p.is(first - 1, words::PROGRAMME | words::GENERIC | words::WIRE_TAIL) || p.word(first - 1) == "media")
            && !p.capital(first - 1)
        {
            first -= 1;
            while first > from
                && matches!(
                    p.word(first - 1),
                    "television"
                        | "radio"
                        | "tv"
                        | "news"
                        | "media"
                        | "a"
                        | "the"
                        | "u.s."
                        | "american"
                        | "british"
                        | "french"
                        | "german"
                        | "russian"
                        | "state"
                        | "local"
                        | "daily"
                        | "weekly"
                        | "online"
                )
            {
                first -= 1;
            }
            shy = false;
        }
        let mut head = end;
        let mut owned = false;
        if self.poss(head) {
            head += 1;
            owned = true;
        }
        // Modifiers between the name and its noun: "CNN's Monday night interview".
        let mut modifiers = head;
        while modifiers < to
            && modifiers - head < 3
            && (p.is(modifiers, words::TIME)
                || matches!(
                    p.word(modifiers),
                    "own"
                        | "latest"
                        | "recent"
                        | "exclusive"
                        | "editorial"
                        | "online"
                        | "digital"
                        | "news"
                        | "magazine"
                        | "senior"
                        | "political"
                        | "white"
                        | "house"
                        | "chief"
                        | "national"
                        | "morning"
                        | "investigative"
                        | "television"
                        | "radio"
                        | "tv"
                        | "legal"
                        | "foreign"
                        | "panel"
                        | "field"
                        | "female"
                        | "male"
                        | "show"
                        | "talk"
                        | "star"
                ))
        {
            modifiers += 1;
        }
        let noun = if p.is(
            modifiers,
            words::REPORT_NOUN | words::INTERVIEW | words::STAFF | words::AFFILIATED | words::EVENT | words::GENERIC,
        ) {
            modifiers
        } else {
            head
        };
        let interviewish = |at: usize| p.is(at, words::INTERVIEW) && !p.capital(at);
        if form == Form::Other {
            end = head;
        } else if p.is(noun, words::STAFF) {
            let mut at = noun + 1;
            while p.is(at, words::STAFF) || matches!(p.word(at), "and" | "chief") && p.is(at + 1, words::STAFF) {
                at += 1;
            }
            if p.word(at) == "," && p.name_word(at + 1) {
                at += 1;
            }
            let person = self.person_name(at, to);
            form = Form::Journalist;
            if person > at {
                self.learn(person - 1, outlet);
                end = person;
            } else {
                end = noun + 1;
            }
            hop = (name.0, end);
        } else if p.is(noun, words::AFFILIATED | words::EVENT) && (noun > head || !p.is(noun, words::SAY)) {
            form = Form::Other;
            end = noun + 1;
            // A contributor's name must not read as a reporter's.
        } else if p.is(noun, words::REPORT_NOUN)
            && (!p.is(noun, words::REPORT) || owned || article_before(p, first, from))
        {
            form = Form::Report;
            end = noun + 1;
            first = widen(p, first, from);
            hop = (first, end);
        } else if interviewish(noun) {
            form = Form::Interview;
            end = noun + 1;
            first = widen(p, first, from);
            hop = (first, end);
        } else if owned {
            let person = self.person_name(head, to);
            if person > head && matches!(p.word(person), "affiliate" | "bureau" | "station") {
                end = person + 1;
                hop = (name.0, end);
            } else if person > head && !(p.is(person, words::SAY) && p.word(person) == "of") {
                let programme = p.is(person, words::PROGRAMME);
                form = if programme { Form::Outlet } else { Form::Journalist };
                if !programme {
                    self.learn(person - 1, outlet);
                }
                end = person + usize::from(programme);
                hop = (name.0, end);
            } else if p.word(head) == "\""
                || p.is(head, words::PROGRAMME | words::GENERIC)
                || matches!(p.word(head + 2), "affiliate")
                || matches!(p.word(head), "affiliate")
            {
                end = head + 1;
            } else {
                let affiliate = (head..to.min(head + 4)).find(|i| p.word(*i) == "affiliate");
                match affiliate {
                    Some(a) => {
                        end = a + 1;
                        hop = (name.0, end);
                    }
                    None => form = Form::Other,
                }
            }
        } else if p.word(first.wrapping_sub(1)) == "by" && p.is(first.wrapping_sub(2), words::CARRY) {
            // "records obtained by the paper show": the phrase ends here, what follows is the verb.
        } else if p.is(head, words::GENERIC | words::PROGRAMME) && !p.capital(head)
            || matches!(
                p.word(head),
                "affiliate" | "radio" | "television" | "tv" | "news" | "host"
            ) && !p.capital(head)
        {
            end = head + 1;
            if p.is(end, words::GENERIC | words::WIRE_TAIL) && !p.capital(end) {
                end += 1;
            }
            shy = false;
        } else if noun_after(p, head) {
            form = Form::Other;
            end = head + 1;
        }
        // "Jane Roe of CNN", "Jane Roe, writing for CNN", "Jane Roe, a CNN reporter"
        if form == Form::Outlet && matches!(p.word(first.wrapping_sub(1)), "of" | "for") && first > from + 1 {
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
                form = Form::Journalist;
                self.learn(at - 1, outlet);
                first = start;
                hop = (start, end);
            }
        }
        // "a report by the Times", "an interview with CNN": the preposition decides in `relay`; the report is the carrier.
        if form == Form::Outlet || form == Form::Journalist {
            let prep = first.wrapping_sub(1);
            if first > from + 1 && matches!(p.word(prep), "by" | "in" | "from" | "on") {
                let mut noun = prep - 1;
                while noun > from && p.is(noun, words::TIME) && !p.is(noun, words::REPORT_NOUN) {
                    noun -= 1;
                }
                if p.is(noun, words::REPORT_NOUN)
                    && (!p.is(noun, words::REPORT | words::SAY) || article_before(p, noun, from))
                    && noun + 4 > prep
                {
                    form = Form::Report;
                    first = widen(p, noun, from);
                    hop = (first, end);
                }
            }
        }
        self.last = Some((outlet, paragraph));
        let carrier = Carrier {
            first,
            end,
            hop,
            owner: Owner::Outlet(outlet),
            form,
            shy,
            sentence,
            anaphor: false,
        };
        self.push(carrier);
        end
    }

    fn learn(&mut self, at: usize, outlet: u32) {
        if let Some(token) = self.page.tokens.get(at) {
            let id = token.word.0;
            if !self.staff.iter().any(|(w, _)| *w == id) && self.staff.len() < 64 {
                self.staff.push((id, outlet));
            }
        }
    }
}

fn article_before(p: &NewsWords<'_>, first: usize, from: usize) -> bool {
    let w = p.word(first);
    let before = p.word(first.wrapping_sub(1));
    matches!(w, "the" | "a" | "an" | "this" | "that")
        || first > from
            && matches!(
                before,
                "a" | "an"
                    | "the"
                    | "this"
                    | "that"
                    | "recent"
                    | "new"
                    | "earlier"
                    | "explosive"
                    | "bombshell"
                    | "friday"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "saturday"
                    | "sunday"
                    | "one"
            )
}

/// Takes the article and adjectives before a report.
fn widen(p: &NewsWords<'_>, first: usize, from: usize) -> usize {
    let mut at = first;
    while at > from && first - at < 4 {
        let w = p.word(at - 1);
        if matches!(w, "a" | "an" | "the" | "this" | "that") {
            return at - 1;
        }
        if p.is(at - 1, words::TIME)
            || matches!(
                w,
                "new"
                    | "recent"
                    | "explosive"
                    | "bombshell"
                    | "exclusive"
                    | "separate"
                    | "detailed"
                    | "lengthy"
                    | "joint"
                    | "blockbuster"
                    | "brief"
                    | "telephone"
                    | "phone"
                    | "subsequent"
                    | "follow-up"
            )
        {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// Whether the word behind a name reads as the noun that the name modifies ("CNN poll", "Times building").
pub(super) fn noun_after(p: &NewsWords<'_>, at: usize) -> bool {
    let Some(token) = p.tokens.get(at) else { return false };
    if token.kind != crate::document::page::token::TokenKind::Word || p.word(at) == "'s" {
        return false;
    }
    if token.is_capital() {
        return p.is(at, words::EVENT);
    }
    let word = p.word(at);
    !(p.is(
        at,
        words::FUNCTION
            | words::SAY
            | words::REPORT
            | words::TELL
            | words::SPEAK
            | words::SKIP
            | words::TIME
            | words::CARRY
            | words::QUOTING,
    ) || word.ends_with("ly")
        || word.ends_with("ed")
        || word.ends_with("ing"))
}
