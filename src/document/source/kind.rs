//! What kind of source a phrase is, given what it is used for.

use crate::document::english::noun::Determiner;
use crate::document::source::SourceKind;
use crate::document::source::phrase::{Phrase, Shape};
use crate::document::source::shape::is_band;
use crate::document::source::words::{Class, Words, takes, usage};
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

impl Use {
    /// Whether it makes its subject tell something to somebody who writes it down.
    pub(crate) const fn is_telling(self) -> bool {
        matches!(self, Use::Saying | Use::Preposition | Use::Declining)
    }
}

/// What a cue's words amount to.
pub(crate) fn use_of(words: &Words, cue: Range<usize>) -> Use {
    let mut used = Use::Acting;
    for at in cue.clone() {
        let class = words.class(at);
        if words.does(at, usage::CREDITING) {
            return Use::Preposition;
        }
        if cue.len() == 1 && matches!(words.word(at), ":" | "\"") {
            return Use::Saying;
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

/// Whether a phrase names someone or something that a reader would look for among those the article hears from. A fact, a year, "you"
/// and "nobody" tell nothing, whatever the verb behind them; a plan or a poll does when it is said to say.
pub(crate) fn can_tell(phrase: &Phrase, used: Use, told: bool, words: &Words) -> bool {
    let first = words.word(phrase.core.start);
    // "39.9 percent said": a share of nobody in particular.
    if is_share(words, phrase) && words.is(phrase.head, Class::FUNCTION.or(Class::NUMBER).or(Class::TIME)) {
        return false;
    }
    match phrase.shape {
        Shape::Thing => false,
        Shape::Document => told,
        Shape::Pronoun => !is_generic(words.word(phrase.head)),
        Shape::Other => {
            let nothing = words.is(phrase.head, Class::FUNCTION.or(Class::TIME));
            let pointed = phrase.determiner != Determiner::Bare || phrase.plural;
            (used.is_telling() || used == Use::Posting) && pointed && !nothing && !is_no_one(first)
        }
        Shape::Group | Shape::Person if phrase.core.len() == 1 && !phrase.access => {
            !is_no_one(first) && !is_generic(first)
        }
        _ => first != "no",
    }
}

fn is_no_one(word: &str) -> bool {
    takes(word, usage::NO_ONE)
}

/// Pronouns that stand for anybody.
fn is_generic(word: &str) -> bool {
    let stem = word.split_once('\'').map_or(word, |(stem, _)| stem);
    takes(stem, usage::ANYONE)
}

/// `65 percent of the country`, `just 36 percent`: those who were asked, whatever stands behind the number.
pub(super) fn is_share(words: &Words, phrase: &Phrase) -> bool {
    phrase
        .core
        .clone()
        .any(|i| matches!(words.word(i), "percent" | "%") || words.word(i) == "per" && words.word(i + 1) == "cent")
}

/// The kind of a phrase that stands for itself (what it refers back to is another layer's question).
pub(crate) fn kind_of(phrase: &Phrase, used: Use, words: &Words) -> SourceKind {
    if is_share(words, phrase) {
        return SourceKind::Collective;
    }
    match phrase.shape {
        Shape::Name => SourceKind::Named,
        Shape::Pronoun => SourceKind::Unresolved,
        Shape::Organisation | Shape::Institution | Shape::Spokes | Shape::Counsel => SourceKind::Institution,
        Shape::Office | Shape::Kin => SourceKind::Office,
        // "The organisers' website": what a body puts up itself is no news outlet.
        Shape::Outlet if phrase.possessor.is_some() && is_site(words.word(phrase.head)) => SourceKind::Document,
        Shape::Outlet => SourceKind::Outlet,
        Shape::Document | Shape::Thing => SourceKind::Document,
        // `families say`
        Shape::Other if phrase.plural => SourceKind::Collective,
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
    // `three different groups`: however many they are, a group is no person.
    if masses
        || is_band(words.word(phrase.head))
        || publishes(words.word(phrase.head))
        || phrase.with_names
        || used == Use::Posting && phrase.plural
        || hypothetical
    {
        return SourceKind::Collective;
    }
    let tells = used.is_telling() || used == Use::Posting;
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
            && (words.class(phrase.head).is_empty() || words.does(phrase.head, usage::MANY_BY_NATURE))
}

/// People whose words are published under their names, whether or not this article gives them.
fn publishes(head: &str) -> bool {
    takes(head, usage::PUBLISHING)
}

fn is_site(head: &str) -> bool {
    matches!(head, "website" | "site" | "blog")
}

fn is_figure(head: &str) -> bool {
    takes(head, usage::FIGURE)
}
