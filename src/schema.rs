//! The JSON Schema of the report.

use crate::report::Report;

/// The JSON Schema (2020-12) that every report validates against, pretty-printed.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&onrecord::schema::report()).expect("a schema is JSON");
/// assert!(schema["properties"]["contributions"].is_object());
/// ```
pub fn report() -> String {
    let mut schema = schemars::schema_for!(Report);
    schema.insert("title".to_owned(), "onrecord report".into());
    schema.insert("$id".to_owned(), crate::report::SCHEMA.into());
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
