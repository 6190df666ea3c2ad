//! Outlets by name: the table of this crate (`outlets.txt`) and what the caller's lexicon packs add to it.
//!
//! An entry gives one name of an outlet; `of=` makes it another name of the outlet whose *main name* it gives, so that "AP" and
//! "The Associated Press" are one. Not here: whether such a word is a name where it stands on the page (`outlet_listed`).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::document::english::lexis::fact::{Layer, news};
use crate::document::english::lexis::lexis;
use crate::text::fold;
use crate::text::lexicon::{Entry, Lexicon, LexiconError, clitics};

static BUILT_IN: LazyLock<Gazetteer> =
    LazyLock::new(|| Gazetteer::new(Lexicon::built_in(include_str!("outlets.txt")), None));

/// The section of a pack that holds outlets.
pub(crate) const SECTION: &str = "outlet";

/// What an entry of a pack may say of an outlet; the table's own header explains each.
const ATTRIBUTES: &str = "of, country, shy, caps, quoted, article, told, programme";

/// One list of outlets.
#[derive(Clone, Debug)]
pub(crate) struct Gazetteer {
    lexicon: Lexicon,
    facts: Vec<OutletFacts>,
}

/// What one entry says.
#[derive(Clone, Debug)]
pub(crate) struct OutletFacts {
    /// The outlet's main name.
    pub key: Box<str>,
    pub country: Option<Box<str>>,
    /// Also an ordinary word, a surname or a title: counts only where the words around it report.
    pub shy: bool,
    /// Counts only in capitals.
    pub caps: bool,
    /// Counts only in quotation marks or behind its network's name.
    pub quoted: bool,
    /// The article belongs to the name.
    pub article: bool,
    /// Counts only as somebody who is told something.
    pub told: bool,
    pub programme: bool,
}

impl Gazetteer {
    /// `below` is the list whose outlets this one's names may be further names of.
    fn new(lexicon: Lexicon, below: Option<&Gazetteer>) -> Self {
        let main: FxHashMap<&str, &Entry> = lexicon.entries().iter().map(|e| (e.phrase.as_str(), e)).collect();
        let facts = lexicon
            .entries()
            .iter()
            .map(|entry| {
                let of = entry.attribute("of").map(folded);
                let of = of.as_deref();
                let spelled = of.map(spellings).unwrap_or_default();
                let owner = spelled.iter().find_map(|name| main.get(name.as_str()).copied());
                let further = below.filter(|_| owner.is_none());
                let further = further.and_then(|below| spelled.iter().find_map(|name| below.entry(name)));
                let key = match (owner, further) {
                    (Some(owner), _) => &owner.phrase,
                    (None, Some(known)) => &*known.key,
                    (None, None) => of.map_or(entry.phrase.as_str(), bare),
                };
                let section = lexicon.sections().get(usize::from(entry.section));
                let is = |key: &str| entry.attribute(key).is_some();
                let country = entry
                    .attribute("country")
                    .or_else(|| owner.and_then(|o| o.attribute("country")));
                OutletFacts {
                    key: key.into(),
                    country: country
                        .or_else(|| further.and_then(|known| known.country.as_deref()))
                        .map(Into::into),
                    shy: is("shy"),
                    caps: is("caps"),
                    quoted: is("quoted"),
                    // A caller may write "the lantern" without knowing the attribute.
                    article: is("article") || below.is_some() && entry.phrase.starts_with("the "),
                    told: is("told"),
                    programme: is("programme") || section.is_some_and(|s| s == "programme"),
                }
            })
            .collect();
        Gazetteer { lexicon, facts }
    }

    /// The outlets of a pack's list, whose names are folded already; nothing when it has none.
    ///
    /// # Errors
    ///
    /// An attribute no outlet has, a country that is no two letters, or another name of an outlet that neither this list nor
    /// the built-in table holds.
    pub(crate) fn of_pack(list: &str) -> Result<Option<Self>, LexiconError> {
        let lexicon = Lexicon::parse_section(list, SECTION)?;
        if lexicon.entries().is_empty() {
            return Ok(None);
        }
        for entry in lexicon.entries() {
            check(entry, &lexicon).map_err(|message| LexiconError {
                line: entry.line,
                message,
            })?;
        }
        Ok(Some(Gazetteer::new(lexicon, Some(&BUILT_IN))))
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    pub(crate) fn facts(&self, entry: u32) -> Option<&OutletFacts> {
        self.facts.get(entry as usize)
    }

    /// The entry of a folded name. "The Hill" keeps its article in a list, "the Harbor Times" does not.
    fn outlet(&self, name: &str) -> Option<&OutletFacts> {
        self.entry(name).or_else(|| self.entry(bare(name)))
    }

    /// The entry of exactly these words.
    fn entry(&self, name: &str) -> Option<&OutletFacts> {
        let words: Vec<&str> = name.split_whitespace().flat_map(clitics).collect();
        let mut hit = None;
        self.lexicon.scan(
            words.len(),
            |i| self.lexicon.word_id(words[i]),
            |m| {
                if m.first == 0 && m.end == words.len() {
                    hit = hit.or(Some(m.entry));
                }
            },
        );
        self.facts(hit?)
    }
}

fn check(entry: &Entry, lexicon: &Lexicon) -> Result<(), String> {
    for (key, value) in &entry.attributes {
        let wanted = match key.as_str() {
            "note" => continue,
            "country" if value.len() == 2 && value.bytes().all(|b| b.is_ascii_alphabetic()) => continue,
            "country" => "two letters, as in `country=gb`".to_string(),
            "of" => {
                let here = |name: &String| lexicon.entries().iter().any(|e| e.phrase == *name);
                let spelled = spellings(&folded(value));
                if spelled.iter().any(|name| here(name) || BUILT_IN.entry(name).is_some()) {
                    continue;
                }
                "the main name of an outlet of this list or of the built-in table".to_string()
            }
            key if ATTRIBUTES.split(", ").any(|known| known == key) => match value.as_str() {
                "1" => continue,
                _ => format!("`{key}=1`"),
            },
            _ => format!("one of {ATTRIBUTES}"),
        };
        return Err(format!("`{key}={value}`: of an outlet, expected {wanted}"));
    }
    Ok(())
}

/// The lists that hold for one article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    own: &'a [&'a Gazetteer],
}

