//! Article in, report out: document, readings, score.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::document::attribution::Attribution;
use crate::document::chain::graph::SourceGraph;
use crate::document::genre::{Genre, GenreReading};
use crate::document::pack::Pack;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::TokenKind;
use crate::document::voice::Voice;
use crate::document::{Document, Layers, MAX_BYTES};
use crate::error::{Error, nearest};
use crate::finding::Finding;
use crate::preset::Preset;
use crate::report::{ArticleFacts, Report, ReportOutcome, SCHEMA, SignalOutcome, SignalReport, Tool};
use crate::score::{self, Priced, Score};
use crate::signal::{Outcome, Reading, Scale, Signal};
use crate::signals;
use crate::text::span::LineColumns;

/// Id of weights and tables; any change changes it.
pub const MODEL: &str = "2026-11-28.622881f2";

/// Fewest words that are scored: nothing was measured of how far a shorter text stands from the whole article.
pub const FEWEST_WORDS: usize = 100;
/// Least share of the caps that must be measured for a score.
pub const LEAST_COVERAGE: f64 = 0.6;
/// Largest share of the body that may be quotation.
pub const MOST_QUOTED: f64 = 0.7;

const NOT_ENGLISH: &str = "the text does not read as English prose";

/// Reads articles with one set of settings, as often as you like.
#[derive(Clone, Debug)]
pub struct Analyzer {
    signals: Vec<(&'static Signal, Scale)>,
    preset: Option<Preset>,
    packs: Vec<Pack>,
}

impl Default for Analyzer {
    fn default() -> Self {
        Analyzer {
            signals: signals::ALL.iter().map(|s| (*s, s.scale)).collect(),
            preset: None,
            packs: Vec::new(),
        }
    }
}

impl Analyzer {
    /// The default settings.
    pub fn new() -> Self {
        Analyzer::default()
    }

    /// Other settings.
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    /// The signals that are on, each with the prices in force, in order.
    pub fn scales(&self) -> impl Iterator<Item = (&'static Signal, Scale)> + '_ {
        self.signals.iter().copied()
    }

    /// The preset in force.
    pub fn preset(&self) -> Option<Preset> {
        self.preset
    }

    /// The signals that are on, in order.
    pub fn signals(&self) -> impl Iterator<Item = &'static Signal> + '_ {
        self.signals.iter().map(|(s, _)| *s)
    }

    /// Annotates an article with this analyzer's packs.
    pub fn document<'a>(&self, article: &'a Article) -> Document<'a> {
        Document::new(article, &self.packs)
    }

    /// Reads one article. Total: every text gives a report.
    pub fn analyze(&self, article: &Article) -> Report {
        let document = self.document(article);
        let report = self.judge(&document);
        // Moved, not copied: a report takes most of its bulk from the document.
        with_layers(report, document.into_layers())
    }

    /// Reads many articles on all cores, in the order given.
    #[cfg(feature = "parallel")]
    pub fn analyze_all(&self, articles: &[Article]) -> Vec<Report> {
        use rayon::prelude::*;
        articles.par_iter().map(|a| self.analyze(a)).collect()
    }

    /// Reads an annotated article.
    pub fn report(&self, document: &Document<'_>) -> Report {
        with_layers(self.judge(document), document.layers())
    }

