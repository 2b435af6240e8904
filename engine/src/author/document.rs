//! A policy document's file.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::author::facts::region_code;
use crate::author::hash;
use crate::author::node::{File, Mistake, Node, Table};
use crate::author::program::{cited, program};
use crate::author::scope::{Scope, Shared, figure, index_of, unknown};
use crate::policy::cumulation::{Cumulation, Kind};
use crate::policy::late::Late;
use crate::policy::{
    Checked, Clause, Confidence, Coverage, Covered, LeftOut, Policy, Program, Words,
};
use crate::quantity::Quantity;
use crate::questionnaire::Questionnaire;
use crate::unit::Unit;

/// Reads a policy document; `id` is its file without folder root and ending, `taken` the ids of the
/// programs of all documents so far.
pub fn policy(
    id: &str,
    file: File,
    questionnaire: &Questionnaire,
    shared: &[Shared],
    taken: &mut BTreeSet<String>,
) -> Result<Policy, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let scope = Scope {
        questionnaire,
        list: None,
        defined: root.get("define"),
        shared,
    };
    let effective = root.need("effective")?.table()?;
    let checked = root.need("checked")?.table()?;
    let region = root.need("region")?;
    let clauses = clauses(&root)?;
    let programs = root.tables("program")?.into_iter();
    let programs = programs.map(|table| program(table, &clauses, scope, taken));
    let mut programs = programs.collect::<Result<Vec<_>, _>>()?;
    hash::programs(&root, scope, &clauses, &mut programs)?;
    let policy = Policy {
        id: id.to_owned(),
        title: root.text("title")?,
        document: root.text_if("document")?,
        authority: root.text("authority")?,
        region: region_code(region, region.text()?)?,
        from: effective.get("from").map(date).transpose()?,
        until: effective.get("until").map(date).transpose()?,
        checked: Checked {
            on: date(checked.need("on")?)?,
            how: checked.text("how")?,
        },
        notes: Late::all(root.texts("notes")?),
        coverage: coverage(root.tables("coverage")?, &programs)?,
        cumulation: cumulation(root.tables("cumulation")?, &programs, &clauses)?,
        programs,
        clauses,
    };
    check_coverage(&root, &policy)?;
    if questionnaire.regions.get(policy.region).is_none() {
        return Err(region.wrong("regions.toml 里没有这个地区"));
    }
    effective.finish()?;
    checked.finish()?;
    root.finish()?;
    Ok(policy)
}

/// A day.
pub fn date(node: Node) -> Result<Date, Mistake> {
    let text = node.text()?;
    text.parse()
        .map_err(|_| node.wrong(format!("“{text}”不是日期，应形如 2024-07-01")))
}

/// What a shared figure can cite of a document.
pub struct Heading {
    /// Its file.
    pub id: String,
    /// 发文字号, or its title where it has none.
    pub name: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// Reads the heading of a document.
pub fn heading(id: &str, file: File) -> Result<Heading, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let number = root.text_if("document")?;
    Ok(Heading {
        id: id.to_owned(),
        name: number.map_or_else(|| root.text("title"), Ok)?,
        clauses: clauses(&root)?,
    })
}

fn clauses(root: &Table) -> Result<Vec<Clause>, Mistake> {
    let Some(node) = root.get("clause") else {
        return Ok(Vec::new());
    };
    let clauses = node.table()?.named().into_iter().map(|(id, node)| {
        let table = node.table()?;
        let clause = Clause {
            id: id.to_owned(),
            at: table.text("at")?,
            words: words(&table)?,
            confidence: table
                .get("confidence")
                .map_or(Ok(Confidence::Full), |node| {
                    word(
                        node,
                        &[
                            ("full", Confidence::Full),
                            ("excerpt", Confidence::Excerpt),
                            ("unverified", Confidence::Unverified),
                        ],
                    )
                })?,
            responsible: Late::all(table.texts("responsible")?),
        };
        table.finish()?;
        Ok(clause)
    });
    clauses.collect()
}

/// A clause has a quote, or a paraphrase and what that rests on.
fn words(table: &Table) -> Result<Words, Mistake> {
    match (table.text_if("quote")?, table.text_if("paraphrase")?) {
        (Some(quote), None) => Ok(Words::Quote(quote.into())),
        (None, Some(text)) => Ok(Words::Paraphrase {
            text: text.into(),
            basis: table.text("basis")?.into(),
        }),
        _ => Err(table.wrong("条款应有 `quote`（原文）或 `paraphrase`（转述），二者取一")),
    }
}

