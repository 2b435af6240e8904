//! Conditions and measures as a policy file writes them.

use crate::author::facts::region_code;
use crate::author::node::{Mistake, Node, Table};
use crate::author::scope::{Scope, YEARS, figure, index_of, option, year_of};
use crate::case::{FactRef, Source};
use crate::fact::{Choice, ColumnId, Kind};
use crate::policy::bands::{Band, Banded};
use crate::policy::best::{Best, Way};
use crate::policy::bound::{Bound, Limit};
use crate::policy::condition::{Condition, Test};
use crate::policy::growth::{Growth, Mean};
use crate::policy::measure::Measure;
use crate::policy::points::Points;
use crate::quantity::Quantity;
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

fn expect(table: &Table, fits: bool, wanted: &str) -> Result<(), Mistake> {
    if fits {
        Ok(())
    } else {
        Err(wrong_kind(table, wanted))
    }
}

fn limits(table: &Table, unit: Unit) -> Result<Vec<(Bound, Limit)>, Mistake> {
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

fn same_unit(node: Node, found: Unit, wanted: Unit) -> Result<(), Mistake> {
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

fn unit(measure: &Measure, scope: Scope) -> Unit {
    measure.unit(scope.questionnaire, scope.list)
}

fn measure_in(table: &Table, scope: Scope) -> Result<Measure, Mistake> {
    if let Some(defined) = scope.used(table)? {
        return measure(defined, scope);
    }
    if let Some(node) = table.get("measure") {
        let (name, of) = scope.number(node)?;
        return Ok(Measure::Named(Box::new((name.clone(), of.clone()))));
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
        let parts = node.list()?.into_iter().map(|node| measure(node, scope));
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

fn list(table: &Table, key: &str, scope: Scope) -> Result<FactRef, Mistake> {
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
fn branches<T>(
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

fn banded(table: &Table, scope: Scope) -> Result<Measure, Mistake> {
    let rows = list(table, "each", scope)?;
    let inside = scope.inside(rows.fact);
    let (by, by_unit) = quantity_column(table.need("by")?, inside)?;
    let (of, of_unit) = quantity_column(table.need("of")?, inside)?;
    let bands = bands(table.need("bands")?, by_unit, "price")?;
    let beyond = table.get("beyond");
    let beyond = beyond.map(|node| {
        let beyond = figure(node)?;
        same_unit(node, beyond.unit, of_unit)?;
        Ok(beyond)
    });
    let only = table
        .get("where")
        .map(|node| condition(node, inside))
        .transpose()?;
    Ok(Measure::Banded(Banded {
        rows,
        by,
        of,
        bands,
        beyond: beyond.transpose()?,
        only: only.map(Box::new),
    }))
}

fn quantity_column(node: Node, scope: Scope) -> Result<(ColumnId, Unit), Mistake> {
    let (column, described) = scope.column(node)?;
    match &described.kind {
        Kind::Quantity(measured) => Ok((column, measured.unit)),
        _ => Err(node.wrong("这里应为数量列")),
    }
}

/// Bands over numbers of a unit, each with what it pays or gives under `key`.
fn bands(list: Node, unit: Unit, key: &str) -> Result<Vec<Band>, Mistake> {
    let mut bands: Vec<Band> = Vec::new();
    for node in list.list()? {
        let band = band(node, unit, key)?;
        if let Some(first) = bands.first() {
            same_unit(node, band.price.unit, first.price.unit)?;
        }
        bands.push(band);
    }
    check_bands(list, &bands)?;
    Ok(bands)
}

fn band(node: Node, unit: Unit, key: &str) -> Result<Band, Mistake> {
    let table = node.table()?;
    let price = figure(table.need(key)?)?;
    let mut ends: [Option<(Bound, Quantity)>; 2] = [None, None];
    for (bound, limit) in limits(&table, unit)? {
        let Limit::Figure(limit) = limit else {
            return Err(node.wrong("分档的界限应为数量"));
        };
        let end = &mut ends[usize::from(!bound.is_lower())];
        if end.replace((bound, limit)).is_some() {
            return Err(node.wrong("一档只能有一个下限和一个上限"));
        }
    }
    table.finish()?;
    let [from, to] = ends;
    Ok(Band { from, to, price })
}

/// Bands must meet without gap or overlap.
fn check_bands(at: Node, bands: &[Band]) -> Result<(), Mistake> {
    let open_ends = bands.first().is_some_and(|band| band.from.is_none())
        && bands.last().is_some_and(|band| band.to.is_none());
    if !open_ends {
        return Err(at.wrong("首档不应有下限，末档不应有上限"));
    }
    for (pair, node) in bands.windows(2).zip(at.list()?.into_iter().skip(1)) {
        let meets = match (&pair[0].to, &pair[1].from) {
            (Some((end, limit)), Some((start, next))) => {
                limit.value == next.value && end.complement() == *start
            }
            _ => false,
        };
        let rises = match (&pair[0].from, &pair[0].to) {
            (Some((_, from)), Some((_, to))) => from.value < to.value,
            _ => true,
        };
        if !meets || !rises {
            return Err(node.wrong("这一档与前一档之间有空隙或重叠"));
        }
    }
    Ok(())
}
