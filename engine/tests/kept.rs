//! What answers kept or written for an earlier catalogue go by: earlier names of facts, and the
//! hashes of programs.

mod good;

use good::good;
use policy_engine::author::answers::{self, AnswerFile};
use policy_engine::author::node::File;
use policy_engine::author::{self, Sources};
use policy_engine::catalog::Catalog;
use policy_engine::form::{Written, written};
use policy_engine::translation::translated;

fn read(sources: &Sources) -> Catalog {
    author::read(sources).unwrap_or_else(|mistakes| {
        let words: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", words.join("\n"));
    })
}

/// A file with one text in place of another, which must be there.
fn with(file: &mut (String, String), old: &str, new: &str) {
    assert!(file.1.contains(old), "{old}");
    file.1 = file.1.replace(old, new);
}

/// The programs whose hash is another after a change, and whether the catalogue's is.
fn changed(change: impl Fn(&mut Sources)) -> (Vec<String>, bool) {
    let mut sources = good();
    let before = read(&sources);
    change(&mut sources);
    let after = read(&sources);
    let pairs = before.programs().zip(after.programs());
    let differs = pairs.filter(|((_, old), (_, new))| old.hash != new.hash);
    let ids = differs.map(|((_, old), _)| old.id.clone()).collect();
    (ids, before.hash != after.hash)
}

/// The programs that a change concerns; every change concerns the catalogue.
fn concerned(change: impl Fn(&mut Sources)) -> Vec<String> {
    let (ids, catalogue) = changed(change);
    assert!(catalogue);
    ids
}

const NONE: [&str; 0] = [];

#[test]
fn the_same_files_have_the_same_hashes_wherever_they_are_read() {
    let crlf = |sources: &mut Sources| {
        for (_, text) in &mut sources.documents {
            *text = text.replace('\n', "\r\n");
        }
    };
    assert_eq!(changed(crlf), (vec![], false));
    let catalog = read(&good());
    // Known numbers: a machine that reckons others would tell every reader of changes.
    let hours = catalog.programs().next().expect("a program").1;
    assert_eq!(format!("{:016x}", hours.hash), "2604b8bbefc95456");
}

#[test]
fn a_fact_or_option_more_changes_no_hash_of_a_program() {
    let more = |sources: &mut Sources| {
        with(
            &mut sources.facts,
            "[[fact]]\nid = \"base\"",
            "[[fact]]\nid = \"own\"\ngroup = \"company\"\nkind = \"yes_no\"\nask = \"？\"\nlabel = \"自有\"\n\n[[fact]]\nid = \"base\"",
        );
        with(
            &mut sources.facts,
            "options = [{ id = \"flight\"",
            "options = [{ id = \"school\", label = \"培训\" }, { id = \"flight\"",
        );
        with(
            &mut sources.documents[2],
            "{ first_year =",
            "{ not = { fact = \"own\", is = true } }, { first_year =",
        );
    };
    assert_eq!(concerned(more), ["good-research"]);
}

#[test]
fn a_figure_changes_the_hash_of_its_program_alone() {
    let price = |sources: &mut Sources| with(&mut sources.documents[0], "500元/小时", "600元/小时");
    assert_eq!(concerned(price), ["good-hours"]);
    let quote =
        |sources: &mut Sources| with(&mut sources.documents[1], "40万元,增加", "40万元，增加");
    let awards = ["good-first-award", "good-second-award"];
    assert_eq!(concerned(quote), awards);
    let shared_cap = |sources: &mut Sources| with(&mut sources.documents[1], "60万元", "65万元");
    assert_eq!(concerned(shared_cap), awards);
    let until = |sources: &mut Sources| with(&mut sources.documents[0], "2029-06-30", "2028-06-30");
    assert_eq!(concerned(until), ["good-hours"]);
}

#[test]
fn a_shared_figure_or_definition_changes_the_programs_that_use_it() {
    let scale = |sources: &mut Sources| {
        with(
            &mut sources.measures,
            "at_least = \"1亿元\"",
            "over = \"1亿元\"",
        );
    };
    assert_eq!(concerned(scale), ["good-rating", "good-first-award"]);
    let nested = |sources: &mut Sources| {
        with(
            &mut sources.measures,
            "fact = \"cost\"\nyear = \"本年度\"",
            "fact = \"cost\"\nyear = \"上一年度\"",
        );
    };
    assert_eq!(concerned(nested), ["good-rating"]);
    let defined = |sources: &mut Sources| {
        with(
            &mut sources.documents[0],
            "column = \"fleet.hours\"\nat_least",
            "column = \"fleet.hours\"\nover",
        );
    };
    assert_eq!(concerned(defined), ["good-hours"]);
}

#[test]
fn words_for_the_reader_and_the_order_of_keys_change_no_hash_of_a_program() {
    let words = |sources: &mut Sources| {
        let flight = &mut sources.documents[0];
        with(flight, "小时补助", "飞行小时补助");
        with(
            flight,
            "says = \"基地在湖南\"",
            "says = \"主运行基地在湖南\"",
        );
        with(flight, "哪些小时计入", "小时怎样计");
        with(
            flight,
            "paid     = \"yearly\"\nfunding  = \"省财政\"",
            "funding  = \"财政\" # 省级\npaid = \"yearly\"",
        );
    };
    assert_eq!(concerned(words), NONE);
}

