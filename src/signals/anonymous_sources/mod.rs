//! How much rests on people who are not named?
//!
//! Anonymity is sometimes the only way to the truth, so a source without a name is no fault by itself. What a reader can see is
//! how it is handled: whether the source is described, whether a reason is given, whether it gives facts or judgments, whether it
//! stands alone. The measure is the share of attributions that rest on unnamed people, halved for those with a reason.
//!
//! Blind spots: a promise of confidentiality is made off the page, and a spokesperson without a name speaks for an institution, so
//! neither is counted. Anonymity reached through another outlet is a matter for `attribution_chains`.
//!
//! Sources: AP, Reuters and BBC guidelines; the New York Times' policy of 2004; the SPJ code; the W3C Credible Web draft of 2019.

mod claim;
mod judging;
mod lone;
pub mod rules;

use std::collections::BTreeMap;

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::source::{Source, SourceKind, Unnamed};
use crate::finding::{Evidence, Fact, Finding};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
use crate::text::span::Span;

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "anonymous-sources",
    question: "How much rests on people who are not named?",
    why: "A reader cannot weigh a source without a name: not what it knows, not what it wants, not whether it was right before",
    part: Part::Sourcing,
    scale: Scale {
        cap: 6.0,
        // One attribution in twelve.
        usual: 0.08,
        // Two in three: little is left that anybody could check.
        extreme: 0.66,
        unit: "attributions",
        prior: 4.0,
        origin: "measured: three in four political reports (PolNeAR, 361) stay under .064 and nine in ten under .116; one war report in twenty \
                 of FA-KES has .67 or more",
    },
    rules: &[
        &rules::BARE_LABEL,
        &rules::REASON_UNSTATED,
        &rules::ROTE_REASON,
        &rules::OPINION,
        &rules::ATTACK,
        &rules::HEADLINE_CLAIM,
        &rules::SHRINKING_PLURAL,
        &rules::LONE_FIGURE,
        &rules::SIDE_UNSTATED,
    ],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let unnamed = document.unnamed();
    let relations: Vec<&Attribution> = document
        .attributions()
        .iter()
        .filter(|a| a.source.is_some() && a.is_statement() && !tells_of_anonymity(document, a))
        .collect();
    if relations.is_empty() && unnamed.is_empty() {
        return Reading::new(Outcome::NotApplicable("nobody is cited".to_string()));
    }
    let mut findings = Vec::new();
    for source in unnamed {
        findings.extend(described(document, source));
        findings.extend(reason(document, source));
        findings.extend(shrinks(document, source));
    }
    findings.extend(judging::judgments(document));
    findings.extend(claim::of_the_headline(document));
    findings.extend(lone::claims(document));
    let people: u32 = distinct_people(document);
    let given = unnamed
        .iter()
        .filter(|u| u.withheld.is_some_and(|w| w.reason_span.is_some()))
        .count();
    let (outcome, [naming, explaining]) = measure(document, &relations);
    Reading::new(outcome)
        .remedy(naming)
        .remedy(explaining)
        .count("sources", unnamed.len() as f64)
        .count(
            "mentions",
            unnamed
                .iter()
                .filter_map(|u| entry(document, u))
                .map(|s| s.mentions.len())
                .sum::<usize>() as f64,
        )
        .count("people_at_least", people)
        .count("with_reason", given as f64)
        .with(findings)
}

fn entry<'a>(document: &'a Document<'_>, unnamed: &Unnamed) -> Option<&'a Source> {
    document.source(unnamed.source)
}

/// Whether what is told is the anonymity itself: "speaking on condition of anonymity because she feared for her job" is no claim
/// that rests on anybody, and an editor who adds it must not be charged for it.
fn tells_of_anonymity(document: &Document<'_>, relation: &Attribution) -> bool {
    document.unnamed().iter().filter_map(|u| u.withheld).any(|w| {
        let words = w.reason_span.map_or(w.span, |reason| w.span.cover(reason));
        !relation.content.is_empty()
            && relation
                .content
                .iter()
                .all(|c| c.overlaps(words) && c.start >= words.start)
    })
}

fn is_unnamed(document: &Document<'_>, relation: &Attribution) -> bool {
    let source = relation.source.and_then(|s| document.source(s));
    source.is_some_and(|s| s.kind == SourceKind::Anonymous)
}

