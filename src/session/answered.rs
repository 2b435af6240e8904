//! The answers in words, question by question, as the result sheet lists them.

use policy_engine::fact::{Answer, Ask, Column, ColumnId, Row, Value};
use policy_engine::input::{At, is_shown};
use policy_engine::ordered::Set;
use policy_wording::{fill, place, texts};

use super::{Entry, Outcome, Session};

/// The questions of a group that were answered or wait for an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredGroup {
    /// The heading of the group.
    pub title: &'static str,
    /// Its questions, in order.
    pub answers: Vec<Answered>,
}

/// A question and what was said to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The question in full, with its year.
    pub question: String,
    /// The answer.
    pub given: Given,
}

/// An answer as the sheet shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A value, 不清楚, 未填, or that what was typed cannot be read.
    Words(String),
    /// A list with its rows.
    Table(Table),
}

/// The rows of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns that some row needs.
    pub columns: Vec<&'static str>,
    /// The cells of each row, in the order of the columns.
    pub rows: Vec<Vec<String>>,
    /// Whether rows are still to come.
    pub more: bool,
}

impl Session {
    /// Every question that was answered or that can still move the result, in order.
    pub fn answered(&self, outcome: &Outcome) -> Vec<AnsweredGroup> {
        let questionnaire = &self.catalog().questionnaire;
        let asks: Set<Ask> = self
            .entries
            .keys()
            .chain(&outcome.questions)
            .copied()
            .collect();
        let groups = (0..).zip(&questionnaire.groups);
        let groups = groups.map(|(index, group)| {
            let own = |ask: &&Ask| questionnaire.fact(ask.fact).group == index;
            let answers = asks.iter().filter(own).map(|ask| Answered {
                question: place::question(questionnaire, *ask),
                given: self.given(*ask),
            });
            AnsweredGroup {
                title: &group.title,
                answers: answers.collect(),
            }
        });
        groups.filter(|group| !group.answers.is_empty()).collect()
    }

    fn given(&self, ask: Ask) -> Given {
        let t = texts();
        let questionnaire = &self.catalog().questionnaire;
        let kind = &questionnaire.fact(ask.fact).kind;
        let answer = self.read.get(&ask).and_then(|read| read.answer.as_ref());
        let words = match (self.entry(ask), answer) {
            (Some(Entry::Rows { rows, more }), Some(Answer::Known(Value::Rows(read))))
                if !rows.is_empty() =>
            {
                let typed: Vec<_> = rows.iter().map(|row| &row.cells[..]).collect();
                return Given::Table(self.table(ask, &typed, &read.rows, *more));
            }
            (_, Some(Answer::Known(value))) => place::value(questionnaire, kind, value),
            (_, Some(Answer::Unsure)) => t.finding_unsure.to_owned(),
            (Some(Entry::Text(text)), None) => wrong(text),
            (Some(_), None) if self.problem_at(ask, At::Whole).is_some() => {
                t.sheet_answer_wrong_shape.to_owned()
            }
            (_, None) => t.finding_not_known.to_owned(),
        };
        Given::Words(words)
    }

