//! The headline held against the body: who says it there, in which words, and whether it is there at all.

use crate::document::Document;
use crate::document::attribution::CueKind;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::{TokenKind, WordId};
use crate::document::source::SourceKind;
use crate::finding::{Evidence, Finding};
use crate::signals::headline::clickbait::{CUES, section_words};
use crate::signals::headline::rules;
use crate::signals::headline::{Headline, content_words};

/// Fewest words a body must have to be held against its headline.
const FEWEST_BODY_WORDS: usize = 60;
/// Fewest content words a headline must have.
const FEWEST_CONTENT: usize = 4;
/// Under this share of its content words in the body, a headline claims what the body does not tell.
const ABSENT: f64 = 0.34;
/// From this share of them in one sentence, the sentence makes the headline's claim.
const SAME_CLAIM: f64 = 0.5;
/// How many sentences of the body are read for the claim.
const LEAD: usize = 8;
/// Letters two inflections of a word share.
const STEM: usize = 5;

/// Findings that need a body.
pub(super) fn find(document: &Document<'_>, headline: &Headline) -> Vec<Finding> {
    let mut out = Vec::new();
    let content = content_words(document, headline);
    let body: Vec<usize> = (headline.sentences..document.sentences().len())
        .filter(|s| {
            let start = document.sentences()[*s].span.start;
            start >= headline.span.end && document.segment_at(start) == SegmentKind::Body
        })
        .collect();
    let mut in_body = vec![false; document.vocabulary().len()];
    let mut words = 0;
    for s in &body {
        let range = &document.sentences()[*s].tokens;
        for token in document
            .tokens()
            .get(range.start as usize..range.end as usize)
            .unwrap_or(&[])
        {
            words += usize::from(token.kind == TokenKind::Word);
            if let Some(seen) = in_body.get_mut(token.word.0 as usize) {
                *seen = true;
            }
        }
    }
    if words < FEWEST_BODY_WORDS || content.len() < FEWEST_CONTENT {
        return out;
    }
    let told = content.iter().filter(|w| has_stem(document, &in_body, w)).count();
    let share = told as f64 / content.len() as f64;
    if share < ABSENT {
        out.push(
            Finding::new(&rules::CLAIM_ABSENT, headline.span)
                .message(format!(
                    "the body has {told} of the {} content words of \"{}\"",
                    content.len(),
                    &document.text()[headline.span]
                ))
                .evidence(Evidence::Ratio {
                    count: told as f64,
                    of: content.len() as f64,
                    unit: "content words of the headline".into(),
                })
                .confidence(0.5),
        );
        return out;
    }
    out.extend(claim(document, headline, &content, &body));
    out.extend(stronger(document, headline, &in_body));
    out
}

/// Whether a word of the body shares the word's stem.
fn has_stem(document: &Document<'_>, in_body: &[bool], word: &str) -> bool {
    if document
        .vocabulary()
        .find(word)
        .is_some_and(|id| in_body.get(id.0 as usize) == Some(&true))
    {
        return true;
    }
    let Some(stem) = word.get(..STEM) else { return false };
    in_body.iter().enumerate().any(|(i, seen)| {
        *seen && {
            let other = document.vocabulary().word(WordId(i as u32)).as_bytes();
            // Most words differ in the first letter.
            other.first() == stem.as_bytes().first() && other.starts_with(stem.as_bytes())
        }
    })
}

