//! Answers as JSON, by the names that answer files use.

use policy_engine::fact::{Ask, Column, FactId, Kind};
use policy_engine::form::{Drafts, NONE, UNSURE, as_picked};
use policy_engine::input::{Draft, MOST};
use policy_engine::questionnaire::{Questionnaire, year_named};
use serde_json::{Map, Number, Value};

use crate::Wrong;

/// The most digits of a number that is no text: more of them do not come through JSON unchanged.
const MOST_DIGITS: usize = 15;

/// What a cell holds of which a file says nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absent {
    /// Nothing: the file was written from a form, in which the cell was empty.
    Empty,
    /// What a new row starts with: the file was written by hand.
    Preset,
}

/// Answers as they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What to put into the form; whether it can be taken is said at the question.
    pub drafts: Drafts,
    /// Names that the catalogue does not know, with what they named left out.
    pub unknown: Vec<String>,
}

/// Reads answers by their names.
///
/// A name may be written in one, or as a table in a table (`{"company": {"region": …}}`); a year after
/// `@` or in a table.
pub fn read(
    questionnaire: &Questionnaire,
    answers: &Map<String, Value>,
    absent: Absent,
) -> Result<Read, Wrong> {
    let mut reader = Reader {
        questionnaire,
        absent,
        read: Read::default(),
    };
    for (name, value) in answers {
        reader.entry(name, value)?;
    }
    Ok(reader.read)
}

struct Reader<'q> {
    questionnaire: &'q Questionnaire,
    absent: Absent,
    read: Read,
}

impl Reader<'_> {
    /// One name: a fact, or the first part of the names of several (`company`). A fact whose name is
    /// the first part of another is either.
    fn entry(&mut self, name: &str, value: &Value) -> Result<(), Wrong> {
        let questionnaire = self.questionnaire;
        let prefix = format!("{name}.");
        let mut facts = questionnaire.facts.iter();
        let is_part = facts.any(|fact| {
            let mut names = fact.was.iter().chain([&fact.id]);
            names.any(|known| known.starts_with(&prefix))
        });
        let parts = value.as_object().filter(|_| is_part);
        let is_list = |ask: Ask| matches!(questionnaire.fact(ask.fact).kind, Kind::Rows(_));
        if let Some(ask) = questionnaire.ask_named(name)
            && (parts.is_none() || is_list(ask))
        {
            return self.answer(name, ask, value);
        }
        if let Some(fact) = questionnaire.fact_once_named(name)
            && questionnaire.fact(fact).per_year
        {
            return self.years(name, fact, value);
        }
        match parts {
            Some(parts) => {
                for (rest, value) in parts {
                    self.entry(&format!("{prefix}{rest}"), value)?;
                }
            }
            None => self.read.unknown.push(name.to_owned()),
        }
        Ok(())
    }

    fn years(&mut self, name: &str, fact: FactId, value: &Value) -> Result<(), Wrong> {
        let years = value.as_object();
        let years = years.ok_or_else(|| Wrong::NoYear(name.to_owned()))?;
        for (year, value) in years {
            let name = format!("{name}@{year}");
            match year_named(year) {
                Some(year) => self.answer(
                    &name,
                    Ask {
                        fact,
                        year: Some(year),
                    },
                    value,
                )?,
                None => self.read.unknown.push(name),
            }
        }
        Ok(())
    }

    fn answer(&mut self, name: &str, ask: Ask, value: &Value) -> Result<(), Wrong> {
        let kind = &self.questionnaire.fact(ask.fact).kind;
        let draft = self.draft(name, kind, value)?;
        let today = self.questionnaire.name_of(ask);
        if self.read.drafts.contains_key(&ask) {
            match self.absent {
                Absent::Preset => return Err(Wrong::Twice(today)),
                // In a form, an answer by the name of today is the newer one.
                Absent::Empty if today != name => return Ok(()),
                Absent::Empty => {}
            }
        }
        self.read.drafts.insert(ask, draft);
        Ok(())
    }

    /// What stands at a question. A form may have been written when the fact was asked in another
    /// way; that is said at the question and loses no other answer.
    fn draft(&mut self, name: &str, kind: &Kind, value: &Value) -> Result<Draft, Wrong> {
        let shape = || Wrong::Shape(name.to_owned());
        let none = value.as_str().is_some_and(|text| NONE.contains(&text));
        let is_text = |value: &Value| value.is_string();
        let columns = match kind {
            Kind::Rows(columns) => Some(&columns[..]),
            _ => None,
        };
        Ok(match (value, columns) {
            (Value::Null, _) => Draft::Unsure,
            (Value::String(text), _) if text == UNSURE => Draft::Unsure,
            (_, None) if none && matches!(kind, Kind::SeveralOf(_)) => Draft::Picks(Vec::new()),
            (_, Some(_)) if none => Draft::Rows {
                rows: Vec::new(),
                more: false,
            },
            (Value::Array(rows), Some(columns)) if rows.is_empty() || !rows.iter().all(is_text) => {
                self.rows(name, columns, rows, false)?
            }
            (Value::Array(picks), _) => {
                self.at_most(name, picks)?;
                let picks = picks.iter().map(|pick| scalar(name, kind, pick));
                Draft::Picks(picks.collect::<Result<_, _>>()?)
            }
            (Value::Object(list), columns) => {
                let rows = list.get("rows").and_then(Value::as_array);
                let more = list.get("more").map_or(Some(false), Value::as_bool);
                let (rows, more) = rows.zip(more).ok_or_else(shape)?;
                self.rows(name, columns.unwrap_or_default(), rows, more)?
            }
            (Value::String(_), _) => Draft::Text(scalar(name, kind, value)?),
            (_, Some(_)) => return Err(shape()),
            (_, None) if matches!(kind, Kind::SeveralOf(_)) => return Err(shape()),
            (_, None) => Draft::Text(scalar(name, kind, value)?),
        })
    }

    /// Refuses more rows or options than can be shown.
    fn at_most(&self, name: &str, values: &[Value]) -> Result<(), Wrong> {
        let few = values.len() <= MOST;
        few.then_some(())
            .ok_or_else(|| Wrong::TooMany(name.to_owned()))
    }

    fn rows(
        &mut self,
        name: &str,
        columns: &[Column],
        rows: &[Value],
        more: bool,
    ) -> Result<Draft, Wrong> {
        self.at_most(name, rows)?;
        let rows = (1..).zip(rows).map(|(number, row)| {
            let name = format!("{name}[{number}]");
            self.row(&name, columns, row)
        });
        Ok(Draft::Rows {
            rows: rows.collect::<Result<_, _>>()?,
            more,
        })
    }

    fn row(&mut self, name: &str, columns: &[Column], row: &Value) -> Result<Vec<String>, Wrong> {
        let row = row.as_object();
        let row = row.ok_or_else(|| Wrong::Shape(name.to_owned()))?;
        let known = |key: &String| {
            columns
                .iter()
                .any(|column| column.names().any(|name| name == key))
        };
        let unknown = row.keys().filter(|key| !known(key));
        self.read
            .unknown
            .extend(unknown.map(|key| format!("{name}.{key}")));
        let cells = columns.iter().map(|column| {
            let mut cells = column.names().filter_map(|name| row.get(name));
            match cells.next() {
                None if self.absent == Absent::Empty => Ok(String::new()),
                None => Ok(column.preset.clone().unwrap_or_default()),
                Some(Value::Null) => Ok(String::new()),
                Some(value) => {
                    let name = format!("{name}.{}", column.id);
                    let text = scalar(&name, &column.kind, value)?;
                    Ok(if text == UNSURE { String::new() } else { text })
                }
            }
        });
        cells.collect()
    }
}

