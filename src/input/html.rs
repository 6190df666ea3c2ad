//! The article out of a web page, by readability rules; spans are in the text taken out, which the report carries.

use std::any::Any;
use std::thread;

use dom_smoothie::{Config, Readability, TextMode};

use crate::article::Article;
use crate::input::{Input, Kind, Problem, bounds, quoted};

/// Stack for the extractor, which walks the page's tree by recursion: a hundred times what the deepest page within bounds needs.
const STACK: usize = 64 << 20;

/// Takes title, body, byline, date and outlet out of a page.
///
/// The page is held to its bounds first, and read on a thread of its own: its stack does not depend on the caller's, and a fault
/// of the extractor is an error of this page only.
pub(super) fn read(page: &str) -> Result<Input, Problem> {
    bounds::hold(page)?;
    thread::scope(|scope| {
        let reader = thread::Builder::new()
            .name("onrecord-page".to_owned())
            .stack_size(STACK);
        let started = reader
            .spawn_scoped(scope, || extract(page))
            .map_err(|error| Problem::new(format!("no thread to read the page on: {error}")))?;
        started.join().unwrap_or_else(|fault| {
            let said = said(fault.as_ref());
            Err(Problem::new(format!("the page made its extractor fail: {said}")))
        })
    })
}

/// What a fault says of itself.
fn said(fault: &(dyn Any + Send)) -> &str {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| fault.downcast_ref::<&str>().copied())
        .unwrap_or("it did not say why")
}

fn extract(page: &str) -> Result<Input, Problem> {
    let config = Config {
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let found = Readability::new(page, None, Some(config))
        .and_then(|mut page| page.parse())
        .map_err(|error| Problem::new(format!("no article found in the page: {error}")))?;
    let text = found.text_content.trim();
    let blocks = quoted::in_html(&found.content, text);
    let mut article = Article::builder(text).quoted_blocks(blocks).title(found.title);
    if let Some(publisher) = found.site_name {
        article = article.publisher(publisher);
    }
    if let Some(published) = found.published_time {
        article = article.published(published);
    }
    if let Some(url) = found.url {
        article = article.url(url);
    }
    if let Some(byline) = found.byline {
        article = article.authors([byline]);
    }
    Ok(Input::new(article.build(), Kind::Html))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_told_from_the_page_around_it() {
        let paragraph =
            "The harbor board voted on Tuesday to close the north pier until the spring, said Ana Roe, its clerk. "
                .repeat(4);
        let page = format!(
            "<html><head><title>Pier closes - Harbor Times</title><meta property=\"og:site_name\" content=\"Harbor Times\"></head><body>\
             <nav><a href=/>Home</a><a href=/s>Sport</a></nav><article><h1>Pier closes</h1><p>{paragraph}</p><p>{paragraph}</p></article>\
             <footer>Subscribe to our newsletter</footer></body></html>"
        );
        let input = read(&page).expect("an article");
        assert_eq!(input.article.publisher(), Some("Harbor Times"));
        assert!(input.article.title().is_some_and(|t| t.contains("Pier closes")));
        assert!(!input.article.text().contains("Subscribe"));
        assert!(input.article.text().contains("\n\n"), "paragraphs stay apart");
    }

    #[test]
    fn a_page_without_an_article_is_a_problem_not_an_empty_article() {
        assert!(
            read("<html><body></body></html>")
                .expect_err("nothing to read")
                .to_string()
                .starts_with("no article found")
        );
    }
}
