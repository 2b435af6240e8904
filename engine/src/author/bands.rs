//! Bands as a policy file writes them.

use crate::author::law::{condition, limits};
use crate::author::node::{Mistake, Node, Table};
use crate::author::number::{list, same_unit};
use crate::author::scope::{Scope, figure};
use crate::fact::{ColumnId, Kind};
use crate::policy::bands::{Band, Banded};
use crate::policy::bound::{Bound, Limit};
use crate::policy::measure::Measure;
use crate::quantity::Quantity;
use crate::unit::Unit;

/// Reads rows that are priced by band.
pub fn banded(table: &Table, scope: Scope) -> Result<Measure, Mistake> {
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
pub fn bands(list: Node, unit: Unit, key: &str) -> Result<Vec<Band>, Mistake> {
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
