//! Files of answers: TOML, or JSON as the page exports it.

use policy_engine::assess::serves;
use policy_engine::author::answers::{self, AnswerFile};
use policy_engine::author::node::{File, nearest};
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Ask};
use policy_engine::input::{self, At, Draft};
use policy_engine::policy::Topic;
use policy_engine::questionnaire::Questionnaire;
use policy_exchange::file;
use policy_wording::{error, fill, texts};

/// Reads a file; a wrong name, unit or value is a mistake, told with its place.
pub fn read(path: &str, text: &str, catalog: &Catalog) -> Result<AnswerFile, String> {
    let questionnaire = &catalog.questionnaire;
    if is_json(path, text) {
        return json(catalog, text).map_err(|message| told(path, &message));
    }
    let file = File { name: path, text };
    let read = answers::read(file, questionnaire, &error::message);
    read.map_err(|mistake| mistake.to_string())
}

/// No TOML begins with a brace.
fn is_json(path: &str, text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('{') || path.to_lowercase().ends_with(".json")
}

fn json(catalog: &Catalog, text: &str) -> Result<AnswerFile, String> {
    let questionnaire = &catalog.questionnaire;
    let incoming = file::read(questionnaire, text).map_err(|wrong| wrong.message())?;
    if let Some(name) = incoming.answers.unknown.first() {
        return Err(unknown(questionnaire, name));
    }
    let mut out = AnswerFile::default();
    if let Some(day) = incoming.on {
        let date = day.parse().ok().filter(|day| serves(*day));
        out.on = Some(date.ok_or_else(|| told("on", &error::unknown_day(catalog, &day)))?);
    }
    out.topics = incoming.topics.map(|ids| {
        let open = |topic: &Topic| ids.iter().any(|id| id == topic.id());
        Topic::ALL.into_iter().filter(open).collect()
    });
    for (ask, draft) in &incoming.answers.drafts {
        let answer = answer(questionnaire, *ask, draft)?;
        out.answers.0.extend(answer.map(|answer| (*ask, answer)));
    }
    out.drafts = incoming.answers.drafts;
    Ok(out)
}

/// The answer that a draft gives; the first problem is a mistake, told with its place.
pub fn answer<T: AsRef<str>>(
    questionnaire: &Questionnaire,
    ask: Ask,
    draft: &Draft<T>,
) -> Result<Option<Answer>, String> {
    let read = input::read(questionnaire, ask, draft);
    let Some(problem) = read.problems.first() else {
        return Ok(read.answer);
    };
    let name = questionnaire.name_of(ask);
    let columns = questionnaire.fact(ask.fact).columns();
    let place = match problem.at {
        At::Whole => name,
        At::Row(row) => format!("{name}[{}]", row + 1),
        At::Cell(row, column) => {
            format!("{name}[{}].{}", row + 1, columns[usize::from(column)].id)
        }
    };
    Err(told(&place, &error::message(&problem.error)))
}

/// A name that is no fact's, with the nearest that is.
pub fn unknown(questionnaire: &Questionnaire, name: &str) -> String {
    let t = texts();
    let (fact, year) = name.split_once('@').unwrap_or((name, ""));
    let names = questionnaire.facts.iter().map(|fact| fact.id.as_str());
    let near = nearest(fact, names).filter(|near| *near != fact && year.is_empty());
    let near = near.map_or_else(String::new, |near| fill(t.file_near, &[("near", near)]));
    fill(t.file_unknown, &[("name", name), ("near", &near)])
}

/// A message with what it is about.
pub fn told(name: &str, message: &str) -> String {
    fill(
        texts().file_problem,
        &[("name", name), ("message", message)],
    )
}
