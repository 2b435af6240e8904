//! `policy`: assess an answer file, list programs and facts, without a browser.

mod answers;
mod assess;
mod check;
mod coverage;
mod facts;
mod list;
mod pack;
mod screen;
mod usage;

use std::io::{self, Write};
use std::process::ExitCode;

use assess::Form;
use lexopt::prelude::*;
use policy_wording::{command_texts, fill, speak};
use screen::Call;

fn main() -> ExitCode {
    match run() {
        Ok(text) => {
            // A reader that has seen enough (`policy list | head`) is no failure.
            let ended = text.is_empty() || text.ends_with('\n');
            let end = if ended { "" } else { "\n" };
            write!(io::stdout(), "{text}{end}").ok();
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let mut arguments = lexopt::Parser::from_env();
    let mut words = Vec::new();
    let mut json = false;
    let mut csv = false;
    let mut stale = false;
    let mut help = false;
    let mut template = false;
    let mut call = Call::default();
    while let Some(argument) = arguments.next().map_err(|error| usage::wrong(&error))? {
        match argument {
            Long("json") => json = true,
            Long("csv") => csv = true,
            Long("stale") => stale = true,
            Long("template") => template = true,
            Long("all") => call.all = true,
            Long("only") => {
                let value = arguments.value().map_err(|error| usage::wrong(&error))?;
                call.only.push(value.to_string_lossy().into_owned());
            }
            Long("on") => {
                let value = arguments.value().map_err(|error| usage::wrong(&error))?;
                call.on = Some(usage::date(&value.to_string_lossy())?);
            }
            Long("lang") => {
                let value = arguments.value().map_err(|error| usage::wrong(&error))?;
                speak(usage::language_named(&value.to_string_lossy())?);
            }
            Long("help") | Short('h') => help = true,
            Value(word) => words.push(word.to_string_lossy().into_owned()),
            _ => return Err(usage::wrong(&argument.unexpected())),
        }
    }
    if help {
        return Ok(usage::text().to_owned());
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["assess", file] => {
            let form = match (json, csv) {
                (false, false) => Form::Text,
                (true, false) => Form::Json,
                (false, true) => Form::Csv,
                (true, true) => return Err(usage::wrong(&command_texts().cli_two_forms)),
            };
            assess::run(file, call.on, form)
        }
        ["screen"] if template => screen::template(&call),
        ["screen", file] => screen::run(file, &call),
        ["check"] => check::run(call.on, stale),
        ["coverage"] => coverage::run(json),
        ["pack", folder, file] => pack::run(folder, file),
        ["list"] => Ok(list::run()),
        ["facts"] => facts::run(json),
        [] => Ok(usage::text().to_owned()),
        _ => Err(usage::unknown(&words)),
    }
}

/// A file that cannot be read.
fn no_such_file(path: &str, error: &io::Error) -> String {
    let error = error.to_string();
    let values = [("path", path), ("error", &error)];
    fill(command_texts().cli_no_such_file, &values)
}
