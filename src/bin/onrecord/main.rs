//! The command line: arguments, files, exit code; no analysis.
//!
//! Data goes to standard output, notes to standard error. Exit code 0: nothing at or over the gate; 1: the gate failed; 2: bad
//! usage, an input that cannot be read, or bad settings.
#![allow(clippy::print_stderr)]

mod args;
mod baseline;
mod citations;
mod corpus;
mod course;
mod explain;
mod fault;
mod job;
mod matches;
mod output;
mod paths;
mod run;
mod silence;

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

use args::{Cli, Verb};

/// Why a command could not be carried out, in one line.
type Fault = String;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    fault::keep_quiet();
    let done = fault::guarded("", || carry_out(cli)).unwrap_or_else(Err);
    match done {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            complain(&fault);
            ExitCode::from(2)
        }
    }
}

fn carry_out(cli: Cli) -> Result<u8, Fault> {
    match cli.verb {
        Verb::Check(options) => run::run(&options, false),
        Verb::Compare(options) => run::run(&options, true),
        Verb::Citations(options) => citations::run(&options),
        Verb::Corpus(verb) => corpus::corpus(&verb),
        Verb::Rules { format } => printed(&explain::rules(format)),
        Verb::Explain { name } => explain::explain(&name).and_then(|text| printed(&text)),
        Verb::Schema => printed(&(onrecord::schema::report() + "\n")),
    }
}

/// Prints a text; a reader that has gone away is no fault.
fn printed(text: &str) -> Result<u8, Fault> {
    match io::stdout()
        .write_all(text.as_bytes())
        .and_then(|()| io::stdout().flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(format!("standard output: {error}")),
        _ => Ok(0),
    }
}

/// One line on standard error.
fn complain(fault: &str) {
    let _ = writeln!(io::stderr(), "error: {}", one_line(fault));
}

/// Text of others on one line, without what could steer a terminal or a build log.
fn one_line(text: &str) -> String {
    onrecord::render::inert::line(text)
}

/// Help and version as they are; a wrong argument in one line, with the parser's suggestion when it has one.
fn usage(error: &clap::Error) -> ExitCode {
    use clap::error::{ContextKind, ErrorKind};
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(2);
    }
    let text = error.to_string();
    let mut said = text
        .lines()
        .next()
        .unwrap_or("")
        .trim_start_matches("error: ")
        .to_owned();
    if error.kind() == ErrorKind::MissingRequiredArgument {
        let missing: Vec<&str> = text
            .lines()
            .skip(1)
            .take_while(|l| !l.is_empty())
            .map(str::trim)
            .collect();
        said = format!("{said} {}", missing.join(", "));
    }
    let given = [
        ContextKind::InvalidValue,
        ContextKind::InvalidArg,
        ContextKind::InvalidSubcommand,
    ];
    let given = given
        .iter()
        .find_map(|kind| error.get(*kind))
        .map_or(String::new(), ToString::to_string);
    let near = [
        ContextKind::SuggestedValue,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
    ];
    let near = near.iter().find_map(|kind| error.get(*kind)).map_or(Vec::new(), words);
    if let Some(near) = near.iter().min_by_key(|near| strsim::osa_distance(near, &given)) {
        said.push_str(&format!(", did you mean `{near}`?"));
    } else if let Some(known) = error
        .get(ContextKind::ValidValue)
        .filter(|_| error.kind() == ErrorKind::InvalidValue)
    {
        said.push_str(&format!(" (expected one of: {})", words(known).join(", ")));
    }
    complain(&said);
    ExitCode::from(2)
}

/// The words of a parser's note.
fn words(value: &clap::error::ContextValue) -> Vec<String> {
    match value {
        clap::error::ContextValue::Strings(words) => words.clone(),
        other => vec![other.to_string()],
    }
}
