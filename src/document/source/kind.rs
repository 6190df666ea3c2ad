//! What kind of source a phrase is, given what it is used for.

use crate::document::source::SourceKind;
use crate::document::source::phrase::{Determiner, Phrase, Shape};
use crate::document::source::words::{Class, Words};
use std::ops::Range;

/// What a phrase is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// "said", "told", "confirmed"
    Saying,
    /// "according to", "citing"
    Preposition,
    /// "believe", "think", "expect"
    Thinking,
    /// "tweeted", "shouted"
    Posting,
    /// "declined to comment"
    Declining,
    /// "endorsed", "plans to"
    Acting,
}

/// What a cue's words amount to.
pub(crate) fn use_of(words: &Words, cue: Range<usize>) -> Use {
    let mut used = Use::Acting;
    for at in cue.clone() {
        let class = words.class(at);
        match words.word(at) {
            "according" | "per" | "citing" | "interviews" | "interview" | "quoting" => return Use::Preposition,
            ":" | "\"" if cue.len() == 1 => return Use::Saying,
            _ => {}
        }
        if class.is(Class::DECLINING) {
            return Use::Declining;
        }
        if class.is(Class::POSTING) {
            return Use::Posting;
        }
        if class.is(Class::SAYING) {
            return Use::Saying;
        }
        if class.is(Class::THINKING) {
            used = Use::Thinking;
        }
    }
    used
}

/// The kind of a phrase that stands for itself (what it refers back to is another layer's question).
pub(crate) fn kind_of(phrase: &Phrase, used: Use, words: &Words) -> SourceKind {
    match phrase.shape {
        Shape::Name => SourceKind::Named,
        Shape::Pronoun => SourceKind::Unresolved,
        Shape::Organisation | Shape::Institution | Shape::Spokes | Shape::Counsel => SourceKind::Institution,
        Shape::Office | Shape::Kin => SourceKind::Office,
        Shape::Outlet => SourceKind::Outlet,
        Shape::Document | Shape::Thing => SourceKind::Document,
        Shape::Other => SourceKind::Unresolved,
        Shape::Source if phrase.vague && used == Use::Thinking => SourceKind::Collective,
        Shape::Source => SourceKind::Anonymous,
        Shape::Insider | Shape::Role | Shape::Person | Shape::Group => people_kind(phrase, used, words),
    }
}

fn people_kind(phrase: &Phrase, used: Use, words: &Words) -> SourceKind {
    if phrase.unnamed {
        return SourceKind::Anonymous;
    }
    let hypothetical = matches!(words.word(phrase.core.start), "any" | "no" | "every" | "each");
    // More than can have been asked.
    let masses = phrase.people.at_least > 100;
    if masses || publishes(words.word(phrase.head)) || phrase.with_names || used == Use::Posting || hypothetical {
        return SourceKind::Collective;
    }
    let tells = matches!(used, Use::Saying | Use::Preposition | Use::Declining);
    let single = !phrase.plural;
    let few = phrase.counted && !phrase.vague;
    let anonymous = match phrase.shape {
        Shape::Insider => match used {
            Use::Saying | Use::Preposition | Use::Declining => true,
            Use::Thinking => !words.is(phrase.core.start, Class::VAGUE) || words.word(phrase.core.start) == "some",
            _ => phrase.access,
        },
        Shape::Role => {
            tells && (phrase.access || single || few || !bare_class(phrase, words))
                || phrase.access && used == Use::Thinking
        }
        Shape::Person => match used {
            // A man in the street is a character until the text tells how he came to tell.
            Use::Saying | Use::Preposition if is_figure(words.word(phrase.head)) => phrase.access,
            Use::Saying | Use::Preposition => {
                phrase.access || single && phrase.determiner != Determiner::Definite || few && phrase.plural
            }
            Use::Thinking | Use::Declining => phrase.access,
            _ => phrase.access && words.is(phrase.head, Class::PERSON),
        },
        Shape::Group => {
            tells && (phrase.access || single && phrase.determiner == Determiner::Indefinite && !phrase.vague || few)
        }
        _ => false,
    };
    let anonymous = anonymous && (phrase.access || words.word(phrase.head) != "others");
    if anonymous {
        SourceKind::Anonymous
    } else {
        SourceKind::Collective
    }
}

/// A bare plural of people who are many: `lawmakers`, `members`, `donors`.
fn bare_class(phrase: &Phrase, words: &Words) -> bool {
    let described = phrase.tokens.end > phrase.core.end;
    let vague = phrase.vague && !(described && words.word(phrase.core.start) == "some");
    vague
        || !described
            && phrase.determiner == Determiner::Bare
            && matches!(
                words.word(phrase.head),
                "members" | "lawmakers" | "donors" | "investors" | "legislators" | "politicians" | "workers" | "owners"
            )
}

/// People whose words are published under their names, whether or not this article gives them.
fn publishes(head: &str) -> bool {
    matches!(
        head,
        "writer"
            | "writers"
            | "columnist"
            | "columnists"
            | "author"
            | "authors"
            | "blogger"
            | "bloggers"
            | "commentator"
            | "commentators"
            | "judge"
            | "judges"
            | "reviewer"
            | "reviewers"
            | "pundit"
            | "pundits"
    )
}

fn is_figure(head: &str) -> bool {
    matches!(
        head,
        "man" | "woman" | "boy" | "girl" | "gentleman" | "guy" | "lady" | "youth" | "teenager" | "fellow"
    )
}
