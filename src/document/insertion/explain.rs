//! Why a run reads as foreign, in words an editor can check against the page.

use crate::document::insertion::features::Reader;
use crate::document::insertion::material::{Material, NONE};
use crate::document::insertion::model;
use crate::document::insertion::page::PageIndex;
use crate::document::insertion::shape;
use crate::document::insertion::{Insertion, Kind, Run};
use crate::text::span::Span;

/// So many names or words are shown of each list.
const SHOWN: usize = 6;

/// Words of the article that tell something when they are shared: as telling as the 700th word of the list, or more.
const TELLING: f32 = 0.35;

/// The finding for a run over the threshold.
pub(super) fn explain(material: Material<'_>, page: &PageIndex, reader: &mut Reader<'_>, run: Run) -> Insertion {
    reader.begin();
    for at in run.first..=run.last {
        reader.extend(at);
    }
    let features = reader.read(run.first, run.last).unwrap_or_default();
    let block = &page.blocks[run.first];
    let span = block.span.cover(page.blocks[run.last].span);
    let sentences: u32 = page.blocks[run.first..=run.last].iter().map(|b| b.sentences).sum();
    let kind = if features.teaser > 0.0 {
        Kind::Teaser
    } else if run.first == run.last && block.sentences <= 2 {
        Kind::Sentences
    } else {
        Kind::Paragraph
    };
    let names = names(material, page, reader, run);
    let (words, shared) = words(material, page, reader);
    let mut facts = Vec::new();
    if !names.is_empty() {
        facts.push(("names found nowhere else", list(&names)));
    }
    if !words.is_empty() {
        facts.push(("words found nowhere else", list(&words)));
    }
    facts.push((
        "shared with the rest",
        if shared.is_empty() {
            "no telling word".to_string()
        } else {
            list(&shared)
        },
    ));
    facts.push((
        "telling words that other paragraphs use too",
        coverage(page, reader, run),
    ));
    facts.push(("next to it", neighbours(page, reader, run)));
    facts.push(("shape", shape_of(kind, run, sentences)));
    facts.extend(model::facts(&features, run.score));
    let mut unshared = names;
    unshared.extend(words);
    unshared.truncate(SHOWN);
    Insertion {
        span,
        confidence: model::confidence(run.score),
        facts,
        kind,
        unshared,
        shared: shared.into_iter().take(SHOWN).collect(),
    }
}

/// The first of some words, and how many more there are.
pub(super) fn list(words: &[String]) -> String {
    match words.len().saturating_sub(SHOWN) {
        0 => words.join(", "),
        more => format!("{} and {more} more", words[..SHOWN].join(", ")),
    }
}

/// Names of the run that no other paragraph holds, in full ("Geoffrey Owens"), in the order of the text.
fn names(material: Material<'_>, page: &PageIndex, reader: &Reader<'_>, run: Run) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for block in &page.blocks[run.first..=run.last] {
        let range = block.tokens.0 as usize..block.tokens.1 as usize;
        let lines = material.lines.partition_point(|l| l.span.end <= block.span.start);
        for line in material.lines[lines..]
            .iter()
            .take_while(|l| l.span.start < block.span.end)
        {
            let (first, end) = (line.tokens.start as usize, line.tokens.end as usize);
            let (first, end) = (first.max(range.start), end.min(range.end));
            let tokens = material.tokens.get(first..end).unwrap_or_default();
            if shape::is_heady(tokens) {
                continue;
            }
            let mut name: Option<Span> = None;
            for token in tokens {
                let known = page.stem_of(token).and_then(|s| reader.seen_of(s));
                let known = known.map(|s| (s.name, reader.elsewhere(s)));
                let joins = name.is_none_or(|n| {
                    material
                        .text
                        .get(n.end..token.start as usize)
                        .is_some_and(|gap| gap == " " || gap == "-")
                });
                match known {
                    Some((true, 0)) if token.is_capital() => {
                        if !joins {
                            push(&mut out, material, name.take());
                        }
                        name = Some(name.map_or(token.span(), |n| n.cover(token.span())));
                    }
                    _ => push(&mut out, material, name.take()),
                }
            }
            push(&mut out, material, name);
        }
    }
    out
}

