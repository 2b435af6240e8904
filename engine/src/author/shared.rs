//! `measures.toml`: figures that several programs share.

use crate::author::document::Heading;
use crate::author::hash;
use crate::author::law::condition;
use crate::author::node::{File, Mistake, Node, Table};
use crate::author::number::measure;
use crate::author::scope::{Figure, Scope, Shared, unknown};
use crate::policy::Clause;
use crate::policy::class::{Class, Classes};
use crate::policy::common::Common;
use crate::policy::named::Name;
use crate::policy::parts::Part;
use crate::questionnaire::Questionnaire;

/// Reads the shared figures; each may use those before it, and its own figures stand in the clauses
/// of the documents that it cites.
pub fn shared(
    file: File,
    questionnaire: &Questionnaire,
    documents: &[Heading],
) -> Result<Vec<Shared>, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let defined = root.get("define");
    let mut out: Vec<Shared> = Vec::new();
    let nodes = root
        .get("measure")
        .map_or_else(|| Ok(Vec::new()), Node::list)?;
    for node in nodes {
        let table = node.table()?;
        let scope = Scope {
            questionnaire,
            list: None,
            defined,
            shared: &out,
        };
        let one = one(node, &table, scope, documents)?;
        if out.iter().any(|known| known.name().id == one.name().id) {
            return Err(table.wrong_key("id", format!("共用数字 `{}` 重复", one.name().id)));
        }
        table.finish()?;
        out.push(one);
    }
    root.finish()?;
    Ok(out)
}

fn one(node: Node, table: &Table, scope: Scope, documents: &[Heading]) -> Result<Shared, Mistake> {
    let cited: Vec<_> = match table.get("cite") {
        Some(node) => node
            .list()?
            .into_iter()
            .map(|node| cited(node, documents))
            .collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    let basis = cited
        .iter()
        .map(|(document, clause)| format!("{} {}", document.name, clause.at));
    let name = Name {
        id: table.text("id")?,
        label: table.text("label")?,
        basis: basis.collect(),
    };
    let figure = match table.get("of") {
        Some(node) => Figure::Number((name, measure(node, scope)?).into()),
        None => Figure::Classes(Common::from(Classes {
            name,
            classes: classes(table, scope)?,
        })),
    };
    let mut missing = None;
    let mut check = |part: Part| {
        if let Part::Figure(figure) = part
            && !figure.value.is_zero()
            && !cited.iter().any(|(_, clause)| clause.states(&figure.text))
        {
            missing.get_or_insert(figure.text.clone());
        }
    };
    match &figure {
        Figure::Number(number) => number.1.parts(&mut check),
        Figure::Classes(classes) => {
            let conditions = classes.classes.iter().flat_map(|class| &class.when);
            conditions.for_each(|condition| condition.parts(&mut check));
        }
    }
    match missing {
        None => Ok(Shared {
            figure,
            hash: hash::shared(node, scope, &cited)?,
        }),
        Some(figure) => {
            let message = format!("{figure} 不在所引条款（cite）的原文里");
            let mut parts = ["of", "class"].into_iter();
            let place = parts.find_map(|key| table.get(key)?.find(&figure));
            Err(place.map_or_else(|| table.wrong(&message), |place| place.wrong(&message)))
        }
    }
}

/// `"national/size.industrial"`: the document's file and the clause's name.
fn cited<'d>(node: Node, documents: &'d [Heading]) -> Result<(&'d Heading, &'d Clause), Mistake> {
    let text = node.text()?;
    let (id, name) = text
        .rsplit_once('.')
        .ok_or_else(|| node.wrong("应形如 \"national/size.industrial\"：文件和条款"))?;
    let document = documents.iter().find(|document| document.id == id);
    let document = document.ok_or_else(|| {
        let ids = documents.iter().map(|document| document.id.as_str());
        node.wrong(unknown("政策文件", id, ids))
    })?;
    let clause = document.clauses.iter().find(|clause| clause.id == name);
    let clause = clause.ok_or_else(|| {
        let ids = document.clauses.iter().map(|clause| clause.id.as_str());
        node.wrong(unknown("条款", name, ids))
    })?;
    Ok((document, clause))
}

/// The classes in the order in which they are tried; only the last takes the rest.
fn classes(table: &Table, scope: Scope) -> Result<Vec<Class>, Mistake> {
    let tables = table.tables("class")?;
    let count = tables.len();
    if count == 0 {
        return Err(table.wrong("缺少 `of`（数字）或 [[measure.class]]（分类）"));
    }
    let classes = tables.into_iter().enumerate().map(|(index, table)| {
        let when = table.get("when");
        if when.is_some() == (index + 1 == count) {
            return Err(table.wrong("除最后一类外，每一类都要有条件（`when`）；最后一类没有"));
        }
        let class = Class {
            id: table.text("id")?,
            label: table.text("label")?,
            when: when.map(|node| condition(node, scope)).transpose()?,
        };
        table.finish()?;
        Ok(class)
    });
    classes.collect()
}
