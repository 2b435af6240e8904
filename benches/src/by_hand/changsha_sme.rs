//! 长政办发〔2022〕4号: 一, and the sentence on quality awards. All of it of 长沙, by the title.

use jiff::civil::Date;
use rust_decimal::{Decimal, dec};

use super::company_size::is_small_or_medium;
use super::place::in_changsha;
use super::{Due, is_new, to_the_fen};
use crate::enterprise::{Enterprise, Term};

/// 一、(一): 「对年度贷款总额在300万元以上且经市工业和信息化局认定的市级专精特新“小巨人”企业,自认定年份起,
/// 连续3年每年度给予贷款金额(按1年期折算)3%的贴息,单个企业贴息额每年度最高不超过50万元。」
///
/// The total is that of the loans which run in the year; 300万元以上 includes 300万元; 折算 is by the days
/// in the year over 365.
pub fn loan_interest(enterprise: &Enterprise, year: i16) -> Due {
    let (mut total, mut by_days) = (Decimal::ZERO, Decimal::ZERO);
    for loan in &enterprise.loans {
        let days = days_in(loan.term, year);
        if days > 0 {
            total += loan.principal;
            by_days += loan.principal * Decimal::from(days);
        }
    }
    let since = year - enterprise.city_year;
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.city_little_giant
        && (0..3).contains(&since)
        && total >= dec!(3_000_000);
    // A whole number of hundredths over 36500 is half a fen or well off it: the quotient's own
    // rounding, beyond the twentieth decimal, cannot tip it.
    let interest = || to_the_fen(by_days * dec!(0.03) / dec!(365));
    Due::paid_if(holds, || interest().min(dec!(500_000)))
}

/// The days of a year on which a loan runs: the first day counts, the day on which it is due does not.
fn days_in(term: Term, year: i16) -> i16 {
    match term {
        Term::Days(days) => days.cast_signed(),
        Term::Dates(start, due) => (days_before(due, year) - days_before(start, year)).max(0),
    }
}

/// How many days of a year lie before a day.
fn days_before(day: Date, year: i16) -> i16 {
    match day.year() - year {
        0 => day.day_of_year() - 1,
        after if after > 0 => Date::constant(year, 12, 31).day_of_year(),
        _ => 0,
    }
}

/// 一、(二): 「对研发费用达到主营业务收入3%以上(含3%)的市级专精特新“小巨人”企业,一次性给予年度研发费用
/// (按企业享受研发费用加计扣除政策的实际研发费用计算)10%的补贴,单个企业补贴额最高不超过50万元。」
///
/// No revenue, no share of it.
pub fn rd_subsidy(enterprise: &Enterprise) -> Due {
    let (cost, revenue) = (enterprise.rd_cost, enterprise.main_revenue);
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.city_little_giant
        && !enterprise.rd_subsidy_received
        && revenue > Decimal::ZERO
        && cost >= revenue * dec!(0.03);
    Due::paid_if(holds, || to_the_fen(cost * dec!(0.10)).min(dec!(500_000)))
}

/// 一、(三): 「中小微企业经国家工信部新认定为国家级专精特新“小巨人”企业的,奖励50万元。」
pub fn national_little_giant(enterprise: &Enterprise, year: i16) -> Due {
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.little_giant
        && is_small_or_medium(enterprise)
        && is_new(enterprise.national_year, year);
    Due::paid_if(holds, || dec!(500_000))
}

/// 一、(三): 「中小微企业有产品被国家工信部新认定为国家级制造业单项冠军产品的,奖励100万元,同一企业不同产品的
/// 奖励可以累计。」
pub fn champion_products(enterprise: &Enterprise, year: i16) -> Due {
    let products = enterprise.champion_products.iter();
    let new = products.filter(|when| is_new(**when, year)).count();
    let holds = in_changsha(enterprise.region)
        && enterprise.honours.champion_product
        && is_small_or_medium(enterprise)
        && new > 0;
    Due::paid_if(holds, || Decimal::from(new) * dec!(1_000_000))
}

/// 「对于首次获评中国质量奖、中国质量奖提名奖的,分别奖励200万元、100万元」
///
/// The higher of the two where both were won.
pub fn quality_award(enterprise: &Enterprise, year: i16) -> Due {
    let (award, nomination) = (
        enterprise.honours.quality_award,
        enterprise.honours.quality_nomination,
    );
    let holds = in_changsha(enterprise.region)
        && (award || nomination)
        && is_new(enterprise.quality_year, year);
    Due::paid_if(holds, || {
        if award {
            dec!(2_000_000)
        } else {
            dec!(1_000_000)
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_year() {
        let from = |start: (i16, i8, i8), due: (i16, i8, i8), year| {
            let day = |(year, month, day)| Date::constant(year, month, day);
            days_in(Term::Dates(day(start), day(due)), year)
        };
        assert_eq!(from((2026, 1, 1), (2027, 1, 1), 2026), 365);
        assert_eq!(from((2024, 1, 1), (2025, 1, 1), 2024), 366);
        assert_eq!(from((2026, 12, 31), (2027, 12, 31), 2026), 1);
        assert_eq!(from((2025, 7, 1), (2026, 1, 1), 2026), 0);
        assert_eq!(from((2025, 7, 1), (2026, 1, 2), 2026), 1);
        assert_eq!(from((2025, 7, 1), (2028, 7, 1), 2026), 365);
        assert_eq!(from((2027, 1, 1), (2028, 1, 1), 2026), 0);
        assert_eq!(days_in(Term::Days(180), 2026), 180);
    }
}
