//! Who cites whom across articles: the chains of many reports in one graph of outlets.
//!
//! A citation is one article in which an outlet relays another. Outlets are told apart by their main name, so "AP" and "The
//! Associated Press" are one; reports of no outlet in particular ("media reports") are left out. A ring is a set of outlets that
//! cite one another; a root is an outlet that several articles of others rest on: many reports, one origin.
//!
//! Not here: passages that articles share ([`compare`](mod@crate::compare)), and how the graph is drawn
//! ([`render::citations`](crate::render::citations)).

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::document::chain::ring::rings;
use crate::document::source::SourceKind;
use crate::report::Report;

/// The schema id of a list of citations.
pub const SCHEMA: &str = "onrecord/citations/1";

/// Most articles named as proof of one citation or root.
const PROOFS: usize = 3;

/// One outlet that cites or is cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CitedOutlet {
    /// The name that most articles give it.
    pub name: String,
    /// Its main name, which all its names have in common.
    pub outlet: String,
    /// Where it is published, as a two-letter code, when that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Articles of this set that it publishes.
    pub published: u32,
}

/// One outlet that cites another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citation {
    /// Index of the outlet that cites; nothing where the article's publisher is not known.
    pub cites: Option<u32>,
    /// Index of the outlet that is cited.
    pub cited: u32,
    /// Articles that show it.
    pub articles: u32,
    /// The first of them, by id.
    pub shown_by: Vec<String>,
}

/// An outlet that others' articles rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Root {
    /// Index of the outlet.
    pub outlet: u32,
    /// Articles of other outlets, or of nobody known, whose path ends at it or at somebody it heard.
    pub articles: u32,
    /// Outlets that publish those articles, as far as they are known.
    pub publishers: u32,
    /// The first of the articles, by id.
    pub shown_by: Vec<String>,
}

/// The citations of a set of articles.
///
/// ```
/// use onrecord::citations::Citations;
/// use onrecord::{Article, analyze};
/// let articles = [
///     ("Harbor Times", "The ferry was sold, the Dock Gazette reported."),
///     ("Dock Gazette", "The ferry was sold, according to the Harbor Times."),
/// ];
/// let reports = articles.map(|(publisher, text)| analyze(&Article::builder(text).publisher(publisher).build()));
/// let citations = Citations::of(&reports);
/// assert_eq!(citations.rings.len(), 1, "each rests on the other");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citations {
    /// [`SCHEMA`].
    pub schema: String,
    /// Articles read.
    pub articles: u32,
    /// Those whose publisher is not known.
    pub unpublished: u32,
    /// The outlets, by main name.
    pub outlets: Vec<CitedOutlet>,
    /// Who cites whom, by their indices.
    pub citations: Vec<Citation>,
    /// Outlets that cite one another.
    pub rings: Vec<Vec<u32>>,
    /// Outlets that two articles or more rest on, most articles first.
    pub roots: Vec<Root>,
}

impl Citations {
    /// The citations of these reports.
    pub fn of<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Self {
        let mut gathering = Gathering::default();
        for report in reports {
            gathering.add(report);
        }
        gathering.finish()
    }

    /// The outlet of an index.
    pub fn outlet(&self, index: u32) -> Option<&CitedOutlet> {
        self.outlets.get(index as usize)
    }
}

/// What is kept of reports while they come: outlets and counts, no report.
#[derive(Clone, Debug, Default)]
pub struct Gathering {
    articles: u32,
    unpublished: u32,
    ids: FxHashMap<String, u32>,
    outlets: Vec<Seen>,
    pairs: FxHashMap<(Option<u32>, u32), Shown>,
    roots: FxHashMap<u32, (Shown, FxHashSet<u32>)>,
}

#[derive(Clone, Debug, Default)]
struct Seen {
    names: BTreeMap<String, u32>,
    country: Option<String>,
    published: u32,
}

#[derive(Clone, Debug, Default)]
struct Shown {
    articles: u32,
    by: Vec<String>,
}

