//! Names of questions and their cells, and answers in words.

use policy_engine::case::Place;
use policy_engine::day;
use policy_engine::fact::{Ask, Choice, Kind, Value};
use policy_engine::questionnaire::Questionnaire;

use crate::number::quantity;
use crate::text::{fill, texts};

/// The short name of a question: 2025年度研发费用.
pub fn ask(questionnaire: &Questionnaire, ask: Ask) -> String {
    let label = &questionnaire.fact(ask.fact).label;
    match ask.year {
        Some(year) => fill(
            texts().need_year,
            &[("year", &year.to_string()), ("fact", label)],
        ),
        None => label.clone(),
    }
}

/// A question in full: 2025年度：全年营业收入是多少？
pub fn question(questionnaire: &Questionnaire, ask: Ask) -> String {
    let words = &questionnaire.fact(ask.fact).ask;
    match ask.year {
        Some(year) => fill(
            texts().input_ask_in_year,
            &[("year", &year.to_string()), ("ask", words)],
        ),
        None => words.clone(),
    }
}

/// The name of a place: 航空器第 2 行的最大起飞重量.
pub fn place(questionnaire: &Questionnaire, place: Place) -> String {
    let name = ask(questionnaire, place.ask);
    let Some((row, column)) = place.cell else {
        return name;
    };
    let column = &questionnaire.fact(place.ask.fact).columns()[usize::from(column)];
    fill(
        texts().need_row,
        &[
            ("fact", &name),
            ("row", &(row + 1).to_string()),
            ("column", &column.label),
        ],
    )
}

/// An answer in words.
pub fn value(questionnaire: &Questionnaire, kind: &Kind, value: &Value) -> String {
    let t = texts();
    match (kind, value) {
        (_, Value::YesNo(is)) => if *is { t.value_yes } else { t.value_no }.to_owned(),
        (Kind::OneOf(options), Value::OneOf(taken)) => options[usize::from(*taken)].label.clone(),
        (Kind::SeveralOf(_), Value::SeveralOf(taken)) if taken.is_empty() => {
            t.value_none.to_owned()
        }
        (Kind::SeveralOf(options), Value::SeveralOf(taken)) => labels(options, taken),
        (_, Value::Region(code)) => questionnaire.regions.full_name(*code),
        (Kind::Quantity(measured), Value::Quantity(value)) => quantity(*value, measured.unit),
        (_, Value::Date(date)) => day::written(*date),
        (_, Value::Rows(rows)) if rows.rows.is_empty() && !rows.more => t.value_no_rows.to_owned(),
        (_, Value::Rows(rows)) => fill(t.value_rows, &[("count", &rows.rows.len().to_string())]),
        (_, Value::OneOf(_) | Value::SeveralOf(_) | Value::Quantity(_)) => String::new(),
    }
}

/// The labels of some options, joined.
pub fn labels(options: &[Choice], taken: &[u16]) -> String {
    let labels = taken
        .iter()
        .map(|option| options[usize::from(*option)].label.as_str());
    let labels: Vec<_> = labels.collect();
    labels.join(texts().finding_list_separator)
}
