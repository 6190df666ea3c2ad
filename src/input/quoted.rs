//! Block quotations: what the markup sets off as somebody else's words.

use crate::text::span::Span;

/// The blocks of lines behind `>`, outside fenced code.
pub(super) fn in_markdown(source: &str, body: usize) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    let (mut at, mut fenced, mut goes_on) = (body, false, false);
    for line in source[body..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let text = line.trim();
        if text.starts_with("```") || text.starts_with("~~~") {
            fenced = !fenced;
        }
        if fenced || !text.starts_with('>') {
            goes_on = false;
            continue;
        }
        let inner = text.trim_start_matches(['>', ' ']);
        let from = start + line.trim_end().len() - inner.len();
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) => block.end = from + inner.len(),
            None => blocks.push(Span::new(from, from + inner.len())),
        }
        goes_on = true;
    }
    blocks
}

/// The places in `text` of the block quotations of a page's markup: each from its first run of letters to its last.
#[cfg(feature = "html")]
pub(super) fn in_html(markup: &str, text: &str) -> Vec<Span> {
    let mut blocks: Vec<Span> = Vec::new();
    // How far the text has been matched with the markup, and how deep in quotations the markup is.
    let (mut at, mut depth) = (0, 0usize);
    let mut block: Option<Span> = None;
    for piece in markup.split('<').skip(1) {
        let Some((tag, run)) = piece.split_once('>') else {
            continue;
        };
        let name = tag.split_whitespace().next().unwrap_or_default();
        if name == "blockquote" {
            depth += 1;
        } else if name == "/blockquote" {
            depth = depth.saturating_sub(1);
            blocks.extend(block.take_if(|_| depth == 0));
        }
        // An entity ends the run: what stands before it is enough to find the place.
        let run = run.split('&').next().unwrap_or_default().trim();
        let Some(found) = text
            .get(at..)
            .filter(|_| !run.is_empty())
            .and_then(|rest| rest.find(run))
        else {
            continue;
        };
        let span = Span::new(at + found, at + found + run.len());
        at = span.end;
        if depth > 0 {
            block = Some(block.map_or(span, |b| b.cover(span)));
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_behind_the_mark_are_blocks() {
        let text = "A letter says:\n\n> The dam is a\n> disgrace.\n\nIt is old.\n\n> So\n\n```\n> code\n```\n";
        let found = in_markdown(text, 0);
        let found: Vec<&str> = found.iter().map(|s| &text[*s]).collect();
        assert_eq!(found, ["The dam is a\n> disgrace.", "So"]);
        assert!(in_markdown("", 0).is_empty() && in_markdown(">\n", 0).iter().all(|s| s.start == s.end));
    }

    #[cfg(feature = "html")]
    #[test]
    fn quotations_of_a_page_are_found_in_its_text() {
        let page = "<p>A letter says:</p><blockquote cite=\"x\"><p>The dam is <b>a</b> disgrace.</p><p>Tear it &amp; go.</p></blockquote><p>It is old.</p>";
        let text = "A letter says:\n\nThe dam is a disgrace.\n\nTear it & go.\n\nIt is old.";
        let found: Vec<&str> = in_html(page, text).iter().map(|s| &text[*s]).collect();
        assert_eq!(found, ["The dam is a disgrace.\n\nTear it"]);
    }
}
