//! `policy screen`: many enterprises in a table, each with what it gets.

use std::fs;
use std::path::{Path, PathBuf};

use csv::{ReaderBuilder, StringRecord};
use policy_benches::by_hand::{self, Due};
use policy_benches::screen::{DAY, SCREEN, Screen};
use policy_benches::table::table;
use policy_benches::work::{answered, drawn};

use crate::{policy, prints, refuses, text};

/// How many random enterprises are held against amounts worked out by hand.
const ENTERPRISES: usize = 2_000;

/// A table of the test's own.
fn file(name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.csv"));
    fs::write(&path, text).expect("the folder for tests can be written");
    path
}

/// The arguments of a call on a day, for some programs.
fn call<'a>(path: &'a Path, only: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    let path = path.to_str().expect("a path in UTF-8");
    let mut arguments = vec!["screen", path, "--on", "2026-11-21"];
    arguments.extend(only.iter().flat_map(|id| ["--only", id]));
    arguments.extend(more);
    arguments
}

/// The lines of a table, without the mark.
fn lines(table: &str) -> Vec<&str> {
    table.trim_start_matches('\u{feff}').lines().collect()
}

/// 3 t and 64.1 hours at 2000 元, 1 t and 35.9 hours at 500 元: 128,200 + 17,950 = 146,150 元.
const TABLE: &str = "\
企业,aviation.business,operator.main_base,fleet.1.max_takeoff_mass,fleet.1.hours,fleet.2.max_takeoff_mass,fleet.2.hours,fleet
湘一,传统通用航空飞行,长沙市,3吨,64.1,1,35.9小时,
湘二,general_aviation;landing_sites,430100,,,,,没有
\"=三,四\",general_aviation,湖南,,,,,
冀五,都没有,河北,,,,,
";

#[test]
fn each_enterprise_has_a_line_for_each_program_that_it_may_get() {
    let path = file("screened", TABLE);
    let printed = prints(&call(&path, &["general-aviation-hours"], &[]));
    let program = "general-aviation-hours,传统通航运营补贴,湘政办发〔2024〕20号";
    assert_eq!(
        lines(&printed),
        [
            "企业,项目编号,项目,文件,结论,最低金额（元）,最高金额（元）",
            &format!("湘一,{program},可获得,146150,146150"),
            &format!("\"'=三,四\",{program},还需信息,0,1000000"),
        ]
    );
    let all = prints(&call(&path, &["general-aviation-hours"], &["--all"]));
    assert_eq!(lines(&all)[2], format!("湘二,{program},暂不符合,0,0"));
    assert_eq!(lines(&all).len(), 5);
    // Ids are the same in each language.
    let ids = file("ids", TABLE.replace("传统通用航空飞行", "general_aviation"));
    let english = prints(&call(&ids, &["general-aviation-hours"], &["--lang", "en"]));
    assert!(lines(&english)[0].starts_with("Enterprise,Program id,"));
    // A mark before the text, as editors of Windows put it, is no part of a name.
    let marked = file("marked", format!("\u{feff}{TABLE}"));
    let marked = prints(&call(&marked, &["general-aviation-hours"], &[]));
    assert_eq!(marked, printed);
}

#[test]
fn two_thousand_random_enterprises_get_what_was_worked_out_by_hand() {
    let screen = Screen::new();
    let enterprises = drawn(ENTERPRISES);
    let answers = answered(&screen, &enterprises);
    let path = file("drawn", table(&screen.catalog.questionnaire, &answers));
    let printed = prints(&call(&path, &SCREEN, &["--all"]));
    let mut reader = ReaderBuilder::new().from_reader(printed.as_bytes());
    let records: Vec<StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(records.len(), ENTERPRISES * SCREEN.len());
    let mut paid = 0;
    for record in &records {
        let number: usize = record[0].parse().expect("named by its number");
        let program = SCREEN.iter().position(|id| *id == &record[1]);
        let due = by_hand::screen(&enterprises[number], DAY.year());
        let (low, high) = match due[program.expect("one of SCREEN")] {
            Due::Refused => ("0".to_owned(), "0".to_owned()),
            Due::Paid(amount) => (
                amount.normalize().to_string(),
                amount.normalize().to_string(),
            ),
            Due::UpTo(ceiling) => ("0".to_owned(), ceiling.normalize().to_string()),
        };
        assert_eq!(
            (&record[5], &record[6]),
            (low.as_str(), high.as_str()),
            "{record:?}"
        );
        paid += usize::from(low != "0");
    }
    assert!(paid > ENTERPRISES, "little was compared: {paid}");
}

