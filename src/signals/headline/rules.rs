//! The rules: what is seen, why it matters, and the short texts that hold them to it.

use crate::finding::{Rule, Severity};

/// `list-number`
pub(super) static LIST_NUMBER: Rule = Rule {
    id: "headline/list-number",
    summary: "the headline counts items",
    why: "A number of things promises a list, not a report.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &[
        "17 Reasons Your Kitchen Feels Empty\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "23 Things Only Gardeners Will Understand\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "14 Nurses Share The Things They Never Tell Patients\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "17 die in ferry fire\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Harbour repairs cost 17 million\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "14 Nurses Say Ward Had No Heating\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "20 'Harbour First' Protesters Claim Police Used Force at Pier\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `second-person`
pub(super) static SECOND_PERSON: Rule = Rule {
    id: "headline/second-person",
    summary: "the headline speaks to the reader",
    why: "A headline that speaks to the reader sells; one that reports has a subject.",
    severity: Severity::Note,
    related: &[
        "https://credweb.org/signals-20191126#1aa19828",
        "https://credweb.org/signals-20191126#43280bee",
    ],
    flags: &[
        "What Your Harbour Says About You\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "This Harbour Will Make You Cry\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Harbour repairs begin in May\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "\"You will pay\", minister tells court\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `first-person`
pub(super) static FIRST_PERSON: Rule = Rule {
    id: "headline/first-person",
    summary: "the headline speaks as the writer",
    why: "\"I\" and \"we\" in a headline mark opinion or experience, not news.",
    severity: Severity::Note,
    related: &[
        "https://credweb.org/signals-20191126#1aa19828",
        "https://credweb.org/signals-20191126#43280bee",
    ],
    flags: &[
        "I Tried Fishing For A Week And Here's What Happened\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "We Asked Sailors To Rate Our Harbours\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Harbour repairs begin in May\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "US sends two ships to harbour\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `forward-reference`
pub(super) static FORWARD_REFERENCE: Rule = Rule {
    id: "headline/forward-reference",
    summary: "the headline points at something it keeps back",
    why: "\"This\", \"here's why\" and \"what happened\" make the reader click for what a headline should say.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &[
        "Here's Why Everyone Is Moving To This Harbour\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "This Is What Happened When A Sailor Went Home\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council approves harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Ministers discuss the harbour\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Do Not Resist: A Film About a Harbour and Its Police\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `imperative`
pub(super) static IMPERATIVE: Rule = Rule {
    id: "headline/imperative",
    summary: "the headline tells the reader what to do",
    why: "A command sells; a headline that reports has a subject and a verb.",
    severity: Severity::Note,
    related: &[
        "https://credweb.org/signals-20191126#1aa19828",
        "https://credweb.org/signals-20191126#9a77b9cf",
    ],
    flags: &[
        "Guess Which Harbour Has The Best Fish\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Check Out These Adorable Harbour Seals\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council checks harbour walls\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Watchdog examines harbour contract\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `curiosity-gap`
pub(super) static CURIOSITY_GAP: Rule = Rule {
    id: "headline/curiosity-gap",
    summary: "the headline promises instead of telling",
    why: "A promise of feeling or surprise stands where the news would.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &[
        "Sailors Know Exactly What You Need To Know About Knots\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "People Are Obsessed With This Hilarious Seal\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council approves harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Seal found dead in harbour\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `teaser-register`
pub(super) static REGISTER: Rule = Rule {
    id: "headline/teaser-register",
    summary: "small marks of a teaser add up",
    why: "Each is ordinary; together they read like a teaser, not like news.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &[
        "Pizza, Bacon And Coffee On Tinder Dates\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Harbour Moms, Wine And Halloween Tattoos\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council approves harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Two killed in harbour fire, police say\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `question`
pub(super) static QUESTION: Rule = Rule {
    id: "headline/question",
    summary: "the headline asks",
    why: "A question can suggest what the article cannot state.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#1aa19828"],
    flags: &[
        "Is the harbour safe for boats?\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Did the mayor sell the harbour?\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council asks whether harbour is safe\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Mayor sells harbour\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `unattributed-claim`
pub(super) static UNATTRIBUTED_CLAIM: Rule = Rule {
    id: "headline/unattributed-claim",
    summary: "the headline states as fact what the body lays on a source",
    why: "Who reads only the headline takes a source's claim for a fact.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#62c31a40"],
    flags: &[
        "Harbour engineers hid cracks in northern pier\n\nThe harbour engineers hid cracks in the northern pier for a year, Ada Brook said on Monday. She leads the fishing guild. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
        "Ferry company skipped safety checks\n\nThe ferry company skipped its safety checks in the spring, inspector Paul Reed told the committee. The company is based in Portsea. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
    ],
    passes: &[
        "Harbour engineers 'hid cracks in northern pier'\n\nThe harbour engineers hid cracks in the northern pier for a year, Ada Brook said on Monday. She leads the fishing guild. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
        "Engineers hid cracks in pier, guild leader says\n\nThe harbour engineers hid cracks in the northern pier for a year, Ada Brook said on Monday. She leads the fishing guild. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
        "Council votes on harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `anonymous-claim`
pub(super) static ANONYMOUS_CLAIM: Rule = Rule {
    id: "headline/anonymous-claim",
    summary: "the headline states as fact what unnamed people say in the body",
    why: "The headline is surer than its source, and the source has no name.",
    severity: Severity::Concern,
    related: &[
        "https://credweb.org/signals-20191126#62c31a40",
        "https://credweb.org/signals-20191126#2c269b10",
    ],
    flags: &[
        "Minister plans secret sale of harbour\n\nTwo officials said the minister plans a secret sale of the harbour to a bank. They spoke on condition of anonymity. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
        "Navy ordered crew to dump fuel\n\nThree officials said the navy ordered the crew to dump fuel in the bay. They spoke on condition of anonymity. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
    ],
    passes: &[
        "Minister plans sale of harbour, officials say\n\nThe minister plans a secret sale of the harbour to a bank, two officials familiar with the matter said on Monday. The council met on Monday in the town hall. Members spoke for two hours and heard three people. The plan is to be voted on in May. It has two piers and a light, and some forty boats use it each day in the summer months.",
        "Council votes on harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// `claim-absent`
pub(super) static CLAIM_ABSENT: Rule = Rule {
    id: "headline/claim-absent",
    summary: "the body does not tell what the headline claims",
    why: "A headline whose words the body does not use promises another article.",
    // A report in wholly other words can't be told from another story, so this asks for a look and no more.
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#62c31a40"],
    flags: &[
        "Astronauts discover frozen oceans beneath Jupiter moon\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Film star divorces singer after stormy marriage\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Council members hear engineers on harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Harbour pier open again after repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Ellisport jetty gets new funding boost\n\nThe council met on Monday in the town hall. Members voted in the evening to mend the pier of Ellisport, and the clerk read out what the work is to cost. Three engineers were heard for two hours. Repairs begin in May and go on until the autumn. It has two lights and is used by forty boats, most of them from the far bank, and a ferry that calls there twice a day in the summer.",
        "Lawmakers approve spending vote after long session\n\nThe council met on Monday in the town hall. Members voted in the evening to mend the pier of Ellisport, and the clerk read out what the work is to cost. Three engineers were heard for two hours. Repairs begin in May and go on until the autumn. It has two lights and is used by forty boats, most of them from the far bank, and a ferry that calls there twice a day in the summer.",
        "Lifeline for 40 skippers: quay saved from closure\n\nThe council met on Monday in the town hall. Members voted in the evening to mend the pier of Ellisport, and the clerk read out what the work is to cost. Three engineers were heard for two hours. Repairs begin in May and go on until the autumn. It has two lights and is used by 40 boats, most of them from the far bank, and a ferry that calls there twice a day in the summer.",
    ],
};

/// `stronger-verb`
pub(super) static STRONGER_VERB: Rule = Rule {
    id: "headline/stronger-verb",
    summary: "the headline has a stronger word than the body",
    why: "The headline heats up what the body reports coolly.",
    severity: Severity::Caution,
    related: &[
        "https://credweb.org/signals-20191126#62c31a40",
        "https://credweb.org/signals-20191126#15fff94d",
    ],
    flags: &[
        "Engineers slam council over harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Council members rip engineers over harbour plan\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
    passes: &[
        "Engineers criticise council over harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
        "Council hears engineers on harbour repairs\n\nThe council met on Monday in the town hall. Members spoke about the harbour for two hours and heard three engineers. The plan is to be voted on in May, the clerk said. The harbour was built in 1911. It has two piers and a light, and some forty boats use it each day in the summer months. Repairs began last year and the first pier is open again.",
    ],
};

/// All of them, in the order of the documentation.
pub(super) static ALL: &[&Rule] = &[
    &LIST_NUMBER,
    &SECOND_PERSON,
    &FIRST_PERSON,
    &FORWARD_REFERENCE,
    &IMPERATIVE,
    &CURIOSITY_GAP,
    &REGISTER,
    &QUESTION,
    &UNATTRIBUTED_CLAIM,
    &ANONYMOUS_CLAIM,
    &CLAIM_ABSENT,
    &STRONGER_VERB,
];
