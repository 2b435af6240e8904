//! Units in words.

use policy_engine::fact::Measured;
use policy_engine::language::Language;
use policy_engine::unit::Unit;

use crate::text::{language, texts};

/// A unit in words, of one or of several: 元/小时, sortie.
pub fn name(unit: Unit, one: bool) -> String {
    let t = texts();
    let words = if one {
        [
            t.unit_yuan,
            t.unit_hour,
            t.unit_sortie,
            t.unit_tonne,
            t.unit_person,
            t.unit_item,
            t.unit_day,
            t.unit_year,
            t.unit_aircraft,
            t.unit_one,
            t.unit_point,
        ]
    } else {
        [
            t.unit_yuan,
            t.unit_hours,
            t.unit_sorties,
            t.unit_tonnes,
            t.unit_people,
            t.unit_items,
            t.unit_days,
            t.unit_years,
            t.unit_aircraft,
            t.unit_one,
            t.unit_points,
        ]
    };
    unit.name_in(words)
}

/// The unit beside a field.
pub fn shown(measured: &Measured) -> String {
    match language() {
        Language::English if measured.unit != Unit::NONE => name(measured.unit, false),
        _ => measured.shown.clone(),
    }
}
