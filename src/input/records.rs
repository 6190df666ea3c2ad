//! Articles as JSON records: `{"id","title","text","url","publisher","published","authors"}`, only `text` required.

use std::fmt;
use std::io::{self, BufRead};

use serde::Deserialize;
use serde::de::{self, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::article::Article;
use crate::input::{Input, Kind, Problem, utf8};

/// The keys that are read.
const KEYS: [&str; 7] = ["id", "title", "text", "url", "publisher", "published", "authors"];
/// What others call the text: named in the message when `text` is missing.
const TEXT_ALIKE: [&str; 6] = ["body", "content", "article", "article_text", "maintext", "fulltext"];

/// Reads a `.json` file: one record, or an array of records.
///
/// # Errors
/// When the JSON is broken (line and column named) or a record has no `text`.
pub fn json(bytes: &[u8]) -> Result<Vec<Result<Input, Problem>>, Problem> {
    let text = utf8(bytes)?;
    let file: File = serde_json::from_str(text).map_err(|e| broken(&e))?;
    Ok(match file {
        File::One(record) => vec![record.input(None)],
        File::Many(records) => records
            .into_iter()
            .enumerate()
            .map(|(i, record)| {
                record
                    .input(None)
                    .map_err(|p| Problem::new(format!("record {}: {p}", i + 1)))
            })
            .collect(),
    })
}

/// Reads one record of a `.jsonl` file.
///
/// # Errors
/// When it is not UTF-8, not JSON, or has no `text`; `line` is where the record stands.
pub fn record(bytes: &[u8], line: u64) -> Result<Input, Problem> {
    let text = utf8(bytes).map_err(|p| p.at(line, None))?;
    let record: Record = serde_json::from_str(text).map_err(|e| broken(&e).at(line, Some(e.column() as u64)))?;
    record.input(Some(line))
}

/// The records of a `.jsonl` stream, one at a time: memory holds one line. Empty lines are passed over.
#[derive(Debug)]
pub struct Lines<R> {
    reader: R,
    line: u64,
    offset: u64,
    ended: bool,
}

/// One line of a `.jsonl` stream that is not empty.
#[derive(Debug)]
pub struct Line {
    /// Its number, 1-based.
    pub number: u64,
    /// Offset of its first byte in the stream.
    pub offset: u64,
    /// Its bytes, without the line end.
    pub bytes: Vec<u8>,
}

impl Line {
    /// Reads the record.
    ///
    /// # Errors
    /// As [`record`]; the offset of a bad byte is that in the stream.
    pub fn read(&self) -> Result<Input, Problem> {
        match std::str::from_utf8(&self.bytes) {
            Ok(_) => record(&self.bytes, self.number),
            Err(error) => {
                let at = error.valid_up_to();
                let byte = self.bytes.get(at).copied().unwrap_or_default();
                let problem = Problem::new(format!(
                    "not UTF-8: byte 0x{byte:02x} at offset {}",
                    self.offset + at as u64
                ));
                Err(problem.at(self.number, Some(at as u64 + 1)))
            }
        }
    }
}

impl<R: BufRead> Lines<R> {
    /// Lines of a reader.
    pub fn new(reader: R) -> Self {
        Lines {
            reader,
            line: 0,
            offset: 0,
            ended: false,
        }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<Line>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let mut bytes = Vec::new();
            let read = match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            };
            let offset = self.offset;
            self.offset += read as u64;
            self.line += 1;
            while matches!(bytes.last(), Some(b'\n' | b'\r')) {
                bytes.pop();
            }
            if !bytes.iter().all(u8::is_ascii_whitespace) {
                return Some(Ok(Line {
                    number: self.line,
                    offset,
                    bytes,
                }));
            }
        }
        None
    }
}

/// What the parser says, without its own " at line 1 column 2", which is carried apart.
fn broken(error: &serde_json::Error) -> Problem {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said);
    let what = match error.classify() {
        serde_json::error::Category::Data => "not a record",
        _ => "broken JSON",
    };
    // The parser's words for half a pair of UTF-16 depend on what follows it.
    let lone = said.contains("surrogate") || said.contains("end of hex escape");
    let said = if lone { "lone surrogate in a \\u escape" } else { said };
    let problem = Problem::new(format!("{what}: {said}"));
    if error.line() == 0 {
        problem
    } else {
        // The parser counts a line that ended from nought; editors count from one.
        problem.at(error.line() as u64, Some(error.column().max(1) as u64))
    }
}