#[test]
fn an_enterprise_with_a_wrong_answer_is_left_out_and_told() {
    let wrong = TABLE.replace("64.1", "很多").replace("河北", "火星");
    // A number with a comma and no quotation marks.
    let wrong = wrong + "湘六,general_aviation,湖南,1,000,5,,,\n";
    let path = file("wrong", wrong);
    let output = policy(&call(&path, &["general-aviation-hours"], &["--all"]));
    assert_eq!(output.status.code(), Some(1));
    let names: Vec<_> = lines(text(&output.stdout))[1..].to_vec();
    assert_eq!(names.len(), 2);
    assert!(names[0].starts_with("湘二,") && names[1].starts_with("\"'=三,四\","));
    let told: Vec<_> = text(&output.stderr).lines().collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(told[0].contains("3 行"));
    assert!(
        told[1].contains("wrong.csv:2: fleet[1].hours：请填数字"),
        "{told:?}"
    );
    assert!(
        told[2].contains("wrong.csv:5: operator.main_base："),
        "{told:?}"
    );
    assert!(
        told[3].contains("wrong.csv:6: 这一行的格数比表头多"),
        "{told:?}"
    );
}

#[test]
fn a_cell_that_is_not_known_leaves_a_range() {
    // 100 hours at 500 to 3000 元.
    let unsure = "企业,aviation.business,operator.main_base,fleet.1.max_takeoff_mass,fleet.1.hours\n\
        甲,general_aviation,长沙市,不清楚,100\n";
    let path = file("unsure", unsure);
    let printed = prints(&call(&path, &["general-aviation-hours"], &[]));
    assert!(lines(&printed)[1].ends_with(",50000,300000"), "{printed}");
}

#[test]
fn many_wrong_lines_are_counted() {
    let lines = "甲,火星\n".repeat(25);
    let path = file("many", format!("企业,company.region\n{lines}"));
    let output = policy(&call(&path, &[], &[]));
    let told: Vec<_> = text(&output.stderr).lines().collect();
    assert_eq!(told.len(), 22);
    assert!(
        told[0].contains("25 行") && told[21].contains("5 行"),
        "{told:?}"
    );
}

#[test]
fn a_head_that_cannot_be_taken_is_a_mistake() {
    for (name, table, said) in [
        (
            "unknown",
            "企业,company.regoin\n",
            "是不是 company.region？",
        ),
        ("column", "企业,fleet.1.wings\n", "fleet.1.wings"),
        ("row", "企业,fleet.0.hours\n", "fleet.0.hours"),
        (
            "twice",
            "企业,fleet.1.hours,fleet.1.hours\n",
            "fleet.1.hours",
        ),
        ("semicolons", "企业;company.region\n", "逗号"),
        ("empty", "", "逗号"),
    ] {
        let path = file(name, table);
        let message = refuses(&call(&path, &[], &[]));
        assert!(message.contains(said), "{message}");
    }
    // 长沙 as GBK writes it.
    let path = file("gbk", b"name,company.region\nx,\xb3\xa4\xc9\xb3\n");
    let output = policy(&call(&path, &[], &[]));
    assert!(text(&output.stderr).contains("gbk.csv:2: 不是 UTF-8"));
    let path = file("good", TABLE);
    let message = refuses(&call(&path, &["general-aviation-hour"], &[]));
    assert!(
        message.contains("是不是 general-aviation-hours？"),
        "{message}"
    );
}

#[test]
fn the_template_asks_what_the_programs_rest_on() {
    let arguments = ["screen", "--template", "--on", "2026-11-21", "--only"];
    let template = prints(&[&arguments[..], &["little-giant-rd"]].concat());
    let names = "企业,company.region,honours,rd.city_subsidy_received,rd.eligible_cost@2025,revenue.main@2025";
    assert_eq!(lines(&template), [names]);
    let flight = prints(&[&arguments[..], &["general-aviation-hours"]].concat());
    assert!(flight.contains("fleet.1.hours,fleet\r\n"));
    // What it names can be read again.
    let path = file("template", flight);
    assert_eq!(lines(&prints(&call(&path, &[], &[]))).len(), 1);
}
