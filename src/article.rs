//! The input: one article, as text with what is known about it.

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// One news article.
///
/// There is one coordinate space, [`Article::text`]: when title and body come apart, the text is the title, an empty line and the
/// body, and [`Article::body_start`] says where the body begins.
///
/// ```
/// use onrecord::Article;
/// let article = Article::builder("The ferry sank.").title("Ferry sinks").publisher("Harbor Times").build();
/// assert_eq!(article.text(), "Ferry sinks\n\nThe ferry sank.");
/// assert_eq!(article.body_start(), 13);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    text: String,
    body_start: usize,
    id: Option<String>,
    title: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    url: Option<String>,
    authors: Vec<String>,
    #[serde(default)]
    quoted_blocks: Vec<Span>,
}

impl Article {
    /// An article of which only the text is known; a first line of a headline's shape is taken as its title.
    pub fn new(text: impl Into<String>) -> Self {
        Article {
            text: text.into(),
            ..Article::default()
        }
    }

    /// An article with more than its text.
    pub fn builder(text: impl Into<String>) -> ArticleBuilder {
        ArticleBuilder {
            body: text.into(),
            article: Article::default(),
        }
    }

    /// With an id, when it has none of its own.
    #[must_use]
    pub fn or_id(mut self, id: impl Into<String>) -> Self {
        self.id.get_or_insert_with(|| id.into());
        self
    }

    /// With a publisher, when it names none of its own.
    #[must_use]
    pub fn or_publisher(mut self, publisher: impl Into<String>) -> Self {
        self.publisher.get_or_insert_with(|| publisher.into());
        self
    }

    /// The whole text: title, empty line and body, or the text as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte offset of the body in [`Article::text`]; 0 when the text came whole.
    pub fn body_start(&self) -> usize {
        self.body_start
    }

    /// The caller's own name for the article.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The title, when it was given apart from the text.
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Who published it.
    pub fn publisher(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// When it was published, as given (ISO 8601 expected where dates are compared).
    pub fn published(&self) -> Option<&str> {
        self.published.as_deref()
    }

    /// Where it was published.
    pub fn url(&self) -> Option<&str> {
        self.url.as_deref()
    }

    /// Who wrote it.
    pub fn authors(&self) -> &[String] {
        &self.authors
    }

    /// Blocks of somebody else's words, in [`Article::text`] and in order: what the markup sets off as a quotation has no quote marks.
    pub fn quoted_blocks(&self) -> &[Span] {
        &self.quoted_blocks
    }
}

impl From<&str> for Article {
    fn from(text: &str) -> Self {
        Article::new(text)
    }
}

impl From<String> for Article {
    fn from(text: String) -> Self {
        Article::new(text)
    }
}

/// Puts an [`Article`] together; made by [`Article::builder`].
#[derive(Clone, Debug)]
pub struct ArticleBuilder {
    body: String,
    article: Article,
}

impl ArticleBuilder {
    /// The title, when it stands apart from the text.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.article.title = Some(title.into());
        self
    }

    /// The title, when it stands in the text itself, at `span`; the body begins after it. Out of range or off a character
    /// boundary, it is no title.
    pub fn title_at(mut self, span: Span) -> Self {
        if let Some(title) = self.body.get(span.start..span.end) {
            self.article.title = Some(title.to_owned());
            let rest = self.body.get(span.end..).unwrap_or("");
            self.article.body_start = span.end + (rest.len() - rest.trim_start().len());
        }
        self
    }

    /// The outlet that publishes this article: its own reporting is then told from relayed reporting.
    pub fn publisher(mut self, publisher: impl Into<String>) -> Self {
        self.article.publisher = Some(publisher.into());
        self
    }

    /// The date of publication, ISO 8601.
    pub fn published(mut self, published: impl Into<String>) -> Self {
        self.article.published = Some(published.into());
        self
    }

    /// The address of publication.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.article.url = Some(url.into());
        self
    }

    /// The bylines.
    pub fn authors<S: Into<String>>(mut self, authors: impl IntoIterator<Item = S>) -> Self {
        self.article.authors = authors.into_iter().map(Into::into).collect();
        self
    }

    /// Blocks that the markup sets off as quotations, as places in the text given to [`Article::builder`]. What is empty or out of range
    /// is left out.
    pub fn quoted_blocks(mut self, blocks: impl IntoIterator<Item = Span>) -> Self {
        let text = &self.body;
        let blocks = blocks
            .into_iter()
            .filter(|b| b.start < b.end && text.get(b.start..b.end).is_some());
        self.article.quoted_blocks = blocks.collect();
        self.article.quoted_blocks.sort_unstable();
        self
    }

    /// A name under which the report comes back.
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.article.id = Some(id.into());
        self
    }

    /// The article.
    pub fn build(self) -> Article {
        let mut article = self.article;
        match article.title.as_deref().map(str::trim).filter(|t| !t.is_empty()) {
            Some(_) if article.body_start > 0 => article.text = self.body,
            Some(title) => {
                article.text = format!("{title}\n\n");
                article.body_start = article.text.len();
                for block in &mut article.quoted_blocks {
                    *block = Span::new(block.start + article.body_start, block.end + article.body_start);
                }
                article.text.push_str(&self.body);
            }
            None => article.text = self.body,
        }
        article
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_title_is_no_title() {
        let article = Article::builder("Body.").title("  ").build();
        assert_eq!((article.text(), article.body_start()), ("Body.", 0));
    }
}
