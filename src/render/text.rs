//! The report an editor reads.

use std::fmt;

use crate::report::Report;

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.score.points {
            Some(points) => writeln!(f, "{points:.2} points")?,
            None => writeln!(f, "no score: {}", self.outcome_reason.as_deref().unwrap_or(""))?,
        }
        for finding in &self.findings {
            writeln!(
                f,
                "{}:{} {} {}",
                finding.line, finding.column, finding.rule, finding.message
            )?;
        }
        Ok(())
    }
}
