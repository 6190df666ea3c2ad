//! The rules: what is seen, why it bears on reliability, and texts that show it.

use crate::finding::{Rule, Severity};

const ANONYMOUS: &str = "https://credweb.org/signals-20191126#5ab55dfc";
const NO_SOURCE: &str = "https://credweb.org/signals-20191126#bf2e6507";
const WIRE: &str = "https://credweb.org/signals-20191126#b4fafa09";
const OTHER_SOURCE: &str = "https://credweb.org/signals-20191126#8001f76c";
const NO_ORGANISATION: &str = "https://credweb.org/signals-20191126#56ecd8ab";

/// Unnamed people whom another outlet heard.
pub(super) static SECOND_HAND_ANONYMITY: Rule = Rule {
    id: "attribution-chains/second-hand-anonymity",
    summary: "unnamed people who spoke to another outlet",
    why: "this article cannot know who they are: the outlet that granted anonymity answers for them, and its reasons and caveats are easily lost on the way (AP and Reuters ask to name the outlet that vouches for them)",
    severity: Severity::Caution,
    related: &[ANONYMOUS, OTHER_SOURCE],
    flags: &[
        "An inspector told the Harbor Times that the ferry was unsafe.",
        "The Dock Gazette reported, citing two officials familiar with the review, that the bridge would close.",
        "Three dockworkers who spoke to Channel 4 said the crane had failed before.",
    ],
    passes: &[
        "Captain Ana Reyes told the Harbor Times that the ferry was unsafe.",
        "An inspector said the ferry was unsafe.",
        "An inspector told a crowd of passengers that the ferry was unsafe.",
        "The Harbor Times is moving to a new building, an official said.",
    ],
};

/// Most of what is attributed came through one outlet.
pub(super) static SOLE_RELAY: Rule = Rule {
    id: "attribution-chains/sole-relay",
    summary: "most of what is attributed rests on one outlet",
    why: "if that outlet is wrong, so is this article; one report repeated is one report (single point of failure)",
    severity: Severity::Caution,
    related: &[OTHER_SOURCE],
    flags: &[
        "The ferry had leaked for months before it was taken out of service, the Harbor Times reported. Two earlier repairs were never paid for by the company that runs it, according to the Harbor Times. The captain had asked for new pumps in the spring, the Harbor Times said.",
        "Channel 4 reported that the bridge will close for a year because of rust in its main cables. The closing will cost the city four million crowns, according to Channel 4. Buses will run every ten minutes in its place, Channel 4 reported on Monday.",
    ],
    passes: &[
        "The ferry had leaked for months, the Harbor Times reported. Captain Ana Reyes said she had asked for pumps in the spring. Mayor Luis Ortiz said on Tuesday that the city would pay for the repairs and for a second boat.",
        "Captain Ana Reyes told this newspaper that the ferry had leaked for months. Mayor Luis Ortiz told this newspaper that the city would pay for the repairs.",
    ],
};

/// Outlets that nobody names.
pub(super) static UNNAMED_RELAY: Rule = Rule {
    id: "attribution-chains/unnamed-relay",
    summary: "reports of outlets that are not named",
    why: "a reader cannot look up a report without knowing whose it is",
    severity: Severity::Caution,
    related: &[NO_ORGANISATION, OTHER_SOURCE],
    flags: &[
        "The minister has resigned, according to media reports.",
        "Several news outlets reported that the bridge would close on Friday.",
    ],
    passes: &[
        "The minister has resigned, according to the Harbor Times.",
        "The mayor complained about media reports on her salary.",
        "The minister has resigned, according to her office.",
        "The minister has resigned, state media said.",
        "The mayor commented on recent reports on her salary.",
    ],
};

/// Sources that cite one another.
pub(super) static CIRCULAR_CITATION: Rule = Rule {
    id: "attribution-chains/circular-citation",
    summary: "outlets that are cited for each other",
    why: "a ring has no origin: what looks like two reports may be none",
    severity: Severity::Concern,
    related: &[OTHER_SOURCE],
    flags: &[
        "The Harbor Times reported, citing the Dock Gazette, that the ferry was sold. The Dock Gazette reported, citing the Harbor Times, that the price was four million crowns.",
        "The Hill Tribune reported, citing Radio Kestrel, that the mayor would quit. Radio Kestrel reported, quoting the Hill Tribune, that he would go on Friday.",
    ],
    passes: &[
        "The Harbor Times reported, citing the Dock Gazette, that the ferry was sold. The Dock Gazette reported that the price was four million crowns.",
        "The Harbor Times reported that the ferry was sold. The Dock Gazette reported that the price was four million crowns.",
    ],
};