/// The share of attributions that rest on the unnamed, and what an editor could do about it: name them, or say why not.
fn measure(document: &Document<'_>, relations: &[&Attribution]) -> (Outcome, [Remedy; 2]) {
    let count = document.sources().len();
    let (mut explained, mut related) = (vec![false; count], vec![false; count]);
    let mark = |list: &mut Vec<bool>, id: u32| {
        if let Some(slot) = list.get_mut(id as usize) {
            *slot = true;
        }
    };
    for unnamed in document.unnamed() {
        if unnamed.withheld.is_some_and(|w| w.reason_span.is_some()) {
            mark(&mut explained, unnamed.source);
        }
    }
    let resting: Vec<&&Attribution> = relations.iter().filter(|a| is_unnamed(document, a)).collect();
    for relation in &resting {
        mark(&mut related, relation.source.unwrap_or(u32::MAX));
    }
    let is = |list: &[bool], id: u32| list.get(id as usize).copied().unwrap_or(false);
    // A source that only the scan found has no relation: it counts as one all the same.
    // One that is known by nothing but "speaking on condition of anonymity", said of somebody else, is none.
    let mut misread = vec![false; count];
    for relation in document
        .attributions()
        .iter()
        .filter(|a| tells_of_anonymity(document, a))
    {
        mark(&mut misread, relation.source.unwrap_or(u32::MAX));
    }
    let alone: Vec<&Unnamed> = document
        .unnamed()
        .iter()
        .filter(|u| !is(&related, u.source) && (u.withheld.is_some() || !is(&misread, u.source)))
        .collect();
    let halved = resting
        .iter()
        .filter(|a| a.source.is_some_and(|s| is(&explained, s)))
        .count()
        + alone.iter().filter(|u| is(&explained, u.source)).count();
    let total = resting.len() + alone.len();
    let exposure = relations.len() + alone.len();
    let spans: Vec<Span> = resting
        .iter()
        .filter_map(|a| a.source_span)
        .chain(alone.iter().map(|u| u.span))
        .collect();
    let reasons = match halved {
        0 => String::new(),
        n => format!(", {n} of them with a stated reason"),
    };
    // What each unnamed source weighs: its attributions, half of that when a reason stands.
    let mut weights: BTreeMap<u32, f64> = BTreeMap::new();
    for id in resting
        .iter()
        .filter_map(|a| a.source)
        .chain(alone.iter().map(|u| u.source))
    {
        *weights.entry(id).or_default() += if is(&explained, id) { 0.5 } else { 1.0 };
    }
    let things = ["unnamed source", "unnamed sources"];
    let bare = weights
        .iter()
        .filter(|(id, _)| !is(&explained, **id))
        .map(|(_, weight)| weight / 2.0);
    let remedies = [
        Remedy::new("naming", things, weights.values().copied()).most("most cited"),
        Remedy::new("giving a reason for", things, bare).most("most cited"),
    ];
    let outcome = Outcome::Measured(Measure {
        count: total as f64 - halved as f64 / 2.0,
        exposure: exposure as f64,
        because: format!("{total} of {exposure} attributions rest on people who are not named{reasons}"),
        spans,
    });
    (outcome, remedies)
}

/// A lower bound on how many people speak without a name: parts of a whole add nothing, and of uncounted plurals with the same
/// head ("officials", "police officials") only the largest counts, since they may be the same people.
fn distinct_people(document: &Document<'_>) -> u32 {
    let mut largest: BTreeMap<&str, u32> = BTreeMap::new();
    let mut sum = 0u32;
    for source in document.unnamed().iter().filter_map(|u| entry(document, u)) {
        if source.within.is_some() {
            continue;
        }
        if source.people.exact {
            sum = sum.saturating_add(source.people.at_least);
            continue;
        }
        let head = source.label.split_whitespace().next_back().unwrap_or("");
        let most = largest.entry(head).or_insert(0);
        *most = (*most).max(source.people.at_least);
    }
    largest.values().fold(sum, |a, b| a.saturating_add(*b))
}

fn fact(name: &'static str, value: impl Into<String>) -> Fact {
    Fact {
        name: name.into(),
        value: value.into(),
    }
}

fn described(document: &Document<'_>, unnamed: &Unnamed) -> Option<Finding> {
    let source = entry(document, unnamed)?;
    if unnamed.description.count() > 0 || source.within.is_some() {
        return None;
    }
    let label = &source.label;
    Some(
        Finding::new(&rules::BARE_LABEL, unnamed.span)
            .message(format!(
                "\"{label}\" is all that is told of this source: no role, agency, rank, access or side"
            ))
            .evidence(Evidence::Facts {
                facts: vec![fact("label", label.clone()), fact("told", "nothing")],
            })
            .confidence(0.85),
    )
}

fn reason(document: &Document<'_>, unnamed: &Unnamed) -> Option<Finding> {
    let source = entry(document, unnamed)?;
    let told = unnamed.description.told().join(", ");
    let label = &source.label;
    match unnamed.withheld {
        Some(kept) => {
            let words = kept.reason_span.filter(|_| kept.rote)?;
            let text = &document.text()[words];
            Some(
                Finding::new(&rules::ROTE_REASON, words)
                    .message(format!("the reason given for not naming \"{label}\" is \"{text}\""))
                    .evidence(Evidence::Facts {
                        facts: vec![fact("reason", kept.reason.name()), fact("source", label.clone())],
                    })
                    .confidence(0.8)
                    .related(unnamed.span, "the source"),
            )
        }
        None => {
            let d = unnamed.description;
            // Officials of a department on their department's business speak for it.
            let institutional =
                source.people.at_least > 1 && !source.people.exact && !d.access && !d.side && !d.seniority;
            if d.count() == 0 || institutional || source.within.is_some() || !source.introduced {
                return None;
            }
            Some(
                Finding::new(&rules::REASON_UNSTATED, unnamed.span)
                    .message(format!(
                        "nothing says why \"{label}\" is not named; the description tells {told}"
                    ))
                    .evidence(Evidence::Facts {
                        facts: vec![fact("told", told.clone()), fact("reason", "none")],
                    })
                    .confidence(0.75),
            )
        }
    }
}

fn shrinks(document: &Document<'_>, unnamed: &Unnamed) -> Option<Finding> {
    let source = entry(document, unnamed)?;
    let span = unnamed.shrinks?;
    let one = &document.text()[span];
    let many = source.within.and_then(|w| document.source(w)).unwrap_or(source);
    let first = many.mentions.first().copied().unwrap_or(unnamed.span);
    Some(
        Finding::new(&rules::SHRINKING_PLURAL, span)
            .message(format!(
                "\"{one}\" stands for one person where \"{}\" stood for several",
                many.label
            ))
            .evidence(Evidence::Facts {
                facts: vec![fact("several", many.label.clone()), fact("one", one)],
            })
            .confidence(0.7)
            .related(first, "the plural"),
    )
}
