//! An answer file: every fact by its name, for the command line, the cases and the examples.

use jiff::civil::Date;

use crate::assess::{YEARS, serves};
use crate::author::node::{File, Mistake, Node, Table, nearest};
use crate::fact::{Answer, Answers, Ask, Choice, Column, Fact, FactId, Kind};
use crate::form::{self, Drafts, NONE, UNSURE};
use crate::input::{self, At, Draft, InputError};
use crate::policy::Topic;
use crate::questionnaire::{Questionnaire, year_named};

/// What an answer file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerFile {
    /// The assessment date, where the file states one (`on`).
    pub on: Option<Date>,
    /// What the enterprise looks for, where the file states it (`topics`): what the page opens.
    pub topics: Option<Vec<Topic>>,
    /// The answers.
    pub answers: Answers,
    /// The same as they stand in the file, for a form that shows what was typed.
    pub drafts: Drafts,
}

/// Says in words what is wrong with an input.
pub type Explain<'e> = &'e dyn Fn(&InputError) -> String;

/// Reads an answer file; a wrong name, unit or value is a mistake at its place.
pub fn read(
    file: File,
    questionnaire: &Questionnaire,
    explain: Explain,
) -> Result<AnswerFile, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let mut out = AnswerFile::default();
    if let Some(node) = root.get("on") {
        let text = node.scalar()?;
        let date = text.parse().ok().filter(|day| serves(*day));
        let (first, last) = (YEARS.start(), YEARS.end());
        let wrong = || {
            node.wrong(format!(
                "日期应形如 2026-11-21，在 {first} 年到 {last} 年之间"
            ))
        };
        out.on = Some(date.ok_or_else(wrong)?);
    }
    let reader = Reader {
        questionnaire,
        explain,
    };
    out.topics = root.get("topics").map(topics).transpose()?;
    for (name, node) in root.named() {
        if !matches!(name, "on" | "topics") {
            reader.entry(name, node, &mut out)?;
        }
    }
    Ok(out)
}

/// The topics that a file states, in their order.
fn topics(node: Node) -> Result<Vec<Topic>, Mistake> {
    let named = |name: &String| Topic::ALL.into_iter().find(|topic| topic.id() == name);
    let names = node.texts()?;
    if let Some(wrong) = names.iter().find(|name| named(name).is_none()) {
        let all = Topic::ALL.map(Topic::id).join(" ");
        return Err(node.wrong(format!("没有主题 `{wrong}`；可以写：{all}")));
    }
    let stated = |topic: &Topic| names.iter().any(|name| name == topic.id());
    Ok(Topic::ALL.into_iter().filter(stated).collect())
}

/// Reads the answers in a table: `[answers]` of a case.
pub fn read_table(
    table: &Table,
    questionnaire: &Questionnaire,
    explain: Explain,
) -> Result<Answers, Mistake> {
    let reader = Reader {
        questionnaire,
        explain,
    };
    let mut out = AnswerFile::default();
    for (name, node) in table.named() {
        reader.entry(name, node, &mut out)?;
    }
    Ok(out.answers)
}

/// Reads the answer to one question: a cell of a table of cases.
pub fn read_answer(
    node: Node,
    ask: Ask,
    questionnaire: &Questionnaire,
    explain: Explain,
    answers: &mut Answers,
) -> Result<(), Mistake> {
    let reader = Reader {
        questionnaire,
        explain,
    };
    let (_, answer) = reader.answer(ask, node)?;
    answers.0.extend(answer.map(|answer| (ask, answer)));
    Ok(())
}

struct Reader<'r> {
    questionnaire: &'r Questionnaire,
    explain: Explain<'r>,
}

