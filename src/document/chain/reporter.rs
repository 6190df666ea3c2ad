//! The carrier as reporter: "the Harbor Times reported", "a Times article found", "…, the paper said, citing two inspectors".

use crate::document::chain::carrier::{Carrier, Form};
use crate::document::chain::relay::{Relay, Scene};
use crate::document::chain::subject;
use crate::document::chain::verb_use;
use crate::document::outlet::newsroom as words;

impl Scene<'_, '_> {
    /// The carrier as reporter: "CNN reported", "a Times article found".
    pub(super) fn subject(&self, index: usize, c: &Carrier, from: usize, to: usize) -> Option<Vec<Relay>> {
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
        if c.form == Form::Report
            && let Some(relays) = self.contents(index, c, to)
        {
            return Some(relays);
        }
        if p.word(at) == "contributed"
            && p.word(at + 1) == "to"
            && matches!(p.word(at + 2), "this" | "the")
            && p.is(at + 3, words::REPORT_NOUN)
        {
            return Some(self.one(index, None, (at, at + 1)));
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
                    .is_some_and(|t| t.kind == crate::document::page::token::TokenKind::Number))
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
        if negated
            || verb >= to
            || !p.is(verb, words::REPORT)
            || matches!(p.word(verb + 1), "itself" | "himself" | "herself" | "themselves")
        {
            return None;
        }
        let word = p.word(verb);
        // An outlet posts videos, too: what it posted must be said.
        if word == "posted" && !(verb + 1..to.min(verb + 6)).any(|i| p.word(i) == "that") {
            return None;
        }
        let by_form = match c.form {
            Form::Report => !matches!(word, "air" | "aired" | "published" | "publish" | "said") || word == "said",
            Form::Journalist => p.is(verb, words::PLAIN) || matches!(word, "tweeted" | "tweets" | "posted"),
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

    /// "a Times story in which officials said", "the report contains quotes from eleven officials, including a commander".
    fn contents(&self, index: usize, c: &Carrier, to: usize) -> Option<Vec<Relay>> {
        let p = self.page;
        let at = c.end + usize::from(p.word(c.end) == ",");
        if p.word(at) == "in" && p.word(at + 1) == "which" {
            let verb = (at + 2..to.min(at + 16)).find(|i| p.is(*i, words::SAY) && !verb_use::noun_use(p, *i))?;
            let np = subject::of_verb(p, verb, at + 2)?;
            return Some(self.one(index, Some(np), (verb, verb + 1)));
        }
        let verb = c.end;
        if !matches!(
            p.word(verb),
            "contains"
                | "contained"
                | "includes"
                | "included"
                | "carries"
                | "carried"
                | "features"
                | "featured"
                | "contain"
                | "include"
        ) {
            return None;
        }
        let noun = (verb + 1..to.min(verb + 5)).find(|i| {
            matches!(
                p.word(*i),
                "quotes"
                    | "comments"
                    | "interviews"
                    | "testimony"
                    | "accounts"
                    | "statements"
                    | "remarks"
                    | "quotations"
            )
        })?;
        if !matches!(p.word(noun + 1), "from" | "by" | "with" | "of") {
            return None;
        }
        let np = subject::after(p, noun + 2, to)?;
        let rest = np.end;
        let mut relays = self.one(index, Some(np), (verb, noun + 1));
        if p.word(rest) == ","
            && p.word(rest + 1) == "including"
            && let Some(member) = subject::after(p, rest + 2, to)
        {
            relays.extend(self.one(index, Some(member), (verb, noun + 1)));
        }
        Some(relays)
    }
}
