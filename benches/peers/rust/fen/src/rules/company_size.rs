//! Who is 中小微, by the table of 国统字〔2017〕213号.

use super::yuan;
use crate::enterprise::{Enterprise, Industry};

/// Whether an enterprise is medium, small or micro: it misses a limit of the large.
pub fn is_small_or_medium(enterprise: &Enterprise) -> bool {
    let staff = |limit: i64| enterprise.staff >= limit;
    let revenue = |wan: i64| enterprise.revenue >= yuan(wan * 10_000);
    let assets = |wan: i64| enterprise.assets >= yuan(wan * 10_000);
    let large = match enterprise.industry {
        Industry::Agriculture => revenue(20_000),
        Industry::Industrial => staff(1000) && revenue(40_000),
        Industry::Construction => revenue(80_000) && assets(80_000),
        Industry::Wholesale => staff(200) && revenue(40_000),
        Industry::Retail => staff(300) && revenue(20_000),
        Industry::Transport | Industry::Post => staff(1000) && revenue(30_000),
        Industry::Storage => staff(200) && revenue(30_000),
        Industry::Accommodation | Industry::Catering | Industry::Software => {
            staff(300) && revenue(10_000)
        }
        Industry::Telecom => staff(2000) && revenue(100_000),
        Industry::RealEstate => revenue(200_000) && assets(10_000),
        Industry::Property => staff(1000) && revenue(5000),
        Industry::Leasing => staff(300) && assets(120_000),
        Industry::Other => staff(300),
    };
    !large
}