    /// The report without the document's own layers.
    fn judge(&self, document: &Document<'_>) -> Report {
        let readings: Vec<(&Signal, Reading)> = self.signals.iter().map(|(s, _)| (*s, read(s, document))).collect();
        let priced: Vec<Priced<'_>> = readings
            .iter()
            .zip(&self.signals)
            .map(|((signal, reading), (_, scale))| Priced {
                signal,
                scale: *scale,
                reading,
            })
            .collect();
        let mut tally = score::tally(&priced, document.words());
        tally.score.preset = self.preset.map(|preset| preset.name().to_string());
        let outcome_reason = abstention(document, &tally.score, self.preset);
        let (outcome, score, contributions) = match outcome_reason {
            None => (ReportOutcome::Scored, tally.score, tally.contributions),
            Some(_) => (
                ReportOutcome::Abstained,
                Score {
                    coverage: tally.score.coverage,
                    preset: tally.score.preset,
                    ..Score::default()
                },
                Vec::new(),
            ),
        };
        let mut signals = BTreeMap::new();
        let mut findings = Vec::with_capacity(readings.iter().map(|(_, r)| r.findings.len()).sum());
        for (signal, mut reading) in readings {
            findings.append(&mut reading.findings);
            signals.insert(signal.id.to_string(), signal_report(reading));
        }
        Report {
            schema: SCHEMA.to_string(),
            tool: Tool {
                name: "onrecord".to_string(),
                version: env!("CARGO_PKG_VERSION").to_string(),
                model: MODEL.to_string(),
            },
            article: facts(document),
            outcome,
            outcome_reason,
            score,
            contributions,
            signals,
            sources: Vec::new(),
            attributions: Vec::new(),
            chains: Vec::new(),
            graph: SourceGraph::default(),
            voice: Vec::new(),
            segments: Vec::new(),
            findings: located(document.text(), findings),
            shared: None,
            versus: None,
        }
    }
}

fn with_layers(report: Report, layers: Layers) -> Report {
    Report {
        sources: layers.sources,
        attributions: layers.attributions.into_iter().map(Attribution::published).collect(),
        chains: layers.chains,
        graph: layers.graph,
        voice: layers.voice,
        segments: layers.segments,
        ..report
    }
}

/// A signal's answer; the built-in tables speak English, so that they have nothing to say of other texts.
fn read(signal: &Signal, document: &Document<'_>) -> Reading {
    if document.language() != "en" {
        return Reading::new(Outcome::Inconclusive(NOT_ENGLISH.to_string()));
    }
    (signal.read)(document)
}

fn signal_report(reading: Reading) -> SignalReport {
    let (outcome, reason) = match reading.outcome {
        Outcome::Measured(_) => (SignalOutcome::Measured, None),
        Outcome::NotApplicable(reason) => (SignalOutcome::NotApplicable, Some(reason)),
        Outcome::Inconclusive(reason) => (SignalOutcome::Inconclusive, Some(reason)),
    };
    SignalReport {
        outcome,
        reason,
        counts: reading.counts,
    }
}

fn facts(document: &Document<'_>) -> ArticleFacts {
    let article = document.article();
    let title = article.title().map(str::to_string).or_else(|| {
        let first = document
            .lines()
            .first()
            .filter(|l| document.segment_at(l.span.start) == SegmentKind::Title)?;
        Some(document.text()[first.span].to_string())
    });
    ArticleFacts {
        id: article.id().map(str::to_string),
        title,
        bytes: article.text().len(),
        words: document.words(),
        sentences: document.sentences().len(),
        paragraphs: document.paragraphs().len(),
        body_start: article.body_start(),
        language: document.language().to_string(),
        genre: document.genre().genre,
        genre_reasons: document.genre().reasons.clone(),
        text: None,
    }
}

/// Why no score is given.
fn abstention(document: &Document<'_>, score: &Score, preset: Option<Preset>) -> Option<String> {
    let words = document.words();
    if document.article().text().len() > MAX_BYTES {
        return Some(format!("the text is longer than {MAX_BYTES} bytes"));
    }
    if words == 0 {
        return Some("the text is empty".to_string());
    }
    if document.language() != "en" {
        return Some(NOT_ENGLISH.to_string());
    }
    if words < FEWEST_WORDS {
        return Some(format!("{words} words, and a score needs {FEWEST_WORDS}"));
    }
    let genre = document.genre();
    if let Some(kind) = unscored(genre).filter(|_| !preset.is_some_and(|p| p.accepts(genre.genre))) {
        return Some(format!("{kind}: {}", document.genre().reasons.join("; ")));
    }
    let share = quoted_words(document) as f64 / words as f64;
    if share > MOST_QUOTED {
        return Some(format!("{:.0} % of the words are quotation", share * 100.0));
    }
    if score.coverage < LEAST_COVERAGE {
        return Some(format!(
            "only {:.0} % of the score could be measured",
            score.coverage * 100.0
        ));
    }
    None
}