/// The headline states as fact what the body lays on a source.
fn claim(document: &Document<'_>, headline: &Headline, content: &[&str], body: &[usize]) -> Option<Finding> {
    if headline.attributed || (headline.first..headline.end).any(|i| document.word(i) == ":") {
        return None;
    }
    let relations: Vec<_> = document
        .attributions()
        .iter()
        .filter(|a| a.inside.is_none() && !a.no_comment && !matches!(a.cue_kind, CueKind::Stance | CueKind::Noun))
        .filter(|a| a.content.iter().all(|c| c.start >= headline.span.end))
        .collect();
    for s in body.iter().take(LEAD) {
        let sentence = &document.sentences()[*s];
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let words: Vec<(usize, &str)> = range.map(|i| (i, document.word(i))).collect();
        let same = |h: &str, w: &str| w == h || (h.get(..STEM).is_some_and(|stem| w.starts_with(stem)));
        let hits: Vec<usize> = content
            .iter()
            .filter_map(|h| words.iter().find(|(_, w)| same(h, w)).map(|(i, _)| *i))
            .collect();
        if (hits.len() as f64) < SAME_CLAIM * content.len() as f64 || hits.len() < 3 {
            continue;
        }
        // The claim is told here: is it told as somebody's?
        let by = relations.iter().find(|a| {
            let inside = hits
                .iter()
                .filter(|i| {
                    document
                        .tokens()
                        .get(**i)
                        .is_some_and(|t| a.content.iter().any(|c| c.contains(t.span())))
                })
                .count();
            inside * 3 >= hits.len() * 2
        })?;
        // An announcement by the one the headline names is the event itself.
        let announced = matches!(
            document.word(by.cue_head as usize),
            "announced"
                | "announces"
                | "confirmed"
                | "confirms"
                | "ruled"
                | "ordered"
                | "dismissed"
                | "declared"
                | "vowed"
        );
        let names_source = by.source_span.is_some_and(|s| {
            let low = document.text()[s].to_lowercase();
            content.iter().any(|w| low.contains(w))
        });
        if announced || names_source {
            return None;
        }
        let source = by.source.and_then(|id| document.source(id));
        let label = by
            .source_span
            .map(|s| document.text()[s].to_string())
            .or_else(|| source.map(|s| s.label.clone()));
        let kind = source.map(|s| s.kind);
        let anonymous = kind == Some(SourceKind::Anonymous);
        // Institutions and offices speak with authority about their own acts.
        if !matches!(
            kind,
            Some(SourceKind::Anonymous | SourceKind::Named | SourceKind::Outlet)
        ) {
            return None;
        }
        // "its owners" speak for what the headline is about.
        let own = label.as_deref().and_then(|l| l.split(' ').next());
        if anonymous && own.is_some_and(|w| matches!(w.to_lowercase().as_str(), "its" | "his" | "her" | "their")) {
            return None;
        }
        let (rule, message) = if anonymous {
            (
                &rules::ANONYMOUS_CLAIM,
                format!(
                    "stated as fact; the body has it from {}",
                    label.as_deref().unwrap_or("unnamed people")
                ),
            )
        } else {
            (
                &rules::UNATTRIBUTED_CLAIM,
                format!(
                    "stated as fact; in the body {} says so",
                    label.as_deref().unwrap_or("a source")
                ),
            )
        };
        return Some(
            Finding::new(rule, headline.span)
                .message(message)
                .evidence(Evidence::Relation {
                    source: label,
                    cue: by.cue.map(|c| document.text()[c].to_string()),
                })
                .confidence(if anonymous { 0.6 } else { 0.4 })
                .related(sentence.span, "here the body says who says so"),
        );
    }
    None
}

/// The headline uses a stronger word than any the body has.
fn stronger(document: &Document<'_>, headline: &Headline, in_body: &[bool]) -> Option<Finding> {
    let lexicon = &*CUES;
    let present = |section: &str, word: &dyn Fn(&str) -> bool| section_words(section).any(word);
    let body_has = |w: &str| {
        document
            .vocabulary()
            .find(w)
            .is_some_and(|id| in_body.get(id.0 as usize) == Some(&true))
    };
    let unsure = present("unsure-word", &body_has);
    for i in headline.first..headline.end {
        let word = document.word(i);
        let entry = |section: &str| {
            let section = lexicon.section(section)?;
            lexicon
                .single(word)
                .find(|(_, e)| e.section == section)
                .map(|(id, _)| id)
        };
        let span = document.span_of(i, i + 1);
        let quoted = document.voice_at(span.start) == crate::document::voice::Voice::Quoted;
        if quoted {
            continue;
        }
        if entry("strong-verb").is_some() {
            let stem = word.get(..4.min(word.len())).unwrap_or(word);
            let softer = !(0..in_body.len()).any(|w| {
                in_body[w]
                    && document
                        .vocabulary()
                        .word(crate::document::page::token::WordId(w as u32))
                        .starts_with(stem)
            });
            if softer {
                return Some(
                    Finding::new(&rules::STRONGER_VERB, span)
                        .message(format!(
                            "\"{word}\" stands in the headline only; the body uses no such word"
                        ))
                        .evidence(Evidence::Term {
                            term: word.to_string(),
                            category: "strong-verb".into(),
                        })
                        .confidence(0.5),
                );
            }
        }
        if entry("sure-verb").is_some() && unsure && !body_has(word) {
            return Some(
                Finding::new(&rules::STRONGER_VERB, span)
                    .message(format!("\"{word}\" is surer than the body, which hedges"))
                    .evidence(Evidence::Term {
                        term: word.to_string(),
                        category: "sure-verb".into(),
                    })
                    .confidence(0.4),
            );
        }
    }
    None
}