#[derive(Debug)]
enum File {
    One(Box<Record>),
    Many(Vec<Record>),
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FileVisitor;
        impl<'de> Visitor<'de> for FileVisitor {
            type Value = File;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a record or an array of records")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<File, A::Error> {
                RecordVisitor.visit_map(map).map(|record| File::One(Box::new(record)))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<File, A::Error> {
                let mut records = Vec::new();
                while let Some(record) = seq.next_element()? {
                    records.push(record);
                }
                Ok(File::Many(records))
            }
        }
        deserializer.deserialize_any(FileVisitor)
    }
}

#[derive(Debug, Default)]
struct Record {
    text: Option<String>,
    title: Option<String>,
    id: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    authors: Vec<String>,
    /// Keys that are not read: they explain a missing `text`.
    others: Vec<String>,
}

impl Record {
    fn input(self, line: Option<u64>) -> Result<Input, Problem> {
        let Some(text) = self.text else {
            let meant = self.others.iter().find(|key| {
                TEXT_ALIKE.contains(&key.to_ascii_lowercase().as_str()) || strsim::levenshtein(key, "text") < 2
            });
            let hint = meant.map_or(String::new(), |key| format!("; did you mean `{key}` to be `text`?"));
            let problem = Problem::new(format!("record has no `text`{hint}"));
            return Err(if let Some(line) = line {
                problem.at(line, None)
            } else {
                problem
            });
        };
        let mut article = Article::builder(text).authors(self.authors);
        if let Some(title) = self.title {
            article = article.title(title);
        }
        if let Some(id) = self.id {
            article = article.id(id);
        }
        if let Some(url) = self.url {
            article = article.url(url);
        }
        if let Some(publisher) = self.publisher {
            article = article.publisher(publisher);
        }
        if let Some(published) = self.published {
            article = article.published(published);
        }
        let kind = if line.is_some() { Kind::Jsonl } else { Kind::Json };
        Ok(Input {
            record_line: line,
            ..Input::new(article.build(), kind)
        })
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RecordVisitor)
    }
}

struct RecordVisitor;

impl<'de> Visitor<'de> for RecordVisitor {
    type Value = Record;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `text`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
        let mut record = Record::default();
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "text" => record.text = scalar(&mut map, "text")?,
                "title" => record.title = scalar(&mut map, "title")?,
                "id" => record.id = scalar(&mut map, "id")?,
                "url" => record.url = scalar(&mut map, "url")?,
                "publisher" => record.publisher = scalar(&mut map, "publisher")?,
                "published" => record.published = scalar(&mut map, "published")?,
                "authors" => record.authors = map.next_value::<Names>()?.0,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    record.others.push(key);
                }
            }
        }
        debug_assert!(record.others.iter().all(|key| !KEYS.contains(&key.as_str())));
        Ok(record)
    }
}

/// A string, or a number where one is natural (ids and years are often numbers); `null` is none.
fn scalar<'de, A: MapAccess<'de>>(map: &mut A, key: &'static str) -> Result<Option<String>, A::Error> {
    struct Seed(&'static str);
    impl<'de> de::DeserializeSeed<'de> for Seed {
        type Value = Option<String>;
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
            deserializer.deserialize_any(self)
        }
    }
    impl Seed {
        fn number<E: de::Error>(
            &self,
            number: impl fmt::Display,
            kind: de::Unexpected<'_>,
        ) -> Result<Option<String>, E> {
            if matches!(self.0, "id" | "published") {
                Ok(Some(number.to_string()))
            } else {
                Err(E::invalid_type(kind, self))
            }
        }
    }
    impl<'de> Visitor<'de> for Seed {
        type Value = Option<String>;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a string as `{}`", self.0)
        }
        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok(None)
        }
        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }
        fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
            Ok(Some(text))
        }
        fn visit_u64<E: de::Error>(self, n: u64) -> Result<Self::Value, E> {
            self.number(n, de::Unexpected::Unsigned(n))
        }
        fn visit_i64<E: de::Error>(self, n: i64) -> Result<Self::Value, E> {
            self.number(n, de::Unexpected::Signed(n))
        }
        fn visit_f64<E: de::Error>(self, n: f64) -> Result<Self::Value, E> {
            self.number(n, de::Unexpected::Float(n))
        }
    }
    map.next_value_seed(Seed(key))
}

