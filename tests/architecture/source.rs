//! Rust text as code, string literals and comments: as much of a lexer as the rules need.

/// A stretch of Rust text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Names, numbers, punctuation, character literals.
    Code,
    /// A string literal.
    Literal,
    /// A comment, of documentation or not.
    Comment,
}

/// The text's stretches in order, each with its kind and the line where it begins.
pub fn pieces(text: &str) -> Vec<(Kind, usize, &str)> {
    let mut out = Vec::new();
    let (mut rest, mut line) = (text, 1);
    while !rest.is_empty() {
        let (kind, len) = next(rest);
        let (piece, after) = rest.split_at(len);
        out.push((kind, line, piece));
        line += piece.matches('\n').count();
        rest = after;
    }
    out
}

/// The lines of code, without comments and with literals emptied; each with its number.
pub fn code_lines(text: &str) -> Vec<(usize, String)> {
    let mut code = String::new();
    for (kind, _, piece) in pieces(text) {
        match kind {
            Kind::Code => code.push_str(piece),
            _ => code.extend(piece.chars().filter(|c| *c == '\n')),
        }
    }
    (1..).zip(code.lines().map(str::to_owned)).collect()
}

/// Whether a name stands in a line of code, not as a part of a longer one.
pub fn mentions(code: &str, name: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + name.len()..].chars().next();
        !before.is_some_and(in_name) && !after.is_some_and(in_name)
    })
}

/// The first stretch's kind and length in bytes.
fn next(text: &str) -> (Kind, usize) {
    if text.starts_with("//") {
        return (Kind::Comment, text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return (Kind::Comment, block_comment(text));
    }
    if let Some(len) = literal(text) {
        return (Kind::Literal, len);
    }
    let mut chars = text.char_indices();
    let first = chars.next().map_or(0, |(_, c)| c.len_utf8());
    // A name is taken whole, so that the r of `for` does not begin a raw string.
    let name = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    let name = name.unwrap_or(text.len());
    (Kind::Code, character(text).unwrap_or(name.max(first)))
}

fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest.starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// The length of the string literal that the text begins with.
fn literal(text: &str) -> Option<usize> {
    let prefix = text.find(|c| !matches!(c, 'b' | 'c' | 'r'))?;
    let raw = text[..prefix].contains('r');
    let hashes = text[prefix..].len() - text[prefix..].trim_start_matches('#').len();
    let open = prefix + hashes;
    if prefix > 2 || !text[open..].starts_with('"') || (hashes > 0 && !raw) {
        return None;
    }
    let body = open + 1;
    if raw {
        let end = format!("\"{}", "#".repeat(hashes));
        return text[body..].find(&end).map(|at| body + at + end.len());
    }
    let mut escaped = false;
    let end = text[body..].find(|c| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.map(|at| body + at + 1)
}

/// The length of the character literal that the text begins with; a lifetime is none.
fn character(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\'')?;
    let first = body.chars().next()?;
    let skip = if first == '\\' { 2 } else { first.len_utf8() };
    let rest = body.get(skip..)?;
    if first != '\\' && !rest.starts_with('\'') {
        return None;
    }
    rest.find('\'').map(|end| 1 + skip + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_kind(text: &str, wanted: Kind) -> Vec<&str> {
        let pieces = pieces(text).into_iter();
        let wanted = pieces.filter(|(kind, ..)| *kind == wanted);
        wanted.map(|(.., piece)| piece).collect()
    }

    #[test]
    fn literals_and_comments_are_told_apart() {
        let text = r##"let a = "x // \" y"; // "z"
            /* /* "n" */ */ let b = r#"w " v"#; let c = '"'; let d: &'static str = "e"; for"##;
        assert_eq!(
            of_kind(text, Kind::Literal),
            [r#""x // \" y""#, r##"r#"w " v"#"##, r#""e""#]
        );
        assert_eq!(
            of_kind(text, Kind::Comment),
            [r#"// "z""#, r#"/* /* "n" */ */"#]
        );
    }

    #[test]
    fn lines_keep_their_numbers() {
        let text = "a\n/* x\n y */ b\n\"c\nd\" e";
        let lines = code_lines(text);
        assert_eq!(lines[2], (3, " b".to_owned()));
        assert_eq!(lines[4], (5, " e".to_owned()));
    }

    #[test]
    fn a_name_is_not_a_part_of_another() {
        assert!(mentions("use gloo::timers;", "gloo"));
        assert!(!mentions("use igloo::timers;", "gloo"));
        assert!(!mentions("let f640 = 1;", "f64"));
    }
}
