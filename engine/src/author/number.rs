//! Numbers as a policy file writes them.

use crate::author::bands::{banded, bands};
use crate::author::law::{condition, conditions, expect};
use crate::author::node::{Mistake, Node, Table};
use crate::author::scope::{Scope, figure, year_of};
use crate::case::{FactRef, Source};
use crate::fact::{Choice, Kind};
use crate::policy::best::{Best, Way};
use crate::policy::growth::{Growth, Mean};
use crate::policy::measure::Measure;
use crate::policy::points::Points;
use crate::unit::Unit;

/// Reads a measure.
pub fn measure(node: Node, scope: Scope) -> Result<Measure, Mistake> {
    if !node.is_table() {
        return Ok(Measure::Figure(figure(node)?));
    }
    let table = node.table()?;
    let measure = measure_in(&table, scope)?;
    table.finish()?;
    Ok(measure)
}

/// Reads a measure in 元.
pub fn amount(node: Node, scope: Scope) -> Result<Measure, Mistake> {
    let measure = measure(node, scope)?;
    same_unit(node, unit(&measure, scope), Unit::YUAN)?;
    Ok(measure)
}

/// The unit of a measure.
pub fn unit(measure: &Measure, scope: Scope) -> Unit {
    measure.unit(scope.questionnaire, scope.list)
}

/// Reads the measure that a table holds beside other keys.
pub fn measure_in(table: &Table, scope: Scope) -> Result<Measure, Mistake> {
    if let Some(defined) = scope.used(table)? {
        return measure(defined, scope);
    }
    if let Some(node) = table.get("measure") {
        return Ok(Measure::Named(scope.number(node)?.clone()));
    }
    if let Some((source, kind)) = scope.source(table)? {
        expect(table, matches!(kind, Kind::Quantity(_)), "数量题")?;
        return Ok(Measure::Value(source));
    }
    if let Some(node) = table.get("sum") {
        return Ok(Measure::Sum(same_units(node, scope)?));
    }
    if let Some(node) = table.get("difference") {
        let of = Box::new(measure(node, scope)?);
        let node = table.need("minus")?;
        let minus = Box::new(measure(node, scope)?);
        same_unit(node, unit(&minus, scope), unit(&of, scope))?;
        return Ok(Measure::Difference { of, minus });
    }
    for (key, mean, years) in MEANS {
        if let Some(node) = table.get(key) {
            let of = same_units(node, scope)?;
            if of.len() != years {
                return Err(node.wrong(format!("这里应为 {years} 年的数")));
            }
            return Ok(Measure::Growth(Growth { of, mean }));
        }
    }
    if let Some(node) = table.get("points") {
        let of = measure(node, scope)?;
        let bands = bands(table.need("bands")?, unit(&of, scope), "gives")?;
        return Ok(Measure::Points(Box::new(Points { of, bands })));
    }
    for (key, greatest) in [("greatest", true), ("least", false)] {
        if let Some(node) = table.get(key) {
            let ways = ways(node, scope)?;
            return Ok(Measure::Best(Best { greatest, ways }));
        }
    }
    if let Some(node) = table.get("total") {
        return total(table, node, scope);
    }
    if table.get("count").is_some() {
        let rows = list(table, "count", scope)?;
        let only = Box::new(condition(table.need("where")?, scope.inside(rows.fact))?);
        return Ok(Measure::Count { rows, only });
    }
    if let Some(node) = table.get("product") {
        let parts = node.list()?.into_iter().map(|node| {
            let part = measure(node, scope)?;
            if part.may_be_negative(scope.questionnaire) {
                return Err(
                    node.wrong("乘积的每一项都不能是负数；差要写成 { excess = …, over = \"0元\" }")
                );
            }
            Ok(part)
        });
        return Ok(Measure::Product(parts.collect::<Result<_, _>>()?));
    }
    if let Some(round) = table.get("round") {
        if round.text()? != "分" {
            return Err(round.wrong("舍入只有“分”一种：四舍五入到分"));
        }
        let of = Box::new(measure(table.need("of")?, scope)?);
        let divided_by = table.get("divided_by").map(figure).transpose()?;
        return Ok(Measure::Rounded { of, divided_by });
    }
    if let Some(node) = table.get("excess") {
        let of = Box::new(measure(node, scope)?);
        let node = table.need("over")?;
        let over = figure(node)?;
        same_unit(node, over.unit, unit(&of, scope))?;
        return Ok(Measure::Excess { of, over });
    }
    if let Some(node) = table.get("ratio") {
        let of = Box::new(measure(node, scope)?);
        let to = Box::new(measure(table.need("to")?, scope)?);
        return Ok(Measure::Ratio { of, to });
    }
    if let Some(node) = table.get("days_from") {
        let (from, described) = scope.column(node)?;
        let (until, until_described) = scope.column(table.need("until")?)?;
        let dates = matches!(
            (&described.kind, &until_described.kind),
            (Kind::Date, Kind::Date)
        );
        expect(table, dates, "日期列")?;
        return Ok(Measure::DaysInYear { from, until });
    }
    if let Some(node) = table.get("choose") {
        return choose(table, node, scope);
    }
    if table.get("each").is_some() {
        return banded(table, scope);
    }
    Err(table.wrong(
        "缺少度量：fact、column、measure、total、count、sum、difference、product、round、excess、ratio、average_growth、compound_growth、points、greatest、least、days_from、choose 或 each",
    ))
}

