//! `was`: earlier ids of the same thing, by which answers that were saved or written earlier are
//! still read.

use std::collections::BTreeMap;

use crate::author::node::{Mistake, Node, Table};

/// The earlier ids of all things of one kind, each after the id of its thing.
#[derive(Default)]
pub struct Earlier<'t>(Vec<(&'t str, Node<'t>)>);

impl<'t> Earlier<'t> {
    /// Reads `was = ["old.id", …]` of one thing.
    pub fn read(&mut self, table: &Table<'t>) -> Result<Vec<String>, Mistake> {
        let Some(node) = table.get("was") else {
            return Ok(Vec::new());
        };
        let id = table.need("id")?.text()?;
        self.0.extend(node.list()?.into_iter().map(|was| (id, was)));
        node.texts()
    }

    /// Refuses an earlier id that still names something, or that two things claim.
    pub fn check<'n>(
        self,
        what: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Result<(), Mistake> {
        let mut taken = BTreeMap::new();
        for (id, node) in self.0 {
            let was = node.text()?;
            if names.clone().any(|name| name == was) {
                return Err(node.wrong(format!(
                    "`{was}` 现在仍是{what}的名称；`was` 里应写不再使用的名称"
                )));
            }
            if let Some(other) = taken.insert(was, id) {
                return Err(node.wrong(format!(
                    "`{was}` 已经是{what} `{other}` 的旧名称；一个旧名称应只写一次"
                )));
            }
        }
        Ok(())
    }
}
