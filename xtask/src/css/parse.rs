//! As much of CSS's grammar as the check needs: blocks, their preludes and their declarations.

/// A place in a style sheet, both counted from 1, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A piece of a style sheet with the offset at which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece, trimmed.
    pub text: &'a str,
    /// Its start in the text that was parsed.
    pub offset: usize,
}

/// `property: value`.
#[derive(Debug)]
pub struct Declaration<'a> {
    /// What is set.
    pub property: Piece<'a>,
    /// What it is set to.
    pub value: Piece<'a>,
}

/// `prelude { … }`, or `@prelude;` which has nothing inside. The sheet itself has no prelude.
#[derive(Debug)]
pub struct Block<'a> {
    /// Selectors, or an at-rule's name and conditions.
    pub prelude: Piece<'a>,
    /// The declarations directly inside.
    pub declarations: Vec<Declaration<'a>>,
    /// The blocks directly inside.
    pub blocks: Vec<Block<'a>>,
}

/// The place of an offset in `text`.
pub fn place(text: &str, offset: usize) -> Place {
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// The same text with blanks for comments and for what stands in strings and in `url()`.
///
/// Every character becomes one character, so that places stay.
pub fn without_literals(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(first) = rest.chars().next() {
        let (kept_open, inside, kept_close) = if rest.starts_with("/*") {
            (0, rest.find("*/").map_or(rest.len(), |end| end + 2), 0)
        } else if first == '"' || first == '\'' {
            let inside = string_len(&rest[1..], first);
            (1, inside, usize::from(inside + 1 < rest.len()))
        } else if rest
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("url("))
        {
            (4, rest[4..].find(')').unwrap_or(rest.len() - 4), 0)
        } else {
            (first.len_utf8(), 0, 0)
        };
        out.push_str(&rest[..kept_open]);
        let after = kept_open + inside;
        out.extend(
            rest[kept_open..after]
                .chars()
                .map(|c| if c == '\n' { c } else { ' ' }),
        );
        out.push_str(&rest[after..after + kept_close]);
        rest = &rest[after + kept_close..];
    }
    out
}

/// The bytes up to the closing quote.
fn string_len(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at,
            _ => {}
        }
    }
    text.len()
}

/// Parses a sheet whose comments and strings are blank.
pub fn parse(text: &str) -> Block<'_> {
    let mut sheet = Block {
        prelude: Piece {
            text: "",
            offset: 0,
        },
        declarations: vec![],
        blocks: vec![],
    };
    Parser { text, at: 0 }.fill(&mut sheet);
    sheet
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    /// Reads what stands in a block, past its closing brace.
    fn fill(&mut self, block: &mut Block<'a>) {
        while self.at < self.text.len() {
            let (statement, end) = self.statement();
            match end {
                Some('{') => {
                    let mut inner = Block {
                        prelude: statement,
                        declarations: vec![],
                        blocks: vec![],
                    };
                    self.fill(&mut inner);
                    block.blocks.push(inner);
                }
                _ if statement.text.starts_with('@') => block.blocks.push(Block {
                    prelude: statement,
                    declarations: vec![],
                    blocks: vec![],
                }),
                _ => block.declarations.extend(declaration(statement)),
            }
            if end == Some('}') {
                return;
            }
        }
    }

    /// Reads up to a `{`, `}` or `;` outside parentheses and past it.
    fn statement(&mut self) -> (Piece<'a>, Option<char>) {
        let start = self.at;
        let mut depth = 0_usize;
        for (at, c) in self.text[start..].char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                '{' | '}' | ';' if depth == 0 => {
                    self.at = start + at + 1;
                    return (piece(&self.text[start..start + at], start), Some(c));
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        (piece(&self.text[start..], start), None)
    }
}

fn declaration(statement: Piece<'_>) -> Option<Declaration<'_>> {
    let (property, value) = statement.text.split_once(':')?;
    Some(Declaration {
        property: piece(property, statement.offset),
        value: piece(value, statement.offset + property.len() + 1),
    })
}

/// `text`, which starts at `offset`, without the blanks around it.
fn piece(text: &str, offset: usize) -> Piece<'_> {
    let trimmed = text.trim_start();
    Piece {
        text: trimmed.trim_end(),
        offset: offset + text.len() - trimmed.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_comments_strings_and_urls() {
        assert_eq!(without_literals("a/*;}*/b"), "a      b");
        assert_eq!(without_literals("a:'说;\\'}';b"), "a:'     ';b");
        assert_eq!(without_literals("a:url(x;y)}"), "a:url(   )}");
        assert_eq!(without_literals("/* 一\n二 */ a"), "    \n     a");
        assert_eq!(without_literals("a:\"open"), "a:\"    ");
    }

    #[test]
    fn reads_blocks_in_blocks() {
        let sheet = parse("@import 'x'; @media print { .a, .b { color : red; top:0 } } .c{}");
        let preludes: Vec<_> = sheet
            .blocks
            .iter()
            .map(|block| block.prelude.text)
            .collect();
        assert_eq!(preludes, ["@import 'x'", "@media print", ".c"]);
        let rule = &sheet.blocks[1].blocks[0];
        assert_eq!(rule.prelude.text, ".a, .b");
        let declarations: Vec<_> = rule
            .declarations
            .iter()
            .map(|it| (it.property.text, it.value.text))
            .collect();
        assert_eq!(declarations, [("color", "red"), ("top", "0")]);
    }

    #[test]
    fn keeps_places() {
        let text = "\n.一 {\n  top: 0;\n}";
        let sheet = parse(text);
        let rule = &sheet.blocks[0];
        assert_eq!(
            place(text, rule.prelude.offset),
            Place { line: 2, column: 1 }
        );
        let value = rule.declarations[0].value;
        assert_eq!(place(text, value.offset), Place { line: 3, column: 8 });
    }
}
