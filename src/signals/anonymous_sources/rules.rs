//! The rules of the signal, each with what raises it and what only looks like it.

use crate::finding::{Rule, Severity};

const CITED: &str = "https://credweb.org/signals-20191126#5ab55dfc";
const SEVERAL: &str = "https://credweb.org/signals-20191126#70fff801";
const REASON: &str = "https://credweb.org/signals-20191126#69a1b877";
const RESTS: &str = "https://credweb.org/signals-20191126#2c269b10";
const AP: &str = "https://www.ap.org/about/news-values-and-principles/telling-the-story/anonymous-sources";
const SPJ: &str = "https://www.spj.org/spj-code-of-ethics/";
const BBC: &str = "https://www.bbc.com/editorialguidelines/guidelines/accuracy";

/// A source of whom nothing is told.
pub static BARE_LABEL: Rule = Rule {
    id: "anonymous-sources/bare-label",
    summary: "an unnamed source is given no description",
    why: "AP and Reuters ask for as full a description as possible of how a source knows: \"a source\" alone lets a reader judge nothing",
    severity: Severity::Caution,
    related: &[CITED, AP],
    flags: &[
        "The two companies have agreed on a price, a source said on Wednesday.",
        "Sources say the harbour master was told twice about the broken crane.",
        "The dam is to be closed in May, according to officials.",
    ],
    passes: &[
        "The two companies have agreed on a price, an executive who took part in the talks said on Wednesday.",
        "A senior harbour official told the Ellisport Courier that the crane had been reported twice.",
        "The river is the main source of water for the valley, the ministry said.",
    ],
};

/// No word on why a name is kept back.
pub static REASON_UNSTATED: Rule = Rule {
    id: "anonymous-sources/reason-unstated",
    summary: "nothing says why a source is not named",
    why: "SPJ and AP ask that the reason for anonymity be told: it lets a reader weigh what the source has to lose or to gain",
    severity: Severity::Note,
    related: &[REASON, SPJ],
    flags: &[
        "A former minister said the budget had been rewritten over a weekend.",
        "A senior aide to the mayor said the plan was dead.",
        "Two people close to the talks said a deal was near.",
    ],
    passes: &[
        "A former minister said the budget had been rewritten over a weekend. She asked not to be named because she still works for the state.",
        "A senior aide to the mayor, who spoke on condition of anonymity for fear of losing his job, said the plan was dead.",
        "Maren Oduya, a former minister, said the budget had been rewritten over a weekend.",
    ],
};

/// A reason that could stand behind any source.
pub static ROTE_REASON: Rule = Rule {
    id: "anonymous-sources/rote-reason",
    summary: "the reason given for anonymity could be given for any source",
    why: "The New York Times' policy of 2004 and AP's ask for a reason of substance: a stock phrase tells nothing of the source's risk or motive",
    severity: Severity::Note,
    related: &[REASON, AP],
    flags: &[
        "A city official, who was not authorized to speak publicly, said three companies had been asked.",
        "A person familiar with the talks asked not to be identified because of the sensitivity of the matter.",
    ],
    passes: &[
        "A city official, who asked not to be named because prison staff can be dismissed for speaking to reporters, said the fence was broken.",
        "A nurse who asked not to be identified for fear of losing her visa said the ward was short of beds.",
        "The mayor said she was not authorized to release the tape.",
    ],
};

/// Judgment, not fact, from somebody who is not named.
pub static OPINION: Rule = Rule {
    id: "anonymous-sources/opinion",
    summary: "an unnamed source gives an opinion, not information",
    why: "AP grants anonymity only for information and not opinion or speculation: an opinion is worth as much as the name behind it",
    severity: Severity::Caution,
    related: &[CITED, AP],
    flags: &[
        "\"The whole plan is ridiculous,\" one council official said.",
        "A senior adviser said the speech had been a disaster.",
    ],
    passes: &[
        "\"The whole plan is ridiculous,\" said Faye Drummond, a councillor.",
        "One council official said the plan would cost $3 million.",
        "A rescue official said the disaster had killed twelve people.",
    ],
};

/// A judgment on a person from somebody who is not named.
pub static ATTACK: Rule = Rule {
    id: "anonymous-sources/attack",
    summary: "an unnamed source attacks a person",
    why: "SPJ, AP and the BBC allow no personal attack from behind anonymity: its target cannot answer an accuser without a name",
    severity: Severity::Concern,
    related: &[CITED, SPJ, BBC],
    flags: &[
        "A former colleague described Henrike Vogel as \"a bully and a fraud\".",
        "\"He is a liar and everybody here knows it,\" one former aide to the governor said.",
    ],
    passes: &[
        "Piet Aarons, a former colleague, described Henrike Vogel as \"a bully and a fraud\".",
        "A former colleague said Henrike Vogel had driven two conductors from the festival.",
        "An investigator said the ring had moved money through a fraud in Karst.",
    ],
};

