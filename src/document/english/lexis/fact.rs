//! The closed list of facts: what a word can be, layer by layer.
//!
//! A fact's name in the table is its name here in lower case, with `-` for `_`: [`grammar::DETERMINER`] is `grammar=determiner`. A layer
//! asks only for its own facts; that one word has all of them on one line is what keeps the layers from drifting apart.

/// Facts of one layer, a bit each, and their names in that order.
macro_rules! facts {
    ($t:ty $(, $wrap:ident)?; $($(#[$m:meta])* $name:ident),* $(,)?) => {
        facts!(@ $t, [$($wrap)?]; 0; $($(#[$m])* $name,)*);
        /// Their names, by bit.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($name)),*];
    };
    (@ $t:ty, [$($wrap:ident)?]; $n:expr; $(#[$m:meta])* $name:ident, $($rest:tt)*) => {
        $(#[$m])* pub(crate) const $name: $t = $($wrap)?(1 << ($n));
        facts!(@ $t, [$($wrap)?]; $n + 1; $($rest)*);
    };
    (@ $t:ty, [$($wrap:ident)?]; $n:expr;) => {};
}

/// `grammar=`: the parts a word can play in a clause.
pub(crate) mod grammar {
    facts! { u64;
        DETERMINER, POSSESSIVE, PRONOUN, OBJECT, INDEFINITE, RELATIVE, QUESTION, BE, HAVE, DO, MODAL,
        /// Two words in one: "he's".
        FUSED,
        NOT, TO, PREPOSITION, COORDINATOR, SUBORDINATOR, ADVERB,
        /// Ends in "ly" and is none: "family".
        NOTADVERB,
        ADJECTIVE, NUMBER, TIME, MONTH, PERIOD, TITLE, PERSON, ORGANISATION, DOCUMENT, NOUN,
        /// A verb that carries another verb: the cue is what follows ("went on to say", "began to ask").
        CARRIER,
        /// The forms of a verb; a `/v` line gives them.
        BASE, THIRD, PAST, PARTICIPLE, GERUND,
        /// Told by their ending, not by the table.
        LY, PLURAL, SUFFIXED,
        /// Where and in which form a thing is said; behind "in" or "on" it belongs to the cue.
        VENUE,
        /// Where figures stand ("in a poll").
        FIGURES,
        /// Somebody's mind, as a place ("in her view").
        VIEW,
        /// An adverb that lays the clause on nobody.
        HEARSAY,
        ACCORDING,
    }
    /// Any verb form.
    pub(crate) const VERB: u64 = BASE | THIRD | PAST | PARTICIPLE | GERUND;
    pub(crate) use {BASE as VB, GERUND as VBG, PARTICIPLE as VBN, PAST as VBD, THIRD as VBZ};
}

/// `cue=`: what a word takes that lays words, knowledge or an attitude on a source.
pub(crate) mod cue {
    facts! { u64;
        /// Speech: a that-clause, a bare clause or a quotation.
        CLAUSE,
        /// Speech: an addressee, then a clause, a quotation or an infinitive.
        TELL,
        /// Speech: a question, or an addressee and a request.
        ASK,
        /// Speech: a quotation only; the manner is the news.
        QUOTE,
        /// Speech: the thing talked of is the object.
        OBJECT,
        /// Speech: the object and what it is made out to be ("called it a lie", "described him as").
        NAME,
        /// Speech: an infinitive.
        INFINITIVE,
        /// Stance: a clause.
        STANCE_CLAUSE,
        STANCE_OBJECT,
        /// Stance: the object and what it is taken for.
        STANCE_NAME,
        STANCE_INFINITIVE,
        /// Stance: one who is made to do it.
        STANCE_ORDER,
        /// What seems: content on both sides, no source.
        RAISE,
        /// A passive that lays the rest on nobody ("is expected to", "was believed to").
        PASSIVE,
        /// A noun that lays a clause on somebody ("the claim that").
        NOUN_CLAUSE,
        /// A noun with an infinitive, when somebody has it ("his decision to").
        NOUN_INFINITIVE,
        /// A noun with a preposition, when somebody has it ("her criticism of").
        NOUN_OBJECT,
        /// A `[phrase …]` begins with it; the table says so by that line.
        PHRASE,
        /// Speech with a preposition that belongs to the cue.
        ABOUT, OF, FOR, AGAINST, ON, TO, AT, WITH,
        STANCE_ABOUT, STANCE_OF, STANCE_FOR, STANCE_AGAINST, STANCE_ON, STANCE_TO, STANCE_WITH, STANCE_IN,
        /// Speech only with a speech noun as its object ("gave a speech", "issued a warning").
        LIGHT,
        /// Behind it a phrase is a clause even when no verb of it is known ("said he and Roe differ").
        BARE,
        /// What somebody is, with a clause ("is confident that").
        ADJ_CLAUSE,
        /// What somebody is, with an infinitive ("is willing to").
        ADJ_INFINITIVE,
        /// What somebody is, with a preposition ("is critical of").
        ADJ_OF,
        ADJ_ABOUT,
    }
    /// Frames of reporting verbs.
    pub(crate) const SPEECH: u64 = LIGHT
        | BARE
        | CLAUSE
        | TELL
        | ASK
        | QUOTE
        | OBJECT
        | NAME
        | INFINITIVE
        | ABOUT
        | OF
        | FOR
        | AGAINST
        | ON
        | TO
        | AT
        | WITH;
    /// Frames of verbs of knowing, wanting and the like.
    pub(crate) const STANCE: u64 = STANCE_CLAUSE
        | STANCE_OBJECT
        | STANCE_NAME
        | STANCE_INFINITIVE
        | STANCE_ORDER
        | STANCE_ABOUT
        | STANCE_OF
        | STANCE_FOR
        | STANCE_AGAINST
        | STANCE_ON
        | STANCE_TO
        | STANCE_WITH
        | STANCE_IN;
    /// Frames of adjective cues.
    pub(crate) const ADJECTIVES: u64 = ADJ_CLAUSE | ADJ_INFINITIVE | ADJ_OF | ADJ_ABOUT;
    /// Frames of noun cues.
    pub(crate) const NOUNS: u64 = NOUN_CLAUSE | NOUN_INFINITIVE | NOUN_OBJECT;
}

/// `source=`: the part a word can play in a phrase that names a source.
pub(crate) mod source {
    /// A set of facts.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub(crate) struct Class(pub(crate) u64);

    impl Class {
        facts! { Class, Class;
            // Heads, by what they name.
            SOURCE, INSIDER, ROLE, PERSON, KIN, GROUP, SPOKES, COUNSEL, OFFICE, HOLDER, INSTITUTION, OUTLET, DOCUMENT, THING,
            // Determiners, quantities, ranks and nationalities around a head.
            DEFINITE, DEMONSTRATIVE, INDEFINITE, POSSESSIVE, OTHER, SEVERAL, VAGUE, NUMBER, BOUND, UNNAMED, SENIORITY, AGENCY, SIDE,
            MEDIA, NATIONALITY, PRONOUN, TITLE, PARTICLE, BREAK,
            // What unnamed people do with a reporter, apart from mere attitudes and acts.
            SAYING, THINKING, POSTING, DECLINING, MANNER, OPENER,
            PLACE, HOUSEHOLD,
            /// A given name, for what "he" and "she" can point back to; names of both are left out.
            MAN, WOMAN,
            /// Ends the name of a business: "Harbor Ferries".
            FIRM,
            /// People who are asked for what they know of a thing: "a historian".
            ASKED,
            /// A body or building of which a place has one: "the Ostby library".
            LOCAL,
            /// What people do, are or suffer without holding a post: "driver", "neighbour".
            TRADE,
            /// How somebody knows: "familiar with", "briefed on".
            ACCESS,
            /// What one who knows has done: "who attended".
            TOOK_PART,
            /// Makes a number vague: "nearly".
            NEAR,
            /// Counts before "of" alone: "a number of aides".
            COLLECTED,
            /// Stands for several without an "s": "people", "police".
            MANY,
        }
    }
}

/// `news=`: words of relaying. Who tells whom, which noun is a report, which an interview, which a job at an outlet.
pub(crate) mod news {
    facts! { u64;
        TELL, SPEAK, SAY, VOICE, REPORT,
        /// A verb of saying that any reporter uses of himself: no relay by itself.
        PLAIN,
        CARRY, QUOTING, REPORT_NOUN, INTERVIEW, EVENT, PROGRAMME, STAFF, AFFILIATED,
        /// An outlet of no name: "the newspaper".
        GENERIC,
        UNNAMED, MARK, SHAPE, SHAPE_AIR, SHY_SHAPE, WIRE_TAIL, FUNCTION, TIME, SKIP, PRONOUN, FIRST_PERSON, PERSON, DOCUMENT,
        HONORIFIC, HEARSAY, MODAL, GENERIC_PERSON, RELATIVE, MEDIA_WORD,
        /// Words of a speaker's own that an outlet may be sent: "in a statement to Channel 4".
        MESSAGE,
        /// A name that needs no introduction in any newspaper.
        FAMOUS,
        /// Carries no claim in a headline, though it is no short word: "amid", "sources".
        CLAIMLESS,
        /// Goes with a report: "an explosive Times report".
        WITH_REPORT,
        /// Stands between an outlet and its noun: "CNN's senior political correspondent", "the local television program".
        OF_NEWSROOM,
        /// Its "to" names no hearer: "responded to the Times".
        UNADDRESSED,
        /// What an outlet does that is no report of its own: "the Times added".
        WEAK,
        /// Short for an outlet behind "the": "the Times".
        LONE_SHAPE,
        /// Found in a label that names no outlet in particular: "several news outlets".
        NAMELESS,
        /// Lays blame on somebody.
        ACCUSING,
        /// What a report holds of what people said: "quotes from eleven officials".
        QUOTABLE,
        /// Stands for a thing: "it", "which".
        IMPERSONAL,
        /// Makes of what follows no statement: "if he said".
        SUPPOSES,
    }
}

/// `register=`: words that carry no topic of their own, with the parts of them that mark register and reference.
pub(crate) mod register {
    facts! { u32;
        STOP, AUTHOR, BE, BE_NOTED, CONNECTIVE, HE, I, MISTER, PAST, PRESENT, PRONOUN, SAID, SAYS, SHE, YOU,
        FORMULA, PAGE,
    }
}

/// `structure=`: the steps of sentences that judge in the outlet's own voice.
pub(crate) mod structure {
    facts! { u32;
        BE, HEDGE, SEEN, VIEW, RELATIVE, CLAIMED, HAVE, DEGREE, ADVERB, FUNCTION, CAUSE, TROUBLE,
        /// Short everyday words that are capitals only where somebody shouts.
        COMMON,
        PLAIN_DEGREE,
        /// A crowd that is never met: "critics", "observers".
        CROWD,
        /// What a crowd does.
        HOLDS,
        /// A state of mind at the head of a clause: "fearing", "emboldened".
        MIND,
        /// The same, where it is hardly ever told by the one who has it.
        PLAIN_MIND,
        /// "Many", "some", "most" as a crowd of their own.
        MANY,
        /// What stands before a label that is no surname: "such radicals".
        BEFORE_LABEL,
        /// What stands before a noun and before no verb: "the hammer", "in silence".
        BEFORE_NOUN,
        /// Names what stands between quote marks behind it: "the term".
        NAMING,
        /// May stand between an outlet's own name and its view: "HNN analysts also believe".
        BESIDE_VIEW,
        /// What a writer is made to feel, or makes of an event: "it is good to see".
        VERDICT,
        /// A mood that somebody is seen in: "a furious Roe".
        MOOD,
    }
}

/// `usage=`: the part a word takes in one construction, whatever part of speech it is.
pub(crate) mod usage {
    facts! { u64;
        /// A preposition that may stand between a verb of saying and its content: "said in a statement that".
        MANNER,
        /// Opens what is beside an object: "criticised the plan despite".
        ASIDE,
        /// A preposition that hangs on the noun before it: "the case against Roe".
        ATTACHING,
        /// An adjective that opens what identifies somebody: "people close to the family".
        IDENTIFYING,
        /// Opens a time: "last week", "the same day".
        BEFORE_TIME,
        /// An adverb that stands for itself before a verb.
        APART,
        /// An auxiliary of the past.
        PAST,
        /// Ends like a word for people and is none: "corner".
        THING,
        /// Follows a number and says of what: "40 million".
        UNIT,
        /// A preposition that tells when, where or by what means a thing was said.
        CIRCUMSTANCE,
        /// A preposition that is no part of the addressee before it: "told reporters in Ostby".
        ADJUNCT,
        /// Tells a time from now on, and ends names of programmes: "tonight".
        NOW,
        /// Tells how a contest stands: "ahead by two".
        STANDING,
        /// Links a subject with what it is, beside "be": "remains confident that".
        LINKING,
        /// Takes the object of a noun that is a cue: "criticism of".
        OBJECTIVE,
        /// What one does who answers: "declined to comment".
        ANSWERS,
        /// Opens a phrase for somebody not met before: "a man named Roe".
        UNKNOWN,
        /// A post that says nothing of a role: "an official".
        BLAND,
        /// A preposition before the body somebody belongs to: "an official at Acme".
        BELONGING,
        /// Tells no description from another: "the same".
        UNSAYING,
        /// Lays words on somebody and is no verb of the clause: "according to".
        CREDITING,
        /// Opens a phrase for nobody in particular: "no official".
        NO_ONE,
        /// A pronoun that stands for anybody.
        ANYONE,
        /// People who are a class by their word alone: "lawmakers".
        MANY_BY_NATURE,
        /// People whose words are published under their names.
        PUBLISHING,
        /// Somebody seen, by sex and age alone: "a woman".
        FIGURE,
        /// Where people are heard: "interviews with a dozen officials".
        HEARD_IN,
        /// Says that its bearer is a woman: "Mrs", "widow".
        FEMALE,
        /// Says that its bearer is a man.
        MALE,
        /// A form of a verb of saying that no noun shares.
        FINITE,
        /// A number of people that is no body with a name.
        BAND,
        /// Has the one who told it behind it: "a tip from".
        SOURCE_OF,
        /// May stand before who says it: "said a clerk".
        INVERTED,
        /// Opens what is inserted behind a head: "officials, who".
        INSERTED,
        /// Gives a name: "a dog named Rex".
        NAMING,
        /// A pronoun that stands for no speaker: "nothing".
        THINGLIKE,
        /// A pronoun for one person.
        ONE_PERSON,
        /// Says what its subject is.
        COPULA,
        /// A preposition behind which a phrase belongs to the one before it.
        BINDING,
        /// What stands behind it is inside another phrase: "a spokesman for the buyer".
        INNER,
        /// Begins another clause behind a description.
        TURNS,
        /// What one does who answers a request to comment.
        REPLYING,
        /// Stands for the one who speaks.
        FIRST_PERSON,
        /// Of a headline's crowd, that it says so: "20 protesters claim".
        CLAIMING,
        /// Leads to the number of a list: "the 17 best ways".
        BEFORE_LIST,
        /// A preposition before a place to speak in: "in an interview".
        PLACE,
    }
}

/// A layer that has facts of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Layer {
    Grammar,
    Cue,
    Source,
    News,
    Register,
    Structure,
    Usage,
}

/// Every layer by the key of its facts in the table, in the order of [`Layer`], with their names by bit.
pub(super) const LAYERS: [(&str, &[&str]); 7] = [
    ("grammar", grammar::NAMES),
    ("cue", cue::NAMES),
    ("source", source::Class::NAMES),
    ("news", news::NAMES),
    ("register", register::NAMES),
    ("structure", structure::NAMES),
    ("usage", usage::NAMES),
];

/// The bit of a fact by its name in the table.
pub(super) fn bit(names: &[&str], fact: &str) -> Option<u64> {
    let same = |name: &&str| {
        let letter = |b: u8| if b == b'_' { b'-' } else { b.to_ascii_lowercase() };
        name.len() == fact.len() && name.bytes().zip(fact.bytes()).all(|(n, f)| letter(n) == f)
    };
    names.iter().position(same).map(|at| 1 << at)
}
