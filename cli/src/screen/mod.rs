//! `policy screen`: what each of many enterprises gets.

mod columns;
mod enterprise;
mod results;

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader};

use csv::{ErrorKind, ReaderBuilder, StringRecord};
use jiff::Zoned;
use jiff::civil::Date;
use policy_engine::author::node::nearest;
use policy_engine::catalog::Catalog;
use policy_exchange::table::MARK;
use policy_wording::{command_texts, error, fill, language, texts};

use crate::answers::told;
use crate::no_such_file;
use crate::screen::columns::Columns;
use crate::screen::results::Results;

/// How the command is called.
#[derive(Debug, Default)]
pub struct Call {
    /// The day to assess; today without.
    pub on: Option<Date>,
    /// The ids of the documents and programs to look at; all without.
    pub only: Vec<String>,
    /// Whether programs that an enterprise does not get are listed too.
    pub all: bool,
}

/// How many mistakes are told one by one.
const TOLD: usize = 20;

/// Screens a table of enterprises and prints the results as a table, line by line.
///
/// An enterprise with an answer that cannot be taken has no result; after all others are printed,
/// such answers are told.
pub fn run(path: &str, call: &Call) -> Result<String, String> {
    let catalog = chosen(&call.only)?;
    let date = call.on.unwrap_or_else(|| Zoned::now().date());
    if !catalog.known().contains(&date) {
        return Err(error::unknown_day(&catalog, &date.to_string()));
    }
    let file = File::open(path).map_err(|error| no_such_file(path, &error))?;
    let mut file = BufReader::new(file);
    skip_mark(&mut file).map_err(|error| no_such_file(path, &error))?;
    let mut table = ReaderBuilder::new().flexible(true).from_reader(file);
    let head = table.headers().map_err(|error| unread(path, &error))?;
    let columns = Columns::read(&catalog.questionnaire, head);
    let columns = columns.map_err(|message| told(path, &message))?;
    let mut results = Results::new(&catalog, date, call.all);
    let mut mistakes = Vec::new();
    let mut record = StringRecord::new();
    while table
        .read_record(&mut record)
        .map_err(|error| unread(path, &error))?
    {
        match columns.answers(&record) {
            Ok(answers) => results.add(&record[0], &answers),
            Err(message) => {
                let line = record.position().map_or(0, |position| position.line());
                mistakes.push(at_line(path, line, &message));
            }
        }
    }
    results.end();
    if mistakes.is_empty() {
        Ok(String::new())
    } else {
        Err(all(&mistakes))
    }
}

/// The table to fill in for some programs: all that they ask on a day, and nothing else.
pub fn template(call: &Call) -> Result<String, String> {
    let catalog = chosen(&call.only)?;
    let date = call.on.unwrap_or_else(|| Zoned::now().date());
    Ok(columns::template(&catalog, date))
}

/// The catalogue with the documents and programs that are wanted.
fn chosen(only: &[String]) -> Result<Cow<'static, Catalog>, String> {
    let catalog = policy_catalog::in_language(language());
    if let Some(unknown) = only.iter().find(|id| !catalog.names(id)) {
        let policies = catalog.policies.iter().map(|policy| policy.id.as_str());
        let programs = catalog.programs().map(|(_, program)| program.id.as_str());
        let near = nearest(unknown, policies.chain(programs));
        let near = near.map_or_else(String::new, |near| {
            fill(texts().file_near, &[("near", near)])
        });
        let values = [("id", unknown.as_str()), ("near", near.as_str())];
        return Err(fill(command_texts().cli_unknown_program, &values));
    }
    Ok(if only.is_empty() {
        Cow::Borrowed(catalog)
    } else {
        Cow::Owned(catalog.only(only))
    })
}

/// Editors of Windows put a mark before the text.
fn skip_mark(file: &mut impl BufRead) -> io::Result<()> {
    let mark = MARK.to_string();
    if file.fill_buf()?.starts_with(mark.as_bytes()) {
        file.consume(mark.len());
    }
    Ok(())
}

/// Why a table cannot be read on.
fn unread(path: &str, error: &csv::Error) -> String {
    match error.kind() {
        ErrorKind::Io(error) => no_such_file(path, error),
        ErrorKind::Utf8 { pos, .. } => {
            let line = pos.as_ref().map_or(1, |position| position.line());
            at_line(path, line, command_texts().cli_not_utf8)
        }
        _ => told(path, &error.to_string()),
    }
}

fn at_line(path: &str, line: u64, message: &str) -> String {
    format!("{path}:{line}: {message}")
}

/// The mistakes, the first of them one by one.
fn all(mistakes: &[String]) -> String {
    let count = mistakes.len().to_string();
    let mut lines = vec![fill(command_texts().cli_left_out, &[("count", &count)])];
    lines.extend(mistakes.iter().take(TOLD).cloned());
    if let Some(more) = mistakes.len().checked_sub(TOLD).filter(|more| *more > 0) {
        let more = more.to_string();
        lines.push(fill(command_texts().cli_more_mistakes, &[("count", &more)]));
    }
    lines.join("\n")
}