impl<'a> Known<'a> {
    /// With the caller's lists.
    pub(crate) fn new(own: &'a [&'a Gazetteer]) -> Self {
        Known { own }
    }

    /// The caller's lists first: what they say of a name goes before the built-in table.
    pub(crate) fn lists(self) -> impl Iterator<Item = &'a Gazetteer> {
        self.own.iter().copied().chain([&*BUILT_IN])
    }

    /// The main name of a folded outlet name.
    pub(crate) fn main_name(self, folded: &str) -> Option<&'a str> {
        self.entry(folded).map(|f| &*f.key)
    }

    /// Where an outlet is published.
    pub(crate) fn country(self, folded: &str) -> Option<&'a str> {
        self.entry(folded)?.country.as_deref()
    }

    fn entry(self, folded: &str) -> Option<&'a OutletFacts> {
        self.lists().find_map(|list| list.outlet(folded))
    }
}

/// The built-in table's main name for a folded outlet name.
pub(crate) fn known(folded: &str) -> Option<&'static str> {
    Known::new(&[]).main_name(folded)
}

/// A name as the tables know names.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(fold::folded).collect();
    words.join(" ")
}

/// A folded name without its article.
pub(crate) fn bare(folded: &str) -> &str {
    folded.strip_prefix("the ").unwrap_or(folded)
}

/// The ways a list may spell an outlet that an `of=` names: as it stands, without its article, with one.
fn spellings(folded: &str) -> [String; 3] {
    let bare = bare(folded);
    [folded.to_string(), bare.to_string(), format!("the {bare}")]
}

/// Whether the words name no outlet in particular: "media reports", "several news outlets".
pub(crate) fn is_nameless(label: &str) -> bool {
    !label.is_empty()
        && label
            .split_whitespace()
            .all(|w| lexis().facts(&w.to_lowercase()).of(Layer::News) & news::NAMELESS != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pack::Pack;

    #[test]
    fn the_table_parses() {
        let _ = Lexicon::parse(include_str!("outlets.txt")).expect("a good list");
    }

    #[test]
    fn several_hundred_outlets_have_a_country() {
        let lexicon = BUILT_IN.lexicon();
        let outlets = lexicon.entries().iter().filter(|e| e.attribute("of").is_none()).count();
        let aliases = lexicon.entries().len() - outlets;
        let placed = BUILT_IN.facts.iter().filter(|f| f.country.is_some()).count();
        assert!(
            outlets >= 700 && aliases >= 300,
            "{outlets} outlets, {aliases} further names"
        );
        assert!(placed * 10 >= lexicon.entries().len() * 6, "{placed} with a country");
    }

    #[test]
    fn further_names_lead_to_an_outlet_of_the_table() {
        let lost: Vec<&str> = BUILT_IN
            .facts
            .iter()
            .filter(|f| BUILT_IN.entry(&f.key).is_none())
            .map(|f| &*f.key)
            .collect();
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn a_packs_outlets_stand_beside_the_table() {
        let list = "[editorializing.label]\nmoneybags\n[outlet]\nkestrel weekly ; country=nz\nweekly bird ; of=Kestrel Weekly\nteletype ; of=reuters\n";
        let packs = [Pack::new("ours", list)];
        let own: Vec<&Gazetteer> = packs.iter().filter_map(Pack::outlets).collect();
        let known = Known::new(&own);
        assert_eq!(known.main_name("the weekly bird"), Some("kestrel weekly"));
        assert_eq!(known.country("weekly bird"), Some("nz"));
        assert_eq!(known.main_name("teletype"), Some("reuters"));
        assert_eq!(known.country("teletype"), known.country("reuters"));
        assert_eq!(known.main_name("ap"), Some("associated press"));
        assert_eq!(known.main_name("moneybags"), None);
    }

    #[test]
    fn mistakes_name_their_line() {
        let message = |entry: &str| {
            let list = format!("# ours\n[a]\nx\n[outlet]\n{entry}\n");
            Gazetteer::of_pack(&list)
                .map(|_| ())
                .expect_err("a bad entry")
                .to_string()
        };
        assert!(
            message("kestrel weekly ; contry=nz").starts_with("line 5: `contry=nz`: of an outlet, expected one of of,")
        );
        assert!(message("kestrel weekly ; country=new zealand").contains("expected two letters"));
        assert!(message("bird ; of=kestrel weekly").contains("the main name of an outlet of this list"));
        assert!(message("bird ; shy=yes").contains("expected `shy=1`"));
        assert!(message("bird\nbird").starts_with("line 6:"));
    }
}