/// The headline's claim has one unnamed person behind it.
pub static HEADLINE_CLAIM: Rule = Rule {
    id: "anonymous-sources/headline-claim",
    summary: "the headline's claim rests on one unnamed person",
    why: "AP and the BBC ask for more than one source when none can be named: here a single person nobody can check carries the story",
    severity: Severity::Concern,
    related: &[RESTS, AP, BBC],
    flags: &[
        "Minister to resign over flooded archive\n\nThe culture minister will resign this week over the flooding of the national archive, a person briefed on his plans said on Sunday.\n\nWater ran into the lower store for nine hours. The archive's director, Vera Lang, said that nothing was lost.",
        "Tolmere ferry company plans to sell island route\n\nThe ferry company plans to sell its island route to a rival, an executive said on Friday.\n\nThe boats are forty years old. The union said that it wanted talks.",
    ],
    passes: &[
        "Minister to resign over flooded archive\n\nThe culture minister will resign this week over the flooding of the national archive, he said on Sunday.\n\nWater ran into the lower store for nine hours. A person briefed on the repairs said that nothing was lost.",
        "Tolmere ferry company plans to sell island route\n\nThe ferry company plans to sell its island route to a rival, an executive said on Friday.\n\nThe company confirmed that it plans to sell the island route. The union said that it wanted talks.",
    ],
};

/// Several people who turn out to be one.
pub static SHRINKING_PLURAL: Rule = Rule {
    id: "anonymous-sources/shrinking-plural",
    summary: "a plural source is spoken of as one person",
    why: "Several sources confirm each other and one does not: when \"sources\" become \"he\", a reader no longer knows how many spoke",
    severity: Severity::Caution,
    related: &[SEVERAL, BBC],
    flags: &[
        "Navy officers say the boats stayed in port for want of fuel. \"We polished them,\" he said.",
        "Officials said the bridge was unsafe. The official said that it would close in May.",
    ],
    passes: &[
        "Navy officers say the boats stayed in port for want of fuel. \"We polished them,\" one of the officers said.",
        "Navy officers say the boats stayed in port. Admiral Ruth Casimir denied it. \"We were training,\" she said.",
        "Officials said the bridge was unsafe. The officials said that it would close in May.",
    ],
};

/// A figure that one unnamed person alone gives.
pub static LONE_FIGURE: Rule = Rule {
    id: "anonymous-sources/lone-figure",
    summary: "a figure rests on one unnamed person",
    why: "Reuters and AP ask for more than one source where none can be named: a figure is easy to get wrong and easy to check, and nobody else gives it",
    severity: Severity::Note,
    related: &[SEVERAL, AP],
    flags: &[
        "The bridge was sold in March. A person briefed on the sale said that the price was $190 million.",
        "A senior harbour official told the Courier that 340 crates had been lost in the storm. The harbour master did not comment.",
    ],
    passes: &[
        "The bridge was sold in March. A person briefed on the sale said that the price was $190 million. The company confirmed that it had paid $190 million.",
        "The bridge was sold in March. Two people briefed on the sale said that the price was $190 million.",
        "A person briefed on the sale said that the bridge had been sold in 2019.",
        "A person briefed on the sale said that the bridge had been sold cheaply.",
    ],
};

/// An accusation by somebody whose side is not told.
pub static SIDE_UNSTATED: Rule = Rule {
    id: "anonymous-sources/side-unstated",
    summary: "an unnamed source accuses, and nothing tells its side",
    why: "SPJ asks reporters to consider a source's motives before promising anonymity, and the New York Times' policy of 2004 to tell a reader of them: who accuses has a side",
    severity: Severity::Caution,
    related: &[REASON, SPJ],
    flags: &[
        "An insider accused the board of hiding the report.",
        "\"They took the money,\" a source alleged. Two people blamed the mayor for the loss.",
    ],
    passes: &[
        "An adviser to the rival bidder accused the board of hiding the report.",
        "A Treasury official accused the board of hiding the report.",
        "An insider said that the board had met in May.",
        "Maren Oduya accused the board of hiding the report.",
    ],
};
