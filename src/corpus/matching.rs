//! What does an article share with the indexed ones?

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::corpus::direction::moment;
use crate::corpus::index::{Corpus, LOOKED, Posting, prints};
use crate::corpus::text::First;
use crate::text::shingle::Fingerprint;
use crate::text::span::Span;

/// A passage of an article that also stands in an indexed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it stands in the article.
    pub span: Span,
    /// The indexed article, as an index into [`Corpus::entries`].
    pub entry: usize,
    /// Where it begins there.
    pub start: usize,
    /// Words that are surely shared: those that common fingerprints cover.
    pub words: usize,
    /// Common fingerprints.
    pub fingerprints: usize,
    /// Which of the two was published first; unknown without two dates that differ.
    pub first: First,
}

/// A shingle in so many articles of at most [`FEW_SITES`] publishers is site furniture.
const MANY: usize = 8;
const FEW_SITES: usize = 2;
/// Two common fingerprints further apart than this belong to two passages, in bytes.
const APART: u32 = 300;
/// How far the distance between them may differ, in bytes.
const SLACK: u32 = 80;

impl Corpus {
    /// What an article shares with indexed ones, in order of its place; an indexed article of the same id is passed over.
    pub fn matches(&self, article: &Article) -> Vec<Match> {
        let mut out = self.matches_raw(&prints(article, self.winnow), article.id());
        for one in &mut out {
            one.first = self.first(article, one.entry);
        }
        out
    }

    /// What a text shares of which only the fingerprints are known (made with the same [`Winnow`](crate::corpus::Winnow)); an indexed
    /// article called `own` is passed over. Dates are not known, so neither is which was first.
    pub fn matches_raw(&self, prints: &[Fingerprint], own: Option<&str>) -> Vec<Match> {
        let mut by_entry: FxHashMap<u32, Vec<(Fingerprint, u32)>> = FxHashMap::default();
        let mut found = Vec::new();
        for print in prints {
            self.postings(print.hash, &mut found);
            if self.is_site_furniture(&found) {
                continue;
            }
            for posting in found.iter().take(LOOKED) {
                let entry = self.entries.get(posting.entry as usize);
                if entry.is_some_and(|e| own != Some(e.id.as_str())) {
                    by_entry.entry(posting.entry).or_default().push((*print, posting.start));
                }
            }
        }
        let mut out = Vec::new();
        for (entry, mut hits) in by_entry {
            hits.sort_unstable_by_key(|(p, start)| (p.start, *start));
            passages(entry as usize, self.winnow.k, &hits, &mut out);
        }
        out.sort_by_key(|m| (m.span, m.entry, m.start));
        out
    }

    /// What each of some articles shares with indexed ones, on all cores; the same as [`Corpus::matches`] one by one.
    #[cfg(feature = "parallel")]
    pub fn matches_all(&self, articles: &[Article]) -> Vec<Vec<Match>> {
        use rayon::prelude::*;
        articles.par_iter().map(|a| self.matches(a)).collect()
    }

    /// Which of an article and an indexed one has the earlier date.
    fn first(&self, article: &Article, entry: usize) -> First {
        let there = self.entries.get(entry).and_then(|e| e.published.as_deref());
        match (article.published().and_then(moment), there.and_then(moment)) {
            (Some(here), Some(there)) if here < there => First::This,
            (Some(here), Some(there)) if here > there => First::Other,
            _ => First::Unknown,
        }
    }

    fn is_site_furniture(&self, postings: &[Posting]) -> bool {
        if postings.len() < MANY {
            return false;
        }
        let mut sites: Vec<&str> = Vec::new();
        for posting in postings {
            let Some(site) = self
                .entries
                .get(posting.entry as usize)
                .and_then(|e| e.publisher.as_deref())
            else {
                return false;
            };
            if !sites.contains(&site) {
                sites.push(site);
            }
            if sites.len() > FEW_SITES {
                return false;
            }
        }
        true
    }
}

/// Common fingerprints that follow each other in both texts are one passage.
fn passages(entry: usize, k: usize, hits: &[(Fingerprint, u32)], out: &mut Vec<Match>) {
    struct Open {
        found: Match,
        last: Fingerprint,
        there: u32,
    }
    let mut open: Vec<Open> = Vec::new();
    for (print, there) in hits {
        let joins = open.iter_mut().rev().take(8).find(|o| {
            let here = print.start.saturating_sub(o.last.start);
            let far = there.saturating_sub(o.there);
            print.word > o.last.word && *there > o.there && here <= APART && far <= APART && here.abs_diff(far) <= SLACK
        });
        match joins {
            Some(o) => {
                let new = (print.word - o.last.word).min(k as u32);
                o.found.words += new as usize;
                o.found.fingerprints += 1;
                o.found.span.end = print.end as usize;
                o.last = *print;
                o.there = *there;
            }
            None => open.push(Open {
                found: Match {
                    span: Span::new(print.start as usize, print.end as usize),
                    entry,
                    start: *there as usize,
                    words: k,
                    fingerprints: 1,
                    first: First::Unknown,
                },
                last: *print,
                there: *there,
            }),
        }
    }
    out.extend(open.into_iter().map(|o| o.found));
}
