//! Rules of small marks, most of which count only beside others.

use crate::finding::{Rule, Severity};

/// `booster`
pub(in super::super) static BOOSTER: Rule = Rule {
    id: "editorializing/booster",
    summary: "a degree word inflates what it stands beside",
    why: "A booster asks for belief where a fact would earn it.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#43d71ea6"],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. The farce was utterly predictable.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. This circus was an entirely pointless charade of highly trained hacks.",
    ],
    passes: &[
        "The bridge is highly rated by engineers.",
        "The completely rebuilt station opened in May.",
    ],
};

/// `superlative`
pub(in super::super) static SUPERLATIVE: Rule = Rule {
    id: "editorializing/superlative",
    summary: "a superlative or universal without a measure",
    why: "\"The best ever\" and \"nobody\" claim a comparison that is not shown.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#43d71ea6"],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. It was the worst scandal of all time.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. One of the most corrupt gangs ever lied again.",
    ],
    passes: &[
        "The tower is the tallest in the county, at 90 metres.",
        "It was the largest fine in the court's history, records show.",
    ],
};

/// `certainty`
pub(in super::super) static CERTAINTY: Rule = Rule {
    id: "editorializing/certainty",
    summary: "the outlet vouches for a claim",
    why: "\"Clearly\" and \"no doubt\" stand where a source or a proof would.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#e1f7bea2",
        "https://credweb.org/signals-20191126#43d71ea6",
    ],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. There is no doubt the lackeys lied.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. Obviously the thugs will get away with it.",
    ],
    passes: &[
        "The water is clearly marked on the map.",
        "\"There is no doubt they lied,\" said Mara Lind.",
    ],
};

/// `hedged-speculation`
pub(in super::super) static SPECULATION: Rule = Rule {
    id: "editorializing/hedged-speculation",
    summary: "the outlet guesses",
    why: "A guess in the outlet's own words has nobody who stands for it.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#e1f7bea2",
        "https://credweb.org/signals-20191126#bf2e6507",
    ],
    flags: &[
        "The letter must have been known about beforehand.",
        "This was most likely the case in the spring as well, and the raid was probably staged.",
    ],
    passes: &[
        "Rain is likely to fall on Tuesday, the forecaster said.",
        "The pilot said the leak must have been known about beforehand.",
    ],
};

/// `prescription`
pub(in super::super) static PRESCRIPTION: Rule = Rule {
    id: "editorializing/prescription",
    summary: "the outlet says what ought to be done",
    why: "What ought to be done is opinion, and a reader of news has not asked for it.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#9a77b9cf",
        "https://credweb.org/signals-20191126#e1f7bea2",
    ],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. The liars must be stopped, and the cowards should resign.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. Voters deserve better than this sham.",
    ],
    passes: &[
        "\"The council should resign,\" said Ines Roth.",
        "Applicants must be 18 by May 1.",
    ],
};

/// `direct-address`
pub(in super::super) static DIRECT_ADDRESS: Rule = Rule {
    id: "editorializing/direct-address",
    summary: "the writer speaks as \"I\" or \"we\" or to the reader",
    why: "First and second person outside quotation are marks of opinion and advice.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#43280bee"],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. I think we all know our mayor lied to you.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. We believe in our town, unlike these hacks.",
    ],
    passes: &["\"I think we all know,\" she said.", "The US sent two ships."],
};

/// `presupposition`
pub(in super::super) static PRESUPPOSITION: Rule = Rule {
    id: "editorializing/presupposition",
    summary: "a verb takes for granted what is not shown",
    why: "\"Failed to flinch\" supposes that one should have; \"exposed\" that there was something to expose.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#bf2e6507"],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. The hacks ignored the truth and failed to apologise, let alone resign.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. He dared to lie and refused to explain the sham.",
    ],
    passes: &[
        "The pump failed to start, the report said.",
        "The ferry failed to stop at the pier at 9 a.m. on Sunday.",
    ],
};

/// `mind-reading`
pub(in super::super) static MIND_READING: Rule = Rule {
    id: "editorializing/mind-reading",
    summary: "a motive or feeling is stated as if it could be seen",
    why: "What somebody fears or wants can be reported only from what they said or did.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#bf2e6507"],
    flags: &[
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. The cowards, desperate to cling to power, wanted to crush the strike.",
        "The corrupt mayor and his cronies squandered the fund. It was a shameful betrayal, and the spineless council applauded this disgrace. He couldn't care less about the victims of this farce.",
    ],
    passes: &[
        "The minister said she feared a strike.",
        "The fund is designed to last ten years.",
    ],
};

/// `stance-cues`
pub(in super::super) static STANCE_CUES: Rule = Rule {
    id: "editorializing/stance-cues",
    summary: "several small marks of stance in one sentence",
    why: "Each is ordinary alone; together they show a writer arguing rather than reporting.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#e1f7bea2"],
    flags: &[
        "Furthermore, we should really ask ourselves why it is always the poor.",
        "In other words, perhaps you must simply wait for them, but then again, maybe you should not.",
    ],
    passes: &[
        "Furthermore, the company reported sales of 40 million.",
        "The committee will meet again on Thursday.",
    ],
};
