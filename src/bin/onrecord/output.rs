//! Standard output: pages joined as their format wants, quiet when the reader has gone away.

use std::io::{self, BufWriter, IsTerminal as _, Write};

use anstream::{AutoStream, ColorChoice};
use onrecord::render::text::{Look, NARROWEST, WIDEST};
use onrecord::render::{Page, Unread, dot, github, gitlab, html, junit, markdown, mermaid, rdjsonl, sarif, text};
use onrecord::{Policy, Severity, signals};

use crate::Fault;
use crate::args::{Format, When};

/// How pages are rendered: all a worker needs to know.
#[derive(Clone, Debug)]
pub(crate) struct Style {
    pub(crate) format: Format,
    pub(crate) look: Look,
    pub(crate) policy: Policy,
    /// Whether one article is all that was asked for: JSON is then one object, not an array.
    pub(crate) single: bool,
}

impl Style {
    /// One article's page.
    pub(crate) fn page(&self, page: &Page<'_>) -> String {
        let least: Severity = self.look.least;
        match self.format {
            Format::Text => text::page(page, &self.look),
            Format::Json => serde_json::to_string_pretty(page.report).unwrap_or_default(),
            Format::Jsonl => page.report.to_json() + "\n",
            Format::Markdown => markdown::page(page, least),
            Format::Github => github::page(page, least),
            Format::Sarif => sarif::results(page, least),
            Format::Gitlab => gitlab::issues(page, least),
            Format::Junit => junit::suite(page, &self.policy),
            Format::Rdjsonl => rdjsonl::page(page, least),
            Format::Html => html::page(page, least),
            Format::Dot => dot::page(page),
            Format::Mermaid => mermaid::page(page),
        }
    }

    fn head(&self) -> String {
        match self.format {
            Format::Json if !self.single => "[".to_string(),
            Format::Gitlab => "[".to_string(),
            Format::Sarif => sarif::head(signals::ALL),
            Format::Junit => junit::head().to_string(),
            Format::Html => html::head(),
            Format::Dot => dot::head().to_string(),
            Format::Mermaid => mermaid::head().to_string(),
            _ => String::new(),
        }
    }

    /// What stands in a page's place where an input could not be read; empty where the format has no word for it.
    fn unread(&self, unread: &Unread) -> String {
        match self.format {
            Format::Junit => junit::unread(unread),
            Format::Gitlab => gitlab::unread(unread),
            Format::Rdjsonl => rdjsonl::unread(unread),
            _ => String::new(),
        }
    }

    fn tail(&self, pages: usize, unread: &[Unread]) -> String {
        match self.format {
            Format::Json if !self.single => "]\n".to_string(),
            Format::Json if pages > 0 => "\n".to_string(),
            Format::Gitlab => "]\n".to_string(),
            Format::Sarif => sarif::tail(unread),
            Format::Junit => junit::tail().to_string(),
            Format::Html => html::tail().to_string(),
            Format::Dot => dot::tail().to_string(),
            _ => String::new(),
        }
    }

    fn joint(&self) -> &'static str {
        match self.format {
            Format::Json | Format::Sarif | Format::Gitlab => ",\n",
            Format::Text | Format::Markdown => "\n",
            _ => "",
        }
    }
}

/// The stream reports go to.
pub(crate) struct Output {
    out: Box<dyn Write>,
    style: Style,
    cap: github::Cap,
    /// Pages that printed something.
    pages: usize,
    /// Inputs that could not be read, for a format that lists them at its end.
    unread: Vec<Unread>,
    gone: bool,
}

impl Output {
    pub(crate) fn new(style: Style) -> Result<Self, Fault> {
        let raw = io::stdout();
        let out: Box<dyn Write> = if style.look.color {
            // Translates colours where a console needs it.
            Box::new(BufWriter::new(AutoStream::always(raw)))
        } else {
            Box::new(BufWriter::with_capacity(1 << 16, raw))
        };
        let head = style.head();
        let mut output = Output {
            out,
            style,
            cap: github::Cap::default(),
            pages: 0,
            unread: Vec::new(),
            gone: false,
        };
        output.write(&head)?;
        Ok(output)
    }

    /// Prints a page.
    pub(crate) fn page(&mut self, page: &str) -> Result<(), Fault> {
        if page.is_empty() {
            return Ok(());
        }
        if self.pages > 0 {
            self.write(self.style.joint())?;
        }
        self.pages += 1;
        if self.style.format == Format::Github {
            let lines: Vec<String> = page.lines().map(|line| self.cap.admit(line) + "\n").collect();
            return self.write(&lines.concat());
        }
        self.write(page)
    }

    /// Prints that an input could not be read, in formats that have a place for it.
    pub(crate) fn unread(&mut self, unread: Unread) -> Result<(), Fault> {
        self.page(&self.style.unread(&unread))?;
        if self.style.format == Format::Sarif {
            self.unread.push(unread);
        }
        Ok(())
    }

    /// Prints what closes the format, and everything that waits.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        self.write(&self.style.tail(self.pages, &self.unread))?;
        let flushed = self.out.flush();
        self.settle(flushed)
    }

    /// Lets a reader see what there is by now.
    pub(crate) fn flush(&mut self) -> Result<(), Fault> {
        let flushed = self.out.flush();
        self.settle(flushed)
    }

    /// Whether nobody reads any more.
    pub(crate) fn is_gone(&self) -> bool {
        self.gone
    }

    pub(crate) fn write(&mut self, text: &str) -> Result<(), Fault> {
        if self.gone {
            return Ok(());
        }
        let written = self.out.write_all(text.as_bytes());
        self.settle(written)
    }

    fn settle(&mut self, done: io::Result<()>) -> Result<(), Fault> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            done => done.map_err(|error| format!("standard output: {error}")),
        }
    }
}

/// Columns to fill: what was asked for, the terminal's, `COLUMNS`, or 80.
pub(crate) fn width(asked: Option<usize>) -> usize {
    let terminal = || {
        io::stdout()
            .is_terminal()
            .then(terminal_size::terminal_size)
            .flatten()
            .map(|(w, _)| usize::from(w.0))
    };
    let variable = || std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked
        .or_else(terminal)
        .or_else(variable)
        .unwrap_or(80)
        .clamp(NARROWEST, WIDEST)
}

/// Whether to colour: on a terminal that takes it, unless told otherwise (`NO_COLOR`, `CLICOLOR_FORCE`, `--color`).
pub(crate) fn colored(when: When) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
    }
}
