//! Tables as text: UTF-8 with a mark, so that Excel reads the Chinese; RFC 4180.

use std::fmt::{self, Display, Formatter};

use rust_decimal::Decimal;

/// By this a table is known to be UTF-8.
pub const MARK: char = '\u{feff}';

/// How a text begins that a table would take for a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// How a line ends.
pub const LINE_END: &str = "\r\n";

/// A cell as it stands in the file.
pub struct Cell(String);

impl Cell {
    /// A number, with nothing but digits, a sign and a point; or nothing.
    pub fn number(value: Option<Decimal>) -> Cell {
        Cell(value.map_or_else(String::new, |value| value.normalize().to_string()))
    }

    /// A text, which a table shall not reckon.
    pub fn text(text: &str) -> Cell {
        let guard = if text.starts_with(FORMULA) { "'" } else { "" };
        if text.contains(['"', ',', '\r', '\n']) {
            Cell(format!("\"{guard}{}\"", text.replace('"', "\"\"")))
        } else {
            Cell(format!("{guard}{text}"))
        }
    }
}

impl Display for Cell {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Adds cells as a line.
pub fn line<const N: usize>(out: &mut String, cells: [Cell; N]) {
    out.push_str(&cells.map(|cell| cell.0).join(","));
    out.push_str(LINE_END);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_is_never_a_formula() {
        for (text, cell) in [
            ("长沙", "长沙"),
            ("1,000 元", "\"1,000 元\""),
            ("“引号”", "“引号”"),
            ("a\"b", "\"a\"\"b\""),
            ("a\nb", "\"a\nb\""),
            ("=1+1", "'=1+1"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@a", "'@a"),
            ("＝1", "'＝1"),
            ("\t=1", "'\t=1"),
            ("=A1,B1", "\"'=A1,B1\""),
            ("1=1", "1=1"),
        ] {
            assert_eq!(Cell::text(text).0, cell);
        }
    }
}
