//! The shape of a case file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::civil::Date;
use policy_engine::author::answers;
use policy_engine::author::node::{File, Mistake, Node, Table};
use policy_engine::fact::Answers;
use policy_engine::quantity::Quantity;
use policy_engine::span::Span;
use policy_wording::error;
use rust_decimal::Decimal;

/// The word for an amount that nothing bounds.
const OPEN: &str = "无封顶";

/// The word for a condition that misses its limit by no distance that can be named.
const NO_GAP: &str = "无";

/// The sums of an assessment, by name.
const TOTALS: [&str; 4] = ["yearly", "window", "once", "ceilings"];

/// A worked example.
pub struct Case {
    /// The file and line where it stands.
    pub place: String,
    /// What it shows.
    pub name: String,
    /// The assessment date.
    pub on: Date,
    /// How the expected values follow from the clause.
    pub because: String,
    /// The answers.
    pub answers: Answers,
    /// What is expected of programs, by their ids.
    pub expected: BTreeMap<String, Expected>,
    /// Whether every program that is not named is refused, or cannot be applied for on the day.
    pub rest_refused: bool,
    /// What is expected of the sums, by their names.
    pub totals: Vec<(&'static str, Span)>,
}

/// What a case expects of a program; what is absent is not compared.
#[derive(Default)]
pub struct Expected {
    /// `State::id`.
    pub state: Option<String>,
    /// The amount in the year of the assessment.
    pub amount: Option<Span>,
    /// The amount before the cap.
    pub before_cap: Option<Span>,
    /// The amounts of several calendar years.
    pub years: Vec<(i16, Span)>,
    /// The amount under each other reading, in the order of the program's readings.
    pub readings: Option<Vec<Span>>,
    /// The class found by the first condition that asks for one: 中型, or 中型或小型 while open.
    pub class: Option<String>,
    /// The shared figures that the program shows, by their ids.
    pub shows: Vec<(String, Span)>,
    /// The names of the places still open.
    pub needs: Option<Vec<String>>,
    /// How far the first number that misses its limit is from it, in base units, if it is said.
    pub gap: Option<Option<Decimal>>,
}

/// Every case of the repository, read once.
pub fn all() -> &'static [Case] {
    static ALL: LazyLock<Vec<Case>> = LazyLock::new(read_all);
    &ALL
}

fn read_all() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut paths = Vec::new();
    collect(&root.join("policies"), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&root).unwrap_or(path).to_string_lossy();
        let text = fs::read_to_string(path).expect("a case file can be read");
        let file = File {
            name: &name,
            text: &text,
        };
        cases(file).unwrap_or_else(|mistake| panic!("{mistake}"))
    };
    paths.iter().flat_map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of policies can be read") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.to_string_lossy().ends_with(".cases.toml") {
            paths.push(path);
        }
    }
}

/// Reads the cases of a file.
fn cases(file: File) -> Result<Vec<Case>, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let mut cases = Vec::new();
    for node in root
        .get("table")
        .map_or_else(|| Ok(Vec::new()), Node::list)?
    {
        cases.extend(rows(node)?);
    }
    for table in root.tables("case")? {
        cases.push(case(table)?);
    }
    root.finish()?;
    Ok(cases)
}

/// Many short cases in one table: a row holds an answer for each column, empty where it is not
/// given and `answers` does not hold for all, and last what is expected of one program.
fn rows(node: Node) -> Result<Vec<Case>, Mistake> {
    let questionnaire = &policy_catalog::catalog().questionnaire;
    let table = node.table()?;
    let (name, because) = (table.text("name")?, table.text("because")?);
    let on = table.need("on")?;
    let on: Date = on.text()?.parse().map_err(|_| on.wrong("not a date"))?;
    let program = table.need("program")?;
    let program = known(program.text()?, program)?;
    let columns = table.need("columns")?.list()?;
    let expect = table.need("expect")?;
    let common = match table.get("answers") {
        Some(node) => answers::read_table(&node.table()?, questionnaire, &error::message)?,
        None => Answers::default(),
    };
    let shown = table.text_if("shown")?;
    let cases = table.need("rows")?.list()?.into_iter().map(|row| {
        let cells = row.list()?;
        let [entries @ .., last] = &cells[..] else {
            return Err(row.wrong("a row holds answers and what is expected"));
        };
        if entries.len() != columns.len() {
            return Err(row.wrong("a row holds an answer for each column"));
        }
        let mut answers = common.clone();
        for (column, entry) in columns.iter().zip(entries) {
            if entry.text()?.is_empty() {
                continue;
            }
            let ask = questionnaire.ask_named(column.text()?);
            let ask = ask.ok_or_else(|| column.wrong("no such question"))?;
            answers::read_answer(*entry, ask, questionnaire, &error::message, &mut answers)?;
        }
        let mut expected = Expected::default();
        match (expect.text()?, &shown) {
            ("shown", Some(shown)) => expected.shows.push((shown.clone(), span(*last)?)),
            ("class", None) => expected.class = Some(last.text()?.to_owned()),
            ("state", None) => expected.state = Some(last.text()?.to_owned()),
            ("amount", None) => expected.amount = Some(span(*last)?),
            _ => return Err(expect.wrong("class, state, amount, or shown with its `shown`")),
        }
        let at = row.wrong("");
        let texts: Vec<_> = entries
            .iter()
            .map(|node| node.text())
            .collect::<Result<_, _>>()?;
        Ok(Case {
            place: format!("{}:{}", at.file, at.line),
            name: format!("{name}：{}", texts.join(" ")),
            on,
            because: because.clone(),
            answers,
            expected: BTreeMap::from([(program.clone(), expected)]),
            rest_refused: false,
            totals: Vec::new(),
        })
    });
    let cases = cases.collect();
    table.finish()?;
    cases
}