    fn table(&self, ask: Ask, typed: &[&[String]], read: &[Row], more: bool) -> Table {
        let columns = self.catalog().questionnaire.fact(ask.fact).columns();
        let asked = |column: &Column| read.iter().any(|row| is_shown(column, row));
        let shown: Vec<(ColumnId, &'static Column)> = (0..).zip(columns).collect();
        let shown: Vec<_> = shown.into_iter().filter(|(_, it)| asked(it)).collect();
        let row = |(index, (typed, read)): (usize, (&&[String], &Row))| {
            let cell = |&(id, column): &(ColumnId, &'static Column)| {
                let at = At::Cell(index, id);
                let (typed, value) = (typed.get(usize::from(id)), read.get(usize::from(id)));
                match (typed, value) {
                    (Some(typed), _) if self.problem_at(ask, at).is_some() => wrong(typed),
                    (_, Some(Some(value))) => {
                        place::value(&self.catalog().questionnaire, &column.kind, value)
                    }
                    _ if is_shown(column, read) => texts().finding_not_known.to_owned(),
                    _ => texts().sheet_cell_not_asked.to_owned(),
                }
            };
            shown.iter().map(cell).collect()
        };
        Table {
            columns: shown.iter().map(|(_, it)| it.label.as_str()).collect(),
            rows: typed.iter().zip(read).enumerate().map(row).collect(),
            more,
        }
    }
}

/// What was typed and cannot be taken as an answer.
fn wrong(typed: &str) -> String {
    if typed.trim().is_empty() {
        return texts().finding_not_known.to_owned();
    }
    fill(texts().sheet_answer_wrong, &[("text", typed)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::{ask, session, typed};
    use crate::session::{Action, Field};

    /// What the sheet says to a question, by words of the question.
    fn given(session: &Session, words: &str) -> Given {
        let groups = session.answered(&session.outcome());
        let mut answers = groups.into_iter().flat_map(|group| group.answers);
        let found = answers.find(|answer| answer.question.contains(words));
        found
            .unwrap_or_else(|| panic!("{words} is not listed"))
            .given
    }

    fn words(text: &str) -> Given {
        Given::Words(text.to_owned())
    }

    #[test]
    fn answers_are_told_from_what_is_open_unsure_or_wrong() {
        let mut session = session();
        typed(&mut session, "company.region", "岳麓区");
        typed(&mut session, "company.staff@2025", "很多");
        let industry = ask("company.industry");
        session.apply(Action::Unsure(industry, true));
        let honours = ask("honours");
        session.apply(Action::PickNone(honours));
        assert_eq!(
            given(&session, "企业注册在哪里"),
            words("湖南省长沙市岳麓区")
        );
        assert_eq!(
            given(&session, "2025年度：年末从业人员"),
            words("“很多”填写有误，没有计入")
        );
        assert_eq!(given(&session, "企业属于哪个行业"), words("不清楚"));
        assert_eq!(given(&session, "认定或奖项"), words("都没有"));
        assert_eq!(given(&session, "低空业务"), words("未填"));
    }

    /// Adds a row to a list and types some of its cells.
    fn add_row(session: &mut Session, ask: Ask, cells: &[(ColumnId, &str)]) {
        let key = session.next_row_key();
        session.apply(Action::AddRow(ask));
        for (column, text) in cells {
            let cell = Some((key, *column));
            session.apply(Action::Type(Field { ask, cell }, (*text).to_owned()));
        }
    }

    fn table(columns: &[&'static str], rows: &[&[&str]], more: bool) -> Given {
        let row = |cells: &&[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        Given::Table(Table {
            columns: columns.to_vec(),
            rows: rows.iter().map(row).collect(),
            more,
        })
    }

    #[test]
    fn rows_are_a_table_of_the_columns_that_they_need() {
        let mut session = session();
        let sites = ask("landing_sites");
        let temporary = [(0, "temporary"), (1, "长沙县"), (2, "yes"), (4, "no")];
        add_row(&mut session, sites, &temporary);
        let mut columns = vec!["类型", "所在地", "已在民航局取证或备案"];
        let public = "开展应急救援、医疗救助等公共属性业务";
        columns.push(public);
        let first = ["临时起降场地", "湖南省长沙市长沙县", "是", "否"];
        let one = table(&columns, &[&first], false);
        assert_eq!(given(&session, "起降场地"), one);

        add_row(&mut session, sites, &[(0, "general"), (3, "１２０")]);
        columns.insert(3, "通航年飞行小时");
        let rows: [&[&str]; 2] = [
            &["临时起降场地", "湖南省长沙市长沙县", "是", "—", "否"],
            &["通用机场", "未填", "未填", "120 小时", "—"],
        ];
        assert_eq!(given(&session, "起降场地"), table(&columns, &rows, false));
    }

    #[test]
    fn a_wrong_cell_leaves_the_others() {
        let mut session = session();
        let fleet = ask("fleet");
        add_row(&mut session, fleet, &[(0, "0.8"), (2, "多")]);
        session.apply(Action::More(fleet, true));
        let columns = ["最大起飞重量", "架数", "年飞行小时"];
        let row: &[&str] = &["0.8 吨", "1 架", "“多”填写有误，没有计入"];
        let expected = table(&columns, &[row], true);
        assert_eq!(given(&session, "各类航空器"), expected);
    }

    #[test]
    fn no_rows_are_said_in_a_word() {
        let mut session = session();
        let fleet = ask("fleet");
        session.apply(Action::NoRows(fleet, true));
        assert_eq!(given(&session, "各类航空器"), words("没有"));
    }
}
