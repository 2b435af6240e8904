//! A policy document's file.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::author::facts::region_code;
use crate::author::law::{amount, conditions};
use crate::author::node::{File, Mistake, Node, Table};
use crate::author::scope::{Scope, Shared, figure, index_of, unknown};
use crate::policy::condition::Condition;
use crate::policy::cumulation::{Cumulation, Kind};
use crate::policy::measure::Measure;
use crate::policy::parts::Part;
use crate::policy::{
    Alternative, Award, Call, Checked, Clause, Comparison, Confidence, Coverage, Covered, Form,
    LeftOut, Paid, Policy, Program, Reading, Words,
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
    let programs = programs.collect::<Result<Vec<_>, _>>()?;
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
        notes: root.texts("notes")?,
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

fn date(node: Node) -> Result<Date, Mistake> {
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
            responsible: table.texts("responsible")?,
        };
        table.finish()?;
        Ok(clause)
    });
    clauses.collect()
}

/// A clause has a quote, or a paraphrase and what that rests on.
fn words(table: &Table) -> Result<Words, Mistake> {
    match (table.text_if("quote")?, table.text_if("paraphrase")?) {
        (Some(quote), None) => Ok(Words::Quote(quote)),
        (None, Some(text)) => Ok(Words::Paraphrase {
            text,
            basis: table.text("basis")?,
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
                table.text("because")?,
            ),
        };
        let covered = Covered {
            at: table.text("at")?,
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

fn program(
    table: Table,
    clauses: &[Clause],
    scope: Scope,
    taken: &mut BTreeSet<String>,
) -> Result<Program, Mistake> {
    let id = table.need("id")?;
    if !taken.insert(id.text()?.to_owned()) {
        return Err(id.wrong(format!("项目 `{}` 重复", id.text()?)));
    }
    let cited = cited(table.need("cite")?, clauses)?;
    let requires = conditions(table.need("requires")?, scope)?;
    let readings = table.tables("reading")?.into_iter();
    let readings = readings.map(|table| reading(table, &requires, scope));
    let program = Program {
        id: id.text()?.to_owned(),
        title: table.text("title")?,
        form: word(
            table.need("form")?,
            &[
                ("subsidy", Form::Subsidy),
                ("grant", Form::Grant),
                ("reward", Form::Reward),
                ("interest_subsidy", Form::InterestSubsidy),
                ("reimbursement_grant", Form::ReimbursementGrant),
                ("support", Form::Support),
                ("recognition", Form::Recognition),
                ("tax_relief", Form::TaxRelief),
                ("tax", Form::Tax),
            ],
        )?,
        clauses: cited,
        review: word(
            table.need("decided_by")?,
            &[("rule", false), ("review", true)],
        )?,
        paid: word(
            table.need("paid")?,
            &[
                ("once", Paid::Once),
                ("yearly", Paid::Yearly),
                ("unstated", Paid::Unstated),
            ],
        )?,
        funding: table.text_if("funding")?,
        apply: table.text_if("apply")?,
        call: table.get("call").map(call).transpose()?,
        award: award(&table, scope)?,
        shows: shows(&table, scope)?,
        compares: compares(&table, scope)?,
        readings: readings.collect::<Result<_, _>>()?,
        requires,
        not_modelled: table.texts("not_modelled")?,
    };
    check_figures(&table, &program, clauses)?;
    table.finish()?;
    Ok(program)
}

/// The clauses that `cite = "name"` or `cite = ["name", …]` names.
fn cited(node: Node, clauses: &[Clause]) -> Result<Vec<u8>, Mistake> {
    let names = if node.is_list() {
        node.list()?
    } else {
        vec![node]
    };
    let cited = names.into_iter().map(|node| {
        let name = node.text()?;
        let index = clauses.iter().position(|clause| clause.id == name);
        let index = index.ok_or_else(|| {
            let names = clauses.iter().map(|clause| clause.id.as_str());
            node.wrong(unknown("条款", name, names))
        })?;
        u8::try_from(index).map_err(|_| node.wrong("条款太多"))
    });
    cited.collect()
}

/// `call = { says = "…", until = "2026-08-31" }`.
fn call(node: Node) -> Result<Call, Mistake> {
    let table = node.table()?;
    let call = Call {
        says: table.text("says")?,
        until: date(table.need("until")?)?,
    };
    table.finish()?;
    Ok(call)
}

fn word<T: Copy>(node: Node, words: &[(&str, T)]) -> Result<T, Mistake> {
    let name = node.text()?;
    let found = words.iter().find(|(word, _)| *word == name);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names = words.iter().map(|(word, _)| *word);
        node.wrong(unknown("取值", name, names))
    })
}

fn award(table: &Table, scope: Scope) -> Result<Award, Mistake> {
    let money = |key: &str| -> Result<Option<Quantity>, Mistake> {
        let Some(node) = table.get(key) else {
            return Ok(None);
        };
        let figure = figure(node)?;
        if figure.unit == Unit::YUAN {
            Ok(Some(figure))
        } else {
            Err(node.wrong("这里应为金额"))
        }
    };
    let (cap, ceiling) = (money("cap")?, money("ceiling")?);
    let uncapped = table.text_if("uncapped")?;
    match (table.get("amount"), ceiling) {
        (Some(node), None) => Ok(Award::Formula {
            amount: amount(node, scope)?,
            cap,
            uncapped,
        }),
        (None, Some(ceiling)) if cap.is_none() => Ok(Award::Ceiling(ceiling)),
        (None, None) if cap.is_none() => Ok(Award::Unstated),
        _ => Err(table.wrong(
            "金额写法不合：`amount` 可带 `cap`；没有 `amount` 时只可写 `ceiling`，或都不写",
        )),
    }
}

/// `shows = ["name", …]`: shared figures shown beside the program.
fn shows(table: &Table, scope: Scope) -> Result<Vec<Measure>, Mistake> {
    let nodes = table
        .get("shows")
        .map_or_else(|| Ok(Vec::new()), Node::list)?;
    let shown = nodes.into_iter().map(|node| {
        let (name, of) = scope.number(node)?;
        Ok(Measure::Named(Box::new((name.clone(), of.clone()))))
    });
    shown.collect()
}

/// `[[program.compare]]`: the amount in other circumstances.
fn compares(table: &Table, scope: Scope) -> Result<Vec<Comparison>, Mistake> {
    let compares = table.tables("compare")?.into_iter().map(|table| {
        let comparison = Comparison {
            says: table.text("says")?,
            amount: amount(table.need("amount")?, scope)?,
        };
        table.finish()?;
        Ok(comparison)
    });
    compares.collect()
}

/// A reading may only take away conditions that are there, and must change something.
fn reading(table: Table, requires: &[Condition], scope: Scope) -> Result<Reading, Mistake> {
    let other = table.need("alternative")?.table()?;
    let ids = requires
        .iter()
        .filter_map(|condition| condition.id.as_deref());
    for node in other
        .get("without")
        .map_or_else(|| Ok(Vec::new()), Node::list)?
    {
        let id = node.text()?;
        if !ids.clone().any(|known| known == id) {
            return Err(node.wrong(unknown("条件（id）", id, ids)));
        }
    }
    let with = match other.get("with") {
        Some(node) => conditions(node, scope)?,
        None => Vec::new(),
    };
    let alternative = Alternative {
        says: other.text("says")?,
        without: other.texts("without")?,
        with,
        amount: other
            .get("amount")
            .map(|node| amount(node, scope))
            .transpose()?,
    };
    if alternative.without.is_empty() && alternative.with.is_empty() && alternative.amount.is_none()
    {
        return Err(other.wrong("另一种读法没有改变任何东西：应有 `without`、`with` 或 `amount`"));
    }
    other.finish()?;
    let reading = Reading {
        says: table.text("says")?,
        because: table.text("because")?,
        alternative,
    };
    table.finish()?;
    Ok(reading)
}

/// Every figure of a program stands in a clause that it cites, in the same notation; 0 says only
/// that there is something.
fn check_figures(table: &Table, program: &Program, clauses: &[Clause]) -> Result<(), Mistake> {
    let cited = program.clauses.iter();
    let cited: Vec<&Clause> = cited.map(|index| &clauses[usize::from(*index)]).collect();
    let stated = |figure: &Quantity| {
        figure.value.is_zero() || cited.iter().any(|clause| clause.states(&figure.text))
    };
    let mut missing = None;
    let mut check = |part: Part| {
        if let Part::Figure(figure) = part
            && !stated(figure)
        {
            missing.get_or_insert(figure.text.clone());
        }
    };
    program
        .requires
        .iter()
        .for_each(|condition: &Condition| condition.parts(&mut check));
    match &program.award {
        Award::Unstated => {}
        Award::Ceiling(ceiling) => check(Part::Figure(ceiling)),
        Award::Formula { amount, cap, .. } => {
            Measure::parts(amount, &mut check);
            if let Some(cap) = cap {
                check(Part::Figure(cap));
            }
        }
    }
    match missing {
        None => Ok(()),
        Some(figure) => {
            let parts = ["requires", "cap", "ceiling", "amount"].into_iter();
            let place = parts.filter_map(|key| table.get(key)?.find(&figure)).next();
            let places: Vec<_> = cited.iter().map(|clause| clause.at.as_str()).collect();
            let message = format!("{figure} 不在所引条款（{}）的原文里", places.join("、"));
            Err(place.map_or_else(
                || table.wrong_key("cite", &message),
                |place| place.wrong(&message),
            ))
        }
    }
}
