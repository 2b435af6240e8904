//! Amounts of money and their spans.

use policy_engine::exact;
use policy_engine::language::Language;
use policy_engine::span::Span;
use rust_decimal::Decimal;

use crate::number::number;
use crate::text::{fill, language, texts};

/// An amount: 700,000 元, 149,589.04 元.
pub fn yuan(value: Decimal) -> String {
    in_yuan(&figures(value))
}

/// The figures of an amount; one decimal would read as jiao, so that both are shown.
pub fn figures(value: Decimal) -> String {
    let value = value.normalize();
    if value.scale() == 1 {
        return two_decimals(value);
    }
    number(value)
}

/// An amount with its fen, as forms write it: 700,000.00 元.
pub fn to_the_fen(value: Decimal) -> String {
    in_yuan(&two_decimals(value))
}

/// 700,000 元, CNY 700,000.
fn in_yuan(number: &str) -> String {
    fill(texts().money_yuan, &[("number", number)])
}

/// 700,000.00.
fn two_decimals(value: Decimal) -> String {
    let value = value.normalize();
    let missing = match value.scale() {
        0 => ".00",
        1 => "0",
        _ => "",
    };
    number(value) + missing
}

/// A span of money: exact, 最高 …, … 至 …, or … 起.
pub fn span(span: Span) -> String {
    written(span, figures)
}

/// The same with fen.
pub fn span_to_the_fen(span: Span) -> String {
    written(span, two_decimals)
}

/// A span of money, its figures written as given.
fn written(span: Span, figures: fn(Decimal) -> String) -> String {
    let t = texts();
    let amount = |value| in_yuan(&figures(value));
    match (span.exact(), span.high) {
        (Some(value), _) => amount(value),
        (None, Some(high)) if span.low.is_zero() => fill(t.money_up_to, &[("high", &amount(high))]),
        (None, Some(high)) => fill(
            t.money_from_to,
            &[
                ("low", figures(span.low).as_str()),
                ("high", &figures(high)),
            ],
        ),
        (None, None) if span.low.is_zero() => t.money_open.to_owned(),
        (None, None) => fill(t.money_from_up, &[("low", &amount(span.low))]),
    }
}

/// A span of money to be read at a glance: 70 万元, 最高 1.2 亿元. Nothing where that would round, or
/// where it would be no shorter.
pub fn glance(span: Span) -> Option<String> {
    let t = texts();
    let high = large(span.high?)?;
    if span.exact().is_some() {
        return Some(high);
    }
    if span.low.is_zero() {
        return Some(fill(t.money_up_to, &[("high", &high)]));
    }
    let low = large(span.low)?;
    Some(fill(t.measure_from_to, &[("low", &low), ("high", &high)]))
}

/// A sum in 万元 or 亿元, in English in millions or billions, where two decimals hold it exactly.
fn large(value: Decimal) -> Option<String> {
    let t = texts();
    let powers = match language() {
        Language::Chinese => [8, 4],
        Language::English => [9, 6],
    };
    powers
        .into_iter()
        .zip([t.money_larger, t.money_large])
        .find_map(|(power, template)| {
            let short = exact::shift(value, -power)?.normalize();
            (short >= Decimal::ONE && short.scale() <= 2)
                .then(|| fill(template, &[("number", &number(short))]))
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speak;
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
        let short = |value| glance(Span::exactly(value));
        assert_eq!(short(dec!(700000)), None);
        assert_eq!(short(dec!(12300000)).as_deref(), Some("CNY 12.3 million"));
        assert_eq!(short(dec!(1500000000)).as_deref(), Some("CNY 1.5 billion"));
    }

    #[test]
    fn forms_write_every_fen() {
        for (value, text) in [
            (dec!(0), "0.00 元"),
            (dec!(700000), "700,000.00 元"),
            (dec!(1234.5), "1,234.50 元"),
            (dec!(149589.04), "149,589.04 元"),
        ] {
            assert_eq!(to_the_fen(value), text);
        }
        let range = Span {
            low: dec!(400000),
            high: Some(dec!(700000)),
        };
        assert_eq!(span_to_the_fen(range), "400,000.00 至 700,000.00 元");
        assert_eq!(
            span_to_the_fen(Span::up_to(Some(dec!(500000)))),
            "最高 500,000.00 元"
        );
        assert_eq!(span_to_the_fen(Span::up_to(None)), "无封顶");
    }

    #[test]
    fn a_glance_is_short_and_never_rounds() {
        let of = |low, high| glance(Span { low, high });
        let exactly = |value| of(value, Some(value));
        assert_eq!(exactly(dec!(700000)).as_deref(), Some("70 万元"));
        assert_eq!(exactly(dec!(475100)).as_deref(), Some("47.51 万元"));
        assert_eq!(exactly(dec!(149589.04)), None);
        assert_eq!(exactly(dec!(9999)), None);
        assert_eq!(exactly(dec!(150000000)).as_deref(), Some("1.5 亿元"));
        assert_eq!(exactly(dec!(123450000)).as_deref(), Some("12,345 万元"));
        let up_to = of(dec!(0), Some(dec!(500000)));
        assert_eq!(up_to.as_deref(), Some("最高 50 万元"));
        let between = of(dec!(475000), Some(dec!(850000)));
        assert_eq!(between.as_deref(), Some("47.5 万元 至 85 万元"));
        assert_eq!(of(dec!(475000), None), None);
    }
}
