//! The rules: what is seen, why it matters, and the short texts that hold them to it.

use crate::finding::{Rule, Severity};

/// `label`
pub(super) static LABEL: Rule = Rule {
    id: "editorializing/label",
    summary: "a person, group or position is named by a judgment",
    why: "A label tells the reader what to think of somebody before anything is shown; in the outlet's own words it has no source to weigh.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The minister met the traitorous officers at the harbour on Monday.",
        "Radical extremists have taken over the parish council.",
    ],
    passes: &[
        "\"They are traitors,\" the minister said of the officers on Monday.",
        "Free radicals form when oxygen molecules split during the reaction.",
    ],
};

/// `judgment`
pub(super) static JUDGMENT: Rule = Rule {
    id: "editorializing/judgment",
    summary: "an adjective condemns in the outlet's own words",
    why: "Whether something is shameful or absurd is for the reader, or for a named source, to say.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The council approved the disgraceful plan.",
        "Her absurd excuse convinced nobody.",
    ],
    passes: &[
        "\"It is a disgraceful plan,\" said councillor Ada Brook.",
        "The clinic treats a rash that the virus caused.",
    ],
};

/// `praise`
pub(super) static PRAISE: Rule = Rule {
    id: "editorializing/praise",
    summary: "an adjective praises in the outlet's own words",
    why: "Praise in the outlet's own voice is a judgment without a source, as blame is.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The magnificent new library is a dazzling success.",
        "The fearless captain and her dauntless crew returned on Friday.",
    ],
    passes: &[
        "The library opened on Friday with 40,000 books.",
        "\"She is a fearless captain,\" said the mate, Tom Hale.",
    ],
};

/// `loaded-verb`
pub(super) static LOADED_VERB: Rule = Rule {
    id: "editorializing/loaded-verb",
    summary: "a verb carries a verdict on the act",
    why: "A neutral verb reports the act; a loaded one also judges it.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The governor lashed out at teachers and pandered to donors.",
        "The party rammed through a budget that guts the school fund.",
    ],
    passes: &[
        "The governor criticised teachers at a meeting with donors.",
        "Workers will gut the burned building after the fire.",
    ],
};

/// `loaded-term`
pub(super) static LOADED_TERM: Rule = Rule {
    id: "editorializing/loaded-term",
    summary: "a noun carries a verdict on what it names",
    why: "A loaded noun settles by naming what the article has yet to show.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The hearing turned into a farce.",
        "Officials cooked up a scam to hide the debacle.",
    ],
    passes: &[
        "The plague spread by fleas, and doctors treated the disease with antibiotics.",
        "The hearing ended after two hours.",
    ],
};

/// `political-idiom`
pub(super) static POLITICAL_IDIOM: Rule = Rule {
    id: "editorializing/political-idiom",
    summary: "a catchphrase of one political side",
    why: "Each side has its own words for the same thing; taking one side's words takes its side.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#15fff94d",
        "https://credweb.org/signals-20191126#e1f7bea2",
    ],
    flags: &[
        "The deep state is behind the delay.",
        "Woke ideology has captured the fake news media.",
    ],
    passes: &[
        "The state raised the fee for deep-water berths.",
        "\"The deep state did it,\" the candidate said.",
    ],
};

/// `figure-of-speech`
pub(super) static FIGURE: Rule = Rule {
    id: "editorializing/figure-of-speech",
    summary: "a figure of speech comments on the event",
    why: "A stock figure says how the writer sees the event, not what happened.",
    severity: Severity::Note,
    related: &[
        "https://credweb.org/signals-20191126#15fff94d",
        "https://credweb.org/signals-20191126#43d71ea6",
    ],
    flags: &[
        "The offer was music to the ears of the builders.",
        "The committee turned a blind eye, and the reform fell on deaf ears.",
    ],
    passes: &[
        "The choir played music for the visitors.",
        "The committee did not act on the report, its minutes show.",
    ],
};

/// `stance-adverb`
pub(super) static STANCE_ADVERB: Rule = Rule {
    id: "editorializing/stance-adverb",
    summary: "an adverb comments on what it reports",
    why: "An adverb like \"shamelessly\" or \"unfortunately\" is the writer's comment inside a report.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#15fff94d",
        "https://credweb.org/signals-20191126#e1f7bea2",
    ],
    flags: &[
        "The senator shamelessly changed her vote.",
        "Unfortunately, the bill passed.",
    ],
    passes: &[
        "The senator changed her vote.",
        "\"Unfortunately, the bill passed,\" the senator said.",
    ],
};

/// `doubt-verb`
pub(super) static DOUBT_VERB: Rule = Rule {
    id: "editorializing/doubt-verb",
    summary: "a verb of saying casts doubt on what is said",
    why: "Verbs like \"claimed\" tell the reader not to believe; style guides ask for \"said\".",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The baker claiming she was overcharged is a nuisance to the shop.",
        "The union, without evidence, insinuated that the vote was bought.",
    ],
    passes: &[
        "The baker said she was overcharged.",
        "The traveller claimed his luggage at the desk.",
    ],
};

/// `euphemism`
pub(super) static EUPHEMISM: Rule = Rule {
    id: "editorializing/euphemism",
    summary: "a softening name for a hard thing",
    why: "A euphemism hides from the reader what was done, and by whom.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The prisoners were put through enhanced interrogation and pacification.",
        "The dissidents were taken into safety and sent to re-education.",
    ],
    passes: &[
        "The prisoners were beaten, the court found.",
        "The prisoners were questioned for six hours.",
    ],
};

/// `register`
pub(super) static REGISTER: Rule = Rule {
    id: "editorializing/register",
    summary: "slang in a report",
    why: "Slang takes a stance towards the people it is used of.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The clueless bigwigs and honchos hobnobbed with the mayor.",
        "Those jerks gotta pay.",
    ],
    passes: &[
        "The directors met the mayor.",
        "\"Those jerks have to pay,\" said Paul Reed.",
    ],
};

/// `booster`
pub(super) static BOOSTER: Rule = Rule {
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
pub(super) static SUPERLATIVE: Rule = Rule {
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
pub(super) static CERTAINTY: Rule = Rule {
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
pub(super) static SPECULATION: Rule = Rule {
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

/// `agentless-claim`
pub(super) static AGENTLESS: Rule = Rule {
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

/// `prescription`
pub(super) static PRESCRIPTION: Rule = Rule {
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
pub(super) static DIRECT_ADDRESS: Rule = Rule {
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
pub(super) static PRESUPPOSITION: Rule = Rule {
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
pub(super) static MIND_READING: Rule = Rule {
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
pub(super) static STANCE_CUES: Rule = Rule {
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

/// `outlet-opinion`
pub(super) static OUTLET_OPINION: Rule = Rule {
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
pub(super) static HEADLINE_THEORY: Rule = Rule {
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
pub(super) static QUESTION: Rule = Rule {
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
pub(super) static CAUSE: Rule = Rule {
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
pub(super) static SCARE_QUOTES: Rule = Rule {
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
pub(super) static PUNCTUATION: Rule = Rule {
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
pub(super) static NAMING: Rule = Rule {
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
