//! Who heard it from whom?
//!
//! **Why it bears on reliability.** Every relay is a place where a claim can change, and the outlet that relays it can seldom
//! check it. An article may rest wholly on another outlet and say so plainly: that is honest, and still one report. What a reader
//! cannot judge at all is an unnamed source that another outlet heard, a report of nobody in particular, or a ring.
//!
//! **How it is measured.** Relations (who says what, outermost only) by the path they came: 1 for an unnamed origin behind an
//! outlet, for an outlet nobody names and for a claim laid on nobody; a half for an outlet that names no origin; a quarter for a
//! named origin behind an outlet. The share of all relations is the measure.
//!
//! **Known blind spots.** A relay in a picture or a link is not seen. "Said" with a name gives no hint that the words were
//! spoken to somebody else unless the text tells so. Programmes no list knows are outlets only behind their network's name.
//!
//! Sources: AP and Reuters handbooks on crediting other media; the W3C Credible Web signals draft (2019, unofficial: related,
//! never conforming).

mod places;
mod rules;

use crate::document::Document;
use crate::document::outlet::is_nameless;
use crate::document::source::SourceKind;
use crate::finding::{Evidence, Finding};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
use crate::text::span::Span;

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "attribution-chains",
    question: "Who heard it from whom?",
    why: "Every relay is a place where a claim can change",
    part: Part::Sourcing,
    scale: Scale {
        cap: 6.0,
        // Own reporting quotes other media now and then: one relation in ten by a named path or two costs nothing.
        usual: 0.08,
        // Half of all relations unnamed and second-hand: nothing in such an article can be checked by its reader.
        extreme: 0.5,
        unit: "attributions",
        prior: 4.0,
        origin: "measured: nine in ten articles labelled not hyperpartisan (SemEval-2019) stay under .083, as do nineteen in twenty political \
                 reports (PolNeAR, .067); one war report in ten of FA-KES has .5 or more",
    },
    rules: &[
        &rules::SECOND_HAND_ANONYMITY,
        &rules::SOLE_RELAY,
        &rules::UNNAMED_RELAY,
        &rules::CIRCULAR_CITATION,
        &rules::SELF_CITATION,
        &rules::DANGLING_SOURCE,
        &rules::TRAILING_CREDIT,
        &rules::UNATTRIBUTED_CLAIM,
        &rules::LATE_ATTRIBUTION,
    ],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let mut findings = Vec::new();
    paths(document, &mut findings);
    sole_relay(document, &mut findings);
    rings(document, &mut findings);
    places::self_citations(document, &mut findings);
    places::dangling_sources(document, &mut findings);
    let loose = places::loose(document);
    places::trailing_credits(document, &loose, &mut findings);
    let unattributed = places::unattributed_claims(document, &loose, &mut findings);
    let laid = unattributed.len();
    late_attribution(document, &mut findings);
    let graph = document.graph();
    let depth = document.chains().iter().map(|c| c.depth).max().unwrap_or(0);
    let relayed = document
        .chains()
        .iter()
        .filter(|c| is_relayed(document, &c.hops))
        .count();
    let (outcome, [confirming, naming]) = measure(document, unattributed);
    Reading::new(outcome)
        .remedy(confirming)
        .remedy(naming)
        .count("chains", document.chains().len() as f64)
        .count("relayed", relayed as f64)
        .count("depth", f64::from(depth))
        .count("second-hand-share", graph.second_hand)
        .count(
            "single-point-share",
            graph.single_point.as_ref().map_or(0.0, |s| s.share),
        )
        .count("unattributed-claims", laid as f64)
        .with(findings)
}

/// Whether a path goes through an outlet other than the article's own.
fn is_relayed(document: &Document<'_>, hops: &[u32]) -> bool {
    hops.iter().any(|id| is_relay(document, *id))
}

fn is_relay(document: &Document<'_>, id: u32) -> bool {
    document
        .source(id)
        .is_some_and(|s| s.kind == SourceKind::Outlet && !s.is_self)
}

fn label(document: &Document<'_>, id: u32) -> String {
    document.source(id).map_or_else(String::new, |s| s.label.clone())
}

fn labels(document: &Document<'_>, hops: &[u32]) -> Vec<String> {
    hops.iter().map(|id| label(document, *id)).collect()
}

