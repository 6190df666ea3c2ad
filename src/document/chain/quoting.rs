//! Whom an outlet or a document quotes: "quoted a clerk as saying", "reported, citing two inspectors", "the affidavit quotes
//! Reyes as saying".

use crate::document::chain::carrier::{Carrier, CarrierForm};
use crate::document::chain::channel::{Channel, Way};
use crate::document::chain::scene::{ChainView, Hop, Relation};
use crate::document::english::clause::Clause;
use crate::document::english::tag::Tag;
use crate::document::outlet::newsroom as words;
use crate::document::page::token::Tokens;

/// Adds whoever quotes the source of a relation "as saying" something.
pub(super) fn find(scene: &ChainView<'_>, out: &mut Vec<Channel>) {
    if !scene.page.has(words::QUOTING) {
        return;
    }
    for relation in scene.relations {
        let before = (relation.cue.start as usize).wrapping_sub(1);
        if scene.page.word(before) != "as" || scene.is_quoted(before) {
            continue;
        }
        let quotes = |c: &Clause<'_>| scene.page.is(c.head(), words::QUOTING) && c.verb().end as usize <= before;
        let Some(clause) = scene.clauses(relation.sentence).rev().find(quotes) else {
            continue;
        };
        let hop = if clause.is_passive() {
            let agent = || clause.agent().and_then(|a| outlet_or_document(scene, a));
            fronted(scene, relation, &clause).or_else(agent)
        } else {
            clause.subject().and_then(|s| outlet_or_document(scene, s))
        };
        if let Some(hop) = hop {
            let verb = clause.head();
            // What was read of the outlet itself is this.
            out.retain(|c| c.hop != hop || !c.cue.holds(verb));
            out.push(Channel {
                way: Way::Hears,
                hop,
                relation: Some(relation.id),
                cue: Tokens::new(verb, verb + 1),
                cited: Vec::new(),
            });
        }
    }
}

/// A phrase as a channel, where it is an outlet or a document.
fn outlet_or_document(scene: &ChainView<'_>, phrase: Tokens) -> Option<Hop> {
    match scene.carrier_in(phrase) {
        Some(at) => {
            let c = scene.carriers.get(at)?;
            (scene.heads(phrase, c) && !scene.is_own(c) && c.form != CarrierForm::Interview).then_some(Hop::Carrier(at))
        }
        None => scene
            .page
            .is(scene.head(phrase), words::DOCUMENT)
            .then_some(Hop::Phrase(phrase)),
    }
}

/// "In the lawsuit, Reyes is quoted as saying".
fn fronted(scene: &ChainView<'_>, relation: &Relation, clause: &Clause<'_>) -> Option<Hop> {
    let from = scene.bounds(relation.sentence).start as usize;
    let phrase = (scene.page.word(from) == "in").then(|| scene.phrase_at(relation.sentence, from + 1))??;
    (phrase.end as usize <= clause.verb().start as usize).then(|| outlet_or_document(scene, phrase))?
}

/// Whom a teller cites, in order: "citing an official and a memo".
pub(super) fn cited(scene: &ChainView<'_>, told: &Relation, c: &Carrier) -> Vec<Tokens> {
    let p = &scene.page;
    if p.is(told.head, words::QUOTING) {
        // "cited two officials": whom it quotes stands right behind.
        return phrases(scene, told.sentence, told.cue.end as usize);
    }
    let bounds = scene.bounds(told.sentence).range();
    let cites = |i: &usize| {
        let before = p.word(i.wrapping_sub(1));
        let joined = *i == bounds.start
            || *i == c.end
            || *i == told.cue.end as usize
            || matches!(before, "," | "and" | "while")
            || p.is(i.wrapping_sub(1), words::TIME);
        p.is(*i, words::QUOTING) && p.word(*i).ends_with("ing") && joined && !scene.is_quoted(*i)
    };
    let near =
        bounds.start.max((told.cue.start as usize).saturating_sub(40))..bounds.end.min(told.cue.end as usize + 60);
    near.into_iter()
        .find(cites)
        .map_or(Vec::new(), |i| phrases(scene, told.sentence, i + 1))
}

/// "The report contains quotes from eleven officials, including a commander".
pub(super) fn contents(scene: &ChainView<'_>, c: &Carrier) -> Option<(Tokens, Vec<Tokens>)> {
    let p = &scene.page;
    let holds = matches!(
        p.word(c.end),
        "contains" | "contained" | "includes" | "included" | "contain"
    );
    let noun = (c.end + 1..c.end + 5).find(|i| p.is(*i, words::QUOTABLE))?;
    if !holds || c.form != CarrierForm::Report || !matches!(p.word(noun + 1), "from" | "by" | "with" | "of") {
        return None;
    }
    let mut quoted = phrases(scene, c.sentence, noun + 2);
    let end = quoted.last()?.end as usize;
    if p.word(end) == "," && p.word(end + 1) == "including" {
        quoted.extend(phrases(scene, c.sentence, end + 2));
    }
    Some((Tokens::new(c.end, noun + 1), quoted))
}

/// Who is named at a token: one phrase, or two of which the second has an article of its own ("an official and a memo").
fn phrases(scene: &ChainView<'_>, sentence: u32, at: usize) -> Vec<Tokens> {
    // "citing unnamed officials": a participle or an adverb may open the phrase.
    let Some(whole) = scene
        .phrase_at(sentence, at)
        .or_else(|| scene.phrase_at(sentence, at + 1))
    else {
        return Vec::new();
    };
    let at = whole.start as usize;
    let joins = |i: &usize| scene.tag(*i) == Tag::Coordinator && scene.tag(*i + 1) == Tag::Determiner;
    let two = match whole.range().find(joins) {
        Some(and) => vec![Tokens::new(at, and), Tokens::new(and + 1, whole.end as usize)],
        None => vec![whole],
    };
    two.into_iter().filter(|t| scene.is_somebody(*t)).collect()
}
