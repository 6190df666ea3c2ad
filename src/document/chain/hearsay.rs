//! Hearsay: somebody heard here says what somebody else said.
//!
//! The relation layer knows which relation stands inside another's content. Few of those are hearsay: what a speaker says of
//! himself, supposes, denies or expects is not, nor what people in general say. A path needs an inner source and a plain verb of
//! saying.

use crate::document::attribution::{Attribution, CueKind};
use crate::document::chain::relay::{Hop, Relay, Scene};
use crate::document::chain::subject::{self, Np};
use crate::document::chain::verb_use;
use crate::document::outlet::newsroom as words;
use crate::text::span::Span;

/// Adds the paths of speakers who quote others.
pub(crate) fn find(scene: &Scene<'_, '_>, attributions: &[Attribution], out: &mut Vec<Relay>) {
    for inner in attributions {
        let Some(outer) = inner.inside.and_then(|id| attributions.get(id as usize)) else {
            continue;
        };
        if let Some(relay) = read(scene, inner, outer) {
            out.push(relay);
        }
    }
    documents(scene, out);
    out.sort_by_key(|r| r.cue);
}

/// Documents that quote people: "the affidavit quotes Reyes as saying", "in the lawsuit, Reyes is quoted as saying".
fn documents(scene: &Scene<'_, '_>, out: &mut Vec<Relay>) {
    let p = scene.page;
    if !p.has(words::QUOTING) {
        return;
    }
    for verb in 1..p.tokens.len() {
        if !p.is(verb, words::QUOTING) || scene.quoted.get(verb).is_some_and(|q| *q != 0) {
            continue;
        }
        let sentence = scene.sentences.partition_point(|s| (s.tokens.end as usize) <= verb);
        let Some(range) = scene
            .sentences
            .get(sentence)
            .map(|s| s.tokens.start as usize..s.tokens.end as usize)
        else {
            continue;
        };
        let passive =
            matches!(p.word(verb), "quoted" | "cited") && matches!(p.word(verb - 1), "is" | "was" | "are" | "were");
        let said = |at: usize| matches!(p.word(at), "as") && p.is(at + 1, words::SAY) || p.word(at) == "admitting";
        let (document, speaker) = if passive {
            if !said(verb + 1) || p.word(range.start) != "in" {
                continue;
            }
            let speaker = subject::before(p, verb - 1, range.start);
            let Some(comma) = (range.start..verb).find(|i| p.word(*i) == ",") else {
                continue;
            };
            (subject::before(p, comma, range.start + 1), speaker)
        } else {
            let speaker = subject::after(p, verb + 1, range.end).filter(|n| said(n.end));
            (subject::of_verb(p, verb, range.start), speaker)
        };
        let (Some(document), Some(speaker)) = (document, speaker) else {
            continue;
        };
        let head = subject::head(p, &document);
        let paper = p.is(head, words::DOCUMENT) && scene.carrier_in(document.first, document.end).is_none();
        let somebody = (speaker.first..speaker.end).any(|i| p.name_word(i) || p.is(i, words::PERSON));
        if paper && somebody && document.end <= speaker.first {
            out.push(Relay {
                hops: vec![Hop::Source(document), Hop::Source(speaker)],
                cue: (verb, verb + 1),
                under: None,
            });
        }
    }
}

fn read(scene: &Scene<'_, '_>, inner: &Attribution, outer: &Attribution) -> Option<Relay> {
    let p = scene.page;
    let (said, by) = (inner.cue?, inner.source_span?);
    let (_, teller) = (outer.cue?, outer.source_span?);
    if outer.cue_kind != CueKind::Speech
        || inner.cue_kind != CueKind::Speech
        || inner.content.iter().all(|c| c.is_empty())
    {
        return None;
    }
    let cue = tokens(scene, said)?;
    let told = (cue.0..cue.1).find(|i| p.is(*i, words::HEARSAY))?;
    let speaker = np(scene, by)?;
    let teller = np(scene, teller)?;
    if speaker.first < teller.end && teller.first < speaker.end {
        return None;
    }
    // Plans, doubts and conditions: "would say", "never said", "if she says".
    if (cue.0..told).any(|i| p.is(i, words::MODAL)) || verb_use::negated(p, told, cue.0.saturating_sub(2)) {
        return None;
    }
    let before = p.word(speaker.first.wrapping_sub(1));
    if matches!(
        before,
        "if" | "whether" | "unless" | "when" | "whenever" | "until" | "once" | "after" | "before"
    ) {
        return None;
    }
    let last = speaker.end - 1;
    let direct = scene.quoted.get(told).is_some_and(|q| *q != 0);
    if p.is(last, words::PRONOUN) {
        let singular = matches!(p.word(last), "he" | "she");
        // In a paraphrase "he" is most often the speaker himself; between quote marks a speaker calls himself "I".
        let plural_teller = p.word(subject::head(p, &teller)).ends_with('s') && !p.capital(subject::head(p, &teller));
        if !singular || !(direct || plural_teller) {
            return None;
        }
    } else {
        let head = subject::head(p, &speaker);
        let general = p.is(last, words::FIRST_PERSON | words::GENERIC_PERSON) || p.is(head, words::GENERIC_PERSON);
        let somebody = (speaker.first..speaker.end).any(|i| p.name_word(i)) || p.is(head, words::PERSON);
        if general || !somebody {
            return None;
        }
    }
    // The words of one clause: the verb follows its speaker, with no more than helpers or an apposition between.
    let gap = told.checked_sub(speaker.end)?;
    if gap > 3 && p.word(speaker.end) != "," && p.word(speaker.end) != "(" {
        return None;
    }
    // "While Ortiz has said so, Lee said": two clauses side by side.
    if matches!(
        p.word(teller.first.wrapping_sub(1)),
        "while" | "although" | "though" | "whereas"
    ) {
        return None;
    }
    let teller_word = p.word(teller.end - 1);
    if teller.end == teller.first + 1
        && matches!(
            teller_word,
            "his" | "her" | "their" | "its" | "who" | "that" | "which" | "they"
        )
    {
        return None;
    }
    if p.is(teller.end - 1, words::FIRST_PERSON) || subject::thing(p, &teller) {
        return None;
    }
    Some(Relay {
        hops: vec![scene.hop(teller), scene.hop(speaker)],
        cue: (told, told + 1),
        under: Some(outer.id),
    })
}

/// The tokens of a span.
fn tokens(scene: &Scene<'_, '_>, span: Span) -> Option<(usize, usize)> {
    let tokens = scene.page.tokens;
    let first = tokens.partition_point(|t| (t.end as usize) <= span.start);
    let end = tokens.partition_point(|t| (t.start as usize) < span.end);
    (first < end).then_some((first, end))
}

fn np(scene: &Scene<'_, '_>, span: Span) -> Option<Np> {
    tokens(scene, span).map(|(first, end)| Np { first, end })
}
