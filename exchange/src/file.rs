//! A file that brings answers: an exported result, a form as the page keeps it, or an answer file.

use policy_engine::questionnaire::Questionnaire;
use serde_json::{Map, Value};

use crate::Wrong;
use crate::answers::{self, Absent, Read};
use crate::result::{FORMAT, VERSION};

/// The longest file read, in bytes.
pub const LONGEST: usize = 1 << 20;

/// What a file brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The day to assess, as it is written.
    pub on: Option<String>,
    /// The ids of the topics that are open.
    pub topics: Option<Vec<String>>,
    /// The example enterprise that gave the answers.
    pub example: Option<String>,
    /// The answers.
    pub answers: Read,
}

/// Reads a file as far as the catalogue knows its names.
pub fn read(questionnaire: &Questionnaire, text: &str) -> Result<Incoming, Wrong> {
    if text.len() > LONGEST {
        return Err(Wrong::TooLong);
    }
    // Editors of Windows put a mark before the text.
    let text = text.trim_start_matches('\u{feff}');
    let value = serde_json::from_str(text)
        .map_err(|error: serde_json::Error| Wrong::NotJson(error.line(), error.column()))?;
    let Value::Object(mut file) = value else {
        return Err(Wrong::Foreign);
    };
    let on = match file.remove("on") {
        None | Some(Value::Null) => None,
        Some(Value::String(day)) => Some(day),
        Some(_) => return Err(Wrong::Shape("on".to_owned())),
    };
    match file.get("format").map(Value::as_str) {
        None | Some(Some(FORMAT)) => {}
        Some(_) => return Err(Wrong::Foreign),
    }
    let topics = topics(file.remove("topics"))?;
    let example = match file.get("answers").and_then(|_| file.get("example")) {
        Some(Value::String(id)) => Some(id.clone()),
        _ => None,
    };
    let answers = match file.get("answers") {
        Some(Value::Object(answers)) => {
            version(&file)?;
            answers::read(questionnaire, answers, Absent::Empty)?
        }
        Some(_) => return Err(Wrong::Shape("answers".to_owned())),
        None if file.contains_key("format") => return Err(Wrong::Foreign),
        None => answers::read(questionnaire, &file, Absent::Preset)?,
    };
    Ok(Incoming {
        on,
        topics,
        example,
        answers,
    })
}

fn version(file: &Map<String, Value>) -> Result<(), Wrong> {
    match file.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => Ok(()),
        Some(version) if version > u64::from(VERSION) => Err(Wrong::Newer),
        _ => Err(Wrong::Foreign),
    }
}

fn topics(topics: Option<Value>) -> Result<Option<Vec<String>>, Wrong> {
    let shape = || Wrong::Shape("topics".to_owned());
    let ids = match topics {
        None | Some(Value::Null) => return Ok(None),
        Some(Value::Array(ids)) => ids.into_iter(),
        Some(_) => return Err(shape()),
    };
    let ids = ids.map(|id| Some(id.as_str()?.to_owned()));
    ids.collect::<Option<_>>().ok_or_else(shape).map(Some)
}
