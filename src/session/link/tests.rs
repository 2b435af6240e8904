use std::collections::BTreeSet;

use fastrand::Rng;
use policy_engine::fact::Fact;

use super::code::Text;
use super::*;
use crate::session::Action;
use crate::session::testing::{TODAY, ask, session, session_on, typed};

fn questionnaire() -> &'static Questionnaire {
    &policy_catalog::catalog().questionnaire
}

/// A session in which every shape of answer stands.
fn filled() -> Session {
    let mut session = session();
    let rows = Draft::Rows {
        rows: vec![
            vec!["0.8".into(), "1".into(), String::new()],
            vec!["1.5 吨".into(), String::new(), "200".into()],
        ],
        more: true,
    };
    let drafts = [
        ("company.region", Draft::Text("长沙市岳麓区".into())),
        ("company.industry", Draft::Text("industrial".into())),
        ("company.staff@2025", Draft::Text("120人".into())),
        ("company.revenue@2025", Draft::Text("1.2亿".into())),
        ("company.revenue@2024", Draft::Unsure),
        ("honours", Draft::Picks(vec!["city_little_giant".into()])),
        ("manufacturing.projects", Draft::Picks(Vec::new())),
        ("fleet", rows),
    ];
    let drafts = drafts.map(|(name, draft)| (ask(name), draft));
    session.take_over(drafts.into_iter().collect());
    session.apply(Action::Open(Topic::Tax, true));
    session
}

/// The code of a link with other bytes under its checksum.
fn forged(bytes: Vec<u8>) -> String {
    format!("a1.{}", code::seal(bytes))
}

fn refused(text: &str) -> LinkError {
    let mut session = filled();
    let before = session.clone();
    let error = session.restore_fragment(text).unwrap_err();
    assert_eq!(session, before, "nothing was lost");
    error
}

#[test]
fn a_link_brings_everything_back() {
    let mut sent = filled();
    sent.apply(Action::Date("2025-07-01".into()));
    let link = sent.to_fragment();
    assert!(is_code(&link), "{link}");
    let mut opened = session();
    typed(&mut opened, "company.staff@2024", "7");
    let restored = opened.restore_fragment(&link);
    assert_eq!(restored, Ok(Restored { left_out: 0 }));
    assert_eq!(opened.drafts(), sent.drafts());
    assert_eq!(opened.topics(), sent.topics());
    assert_eq!(opened.date(), sent.date());
    assert_eq!(opened.answers(), sent.answers());
}

#[test]
fn a_link_is_short() {
    let length = filled().to_fragment().len();
    assert!(length < 160, "{length}");
}

#[test]
fn a_link_made_today_is_opened_on_the_day_of_the_reader() {
    let link = filled().to_fragment();
    let mut later = session_on(Date::constant(2027, 1, 5));
    later.apply(Action::Date("2025-07-01".into()));
    later.restore_fragment(&link).unwrap();
    assert_eq!(later.date(), Date::constant(2027, 1, 5));
}

#[test]
fn the_link_of_a_sheet_is_opened_on_the_day_assessed() {
    let sent = filled();
    let mut later = session_on(Date::constant(2027, 3, 1));
    later.restore_fragment(&sent.to_fragment_of_day()).unwrap();
    assert_eq!(later.date(), TODAY);
    assert_eq!(later.answers(), sent.answers());
}

#[test]
fn a_link_is_found_in_an_address_and_in_printed_lines() {
    let sent = filled();
    let link = sent.to_fragment();
    let printed: Vec<_> = link
        .as_bytes()
        .chunks(8)
        .map(|part| str::from_utf8(part).unwrap())
        .collect();
    for text in [
        format!("https://example.cn/a/?b#{link}"),
        format!("  #{link}\n"),
        printed.join(" \n　"),
    ] {
        let mut opened = session();
        opened.restore_fragment(&text).unwrap();
        assert_eq!(opened.drafts(), sent.drafts());
    }
    for text in [
        "",
        "results",
        "program-a1",
        "a.b",
        "ab1.c",
        "https://example.cn/",
    ] {
        assert!(!is_code(text), "{text}");
        assert_eq!(refused(text), LinkError::NotALink, "{text}");
    }
}

