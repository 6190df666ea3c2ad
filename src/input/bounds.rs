//! What a web page may ask of its extractor, held before the extractor sees it.
//!
//! The extractor compares every attribute of a tag with the others and walks its tree by recursion, so that a small page can ask
//! for minutes or for more stack than there is. This module is not a cleaner: a page within bounds is left as it is, and one
//! beyond them is refused with a line that says what it asked for. Below it stands `html5ever`, the extractor's own parser.
//!
//! # Design
//!
//! Where a page nests is for the parser to say: a scanner of our own would take `<svg><style><b>` for a style sheet and see no
//! element in it. So the page is parsed once into a tree that keeps nothing but each node's parent, in pieces, and the parser is
//! left as soon as a bound is passed. Attributes are counted before, because the tokenizer has compared them by then.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, ExpandedName, LocalName, Namespace, QualName};

use crate::input::Problem;

/// Bytes of a page.
const BYTES: usize = 32 << 20;
/// Elements around one another: pages of news nest some thirty deep.
const DEPTH: usize = 512;
/// Attributes of one tag.
const ATTRIBUTES: usize = 512;
/// Attributes of one tag where the parser may or may not be reading a script: in a script, `i<n` looks like the start of a tag,
/// and the words up to the next `>` look like attributes.
const DOUBTFUL_ATTRIBUTES: usize = 4096;
/// How often each byte may be looked at, in doubt, for tags that start within tags.
const WALKS: usize = 64;
/// Elements and their attributes. More come only of a page made for it: each `<p>` opens anew what `<b>` and `<i>` were left open.
const ELEMENTS: usize = 1_000_000;
/// Bytes handed to the parser between two looks at the bounds.
const PIECE: usize = 4096;

/// Says whether the extractor can take a page.
pub(super) fn hold(page: &str) -> Result<(), Problem> {
    if page.len() > BYTES {
        return Err(Problem::new(format!(
            "a page of {} bytes, and at most {BYTES} are read",
            page.len()
        )));
    }
    attributes(page)?;
    let parser = Tokenizer::new(
        TreeBuilder::new(
            Levels::default(),
            TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
        ),
        TokenizerOpts::default(),
    );
    let queue = BufferQueue::default();
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(crate::text::span::floor_boundary(rest, PIECE));
        rest = after;
        queue.push_back(StrTendril::from_slice(piece));
        // The parser stops at the end of each script, for a browser to run it.
        while !queue.is_empty() {
            let _ = parser.feed(&queue);
        }
        parser.sink.sink.verdict()?;
    }
    parser.end();
    parser.sink.sink.verdict()
}

/// Refuses a tag with so many attributes that comparing each with all others takes long.
fn attributes(page: &str) -> Result<(), Problem> {
    let bytes = page.as_bytes();
    let (mut at, mut doubtful, mut walked) = (0, false, 0);
    while let Some(open) = bytes.get(at..).and_then(|rest| memchr::memchr(b'<', rest)) {
        let start = at + open;
        at = start + 1;
        let rest = &page[at..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let empty = comment.starts_with('>') || comment.starts_with("->");
            at += if empty { 3 } else { 3 + comment.find("-->").unwrap_or(0) };
            continue;
        }
        let name_at = usize::from(rest.starts_with('/'));
        let name_len = rest[name_at..]
            .bytes()
            .take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'/' | b'>'))
            .count();
        let name = rest[name_at..name_at + name_len].to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let (count, end) = tag(bytes, at + name_at + name_len);
        walked += end - start;
        if walked / WALKS > bytes.len() {
            return Err(Problem::new(
                "tags inside tags that do not end: the page cannot be read",
            ));
        }
        let most = if doubtful { DOUBTFUL_ATTRIBUTES } else { ATTRIBUTES };
        if count > most {
            let line = memchr::memchr_iter(b'\n', &bytes[..start]).count() as u64 + 1;
            return Err(
                Problem::new(format!("a tag with {count} attributes, and at most {most} are read")).at(line, None),
            );
        }
        // Within these, `<style>` may be an element like any other.
        doubtful |= matches!(name.as_str(), "svg" | "math" | "select" | "frameset");
        let raw = matches!(name.as_str(), "script" | "style" | "textarea" | "title") && name_at == 0 && !doubtful;
        // In doubt a tag is looked for at every `<`; its quotes may be those of a script.
        at = if doubtful { at } else { end };
        if raw {
            at = raw_end(bytes, end, name.as_bytes());
        }
    }
    Ok(())
}

