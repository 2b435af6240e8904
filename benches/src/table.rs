//! Enterprises as a table, as `policy screen` reads it.

use std::fmt::Write;

use policy_engine::exact;
use policy_engine::fact::{Answer, Answers, Ask, Kind, Value};
use policy_engine::ordered::Set;
use policy_engine::questionnaire::Questionnaire;
use policy_engine::unit;

/// The table: an enterprise on each line, named by its number.
pub fn table(questionnaire: &Questionnaire, answers: &[Answers]) -> String {
    let lines = answers.iter().map(|answers| cells(questionnaire, answers));
    let lines: Vec<Vec<(Column, String)>> = lines.collect();
    let columns: Set<&Column> = lines.iter().flatten().map(|(column, _)| column).collect();
    let names = columns.iter().map(|column| column.name(questionnaire));
    let mut out = format!("enterprise,{}\n", names.collect::<Vec<_>>().join(","));
    for (number, cells) in lines.iter().enumerate() {
        write!(out, "{number}").ok();
        let mut cells = cells.iter().peekable();
        for column in &columns {
            let cell = cells.next_if(|(own, _)| own == *column);
            write!(out, ",{}", cell.map_or("", |(_, text)| text)).ok();
        }
        out.push('\n');
    }
    out
}

/// A column: a question, or a cell of a row of its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Column {
    ask: Ask,
    cell: Option<(usize, usize)>,
}

impl Column {
    fn name(&self, questionnaire: &Questionnaire) -> String {
        let name = questionnaire.name_of(self.ask);
        let columns = questionnaire.fact(self.ask.fact).columns();
        self.cell.map_or_else(
            || name.clone(),
            |(row, column)| format!("{name}.{}.{}", row + 1, columns[column].id),
        )
    }
}

/// What an enterprise answers, in the order of the columns.
fn cells(questionnaire: &Questionnaire, answers: &Answers) -> Vec<(Column, String)> {
    let mut cells = Vec::new();
    for (ask, answer) in answers.0.iter() {
        let kind = &questionnaire.fact(ask.fact).kind;
        match (answer, kind) {
            (Answer::Known(Value::Rows(list)), Kind::Rows(columns)) if !list.rows.is_empty() => {
                for (row, values) in list.rows.iter().enumerate() {
                    for (index, value) in values.iter().enumerate() {
                        let cell = Some((row, index));
                        let text = value
                            .as_ref()
                            .map(|value| text(&columns[index].kind, value));
                        cells.extend(text.map(|text| (Column { ask: *ask, cell }, text)));
                    }
                }
            }
            (Answer::Known(value), _) => {
                let column = Column {
                    ask: *ask,
                    cell: None,
                };
                cells.push((column, text(kind, value)));
            }
            (Answer::Unsure, _) => {}
        }
    }
    cells
}

/// A value as it is typed.
fn text(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        (Kind::OneOf(options), Value::OneOf(option)) => options[usize::from(*option)].id.clone(),
        (Kind::SeveralOf(options), Value::SeveralOf(picked)) if !picked.is_empty() => {
            let ids = picked
                .iter()
                .map(|one| options[usize::from(*one)].id.as_str());
            ids.collect::<Vec<_>>().join(";")
        }
        (Kind::Quantity(measured), Value::Quantity(value)) => {
            let (_, power) = unit::written(&measured.shown).unwrap_or_default();
            exact::shift(*value, -power).unwrap_or_default().to_string()
        }
        (_, Value::Region(code)) => format!("{:06}", code.0),
        (_, Value::Date(day)) => day.to_string(),
        _ => "没有".to_owned(),
    }
}
