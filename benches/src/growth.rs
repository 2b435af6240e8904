//! More of everything: the catalogue many times over, and lists of many rows.

use policy_engine::catalog::Catalog;
use policy_engine::policy::Policy;
use rust_decimal::Decimal;

use crate::enterprise::{Aircraft, Enterprise};

/// A catalogue so many times over: each document and program again, under ids of their own.
pub fn copies(catalog: &Catalog, times: usize) -> Catalog {
    let policies = (0..times).flat_map(|copy| {
        let again = move |policy| again(policy, copy);
        catalog.policies.iter().map(again)
    });
    Catalog {
        policies: policies.collect(),
        ..catalog.clone()
    }
}

fn again(policy: &Policy, copy: usize) -> Policy {
    let mut policy = policy.clone();
    policy.id = format!("{}-{copy}", policy.id);
    for program in &mut policy.programs {
        program.id = format!("{}-{copy}", program.id);
    }
    policy
}

/// An enterprise with so many aircraft, of every band of weight.
pub fn with_aircraft(enterprise: &Enterprise, rows: u32) -> Enterprise {
    let aircraft = |row: u32| Aircraft {
        max_takeoff_mass: Decimal::from(row % 7),
        count: Decimal::ONE,
        hours: Decimal::new(i64::from(row % 100), 1),
    };
    let mut enterprise = enterprise.clone();
    enterprise.aviation.general = true;
    enterprise.fleet = (1..=rows).map(aircraft).collect();
    enterprise
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::screen::{DAY, Screen};
    use crate::work::{answered, drawn};
    use policy_engine::assess::assess;

    #[test]
    fn a_copy_has_what_the_first_has() {
        let screen = Screen::new();
        let thrice = copies(&screen.catalog, 3);
        let answers = &answered(&screen, &drawn(1))[0];
        let once = assess(&screen.catalog, answers, DAY).outcomes;
        let all = assess(&thrice, answers, DAY).outcomes;
        assert_eq!(all.len(), 3 * once.len());
        for (one, again) in all.iter().zip(once.iter().cycle()) {
            assert_eq!(one.now, again.now);
        }
        let ids: BTreeSet<_> = thrice.programs().map(|(_, program)| &program.id).collect();
        assert_eq!(ids.len(), all.len());
    }

    #[test]
    fn every_aircraft_is_asked_about() {
        let fleet = with_aircraft(&drawn(1)[0], 14).fleet;
        let heavy = fleet
            .iter()
            .filter(|one| one.max_takeoff_mass >= Decimal::from(5));
        assert_eq!((fleet.len(), heavy.count()), (14, 4));
    }
}
