//! A TOML file as nodes that know where they stand, so that every mistake is named with file, line,
//! column and what was expected.

use std::cell::RefCell;
use std::fmt;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A mistake in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The file, as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub message: String,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Mistake {
            file,
            line,
            column,
            message,
        } = self;
        write!(f, "{file}:{line}:{column}: {message}")
    }
}

impl std::error::Error for Mistake {}

/// The text of a file and its name.
#[derive(Clone, Copy, Debug)]
pub struct File<'t> {
    /// The name, as it is to be shown.
    pub name: &'t str,
    /// The text.
    pub text: &'t str,
}

impl<'t> File<'t> {
    /// The file as TOML.
    pub fn parse(self) -> Result<Spanned<DeTable<'t>>, Mistake> {
        DeTable::parse(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.mistake(at, format!("不是有效的 TOML：{}", error.message()))
        })
    }

    /// A mistake at a byte of the text.
    pub fn mistake(self, at: usize, message: impl Into<String>) -> Mistake {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Mistake {
            file: self.name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
        }
    }
}

/// A value and where it stands.
#[derive(Clone, Copy)]
pub struct Node<'t> {
    file: File<'t>,
    value: &'t Spanned<DeValue<'t>>,
}

impl<'t> Node<'t> {
    /// A mistake at this value.
    pub fn wrong(self, message: impl Into<String>) -> Mistake {
        self.file.mistake(self.value.span().start, message)
    }

    /// The byte of the text where this value begins.
    pub fn place(self) -> usize {
        self.value.span().start
    }

    fn expected(self, what: &str) -> Mistake {
        self.wrong(format!(
            "这里应为{what}，却是{}",
            kind_name(self.value.get_ref())
        ))
    }

    /// A text.
    pub fn text(self) -> Result<&'t str, Mistake> {
        self.value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.expected("文字"))
    }

    /// A text, or a number, truth value or date as it is written.
    pub fn scalar(self) -> Result<String, Mistake> {
        Ok(match self.value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            DeValue::Boolean(is) => if *is { "是" } else { "否" }.to_owned(),
            DeValue::Datetime(date) => date.to_string(),
            _ => return Err(self.expected("一个值")),
        })
    }

    /// true or false.
    pub fn truth(self) -> Result<bool, Mistake> {
        self.value
            .get_ref()
            .as_bool()
            .ok_or_else(|| self.expected(" true 或 false"))
    }

    /// A small whole number.
    pub fn number(self) -> Result<u8, Mistake> {
        let number = self.value.get_ref().as_integer();
        let number = number.and_then(|number| number.as_str().parse().ok());
        number.ok_or_else(|| self.expected("不大的整数"))
    }

    /// A list.
    pub fn list(self) -> Result<Vec<Node<'t>>, Mistake> {
        let list = self
            .value
            .get_ref()
            .as_array()
            .ok_or_else(|| self.expected("列表"))?;
        Ok(list.iter().map(|value| Node { value, ..self }).collect())
    }

    /// A list of texts.
    pub fn texts(self) -> Result<Vec<String>, Mistake> {
        self.list()?
            .into_iter()
            .map(|node| Ok(node.text()?.to_owned()))
            .collect()
    }

    /// A table.
    pub fn table(self) -> Result<Table<'t>, Mistake> {
        let entries = self.value.get_ref().as_table();
        Ok(Table {
            file: self.file,
            at: self.value.span().start,
            entries: entries.ok_or_else(|| self.expected("表"))?,
            asked: RefCell::default(),
        })
    }

    /// The text, here or further in, that says just this.
    pub fn find(self, text: &str) -> Option<Node<'t>> {
        let inside = |value| Node { value, ..self }.find(text);
        match self.value.get_ref() {
            DeValue::String(own) => (own == text).then_some(self),
            DeValue::Array(list) => list.iter().find_map(inside),
            DeValue::Table(entries) => entries.iter().find_map(|(_, value)| inside(value)),
            _ => None,
        }
    }

    /// Whether the value is a table.
    pub fn is_table(self) -> bool {
        self.value.get_ref().is_table()
    }

    /// Whether the value is a list.
    pub fn is_list(self) -> bool {
        self.value.get_ref().is_array()
    }
}

