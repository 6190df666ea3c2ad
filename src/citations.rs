//! Who cites whom across articles: the chains of many reports in one graph of outlets.
//!
//! A citation is one article in which an outlet relays another. Outlets are told apart by the gazetteer's main name, so "AP" and
//! "The Associated Press" are one. A ring is a set of outlets that cite one another; a root is an outlet that several others'
//! articles rest on: many reports, one origin.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::document::graph::rings_of;
use crate::document::outlet;
use crate::document::source::SourceKind;
use crate::report::Report;

/// One outlet that cites another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citation {
    /// Index of the outlet that cites.
    pub cites: u32,
    /// Index of the outlet that is cited.
    pub cited: u32,
    /// Articles that show it.
    pub articles: u32,
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
}

/// The citations of a set of articles.
///
/// ```
/// use onrecord::citations::Citations;
/// use onrecord::{Article, analyze};
/// let texts = [
///     ("Harbor Times", "The ferry was sold, the Dock Gazette reported."),
///     ("Dock Gazette", "The ferry was sold, according to the Harbor Times."),
/// ];
/// let reports: Vec<_> = texts
///     .iter()
///     .map(|(publisher, text)| (*publisher, analyze(&Article::builder(*text).publisher(*publisher).build())))
///     .collect();
/// let citations = Citations::of(reports.iter().map(|(publisher, report)| (Some(*publisher), report)));
/// assert_eq!(citations.rings.len(), 1, "each rests on the other");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Citations {
    /// Names of the outlets, sorted.
    pub outlets: Vec<String>,
    /// Who cites whom, sorted.
    pub citations: Vec<Citation>,
    /// Outlets that cite one another.
    pub rings: Vec<Vec<u32>>,
    /// Outlets that two articles or more rest on, most articles first.
    pub roots: Vec<Root>,
}

impl Citations {
    /// Gathers the citations of articles, each with the name of its publisher where that is known.
    pub fn of<'a>(articles: impl IntoIterator<Item = (Option<&'a str>, &'a Report)>) -> Self {
        let mut names: FxHashMap<String, u32> = FxHashMap::default();
        let mut pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        let mut roots: FxHashMap<u32, (u32, FxHashSet<u32>)> = FxHashMap::default();
        for (publisher, report) in articles {
            let publisher = publisher.map(|p| intern(&mut names, p));
            let mut shown: FxHashSet<(u32, u32)> = FxHashSet::default();
            let mut ends: FxHashSet<u32> = FxHashSet::default();
            for chain in report.chains() {
                let relays = chain.hops.iter().filter_map(|id| report.sources().get(*id as usize));
                let mut last = publisher;
                for source in relays.filter(|s| s.kind == SourceKind::Outlet && !s.is_self) {
                    let here = intern(&mut names, &source.label);
                    if let Some(from) = last.filter(|from| *from != here) {
                        shown.insert((from, here));
                    }
                    last = Some(here);
                }
                ends.extend(last.filter(|end| Some(*end) != publisher));
            }
            for pair in shown {
                *pairs.entry(pair).or_default() += 1;
            }
            for end in ends {
                let root = roots.entry(end).or_default();
                root.0 += 1;
                root.1.extend(publisher);
            }
        }
        Self::sorted(names, pairs, roots)
    }

    fn sorted(
        names: FxHashMap<String, u32>,
        pairs: FxHashMap<(u32, u32), u32>,
        roots: FxHashMap<u32, (u32, FxHashSet<u32>)>,
    ) -> Self {
        let mut outlets: Vec<(String, u32)> = names.into_iter().collect();
        outlets.sort_unstable();
        let mut place = vec![0u32; outlets.len()];
        for (new, (_, old)) in outlets.iter().enumerate() {
            if let Some(slot) = place.get_mut(*old as usize) {
                *slot = new as u32;
            }
        }
        let at = |id: u32| place.get(id as usize).copied().unwrap_or(0);
        let mut citations: Vec<Citation> = pairs
            .into_iter()
            .map(|((a, b), articles)| Citation {
                cites: at(a),
                cited: at(b),
                articles,
            })
            .collect();
        citations.sort_unstable_by_key(|c| (c.cites, c.cited));
        let edges: Vec<(u32, u32)> = citations.iter().map(|c| (c.cites, c.cited)).collect();
        let mut roots: Vec<Root> = roots
            .into_iter()
            .filter(|(_, (articles, _))| *articles > 1)
            .map(|(id, (articles, publishers))| Root {
                outlet: at(id),
                articles,
                publishers: publishers.len() as u32,
            })
            .collect();
        roots.sort_unstable_by_key(|r| (std::cmp::Reverse(r.articles), r.outlet));
        Citations {
            outlets: outlets.into_iter().map(|(name, _)| name).collect(),
            rings: rings_of(&edges),
            citations,
            roots,
        }
    }
}

fn intern(names: &mut FxHashMap<String, u32>, name: &str) -> u32 {
    let folded = outlet::folded(name);
    let bare = folded.strip_prefix("the ").unwrap_or(&folded);
    let key = outlet::known(bare).unwrap_or(bare).to_string();
    let next = names.len() as u32;
    *names.entry(key).or_insert(next)
}

#[cfg(test)]
mod tests {
    use super::Citations;
    use crate::analyzer::analyze;
    use crate::article::Article;

    #[test]
    fn one_root_behind_many() {
        let texts = [
            (Some("Valley Post"), "The dam had cracked, the Dock Gazette reported."),
            (Some("Channel 4"), "The dam had cracked, according to the Dock Gazette."),
            (None, "An engineer told the Dock Gazette that the dam had cracked."),
            (Some("Radio Kestrel"), "The dam had cracked, an engineer said."),
        ];
        let reports: Vec<_> = texts
            .iter()
            .map(|(publisher, text)| {
                let article = Article::builder(*text);
                (
                    *publisher,
                    analyze(&publisher.map_or(article.clone(), |p| article.publisher(p)).build()),
                )
            })
            .collect();
        let all = Citations::of(reports.iter().map(|(p, r)| (*p, r)));
        assert_eq!(all.roots.len(), 1);
        assert_eq!((all.roots[0].articles, all.roots[0].publishers), (3, 2));
        assert_eq!(all.outlets[all.roots[0].outlet as usize], "dock gazette");
        assert!(all.rings.is_empty());
        assert_eq!(all.citations.len(), 2);
    }

    #[test]
    fn one_outlet_under_two_names_is_one() {
        let a = analyze(&Article::new("The dam had cracked, AP reported."));
        let b = analyze(&Article::new("The dam had cracked, according to The Associated Press."));
        let all = Citations::of([(None, &a), (None, &b)]);
        assert_eq!(all.outlets, ["associated press"]);
        assert_eq!(all.roots[0].articles, 2);
    }
}
