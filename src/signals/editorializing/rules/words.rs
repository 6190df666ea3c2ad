//! Rules of single words and set phrases: a verdict in a name.

use crate::finding::{Rule, Severity};

/// `label`
pub(in super::super) static LABEL: Rule = Rule {
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
pub(in super::super) static JUDGMENT: Rule = Rule {
    id: "editorializing/judgment",
    summary: "an adjective condemns in the outlet's own words",
    why: "Whether something is shameful or absurd is for the reader, or for a named source, to say.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#15fff94d"],
    flags: &[
        "The council approved the disgraceful plan.",
        "Her absurd excuse convinced nobody.",
        "The council's failed policies and the mayor's failing leadership were a disgrace.",
        "Council's shameful sale of harbour\n\nThe council met on Monday in the town hall, and three engineers were heard.",
    ],
    passes: &[
        "The brakes failed on the hill, and talks between the two failed banks failed on Sunday.",
        "Council in 'shameful' sale of harbour, says guild\n\nThe council met on Monday in the town hall, and three engineers were heard.",
        "Ferry plan 'disgraceful' - Marrow\n\nThe council met on Monday in the town hall, and three engineers were heard.",
        "\"It is a disgraceful plan,\" said councillor Ada Brook.",
        "The clinic treats a rash that the virus caused.",
    ],
};

/// `praise`
pub(in super::super) static PRAISE: Rule = Rule {
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
pub(in super::super) static LOADED_VERB: Rule = Rule {
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
pub(in super::super) static LOADED_TERM: Rule = Rule {
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
pub(in super::super) static POLITICAL_IDIOM: Rule = Rule {
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
pub(in super::super) static FIGURE: Rule = Rule {
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
pub(in super::super) static STANCE_ADVERB: Rule = Rule {
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
pub(in super::super) static DOUBT_VERB: Rule = Rule {
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
pub(in super::super) static EUPHEMISM: Rule = Rule {
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
pub(in super::super) static REGISTER: Rule = Rule {
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