fn kind_name(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "文字",
        DeValue::Integer(_) | DeValue::Float(_) => "不带引号的数",
        DeValue::Boolean(_) => "真假值",
        DeValue::Datetime(_) => "日期",
        DeValue::Array(_) => "列表",
        DeValue::Table(_) => "表",
    }
}

/// A table whose keys are all accounted for: what no reader asked for is a mistake.
pub struct Table<'t> {
    file: File<'t>,
    at: usize,
    entries: &'t DeTable<'t>,
    asked: RefCell<Vec<String>>,
}

impl<'t> Table<'t> {
    /// The whole of a parsed file.
    pub fn of_file(file: File<'t>, parsed: &'t Spanned<DeTable<'t>>) -> Table<'t> {
        Table {
            file,
            at: 0,
            entries: parsed.get_ref(),
            asked: RefCell::default(),
        }
    }

    /// The value of a key, if it is there.
    pub fn get(&self, key: &str) -> Option<Node<'t>> {
        let mut asked = self.asked.borrow_mut();
        if !asked.iter().any(|known| known == key) {
            asked.push(key.to_owned());
        }
        let value = self.entries.get(key)?;
        Some(Node {
            file: self.file,
            value,
        })
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &str) -> Result<Node<'t>, Mistake> {
        self.get(key)
            .ok_or_else(|| self.wrong(format!("缺少 `{key}`")))
    }

    /// The text of a key that must be there.
    pub fn text(&self, key: &str) -> Result<String, Mistake> {
        Ok(self.need(key)?.text()?.to_owned())
    }

    /// The text of a key, if it is there.
    pub fn text_if(&self, key: &str) -> Result<Option<String>, Mistake> {
        self.get(key)
            .map(|node| Ok(node.text()?.to_owned()))
            .transpose()
    }

    /// The texts of a key, none if it is absent.
    pub fn texts(&self, key: &str) -> Result<Vec<String>, Mistake> {
        self.get(key).map_or_else(|| Ok(Vec::new()), Node::texts)
    }

    /// The tables under a key (`[[key]]`), none if it is absent.
    pub fn tables(&self, key: &str) -> Result<Vec<Table<'t>>, Mistake> {
        let nodes = self.get(key).map_or_else(|| Ok(Vec::new()), Node::list)?;
        nodes.into_iter().map(Node::table).collect()
    }

    /// Every key with its value, in the order of the file; for tables whose keys are names.
    pub fn named(&self) -> Vec<(&'t str, Node<'t>)> {
        let mut entries: Vec<_> = self.entries.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let node = |value| Node {
            file: self.file,
            value,
        };
        let entries = entries
            .into_iter()
            .map(|(key, value)| (key.get_ref().as_ref(), node(value)));
        let entries: Vec<_> = entries.collect();
        self.asked
            .borrow_mut()
            .extend(entries.iter().map(|(key, _)| (*key).to_owned()));
        entries
    }

    /// A mistake at the table.
    pub fn wrong(&self, message: impl Into<String>) -> Mistake {
        self.file.mistake(self.at, message)
    }

    /// A mistake at a key.
    pub fn wrong_key(&self, key: &str, message: impl Into<String>) -> Mistake {
        let at = self
            .entries
            .get_key_value(key)
            .map_or(self.at, |(key, _)| key.span().start);
        self.file.mistake(at, message)
    }

    /// Refuses keys that nobody asked for, with the nearest that somebody did.
    pub fn finish(self) -> Result<(), Mistake> {
        let asked = self.asked.borrow();
        let mut unknown: Vec<_> = self
            .entries
            .keys()
            .filter(|key| !asked.iter().any(|known| known == key.get_ref().as_ref()))
            .collect();
        unknown.sort_by_key(|key| key.span().start);
        let Some(key) = unknown.first() else {
            return Ok(());
        };
        let name = key.get_ref();
        let hint = nearest(name, asked.iter().map(String::as_str));
        let hint = hint.map_or_else(
            || format!("这里可以写：{}", asked.join("、")),
            |near| format!("是不是 `{near}`？"),
        );
        Err(self
            .file
            .mistake(key.span().start, format!("不认识 `{name}`；{hint}")))
    }
}

/// The name most like `name`, if any is like it at all.
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const ALIKE: f64 = 0.5;
    names
        .map(|known| (strsim::normalized_damerau_levenshtein(name, known), known))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, known)| known)
}