#[test]
fn a_new_name_for_the_same_fact_changes_no_hash_of_a_program() {
    let names = |sources: &mut Sources| {
        let facts = &mut sources.facts;
        with(
            facts,
            "id = \"size\"",
            "id = \"company.size\"\nwas = [\"size\"]",
        );
        with(
            facts,
            "id = \"fleet\"",
            "id = \"planes\"\nwas = [\"fleet\"]",
        );
        with(facts, "id = \"mass\"", "id = \"weight\"\nwas = [\"mass\"]");
        with(
            facts,
            "{ id = \"small\"",
            "{ id = \"little\", was = [\"small\"]",
        );
        let others = [&mut sources.measures, &mut sources.industries];
        for file in sources.documents.iter_mut().chain(others) {
            file.1 = file.1.replace("\"fleet", "\"planes");
            file.1 = file.1.replace(".mass\"", ".weight\"");
            file.1 = file.1.replace("\"size\"", "\"company.size\"");
            file.1 = file.1.replace("\"small\"", "\"little\"");
            file.1 = file.1.replace("small =", "little =");
        }
    };
    assert_eq!(concerned(names), NONE);
}

fn answered(catalog: &Catalog, text: &str) -> Result<AnswerFile, String> {
    let file = File {
        name: "a.toml",
        text,
    };
    let explain = |error: &_| format!("{error:?}");
    let read = answers::read(file, &catalog.questionnaire, &explain);
    read.map_err(|mistake| mistake.to_string())
}

#[test]
fn an_answer_file_may_use_earlier_names() {
    let catalog = read(&good());
    let now = "base = \"长沙市\"\nbusiness = [\"site\"]\nfleet = [{ mass = \"1吨\", hours = \"20小时\" }]\n";
    let then = "main_base = \"长沙市\"\nbusiness = [\"landing\"]\nfleet = [{ mass = \"1吨\", flight_hours = \"20小时\" }]\n";
    let now = answered(&catalog, now);
    assert_eq!(now.as_ref().map(|file| file.answers.0.len()), Ok(3));
    assert_eq!(answered(&catalog, then), now);
    let nested = then.replace("main_base", "company.base");
    assert_eq!(answered(&catalog, &nested), now);
}

#[test]
fn a_name_may_be_the_first_part_of_an_earlier_one() {
    let mut sources = good();
    with(&mut sources.facts, "\"company.base\"", "\"base.main\"");
    let catalog = read(&sources);
    let then = answered(&catalog, "[base]\nmain = \"长沙市\"\n");
    assert_eq!(then, answered(&catalog, "base = \"长沙市\"\n"));
    assert!(then.is_ok());
}

#[test]
fn one_question_answered_by_two_names_is_refused() {
    let catalog = read(&good());
    let twice = answered(&catalog, "base = \"长沙市\"\nmain_base = \"湖南省\"\n");
    assert_eq!(
        twice,
        Err("a.toml:2:13: `base` 用新旧两个名称各答了一次，应只写一次".into())
    );
    let cell = answered(
        &catalog,
        "fleet = [{ hours = \"1小时\", flight_hours = \"2小时\" }]\n",
    );
    assert!(cell.is_err_and(|message| message.starts_with("a.toml:1:27: 不认识 `flight_hours`")));
}

#[test]
fn a_mistake_in_a_cell_by_an_earlier_name_stands_at_it() {
    let catalog = read(&good());
    let wrong = answered(&catalog, "fleet = [{ flight_hours = \"很多\" }]\n");
    assert!(wrong.is_err_and(|message| message.starts_with("a.toml:1:27: ")));
}

#[test]
fn what_is_written_names_each_answer_and_each_filled_cell() {
    let catalog = read(&good());
    let text = "base = \"长沙市\"\nbusiness = [\"site\"]\nrecognised = \"不清楚\"\ncost.2025 = \"7元\"\n[fleet]\nrows = [{ mass = \"1吨\" }, { hours = \"20小时\" }]\nmore = true\n";
    let file = answered(&catalog, text).expect("good answers");
    let told = |(name, written): (String, Written)| {
        let told = match written {
            Written::Unsure(()) => "unsure".to_owned(),
            Written::Text(text) => text.to_owned(),
            Written::Picks(picks) => picks.join("+"),
            Written::Rows { rows, more } => format!("{rows:?} {more}"),
        };
        (name, told)
    };
    let written = written(&catalog.questionnaire, &file.drafts);
    let written: Vec<_> = written.into_iter().map(told).collect();
    let expected = [
        ("base", "长沙市"),
        ("business", "site"),
        ("cost@2025", "7元"),
        ("fleet", r#"[{"mass": "1吨"}, {"hours": "20小时"}] true"#),
        ("recognised", "unsure"),
    ];
    let expected = expected.map(|(name, told)| (name.to_owned(), told.to_owned()));
    assert_eq!(written, expected);
}

#[test]
fn a_translation_replaces_texts_and_keeps_what_it_has_none_for() {
    let catalog = read(&good());
    let english = translated(catalog.clone(), vec!["Company".to_owned()]);
    assert_eq!(english.questionnaire.groups[0].title, "Company");
    assert_eq!(english.questionnaire.facts, catalog.questionnaire.facts);
    assert_eq!(english.policies, catalog.policies);
    assert_eq!(english.hash, catalog.hash);
}