fn push(out: &mut Vec<String>, material: Material<'_>, name: Option<Span>) {
    let Some(text) = name.and_then(|n| material.text.get(n.start..n.end)) else {
        return;
    };
    // "Owens" after "Geoffrey Owens" is no second name.
    if out
        .iter()
        .any(|known| known.split([' ', '-']).any(|part| part == text) || known == text)
    {
        return;
    }
    out.push(text.to_string());
}

/// A word with its rarity, and the token it is read from.
type Telling = (f32, u32);

/// Telling words of the run that are no names: those that stand nowhere else, and those that do; most telling first.
fn words(material: Material<'_>, page: &PageIndex, reader: &Reader<'_>) -> (Vec<String>, Vec<String>) {
    let (mut alone, mut shared): (Vec<Telling>, Vec<Telling>) = (Vec::new(), Vec::new());
    for seen in &reader.seen {
        let stem = &page.stems[seen.stem as usize];
        if reader.elsewhere(seen) > 0 {
            if stem.idf > TELLING || seen.name {
                shared.push((stem.idf, stem.token));
            }
        } else if !seen.name && stem.idf > 0.6 && stem.token != NONE {
            alone.push((stem.idf, stem.token));
        }
    }
    let text = |mut found: Vec<Telling>| -> Vec<String> {
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let word = |(_, t): Telling| {
            material
                .tokens
                .get(t as usize)
                .map(|t| material.text[t.span()].to_string())
        };
        found.into_iter().filter_map(word).collect()
    };
    (text(alone), text(shared))
}

/// "2 of 31, where the other paragraphs share 58 %".
fn coverage(page: &PageIndex, reader: &Reader<'_>, run: Run) -> String {
    let (mut all, mut hit) = (0u32, 0u32);
    for seen in &reader.seen {
        if page.stems[seen.stem as usize].idf > TELLING {
            all += 1;
            hit += u32::from(reader.elsewhere(seen) > 0);
        }
    }
    let (mut others, mut sum) = (0u32, 0.0f64);
    for (at, block) in page.blocks.iter().enumerate().skip(page.titles) {
        if (at < run.first || at > run.last) && block.content > 0 {
            others += 1;
            sum += f64::from(block.coverage);
        }
    }
    let mean = 100.0 * sum / f64::from(others.max(1));
    format!("{hit} of {all}, where the other paragraphs share {mean:.0} % by weight")
}

fn neighbours(page: &PageIndex, reader: &Reader<'_>, run: Run) -> String {
    let (mut before, mut after) = (false, false);
    for seen in reader.seen.iter().filter(|s| page.stems[s.stem as usize].idf > TELLING) {
        before |= run.first > page.titles && seen.before as usize == run.first - 1;
        after |= seen.after as usize == run.last + 1;
    }
    let text = match (before, after) {
        (true, true) => "shares a telling word with the paragraph before and with the one after",
        (true, false) => "shares a telling word with the paragraph before, none with the one after",
        (false, true) => "shares a telling word with the paragraph after, none with the one before",
        (false, false) => "shares no telling word with the paragraph before or after",
    };
    text.to_string()
}

fn shape_of(kind: Kind, run: Run, sentences: u32) -> String {
    let paragraphs = run.last + 1 - run.first;
    let s = |n: u32| if n == 1 { "" } else { "s" };
    match kind {
        Kind::Teaser => "a headline line, one line break, then sentences".to_string(),
        Kind::Sentences => format!("{sentences} sentence{} standing alone", s(sentences)),
        _ => format!(
            "{paragraphs} paragraph{} of {sentences} sentences",
            s(paragraphs as u32)
        ),
    }
}
