//! Who is 中小微: 中小企业划型标准规定 (工信部联企业〔2011〕300号), by the table of 国统字〔2017〕213号.

use rust_decimal::{Decimal, dec};

use crate::enterprise::{Enterprise, Industry};

/// Whether an enterprise is medium, small or micro, that is, not large.
///
/// 「大型、中型和小型企业须同时满足所列指标的下限,否则下划一档」: large is who reaches every limit of
/// the industry, the limit itself included.
pub fn is_small_or_medium(enterprise: &Enterprise) -> bool {
    let wan = dec!(10_000);
    let staff = |limit: Decimal| enterprise.staff >= limit;
    let revenue = |limit: Decimal| enterprise.revenue >= limit * wan;
    let assets = |limit: Decimal| enterprise.assets >= limit * wan;
    let large = match enterprise.industry {
        Industry::Agriculture => revenue(dec!(20_000)),
        Industry::Industrial => staff(dec!(1000)) && revenue(dec!(40_000)),
        Industry::Construction => revenue(dec!(80_000)) && assets(dec!(80_000)),
        Industry::Wholesale => staff(dec!(200)) && revenue(dec!(40_000)),
        Industry::Retail => staff(dec!(300)) && revenue(dec!(20_000)),
        Industry::Transport | Industry::Post => staff(dec!(1000)) && revenue(dec!(30_000)),
        Industry::Storage => staff(dec!(200)) && revenue(dec!(30_000)),
        Industry::Accommodation | Industry::Catering | Industry::Software => {
            staff(dec!(300)) && revenue(dec!(10_000))
        }
        Industry::Telecom => staff(dec!(2000)) && revenue(dec!(100_000)),
        Industry::RealEstate => revenue(dec!(200_000)) && assets(dec!(10_000)),
        Industry::Property => staff(dec!(1000)) && revenue(dec!(5000)),
        Industry::Leasing => staff(dec!(300)) && assets(dec!(120_000)),
        Industry::Other => staff(dec!(300)),
    };
    !large
}