#[test]
fn what_was_changed_or_lost_is_refused() {
    let link = filled().to_fragment();
    for at in 3..link.len() {
        let (before, after) = (&link[..at], &link[at + 1..]);
        assert_eq!(refused(&format!("{before}{after}")), LinkError::Broken);
        let other = if link[at..].starts_with('A') {
            'B'
        } else {
            'A'
        };
        assert_eq!(
            refused(&format!("{before}{other}{after}")),
            LinkError::Broken
        );
        assert_eq!(refused(before), LinkError::Broken);
    }
    assert_eq!(refused("a2.AAAA"), LinkError::Newer);
    assert_eq!(refused(&link.replacen('1', "11", 1)), LinkError::Newer);
    assert_eq!(
        refused(&format!("a1.{}", "A".repeat(LONGEST))),
        LinkError::TooLong
    );
}

#[test]
fn a_forged_link_with_a_good_checksum_does_no_harm() {
    let good = code::unseal(&filled().to_fragment()[3..]).unwrap();
    let mut rng = Rng::with_seed(5);
    for _ in 0..20_000 {
        let mut bytes = good.clone();
        for _ in 0..rng.usize(1..4) {
            let at = rng.usize(0..bytes.len());
            bytes[at] = rng.u8(..);
        }
        bytes.truncate(rng.usize(1..=good.len() * 2));
        let mut opened = session();
        // What cannot be refused is answers like any others.
        if opened.restore_fragment(&forged(bytes)).is_ok() {
            opened.answers();
        }
    }
    // Rows that would take no room, as many as a number can say.
    let mut rows = Writer::default();
    rows.0.push(ROWS);
    rows.key(key("fleet", FACT_BITS), FACT_BITS);
    rows.number(0);
    rows.number((1 << 28) - 1);
    let mut bytes = Writer::default();
    section(&mut bytes, ANSWERS, &rows.0);
    assert_eq!(refused(&forged(bytes.0)), LinkError::Broken);
}

#[test]
fn sections_of_a_later_page_are_skipped() {
    let sent = filled();
    let mut bytes = code::unseal(&sent.to_fragment()[3..]).unwrap();
    bytes.extend([99, 2, 7, 7]);
    let mut opened = session();
    opened.restore_fragment(&forged(bytes)).unwrap();
    assert_eq!(opened.drafts(), sent.drafts());
}

/// The questionnaire after a change.
fn other(change: impl Fn(&mut Fact)) -> Questionnaire {
    let mut other = questionnaire().clone();
    other.facts.iter_mut().for_each(change);
    other
}

#[test]
fn what_a_newer_catalogue_no_longer_knows_is_left_out_and_counted() {
    let sent = filled();
    let link = sent.to_fragment();
    let newer = other(|fact| {
        if fact.id == "company.industry" || fact.id == "company.revenue" {
            fact.id.push_str("_of_old");
        }
        if let Kind::OneOf(options) | Kind::SeveralOf(options) = &mut fact.kind {
            options.retain(|choice| choice.id != "city_little_giant");
        }
        if let ("fleet", Kind::Rows(columns)) = (fact.id.as_str(), &mut fact.kind) {
            columns.remove(0);
        }
    });
    let found = read(&newer, &link).unwrap();
    // Industry, two years of revenue, the only honour, and a column of the fleet.
    assert_eq!(found.left_out, 5);
    let names: Vec<_> = found.drafts.keys().map(|ask| newer.name_of(*ask)).collect();
    assert_eq!(
        names,
        [
            "company.region",
            "manufacturing.projects",
            "company.staff@2025",
            "fleet"
        ]
    );
    let fleet = &found.drafts[&newer.ask_named("fleet").unwrap()];
    let Draft::Rows { rows, more: true } = fleet else {
        panic!("{fleet:?}");
    };
    assert_eq!(rows[1][..2], ["", "200"]);
}

