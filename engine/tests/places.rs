//! Places that are not known exclude each other: a total is that of the best place, never the sum of
//! all.

use jiff::civil::date;
use policy_engine::assess;
use policy_engine::author::{self, Sources};
use policy_engine::catalog::Catalog;
use policy_engine::fact::{Answer, Answers, Value};
use policy_engine::region::RegionCode;
use policy_engine::span::Span;
use rust_decimal::{Decimal, dec};

const FACTS: &str = r#"
[[group]]
id = "company"
title = "企业"

[[fact]]
id = "seat"
group = "company"
kind = "region"
ask = "注册在哪里？"
label = "注册地"

[[fact]]
id = "base"
group = "company"
kind = "region"
ask = "基地在哪里？"
label = "基地"
"#;

const REGIONS: &str = r#"
"000000" = "全国"
"220000" = "吉林省"
"430000" = "湖南省"
"430100" = "长沙市"
"430121" = "长沙县"
"#;

/// A one-off reward for enterprises with their seat, or their base, in a place.
fn reward(id: &str, fact: &str, place: &str, amount: &str) -> String {
    format!(
        "[[program]]\nid = \"{id}\"\ntitle = \"{id}\"\nform = \"reward\"\ncite = \"all\"\ndecided_by = \"rule\"\npaid = \"once\"\nrequires = [{{ fact = \"{fact}\", within = \"{place}\" }}]\namount = \"{amount}\"\n\n"
    )
}

/// 长沙市 30万元 and 长沙县 5万元 more, 吉林 20万元; and 湖南 10万元 for a base there.
fn catalog() -> Catalog {
    let head = "title = \"奖励\"\nauthority = \"试办\"\nregion = \"000000\"\neffective = {}\nchecked = { on = \"2026-11-21\", how = \"节选\" }\n\n[[coverage]]\nat = \"一\"\nprograms = [\"city\", \"county\", \"jilin\", \"base\"]\n\n[clause.all]\nat = \"一\"\nquote = \"奖励30万元,5万元,20万元,10万元。\"\nresponsible = []\n\n";
    let programs = [
        reward("city", "seat", "430100", "30万元"),
        reward("county", "seat", "430121", "5万元"),
        reward("jilin", "seat", "220000", "20万元"),
        reward("base", "base", "430000", "10万元"),
    ];
    let named = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let sources = Sources {
        facts: named("facts.toml", FACTS),
        regions: named("regions.toml", REGIONS),
        industries: named("industries.toml", ""),
        measures: named("measures.toml", ""),
        documents: vec![named(
            "rewards.toml",
            &(head.to_owned() + &programs.concat()),
        )],
    };
    author::read(&sources).unwrap_or_else(|mistakes| {
        let words: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", words.join("\n"));
    })
}

/// The one-off total, and whether it is that of the best of several places.
fn once(answers: &[(&str, u32)]) -> (Decimal, Option<Decimal>, bool) {
    let catalog = catalog();
    let answers = answers.iter().map(|(name, code)| {
        let ask = catalog.questionnaire.ask_named(name).expect(name);
        (ask, Answer::Known(Value::Region(RegionCode(*code))))
    });
    let answers = Answers(answers.collect());
    let sum = assess(&catalog, &answers, date(2026, 11, 21)).totals.once;
    let Span { low, high } = sum.span;
    (low, high, sum.best_place)
}

#[test]
fn an_open_place_counts_as_the_best_one() {
    // 长沙县 lies in 长沙: 35万元, and the base apart from the seat.
    assert_eq!(once(&[]), (dec!(0), Some(dec!(450000)), true));
    assert_eq!(
        once(&[("base", 430_000)]),
        (dec!(100_000), Some(dec!(450000)), true)
    );
}

#[test]
fn a_coarse_place_counts_as_the_best_within_it() {
    assert_eq!(
        once(&[("seat", 430_000), ("base", 220_000)]),
        (dec!(0), Some(dec!(350000)), false)
    );
}

#[test]
fn a_known_place_counts_as_itself() {
    let base = ("base", 220_000);
    for (seat, amount) in [(220_000, dec!(200000)), (430_121, dec!(350000))] {
        assert_eq!(once(&[("seat", seat), base]), (amount, Some(amount), false));
    }
    assert_eq!(
        once(&[("seat", 430_100), base]),
        (dec!(300000), Some(dec!(350000)), false)
    );
}
