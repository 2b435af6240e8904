//! Random enterprises with what they have from SCREEN, worked out by hand: the cases on which other
//! tools are checked before they are measured. `cases 1000` prints so many, one JSON object a line;
//! numbers that need not be whole are strings.

use std::io::{self, BufWriter, Write};

use policy_benches::by_hand::{self, Due};
use policy_benches::enterprise::Enterprise;
use policy_benches::screen::{DAY, SCREEN};
use policy_benches::work::drawn;
use serde::Serialize;

/// An enterprise and what it has from each program.
#[derive(Serialize)]
struct Case<'a> {
    year: i16,
    enterprise: &'a Enterprise,
    due: Vec<(&'static str, Due)>,
}

fn main() -> io::Result<()> {
    let many = std::env::args().nth(1).and_then(|many| many.parse().ok());
    let mut out = BufWriter::new(io::stdout().lock());
    for enterprise in &drawn(many.unwrap_or(1000)) {
        let year = DAY.year();
        let due = by_hand::screen(enterprise, year);
        let due = SCREEN.into_iter().zip(due).collect();
        let case = Case {
            year,
            enterprise,
            due,
        };
        serde_json::to_writer(&mut out, &case)?;
        writeln!(out)?;
    }
    out.flush()
}
