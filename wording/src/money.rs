//! Amounts of money and their spans.

use policy_engine::span::Span;
use rust_decimal::Decimal;

use crate::number::number;
use crate::text::{fill, texts};

/// An amount: 700,000 元, 149,589.04 元.
pub fn yuan(value: Decimal) -> String {
    fill(texts().money_yuan, &[("number", &figures(value))])
}

/// The figures of an amount; one decimal would read as jiao, so that both are shown.
pub fn figures(value: Decimal) -> String {
    let value = value.normalize();
    let fen = if value.scale() == 1 { "0" } else { "" };
    number(value) + fen
}

/// A span of money: exact, 最高 …, … 至 …, or … 起.
pub fn span(span: Span) -> String {
    let t = texts();
    match (span.exact(), span.high) {
        (Some(value), _) => yuan(value),
        (None, Some(high)) if span.low.is_zero() => fill(t.money_up_to, &[("high", &yuan(high))]),
        (None, Some(high)) => fill(
            t.money_from_to,
            &[
                ("low", figures(span.low).as_str()),
                ("high", &figures(high)),
            ],
        ),
        (None, None) if span.low.is_zero() => t.money_open.to_owned(),
        (None, None) => fill(t.money_from_up, &[("low", &yuan(span.low))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speak;
    use policy_engine::language::Language;
    use rust_decimal::dec;

    #[test]
    fn spans_read_as_people_say_them() {
        let of = |low, high| span(Span { low, high });
        assert_eq!(of(dec!(700000), Some(dec!(700000))), "700,000 元");
        assert_eq!(
            of(dec!(475000), Some(dec!(850000))),
            "475,000 至 850,000 元"
        );
        assert_eq!(of(dec!(0), Some(dec!(500000))), "最高 500,000 元");
        assert_eq!(of(dec!(0), Some(dec!(0))), "0 元");
        assert_eq!(of(dec!(1000000), None), "1,000,000 元 起，无封顶");
        assert_eq!(of(dec!(0), None), "无封顶");
    }

    #[test]
    fn fen_are_shown_whole() {
        assert_eq!(yuan(dec!(149589.04)), "149,589.04 元");
        assert_eq!(yuan(dec!(0.5)), "0.50 元");
    }

    #[test]
    fn in_english_the_currency_comes_first() {
        speak(Language::English);
        let of = |low, high| span(Span { low, high });
        assert_eq!(of(dec!(700000), Some(dec!(700000))), "CNY 700,000");
        assert_eq!(
            of(dec!(475000), Some(dec!(850000))),
            "CNY 475,000 to 850,000"
        );
        assert_eq!(of(dec!(0), Some(dec!(500000))), "up to CNY 500,000");
        assert_eq!(of(dec!(1000000), None), "CNY 1,000,000 or more, no cap");
        assert_eq!(of(dec!(0), None), "no cap");
    }
}
