//! Rules of structures: who is made the holder of a view, and what the marks and capitals do.

use crate::finding::{Rule, Severity};

/// `agentless-claim`
pub(in super::super) static AGENTLESS: Rule = Rule {
    id: "editorializing/agentless-claim",
    summary: "a view that nobody is said to hold",
    why: "\"Is seen as\" and \"it is believed\" report a view without a holder; readers cannot weigh it.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#bf2e6507"],
    flags: &[
        "The mayor is increasingly seen as a spent force.",
        "It is believed that the treasurer knew.",
    ],
    passes: &[
        "The mayor is seen as a spent force by 60 per cent of voters, a Lakeside University poll found.",
        "The treasurer was last seen in Portsea on Friday.",
    ],
};

/// `nameless-crowd`
pub(in super::super) static NAMELESS_CROWD: Rule = Rule {
    id: "editorializing/nameless-crowd",
    summary: "a view is laid on a crowd of which nobody is heard",
    why: "\"Critics say\" and \"many believe\" lend a view the weight of numbers; who holds it, and how many do, cannot be checked.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#bf2e6507"],
    flags: &[
        "Critics say the plan will ruin the harbour.",
        "The mayor is finished, many believe that the vote sealed his fate.",
        "Some observers argue the vote was a turning point.",
        "Experts agree that the wall is a waste of money.",
    ],
    passes: &[
        "Critics say the plan will ruin the harbour. \"It is too big,\" said Ada Brook, a boat builder.",
        "Critics, among them Ada Brook of the boat builders' guild, say the plan is too big.",
        "Six in 10 experts agree that the wall is sound, a Lakeside University survey found.",
        "Some see a doctor once a year.",
        "\"Critics say it is too big,\" the mayor said.",
    ],
};

/// `outlet-opinion`
pub(in super::super) static OUTLET_OPINION: Rule = Rule {
    id: "editorializing/outlet-opinion",
    summary: "the outlet or an affiliate holds a view",
    why: "An outlet that cites itself as the holder of a view is its own source.",
    severity: Severity::Concern,
    related: &["https://credweb.org/signals-20191126#e1f7bea2"],
    flags: &[
        "GNR is of the view that the contacts were staged.",
        "GNR's parent organization, CTS, has found the likelihood that the talks were a trap. CTS notes that the guards left early.",
    ],
    passes: &[
        "The judge is of the view that the contract stands.",
        "The charity's parent organization, based in Leeds, has found a new director.",
    ],
};

/// `headline-theory`
pub(in super::super) static HEADLINE_THEORY: Rule = Rule {
    id: "editorializing/headline-theory",
    summary: "a headline hangs a guess on its subject",
    why: "A relative clause with a hedge puts the outlet's theory where most readers stop.",
    severity: Severity::Concern,
    related: &[
        "https://credweb.org/signals-20191126#bf2e6507",
        "https://credweb.org/signals-20191126#e1f7bea2",
    ],
    flags: &[
        "Envoys met rebels, who were likely paid informers\n\nThe envoys met the rebels in the hills on Monday, the ministry said. They talked for an hour.",
        "Mayor hires firm that is probably a front for his brother\n\nThe mayor hired the firm on Monday, the council said. The contract is worth a million.",
    ],
    passes: &[
        "Envoys met rebels who were paid informers, court finds\n\nThe court found on Monday that the rebels were paid. The envoys did not comment.",
        "Storm that is likely to hit Friday closes schools\n\nThe weather office said on Monday that a storm would come. Schools close at noon.",
    ],
};

/// `rhetorical-question`
pub(in super::super) static QUESTION: Rule = Rule {
    id: "editorializing/rhetorical-question",
    summary: "a question that the outlet puts to the reader",
    why: "A question insinuates what the outlet does not state, so nothing can be checked.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#e1f7bea2"],
    flags: &[
        "How can such a corrupt council be trusted?",
        "Why did nobody stop this shameful farce?",
    ],
    passes: &[
        "\"How can it be trusted?\" asked councillor Brook.",
        "The council asked how the fund was spent.",
    ],
};

/// `unsourced-cause`
pub(in super::super) static CAUSE: Rule = Rule {
    id: "editorializing/unsourced-cause",
    summary: "a contested cause is stated without a source",
    why: "Why a crisis came about is usually what the dispute is about.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#bf2e6507"],
    flags: &[
        "The province faces a deepening crisis brought on by years of neglect and caused by foreign meddling.",
        "The turmoil, caused by the embargo and fuelled by the banks, goes on.",
    ],
    passes: &[
        "The crisis was caused by the embargo, economist Lena Marsh said.",
        "The delay was caused by a fallen tree.",
    ],
};

/// `scare-quotes`
pub(in super::super) static SCARE_QUOTES: Rule = Rule {
    id: "editorializing/scare-quotes",
    summary: "quote marks hold a word at arm's length",
    why: "Marks around a word that nobody is said to have used tell the reader not to believe it.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#e1f7bea2"],
    flags: &[
        "The \u{2018}volunteers\u{2019} were paid, and their shameless chief lied.",
        "The shameful \"rescue\" was a farce.",
    ],
    passes: &[
        "The mayor called it a \"rescue\" on Monday.",
        "The novel \u{2018}Rescue\u{2019} sold 400 copies, and the sailors' rescue is its theme.",
    ],
};

/// `sensational-punctuation`
pub(in super::super) static PUNCTUATION: Rule = Rule {
    id: "editorializing/sensational-punctuation",
    summary: "exclamation marks or capitals do the work of a claim",
    why: "Volume is not evidence; it asks for a feeling where a fact would do.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#74b754a2"],
    flags: &[
        "The corrupt council did it AGAIN and NEVER said sorry!",
        "What a shameful farce!",
    ],
    passes: &["\"Stop!\" the guard said.", "NATO and UNICEF met in Geneva."],
};

/// `one-sided-naming`
pub(in super::super) static NAMING: Rule = Rule {
    id: "editorializing/one-sided-naming",
    summary: "an epithet stands where a title would",
    why: "One side gets its title, the other an epithet: the naming takes sides.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The socialist Moreno met President Hale on Monday.",
        "Aides said the disgraced Moreno left the house.",
    ],
    passes: &[
        "Moreno, a member of the Socialist Party, met President Hale on Monday.",
        "The Socialist Party met on Monday.",
    ],
};
