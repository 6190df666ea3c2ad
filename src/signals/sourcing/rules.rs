//! The rules of the signal, each with what raises it and what only looks like it.

use crate::finding::{Rule, Severity};

const NO_SOURCE: &str = "https://credweb.org/signals-20191126#bf2e6507";
const NO_ORGANISATION: &str = "https://credweb.org/signals-20191126#56ecd8ab";
const QUOTED_SOURCES: &str = "https://credweb.org/signals-20191126#7113e6b1";
const SPJ: &str = "https://www.spj.org/spj-code-of-ethics/";

/// An article without any source.
pub static UNSOURCED: Rule = Rule {
    id: "sourcing/unsourced",
    summary: "a whole article cites nobody",
    why: "SPJ asks reporters to identify sources so that readers can judge them: an article that cites nobody can only be believed or not",
    severity: Severity::Concern,
    related: &[NO_SOURCE, NO_ORGANISATION, SPJ],
    flags: &[
        "The ferry left Ardane at six with forty people on board. It was to reach the island by eight. The wind rose after it had passed the lighthouse, and the captain turned back twice. On the second attempt the engine failed. The boat drifted for an hour towards the rocks below Saint Brevin. A tug came out of the harbour and took it in tow. Nobody was hurt. The passengers were taken to a school, where they were given soup and blankets. Most of them spent the night there. In the morning a second boat carried them over. The ferry is to be repaired in a yard at Karst. The island route has been closed three times this year, always for want of a second engine.",
        "The mill in Dorrin closed in June and nobody knows what will become of it. It stands on the river below the old bridge, four floors of brick with a clock that stopped in March. For ninety years it made sailcloth. Then it made tents, and at the end it made nothing but losses. The owners sold the looms in spring to a buyer from Velmora. The town wants flats. The county wants a museum. A supermarket wants the car park. The roof leaks over the third floor, and the pigeons have moved in. Two summers ago a fire took the dye house and the stairs. The clock is to be repaired whatever happens to the rest of it, and the money for that has been found.",
    ],
    passes: &[
        "The ferry left Ardane at six with forty people on board. It was to reach the island by eight. The wind rose after it had passed the lighthouse, and the captain turned back twice. On the second attempt the engine failed. The boat drifted for an hour towards the rocks below Saint Brevin. A tug came out of the harbour and took it in tow. Nobody was hurt, the coast guard said. The passengers were taken to a school, where they were given soup and blankets. Most of them spent the night there. In the morning a second boat carried them over. Otto Penhale, the harbour master, said that the ferry would be repaired in a yard at Karst. The island route has been closed three times this year, always for want of a second engine.",
        "The mill in Dorrin closed in June and nobody knows what will become of it. It stands on the river below the old bridge, four floors of brick with a clock that stopped in March. For ninety years it made sailcloth, according to the town's archive. Then it made tents, and at the end it made nothing but losses. The owners sold the looms in spring to a buyer from Velmora. The mayor, Yolanda Brice, said that the town wanted flats. The county wants a museum. A supermarket wants the car park. The roof leaks over the third floor, and the pigeons have moved in. Two summers ago a fire took the dye house and the stairs. The clock is to be repaired whatever happens to the rest of it, and the money for that has been found.",
        "The ferry left Ardane at six. It was to reach the island by eight. Nobody was hurt.",
    ],
};