/// Every clause of the document: the programs that model it, or why none does.
fn coverage(tables: Vec<Table>, programs: &[Program]) -> Result<Vec<Covered>, Mistake> {
    let covered = tables.into_iter().map(|table| {
        let how = match table.get("programs") {
            Some(node) => {
                let ids = node.texts()?;
                let known = |id: &&String| programs.iter().any(|program| program.id == **id);
                if let Some(id) = ids.iter().find(|id| !known(id)) {
                    let names = programs.iter().map(|program| program.id.as_str());
                    return Err(node.wrong(unknown("项目", id, names)));
                }
                Coverage::Programs(ids)
            }
            None => Coverage::Left(
                word(
                    table.need("left_out")?,
                    &[
                        ("information", LeftOut::Information),
                        ("others", LeftOut::Others),
                        ("open", LeftOut::Open),
                        ("not_in_copy", LeftOut::NotInCopy),
                        ("excluded", LeftOut::Excluded),
                    ],
                )?,
                table.text("because")?.into(),
            ),
        };
        let covered = Covered {
            at: table.text("at")?.into(),
            how,
        };
        table.finish()?;
        Ok(covered)
    });
    covered.collect()
}

/// `[[cumulation]]`: programs of the document that exclude each other or share a cap.
fn cumulation(
    tables: Vec<Table>,
    programs: &[Program],
    clauses: &[Clause],
) -> Result<Vec<Cumulation>, Mistake> {
    let all = tables.into_iter().map(|table| {
        let node = table.need("programs")?;
        let ids = || programs.iter().map(|program| program.id.as_str());
        let members = node.list()?.into_iter().map(|node| {
            let index = index_of(node, "项目", ids())?;
            u8::try_from(index).map_err(|_| node.wrong("项目太多"))
        });
        let members = members.collect::<Result<Vec<u8>, _>>()?;
        let alike = |a: &Program, b: &Program| a.paid == b.paid && a.is_ceiling() == b.is_ceiling();
        let of = |index: u8| &programs[usize::from(index)];
        if members.len() < 2
            || members
                .windows(2)
                .any(|pair| !alike(of(pair[0]), of(pair[1])))
        {
            return Err(node.wrong("应为两个以上发放方式相同、金额算法相同（或都只有上限）的项目"));
        }
        let clause = table.get("cite").map(|node| cited(node, clauses));
        let clause = clause.transpose()?.and_then(|cited| cited.first().copied());
        let kind = table.need("kind")?;
        let kind = match kind.text()? {
            "shared_cap" => Kind::SharedCap(shared_cap(&table, clause, clauses)?),
            _ => word(
                kind,
                &[
                    ("sum", &Kind::Sum),
                    ("highest", &Kind::Highest),
                    ("one_of", &Kind::OneOf),
                ],
            )?
            .clone(),
        };
        let cumulation = Cumulation {
            kind,
            programs: members,
            clause,
            says: table.text("says")?,
        };
        table.finish()?;
        Ok(cumulation)
    });
    all.collect()
}

/// The cap that programs share stands in the clause that it is cited from.
fn shared_cap(table: &Table, clause: Option<u8>, clauses: &[Clause]) -> Result<Quantity, Mistake> {
    let node = table.need("cap")?;
    let cap = figure(node)?;
    let stated = clause.is_some_and(|clause| clauses[usize::from(clause)].states(&cap.text));
    if stated && cap.unit == Unit::YUAN {
        Ok(cap)
    } else {
        Err(node.wrong("合计封顶应为所引条款（cite）原文里的金额"))
    }
}

/// Every program stands in the coverage table.
fn check_coverage(root: &Table, policy: &Policy) -> Result<(), Mistake> {
    let covered = |program: &&Program| {
        policy.coverage.iter().any(|covered| match &covered.how {
            Coverage::Programs(ids) => ids.contains(&program.id),
            Coverage::Left(..) => false,
        })
    };
    match policy.programs.iter().find(|program| !covered(program)) {
        None => Ok(()),
        Some(program) => Err(root.wrong(format!("[[coverage]] 里没有项目 `{}`", program.id))),
    }
}

/// One of some words, each with what it stands for.
pub fn word<T: Copy>(node: Node, words: &[(&str, T)]) -> Result<T, Mistake> {
    let name = node.text()?;
    let found = words.iter().find(|(word, _)| *word == name);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names = words.iter().map(|(word, _)| *word);
        node.wrong(unknown("取值", name, names))
    })
}