/// The words for average growth, and how many years each needs.
const MEANS: [(&str, Mean, usize); 2] = [
    ("average_growth", Mean::Arithmetic, 3),
    ("compound_growth", Mean::Compound, 2),
];

/// Measures of one unit.
fn same_units(node: Node, scope: Scope) -> Result<Vec<Measure>, Mistake> {
    let mut of: Vec<Measure> = Vec::new();
    for node in node.list()? {
        let part = measure(node, scope)?;
        if let Some(first) = of.first() {
            same_unit(node, unit(&part, scope), unit(first, scope))?;
        }
        of.push(part);
    }
    Ok(of)
}

/// The ways of `greatest` or `least`: one at least has no conditions, so that there is always a best.
fn ways(node: Node, scope: Scope) -> Result<Vec<Way>, Mistake> {
    let mut ways: Vec<Way> = Vec::new();
    for node in node.list()? {
        let table = node.table()?;
        let requires = table.get("requires");
        let way = Way {
            says: table.text("says")?,
            requires: requires.map_or_else(|| Ok(Vec::new()), |node| conditions(node, scope))?,
            of: measure(table.need("of")?, scope)?,
        };
        if let Some(first) = ways.first() {
            same_unit(node, unit(&way.of, scope), unit(&first.of, scope))?;
        }
        table.finish()?;
        ways.push(way);
    }
    if ways.iter().all(|way| !way.requires.is_empty()) {
        return Err(node.wrong("至少一种算法不应有条件（`requires`）"));
    }
    Ok(ways)
}

/// The list that a key names.
pub fn list(table: &Table, key: &str, scope: Scope) -> Result<FactRef, Mistake> {
    let (rows, fact) = scope.fact_ref(table, key)?;
    if fact.columns().is_empty() {
        return Err(table.wrong_key(key, "这里应为清单（rows）"));
    }
    Ok(rows)
}

/// `total = "fleet.hours"`, or `total = "loans"` with `of = …`.
fn total(table: &Table, node: Node, scope: Scope) -> Result<Measure, Mistake> {
    let (rows, of) = if let Some(of) = table.get("of") {
        let rows = list(table, "total", scope)?;
        (rows, measure(of, scope.inside(rows.fact))?)
    } else {
        let (fact, column, described) = scope.list_column(node)?;
        if !matches!(described.kind, Kind::Quantity(_)) {
            return Err(node.wrong("只能合计数量列"));
        }
        let year = year_of(table, scope.questionnaire.fact(fact))?;
        (
            FactRef { fact, year },
            Measure::Value(Source::Column(column)),
        )
    };
    let only = table
        .get("where")
        .map(|node| condition(node, scope.inside(rows.fact)));
    let only = only.transpose()?.map(Box::new);
    Ok(Measure::Total {
        rows,
        of: Box::new(of),
        only,
    })
}

fn choose(table: &Table, node: Node, scope: Scope) -> Result<Measure, Mistake> {
    let (by, options) = scope.choice(node)?;
    let mut first = None;
    let of = branches(table.need("of")?, options, |node| {
        let branch = measure(node, scope)?;
        let own = unit(&branch, scope);
        same_unit(node, own, *first.get_or_insert(own))?;
        Ok(branch)
    })?;
    Ok(Measure::Choose { by, of })
}

/// One part for each option of a choice.
pub fn branches<T>(
    node: Node,
    options: &[Choice],
    mut read: impl FnMut(Node) -> Result<T, Mistake>,
) -> Result<Vec<T>, Mistake> {
    let table = node.table()?;
    let parts = options.iter().map(|choice| read(table.need(&choice.id)?));
    let parts = parts.collect::<Result<_, _>>()?;
    table.finish()?;
    Ok(parts)
}

/// A unit that does not fit is a mistake.
pub fn same_unit(node: Node, found: Unit, wanted: Unit) -> Result<(), Mistake> {
    if found == wanted {
        return Ok(());
    }
    let name = |unit: Unit| match unit.name() {
        name if name.is_empty() => "纯数或 %".to_owned(),
        name => name,
    };
    Err(node.wrong(format!(
        "单位不合：这里是{}，应为{}",
        name(found),
        name(wanted)
    )))
}
