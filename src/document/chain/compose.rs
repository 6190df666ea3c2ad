//! Two relays of one sentence that are one path: "the Harbor Times said an inspector had told the Dock Gazette".

use crate::document::chain::relay::{Relay, Scene};
use crate::document::outlet::newsroom as words;

/// A relay with its hops as sources.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) hops: Vec<u32>,
    pub(super) cue: (usize, usize),
}

impl Step {
    pub(super) fn new(relay: &Relay, hops: Vec<u32>) -> Option<Self> {
        (!hops.is_empty()).then_some(Step { hops, cue: relay.cue })
    }
}

/// Joins neighbours of one sentence where one's end is the other's beginning, or where both heard the same somebody.
pub(super) fn compose(scene: &Scene<'_, '_>, steps: &mut Vec<Step>) {
    let mut at = 0;
    while at + 1 < steps.len() {
        let Some(hops) = joined(scene, &steps[at], &steps[at + 1]) else {
            at += 1;
            continue;
        };
        // The inner words stay the place where the path is told; the outer ones lead to it.
        let inner = steps.remove(at + 1);
        steps[at] = Step { hops, cue: inner.cue };
        at += 1;
    }
}

fn joined(scene: &Scene<'_, '_>, a: &Step, b: &Step) -> Option<Vec<u32>> {
    let ([first, second], [third, fourth]) = (a.hops.as_slice(), b.hops.as_slice()) else {
        return None;
    };
    if sentence(scene, a) != sentence(scene, b) || first == third {
        return None;
    }
    // "Channel 4 said the Harbor Times reported that two inspectors had warned"
    if second == third && first != fourth {
        return Some(vec![*first, *second, *fourth]);
    }
    if second != fourth {
        return None;
    }
    // Who was told heard it; who says so passes that on.
    match (told(scene, a), told(scene, b)) {
        (false, true) => Some(vec![*first, *third, *second]),
        (true, false) => Some(vec![*third, *first, *second]),
        _ => None,
    }
}

fn told(scene: &Scene<'_, '_>, step: &Step) -> bool {
    (step.cue.0..step.cue.1).any(|i| scene.page.is(i, words::TELL))
}

fn sentence(scene: &Scene<'_, '_>, step: &Step) -> usize {
    scene
        .sentences
        .partition_point(|s| (s.tokens.end as usize) <= step.cue.0)
}