impl Shown {
    fn by(&mut self, report: &Report) {
        self.articles += 1;
        if self.by.len() < PROOFS {
            self.by.extend(report.article().id.clone());
        }
    }
}

impl Gathering {
    /// Adds the citations of one article.
    pub fn add(&mut self, report: &Report) {
        self.articles += 1;
        let graph = report.graph();
        let publisher = graph.publisher.as_ref().map(|p| {
            let id = self.outlet(&p.outlet, &p.name, None);
            if let Some(seen) = self.outlets.get_mut(id as usize) {
                seen.published += 1;
            }
            id
        });
        self.unpublished += u32::from(publisher.is_none());
        let mut relays: FxHashMap<u32, u32> = FxHashMap::default();
        for node in &graph.nodes {
            let source = report.sources().get(node.source as usize);
            let relay = source.filter(|s| s.kind == SourceKind::Outlet && !s.is_self);
            if let (Some(source), Some(outlet)) = (relay, &node.outlet) {
                let name = source.label.strip_prefix("The ").unwrap_or(&source.label);
                let id = self.outlet(outlet, name, node.country.as_deref());
                relays.insert(node.source, id);
            }
        }
        let mut pairs: FxHashSet<(Option<u32>, u32)> = FxHashSet::default();
        let mut ends: FxHashSet<u32> = FxHashSet::default();
        for chain in report.chains() {
            let mut last = publisher;
            let mut relayed = false;
            for here in chain.hops.iter().filter_map(|id| relays.get(id).copied()) {
                if last != Some(here) {
                    pairs.insert((last, here));
                    relayed = true;
                }
                last = Some(here);
            }
            ends.extend(last.filter(|end| relayed && Some(*end) != publisher));
        }
        for pair in pairs {
            self.pairs.entry(pair).or_default().by(report);
        }
        for end in ends {
            let (shown, publishers) = self.roots.entry(end).or_default();
            shown.by(report);
            publishers.extend(publisher);
        }
    }

