//! What `corpus match` and `corpus stats` print.

use onrecord::Article;
use onrecord::corpus::{Corpus, First, Match};
use serde_json::{Value, json};

use crate::args::{DataFormat, MatchFormat};
use crate::one_line;

/// Characters of a passage that are shown at each end.
const SHOWN: usize = 40;

/// One article after another, in one format.
pub(crate) struct Page<'a> {
    corpus: &'a Corpus,
    format: MatchFormat,
    articles: usize,
    matched: usize,
}

impl<'a> Page<'a> {
    pub(crate) fn new(corpus: &'a Corpus, format: MatchFormat) -> Self {
        Page {
            corpus,
            format,
            articles: 0,
            matched: 0,
        }
    }

    /// An article and what it shares.
    pub(crate) fn article(&mut self, article: &Article, found: &[Match]) -> String {
        self.articles += 1;
        self.matched += usize::from(!found.is_empty());
        match self.format {
            MatchFormat::Text => self.text(article, found),
            MatchFormat::Jsonl => format!("{}\n", self.value(article, found)),
            MatchFormat::Json => {
                let opening = if self.articles == 1 { "[\n" } else { ",\n" };
                format!("{opening}{:#}", self.value(article, found))
            }
        }
    }

    /// What closes the format.
    pub(crate) fn end(&self) -> String {
        match self.format {
            MatchFormat::Text => format!(
                "matched {} of {}; the index holds {}\n",
                self.matched,
                self.articles,
                self.corpus.entries().len()
            ),
            MatchFormat::Jsonl => String::new(),
            MatchFormat::Json if self.articles == 0 => "[]\n".to_string(),
            MatchFormat::Json => "\n]\n".to_string(),
        }
    }

    fn text(&self, article: &Article, found: &[Match]) -> String {
        if found.is_empty() {
            return String::new();
        }
        let mut out = format!("{}\n", one_line(article.id().unwrap_or_default()));
        for one in found {
            let Some(entry) = self.corpus.entries().get(one.entry) else {
                continue;
            };
            let before = article.text().get(..one.span.start).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let known: Vec<&str> = [entry.publisher.as_deref(), entry.published.as_deref()]
                .into_iter()
                .flatten()
                .collect();
            let known = match known.as_slice() {
                [] => String::new(),
                known => format!(" ({})", known.join(", ")),
            };
            let first = match one.first {
                First::This => "; published here first",
                First::Other => "; published there first",
                _ => "",
            };
            out.push_str(&format!(
                "  line {line}: {} words or more also in {}{}{first}\n    {}\n",
                one.words,
                one_line(&entry.id),
                one_line(&known),
                shown(article.text().get(one.span.start..one.span.end).unwrap_or_default())
            ));
        }
        out.push('\n');
        out
    }

    fn value(&self, article: &Article, found: &[Match]) -> Value {
        let shared: Vec<Value> = found
            .iter()
            .filter_map(|one| {
                let entry = self.corpus.entries().get(one.entry)?;
                Some(json!({
                    "span": one.span,
                    "other": entry.id,
                    "other_start": one.start,
                    "other_publisher": entry.publisher,
                    "other_published": entry.published,
                    "words": one.words,
                    "earlier": match one.first {
                        First::This => "this",
                        First::Other => "other",
                        _ => "unknown",
                    },
                    "excerpt": article.text().get(one.span.start..one.span.end),
                }))
            })
            .collect();
        json!({"id": article.id(), "shared": shared})
    }
}

/// A passage on one line, its middle left out when it is long.
fn shown(passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    let line = one_line(&words.join(" "));
    let chars: Vec<char> = line.chars().collect();
    if chars.len() <= 2 * SHOWN + 5 {
        return format!("“{line}”");
    }
    let head: String = chars.iter().take(SHOWN).collect();
    let tail: String = chars.iter().skip(chars.len() - SHOWN).collect();
    // Whole words only.
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail.as_str(), |(_, tail)| tail);
    format!("“{head} … {tail}”")
}

/// What an index holds.
pub(crate) fn stats(corpus: &Corpus, bytes: u64, format: DataFormat) -> String {
    let (articles, prints) = (corpus.entries().len(), corpus.len());
    let winnow = corpus.winnow();
    match format {
        DataFormat::Json => format!(
            "{:#}\n",
            json!({
                "version": Corpus::VERSION,
                "articles": articles,
                "fingerprints": prints,
                "bytes": bytes,
                "t": winnow.guarantee(),
                "k": winnow.k,
            })
        ),
        DataFormat::Text => {
            let each = bytes as f64 / articles.max(1) as f64;
            format!(
                "articles      {articles}\n\
                 fingerprints  {prints}\n\
                 bytes         {bytes} ({each:.0} an article)\n\
                 t             {} (every shared run of so many words is found, none under {})\n\
                 version       {}\n",
                winnow.guarantee(),
                winnow.k,
                Corpus::VERSION
            )
        }
    }
}