/// Everything rests on one source.
pub static SINGLE_SOURCE: Rule = Rule {
    id: "sourcing/single-source",
    summary: "a long article has one source only",
    why: "One voice is one interest: the number of sources heard is among the plainest marks of checked reporting (W3C Credible Web draft)",
    severity: Severity::Caution,
    related: &[QUOTED_SOURCES, SPJ],
    flags: &[
        "The ferry to the island will not sail this winter, Otto Penhale said on Friday. Penhale, who runs the harbour at Ardane, said that the boat had lost its second engine in the storm of last week. He said that the yard at Karst could not repair it before May. The boat left Ardane at six with forty people on board and was to reach the island by eight. The wind rose after it had passed the lighthouse, and twice the boat turned back. On the second attempt the engine failed. It drifted for an hour towards the rocks below Saint Brevin before a tug took it in tow. Nobody was hurt. \"We were lucky with the tide,\" Penhale said. The passengers were taken to a school, where they were given soup and blankets, and most of them spent the night there. In the morning a second boat carried them over. The island route has been closed three times this year, always for want of an engine. Penhale said that he had asked for a new boat in each of the past six years. The island has four hundred people, two shops and a school with eleven pupils. In winter the mail comes twice a week, when the weather allows it. He said that a fishing boat would carry the mail until a ferry could be hired from another port down the coast. The hotel on the island is closed until spring, and so is the museum with the old lifeboat.",
        "The ferry to the island will not sail this winter, Lydia Farr said on Friday. Farr, who runs the harbour at Ardane, said that the boat had lost its second engine in the storm of last week. He said that the yard at Karst could not repair it before May. The boat left Ardane at six with forty people on board and was to reach the island by eight. The wind rose after it had passed the lighthouse, and twice the boat turned back. On the second attempt the engine failed. It drifted for an hour towards the rocks below Saint Brevin before a tug took it in tow. Nobody was hurt. \"We were lucky with the tide,\" Farr said. The passengers were taken to a school, where they were given soup and blankets, and most of them spent the night there. In the morning a second boat carried them over. The island route has been closed three times this year, always for want of an engine. Farr said that he had asked for a new boat in each of the past six years. The island has four hundred people, two shops and a school with eleven pupils. In winter the mail comes twice a week, when the weather allows it. He said that a fishing boat would carry the mail until a ferry could be hired from another port down the coast. The hotel on the island is closed until spring, and so is the museum with the old lifeboat.",
    ],
    passes: &[
        "The ferry to the island will not sail this winter, Otto Penhale said on Friday. Penhale, who runs the harbour at Ardane, said that the boat had lost its second engine in the storm of last week. The yard's manager, Stuart Amory, said that it at Karst could not repair it before May. The boat left Ardane at six with forty people on board and was to reach the island by eight. The wind rose after it had passed the lighthouse, and twice the boat turned back. On the second attempt the engine failed. It drifted for an hour towards the rocks below Saint Brevin before a tug took it in tow. Nobody was hurt. \"We were lucky with the tide,\" Penhale said. The passengers were taken to a school, where they were given soup and blankets, and most of them spent the night there. In the morning a second boat carried them over. The island route has been closed three times this year, always for want of an engine. The ferry company confirmed that Penhale had asked for a new boat in each of the past six years. The island has four hundred people, two shops and a school with eleven pupils. In winter the mail comes twice a week, when the weather allows it. He said that a fishing boat would carry the mail until a ferry could be hired from another port down the coast. The hotel on the island is closed until spring, and so is the museum with the old lifeboat.",
        "Otto Penhale said that the ferry would not sail. He said that the yard was full. He said that he was sorry. Penhale said that he had asked for a boat.",
    ],
};

/// A long stretch that rests on nobody.
pub static UNATTRIBUTED_RUN: Rule = Rule {
    id: "sourcing/unattributed-run",
    summary: "many sentences in a row rest on nobody",
    why: "Where an article stops saying who says so, a reader can no longer tell what was reported from what was supposed",
    severity: Severity::Note,
    related: &[NO_SOURCE],
    flags: &[
        "The mill in Dorrin closed in June and nobody knows what will become of it. It stands on the river below the old bridge, four floors of brick with a clock that stopped in March. For ninety years it made sailcloth. Then it made tents, and at the end it made nothing but losses. The owners sold the looms in spring to a buyer from Velmora. The town wants flats. The county wants a museum. A supermarket wants the car park. The roof leaks over the third floor, and the pigeons have moved in. Two summers ago a fire took the dye house and the stairs. The clock is to be repaired whatever happens to the rest of it, and the money for that has been found. The mayor, Yolanda Brice, said that a decision would be taken in spring.",
        "The ferry left Ardane at six with forty people on board. It was to reach the island by eight. The wind rose after it had passed the lighthouse, and the captain turned back twice. On the second attempt the engine failed. The boat drifted for an hour towards the rocks below Saint Brevin. A tug came out of the harbour and took it in tow. Nobody was hurt. The passengers were taken to a school, where they were given soup and blankets. Most of them spent the night there. In the morning a second boat carried them over. The ferry is to be repaired in a yard at Karst. The island route has been closed three times this year, always for want of a second engine. The harbour master, Otto Penhale, said that the boat had been inspected in May.",
    ],
    passes: &[
        "The mill in Dorrin closed in June and nobody knows what will become of it. It stands on the river below the old bridge, four floors of brick with a clock that stopped in March. For ninety years it made sailcloth. Then it made tents, and at the end it made nothing but losses. The owners sold the looms in spring to a buyer from Velmora. The mayor, Yolanda Brice, said that a decision would be taken in spring. The town wants flats. The county wants a museum. A supermarket wants the car park. The roof leaks over the third floor, and the pigeons have moved in. Two summers ago a fire took the dye house and the stairs. The clock is to be repaired whatever happens to the rest of it, and the money for that has been found.",
        "The ferry left Ardane at six with forty people on board. It was to reach the island by eight. The wind rose after it had passed the lighthouse, and the captain turned back twice. On the second attempt the engine failed. The boat drifted for an hour towards the rocks below Saint Brevin. A tug came out of the harbour and took it in tow. Nobody was hurt, the coast guard said. The passengers were taken to a school, where they were given soup and blankets. Most of them spent the night there. In the morning a second boat carried them over. Otto Penhale, the harbour master, said that the ferry would be repaired in a yard at Karst. The island route has been closed three times this year, always for want of a second engine.",
    ],
};
