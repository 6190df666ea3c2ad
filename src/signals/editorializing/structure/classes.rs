//! What a single word can be in a structure: a set of classes, found once per distinct word of a page.

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

/// The classes of a folded word.
pub(super) fn class(word: &str) -> Classes {
    let mut bits = match word {
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "'s" | "'re" => BE | FUNCTION,
        "likely" | "probably" | "presumably" | "apparently" | "supposedly" | "possibly" | "perhaps" | "doubtless"
        | "seemingly" | "evidently" => HEDGE,
        "seen" | "viewed" | "regarded" | "perceived" | "considered" | "deemed" => SEEN,
        "believes" | "thinks" | "holds" | "finds" | "found" | "notes" | "noted" | "concludes" | "concluded"
        | "considers" | "suspects" | "argues" | "argued" | "maintains" | "reckons" | "learned" | "learnt"
        | "understands" | "assesses" | "assessed" | "judges" | "analyzed" | "analysed" | "aware" => VIEW,
        "believe" | "think" | "conclude" => VIEW | HOLDS,
        "say" | "agree" | "argue" | "fear" | "worry" | "contend" | "suspect" | "insist" | "maintain" | "complain"
        | "question" | "wonder" | "note" | "predict" | "see" | "consider" | "claim" | "charge" => HOLDS,
        "who" | "which" | "that" => RELATIVE | FUNCTION,
        "believed" | "thought" | "said" | "claimed" | "proposed" | "assumed" | "suspected" | "rumored" | "rumoured"
        | "feared" | "suggested" | "alleged" | "speculated" | "accepted" => CLAIMED,
        "has" | "have" | "had" => HAVE | FUNCTION,
        "highly" | "extremely" | "utterly" | "entirely" | "totally" | "completely" | "absolutely" | "truly"
        | "deeply" | "profoundly" | "immensely" | "incredibly" | "exceptionally" | "remarkably" | "thoroughly"
        | "wholly" | "supremely" | "awfully" | "terribly" | "insanely" | "downright" => DEGREE | ADVERB,
        "very" | "really" => PLAIN_DEGREE | ADVERB,
        "so" | "quite" | "pretty" | "too" => ADVERB,
        "caused" | "fuelled" | "fueled" | "triggered" | "spurred" | "brought" | "driven" => CAUSE,
        "crisis" | "collapse" | "decline" | "turmoil" | "unrest" | "chaos" | "shortages" | "shortage" | "poverty"
        | "misery" | "recession" | "downturn" | "instability" | "hardship" | "violence" | "famine" => TROUBLE,
        "critics" | "observers" | "experts" | "analysts" | "commentators" | "detractors" | "sceptics" | "skeptics"
        | "insiders" | "pundits" | "opponents" | "supporters" | "scholars" | "historians" | "watchers" => CROWD,
        "many" | "some" | "most" => MANY,
        "emboldened" | "humiliated" | "shamed" | "jealous" | "envious" | "smarting" | "seething" | "gloating"
        | "giddy" | "smug" => PLAIN_MIND,
        "fearing" | "sensing" | "hoping" | "desperate" | "determined" | "eager" | "anxious" | "afraid"
        | "terrified" | "rattled" | "spooked" | "stung" | "ashamed" | "embarrassed" | "convinced" | "haunted" => MIND,
        "a" | "an" | "the" | "of" | "to" | "in" | "on" | "by" | "as" | "at" | "for" | "with" | "from" | "and"
        | "or" | "but" | "if" | "it" | "its" | "he" | "she" | "they" | "we" | "you" | "i" | "this" | "these"
        | "those" | "not" | "no" | "than" | "when" | "where" | "what" | "how" | "there" | "here" | "will" | "would"
        | "can" | "could" | "may" | "might" | "must" | "should" | "do" | "does" | "did" | "his" | "her" | "their"
        | "our" | "your" | "my" | "me" | "him" | "them" | "us" => FUNCTION,
        _ => 0,
    };
    bits |= match word {
        "never" | "not" | "all" | "every" | "must" | "very" | "now" | "only" | "real" | "really" | "stop" | "wrong"
        | "huge" | "massive" | "insane" | "shocking" | "exposed" | "busted" | "this" | "nothing" | "everything"
        | "everyone" | "nobody" | "again" | "still" | "ever" | "always" | "because" | "why" | "what" | "them"
        | "they" | "you" | "your" | "our" | "we" | "before" | "after" | "finally" | "breaking" | "exclusive"
        | "destroyed" | "destroys" | "hates" | "lies" | "lied" | "liar" | "evil" | "illegal" | "fake" | "truth" => {
            COMMON
        }
        _ => 0,
    };
    if word.len() > 4 && word.ends_with("ly") {
        bits |= ADVERB;
    }
    bits
}