#[test]
fn earlier_names_are_still_read() {
    let sent = filled();
    let renamed = |id: &mut String, was: &mut Vec<String>| {
        was.push(std::mem::take(id));
        *id = format!("new_{}", was[0]);
    };
    let newer = other(|fact| {
        renamed(&mut fact.id, &mut fact.was);
        match &mut fact.kind {
            Kind::OneOf(options) | Kind::SeveralOf(options) => {
                for choice in options {
                    renamed(&mut choice.id, &mut choice.was);
                }
            }
            Kind::Rows(columns) => {
                for column in columns {
                    renamed(&mut column.id, &mut column.was);
                }
            }
            _ => {}
        }
    });
    let found = read(&newer, &sent.to_fragment()).unwrap();
    assert_eq!(found.left_out, 0);
    assert_eq!(found.drafts.len(), sent.drafts().len());
    assert_eq!(found.drafts[&ask("fleet")], sent.drafts()[&ask("fleet")]);
    let honours = Draft::Picks(vec!["new_city_little_giant".into()]);
    assert_eq!(found.drafts[&ask("honours")], honours);
}

/// Fails where two names have one key.
fn apart<'n>(names: impl Iterator<Item = &'n str>, bits: u32) {
    let mut keys = BTreeSet::new();
    for name in names {
        assert!(
            keys.insert(key(name, bits)),
            "{name} has the key of another"
        );
    }
}

#[test]
fn no_two_names_of_the_catalogue_have_one_key() {
    let choices = |kind: &'static Kind| {
        let names = options(kind)
            .iter()
            .flat_map(|choice| choice.was.iter().chain([&choice.id]));
        apart(names.map(String::as_str), NAME_BITS);
    };
    let facts = &questionnaire().facts;
    let names = facts
        .iter()
        .flat_map(|fact| fact.was.iter().chain([&fact.id]));
    apart(names.map(String::as_str), FACT_BITS);
    for fact in facts {
        choices(&fact.kind);
        apart(fact.columns().iter().flat_map(Column::names), NAME_BITS);
        fact.columns()
            .iter()
            .for_each(|column| choices(&column.kind));
    }
}

/// What a person might type: what is meant, and anything.
fn typed_by_chance(rng: &mut Rng, kind: &Kind) -> String {
    let number = rng.u32(0..20_000_000);
    let any = [
        "",
        "长",
        " 12 ",
        "１，２００",
        "3000万元",
        "-0.5%",
        "🙂",
        "<b>",
        "a\nb",
        "2026-2-30",
    ];
    let region = || {
        let regions: Vec<_> = questionnaire().regions.answers().collect();
        questionnaire()
            .regions
            .full_name(regions[number as usize % regions.len()].code)
    };
    match kind {
        _ if rng.u8(0..10) == 0 => any[rng.usize(0..any.len())].to_owned(),
        Kind::OneOf(options) | Kind::SeveralOf(options) => {
            options[rng.usize(0..options.len())].id.clone()
        }
        Kind::YesNo => ["yes", "no"][rng.usize(0..2)].to_owned(),
        Kind::Region => region(),
        Kind::Date => format!("2026-{:02}-{:02}", number % 12 + 1, number % 28 + 1),
        Kind::Quantity(measured) => match number % 3 {
            0 => (number % 300).to_string(),
            1 => format!("{}.{}", number / 100, number % 100),
            _ => format!("{}{}", number % 5000, measured.shown),
        },
        Kind::Rows(_) => String::new(),
    }
}

fn draft_by_chance(rng: &mut Rng, kind: &Kind) -> Draft {
    match kind {
        _ if rng.u8(0..12) == 0 => Draft::Unsure,
        Kind::SeveralOf(options) => {
            let taken = options.iter().filter(|_| rng.bool());
            Draft::Picks(taken.map(|choice| choice.id.clone()).collect())
        }
        Kind::Rows(columns) => {
            let rows = 0..rng.usize(0..6);
            let rows = rows.map(|_| {
                let cells = columns.iter().map(|column| match rng.u8(0..5) {
                    0 => String::new(),
                    _ => typed_by_chance(rng, &column.kind),
                });
                cells.collect()
            });
            Draft::Rows {
                rows: rows.collect(),
                more: rng.bool(),
            }
        }
        kind => Draft::Text(typed_by_chance(rng, kind)),
    }
}

