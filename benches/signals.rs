//! Each signal on an article that is annotated already, and the annotation itself for comparison.

mod support;

use divan::Bencher;
use divan::counter::BytesCount;
use onrecord::{Article, Document, signals};

fn main() {
    divan::main();
}

const LENGTHS: [usize; 3] = [1_000, 4_000, 40_000];

fn ids() -> impl Iterator<Item = &'static str> {
    signals::ALL.iter().map(|signal| signal.id)
}

#[divan::bench(args = LENGTHS)]
fn annotation(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = Article::new(support::text(bytes));
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| Document::new(divan::black_box(&article), &[]).words());
}

#[divan::bench(args = ids(), consts = LENGTHS)]
fn reading<const BYTES: usize>(bencher: Bencher<'_, '_>, id: &str) {
    let article = Article::new(support::text(BYTES));
    let document = Document::new(&article, &[]);
    let signal = signals::ALL
        .iter()
        .find(|signal| signal.id == id)
        .expect("id of a signal");
    bencher
        .counter(BytesCount::of_str(article.text()))
        .bench(|| (signal.read)(divan::black_box(&document)));
}