/// Words and numbers in quotation.
fn quoted_words(document: &Document<'_>) -> usize {
    let tokens = document.tokens();
    let quoted = document.voice().iter().filter(|r| r.voice == Voice::Quoted);
    let mut from = 0;
    quoted
        .map(|run| {
            from += tokens[from..].partition_point(|t| (t.start as usize) < run.start);
            let inside = tokens[from..].iter().take_while(|t| (t.start as usize) < run.end);
            inside
                .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
                .count()
        })
        .sum()
}

/// Genres whose form alone would move a score made for stories. Opinion is one of them when the piece declares itself; a view that
/// is offered as news is scored as what it offers itself as.
fn unscored(reading: &GenreReading) -> Option<&'static str> {
    match reading.genre {
        Genre::List => Some("a list or round-up"),
        Genre::Interview => Some("an interview"),
        Genre::Satire => Some("marked as satire"),
        Genre::Opinion if reading.declared => Some("an opinion piece"),
        Genre::Reportage | Genre::Opinion | Genre::Analysis => None,
    }
}

/// Sorts findings by span, then rule, and fills in line, column and excerpt.
fn located(text: &str, mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    let mut at = LineColumns::new(text);
    for finding in &mut findings {
        (finding.line, finding.column) = at.locate(finding.span.start);
        finding.excerpt = text.get(finding.span.start..finding.span.end).unwrap_or("").to_string();
    }
    findings
}

/// Reads one article with the default settings.
///
/// ```
/// use onrecord::{Article, analyze};
/// let report = analyze(&Article::new("The ferry sank, officials said."));
/// assert!(report.score().points.is_none());
/// assert_eq!(report.outcome_reason(), Some("5 words, and a score needs 100"));
/// ```
pub fn analyze(article: &Article) -> Report {
    static DEFAULT: std::sync::LazyLock<Analyzer> = std::sync::LazyLock::new(Analyzer::default);
    DEFAULT.analyze(article)
}

/// Puts an [`Analyzer`] together.
#[derive(Clone, Debug, Default)]
pub struct AnalyzerBuilder {
    off: BTreeSet<String>,
    preset: Option<Preset>,
    caps: BTreeMap<String, f64>,
    packs: Vec<Pack>,
    own: Vec<&'static Signal>,
}

impl AnalyzerBuilder {
    /// Leaves a signal out.
    pub fn signal_off(mut self, id: impl Into<String>) -> Self {
        self.off.insert(id.into());
        self
    }

    /// Takes the prices made for a kind of text; caps set by [`cap`](Self::cap) go on top, whichever is called first.
    pub fn preset(mut self, preset: Preset) -> Self {
        self.preset = Some(preset);
        self
    }

    /// Sets the most a signal can cost, in points.
    pub fn cap(mut self, id: impl Into<String>, points: f64) -> Self {
        self.caps.insert(id.into(), points);
        self
    }

    /// Adds a lexicon pack.
    pub fn pack(mut self, pack: Pack) -> Self {
        self.packs.push(pack);
        self
    }

    /// Adds a signal of your own.
    pub fn with_signal(mut self, signal: &'static Signal) -> Self {
        self.own.push(signal);
        self
    }

    /// A signal's prices: its own, the preset's over them, and the cap set here over both.
    fn scale(&self, signal: &Signal) -> Scale {
        let mut scale = signal.scale;
        if let Some(preset) = self.preset {
            if let Some((_, cap)) = preset.caps().find(|(id, _)| *id == signal.id) {
                scale.cap = cap;
            }
            if let Some(rates) = preset.rates().iter().find(|r| r.signal == signal.id) {
                (scale.usual, scale.extreme, scale.origin) = (rates.usual, rates.extreme, rates.origin);
            }
        }
        scale.cap = self.caps.get(signal.id).copied().unwrap_or(scale.cap);
        scale
    }