fn session_by_chance(rng: &mut Rng) -> Session {
    let mut session = session();
    let share = rng.u8(0..=100);
    let mut drafts = Drafts::new();
    for (fact, described) in questionnaire().ids() {
        let years: Vec<_> = match described.per_year {
            true => (2023..=2029).map(Some).collect(),
            false => vec![None],
        };
        for year in years {
            if rng.u8(0..100) < share {
                drafts.insert(Ask { fact, year }, draft_by_chance(rng, &described.kind));
            }
        }
    }
    session.take_over(drafts);
    for topic in Topic::ALL {
        session.apply(Action::Open(topic, rng.bool()));
    }
    if rng.bool() {
        let day = Date::new(rng.i16(2020..2027), rng.i8(1..13), rng.i8(1..29));
        session.apply(Action::Date(day.unwrap().to_string()));
    }
    session
}

#[test]
fn a_thousand_random_answer_sets_come_back_exactly() {
    let mut rng = Rng::with_seed(20_261_122);
    let mut answered = 0;
    let mut sets = 0;
    while sets < 1000 {
        let sent = session_by_chance(&mut rng);
        let link = sent.to_fragment();
        if link.len() > LONGEST {
            let error = session().restore_fragment(&link);
            assert_eq!(error, Err(LinkError::TooLong));
            continue;
        }
        let mut opened = session();
        let restored = opened.restore_fragment(&link);
        assert_eq!(restored, Ok(Restored { left_out: 0 }));
        assert_eq!(opened.to_json(), sent.to_json());
        assert_eq!(opened.answers(), sent.answers());
        assert_eq!(
            (opened.date(), opened.topics()),
            (sent.date(), sent.topics())
        );
        assert_eq!(opened.to_fragment(), link);
        answered += opened.answers().0.len();
        sets += 1;
    }
    assert!(answered > 50 * sets, "{answered}");
}

#[test]
fn rows_where_no_list_is_asked_for_are_left_out() {
    let mut session = session();
    let file = r#"{"company.region":{"rows":[]},"operator.main_base":"长沙"}"#;
    assert_eq!(session.restore_file(file), Ok(Vec::new()));
    let link = session.to_fragment();
    let mut opened = crate::session::testing::session();
    assert_eq!(opened.restore_fragment(&link), Ok(Restored { left_out: 0 }));
    assert_eq!(opened.drafts().len(), 1);
}

/// A code with one answer, as its bytes say.
fn with_answer(answer: &[u8]) -> String {
    let mut out = Writer::default();
    section(&mut out, ANSWERS, answer);
    Session::fragment_of(out.0)
}

#[test]
fn more_rows_than_can_be_shown_are_refused() {
    let code = |count: usize| {
        let mut out = Writer(vec![ROWS]);
        out.key(key("fleet", FACT_BITS), FACT_BITS);
        out.count(1);
        out.key(key("hours", NAME_BITS), NAME_BITS);
        out.count(count);
        out.0.extend(vec![0; count]);
        with_answer(&out.0)
    };
    assert!(session().restore_fragment(&code(MOST)).is_ok());
    assert_eq!(refused(&code(MOST + 1)), LinkError::Broken);
}

#[test]
fn a_year_that_no_answer_can_be_for_is_left_out() {
    let mut out = Writer(vec![TEXT | HAS_YEAR]);
    out.key(key("company.staff", FACT_BITS), FACT_BITS);
    out.year(i16::MAX);
    out.text(&Text::Typed("7".into()), NAME_BITS);
    let mut opened = session();
    let restored = opened.restore_fragment(&with_answer(&out.0));
    assert_eq!(restored, Ok(Restored { left_out: 1 }));
    assert!(opened.drafts().is_empty());
}
