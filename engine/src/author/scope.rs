//! Names as a policy file writes them, resolved against the questionnaire.

use crate::author::node::{Mistake, Node, Table, nearest};
use crate::case::{FactRef, Source};
use crate::fact::{Choice, Column, ColumnId, Fact, FactId, Kind};
use crate::policy::class::Classes;
use crate::policy::common::Common;
use crate::policy::measure::Measure;
use crate::policy::named::Name;
use crate::quantity::{NotAQuantity, Quantity};
use crate::questionnaire::Questionnaire;

/// What can be named: the facts, and inside a list its columns.
#[derive(Clone, Copy)]
pub struct Scope<'q> {
    /// The facts.
    pub questionnaire: &'q Questionnaire,
    /// The list whose rows are being read.
    pub list: Option<FactId>,
    /// Conditions and measures that the file defines once and uses by name.
    pub defined: Option<Node<'q>>,
    /// The shared figures.
    pub shared: &'q [Shared],
}

/// A shared figure, and the hash of what it rests on.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The figure.
    pub figure: Figure,
    /// Another number as soon as anything differs that it rests on.
    pub hash: u64,
}

/// A number or a set of classes.
#[derive(Clone, Debug)]
pub enum Figure {
    /// A number.
    Number(Common<(Name, Measure)>),
    /// Classes.
    Classes(Common<Classes>),
}

impl Shared {
    /// Its name.
    pub fn name(&self) -> &Name {
        match &self.figure {
            Figure::Number(number) => &number.0,
            Figure::Classes(classes) => &classes.name,
        }
    }
}

impl<'q> Scope<'q> {
    /// The fact that a name stands for.
    pub fn fact(self, node: Node) -> Result<(FactId, &'q Fact), Mistake> {
        let name = node.text()?;
        let id = self.questionnaire.fact_named(name).ok_or_else(|| {
            if let Some(now) = self.questionnaire.fact_once_named(name) {
                let now = &self.questionnaire.fact(now).id;
                return node.wrong(format!("事实 `{name}` 已改名为 `{now}`"));
            }
            let names = self.questionnaire.facts.iter().map(|fact| fact.id.as_str());
            node.wrong(unknown("事实", name, names))
        })?;
        Ok((id, self.questionnaire.fact(id)))
    }

    /// A fact with the year that the table names for it, where it is per year.
    pub fn fact_ref(self, table: &Table, key: &str) -> Result<(FactRef, &'q Fact), Mistake> {
        let (fact, described) = self.fact(table.need(key)?)?;
        Ok((
            FactRef {
                fact,
                year: year_of(table, described)?,
            },
            described,
        ))
    }

    /// The list and column of a name like `fleet.hours`.
    pub fn list_column(self, node: Node) -> Result<(FactId, ColumnId, &'q Column), Mistake> {
        let name = node.text()?;
        let lists = || {
            self.questionnaire
                .ids()
                .filter(|(_, fact)| !fact.columns().is_empty())
        };
        let found = lists().find_map(|(id, fact)| {
            let column = name.strip_prefix(&fact.id)?.strip_prefix('.')?;
            let index = fact.columns().iter().position(|known| known.id == column)?;
            Some((id, ColumnId::try_from(index).ok()?, &fact.columns()[index]))
        });
        found.ok_or_else(|| {
            let names: Vec<String> = lists()
                .flat_map(|(_, fact)| {
                    fact.columns()
                        .iter()
                        .map(|column| format!("{}.{}", fact.id, column.id))
                })
                .collect();
            node.wrong(unknown("列", name, names.iter().map(String::as_str)))
        })
    }

    /// A column of the list at hand.
    pub fn column(self, node: Node) -> Result<(ColumnId, &'q Column), Mistake> {
        let (list, column, described) = self.list_column(node)?;
        if self.list == Some(list) {
            Ok((column, described))
        } else {
            Err(node.wrong("这里不在这个清单的行内，不能引用它的列"))
        }
    }

    /// The answer or cell that `fact = …` or `column = …` names, and its kind.
    pub fn source(self, table: &Table) -> Result<Option<(Source, &'q Kind)>, Mistake> {
        if table.get("fact").is_some() {
            let (reference, fact) = self.fact_ref(table, "fact")?;
            return Ok(Some((Source::Fact(reference), &fact.kind)));
        }
        if let Some(node) = table.get("column") {
            let (column, described) = self.column(node)?;
            return Ok(Some((Source::Column(column), &described.kind)));
        }
        Ok(None)
    }

    /// The answer, or inside a list the cell, that one name stands for.
    pub fn either(self, node: Node) -> Result<(Source, &'q Kind), Mistake> {
        if self.list.is_some() && self.questionnaire.fact_named(node.text()?).is_none() {
            let (column, described) = self.column(node)?;
            return Ok((Source::Column(column), &described.kind));
        }
        let (fact, described) = self.fact(node)?;
        if described.per_year {
            return Err(node.wrong("这里不能用分年度的事实"));
        }
        Ok((Source::Fact(FactRef { fact, year: None }), &described.kind))
    }

