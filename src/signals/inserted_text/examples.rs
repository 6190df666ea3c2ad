//! Short articles that raise the rules, and their clean twins. Every outlet, place and person in them is invented.

macro_rules! harbour {
    ($($extra:expr)?) => {
        concat!(
            "Harbour tolls in Port Ellery to rise in spring\n\n",
            "The harbour board of Port Ellery voted on Tuesday to raise tolls for fishing boats by a fifth from April.\n\n",
            "The board said the tolls had not changed since the new quay was built and no longer paid for dredging.\n\n",
            "Skippers who keep boats at the quay said the vote would drive the smallest boats out of the harbour.\n\n",
            $($extra, "\n\n",)?
            "\"We pay tolls, we pay for ice, and now we pay for the mud,\" said Ines Rowntree, who runs two boats from the quay.\n\n",
            "Board chair Tom Adeyo said dredging the harbour mouth cost more each winter and that the tolls would fund it.\n\n",
            "The skippers plan to bring their boats to the harbour office on Friday and ask the board to vote again.",
        )
    };
}

macro_rules! library {
    ($($extra:expr)?) => {
        concat!(
            "Night hours end at the Marlow Street library\n\n",
            "The library on Marlow Street will close at six in the evening from next month, the town library service said.\n\n",
            "Night hours were introduced two years ago so that students without a quiet room could read and borrow books.\n\n",
            "The service said too few students used the library at night to pay for two librarians and a guard.\n\n",
            $($extra, "\n\n",)?
            "Librarian Petra Vance said the count of students was taken in the holidays, when the reading room is empty.\n\n",
            "A student petition to keep the night hours has 1,900 names, and the library service will answer it in June.\n\n",
            "Vance said she would ask the town to count readers again in term before the reading room goes dark.",
        )
    };
}

pub(super) static TEASER_FLAGS: &[&str] = &[
    harbour!(
        "Pop Star Lila Monroy Stuns Fans With Surprise Duet\nThe singer joined rapper Dex Calloway on stage in Belmora. Monroy's glittering gown drew gasps from the crowd."
    ),
    library!(
        "Goalkeeper Marko Silvan Injured Ahead of Cup Final\nThe striker limped off before halftime in Torvale. Coach Anders Brandt refused to name a replacement."
    ),
];
pub(super) static TEASER_PASSES: &[&str] = &[
    harbour!(
        "What the tolls pay for\nThe tolls of the harbour fund dredging, the quay lights and the board's pilot boat."
    ),
    library!(
        "Who reads at night\nStudents told the library service that the reading room is the one quiet room on Marlow Street."
    ),
];
pub(super) static PARAGRAPH_FLAGS: &[&str] = &[
    harbour!(
        "Chipmaker Veltrion unveiled its flagship smartphone processor in Kestrel Valley, promising longer battery life. Analysts at Brightwater Capital expect handset shipments to rebound. Veltrion shares jumped nine percent, while rival Quanta Optics slipped. The processor reaches consumers before Christmas."
    ),
    library!(
        "Midfielder Joao Ferraz scored twice as Sporting Lagoa thrashed Real Vendel in the quarterfinal. Coach Rui Tavares praised his defenders. Vendel striker Karim Haddou missed a penalty before halftime. Lagoa meet Dynamo Vesk in the semifinal."
    ),
];
pub(super) static PARAGRAPH_PASSES: &[&str] = &[
    harbour!(
        "Fishing paid for half of the town a generation ago. Twelve boats are left at the quay. Their catch is sold by phone before the boats reach the harbour, and the old market hall is a cafe. The board owns the hall."
    ),
    library!(
        "The building opened as a grain store and burned down once. A bequest by a printer made it a library. His portrait hangs in the reading room, above the desk at which students queue in winter."
    ),
];
pub(super) static SENTENCES_FLAGS: &[&str] = &[
    harbour!(
        "Actress Gwen Tolliver filed for divorce from guitarist Nico Brandt in Belmora, citing irreconcilable differences. Tolliver starred in the thriller Midnight Orchid, for which she received a Silver Lantern nomination."
    ),
    library!(
        "Midfielder Joao Ferraz scored twice as Sporting Lagoa thrashed Real Vendel, and striker Karim Haddou missed a penalty. Lagoa coach Rui Tavares praised Ferraz, whom Lagoa signed from Dynamo Vesk."
    ),
];
pub(super) static SENTENCES_PASSES: &[&str] = &[
    harbour!("The harbour office did not answer questions."),
    library!("Their petition was not the first."),
];
pub(super) static PLACE_FLAGS: &[&str] = &[
    "Rain stops roof work at the old mill\n\nRain has stopped work on the roof of the old mill for a third week.\n\nThe beams lie under sheets, and water stands in the yard.\n\nHe would report to the board by autumn and ask for more money.\n\nWork on the roof will begin again when the beams are dry.\n\nThe mill yard stays closed.",
    "Frost damages fruit on the northern slopes\n\nFrost has damaged half of the fruit on the northern slopes, a survey shows.\n\nThe blossom had opened two weeks early after a warm spell.\n\nShe had warned of it in spring.\n\nFruit from the southern slopes is not affected.\n\nPrices are expected to rise after the frost.",
];
pub(super) static PLACE_PASSES: &[&str] = &[
    "Rain stops roof work at the old mill\n\nRain has stopped work on the roof of the old mill for a third week, the builder said.\n\nThe beams lie under sheets, and water stands in the yard.\n\nHe would report to the board by autumn and ask for more money.\n\nWork on the roof will begin again when the beams are dry.\n\nThe mill yard stays closed.",
    "Frost damages fruit on the northern slopes\n\nFrost has damaged half of the fruit on the northern slopes, Mara Lind found in a survey.\n\nThe blossom had opened two weeks early after a warm spell.\n\nShe had warned of it in spring.\n\nFruit from the southern slopes is not affected.\n\nPrices are expected to rise after the frost.",
];
