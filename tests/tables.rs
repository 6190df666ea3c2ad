//! Built-in word tables join one numbering as a process goes on, and what a word means is remembered from article to article. No
//! report may show it. One test in a file of its own, so that its first article is the first of the process.

mod support;

use onrecord::{Article, Report, analyze};
use support::{articles, corpus};

#[test]
fn the_first_article_of_a_process_reads_as_every_later_one() {
    let short = corpus().into_iter().map(|case| case.article());
    let long = articles().into_iter().map(|(_, text)| Article::new(text));
    let all: Vec<Article> = short.chain(long).collect();
    let read = || all.iter().map(analyze).collect::<Vec<Report>>();
    let first = read();
    assert!(first.iter().any(|r| !r.findings().is_empty()));
    for _ in 0..3 {
        for (was, is) in first.iter().zip(read()) {
            assert_eq!(*was, is, "{:?}", was.article().id);
        }
    }
}
