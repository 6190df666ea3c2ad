//! The rules: what is seen, why it matters, and the short texts that hold them to it.

mod cues;
mod shapes;
mod words;

use crate::finding::Rule;

pub(super) use cues::{
    BOOSTER, CERTAINTY, DIRECT_ADDRESS, MIND_READING, PRESCRIPTION, PRESUPPOSITION, SPECULATION, STANCE_CUES,
    SUPERLATIVE,
};
pub(super) use shapes::{
    AGENTLESS, CAUSE, HEADLINE_THEORY, NAMELESS_CROWD, NAMING, OUTLET_OPINION, PUNCTUATION, QUESTION, SCARE_QUOTES,
};
pub(super) use words::{
    DOUBT_VERB, EUPHEMISM, FIGURE, JUDGMENT, LABEL, LOADED_TERM, LOADED_VERB, POLITICAL_IDIOM, PRAISE, REGISTER,
    STANCE_ADVERB,
};

/// All of them, in the order of the documentation.
pub(super) static ALL: &[&Rule] = &[
    &LABEL,
    &JUDGMENT,
    &PRAISE,
    &LOADED_VERB,
    &LOADED_TERM,
    &POLITICAL_IDIOM,
    &FIGURE,
    &STANCE_ADVERB,
    &DOUBT_VERB,
    &EUPHEMISM,
    &REGISTER,
    &BOOSTER,
    &SUPERLATIVE,
    &CERTAINTY,
    &SPECULATION,
    &AGENTLESS,
    &NAMELESS_CROWD,
    &PRESCRIPTION,
    &DIRECT_ADDRESS,
    &PRESUPPOSITION,
    &MIND_READING,
    &STANCE_CUES,
    &OUTLET_OPINION,
    &HEADLINE_THEORY,
    &QUESTION,
    &CAUSE,
    &SCARE_QUOTES,
    &PUNCTUATION,
    &NAMING,
];
