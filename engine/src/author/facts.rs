//! `facts.toml` and `regions.toml`.

use rust_decimal::Decimal;

use crate::author::node::{File, Mistake, Node, Table};
use crate::author::scope::{figure, option, unknown};
use crate::author::was::Earlier;
use crate::fact::{Choice, Column, ColumnId, Fact, FactId, Group, Kind, Measured};
use crate::questionnaire::Questionnaire;
use crate::region::{Region, RegionCode, Regions};
use crate::typed;
use crate::unit::{self, Unit};
use crate::usual::Usual;

/// Reads the questionnaire.
pub fn questionnaire(facts: File, regions: File) -> Result<Questionnaire, Mistake> {
    let parsed = facts.parse()?;
    let root = Table::of_file(facts, &parsed);
    let mut out = Questionnaire {
        regions: read_regions(regions)?,
        ..Questionnaire::default()
    };
    for table in root.tables("group")? {
        out.groups.push(Group {
            id: table.text("id")?,
            title: table.text("title")?,
        });
        table.finish()?;
    }
    let mut renamed = Earlier::default();
    let mut parts = Vec::new();
    for table in root.tables("fact")? {
        let fact = fact(&table, &out.groups, &mut renamed)?;
        if out.fact_named(&fact.id).is_some() {
            return Err(table.wrong_key("id", format!("事实 `{}` 重复", fact.id)));
        }
        if let (Kind::Quantity(_), Some(node)) = (&fact.kind, table.get("not_over")) {
            parts.push((out.facts.len(), node));
        }
        out.facts.push(fact);
        table.finish()?;
    }
    root.finish()?;
    for (part, node) in parts {
        out.facts[part].not_over = Some(whole(&out, part, node)?);
    }
    let ids = out.facts.iter().map(|fact| fact.id.as_str());
    renamed.check("事实", ids)?;
    Ok(out)
}

/// The number that another is a part of: of the same unit, and by the year if that is.
fn whole(questionnaire: &Questionnaire, part: usize, node: Node) -> Result<FactId, Mistake> {
    let name = node.text()?;
    let names = questionnaire.facts.iter().map(|fact| fact.id.as_str());
    let id = questionnaire.fact_named(name);
    let id = id.ok_or_else(|| node.wrong(unknown("事实", name, names)))?;
    let (part, whole) = (&questionnaire.facts[part], questionnaire.fact(id));
    match (&part.kind, &whole.kind) {
        (Kind::Quantity(a), Kind::Quantity(b))
            if a.unit == b.unit && part.per_year == whole.per_year && part.id != whole.id =>
        {
            Ok(id)
        }
        _ => Err(node.wrong("应是单位相同、同样分年度或不分年度的另一个数量")),
    }
}

/// A mistake at a fact of the file.
pub fn mistake_at(file: File, id: &str, message: &str) -> Mistake {
    let find = || -> Result<Mistake, Mistake> {
        let parsed = file.parse()?;
        for table in Table::of_file(file, &parsed).tables("fact")? {
            let node = table.need("id")?;
            if node.text()? == id {
                return Ok(node.wrong(message));
            }
        }
        Ok(file.mistake(0, message))
    };
    find().unwrap_or_else(|mistake| mistake)
}

fn fact<'t>(
    table: &Table<'t>,
    groups: &[Group],
    renamed: &mut Earlier<'t>,
) -> Result<Fact, Mistake> {
    let group = table.need("group")?;
    let name = group.text()?;
    let index = groups.iter().position(|known| known.id == name);
    let index = index
        .and_then(|index| u8::try_from(index).ok())
        .ok_or_else(|| {
            let names = groups.iter().map(|group| group.id.as_str());
            group.wrong(unknown("分组", name, names))
        })?;
    let kind = kind(table)?;
    Ok(Fact {
        id: table.text("id")?,
        was: renamed.read(table)?,
        group: index,
        ask: table.text("ask")?,
        label: table.text("label")?,
        help: table.text_if("help")?,
        per_year: table.get("per_year").map_or(Ok(false), Node::truth)?,
        attainable: attainable(table, &kind)?,
        again: match kind {
            Kind::Rows(_) => table.text_if("again")?,
            _ => None,
        },
        industries: Vec::new(),
        not_over: None,
        kind,
    })
}

/// Whether another choice can be attained; only a choice may say so.
fn attainable(table: &Table, kind: &Kind) -> Result<bool, Mistake> {
    match kind {
        Kind::YesNo | Kind::OneOf(_) | Kind::SeveralOf(_) => {
            table.get("attainable").map_or(Ok(false), Node::truth)
        }
        _ => Ok(false),
    }
}

fn kind(table: &Table) -> Result<Kind, Mistake> {
    let node = table.need("kind")?;
    Ok(match node.text()? {
        "yes_no" => Kind::YesNo,
        "one_of" => Kind::OneOf(options(table)?),
        "several_of" => Kind::SeveralOf(options(table)?),
        "region" => Kind::Region,
        "quantity" => Kind::Quantity(measured(table)?),
        "date" => Kind::Date,
        "rows" => Kind::Rows(columns(table)?),
        other => {
            let kinds = [
                "yes_no",
                "one_of",
                "several_of",
                "region",
                "quantity",
                "date",
                "rows",
            ];
            return Err(node.wrong(unknown("类型", other, kinds.into_iter())));
        }
    })
}

fn options(table: &Table) -> Result<Vec<Choice>, Mistake> {
    let options = table.need("options")?.list()?;
    let mut renamed = Earlier::default();
    let options = options.into_iter().map(|node| {
        let table = node.table()?;
        let choice = Choice {
            id: table.text("id")?,
            was: renamed.read(&table)?,
            label: table.text("label")?,
        };
        table.finish()?;
        Ok(choice)
    });
    let options: Vec<Choice> = options.collect::<Result<_, Mistake>>()?;
    let names = options
        .iter()
        .flat_map(|choice| [choice.id.as_str(), choice.label.as_str()]);
    renamed.check("选项", names)?;
    Ok(options)
}

