//! What a single word can be in a structure: a set of classes, found once per distinct word of a page.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Several classes in one number.
pub(super) type Classes = u32;

pub(super) const BE: Classes = 1;
pub(super) const HEDGE: Classes = 1 << 1;
pub(super) const SEEN: Classes = 1 << 2;
pub(super) const VIEW: Classes = 1 << 3;
pub(super) const RELATIVE: Classes = 1 << 4;
pub(super) const CLAIMED: Classes = 1 << 5;
pub(super) const HAVE: Classes = 1 << 6;
pub(super) const DEGREE: Classes = 1 << 7;
pub(super) const ADVERB: Classes = 1 << 8;
pub(super) const FUNCTION: Classes = 1 << 9;
pub(super) const CAUSE: Classes = 1 << 10;
pub(super) const TROUBLE: Classes = 1 << 11;
/// Short everyday words that are capitals only where somebody shouts.
pub(super) const COMMON: Classes = 1 << 12;
pub(super) const PLAIN_DEGREE: Classes = 1 << 13;
/// A crowd that is never met: "critics", "observers".
pub(super) const CROWD: Classes = 1 << 14;
/// What a crowd does.
pub(super) const HOLDS: Classes = 1 << 15;
/// A state of mind at the head of a clause: "fearing", "emboldened".
pub(super) const MIND: Classes = 1 << 16;
/// The same, where it is hardly ever told by the one who has it.
pub(super) const PLAIN_MIND: Classes = 1 << 17;
/// "Many", "some", "most" as a crowd of their own.
pub(super) const MANY: Classes = 1 << 18;

/// The words of each class; a word may stand in several.
const WORDS: [(Classes, &str); 20] = [
    (BE | FUNCTION, "is are was were be been being 's 're"),
    (
        HEDGE,
        "likely probably presumably apparently supposedly possibly perhaps doubtless seemingly evidently",
    ),
    (SEEN, "seen viewed regarded perceived considered deemed"),
    (
        VIEW,
        "believes thinks holds finds found notes noted concludes concluded considers suspects argues argued \
         maintains reckons learned learnt understands assesses assessed judges analyzed analysed aware",
    ),
    (VIEW | HOLDS, "believe think conclude"),
    (
        HOLDS,
        "say agree argue fear worry contend suspect insist maintain complain question wonder note predict see \
         consider claim charge",
    ),
    (RELATIVE | FUNCTION, "who which that"),
    (
        CLAIMED,
        "believed thought said claimed proposed assumed suspected rumored rumoured feared suggested alleged \
         speculated accepted",
    ),
    (HAVE | FUNCTION, "has have had"),
    (
        DEGREE | ADVERB,
        "highly extremely utterly entirely totally completely absolutely truly deeply profoundly immensely \
         incredibly exceptionally remarkably thoroughly wholly supremely awfully terribly insanely downright",
    ),
    (PLAIN_DEGREE | ADVERB, "very really"),
    (ADVERB, "so quite pretty too"),
    (CAUSE, "caused fuelled fueled triggered spurred brought driven"),
    (
        TROUBLE,
        "crisis collapse decline turmoil unrest chaos shortages shortage poverty misery recession downturn \
         instability hardship violence famine",
    ),
    (
        CROWD,
        "critics observers experts analysts commentators detractors sceptics skeptics insiders pundits opponents \
         supporters scholars historians watchers",
    ),
    (MANY, "many some most"),
    (
        PLAIN_MIND,
        "emboldened humiliated shamed jealous envious smarting seething gloating giddy smug",
    ),
    (
        MIND,
        "fearing sensing hoping desperate determined eager anxious afraid terrified rattled spooked stung ashamed \
         embarrassed convinced haunted",
    ),
    (
        FUNCTION,
        "a an the of to in on by as at for with from and or but if it its he she they we you i this these those \
         not no than when where what how there here will would can could may might must should do does did his her \
         their our your my me him them us",
    ),
    (
        COMMON,
        "never not all every must very now only real really stop wrong huge massive insane shocking exposed busted \
         this nothing everything everyone nobody again still ever always because why what them they you your our \
         we before after finally breaking exclusive destroyed destroys hates lies lied liar evil illegal fake \
         truth",
    ),
];

static CLASSES: LazyLock<FxHashMap<&'static str, Classes>> = LazyLock::new(|| {
    let mut classes = FxHashMap::default();
    for (class, words) in WORDS {
        for word in words.split(' ') {
            *classes.entry(word).or_default() |= class;
        }
    }
    classes
});

/// The classes of a folded word.
pub(super) fn class(word: &str) -> Classes {
    let bits = CLASSES.get(word).copied().unwrap_or_default();
    if word.len() > 4 && word.ends_with("ly") {
        return bits | ADVERB;
    }
    bits
}