impl Reader<'_> {
    /// One name: a fact, or the first part of the names of several (`company`). A fact whose name is
    /// the first part of an earlier name is either.
    fn entry(&self, name: &str, node: Node, out: &mut AnswerFile) -> Result<(), Mistake> {
        let questionnaire = self.questionnaire;
        let prefix = format!("{name}.");
        let names = || questionnaire.facts.iter().map(|fact| fact.id.as_str());
        let earlier = || questionnaire.facts.iter().flat_map(|fact| &fact.was);
        let known = names().chain(earlier().map(String::as_str));
        let is_part = node.is_table() && { known }.any(|known| known.starts_with(&prefix));
        let has_table = |fact: &Fact| fact.per_year || matches!(fact.kind, Kind::Rows(_));
        if let Some(fact) = questionnaire.fact_once_named(name)
            && (!is_part || has_table(questionnaire.fact(fact)))
        {
            return if questionnaire.fact(fact).per_year {
                self.years(fact, node, out)
            } else {
                self.only(Ask { fact, year: None }, node, out)
            };
        }
        if is_part {
            for (rest, node) in node.table()?.named() {
                self.entry(&format!("{prefix}{rest}"), node, out)?;
            }
            return Ok(());
        }
        let hint = nearest(name, names()).map(|near| format!("；是不是 `{near}`？"));
        let hint = hint.unwrap_or_else(|| "；`policy facts` 列出全部名称".to_owned());
        Err(node.wrong(format!("没有名为 `{name}` 的事实{hint}")))
    }

    /// A fact that has one answer a year: `{ 2025 = …, 2026 = … }`.
    fn years(&self, fact: FactId, node: Node, out: &mut AnswerFile) -> Result<(), Mistake> {
        let id = &self.questionnaire.fact(fact).id;
        if !node.is_table() {
            return Err(node.wrong(format!("`{id}` 分年度填写，例如 {id}.2025 = …")));
        }
        for (year, node) in node.table()?.named() {
            let year = year_named(year).ok_or_else(|| node.wrong(format!("“{year}”不是年份")))?;
            let year = Some(year);
            self.only(Ask { fact, year }, node, out)?;
        }
        Ok(())
    }

    /// The one answer to a question: a file may not answer it by an earlier name too.
    fn only(&self, ask: Ask, node: Node, out: &mut AnswerFile) -> Result<(), Mistake> {
        if out.answers.answered(ask) {
            let name = self.questionnaire.name_of(ask);
            return Err(node.wrong(format!("`{name}` 用新旧两个名称各答了一次，应只写一次")));
        }
        let (draft, answer) = self.answer(ask, node)?;
        out.drafts.insert(ask, draft);
        out.answers.0.extend(answer.map(|answer| (ask, answer)));
        Ok(())
    }

    /// What stands at a node, as it was typed and as it is read.
    fn answer(&self, ask: Ask, node: Node) -> Result<(Draft, Option<Answer>), Mistake> {
        let kind = &self.questionnaire.fact(ask.fact).kind;
        let none = |node: Node| node.text().is_ok_and(|text| NONE.contains(&text));
        let mut rows = Vec::new();
        let draft = if node.text().is_ok_and(|text| text == UNSURE) {
            Draft::Unsure
        } else {
            match kind {
                Kind::SeveralOf(_) if none(node) => Draft::Picks(Vec::new()),
                Kind::SeveralOf(_) => {
                    let picks = node.texts()?.into_iter();
                    Draft::Picks(picks.map(|pick| form::as_picked(kind, pick)).collect())
                }
                Kind::Rows(_) if none(node) => Draft::Rows {
                    rows: vec![],
                    more: false,
                },
                Kind::Rows(columns) => {
                    let (list, more) = list(node)?;
                    let texts = list.into_iter().map(|node| {
                        rows.push(node);
                        row(columns, node)
                    });
                    Draft::Rows {
                        rows: texts.collect::<Result<_, _>>()?,
                        more,
                    }
                }
                _ => Draft::Text(form::as_picked(kind, node.scalar()?)),
            }
        };
        let read = input::read(self.questionnaire, ask, &draft);
        if let Some(problem) = read.problems.first() {
            let message = (self.explain)(&problem.error);
            let at = match problem.at {
                At::Whole => node,
                At::Row(row) => rows[row],
                At::Cell(row, column) => {
                    let columns = self.questionnaire.fact(ask.fact).columns();
                    let table = rows[row].table()?;
                    cell(&table, &columns[usize::from(column)]).unwrap_or(rows[row])
                }
            };
            return Err(match &problem.error {
                InputError::NoSuchOption(options) => no_such_option(at, options, &message),
                _ => at.wrong(message),
            });
        }
        Ok((draft, read.answer))
    }
}

/// A wrong option, at its own place in a list of several, with the nearest name or all of them.
fn no_such_option(at: Node, options: &[Choice], message: &str) -> Mistake {
    let known = |text: &str| {
        options
            .iter()
            .any(|choice| choice.is_called(text) || choice.label == text)
    };
    let texts = at.list().unwrap_or_else(|_| vec![at]);
    let wrong = texts
        .into_iter()
        .find(|node| !node.scalar().is_ok_and(|text| known(&text)))
        .unwrap_or(at);
    let text = wrong.scalar().unwrap_or_default();
    let names = options
        .iter()
        .flat_map(|choice| [choice.id.as_str(), choice.label.as_str()]);
    let hint = match nearest(&text, names) {
        Some(near) => format!("是不是 `{near}`？"),
        None => {
            let ids: Vec<_> = options.iter().map(|choice| choice.id.as_str()).collect();
            format!("可以写：{}", ids.join(" "))
        }
    };
    wrong.wrong(format!("没有选项 `{text}`；{hint}（{message}）"))
}

/// The rows of a list: a list of tables, or a table of `rows` and `more`.
fn list(node: Node) -> Result<(Vec<Node>, bool), Mistake> {
    if node.is_list() {
        return Ok((node.list()?, false));
    }
    let table = node.table()?;
    let rows = table.need("rows")?.list()?;
    let more = table.get("more").map_or(Ok(false), Node::truth)?;
    table.finish()?;
    Ok((rows, more))
}

/// The cell of a column, by its name or an earlier one.
fn cell<'t>(table: &Table<'t>, column: &Column) -> Option<Node<'t>> {
    column.names().find_map(|name| table.get(name))
}

/// The texts of a row, in the order of the columns.
fn row(columns: &[Column], node: Node) -> Result<Vec<String>, Mistake> {
    let table = node.table()?;
    let cells = columns.iter().map(|column| match cell(&table, column) {
        Some(node) => node.scalar().map(|text| match text.as_str() {
            UNSURE => String::new(),
            _ => form::as_picked(&column.kind, text),
        }),
        None => Ok(column.preset.clone().unwrap_or_default()),
    });
    let cells = cells.collect::<Result<_, _>>()?;
    table.finish()?;
    Ok(cells)
}
