//! What several test files share: the short articles of `tests/corpus` and the long ones of `examples/articles`.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fs;
use std::path::{Path, PathBuf};

use onrecord::Article;
use proptest::test_runner::{Config, RngSeed};

/// The settings of a property test: `cases` cases from one seed, so that a run can be had again and a red build is the change's own.
/// `PROPTEST_CASES=20000` and `PROPTEST_RNG_SEED=1` in the environment search wider.
pub(crate) fn property(cases: u32) -> Config {
    let asked = Config::default();
    let set = |name| std::env::var_os(name).is_some();
    Config {
        cases: if set("PROPTEST_CASES") { asked.cases } else { cases },
        rng_seed: if set("PROPTEST_RNG_SEED") {
            asked.rng_seed
        } else {
            RngSeed::Fixed(8)
        },
        failure_persistence: None,
        max_global_rejects: 4096.max(asked.cases * 8),
        ..asked
    }
}

/// The crate's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Holds each line of the files of a folder against what is read of it, and gives how many there are. A line behind `? ` is a known
/// gap: it has to be read otherwise, and fails once it isn't.
pub(crate) fn read_as_marked(folder: &str, otherwise: impl Fn(&str) -> Option<String>) -> usize {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join(folder))
        .expect("folder can be read")
        .map(|entry| entry.expect("entry can be read").path())
        .collect();
    paths.sort();
    let (mut wrong, mut lines) = (Vec::new(), 0);
    for path in paths {
        let file = fs::read_to_string(&path).expect("file can be read");
        let marked = file.lines().enumerate();
        for (number, line) in marked.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            lines += 1;
            let gap = line.strip_prefix("? ");
            let found = otherwise(gap.unwrap_or(line));
            let place = format!("{}:{}", path.file_name().unwrap_or_default().display(), number + 1);
            match (gap, found) {
                (Some(line), None) => wrong.push(format!("{place} no longer a gap, drop its `? `: {line}")),
                (None, Some(found)) => wrong.push(format!("{place} read otherwise: {line}\n    {found}")),
                _ => {}
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {lines} lines:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    lines
}

/// Whether snapshots are to be rewritten instead of compared.
pub(crate) fn bless() -> bool {
    std::env::var_os("ONRECORD_BLESS").is_some()
}

/// One short article of the corpus, its header lines taken off.
pub(crate) struct Case {
    /// File name without extension.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) path: PathBuf,
    /// The phenomenon, in words.
    pub(crate) shows: String,
    /// Who is said to publish it.
    pub(crate) publisher: Option<String>,
    /// The article as a reader would get it.
    pub(crate) text: String,
}

impl Case {
    /// The article, with its publisher where the header names one.
    pub(crate) fn article(&self) -> Article {
        let mut builder = Article::builder(self.text.as_str()).id(self.name.as_str());
        if let Some(publisher) = &self.publisher {
            builder = builder.publisher(publisher.as_str());
        }
        builder.build()
    }
}

/// All short articles, by name.
pub(crate) fn corpus() -> Vec<Case> {
    texts("tests/corpus")
        .into_iter()
        .filter(|(name, ..)| !name.ends_with(".report"))
        .map(|(name, path, text)| parse(name, path, &text))
        .collect()
}

/// The plain-text articles of `examples/articles` as (name, text), by name.
pub(crate) fn articles() -> Vec<(String, String)> {
    texts("examples/articles")
        .into_iter()
        .map(|(name, _, text)| (name, text))
        .collect()
}

fn texts(folder: &str) -> Vec<(String, PathBuf, String)> {
    let mut found: Vec<_> = fs::read_dir(root().join(folder))
        .expect("folder can be read")
        .map(|entry| entry.expect("entry can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| {
            let name = path
                .file_stem()
                .and_then(|s| s.to_str())
                .expect("UTF-8 name")
                .to_owned();
            let text = fs::read_to_string(&path)
                .expect("article can be read")
                .replace("\r\n", "\n");
            (name, path, text)
        })
        .collect();
    found.sort();
    found
}

fn parse(name: String, path: PathBuf, file: &str) -> Case {
    let (header, text) = file.split_once("\n\n").expect("a header, an empty line, the article");
    let field = |key: &str| {
        header
            .lines()
            .find_map(|line| line.strip_prefix(key))
            .map(|value| value.trim().to_owned())
    };
    assert!(
        field("# origin:").is_some() && field("# license:").is_some(),
        "{name} lacks origin or license"
    );
    Case {
        shows: field("# shows:").unwrap_or_default(),
        publisher: field("# publisher:"),
        name,
        path,
        text: text.to_owned(),
    }
}
