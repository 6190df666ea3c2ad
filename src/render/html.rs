//! The report as one self-contained page: the article itself with its findings marked, nothing loaded from elsewhere.

use std::fmt::Write as _;

use crate::document::page::segment::SegmentKind;
use crate::finding::{Finding, Severity};
use crate::render::junit::xml;
use crate::render::{Page, path};
use crate::report::Report;
use crate::score::Contribution;

/// Colours carry no meaning alone: severity is told by the style of the line, and each mark leads to its rule in words.
const STYLE: &str = "body{font:16px/1.55 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1,h2{line-height:1.2}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;font:14px/1.4 system-ui,sans-serif;width:100%}\
td,th{border-bottom:1px solid #ddd;padding:.3rem .5rem;text-align:left;vertical-align:top}.n{text-align:right;font-variant-numeric:tabular-nums;\
white-space:nowrap}.text{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid #ddd;padding:1rem}\
.furniture,.credit,.caption{color:#6b6b6b}.inserted{background:#f3e8d2}\
.range{display:block;width:100%;height:1rem;margin:.8rem 0}.all{fill:#e4e4e4}.low{fill:#9db6d3}.at{fill:#1f4e86}\
a{color:inherit}.text a{text-decoration:none}mark{background:none;color:inherit;border-bottom:2px dotted #2b6cb0}\
.caution{border-bottom:2px dashed #a65f00}.concern{border-bottom:2px solid #b00020}\
li{margin:.4rem 0}li:target,a:target mark{background:#fff3b0}code{font-size:.85em}.quiet{color:#5f5f5f;font:14px/1.4 system-ui,sans-serif}\
@media(prefers-color-scheme:dark){body{background:#161616;color:#e6e6e6}.text,td,th{border-color:#444}.inserted{background:#3a3020}\
.furniture,.credit,.caption,.quiet{color:#a3a3a3}.all{fill:#333}.at{fill:#9ec5f5}.low{fill:#3d5877}\
li:target,a:target mark{background:#4d4418}}";

/// What a browser knows the style by: whatever else a page holds, it runs no script and asks for nothing.
const STYLE_HASH: &str = "sha256-xcMABkqDTIHvo2FIHpPNvgJ1tVVrbbkVgOKra3L8JH8=";

/// Most findings named in the tooltip of one place.
const NAMED: usize = 3;

/// Everything before the first article.
pub fn head() -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{STYLE_HASH}'; base-uri 'none'; form-action 'none'\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <title>onrecord</title><style>{STYLE}</style></head><body>\n"
    )
}

/// Everything after the last article.
pub fn tail() -> &'static str {
    "</body></html>\n"
}

/// One article's section.
pub fn page(page: &Page<'_>, least: Severity) -> String {
    let report = page.report;
    let mut out = String::new();
    // A path is a poor headline: its last part is enough, and the whole of it stands below.
    let file = page.name.rsplit(['/', '\\']).next().unwrap_or(page.name);
    let title = report.article().title.as_deref().unwrap_or(file);
    let _ = writeln!(out, "<article>\n<h1>{}</h1>", xml(title));
    score(&mut out, report);
    let _ = writeln!(
        out,
        "<p class=\"quiet\"><code>{}</code>, {} words, {}</p>",
        xml(page.name),
        report.article().words,
        report.article().genre.name()
    );
    contributions(&mut out, report.contributions());
    let findings: Vec<&Finding> = report.findings().iter().filter(|f| f.severity >= least).collect();
    let anchor = anchor(page.name);
    if let Some(text) = page.text {
        out.push_str("<h2>Text</h2>\n");
        legend(&mut out, report, &findings);
        out.push_str("<div class=\"text\">");
        marked(&mut out, report, text, &findings, &anchor);
        out.push_str("</div>\n");
    }
    if !findings.is_empty() {
        let _ = writeln!(out, "<h2>Findings ({})</h2>\n<ol>", findings.len());
        for (i, f) in findings.iter().enumerate() {
            let (severity, rule, n) = (f.severity, xml(&f.rule), i + 1);
            let _ = writeln!(
                out,
                "<li id=\"{anchor}-{n}\"><mark class={severity}>{severity}</mark> <code>{rule}</code> at \
                 <a href=\"#{anchor}-{n}-text\">{}:{}</a>: {}</li>",
                f.line,
                f.column,
                xml(&f.message)
            );
        }
        out.push_str("</ol>\n");
    }
    sources(&mut out, report);
    chains(&mut out, report);
    out.push_str("</article>\n");
    out
}