    /// All citations gathered.
    pub fn finish(self) -> Citations {
        let mut order: Vec<(String, u32)> = self.ids.into_iter().collect();
        order.sort_unstable();
        let mut place = vec![0u32; order.len()];
        for (new, (_, old)) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(*old as usize) {
                *slot = new as u32;
            }
        }
        let at = |id: u32| place.get(id as usize).copied().unwrap_or(0);
        let outlets = order
            .into_iter()
            .filter_map(|(outlet, old)| {
                let seen = self.outlets.get(old as usize)?;
                // Of names as frequent as one another the longest, then the first by letter.
                let name = seen
                    .names
                    .iter()
                    .rev()
                    .max_by_key(|(name, count)| (**count, name.len()));
                Some(CitedOutlet {
                    name: name.map_or_else(|| outlet.clone(), |(name, _)| name.clone()),
                    outlet,
                    country: seen.country.clone(),
                    published: seen.published,
                })
            })
            .collect();
        let mut citations: Vec<Citation> = self
            .pairs
            .into_iter()
            .map(|((from, to), shown)| Citation {
                cites: from.map(at),
                cited: at(to),
                articles: shown.articles,
                shown_by: shown.by,
            })
            .collect();
        citations.sort_unstable_by_key(|c| (c.cites, c.cited));
        let edges: Vec<(u32, u32)> = citations.iter().filter_map(|c| Some((c.cites?, c.cited))).collect();
        let mut roots: Vec<Root> = self
            .roots
            .into_iter()
            .filter(|(_, (shown, _))| shown.articles > 1)
            .map(|(id, (shown, publishers))| Root {
                outlet: at(id),
                articles: shown.articles,
                publishers: publishers.len() as u32,
                shown_by: shown.by,
            })
            .collect();
        roots.sort_unstable_by_key(|r| (std::cmp::Reverse(r.articles), r.outlet));
        Citations {
            schema: SCHEMA.to_string(),
            articles: self.articles,
            unpublished: self.unpublished,
            outlets,
            rings: rings(&edges),
            citations,
            roots,
        }
    }

    fn outlet(&mut self, outlet: &str, name: &str, country: Option<&str>) -> u32 {
        let id = match self.ids.get(outlet) {
            Some(id) => *id,
            None => {
                let id = self.outlets.len() as u32;
                self.ids.insert(outlet.to_string(), id);
                self.outlets.push(Seen::default());
                id
            }
        };
        if let Some(seen) = self.outlets.get_mut(id as usize) {
            *seen.names.entry(name.to_string()).or_default() += 1;
            if seen.country.is_none() {
                seen.country = country.map(str::to_string);
            }
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::Citations;
    use crate::analyzer::{Analyzer, analyze};
    use crate::article::Article;
    use crate::document::pack::Pack;
    use crate::report::Report;

    fn read(id: &str, publisher: Option<&str>, text: &str) -> Report {
        let article = Article::builder(text).id(id);
        analyze(&publisher.map_or(article.clone(), |p| article.publisher(p)).build())
    }

    #[test]
    fn one_root_behind_many() {
        let all = Citations::of(&[
            read(
                "a",
                Some("Valley Post"),
                "The dam had cracked, the Dock Gazette reported.",
            ),
            read(
                "b",
                Some("Channel 4"),
                "The dam had cracked, according to the Dock Gazette.",
            ),
            read("c", None, "An engineer told the Dock Gazette that the dam had cracked."),
            read("d", Some("Radio Kestrel"), "The dam had cracked, an engineer said."),
        ]);
        assert_eq!((all.articles, all.unpublished), (4, 1));
        assert_eq!(all.roots.len(), 1);
        assert_eq!((all.roots[0].articles, all.roots[0].publishers), (3, 2));
        assert_eq!(all.roots[0].shown_by, ["a", "b", "c"]);
        assert_eq!(all.outlets[all.roots[0].outlet as usize].name, "Dock Gazette");
        assert!(all.rings.is_empty());
        assert_eq!(all.citations.len(), 3, "{:?}", all.citations);
    }

    #[test]
    fn one_outlet_under_two_names_is_one() {
        let all = Citations::of(&[
            read("a", None, "The dam had cracked, AP reported."),
            read("b", None, "The dam had cracked, according to The Associated Press."),
        ]);
        assert_eq!(all.outlets.len(), 1, "{:?}", all.outlets);
        assert_eq!(all.outlets[0].outlet, "associated press");
        assert_eq!(all.outlets[0].country.as_deref(), Some("us"));
        assert_eq!(all.roots[0].articles, 2);
    }

    #[test]
    fn a_publisher_under_another_name_of_a_pack_is_the_outlet_that_is_cited() {
        let pack = Pack::new("ours", "[outlet]\nLantern Weekly\nLW ; of=Lantern Weekly ; caps=1\n");
        let analyzer = Analyzer::builder().pack(pack).build().expect("a good pack");
        let read = |publisher: &str, text: &str| analyzer.analyze(&Article::builder(text).publisher(publisher).build());
        let all = Citations::of(&[
            read("LW", "The dam had cracked, the Dock Gazette reported."),
            read("Dock Gazette", "The dam had cracked, the Lantern Weekly reported."),
        ]);
        assert_eq!(all.rings.len(), 1, "{all:?}");
    }

    #[test]
    fn nobody_in_particular_is_no_outlet_and_own_reporting_no_citation() {
        let all = Citations::of(&[
            read(
                "a",
                Some("Valley Post"),
                "The minister has resigned, according to media reports.",
            ),
            read(
                "b",
                Some("Valley Post"),
                "An engineer told the Valley Post that the dam had cracked.",
            ),
        ]);
        assert!(all.citations.is_empty() && all.roots.is_empty(), "{all:?}");
        assert_eq!(all.outlets[0].published, 2);
    }
}
