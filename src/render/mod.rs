//! Reports as text for people and machines: one format a file, each reads only the report.

pub mod text;
