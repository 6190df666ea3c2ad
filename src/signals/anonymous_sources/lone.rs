//! What one unnamed person alone stands for: a figure nobody else gives, an accusation from no stated side.

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::english::lexis::fact::{Layer, grammar, news, usage};
use crate::document::english::lexis::lexis;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::TokenKind;
use crate::document::source::{Source, SourceKind, Unnamed};
use crate::finding::{Evidence, Fact, Finding};
use crate::signals::anonymous_sources::rules::{LONE_FIGURE, SIDE_UNSTATED};

/// One finding of each rule for a source at most, in the order of the relations.
pub(super) fn claims(document: &Document<'_>) -> Vec<Finding> {
    let sources = document.sources();
    let mut by_source: Vec<Option<&Unnamed>> = vec![None; sources.len()];
    for unnamed in document.unnamed() {
        if let Some(slot) = by_source.get_mut(unnamed.source as usize) {
            *slot = Some(unnamed);
        }
    }
    let title = document
        .segments()
        .iter()
        .find(|s| s.kind == SegmentKind::Title)
        .map_or(0, |s| s.end);
    let mut raised = vec![(false, false); sources.len()];
    let mut out = Vec::new();
    for relation in document.attributions() {
        let Some(id) = relation.source.filter(|_| !relation.no_comment) else {
            continue;
        };
        let (Some(source), Some(done)) = (sources.get(id as usize), raised.get_mut(id as usize)) else {
            continue;
        };
        if source.kind != SourceKind::Anonymous || !relation.is_statement() {
            continue;
        }
        if !done.0
            && let Some(found) = figure(document, source, relation, title)
        {
            done.0 = true;
            out.push(found);
        }
        let unnamed = by_source.get(id as usize).copied().flatten();
        if !done.1
            && let Some(found) = unnamed.and_then(|unnamed| side(document, source, unnamed, relation))
        {
            done.1 = true;
            out.push(found);
        }
    }
    out
}

/// A number that stands nowhere else, the headline apart.
fn figure(document: &Document<'_>, source: &Source, relation: &Attribution, title: usize) -> Option<Finding> {
    if source.people.at_least != 1 || !source.people.exact || source.within.is_some() {
        return None;
    }
    let tokens = document.tokens();
    let in_title = || tokens.iter().take_while(|t| (t.end as usize) <= title);
    let found = relation
        .content
        .iter()
        .flat_map(|content| document.tokens_in(*content).range())
        .find(|i| {
            let Some(token) = tokens.get(*i) else { return false };
            let repeated = in_title().filter(|t| t.word == token.word).count() as u32;
            token.kind == TokenKind::Number
                && is_quantity(document, *i)
                && document.vocabulary().count(token.word) == 1 + repeated
        })?;
    let unit = tokens.get(found + 1).filter(|_| {
        let word = document.word(found + 1);
        word == "%" || lexis().facts(word).of(Layer::Usage) & usage::UNIT != 0
    });
    let coin = found
        .checked_sub(1)
        .and_then(|i| tokens.get(i))
        .filter(|_| matches!(document.word(found - 1), "$" | "€" | "£" | "¥"));
    let number = tokens.get(found)?.span();
    let span = coin.map_or(number, |c| c.span().cover(number));
    let span = unit.map_or(span, |u| span.cover(u.span()));
    let text = &document.text()[span];
    Some(
        Finding::new(&LONE_FIGURE, span)
            .message(format!(
                "the figure {text} is given by \"{}\", one person without a name, and by nobody else",
                source.label
            ))
            .evidence(Evidence::Facts {
                facts: vec![fact("figure", text), fact("source", &source.label)],
            })
            .confidence(0.7)
            .related(relation.source_span.unwrap_or(span), "the source"),
    )
}

/// Not a year, a day of a month, an hour or an age.
fn is_quantity(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let plain = word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let year = digits == 4 && !word.contains(',') && (word.starts_with("19") || word.starts_with("20"));
    let before = at.checked_sub(1).map_or("", |i| document.word(i));
    let after = document.word(at + 1);
    let month = document
        .tokens()
        .get(at.wrapping_sub(1))
        .is_some_and(|t| t.is_capital() && is_month(before));
    let hour = matches!(after, "a.m." | "p.m." | "am" | "pm" | "o'clock" | ":") || before == ":";
    digits > 0 && plain && !year && !month && !hour && word != "1" && !(before == "at" && digits < 3)
}

fn is_month(word: &str) -> bool {
    lexis().facts(word.trim_end_matches('.')).of(Layer::Grammar) & grammar::MONTH != 0
}

/// An accusation by somebody of whom neither a side nor an employer is told.
fn side(document: &Document<'_>, source: &Source, unnamed: &Unnamed, relation: &Attribution) -> Option<Finding> {
    let told = unnamed.description;
    if told.side
        || told.agency
        || told.access
        || source.within.is_some()
        || lexis().facts(document.word(relation.cue_head as usize)).of(Layer::News) & news::ACCUSING == 0
    {
        return None;
    }
    let cue = relation.cue?;
    let verb = &document.text()[cue];
    Some(
        Finding::new(&SIDE_UNSTATED, cue)
            .message(format!(
                "\"{verb}\" is an accusation by \"{}\", and nothing tells which side that is",
                source.label
            ))
            .evidence(Evidence::Facts {
                facts: vec![fact("cue", verb), fact("source", &source.label)],
            })
            .confidence(0.7)
            .related(relation.source_span.unwrap_or(unnamed.span), "the source"),
    )
}

fn fact(name: &'static str, value: &str) -> Fact {
    Fact {
        name: name.into(),
        value: value.to_string(),
    }
}