fn case(table: Table) -> Result<Case, Mistake> {
    let questionnaire = &policy_catalog::catalog().questionnaire;
    let on = table.need("on")?;
    let answers = table.need("answers")?.table()?;
    let expected = table.need("expect")?.table()?.named().into_iter();
    let totals = match table.get("totals") {
        Some(node) => totals(node.table()?)?,
        None => Vec::new(),
    };
    let place = table.wrong("");
    let case = Case {
        place: format!("{}:{}", place.file, place.line),
        name: table.text("name")?,
        on: on.text()?.parse().map_err(|_| on.wrong("not a date"))?,
        because: table.text("because")?,
        rest_refused: table.get("rest_refused").map_or(Ok(false), Node::truth)?,
        answers: answers::read_table(&answers, questionnaire, &error::message)?,
        expected: expected
            .map(|(program, node)| Ok((known(program, node)?, expectation(node.table()?)?)))
            .collect::<Result<_, _>>()?,
        totals,
    };
    table.finish()?;
    Ok(case)
}

/// The id of a program that there is.
fn known(program: &str, at: Node) -> Result<String, Mistake> {
    let mut programs = policy_catalog::catalog().programs();
    if programs.any(|(_, known)| known.id == program) {
        Ok(program.to_owned())
    } else {
        Err(at.wrong(format!("no program `{program}`")))
    }
}

fn totals(table: Table) -> Result<Vec<(&'static str, Span)>, Mistake> {
    let mut totals = Vec::new();
    for name in TOTALS {
        if let Some(node) = table.get(name) {
            totals.push((name, span(node)?));
        }
    }
    table.finish()?;
    Ok(totals)
}

fn expectation(table: Table) -> Result<Expected, Mistake> {
    let low_to_high = match (table.get("low"), table.get("high")) {
        (Some(low), Some(high)) => Some(Span {
            low: yuan(low)?,
            high: high_end(high)?,
        }),
        (None, None) => None,
        _ => return Err(table.wrong("`low` and `high` go together")),
    };
    let amount = table.get("amount").map(span).transpose()?;
    let years = table.get("years").map_or_else(
        || Ok(Vec::new()),
        |node| node.table()?.named().into_iter().map(year).collect(),
    );
    let readings = table.get("readings").map(|node| {
        let readings = node.list()?.into_iter().map(span);
        readings.collect::<Result<Vec<_>, _>>()
    });
    let shows = table.get("shows").map_or_else(
        || Ok(Vec::new()),
        |node| node.table()?.named().into_iter().map(shown).collect(),
    );
    let gap = table.get("gap").map(gap);
    let expected = Expected {
        state: table.text_if("state")?,
        amount: amount.or(low_to_high),
        before_cap: table.get("before_cap").map(span).transpose()?,
        years: years?,
        readings: readings.transpose()?,
        class: table.text_if("class")?,
        shows: shows?,
        needs: table.get("needs").map(Node::texts).transpose()?,
        gap: gap.transpose()?,
    };
    table.finish()?;
    Ok(expected)
}

fn gap(node: Node) -> Result<Option<Decimal>, Mistake> {
    if node.text()? == NO_GAP {
        Ok(None)
    } else {
        Ok(Some(quantity(node)?.value))
    }
}

fn year((year, node): (&str, Node)) -> Result<(i16, Span), Mistake> {
    let year = year.parse().map_err(|_| node.wrong("not a year"))?;
    Ok((year, span(node)?))
}

fn shown((id, node): (&str, Node)) -> Result<(String, Span), Mistake> {
    Ok((id.to_owned(), span(node)?))
}

/// An exact amount, or the two ends of a range.
fn span(node: Node) -> Result<Span, Mistake> {
    if !node.is_list() {
        return Ok(Span::exactly(yuan(node)?));
    }
    match node.list()?[..] {
        [low, high] => Ok(Span {
            low: yuan(low)?,
            high: high_end(high)?,
        }),
        _ => Err(node.wrong("an amount, or two: low and high")),
    }
}

fn high_end(node: Node) -> Result<Option<Decimal>, Mistake> {
    if node.text()? == OPEN {
        Ok(None)
    } else {
        yuan(node).map(Some)
    }
}

fn yuan(node: Node) -> Result<Decimal, Mistake> {
    Ok(quantity(node)?.value)
}

fn quantity(node: Node) -> Result<Quantity, Mistake> {
    let text = node.text()?;
    Quantity::read(text).map_err(|error| node.wrong(format!("{text}: {error:?}")))
}