    /// The analyzer.
    ///
    /// # Errors
    ///
    /// A signal that does not exist, a cap that is not between 0 and 100, caps that sum to more than 100, two signals of one id, or
    /// a lexicon pack that does not parse.
    pub fn build(self) -> Result<Analyzer, Error> {
        let mut known: Vec<&'static Signal> = signals::ALL.to_vec();
        for &signal in &self.own {
            if known.contains(&signal) {
                return Err(Error::settings(format!("two signals have the id `{}`", signal.id)));
            }
            known.push(signal);
        }
        for id in self.off.iter().chain(self.caps.keys()) {
            if !known.iter().any(|s| s.id == id) {
                let near = nearest(id, known.iter().map(|s| s.id));
                let hint = near.map_or(String::new(), |n| format!(", did you mean `{n}`?"));
                return Err(Error::settings(format!("no signal `{id}`{hint}")));
            }
        }
        let mut chosen = Vec::new();
        for signal in known.into_iter().filter(|s| !self.off.contains(s.id)) {
            let scale = self.scale(signal);
            if !(0.0..=100.0).contains(&scale.cap) {
                return Err(Error::settings(format!(
                    "cap of `{}` is {}, expected 0 to 100",
                    signal.id, scale.cap
                )));
            }
            chosen.push((signal, scale));
        }
        let sum: f64 = chosen.iter().map(|(_, scale)| scale.cap).sum();
        if sum > 100.0 + 1e-9 {
            return Err(Error::settings(format!("caps sum to {sum}, expected 100 or less")));
        }
        for pack in &self.packs {
            pack.lexicon().map_err(|e| Error::pack(pack.name(), e))?;
        }
        Ok(Analyzer {
            signals: chosen,
            preset: self.preset,
            packs: self.packs,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_settings_are_named() {
        let message = |b: AnalyzerBuilder| b.build().map(|_| ()).expect_err("wrong settings").to_string();
        assert_eq!(
            message(Analyzer::builder().signal_off("editorialising")),
            "no signal `editorialising`, did you mean `editorializing`?"
        );
        assert_eq!(
            message(Analyzer::builder().cap("headline", 60.0)),
            "caps sum to 152, expected 100 or less"
        );
        let pack = Pack::new("ours", "[a]\nx/q");
        assert!(message(Analyzer::builder().pack(pack)).starts_with("lexicon pack `ours`, line 2:"));
    }

    #[test]
    fn a_cap_of_ones_own_goes_over_the_preset() {
        let cap = |b: AnalyzerBuilder, id: &str| {
            let analyzer = b.build().expect("right settings");
            analyzer.scales().find(|(s, _)| s.id == id).expect("a signal").1.cap
        };
        let wire = || Analyzer::builder().preset(Preset::Wire);
        assert_eq!(cap(wire(), "headline"), 4.0);
        assert_eq!(cap(wire().cap("headline", 1.5), "headline"), 1.5);
        assert_eq!(
            cap(
                Analyzer::builder().cap("headline", 1.5).preset(Preset::Wire),
                "headline"
            ),
            1.5
        );
        assert!(wire().cap("headline", 5.0).build().is_err(), "caps would sum to 101");
    }

    #[test]
    fn every_preset_prices_every_signal() {
        for preset in Preset::ALL {
            let ids: Vec<&str> = preset.caps().map(|(id, _)| id).collect();
            assert_eq!(ids, signals::ALL.iter().map(|s| s.id).collect::<Vec<_>>(), "{preset}");
        }
    }

    #[test]
    fn the_caps_sum_to_a_hundred() {
        let sum: f64 = signals::ALL.iter().map(|s| s.scale.cap).sum();
        assert_eq!(sum, 100.0);
    }
}