/// The bytes of a path's statement: its relay with the mentions of its ends in the same sentence.
fn statement(document: &Document<'_>, hops: &[u32], relay: Span) -> Span {
    let Some(sentence) = document
        .sentence_at(relay.start)
        .and_then(|i| document.sentences().get(i))
    else {
        return relay;
    };
    let ends = [hops.first(), hops.last()];
    ends.into_iter().flatten().fold(relay, |span, id| {
        let mentions = document.source(*id).map_or(&[][..], |s| &s.mentions[..]);
        let from = mentions.partition_point(|m| m.start < sentence.span.start);
        let nearest = mentions
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|m| m.start < sentence.span.end)
            .filter(|m| sentence.span.contains(**m))
            .min_by_key(|m| m.start.abs_diff(relay.start));
        nearest.map_or(span, |m| span.cover(*m))
    })
}

/// "State media" names no outlet, and still tells a reader whose word it is.
fn is_states(label: &str) -> bool {
    label.split(' ').any(|w| w.eq_ignore_ascii_case("state"))
}

/// Most further statements shown with a finding.
const FURTHER: usize = 3;

/// Findings of single paths: unnamed people behind an outlet, outlets without a name.
fn paths(document: &Document<'_>, findings: &mut Vec<Finding>) {
    for chain in document.chains() {
        let Some(relay) = chain.relays.first().copied() else {
            continue;
        };
        let span = statement(document, &chain.hops, relay);
        let names = labels(document, &chain.hops);
        let nameless = chain.hops.iter().find(|id| {
            is_relay(document, **id) && is_nameless(&label(document, **id)) && !is_states(&label(document, **id))
        });
        if let Some(id) = nameless {
            findings.push(
                Finding::new(&rules::UNNAMED_RELAY, span)
                    .message(format!("“{}” is cited, and no outlet is named", label(document, *id)))
                    .evidence(Evidence::Chain { hops: names })
                    .confidence(0.85),
            );
            continue;
        }
        let behind = chain.hops.len() > 1 && chain.origin == SourceKind::Anonymous;
        let Some(outlet) = chain.hops.iter().find(|id| is_relay(document, **id)).filter(|_| behind) else {
            continue;
        };
        let who = names.last().cloned().unwrap_or_default();
        let outlet = label(document, *outlet);
        let mut finding = Finding::new(&rules::SECOND_HAND_ANONYMITY, span)
            .message(format!(
                "“{who}” spoke to {outlet}, not to this article, and no name is given"
            ))
            .evidence(Evidence::Chain { hops: names })
            .confidence(0.9);
        // What the same source says further on was heard the way that this sentence opens.
        let further = chain
            .inherited
            .iter()
            .filter_map(|id| document.attributions().get(*id as usize));
        for (said, cue) in further.filter_map(|a| Some((a.source_span?, a.cue?))).take(FURTHER) {
            finding = finding.related(
                said.cover(cue),
                format!("heard through {outlet} as well: the same source speaks on"),
            );
        }
        findings.push(finding);
    }
}

/// The share of attributed words at which one outlet carries an article, and the fewest relations that show it.
const SOLE_SHARE: f64 = 0.75;
const SOLE_RELATIONS: u32 = 3;

fn sole_relay(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let graph = document.graph();
    let Some(point) = graph.single_point.as_ref() else {
        return;
    };
    if point.share < SOLE_SHARE || point.relations < SOLE_RELATIONS {
        return;
    }
    let Some(first) = document.source(point.source).and_then(|s| s.mentions.first()) else {
        return;
    };
    findings.push(
        Finding::new(&rules::SOLE_RELAY, *first)
            .message(format!(
                "{:.0} % of what is attributed rests on one outlet, {} ({} of {} words)",
                point.share * 100.0,
                label(document, point.source),
                point.words,
                graph.attributed_words
            ))
            .evidence(Evidence::Ratio {
                count: f64::from(point.words),
                of: f64::from(graph.attributed_words),
                unit: "attributed words".into(),
            })
            .confidence(0.85),
    );
}

fn rings(document: &Document<'_>, findings: &mut Vec<Finding>) {
    for ring in &document.graph().rings {
        if !ring.iter().all(|id| is_relay(document, *id)) {
            continue;
        }
        let inside = |hops: &[u32]| hops.windows(2).any(|w| w.iter().all(|id| ring.contains(id)));
        let mut places = document
            .chains()
            .iter()
            .filter(|c| inside(&c.hops))
            .filter_map(|c| Some((c, *c.relays.first()?)));
        let Some((chain, relay)) = places.next() else { continue };
        let mut finding = Finding::new(&rules::CIRCULAR_CITATION, statement(document, &chain.hops, relay))
            .message(format!(
                "cited for each other: {}",
                labels(document, ring).join(" and ")
            ))
            .evidence(Evidence::Chain {
                hops: labels(document, &chain.hops),
            })
            .confidence(0.8);
        for (other, relay) in places {
            finding = finding.related(
                statement(document, &other.hops, relay),
                labels(document, &other.hops).join(" ← "),
            );
        }
        findings.push(finding);
    }
}

