//! From hits to findings: which stand alone, which count only together, and how sure each is.
//!
//! A sentence is weighed as a whole. A word that judges in most of its uses is a finding by itself; a degree word, a hedge or a
//! connective is so common that it is one only beside others, and then the sentence raises a single finding at its strongest cue.
//! A figure or an attribution in the sentence speaks for reporting and lowers all of it.
//!
//! What is weighed is measured; what an editor would act on is listed. In a plain report a mild word is more often plain than not,
//! so there only what stands well clear is listed, and a sum of cues never is: it says how a page sounds, not which word to strike.

use crate::document::page::fitted;
use crate::signals::editorializing::hits::{Collected, Hit, SentenceHits};

/// From this on a hit stands alone.
const STANDS_ALONE: f64 = 0.45;
/// From this on it is listed in a page that is not full of such words.
const LISTED_ALONE: f64 = 0.5;
/// The same where somebody gives a view or an interview: judging is what the piece is for, and only what insults is listed.
const LISTED_IN_VIEW: f64 = 0.6;
/// The same in a page that is full of them.
const LISTED_EASED: f64 = 0.36;
/// From this many words on a line of capitals is no cry.
const LINK_WORDS: usize = 6;
/// How much the rest of the sentence helps a hit to stand, at most [`MOST_HELP`] of it.
const HELP: f64 = 0.06;
const MOST_HELP: f64 = 1.5;
/// What a figure or an attribution takes from a hit that would stand.
const REPORTING: f64 = 0.04;
/// What they take from the sentence, as a share and outright.
const SHARE: f64 = 0.8;
const OUTRIGHT: f64 = 0.5;
/// From this on the cues of a sentence without a finding are one: in a text of one or two sentences, where there is nothing
/// else to go by, and in an article, where two cues must meet.
const TOGETHER_ALONE: f64 = 0.22;
const TOGETHER: f64 = 0.8;
/// Confidence of one unit of pull.
const UNIT: f64 = 0.35;
/// No finding is surer: of the surest, readers mark no larger share (`cargo bench --bench score`, "confidence").
const SUREST: f64 = 0.85;
/// In a page this loaded (findings that stand alone, and per hundred words) degree words and hedges are listed too.
const LOADED_PAGE: (f64, f64) = (5.0, 1.5);
/// How much less a word of judgment needs in such a page.
const EASED: f64 = 0.1;
/// Least weight of a cue that such a page lists.
const DEGREE: f64 = 0.1;

/// A hit that became a finding.
#[derive(Debug)]
pub(super) struct Weighed<'h> {
    /// The hit.
    pub(super) hit: &'h Hit,
    /// How sure it is, 0 to 1.
    pub(super) confidence: f64,
    /// The other cues, when the finding is their sum.
    pub(super) with: Vec<&'h Hit>,
    /// Whether it is the sum of cues of which none stands alone.
    pub(super) together: bool,
    /// Index of the sentence.
    pub(super) sentence: usize,
    /// Whether it is a finding, or only measured.
    pub(super) listed: bool,
}

/// Weighs all sentences of a page; in a piece that is somebody's view, `view`, saying "I" or asking the reader is no finding.
pub(super) fn weigh(collected: &Collected, view: bool) -> Vec<Weighed<'_>> {
    let mut words = 0;
    let mut standing = 0.0;
    for (s, hits) in collected.each() {
        words += s.own.words;
        let help = Help::of(s, hits);
        let stands = |h: &&Hit| !h.cue && help.stands(h) >= STANDS_ALONE;
        standing += hits.iter().filter(stands).count() as f64;
    }
    let loaded = standing >= LOADED_PAGE.0 && standing * 100.0 >= LOADED_PAGE.1 * words as f64;
    let page = PageStyle {
        loaded,
        short: collected.len() <= 1,
        view,
    };
    let mut out = Vec::new();
    for (s, hits) in collected.each().filter(|(_, hits)| !hits.is_empty()) {
        weigh_sentence(s, hits, &page, &mut out);
    }
    fitted(out)
}

/// What the rest of the page says about a sentence.
struct PageStyle {
    loaded: bool,
    short: bool,
    view: bool,
}

impl PageStyle {
    /// Whether an editor would act on a hit that stands so well in such a sentence.
    fn lists(&self, s: &SentenceHits, hit: &Hit, stands: f64) -> bool {
        // "I" in a report is somebody whose marks were lost, and capitals throughout in its body are a link to another one.
        let strayed = s.own.first_person || !s.own.cased && !s.title && s.own.words >= LINK_WORDS;
        if strayed && !self.short && !self.view && !self.loaded {
            return false;
        }
        match (self.short, self.view, self.loaded) {
            (true, ..) => true,
            (_, true, _) => !hit.cue && stands >= LISTED_IN_VIEW,
            (.., true) => hit.cue || stands >= LISTED_EASED,
            _ => !hit.cue && stands >= LISTED_ALONE,
        }
    }
}

struct Help {
    total: f64,
    reporting: f64,
}

impl Help {
    fn of(s: &SentenceHits, hits: &[Hit]) -> Self {
        Help {
            total: hits.iter().map(|h| h.pull).sum(),
            reporting: f64::from(u8::from(s.own.figure) + u8::from(s.reported)),
        }
    }

    /// How well a hit stands alone in its sentence.
    fn stands(&self, hit: &Hit) -> f64 {
        hit.alone + HELP * (self.total - hit.pull).clamp(0.0, MOST_HELP) - REPORTING * self.reporting
    }
}

fn weigh_sentence<'h>(s: &SentenceHits, hits: &'h [Hit], page: &PageStyle, out: &mut Vec<Weighed<'h>>) {
    let help = Help::of(s, hits);
    let damp = SHARE.powf(help.reporting);
    let mut left = -OUTRIGHT * help.reporting;
    let from = out.len();
    for hit in hits {
        let stands = help.stands(hit);
        let alone = stands >= STANDS_ALONE - if page.loaded && !s.title { EASED } else { 0.0 };
        let degree = page.loaded && hit.cue && !s.title && hit.alone >= DEGREE && !s.reported;
        if alone || degree {
            out.push(Weighed {
                hit,
                confidence: 0.0,
                with: Vec::new(),
                together: false,
                sentence: s.sentence,
                listed: page.lists(s, hit, stands),
            });
        } else {
            left += hit.pull;
        }
    }
    if out.len() == from {
        let enough = if page.short {
            left * damp >= TOGETHER_ALONE
        } else {
            left * damp >= TOGETHER && hits.len() > 1
        };
        // A headline's small cues are the headline signal's.
        if !enough || s.title {
            return;
        }
        let strongest = hits.iter().enumerate().max_by(|(i, a), (j, b)| {
            // One word is enough to show where; a phrase would mark words that are plain.
            let short = |h: &Hit| if h.end - h.first == 1 { 0.15 } else { 0.0 };
            (a.alone + short(a)).total_cmp(&(b.alone + short(b))).then(j.cmp(i))
        });
        if let Some((at, hit)) = strongest {
            let others = hits.iter().enumerate().filter(|(i, _)| *i != at);
            let with = others.map(|(_, h)| h).collect();
            out.push(Weighed {
                hit,
                confidence: (UNIT * damp * left).clamp(0.02, SUREST),
                with,
                together: true,
                sentence: s.sentence,
                listed: page.short,
            });
        }
        return;
    }
    let share = left / (out.len() - from) as f64;
    for w in &mut out[from..] {
        let floor = (0.05 * w.hit.alone).max(0.01);
        w.confidence = (UNIT * damp * (w.hit.pull + share)).clamp(floor, SUREST);
    }
}