/// One name, several, or none.
struct Names(Vec<String>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NamesVisitor;
        impl<'de> Visitor<'de> for NamesVisitor {
            type Value = Names;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name or a list of names as `authors`")
            }
            fn visit_unit<E>(self) -> Result<Names, E> {
                Ok(Names(Vec::new()))
            }
            fn visit_str<E>(self, name: &str) -> Result<Names, E> {
                Ok(Names(vec![name.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = seq.next_element::<Option<String>>()? {
                    names.extend(name);
                }
                Ok(Names(names))
            }
        }
        deserializer.deserialize_any(NamesVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> (String, Option<u64>, Option<u64>) {
        let problem = record(line.as_bytes(), 7).expect_err("must not be read");
        (problem.to_string(), problem.line(), problem.column())
    }

    #[test]
    fn a_record_needs_only_its_text() {
        let input = record(br#"{"text":"The ferry sank.","label":{"a":[1]}}"#, 1).expect("a record");
        assert_eq!((input.article.text(), input.article.id()), ("The ferry sank.", None));
    }

    #[test]
    fn numbers_may_be_ids_and_one_author_may_stand_alone() {
        let input = record(
            br#"{"id":17,"text":"","title":"Ferry sinks","authors":"Ana Roe","url":null}"#,
            1,
        )
        .expect("a record");
        assert_eq!(
            (input.article.id(), input.article.title(), input.article.authors()),
            (Some("17"), Some("Ferry sinks"), &["Ana Roe".to_owned()][..])
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        assert_eq!(
            said(r#"{"id":1,"body":"x"}"#).0,
            "record has no `text`; did you mean `body` to be `text`?"
        );
        assert_eq!(said(r#"{"id":1}"#), ("record has no `text`".into(), Some(7), None));
        assert_eq!(
            said(r#"{"text":5}"#),
            (
                "not a record: invalid type: integer `5`, expected a string as `text`".into(),
                Some(7),
                Some(9)
            )
        );
        assert_eq!(
            said("[1]"),
            (
                "not a record: invalid type: sequence, expected an object with `text`".into(),
                Some(7),
                Some(1)
            )
        );
        let (message, _, column) = said(r#"{"text":"a \ud83d b"}"#);
        assert!(
            message.starts_with("broken JSON: ") && column > Some(10),
            "{message} {column:?}"
        );
        assert_eq!(said(r#"{"text":"a"#).0, "broken JSON: EOF while parsing a string");
        let cut = json(b"{\"text\": \"a\"\n").expect_err("cut off at a line end");
        assert_eq!((cut.line(), cut.column()), (Some(2), Some(1)));
    }

    #[test]
    fn a_bad_byte_is_named_by_its_place_in_the_stream() {
        let stream: &[u8] = b"\n{\"text\":\"a\"}\r\n{\"text\":\"\xff\"}\n";
        let lines: Vec<Line> = Lines::new(stream).map(|l| l.expect("reads from memory")).collect();
        assert_eq!(
            lines.iter().map(|l| (l.number, l.offset)).collect::<Vec<_>>(),
            [(2, 1), (3, 15)]
        );
        assert!(lines[0].read().is_ok());
        assert_eq!(
            lines[1].read().expect_err("bad byte").to_string(),
            "not UTF-8: byte 0xff at offset 24"
        );
    }

    #[test]
    fn an_array_is_many_records_and_one_bad_one_spares_the_others() {
        let records = json(br#"[{"text":"a"},{"title":"b"}]"#).expect("an array");
        assert!(records[0].is_ok());
        assert_eq!(
            records[1].as_ref().expect_err("no text").to_string(),
            "record 2: record has no `text`"
        );
    }
}
