//! Conditions as a policy file writes them.

use crate::author::facts::region_code;
use crate::author::node::{Mistake, Node, Table};
use crate::author::number::{branches, list, measure_in, same_unit, unit};
use crate::author::scope::{Scope, YEARS, figure, index_of, option};
use crate::fact::Kind;
use crate::policy::bound::{Bound, Limit};
use crate::policy::condition::{Condition, Test};
use crate::unit::Unit;

/// The words for bounds.
const BOUNDS: [(&str, Bound); 4] = [
    ("at_least", Bound::AtLeast),
    ("over", Bound::Over),
    ("at_most", Bound::AtMost),
    ("below", Bound::Below),
];

/// Reads a list of conditions.
pub fn conditions(node: Node, scope: Scope) -> Result<Vec<Condition>, Mistake> {
    node.list()?
        .into_iter()
        .map(|node| condition(node, scope))
        .collect()
}

/// Reads one condition.
pub fn condition(node: Node, scope: Scope) -> Result<Condition, Mistake> {
    let table = node.table()?;
    let id = table.text_if("id")?;
    let mut says = table.text_if("says")?;
    let mut unverified = table.get("unverified").map_or(Ok(false), Node::truth)?;
    let test = match scope.used(&table)? {
        Some(defined) => {
            let defined = condition(defined, scope)?;
            says = says.or(defined.says);
            unverified |= defined.unverified;
            defined.test
        }
        None => test(&table, scope)?,
    };
    table.finish()?;
    Ok(Condition {
        id,
        says,
        unverified,
        test,
    })
}

fn test(table: &Table, scope: Scope) -> Result<Test, Mistake> {
    if let Some(parts) = table.get("all") {
        return Ok(Test::All(conditions(parts, scope)?));
    }
    if let Some(parts) = table.get("any") {
        return Ok(Test::Any(conditions(parts, scope)?));
    }
    if let Some(part) = table.get("not") {
        return Ok(Test::Not(Box::new(condition(part, scope)?)));
    }
    if table.get("some").is_some() {
        let rows = list(table, "some", scope)?;
        let only = Box::new(condition(table.need("where")?, scope.inside(rows.fact))?);
        return Ok(Test::Some { rows, only });
    }
    if table.get("first_year").is_some() {
        let (from, fact) = scope.fact_ref(table, "first_year")?;
        let years = figure(table.need("years")?)?;
        if !is_year(&fact.kind) || years.unit != Unit::YEAR {
            return Err(
                table.wrong("`first_year` 应为以年为单位的事实，`years` 应为年数（如 3年）")
            );
        }
        return Ok(Test::YearFrom { from, years });
    }
    if let Some(node) = table.get("depending_on") {
        let (by, options) = scope.choice(node)?;
        let of = branches(table.need("of")?, options, |node| condition(node, scope))?;
        return Ok(Test::Choose(by, of));
    }
    if let Some(node) = table.get("fact")
        && let Some(classes) = scope.classes(node)?
    {
        let wanted = table.need("one_of")?.list()?.into_iter();
        let names = || classes.classes.iter().map(|class| class.id.as_str());
        let wanted = wanted.map(|node| index_of(node, "选项", names()));
        let wanted = wanted.collect::<Result<_, _>>()?;
        return Ok(Test::InClass(classes.clone(), wanted));
    }
    if let Some((source, kind)) = scope.source(table)? {
        if let Some(node) = table.get("is") {
            expect(table, matches!(kind, Kind::YesNo), "是否题")?;
            return Ok(Test::Is(source, node.truth()?));
        }
        if let Some(node) = table.get("one_of") {
            let Kind::OneOf(options) = kind else {
                return Err(wrong_kind(table, "单选题"));
            };
            let wanted = node.list()?.into_iter().map(|node| option(node, options));
            return Ok(Test::OneOf(source, wanted.collect::<Result<_, _>>()?));
        }
        if let Some(node) = table.get("includes") {
            let Kind::SeveralOf(options) = kind else {
                return Err(wrong_kind(table, "多选题"));
            };
            return Ok(Test::Includes(source, option(node, options)?));
        }
        if let Some(node) = table.get("within") {
            expect(table, matches!(kind, Kind::Region), "地区题")?;
            let code = region_code(node, node.text()?)?;
            if scope.questionnaire.regions.get(code).is_none() {
                return Err(node.wrong("regions.toml 里没有这个地区"));
            }
            return Ok(Test::Within(source, code));
        }
    }
    let measure = measure_in(table, scope)?;
    let limits = limits(table, unit(&measure, scope))?;
    if limits.is_empty() {
        return Err(table.wrong(
            "条件缺少界限：is、one_of、includes、within、at_least、over、at_most 或 below",
        ));
    }
    Ok(Test::Compare(measure, limits))
}

fn is_year(kind: &Kind) -> bool {
    matches!(kind, Kind::Quantity(measured) if measured.unit == Unit::YEAR)
}

fn wrong_kind(table: &Table, wanted: &str) -> Mistake {
    table.wrong(format!("这个界限只用于{wanted}"))
}

/// Whether a bound fits the kind of question.
pub fn expect(table: &Table, fits: bool, wanted: &str) -> Result<(), Mistake> {
    if fits {
        Ok(())
    } else {
        Err(wrong_kind(table, wanted))
    }
}

/// The limits that a table holds, in a unit.
pub fn limits(table: &Table, unit: Unit) -> Result<Vec<(Bound, Limit)>, Mistake> {
    let mut limits = Vec::new();
    for (word, bound) in BOUNDS {
        let Some(node) = table.get(word) else {
            continue;
        };
        let says = |name: &str| node.text().is_ok_and(|text| text == name);
        let year = YEARS.iter().find(|(name, _)| says(name));
        let (limit, found) = match year {
            Some((_, offset)) => (Limit::Year(*offset), Unit::YEAR),
            None => {
                let figure = figure(node)?;
                let found = figure.unit;
                (Limit::Figure(figure), found)
            }
        };
        same_unit(node, found, unit)?;
        limits.push((bound, limit));
    }
    Ok(limits)
}