/// The outlet cites its own house.
pub(super) static SELF_CITATION: Rule = Rule {
    id: "attribution-chains/self-citation",
    summary: "the outlet's own organisation is cited as a source",
    why: "a parent, sister or own expert of the outlet is not an independent voice",
    severity: Severity::Caution,
    related: &[OTHER_SOURCE],
    flags: &[
        "KNR has learned that the plot was staged. KNR's parent organization, the Lantern Institute, has found that such plots fail early.",
        "Our sister publication, Harbor Weekly, reported that the ferry was unsafe.",
    ],
    passes: &[
        "Captain Ana Reyes told this newspaper that the ferry was unsafe.",
        "Pictogram's parent company, Lumen, said the outage was over.",
        "The Lantern Institute has found that such plots fail early.",
    ],
};

/// A source that is used as if it were known.
pub(super) static DANGLING_SOURCE: Rule = Rule {
    id: "attribution-chains/dangling-source",
    summary: "a source that is used as if introduced, and never was",
    why: "a reader cannot tell who is speaking; often a sign that text was taken from somewhere else",
    severity: Severity::Caution,
    related: &[NO_SOURCE],
    flags: &[
        "The ferry was taken out of service on Monday. Repairs will take a year. “They knew about the leak in the spring,” Quillon said.",
        "The bridge will close on Friday. Buses will run in its place. The cables had rusted for years, the sources said.",
    ],
    passes: &[
        "The ferry was taken out of service on Monday. “They knew about the leak in the spring,” Captain Ana Quillon said. “It was in the log,” Quillon said.",
        "The bridge will close on Friday. Two officials familiar with the review said the cables had rusted. The work would take a year, the officials said.",
        "Trump said on Monday that he would visit the port.",
        "The ferry was taken out of service on Monday. Insurers said repairs would take a year.",
        "The page was taken down on Monday. It broke the rules, Facebook said.",
        "The activist Karim al-Dessar saw the ferry sink. It took an hour, Dessar said.",
        "The ferry sank on Monday. The London-based monitor said nobody was hurt.",
    ],
};

/// One credit for the whole text.
pub(super) static TRAILING_CREDIT: Rule = Rule {
    id: "attribution-chains/trailing-credit",
    summary: "an outlet credited behind the text, without a link and for no statement in particular",
    why: "nothing shows which statements are that outlet's and which are this one's, nor where they can be read",
    severity: Severity::Note,
    related: &[WIRE, OTHER_SOURCE],
    flags: &[
        "The ferry was taken out of service on Monday. Repairs will take a year. Source: Harbor Times",
        "The ferry was taken out of service on Monday.\n\nRepairs will take a year.\n\nSource: Reuters",
    ],
    passes: &[
        "The source: a leaking pump that nobody had looked at. The ferry was taken out of service on Monday.",
        "The ferry was taken out of service on Monday. A source at the Harbor Times said repairs would take a year.",
        "The ferry was taken out of service on Monday. Source: Harbor Times https://harbortimes.example/ferry",
        "The ferry was taken out of service on Monday.\n\nSource: [Harbor Times](https://harbortimes.example/ferry)",
    ],
};

/// A claim laid on nobody.
pub(super) static UNATTRIBUTED_CLAIM: Rule = Rule {
    id: "attribution-chains/unattributed-claim",
    summary: "a claim laid on nobody",
    why: "the passive hides who believes it and how they know",
    severity: Severity::Caution,
    related: &[NO_SOURCE],
    flags: &[
        "It is believed that the owner knew about the leak.",
        "Rumor has it that the bridge will never open again.",
        "It is widely believed that the mayor will not run again.",
    ],
    passes: &[
        "It is believed by the coast guard that the owner knew about the leak.",
        "“It is believed that the owner knew about the leak,” Captain Ana Reyes said.",
        "The coast guard believes that the owner knew about the leak.",
    ],
};

/// The source of the story is told late.
pub(super) static LATE_ATTRIBUTION: Rule = Rule {
    id: "attribution-chains/late-attribution",
    summary: "the outlet that a story rests on is named far down",
    why: "what stands above reads as this outlet's own reporting",
    severity: Severity::Note,
    related: &[OTHER_SOURCE],
    flags: &[
        "The ferry had leaked for months before it was taken out of service.\n\nTwo earlier repairs were never paid for.\n\nThe owner was warned in the spring and again in the summer.\n\nPassengers stood in water on three crossings.\n\nThe Harbor Times reported that the captain had asked for new pumps and that the company refused to buy them.",
        "The bridge will close for a year.\n\nRust was found in both main cables in March.\n\nThe city kept the finding to itself until the autumn.\n\nFour lanes will be lost.\n\nAccording to Channel 4, the mayor was told of the rust in April and signed a paper that kept it secret.",
    ],
    passes: &[
        "The ferry had leaked for months, the Harbor Times reported.\n\nTwo earlier repairs were never paid for.\n\nThe owner was warned in the spring.\n\nPassengers stood in water on three crossings.\n\nThe captain had asked for new pumps, the Harbor Times said.",
        "The ferry had leaked for months.\n\nTwo earlier repairs were never paid for.\n\nThe owner was warned in the spring.\n\nPassengers stood in water on three crossings.\n\nCaptain Ana Reyes said the company had refused to buy the pumps she had asked for.",
    ],
};
