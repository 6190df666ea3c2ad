//! Words of speech as they stand: negated, or used as a noun.

use crate::document::chain::subject::determiner;
use crate::document::outlet::NewsWords;
use crate::document::outlet::newsroom as words;

/// "did not tell", "never told", "declined to tell".
pub(crate) fn negated(p: &NewsWords<'_>, verb: usize, from: usize) -> bool {
    (1..=4)
        .map_while(|n| verb.checked_sub(n))
        .take_while(|i| *i >= from && !matches!(p.word(*i), "," | ";" | "—" | "\""))
        .any(|i| matches!(p.word(i), "not" | "never" | "declined" | "refused" | "cannot") || p.word(i).ends_with("n't"))
}

/// "the report", "a call": a word of speech used as a noun.
pub(crate) fn noun_use(p: &NewsWords<'_>, at: usize) -> bool {
    if at == 0 {
        return false;
    }
    let w = p.word(at);
    if p.capital(at) {
        return true;
    }
    let ambiguous = matches!(
        w,
        "report"
            | "reports"
            | "call"
            | "calls"
            | "claim"
            | "claims"
            | "comment"
            | "comments"
            | "question"
            | "questions"
            | "state"
            | "states"
            | "point"
            | "points"
            | "note"
            | "notes"
            | "promise"
            | "demand"
            | "demands"
            | "signal"
            | "signals"
            | "quote"
            | "quotes"
            | "remark"
            | "remarks"
            | "mention"
            | "pledge"
            | "stress"
            | "warning"
            | "writing"
            | "reporting"
            | "estimate"
            | "estimates"
            | "repeat"
            | "praise"
            | "blame"
            | "dispute"
            | "urge"
            | "saying"
            | "joke"
            | "discuss"
            | "express"
            | "talk"
            | "talks"
            | "tweet"
            | "tweets"
    );
    if !ambiguous {
        // "accused", "alleged" as adjectives
        return matches!(w, "alleged" | "estimated" | "claimed" | "accused")
            && matches!(
                p.word(at - 1),
                "the" | "a" | "an" | "his" | "her" | "their" | "was" | "were"
            );
    }
    let prev = p.word(at - 1);
    // A verb in the plural or the base form needs somebody who speaks before it.
    if matches!(
        w,
        "points"
            | "quotes"
            | "claims"
            | "calls"
            | "reports"
            | "comments"
            | "questions"
            | "tweets"
            | "notes"
            | "states"
            | "demands"
            | "estimates"
            | "remarks"
            | "tweet"
            | "report"
            | "call"
            | "claim"
            | "comment"
            | "question"
            | "state"
            | "point"
            | "note"
            | "demand"
            | "estimate"
            | "remark"
            | "quote"
    ) {
        let speaks = p.capital(at - 1) && p.name_word(at - 1)
            || p.is(at - 1, words::PRONOUN | words::FIRST_PERSON | words::PERSON)
            || prev == ",";
        return !speaks;
    }
    determiner(prev)
        || prev == "'s"
        || matches!(
            prev,
            "of" | "in"
                | "to"
                | "for"
                | "with"
                | "on"
                | "from"
                | "about"
                | "against"
                | "united"
                | "by"
                | "and"
                | "media"
                | "news"
                | "growing"
                | "recent"
                | "new"
                | "no"
                | "such"
        )
}
