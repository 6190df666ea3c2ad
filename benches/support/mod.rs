//! Texts for the benches, put together from `examples/articles`.

#![allow(dead_code, reason = "each bench uses its own part")]

/// Wire, tabloid, column and scraped page in turn.
const ARTICLES: &[&str] = &[
    include_str!("../../examples/articles/port-tender-unnamed.txt"),
    include_str!("../../examples/articles/mayor-tabloid.txt"),
    include_str!("../../examples/articles/reservoir-relayed.txt"),
    include_str!("../../examples/articles/ferry-opinion.txt"),
    include_str!("../../examples/articles/border-talks-scraped.txt"),
    include_str!("../../examples/articles/bridge-inspection.txt"),
    include_str!("../../examples/articles/romance-gossip.txt"),
    include_str!("../../examples/articles/trial-strong-words.txt"),
];

/// About `bytes` bytes of news: whole paragraphs, article after article, from the first again when they are used up.
pub(crate) fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 1024);
    for paragraph in ARTICLES
        .iter()
        .cycle()
        .flat_map(|article| article.split_inclusive("\n\n"))
    {
        if text.len() + paragraph.len() > bytes && !text.is_empty() {
            return text;
        }
        text.push_str(paragraph);
        if !paragraph.ends_with("\n\n") {
            text.push('\n');
        }
    }
    text
}

/// Kinds of text that punish a step that looks back or ahead too far.
pub(crate) const HOSTILE: [&str; 5] = ["quotes", "brackets", "lone-line", "short-lines", "cues"];

/// A megabyte of one kind; all of one length, so that the figures compare with each other.
pub(crate) fn hostile(kind: &str) -> String {
    let piece = match kind {
        "quotes" => "\"a 'b\u{201c} ",
        "brackets" => "([said ",
        "short-lines" => "Read more\n\n",
        "cues" => "officials said that ",
        _ => "word ",
    };
    piece.repeat(1_000_000 / piece.len())
}
