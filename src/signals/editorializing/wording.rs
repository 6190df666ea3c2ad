//! What a finding says: composed in one place, so that logic and prose change apart.

use std::borrow::Cow;

use crate::document::Document;
use crate::document::voice::Voice;
use crate::finding::{Evidence, Finding};
use crate::signals::editorializing::hits::{Hit, What};
use crate::signals::editorializing::rules;
use crate::signals::editorializing::weigh::Weighed;

/// Cues shown beside a finding that is their sum.
const SHOWN: usize = 5;

/// A sum whose strongest part reaches this is named after that part.
const NAMED: f64 = 0.3;

/// The finding of a weighed hit.
pub(super) fn finding(document: &Document<'_>, weighed: &Weighed<'_>) -> Finding {
    let hit = weighed.hit;
    let span = document.span_of(hit.first, hit.end);
    let sum = weighed.together && (hit.cue || hit.alone < NAMED);
    let rule = if sum { &rules::STANCE_CUES } else { hit.rule };
    let term = &document.text()[span];
    let mut finding = Finding::new(rule, span)
        .message(message(term, weighed, sum, document.voice_at(span.start)))
        .evidence(Evidence::Term {
            term: term.to_string(),
            category: category(hit),
        })
        // Two decimals are all that was measured.
        .confidence((weighed.confidence * 100.0).round() / 100.0);
    for cue in weighed.with.iter().take(SHOWN) {
        let span = document.span_of(cue.first, cue.end);
        // Joined, not formatted: a column of opinion has hundreds of these.
        let words = ["\"", &document.text()[span], "\" (", &category(cue), ")"];
        finding = finding.related(span, words.concat());
    }
    finding
}

fn category(hit: &Hit) -> Cow<'static, str> {
    match &hit.what {
        What::Table(name) | What::Structure(name) => Cow::Borrowed(name),
        What::Pack(entry) => Cow::Owned(entry.0.clone()),
    }
}

fn message(term: &str, weighed: &Weighed<'_>, sum: bool, voice: Voice) -> String {
    // Without quote marks the words may be the outlet's or the other's: "if you agree the ban is cruel" is no source's either.
    let paraphrased = voice == Voice::Attributed;
    if sum {
        return match weighed.with.len() {
            0 if paraphrased => {
                format!("\"{term}\" marks a stance in what is attributed to somebody else, without quote marks")
            }
            0 => format!("\"{term}\" marks a stance in the outlet's own voice"),
            1 => format!("\"{term}\" and one more mark of stance stand in this sentence"),
            n => format!("\"{term}\" and {n} more marks of stance stand in this sentence"),
        };
    }
    let says = match weighed.hit.rule.id {
        "editorializing/label" if paraphrased => "labels in what is attributed to somebody else, without quote marks",
        "editorializing/judgment" if paraphrased => {
            "condemns in what is attributed to somebody else, without quote marks"
        }
        "editorializing/praise" if paraphrased => "praises in what is attributed to somebody else, without quote marks",
        "editorializing/hedged-speculation" if paraphrased => {
            "guesses in what is attributed to somebody else, without quote marks"
        }
        "editorializing/label" => "labels in the outlet's own words",
        "editorializing/judgment" => "condemns in the outlet's own words",
        "editorializing/praise" => "praises in the outlet's own words",
        "editorializing/loaded-verb" => "judges the act it reports",
        "editorializing/loaded-term" => "judges what it names",
        "editorializing/political-idiom" => "is a catchphrase of one side",
        "editorializing/figure-of-speech" => "comments by a figure of speech",
        "editorializing/stance-adverb" => "comments on what is reported",
        "editorializing/doubt-verb" => "casts doubt on what is said",
        "editorializing/euphemism" => "softens what it names",
        "editorializing/register" => "is slang in a report",
        "editorializing/booster" => "inflates without a measure",
        "editorializing/superlative" => "claims a comparison that is not shown",
        "editorializing/certainty" => "vouches for a claim without a source",
        "editorializing/hedged-speculation" => "guesses in the outlet's own voice",
        "editorializing/agentless-claim" => "gives a view that nobody is said to hold",
        "editorializing/nameless-crowd" => "lays a view on a crowd of which nobody is heard",
        "editorializing/prescription" => "says what ought to be done",
        "editorializing/direct-address" => "speaks for the writer or to the reader",
        "editorializing/presupposition" => "takes for granted what is not shown",
        "editorializing/mind-reading" => "states a motive or feeling without a source",
        "editorializing/outlet-opinion" => "makes the outlet or an affiliate the holder of a view",
        "editorializing/headline-theory" => "hangs a guess on the subject of the headline",
        "editorializing/rhetorical-question" => "closes a question that nobody is said to ask",
        "editorializing/unsourced-cause" => "names a cause without a source",
        "editorializing/scare-quotes" => "stands between quote marks that no speaker owns",
        "editorializing/sensational-punctuation" => "raises the volume",
        "editorializing/one-sided-naming" => "puts an epithet where a title would stand",
        _ => "marks a stance",
    };
    match &weighed.hit.what {
        What::Pack(entry) if entry.1.is_some() => {
            format!("\"{term}\" {says}: {}", entry.1.as_deref().unwrap_or_default())
        }
        _ => ["\"", term, "\" ", says].concat(),
    }
}
