//! Opinions and attacks in what unnamed people say.

use once_cell::sync::Lazy;

use super::{is_unnamed, rules};
use crate::document::Document;
use crate::document::english::lexis::fact::{Layer, cue, grammar, register};
use crate::document::english::lexis::lexis;
use crate::finding::{Evidence, Finding};
use crate::text::lexicon::{Lexicon, Names};
use crate::text::span::Span;

static JUDGING: Lazy<Lexicon> =
    Lazy::new(|| Lexicon::built_in_named(include_str!("judging.txt"), Names::sections(&["attack", "opinion"])));

/// Opinions and attacks in what unnamed people say.
pub(super) fn judgments(document: &Document<'_>) -> Vec<Finding> {
    let (attack, opinion) = (JUDGING.section("attack"), JUDGING.section("opinion"));
    let mut out: Vec<Finding> = Vec::new();
    if !document.attributions().iter().any(|a| is_unnamed(document, a)) {
        return out;
    }
    let matches = document.matches(&JUDGING);
    for relation in document.attributions().iter().filter(|a| is_unnamed(document, a)) {
        let (Some(source), Some(cue)) = (relation.source.and_then(|s| document.source(s)), relation.cue) else {
            continue;
        };
        for content in &relation.content {
            let from = matches.partition_point(|m| document.span_of(m.first, m.end).start < content.start);
            let inside = matches
                .iter()
                .skip(from)
                .take_while(|m| document.span_of(m.first, m.end).start < content.end);
            for found in inside {
                let span = document.span_of(found.first, found.end);
                let on_person = Some(found.section) == attack && aims_at_person(document, *content, cue, span);
                let rule = match () {
                    () if on_person => &rules::ATTACK,
                    () if is_predicate(document, found.first)
                        && (Some(found.section) == opinion || Some(found.section) == attack) =>
                    {
                        &rules::OPINION
                    }
                    () => continue,
                };
                if out
                    .last()
                    .is_some_and(|f| content.contains(f.span) && (f.rule == rule.id || f.rule == rules::ATTACK.id))
                {
                    continue;
                }
                let term = &document.text()[span];
                let verb = if on_person {
                    "used of a person"
                } else {
                    "given as a judgment"
                };
                out.push(
                    Finding::new(rule, span)
                        .message(format!(
                            "\"{term}\" is {verb} by \"{}\", who is not named",
                            source.label
                        ))
                        .evidence(Evidence::Term {
                            term: term.to_string(),
                            category: if on_person { "attack" } else { "opinion" }.into(),
                        })
                        .confidence(if on_person { 0.75 } else { 0.6 })
                        .related(relation.source_span.unwrap_or(cue), "the source"),
                );
            }
        }
    }
    out
}

/// Whether a pronoun stands for a person or the one spoken to: "he", "her", "you".
fn is_person(word: &str) -> bool {
    let pronoun = word.split('\'').next().unwrap_or(word);
    lexis().facts(pronoun).of(Layer::Register) & u64::from(register::HE | register::SHE | register::YOU) != 0
}

/// Whether a judging word is said *of* something: `is ridiculous`, `a disaster`; not `the disaster had killed`.
fn is_predicate(document: &Document<'_>, first: usize) -> bool {
    let copula = |w: &str| {
        let facts = lexis().facts(w);
        facts.of(Layer::Grammar) & grammar::BE != 0
            || facts.of(Layer::Cue) & cue::RAISE != 0
            || matches!(w, "looks" | "looked" | "as" | "called" | "i")
    };
    let term = document.word(first);
    if matches!(term, "i" | "in") {
        return true;
    }
    (1..5)
        .take_while(|d| *d <= first)
        .any(|d| copula(document.word(first - d)))
        && (1..5).all(|d| d > first || document.word(first - d) != "the" || d > 1)
}

/// Whether the words around a judgment name its target: a person by name or pronoun, before it in the same content or in the cue.
fn aims_at_person(document: &Document<'_>, content: Span, cue: Span, term: Span) -> bool {
    let range = content.cover(cue);
    let tokens = document.tokens();
    let from = tokens.partition_point(|t| (t.start as usize) < range.start);
    let to = tokens.partition_point(|t| (t.start as usize) < term.start);
    if !is_predicate(document, to) {
        return false;
    }
    let back = to.saturating_sub(14).max(from);
    (back..to).any(|i| {
        is_person(document.word(i))
            || i > back
                && tokens.get(i).is_some_and(|t| t.is_capital())
                && tokens
                    .get(i - 1)
                    .is_some_and(|t| t.is_capital() || matches!(document.word(i - 1), "called" | "described" | "calls"))
    })
}
