//! What was typed, as it was typed.

use policy_engine::fact::Column;
use policy_engine::input::Draft;

/// A row's identity while it is edited; never reused in a session.
pub type RowKey = u32;

/// What was typed or chosen for one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A text, or the id of an option.
    Text(String),
    /// The ids of several options.
    Picks(Vec<String>),
    /// Rows.
    Rows {
        /// The rows in order.
        rows: Vec<RowEntry>,
        /// Whether rows are still to come.
        more: bool,
    },
    /// 不清楚; what stood there before comes back if it is taken back.
    Unsure(Option<Box<Entry>>),
}

/// A row as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEntry {
    /// Its identity.
    pub key: RowKey,
    /// The texts of its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// Whether a field of it was left once.
    pub visited: bool,
}

impl RowEntry {
    /// A new row with its presets.
    pub fn new(key: RowKey, columns: &[Column]) -> RowEntry {
        let preset = |column: &Column| column.preset.clone().unwrap_or_default();
        RowEntry {
            key,
            cells: columns.iter().map(preset).collect(),
            visited: false,
        }
    }
}

impl Entry {
    /// A list that has no rows.
    pub fn no_rows() -> Entry {
        Entry::Rows {
            rows: Vec::new(),
            more: false,
        }
    }

    /// The entry as the engine reads it.
    pub fn draft(&self) -> Draft {
        match self {
            Entry::Text(text) => Draft::Text(text.clone()),
            Entry::Picks(picks) => Draft::Picks(picks.clone()),
            Entry::Rows { rows, more } => Draft::Rows {
                rows: rows.iter().map(|row| row.cells.clone()).collect(),
                more: *more,
            },
            Entry::Unsure(_) => Draft::Unsure,
        }
    }

    /// The place of a row in its list.
    pub fn row_index(&self, key: RowKey) -> Option<usize> {
        match self {
            Entry::Rows { rows, .. } => rows.iter().position(|row| row.key == key),
            _ => None,
        }
    }
}

/// The row with a key.
pub fn row(rows: &mut [RowEntry], key: RowKey) -> Option<&mut RowEntry> {
    rows.iter_mut().find(|row| row.key == key)
}