/// A text, a number or a truth as it would be typed.
fn scalar(name: &str, kind: &Kind, value: &Value) -> Result<String, Wrong> {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Bool(is) => is.to_string(),
        Value::Number(number) => digits(name, number)?,
        _ => return Err(Wrong::Shape(name.to_owned())),
    };
    Ok(as_picked(kind, text))
}

fn digits(name: &str, number: &Number) -> Result<String, Wrong> {
    let text = number.to_string();
    let exact = text.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS;
    if exact && !text.contains('e') {
        Ok(text)
    } else {
        Err(Wrong::LongNumber(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn questionnaire() -> &'static Questionnaire {
        &policy_catalog::catalog().questionnaire
    }

    fn read_as(answers: Value, absent: Absent) -> Result<Read, Wrong> {
        read(questionnaire(), answers.as_object().unwrap(), absent)
    }

    fn draft(answers: Value) -> Draft {
        let read = read_as(answers, Absent::Preset).unwrap();
        assert_eq!(read.unknown, [""; 0]);
        read.drafts.values().next().cloned().unwrap()
    }

    #[test]
    fn a_name_is_read_in_one_or_in_tables() {
        let one = read_as(json!({"company.staff@2025": "7"}), Absent::Preset);
        for nested in [
            json!({"company": {"staff": {"2025": 7}}}),
            json!({"company": {"staff@2025": 7}}),
            json!({"company.staff": {"2025": "7"}}),
        ] {
            assert_eq!(read_as(nested, Absent::Preset), one);
        }
    }

    #[test]
    fn words_for_unknown_and_none_are_those_of_answer_files() {
        let none = Draft::Rows {
            rows: Vec::new(),
            more: false,
        };
        assert_eq!(draft(json!({"company.region": null})), Draft::Unsure);
        assert_eq!(draft(json!({"fleet": "不清楚"})), Draft::Unsure);
        assert_eq!(draft(json!({"honours": "都没有"})), Draft::Picks(vec![]));
        assert_eq!(draft(json!({"fleet": "没有"})), none);
        assert_eq!(draft(json!({"fleet": []})), none);
        let text = |text: &str| Draft::Text(text.into());
        let received = |value| draft(json!({"rd.city_subsidy_received": value}));
        assert_eq!(received(json!(true)), text("yes"));
        assert_eq!(received(json!("否")), text("no"));
        // What cannot be taken is left for its question to say.
        let picks = Draft::Picks(vec!["三架".into()]);
        assert_eq!(draft(json!({"fleet": "三架"})), text("三架"));
        assert_eq!(draft(json!({"fleet": ["三架"]})), picks);
        assert_eq!(draft(json!({"company.region": ["三架"]})), picks);
        assert_eq!(draft(json!({"company.region": {"rows": []}})), none);
        assert_eq!(draft(json!({"company.region": "火星"})), text("火星"));
    }

    #[test]
    fn a_cell_left_out_is_empty_in_a_form_and_preset_in_a_file_by_hand() {
        let rows = |answers, absent| {
            let read = read_as(answers, absent).unwrap();
            match read.drafts.values().next().cloned() {
                Some(Draft::Rows { rows, more: true }) => rows,
                other => panic!("{other:?}"),
            }
        };
        let fleet = || json!({"fleet": {"rows": [{"hours": 9.5}], "more": true}});
        assert_eq!(rows(fleet(), Absent::Empty), [["", "", "9.5"]]);
        assert_eq!(rows(fleet(), Absent::Preset), [["", "1", "9.5"]]);
    }

    #[test]
    fn what_no_fact_is_called_is_listed_and_the_rest_taken() {
        let read = read_as(
            json!({
                "company.regoin": "长沙县",
                "company": {"region": "长沙县", "staf": 1},
                "company.staff": {"last": 3},
                "fleet": [{"hours": 1, "colour": "red"}],
            }),
            Absent::Preset,
        );
        let read = read.unwrap();
        let unknown = [
            "company.staf",
            "company.regoin",
            "company.staff@last",
            "fleet[1].colour",
        ];
        assert_eq!(read.unknown, unknown);
        assert_eq!(read.drafts.len(), 2);
    }

    #[test]
    fn what_no_answer_looks_like_is_refused() {
        for (answers, wrong) in [
            (
                json!({"company.region": {"a": 1}}),
                Wrong::Shape("company.region".into()),
            ),
            (
                json!({"company.region": [["长沙县"]]}),
                Wrong::Shape("company.region".into()),
            ),
            (json!({"honours": 1}), Wrong::Shape("honours".into())),
            (json!({"honours": [{}]}), Wrong::Shape("honours".into())),
            (json!({"fleet": 7}), Wrong::Shape("fleet".into())),
            (json!({"fleet": [1]}), Wrong::Shape("fleet[1]".into())),
            (json!({"fleet": {"rows": 1}}), Wrong::Shape("fleet".into())),
            (
                json!({"fleet": {"rows": [], "more": 1}}),
                Wrong::Shape("fleet".into()),
            ),
            (
                json!({"fleet": [{"hours": []}]}),
                Wrong::Shape("fleet[1].hours".into()),
            ),
            (
                json!({"company.staff": 7}),
                Wrong::NoYear("company.staff".into()),
            ),
            (
                json!({"company.revenue@2025": 1e300}),
                Wrong::LongNumber("company.revenue@2025".into()),
            ),
        ] {
            assert_eq!(read_as(answers, Absent::Preset), Err(wrong));
        }
    }

    #[test]
    fn more_rows_or_options_than_can_be_shown_are_refused() {
        let rows = |count| read_as(json!({"fleet": vec![json!({}); count]}), Absent::Empty);
        let picks = |count| read_as(json!({"honours": vec!["x"; count]}), Absent::Empty);
        assert!(rows(MOST).is_ok() && picks(MOST).is_ok());
        assert_eq!(rows(MOST + 1), Err(Wrong::TooMany("fleet".into())));
        assert_eq!(picks(MOST + 1), Err(Wrong::TooMany("honours".into())));
    }

    #[test]
    fn an_answer_for_a_year_that_none_can_be_for_is_listed() {
        let years = json!({"company.staff": {"1899": 7, "2201": 7}, "company.staff@32767": 7});
        let read = read_as(years, Absent::Empty).unwrap();
        assert!(read.drafts.is_empty());
        assert_eq!(read.unknown.len(), 3);
    }

    #[test]
    fn a_form_may_hold_two_names_of_one_fact_and_a_file_by_hand_may_not() {
        let mut questionnaire = questionnaire().clone();
        questionnaire.facts[0].was.push("company.place".into());
        let answers = json!({"company.place": "湖南", "company.region": "长沙县"});
        let read = |absent| read(&questionnaire, answers.as_object().unwrap(), absent);
        let now = read(Absent::Empty).unwrap().drafts;
        let texts: Vec<_> = now.values().collect();
        assert_eq!(texts, [&Draft::Text("长沙县".into())]);
        let twice = Wrong::Twice("company.region".into());
        assert_eq!(read(Absent::Preset), Err(twice));
    }
}
