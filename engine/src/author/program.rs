//! A program as a policy file writes it.

use std::collections::BTreeSet;

use crate::author::document::{date, word};
use crate::author::law::conditions;
use crate::author::node::{Mistake, Node, Table};
use crate::author::number::amount;
use crate::author::scope::{Scope, figure, unknown};
use crate::policy::class::Classes;
use crate::policy::common::Common;
use crate::policy::condition::Condition;
use crate::policy::late::Late;
use crate::policy::measure::Measure;
use crate::policy::parts::Part;
use crate::policy::{Alternative, Award, Call, Clause, Comparison, Form, Paid, Program, Reading};
use crate::quantity::Quantity;
use crate::unit::Unit;

/// Reads a program; `taken` holds the ids of all programs so far.
pub fn program(
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
        funding: table.text_if("funding")?.map(Late::from),
        apply: table.text_if("apply")?.map(Late::from),
        call: table.get("call").map(call).transpose()?,
        award: award(&table, scope)?,
        shows: shows(&table, scope)?,
        classes: table
            .get("classifies")
            .map(|node| classes(node, scope))
            .transpose()?,
        compares: compares(&table, scope)?,
        readings: readings.collect::<Result<_, _>>()?,
        requires,
        not_modelled: Late::all(table.texts("not_modelled")?),
        // Set once the whole document was read: it takes in more than the program's own table.
        hash: 0,
    };
    check_figures(&table, &program, clauses)?;
    table.finish()?;
    Ok(program)
}

/// The clauses that `cite = "name"` or `cite = ["name", …]` names.
pub fn cited(node: Node, clauses: &[Clause]) -> Result<Vec<u8>, Mistake> {
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
    let shown = nodes
        .into_iter()
        .map(|node| Ok(Measure::Named(scope.number(node)?.clone())));
    shown.collect()
}

/// `classifies = "name"`: the classes that the program is about.
fn classes(node: Node, scope: Scope) -> Result<Common<Classes>, Mistake> {
    let classes = scope.classes(node)?;
    classes.cloned().ok_or_else(|| {
        let names = scope.shared.iter().map(|shared| shared.name().id.as_str());
        node.wrong(unknown(
            "分类（measures.toml）",
            node.text().unwrap_or_default(),
            names,
        ))
    })
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
        says: other.text("says")?.into(),
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
        says: table.text("says")?.into(),
        because: table.text("because")?.into(),
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
