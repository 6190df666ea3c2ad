//! Findings that need no path: a house citing itself, loose ends, credits, claims laid on nobody.

use std::sync::LazyLock;

use super::rules;
use crate::document::Document;
use crate::document::english::lexis::fact::{Layer, news};
use crate::document::english::lexis::lexis;
use crate::document::outlet;
use crate::document::page::segment::SegmentKind;
use crate::document::source::lookup;
use crate::document::source::{Source, SourceKind};
use crate::document::voice::Voice;
use crate::finding::{Evidence, Finding};
use crate::text::fold;
use crate::text::lexicon::{Lexicon, Match, Names};
use crate::text::span::Span;

static LOOSE: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::built_in_named(
        include_str!("loose.txt"),
        Names::sections(&["agentless", "aware", "credit", "rumor"]),
    )
});

/// Every place of such words and phrases.
pub(super) fn loose(document: &Document<'_>) -> Vec<Match> {
    document.matches(&LOOSE)
}

/// The outlet's parent, sister or own experts, cited as a source.
pub(super) fn self_citations(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let publisher = document.article().publisher().map(outlet::folded);
    for relation in document
        .attributions()
        .iter()
        .filter(|a| a.inside.is_none() && a.is_statement())
    {
        let (Some(said), Some(cue)) = (relation.source_span, relation.cue) else {
            continue;
        };
        let Some(source) = relation.source.and_then(|s| document.source(s)).filter(|s| s.is_self) else {
            continue;
        };
        // The outlet under its own name reports; that is its work, and the reader knows whose it is.
        let plain = outlet::folded(&source.label);
        let plain = plain.strip_prefix("the ").unwrap_or(&plain);
        if publisher
            .as_deref()
            .is_some_and(|p| p.strip_prefix("the ").unwrap_or(p) == plain)
        {
            continue;
        }
        findings.push(
            Finding::new(&rules::SELF_CITATION, said.cover(cue))
                .message(format!(
                    "“{}” belongs to the outlet that cites it",
                    &document.text()[said]
                ))
                .evidence(Evidence::Relation {
                    source: Some(document.text()[said].to_string()),
                    cue: Some(document.text()[cue].to_string()),
                })
                .confidence(0.8),
        );
    }
}

/// Surnames and descriptions that the text uses as if it had introduced them.
pub(super) fn dangling_sources(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let mut seen = vec![false; document.sources().len()];
    // Made when the first loose end is met: most articles have none.
    let mut first: Option<Vec<u32>> = None;
    for relation in document
        .attributions()
        .iter()
        .filter(|a| a.is_statement() && !a.no_comment)
    {
        let (Some(said), Some(id)) = (relation.source_span, relation.source) else {
            continue;
        };
        let Some(source) = document.source(id) else {
            continue;
        };
        // A headline names people before the text can introduce them, and its capitals make names of words.
        if document.segment_at(said.start) == SegmentKind::Title
            || source.introduced
            || seen.get(id as usize).copied().unwrap_or(true)
            || !is_loose(document, source, said)
            || source.kind == SourceKind::Named
                && stood_before(document, first.get_or_insert_with(|| first_bytes(document)), said)
        {
            continue;
        }
        seen[id as usize] = true;
        findings.push(
            Finding::new(&rules::DANGLING_SOURCE, said)
                .message(format!(
                    "“{}” is cited, and nothing before or after says who that is",
                    &document.text()[said]
                ))
                .evidence(Evidence::Relation {
                    source: Some(document.text()[said].to_string()),
                    cue: relation.cue.map(|c| document.text()[c].to_string()),
                })
                .confidence(if source.kind == SourceKind::Anonymous {
                    0.55
                } else {
                    0.65
                }),
        );
    }
}

/// The first byte of each distinct word.
fn first_bytes(document: &Document<'_>) -> Vec<u32> {
    let mut first = vec![u32::MAX; document.vocabulary().len()];
    for token in document.tokens() {
        if let Some(at) = first.get_mut(token.word.0 as usize) {
            *at = (*at).min(token.start);
        }
    }
    first
}

/// Whether a bare name has been used before, as a town's or a company's perhaps ("Cement maker Dunmore").
fn stood_before(document: &Document<'_>, first: &[u32], said: Span) -> bool {
    let at = document.tokens().partition_point(|t| (t.end as usize) <= said.start);
    let word = document.tokens().get(at).map(|t| t.word.0 as usize);
    word.and_then(|w| first.get(w))
        .is_some_and(|f| (*f as usize) < said.start)
}

/// A bare surname that is no household name, or "the" with one person, or with "sources", that nobody has met. Groups ("the
/// islanders") need no introduction.
fn is_loose(document: &Document<'_>, source: &Source, at: Span) -> bool {
    let said = &document.text()[at];
    let mut words = said.split_whitespace();
    let (Some(first), second) = (words.next(), words.next()) else {
        return false;
    };
    let capital =
        |w: &str| w.chars().next().is_some_and(char::is_uppercase) && w.chars().skip(1).any(char::is_lowercase);
    if second.is_none() {
        return source.kind == SourceKind::Named
            && capital(first)
            && !first.contains(['-', '@', '.', '’', '\''])
            && !is_pronoun(first)
            && is_surname(document, &fold::folded(first), at);
    }
    let last = fold::folded(said.split_whitespace().next_back().unwrap_or(""));
    first.eq_ignore_ascii_case("the")
        && source.kind == SourceKind::Anonymous
        && (source.people.exact && source.people.at_least == 1 || last.starts_with("source"))
        && lookup::names_people(&last)
        && last != "monitor"
        && said.split_whitespace().count() <= 4
}