fn score(out: &mut String, report: &Report) {
    let score = report.score();
    let (Some(points), Some((low, high))) = (score.points, score.low.zip(score.high)) else {
        let reason = xml(report.outcome_reason().unwrap_or(""));
        let _ = writeln!(out, "<p><strong>No score</strong>: {reason}</p>");
        return;
    };
    let band = score.band.as_deref().unwrap_or("?");
    let marks = xml(&score.marks());
    let (width, at) = (high - low, (points - 0.25).clamp(0.0, 99.5));
    let _ = writeln!(
        out,
        "<p><strong>{points:.2} of 100</strong> (band {band}, {low:.0} to {high:.0}): {marks}</p>\n\
         <svg class=\"range\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\"><title>0 to 100 points</title>\
         <rect class=\"all\" y=\"2\" width=\"100\" height=\"6\"/><rect class=\"low\" x=\"{low:.1}\" y=\"2\" width=\"{width:.1}\" height=\"6\"/>\
         <rect class=\"at\" x=\"{at:.1}\" width=\".5\" height=\"10\"/></svg>\n\
         <p class=\"quiet\">The points are for sourcing and style; they do not say whether the article is true.</p>"
    );
}

fn contributions(out: &mut String, contributions: &[Contribution]) {
    if contributions.is_empty() {
        return;
    }
    out.push_str(
        "<h2>Contributions</h2>\n<table><tr><th>signal<th class=n>points<th class=n>at most<th>counted</tr>\n",
    );
    for c in contributions {
        let told = if c.because.is_empty() { &c.measure } else { &c.because };
        let (signal, points, cap) = (xml(&c.signal), c.points, c.cap);
        let _ = write!(
            out,
            "<tr><td>{signal}<td class=n>{points:.2}<td class=n>-{cap}<td>{}",
            xml(told)
        );
        if let Some(next) = &c.to_next_band {
            let _ = write!(out, "<br><span class=quiet>{}</span>", xml(next));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

/// What the lines and shades in the text mean, as far as they occur.
fn legend(out: &mut String, report: &Report, findings: &[&Finding]) {
    let mut told: Vec<String> = Severity::ALL
        .iter()
        .filter(|s| findings.iter().any(|f| f.severity == **s))
        .map(|s| format!("<mark class={s}>{s}</mark>"))
        .collect();
    let has = |kinds: &[SegmentKind]| report.segments().iter().any(|s| kinds.contains(&s.kind));
    if has(&[SegmentKind::Inserted]) {
        told.push("<span class=inserted>of another story</span>".to_string());
    }
    if has(&[SegmentKind::Furniture, SegmentKind::Credit, SegmentKind::Caption]) {
        told.push("<span class=furniture>page text, credits, captions</span>".to_string());
    }
    if !told.is_empty() {
        let _ = writeln!(out, "<p class=\"quiet\">{}</p>", told.join(" · "));
    }
}

fn class(kind: SegmentKind) -> &'static str {
    match kind {
        SegmentKind::Title => "title",
        SegmentKind::Body => "body",
        SegmentKind::Furniture => "furniture",
        SegmentKind::Inserted => "inserted",
        SegmentKind::Caption => "caption",
        SegmentKind::Credit => "credit",
    }
}

/// The text by segment, each piece marked by the gravest of the findings over it.
fn marked(out: &mut String, report: &Report, text: &str, findings: &[&Finding], anchor: &str) {
    let mut edges: Vec<usize> = findings.iter().flat_map(|f| [f.span.start, f.span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut edges = edges.into_iter().peekable();
    let mut next = 0;
    let mut over: Vec<usize> = Vec::new();
    let mut anchored = vec![false; findings.len()];
    for segment in report.segments() {
        let _ = write!(out, "<span class={}>", class(segment.kind));
        let mut at = segment.start;
        while at < segment.end {
            while edges.next_if(|edge| *edge <= at).is_some() {}
            let end = edges.peek().map_or(segment.end, |edge| segment.end.min(*edge));
            while findings.get(next).is_some_and(|f| f.span.start <= at) {
                over.push(next);
                next += 1;
            }
            over.retain(|i| findings[*i].span.end > at);
            piece(
                out,
                text.get(at..end).unwrap_or(""),
                findings,
                &over,
                anchor,
                &mut anchored,
            );
            at = end;
        }
        out.push_str("</span>");
    }
}

/// A piece of text under the same findings; the first piece of a finding is where the list's link leads.
fn piece(out: &mut String, words: &str, findings: &[&Finding], over: &[usize], anchor: &str, anchored: &mut [bool]) {
    let words = xml(words);
    let Some(gravest) = over
        .iter()
        .copied()
        .max_by_key(|i| (findings[*i].severity, usize::MAX - i))
    else {
        out.push_str(&words);
        return;
    };
    let mut title: Vec<String> = over
        .iter()
        .take(NAMED)
        .map(|i| format!("{}: {}", findings[*i].rule, findings[*i].message))
        .collect();
    if over.len() > NAMED {
        title.push(format!("and {} more", over.len() - NAMED));
    }
    let mut id = String::new();
    for i in over {
        if !std::mem::replace(&mut anchored[*i], true) {
            let place = format!("{anchor}-{}-text", i + 1);
            if *i == gravest {
                id = format!(" id=\"{place}\"");
            } else {
                let _ = write!(out, "<a id=\"{place}\"></a>");
            }
        }
    }
    let (n, severity, title) = (gravest + 1, findings[gravest].severity, xml(&title.join("\n")));
    let _ = write!(
        out,
        "<a{id} href=\"#{anchor}-{n}\"><mark class={severity} title=\"{title}\">{words}</mark></a>"
    );
}

/// A name made fit for an `id`: letters, digits and dashes.
fn anchor(name: &str) -> String {
    let fit = |c: char| if c.is_alphanumeric() { c } else { '-' };
    format!("f-{}", name.chars().map(fit).collect::<String>())
}

fn sources(out: &mut String, report: &Report) {
    let sources = report.sources();
    if sources.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "<h2>Sources ({})</h2>\n<table><tr><th>source<th>title and basis<th>kind<th class=n>people<th class=n>mentions</tr>",
        sources.len()
    );
    for s in sources {
        let people = match (s.people.at_least, s.people.exact) {
            (0, _) => String::new(),
            (n, true) => n.to_string(),
            (n, false) => format!("{n} or more"),
        };
        let (label, kind, mentions) = (xml(&s.label), s.kind.name(), s.mentions.len());
        let standing: Vec<String> = s.standing().map(|s| xml(&s.text).to_string()).collect();
        let standing = standing.join("; ");
        let _ = writeln!(
            out,
            "<tr><td>{label}<td>{standing}<td>{kind}<td class=n>{people}<td class=n>{mentions}</tr>"
        );
    }
    out.push_str("</table>\n");
}

fn chains(out: &mut String, report: &Report) {
    let relayed: Vec<_> = report.chains().iter().filter(|c| c.depth > 1).collect();
    if relayed.is_empty() {
        return;
    }
    let _ = writeln!(out, "<h2>Chains ({}), outermost first</h2>", relayed.len());
    for said in path::summary(report) {
        let _ = writeln!(out, "<p class=\"quiet\">{}</p>", xml(&said));
    }
    out.push_str("<ul>\n");
    for chain in relayed {
        let drawn = xml(&path::drawn(report, chain));
        let _ = writeln!(
            out,
            "<li>{drawn} <span class=quiet>({} origin)</span></li>",
            chain.origin.name()
        );
    }
    out.push_str("</ul>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, analyze};

    #[test]
    fn a_finding_inside_another_keeps_its_place_and_every_link_leads_somewhere() {
        let text = "A source said the vile, corrupt and shameful mayor of Ellisport lies. Officials told the Harbor Times he denied it.";
        let article = Article::new(text);
        let report = analyze(&article);
        let html = page(&Page::new("a b/c.txt", &report).with_text(text), Severity::Note);
        let mut links = 0;
        for link in html.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap_or("");
            assert_eq!(html.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
            links += 1;
        }
        assert!(links >= 2 * report.findings().len(), "{links} links");
        assert!(html.contains("<h1>c.txt</h1>"));
        let plain: String = html
            .split("<div class=\"text\">")
            .nth(1)
            .and_then(|t| t.split("</div>").next())
            .map_or(String::new(), |t| {
                t.split('<')
                    .map(|p| p.split_once('>').map_or(p, |(_, words)| words))
                    .collect()
            });
        assert_eq!(plain, text);
    }
}