    /// The choice that one name stands for, and its options.
    pub fn choice(self, node: Node) -> Result<(Source, &'q [Choice]), Mistake> {
        match self.either(node)? {
            (by, Kind::OneOf(options)) => Ok((by, options)),
            _ => Err(node.wrong("只能依据单选题选择")),
        }
    }

    /// The condition or measure that `use = "name"` stands for.
    pub fn used(self, table: &Table) -> Result<Option<Node<'q>>, Mistake> {
        let Some(node) = table.get("use") else {
            return Ok(None);
        };
        let name = node.text()?;
        let entries = self
            .defined
            .map_or_else(|| Ok(Vec::new()), |node| Ok(node.table()?.named()))?;
        let found = entries.iter().find(|(known, _)| *known == name);
        let names = entries.iter().map(|(known, _)| *known);
        found
            .map(|(_, node)| Some(*node))
            .ok_or_else(|| node.wrong(unknown("定义（[define.…]）", name, names)))
    }

    /// The shared number that a name stands for.
    pub fn number(self, node: Node) -> Result<&'q Common<(Name, Measure)>, Mistake> {
        let name = node.text()?;
        let numbers = self
            .shared
            .iter()
            .filter_map(|shared| match &shared.figure {
                Figure::Number(number) => Some(number),
                Figure::Classes(_) => None,
            });
        let found = numbers.clone().find(|known| known.0.id == name);
        found.ok_or_else(|| {
            let names = numbers.map(|number| number.0.id.as_str());
            node.wrong(unknown("共用数字（measures.toml）", name, names))
        })
    }

    /// The classes that a fact's name stands for, where they do not have to be asked.
    pub fn classes(self, node: Node) -> Result<Option<&'q Common<Classes>>, Mistake> {
        let name = node.text()?;
        Ok(self.shared.iter().find_map(|shared| match &shared.figure {
            Figure::Classes(classes) if classes.name.id == name => Some(classes),
            _ => None,
        }))
    }

    /// The same scope inside the rows of a list.
    pub fn inside(self, list: FactId) -> Scope<'q> {
        Scope {
            list: Some(list),
            ..self
        }
    }
}

/// The years that a reference may name.
pub const YEARS: [(&str, i8); 4] = [
    ("本年度", 0),
    ("上一年度", -1),
    ("前二年度", -2),
    ("前三年度", -3),
];

/// The year that a table names for a fact: needed where the fact is per year, refused elsewhere.
pub fn year_of(table: &Table, fact: &Fact) -> Result<Option<i8>, Mistake> {
    if !fact.per_year {
        return Ok(None);
    }
    let node = table.need("year")?;
    let name = node.text()?;
    let year = YEARS.iter().find(|(known, _)| *known == name);
    let year = year.ok_or_else(|| {
        let names = YEARS.iter().map(|(name, _)| *name);
        node.wrong(unknown("年度", name, names))
    })?;
    Ok(Some(year.1))
}

/// The option that a text names.
pub fn option(node: Node, options: &[Choice]) -> Result<u16, Mistake> {
    let names = options.iter().map(|choice| choice.id.as_str());
    index_of(node, "选项", names)
}

/// Which of some names a text is.
pub fn index_of<'a>(
    node: Node,
    what: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Result<u16, Mistake> {
    let name = node.text()?;
    let index = names.clone().position(|known| known == name);
    let index = index.and_then(|index| u16::try_from(index).ok());
    index.ok_or_else(|| node.wrong(unknown(what, name, names)))
}

/// A figure in a document's notation.
pub fn figure(node: Node) -> Result<Quantity, Mistake> {
    let text = node
        .text()
        .map_err(|_| node.wrong("这里应为带引号、带单位的数量，如 \"100小时\"、\"3%\""))?;
    Quantity::read(text).map_err(|error| {
        let why = match error {
            NotAQuantity::NoNumber => "没有数字".to_owned(),
            NotAQuantity::Grouping => "逗号的位置不对".to_owned(),
            NotAQuantity::TooLong => "数字太长".to_owned(),
            NotAQuantity::NoUnit => "没有单位".to_owned(),
            NotAQuantity::Ambiguous => "有几种读法".to_owned(),
            NotAQuantity::UnknownUnit(unit) => format!("不认识单位“{unit}”"),
        };
        node.wrong(format!(
            "“{text}”不是文件里的数量（如 100万元、3%、500元/小时）：{why}"
        ))
    })
}

/// «不认识…» with the nearest name, or all of them where none is near.
pub fn unknown<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str> + Clone) -> String {
    match nearest(name, names.clone()) {
        Some(near) => format!("没有名为 `{name}` 的{what}；是不是 `{near}`？"),
        None => {
            let names: Vec<_> = names.collect();
            let names = if names.is_empty() {
                "一个也没有".to_owned()
            } else {
                format!("有：{}", names.join("、"))
            };
            format!("没有名为 `{name}` 的{what}；{names}")
        }
    }
}