fn measured(table: &Table) -> Result<Measured, Mistake> {
    let node = table.need("unit")?;
    let shown = node.text()?;
    let (unit, _) =
        unit::written(shown).ok_or_else(|| node.wrong(format!("不认识单位“{shown}”")))?;
    let limit = |key: &str| -> Result<Option<Decimal>, Mistake> {
        let Some(node) = table.get(key) else {
            return Ok(None);
        };
        let limit = figure(node)?;
        if limit.unit != unit {
            return Err(node.wrong(format!("单位应为“{shown}”")));
        }
        Ok(Some(limit.value))
    };
    Ok(Measured {
        unit,
        shown: shown.to_owned(),
        at_least: limit("at_least")?.unwrap_or_default(),
        at_most: limit("at_most")?
            .ok_or_else(|| table.wrong("缺少 `at_most`（防止误填的上限）"))?,
        decimals: table.get("decimals").map_or(Ok(0), Node::number)?,
        ask_back_below_one: unit == Unit::NONE && shown == "%",
        more: limit("more")?,
        usual: table
            .get("usual")
            .map(|node| usual(node, unit, shown))
            .transpose()?,
    })
}

/// What is usual: the least and the most.
fn usual(node: Node, unit: Unit, shown: &str) -> Result<Usual, Mistake> {
    let ends = node.list()?;
    let &[least, most] = ends.as_slice() else {
        return Err(node.wrong("应写两个数：常见的最小值和最大值"));
    };
    let end = |node: Node| match figure(node)? {
        figure if figure.unit == unit => Ok(figure.value),
        _ => Err(node.wrong(format!("单位应为“{shown}”"))),
    };
    let usual = Usual {
        least: end(least)?,
        most: end(most)?,
    };
    if usual.least < usual.most {
        Ok(usual)
    } else {
        Err(node.wrong("最小值应小于最大值"))
    }
}

fn columns(table: &Table) -> Result<Vec<Column>, Mistake> {
    let tables = table.tables("column")?;
    let mut out: Vec<Column> = Vec::new();
    let mut renamed = Earlier::default();
    for table in tables {
        let kind = kind(&table)?;
        if matches!(kind, Kind::Rows(_) | Kind::SeveralOf(_)) {
            return Err(table.wrong_key("kind", "列不能再是清单或多选"));
        }
        let preset = match table.get("preset") {
            Some(node) => Some(preset(node, &kind)?),
            None => None,
        };
        let when = match table.get("when") {
            Some(node) => Some(when(node, &out)?),
            None => None,
        };
        let reference = |key: &str| -> Result<Option<ColumnId>, Mistake> {
            table.get(key).map(|node| earlier(node, &out)).transpose()
        };
        let column = Column {
            id: table.text("id")?,
            was: renamed.read(&table)?,
            label: table.text("label")?,
            help: table.text_if("help")?,
            when,
            preset,
            at_most_each: reference("at_most_each")?,
            days_of_year: table.get("days_of_year").map_or(Ok(false), Node::truth)?,
            attainable: attainable(&table, &kind)?,
            after: reference("after")?,
            kind,
        };
        table.finish()?;
        out.push(column);
    }
    if out.is_empty() {
        return Err(table.wrong("清单至少要有一列（[[fact.column]]）"));
    }
    renamed.check("列", out.iter().map(|column| column.id.as_str()))?;
    Ok(out)
}

/// A preset must be a valid entry.
fn preset(node: Node, kind: &Kind) -> Result<String, Mistake> {
    let text = node.scalar()?;
    let valid = match kind {
        Kind::OneOf(options) => option(node, options).is_ok(),
        Kind::Quantity(measured) => typed::read(&text, &measured.shown).is_ok(),
        _ => false,
    };
    if valid {
        Ok(text)
    } else {
        Err(node.wrong("预填的值不是这一列的有效值"))
    }
}

fn when(node: Node, columns: &[Column]) -> Result<(ColumnId, Vec<u16>), Mistake> {
    let table = node.table()?;
    let column = earlier(table.need("column")?, columns)?;
    let Kind::OneOf(options) = &columns[usize::from(column)].kind else {
        return Err(node.wrong("只能依据单选列显示"));
    };
    let wanted = table.need("one_of")?.list()?.into_iter();
    let wanted = wanted
        .map(|node| option(node, options))
        .collect::<Result<_, _>>()?;
    table.finish()?;
    Ok((column, wanted))
}

/// A column that stands before the one being read.
fn earlier(node: Node, columns: &[Column]) -> Result<ColumnId, Mistake> {
    let name = node.text()?;
    let index = columns.iter().position(|column| column.id == name);
    index
        .and_then(|index| ColumnId::try_from(index).ok())
        .ok_or_else(|| {
            let names = columns.iter().map(|column| column.id.as_str());
            node.wrong(unknown("前列", name, names))
        })
}

fn read_regions(file: File) -> Result<Regions, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let mut regions = Vec::new();
    for (code, name) in root.named() {
        regions.push(Region {
            code: region_code(name, code)?,
            name: name.text()?.to_owned(),
        });
    }
    Ok(Regions(regions))
}

/// A GB/T 2260 code: six digits.
pub(crate) fn region_code(at: Node, text: &str) -> Result<RegionCode, Mistake> {
    let code = text.parse().ok().filter(|_| text.len() == 6);
    code.map(RegionCode)
        .ok_or_else(|| at.wrong(format!("“{text}”不是六位行政区划代码")))
}