/// Whether a bare capital word is most likely somebody's surname. The first word of a sentence has its capital from there
/// ("Insurers said"), and tables know many names that are nobody's.
fn is_surname(document: &Document<'_>, word: &str, at: Span) -> bool {
    let opens = document
        .sentence_at(at.start)
        .and_then(|i| document.sentences().get(i))
        .is_some_and(|s| s.span.start == at.start);
    let known = lexis().facts(word).of(Layer::News) & news::FAMOUS != 0 || lookup::is_no_surname(word);
    // "Syrias" where the apostrophe was lost, "Halabi" for al-Halabi.
    let vocabulary = document.vocabulary();
    let possessed = word
        .strip_suffix('s')
        .is_some_and(|stem| vocabulary.find(stem).is_some());
    let in_full = |whole: &str| {
        let hyphen = whole.len().checked_sub(word.len() + 1);
        hyphen.is_some_and(|at| whole.as_bytes()[at] == b'-') && whole.ends_with(word)
    };
    !opens && !known && !possessed && !vocabulary.holding(b'-').any(|(_, whole)| in_full(whole))
}

fn is_pronoun(word: &str) -> bool {
    let word = word.to_lowercase();
    lookup::stands_for_another(&word) || lookup::counts(&word)
}

/// "Source: CNN" behind the last sentence.
pub(super) fn trailing_credits(document: &Document<'_>, loose: &[Match], findings: &mut Vec<Finding>) {
    let credit = LOOSE.section("credit");
    for found in loose.iter().filter(|m| Some(m.section) == credit) {
        if document.word(found.end) != ":" || !document.tokens().get(found.first).is_some_and(|t| t.is_capital()) {
            continue;
        }
        let from = found.end + 1;
        let mut end = from;
        while end < from + 7
            && document
                .tokens()
                .get(end)
                .is_some_and(|t| t.is_capital() || matches!(document.word(end), "the" | "&" | "of" | "and" | ","))
        {
            end += 1;
        }
        let last = if document.word(end) == "." { end + 1 } else { end };
        let span = document.span_of(found.first, end);
        let closes = document
            .paragraphs()
            .iter()
            .find(|p| p.span.contains(span))
            .is_some_and(|p| {
                document
                    .tokens()
                    .get(last)
                    .is_none_or(|t| t.start as usize >= p.span.end)
            });
        if end == from || !closes {
            continue;
        }
        let name = document.span_of(from, end);
        findings.push(
            Finding::new(&rules::TRAILING_CREDIT, span)
                .message(format!(
                    "“{}” stands behind the text, and no statement in particular is credited to it",
                    &document.text()[span]
                ))
                .evidence(Evidence::Relation {
                    source: Some(document.text()[name].to_string()),
                    cue: Some(document.text()[document.span_of(found.first, found.end + 1)].to_string()),
                })
                .confidence(if outlet::known(&outlet::folded(&document.text()[name])).is_some() {
                    0.9
                } else {
                    0.7
                }),
        );
    }
}

/// Claims laid on nobody, in the article's own voice; gives back where they stand.
pub(super) fn unattributed_claims(document: &Document<'_>, loose: &[Match], findings: &mut Vec<Finding>) -> Vec<Span> {
    let (agentless, credit) = (LOOSE.section("agentless"), LOOSE.section("credit"));
    let mut places = Vec::new();
    for found in loose.iter().filter(|m| Some(m.section) != credit) {
        let mut first = found.first;
        if Some(found.section) == agentless {
            let Some(before) = first.checked_sub(1) else { continue };
            if document.word(before) != "it" {
                continue;
            }
            first = before;
        } else if document.word(first) == "been" {
            // "FRN has been made aware of": helpers and the subject belong to the phrase.
            while first > 0 && matches!(document.word(first - 1), "has" | "have" | "had") {
                first -= 1;
            }
            if document
                .tokens()
                .get(first.wrapping_sub(1))
                .is_some_and(|t| t.is_capital())
                || document.word(first.wrapping_sub(1)) == "we"
            {
                first -= 1;
            }
        }
        let span = document.span_of(first, found.end);
        if document.voice_at(span.start) != Voice::Outlet
            || document.voice_at(span.end.saturating_sub(1)) == Voice::Quoted
        {
            continue;
        }
        places.push(span);
        findings.push(
            Finding::new(&rules::UNATTRIBUTED_CLAIM, span)
                .message(format!(
                    "“{}” tells what is claimed, and not by whom",
                    &document.text()[span]
                ))
                .evidence(Evidence::Term {
                    term: document.text()[span].to_string(),
                    category: "claim laid on nobody".into(),
                })
                .confidence(0.85),
        );
    }
    places
}
