//! Figures that have a name of their own and are shared by programs: 研发投入强度, 企业规模, 评价得分.

use serde::{Deserialize, Serialize};

/// The name of a shared figure and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The identifier used in policy files.
    pub id: String,
    /// The words shown.
    pub label: String,
    /// The clauses that say how it follows: 工信部联企业〔2011〕300号 四.
    pub basis: Vec<String>,
}
