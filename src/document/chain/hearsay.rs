//! Who passes on what somebody else said: a relation in another's content.
//!
//! The relation layer knows which relation stands inside another's content. An outlet's report passes on whoever is heard in it;
//! of what people say few such places are hearsay: what a speaker says of himself, supposes, denies or expects is not, nor what
//! people in general say. A path needs an inner source and a plain verb of saying.

use crate::document::attribution::CueKind;
use crate::document::chain::scene::{ChainView, Relation, meet};
use crate::document::english::tag::Tag;
use crate::document::english::words::flag;
use crate::document::outlet::newsroom as words;

/// So many tokens behind the cue the speaker of a report is named.
const FAR: u32 = 20;

/// Whether the outlet behind `outer` passes on what `inner` says.
pub(super) fn outlet_passes_on(scene: &ChainView<'_>, outer: &Relation, inner: &Relation) -> bool {
    let p = &scene.page;
    let says = match inner.kind {
        CueKind::Speech => inner.cue.range().any(|i| p.is(i, words::SAY)),
        CueKind::Preposition => true,
        _ => false,
    };
    // Its own analysis is no other source.
    let own_work = inner.kind == CueKind::Preposition
        && (inner.source.range().any(|i| p.is(i, words::REPORT_NOUN))
            || matches!(p.word(inner.source.start as usize), "its" | "their"));
    says && !own_work
        && !is_aside(scene, outer, inner)
        && scene.is_somebody(inner.source)
        && !meet(inner.source, outer.source)
        && !scene.is_denied(inner.sentence, inner.head)
        && !inner
            .cue
            .range()
            .take_while(|i| *i < inner.head)
            .any(|i| p.is(i, words::MODAL))
}

/// "reported a day after Ortiz announced": when, not what; or so far behind that it is another thought.
fn is_aside(scene: &ChainView<'_>, outer: &Relation, inner: &Relation) -> bool {
    let before = (inner.source.start as usize).wrapping_sub(1);
    inner.source.start > outer.cue.end + FAR
        || matches!(scene.tag(before), Tag::Subordinator | Tag::Question)
        || matches!(scene.page.word(before), "after" | "before" | "as" | "when" | "since")
}

/// Whether the speaker of `outer` passes on what somebody else said.
pub(super) fn passes_on(scene: &ChainView<'_>, outer: &Relation, inner: &Relation) -> bool {
    let p = &scene.page;
    if outer.kind != CueKind::Speech || inner.kind != CueKind::Speech || outer.cue.is_empty() {
        return false;
    }
    let (speaker, teller) = (inner.source, outer.source);
    let Some(told) = inner.cue.range().find(|i| p.is(*i, words::HEARSAY)) else {
        return false;
    };
    if speaker.is_empty() || teller.is_empty() || meet(speaker, teller) {
        return false;
    }
    // Plans and doubts: "would say", "never said".
    let planned = (inner.cue.start as usize..told).any(|i| p.is(i, words::MODAL));
    // The words of one clause: the verb follows its speaker, with no more than helpers or an apposition between.
    let behind = speaker.end as usize;
    let near = told >= behind && (told - behind <= 3 || matches!(p.word(behind), "," | "("));
    !planned
        && near
        && !scene.is_denied(inner.sentence, told)
        && tells(scene, outer)
        && is_heard(scene, inner, told, outer)
}

/// Whether the outer speaker is somebody who tells, and not one of two clauses side by side: "While Ortiz has said so, Lee said".
fn tells(scene: &ChainView<'_>, outer: &Relation) -> bool {
    let p = &scene.page;
    let (first, last) = (outer.source.start as usize, outer.source.end as usize - 1);
    let beside = matches!(
        p.word(first.wrapping_sub(1)),
        "while" | "although" | "though" | "whereas"
    );
    let bare = first == last && (scene.class(last).is(flag::POSSESSIVE | flag::RELATIVE) || p.word(last) == "they");
    !beside && !bare && !p.is(last, words::FIRST_PERSON) && scene.is_somebody(outer.source)
}

/// Whether the inner speaker is somebody else, who did speak.
fn is_heard(scene: &ChainView<'_>, inner: &Relation, told: usize, outer: &Relation) -> bool {
    let p = &scene.page;
    let (first, last) = (inner.source.start as usize, inner.source.end as usize - 1);
    if p.is(first.wrapping_sub(1), words::SUPPOSES) {
        return false;
    }
    if p.is(last, words::PRONOUN) {
        // In a paraphrase "he" is most often the speaker himself; between quote marks a speaker calls himself "I".
        let tellers = scene.head(outer.source);
        let plural = p.word(tellers).ends_with('s') && !p.capital(tellers);
        return matches!(p.word(last), "he" | "she") && (scene.is_quoted(told) || plural);
    }
    let head = scene.head(inner.source);
    let general = p.is(last, words::FIRST_PERSON | words::GENERIC_PERSON) || p.is(head, words::GENERIC_PERSON);
    !general && (inner.source.range().any(|i| p.name_word(i)) || p.is(head, words::PERSON))
}