/// Paragraphs of the body that may stand before the outlet a story rests on is named.
const LATE_PARAGRAPHS: usize = 3;

fn late_attribution(document: &Document<'_>, findings: &mut Vec<Finding>) {
    use crate::document::page::segment::SegmentKind;
    if document.graph().second_hand < 0.5 {
        return;
    }
    let relays = document.chains().iter().filter(|c| is_relayed(document, &c.hops));
    let Some((relay, chain)) = relays
        .flat_map(|c| c.relays.iter().map(move |r| (*r, c)))
        .min_by_key(|(r, _)| r.start)
    else {
        return;
    };
    let Some(outlet) = chain.hops.iter().find(|id| is_relay(document, **id)) else {
        return;
    };
    // A name before the relay ("the Times report", in a headline or above) tells a reader where the story comes from.
    let first = document
        .source(*outlet)
        .and_then(|s| s.mentions.first())
        .map_or(relay.start, |m| m.start);
    let sourced = |p: Span| {
        document
            .attributions()
            .iter()
            .filter_map(|a| a.cue)
            .any(|cue| p.contains(cue))
    };
    let above: Vec<Span> = document
        .paragraphs()
        .iter()
        .map(|p| p.span)
        .take_while(|p| p.end <= first.min(relay.start))
        .filter(|p| document.segment_at(p.start) == SegmentKind::Body)
        .take(64)
        .collect();
    let bare = above.iter().filter(|p| !sourced(**p)).count();
    if bare < LATE_PARAGRAPHS || bare < above.len() {
        return;
    }
    let span = statement(document, &chain.hops, relay);
    let mut finding = Finding::new(&rules::LATE_ATTRIBUTION, span)
        .message(format!(
            "after {bare} paragraphs that name no source, {} is named here for the first time",
            label(document, *outlet)
        ))
        .evidence(Evidence::Chain {
            hops: labels(document, &chain.hops),
        })
        .confidence(0.6);
    if let Some(top) = above.first() {
        finding = finding.related(*top, "told without a source");
    }
    findings.push(finding);
}

fn measure(document: &Document<'_>, unattributed: Vec<Span>) -> (Outcome, [Remedy; 2]) {
    let remedies = |relayed: Vec<f64>, laid: usize| {
        let second_hand = ["statement heard through others", "statements heard through others"];
        let nobodys = ["claim laid on nobody", "claims laid on nobody"];
        [
            Remedy::new("confirming at first hand", second_hand, relayed).most("least traceable"),
            Remedy::new("naming who stands behind", nobodys, std::iter::repeat_n(1.0, laid)),
        ]
    };
    let relations: Vec<_> = document
        .attributions()
        .iter()
        .filter(|a| a.inside.is_none() && a.is_statement() && !a.no_comment)
        .collect();
    if relations.is_empty() && unattributed.is_empty() {
        let nothing = Outcome::NotApplicable("nobody is cited".to_string());
        return (nothing, remedies(Vec::new(), 0));
    }
    // Weight of each relation by its longest path.
    let mut weights: Vec<(f64, bool)> = vec![(0.0, false); document.attributions().len()];
    for chain in document.chains().iter().filter(|c| is_relayed(document, &c.hops)) {
        let nameless = chain.hops.iter().any(|id| is_nameless(&label(document, *id)));
        let weight = match chain.origin {
            _ if nameless => 1.0,
            SourceKind::Anonymous | SourceKind::Implied => 1.0,
            SourceKind::Outlet | SourceKind::Unresolved | SourceKind::Collective => 0.5,
            _ => 0.25,
        };
        for id in &chain.attributions {
            if let Some(slot) = weights.get_mut(*id as usize)
                && weight > slot.0
            {
                *slot = (weight, true);
            }
        }
    }
    let mut count = 0.0;
    let mut spans = Vec::new();
    let mut relayed = Vec::new();
    for relation in &relations {
        if let Some((weight, true)) = weights.get(relation.id as usize).copied() {
            count += weight;
            relayed.push(weight);
            spans.extend(relation.cue);
        }
    }
    count += unattributed.len() as f64;
    let laid = unattributed.len();
    spans.extend(unattributed);
    spans.sort_unstable();
    let of = relations.len() + laid;
    let nobody = match laid {
        0 => String::new(),
        1 => ", one is laid on nobody".to_string(),
        n => format!(", {n} are laid on nobody"),
    };
    let outcome = Outcome::Measured(Measure {
        count,
        exposure: of as f64,
        because: format!(
            "{} of {of} attributions came through another outlet{nobody}; weighted by how far their origin can be known",
            relayed.len()
        ),
        spans,
    });
    (outcome, remedies(relayed, laid))
}
