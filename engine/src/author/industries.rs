//! `industries.toml`.

use crate::author::node::{File, Mistake, Table};
use crate::author::scope::{option, unknown};
use crate::fact::Kind;
use crate::industry::Industry;
use crate::questionnaire::Questionnaire;

/// Adds the industries to the choice that they are searched for; an empty file has none.
pub fn add(file: File, mut questionnaire: Questionnaire) -> Result<Questionnaire, Mistake> {
    let parsed = file.parse()?;
    let root = Table::of_file(file, &parsed);
    let Some(node) = root.get("fact") else {
        root.finish()?;
        return Ok(questionnaire);
    };
    let name = node.text()?;
    let names = questionnaire.facts.iter().map(|fact| fact.id.as_str());
    let fact = questionnaire.fact_named(name);
    let fact = fact.ok_or_else(|| node.wrong(unknown("事实", name, names)))?;
    let Kind::OneOf(options) = &questionnaire.fact(fact).kind else {
        return Err(node.wrong("应是单选的事实"));
    };
    let mut list: Vec<Industry> = Vec::new();
    for node in root.need("industries")?.list()? {
        let table = node.table()?;
        let choices = table.need("options")?.list()?.into_iter();
        let industry = Industry {
            code: table.text("code")?,
            name: table.text("name")?,
            options: choices
                .map(|node| option(node, options))
                .collect::<Result<_, _>>()?,
        };
        if list.iter().any(|known| known.code == industry.code) {
            return Err(table.wrong_key("code", format!("代码 `{}` 重复", industry.code)));
        }
        table.finish()?;
        list.push(industry);
    }
    root.finish()?;
    questionnaire.facts[usize::from(fact.0)].industries = list;
    Ok(questionnaire)
}