/// Attributes of a tag from behind its name, and where it ends.
fn tag(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let mut count = 0;
    let byte = |at: usize| bytes.get(at).copied();
    let until = |from: usize, stops: fn(u8) -> bool| {
        let rest = bytes.get(from..).unwrap_or_default();
        from + rest.iter().position(|b| stops(*b)).unwrap_or(rest.len())
    };
    loop {
        at = until(at, |b| !b.is_ascii_whitespace() && b != b'/');
        match byte(at) {
            None => return (count, at),
            Some(b'>') => return (count, at + 1),
            Some(_) => {}
        }
        count += 1;
        at = until(at + 1, |b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>' | b'='));
        let value = until(at, |b| !b.is_ascii_whitespace());
        if byte(value) != Some(b'=') {
            continue;
        }
        let value = until(value + 1, |b| !b.is_ascii_whitespace());
        at = match byte(value) {
            Some(quote @ (b'"' | b'\'')) => {
                let rest = bytes.get(value + 1..).unwrap_or_default();
                value + 1 + memchr::memchr(quote, rest).map_or(rest.len(), |end| end + 1)
            }
            _ => until(value, |b| b.is_ascii_whitespace() || b == b'>'),
        };
    }
}

/// Where the text of a script, a style sheet or a title ends.
fn raw_end(bytes: &[u8], from: usize, name: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    let mut closes = memchr::memmem::find_iter(rest, b"</");
    let close = closes.find(|at| {
        rest.get(at + 2..at + 2 + name.len())
            .is_some_and(|word| word.eq_ignore_ascii_case(name))
    });
    close.map_or(bytes.len(), |at| from + at)
}

/// A node of the tree that keeps levels: its number and, as the parser asks for it, its name.
#[derive(Clone, Debug)]
struct Node {
    number: usize,
    name: Rc<QualName>,
}

/// A tree of which only each node's parent is known.
///
/// Children that the parser hands from one element to another stay where they were: that hides one level for each `<b>` or `<i>`
/// closed out of order, and the extractor's stack has room for those.
#[derive(Debug)]
struct Levels {
    document: Node,
    parents: RefCell<Vec<usize>>,
    attributes: Cell<usize>,
    line: Cell<u64>,
    /// The line where the page nested too deep.
    deep: Cell<Option<u64>>,
}

impl Default for Levels {
    fn default() -> Self {
        let name = QualName::new(None, Namespace::default(), LocalName::default());
        Levels {
            document: Node {
                number: 0,
                name: Rc::new(name),
            },
            parents: RefCell::new(vec![0]),
            attributes: Cell::new(0),
            line: Cell::new(1),
            deep: Cell::new(None),
        }
    }
}

impl Levels {
    fn verdict(&self) -> Result<(), Problem> {
        if let Some(line) = self.deep.get() {
            return Err(Problem::new(format!(
                "elements nested more than {DEPTH} deep, and at most {DEPTH} levels are read"
            ))
            .at(line, None));
        }
        let elements = self.parents.borrow().len() + self.attributes.get();
        if elements > ELEMENTS {
            return Err(Problem::new(format!(
                "more than {ELEMENTS} elements and attributes, and at most {ELEMENTS} are read"
            )));
        }
        Ok(())
    }

    fn node(&self, name: Rc<QualName>) -> Node {
        let mut parents = self.parents.borrow_mut();
        parents.push(0);
        Node {
            number: parents.len() - 1,
            name,
        }
    }

    fn place(&self, parent: &Node, child: &NodeOrText<Node>) {
        let NodeOrText::AppendNode(child) = child else { return };
        let mut parents = self.parents.borrow_mut();
        if let Some(place) = parents.get_mut(child.number) {
            *place = parent.number;
        }
        let (mut at, mut depth) = (child.number, 0);
        while let Some(above) = parents.get(at).filter(|_| at != 0) {
            (at, depth) = (*above, depth + 1);
            if depth > DEPTH {
                return self.deep.set(self.deep.get().or(Some(self.line.get())));
            }
        }
    }

    fn parent(&self, node: &Node) -> Node {
        let number = self.parents.borrow().get(node.number).copied().unwrap_or(0);
        Node {
            number,
            name: Rc::clone(&self.document.name),
        }
    }
}

impl TreeSink for Levels {
    type Handle = Node;
    type Output = ();
    type ElemName<'a> = ExpandedName<'a>;

    fn finish(self) {}

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Node {
        self.document.clone()
    }

    fn elem_name<'a>(&'a self, target: &'a Node) -> ExpandedName<'a> {
        target.name.expanded()
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Node {
        self.attributes.set(self.attributes.get() + attributes.len());
        self.node(Rc::new(name))
    }

    fn create_comment(&self, _: StrTendril) -> Node {
        self.node(Rc::clone(&self.document.name))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Node {
        self.node(Rc::clone(&self.document.name))
    }

    fn append(&self, parent: &Node, child: NodeOrText<Node>) {
        self.place(parent, &child);
    }

    fn append_based_on_parent_node(&self, element: &Node, _: &Node, child: NodeOrText<Node>) {
        self.place(&self.parent(element), &child);
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Node) -> Node {
        target.clone()
    }

    fn same_node(&self, a: &Node, b: &Node) -> bool {
        a.number == b.number
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Node, child: NodeOrText<Node>) {
        self.place(&self.parent(sibling), &child);
    }

    fn add_attrs_if_missing(&self, _: &Node, _: Vec<Attribute>) {}

    fn remove_from_parent(&self, _: &Node) {}

    fn reparent_children(&self, _: &Node, _: &Node) {}

    fn set_current_line(&self, line: u64) {
        self.line.set(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(page: &str) -> Option<String> {
        hold(page).err().map(|problem| problem.to_string())
    }

    #[test]
    fn a_page_that_nests_or_asks_too_much_is_refused() {
        let deep = |tags: &str, times: usize| refused(&tags.repeat(times));
        for tags in [
            "<div>",
            "<b><i>",
            "<table><tr><td>",
            "<ul><li>",
            "<svg><style><g>",
            "<p><b><div>",
            "<section><template>",
        ] {
            assert!(deep(tags, 600).is_some_and(|said| said.contains("512 deep")), "{tags}");
            assert_eq!(deep(tags, 100), None, "{tags}");
        }
        let disguise = "<svg><foreignObject><p></svg></p></foreignObject><style>";
        assert!(refused(&(disguise.to_owned() + &"<b><i>".repeat(600))).is_some());
        let many: String = (0..600).map(|i| format!(" a{i}=\"x > y\"")).collect();
        assert_eq!(
            refused(&format!("<p>\n<a{many}>")).as_deref(),
            Some("a tag with 600 attributes, and at most 512 are read")
        );
        let fonts: String = (0..400).map(|i| format!("<font size={i}>")).collect();
        // Each paragraph opens anew what the first one left open.
        let reopened = format!("<p>{fonts}</p>{}", "<p>x</p>".repeat(5000));
        assert!(refused(&reopened).is_some_and(|said| said.contains("1000000")));
    }

    #[test]
    fn pages_as_they_are_written_are_let_through() {
        for page in [
            "<p>one".repeat(5000),
            "<ul>".to_owned() + &"<li>one".repeat(5000),
            "<a name=x>one<br>".repeat(5000),
            format!("<script>for (i=0;i<n;i++) {{ {} }}</script>", "a = b; ".repeat(3000)),
            format!(
                "<svg/><script>var t = \"{}\";</script>",
                "<div><b>x<\\/b><\\/div>".repeat(3000)
            ),
            format!("<img src=\"data:image/png;base64,{}\">", "A".repeat(2_000_000)),
            format!("<style>{}</style>", "a<b ".repeat(3000)),
            format!("<!-- {} -->", "<b ".repeat(3000)),
            "é".repeat(5000),
            "<".repeat(5000),
            "<!-->".repeat(3000),
            String::new(),
        ] {
            assert_eq!(refused(&page), None, "{}", &page[..page.len().min(60)]);
        }
    }
}
