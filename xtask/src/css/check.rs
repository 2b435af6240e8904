//! Finds in a style sheet what Chromium 80 does not know.

use std::fmt;

use super::parse::{self, Block, Declaration, Place};
use super::unknown::{
    AT_RULES, FUNCTIONS, GAPS, KEYWORDS, MEDIA_RANGE, NESTING, NOT_LIST, PROPERTIES, SELECTORS,
    UNITS, Unknown,
};

/// Something refused, and where it stands.
#[derive(Debug)]
pub struct Refusal {
    place: Place,
    unknown: &'static Unknown,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            place: Place { line, column },
            unknown:
                Unknown {
                    name,
                    since,
                    instead,
                },
        } = self;
        write!(
            f,
            "{line}:{column}：{name} 要到 Chromium {since} 才有，请改用：{instead}"
        )
    }
}

/// Everything in `css` that Chromium 80 does not know, in the order in which it stands.
///
/// Inside `@supports` all is allowed but `gap`, of which that test says nothing in a flex box.
pub fn check(css: &str) -> Vec<Refusal> {
    let text = parse::without_literals(css);
    let mut check = Check {
        text: &text,
        refusals: vec![],
    };
    check.block(&parse::parse(&text), Around::default());
    check.refusals.sort_by_key(|refusal| refusal.place);
    check.refusals
}

/// What a block stands in.
#[derive(Clone, Copy, Default)]
struct Around {
    rule: bool,
    supports: bool,
}

struct Check<'a> {
    text: &'a str,
    refusals: Vec<Refusal>,
}

impl Check<'_> {
    fn refuse(&mut self, unknown: &'static Unknown, offset: usize) {
        self.refusals.push(Refusal {
            place: parse::place(self.text, offset),
            unknown,
        });
    }

    fn block(&mut self, block: &Block<'_>, around: Around) {
        let prelude = block.prelude;
        let at_rule = prelude.text.starts_with('@');
        if !around.supports {
            if around.rule && !prelude.text.is_empty() {
                self.refuse(&NESTING, prelude.offset);
            }
            if at_rule {
                self.at_rule(prelude.text, prelude.offset);
            } else {
                self.selectors(prelude.text, prelude.offset);
            }
        }
        let is_supports = at_rule && word_at(prelude.text, 1) == "supports";
        let inside = Around {
            rule: around.rule || !(at_rule || prelude.text.is_empty()),
            supports: around.supports || is_supports,
        };
        self.gaps(&block.declarations);
        if !inside.supports {
            for declaration in &block.declarations {
                self.declaration(declaration);
            }
        }
        for inner in &block.blocks {
            self.block(inner, inside);
        }
    }

    fn at_rule(&mut self, prelude: &str, offset: usize) {
        let name = word_at(prelude, 1);
        if let Some(unknown) = AT_RULES.iter().find(|it| it.name[1..] == name) {
            self.refuse(unknown, offset);
        }
        if name == "media"
            && let Some(at) = prelude.find(['<', '>', '='])
        {
            self.refuse(&MEDIA_RANGE, offset + at);
        }
    }

    fn selectors(&mut self, prelude: &str, offset: usize) {
        for (at, _) in prelude.match_indices(':') {
            if prelude[..at].ends_with(':') {
                continue;
            }
            let colons = if prelude[at..].starts_with("::") {
                2
            } else {
                1
            };
            let name = word_at(prelude, at + colons);
            let is_named = |it: &&Unknown| {
                it.name.bytes().take_while(|&byte| byte == b':').count() == colons
                    && it.name[colons..] == name
            };
            if let Some(unknown) = SELECTORS.iter().find(is_named) {
                self.refuse(unknown, offset + at);
            }
            if name == "not" && !is_simple(argument(&prelude[at + colons + name.len()..])) {
                self.refuse(&NOT_LIST, offset + at);
            }
        }
        if let Some(at) = prelude.find('&') {
            self.refuse(&NESTING, offset + at);
        }
    }

    fn declaration(&mut self, declaration: &Declaration<'_>) {
        let property = declaration.property.text.to_ascii_lowercase();
        if let Some(unknown) = PROPERTIES.iter().find(|it| it.name == property) {
            self.refuse(unknown, declaration.property.offset);
        }
        let value = declaration.value;
        for (at, word) in words(value.text) {
            let found = if value.text[at + word.len()..].starts_with('(') {
                FUNCTIONS.iter().find(|it| it.name == word)
            } else if word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c)) {
                UNITS.iter().find(|it| it.name == unit(&word))
            } else {
                KEYWORDS
                    .iter()
                    .find(|(of, it)| it.name == word && (of.is_empty() || *of == property))
                    .map(|(_, it)| it)
            };
            if let Some(unknown) = found {
                self.refuse(unknown, value.offset + at);
            }
        }
    }

    /// A gap is known in a grid, and between columns; the rule itself must say that it is one.
    fn gaps(&mut self, declarations: &[Declaration<'_>]) {
        let sets = |names: &[&str]| {
            declarations
                .iter()
                .any(|it| names.contains(&it.property.text.to_ascii_lowercase().as_str()))
        };
        let shows = |kinds: &[&str]| {
            declarations.iter().any(|it| {
                it.property.text.eq_ignore_ascii_case("display")
                    && words(it.value.text).any(|(_, word)| kinds.contains(&word.as_str()))
            })
        };
        let flex = shows(&["flex", "inline-flex"]);
        let grid = !flex
            && (shows(&["grid", "inline-grid"])
                || sets(&[
                    "grid",
                    "grid-template",
                    "grid-template-areas",
                    "grid-template-columns",
                    "grid-template-rows",
                ]));
        let columns = !flex && sets(&["columns", "column-count", "column-width"]);
        for declaration in declarations {
            let property = declaration.property.text.to_ascii_lowercase();
            let known = grid || (columns && property != "row-gap");
            if !known && let Some(unknown) = GAPS.iter().find(|it| it.name == property) {
                self.refuse(unknown, declaration.property.offset);
            }
        }
    }
}

/// The name that starts at `at`, in lower case.
fn word_at(text: &str, at: usize) -> String {
    let rest = &text[at..];
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    rest[..end].to_ascii_lowercase()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-' || c == '_'
}

/// The names and numbers in a value, in lower case, and where they start. Custom properties' names
/// and colours in `#…` are not among them.
fn words(value: &str) -> impl Iterator<Item = (usize, String)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &value[at..];
            let start = at + rest.find(|c| is_word(c) || c == '.' || c == '#')?;
            let rest = &value[start..];
            let is_end = |&(at, c): &(usize, char)| at > 0 && !is_word(c) && c != '.';
            let len = rest
                .char_indices()
                .find(is_end)
                .map_or(rest.len(), |(end, _)| end);
            at = start + len;
            let word = &value[start..at];
            if !word.starts_with('#') && !word.starts_with("--") {
                return Some((start, word.to_ascii_lowercase()));
            }
        }
    })
}

/// The letters at the end of a number.
fn unit(number: &str) -> &str {
    number.trim_start_matches(|c: char| !c.is_ascii_alphabetic())
}

/// What stands in the parentheses with which `text` starts.
fn argument(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth <= 1 => return &text[1..at],
            ')' => depth -= 1,
            _ => {}
        }
    }
    text.get(1..).unwrap_or("")
}

/// Whether a selector has neither alternatives nor combinators.
fn is_simple(selector: &str) -> bool {
    let outside_brackets = selector
        .split('[')
        .map(|part| part.rsplit(']').next().unwrap_or(part));
    !outside_brackets
        .collect::<String>()
        .trim()
        .contains([',', ' ', '\n', '>', '+', '~'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is refused in `css`, by name.
    fn refused(css: &str) -> Vec<&'static str> {
        check(css)
            .iter()
            .map(|refusal| refusal.unknown.name)
            .collect()
    }

    #[track_caller]
    fn assert_refused(css: &str, name: &str) {
        assert_eq!(refused(css), [name], "{css}");
    }

    #[track_caller]
    fn assert_accepted(css: &str) {
        assert_eq!(refused(css), [""; 0], "{css}");
    }

    #[test]
    fn every_unknown_property_is_refused() {
        for Unknown { name, .. } in PROPERTIES {
            assert_refused(&format!(".a {{ color: red; {name}: auto }}"), name);
            assert_refused(&format!(".a{{{}:auto}}", name.to_uppercase()), name);
        }
        assert_accepted(".a { margin-inline-start: 1px; top: 0; transform: scale(2) }");
        assert_accepted(".inset .scale { --inset: 0; transition: scale 1s }");
    }

    #[test]
    fn every_unknown_word_is_refused() {
        for (property, Unknown { name, .. }) in KEYWORDS {
            let property = if property.is_empty() { "all" } else { property };
            assert_refused(&format!(".a {{ {property}: {name} }}"), name);
        }
        assert_accepted(".a { background-clip: text; overflow: hidden; text-overflow: clip }");
    }

    #[test]
    fn every_unknown_function_is_refused() {
        for Unknown { name, .. } in FUNCTIONS {
            assert_refused(&format!(".a {{ --b: {name}(1) }}"), name);
        }
        assert_accepted(".a { width: clamp(1rem, min(2vw, 3px), max(1px, calc(1px + 2em))) }");
        assert_accepted(".a { font-family: 微软雅黑, 黑体 }");
        assert_accepted(".a { color: var(--color); background: rgb(0 0 0 / 50%) }");
        assert_accepted(".a { background-image: -webkit-image-set(url(a.png) 1x) }");
    }

    #[test]
    fn every_unknown_unit_is_refused() {
        for Unknown { name, .. } in UNITS {
            assert_refused(&format!(".a {{ top: calc(1px + .5{name}) }}"), name);
            assert_refused(&format!(".a {{ top: -10{name} }}"), name);
        }
        assert_accepted(".a { min-height: 100vh; color: #1dvh; width: var(--1dvh) }");
    }

    #[test]
    fn every_unknown_selector_is_refused() {
        for Unknown { name, .. } in SELECTORS {
            let takes = if [":is", ":where", ":has"].contains(name) {
                "(.b)"
            } else {
                ""
            };
            assert_refused(&format!("a, .b{name}{takes} {{ top: 0 }}"), name);
        }
        assert_accepted(
            ".b:focus-within, .b:not(:disabled)::before, li:nth-child(2n+1) { top: 0 }",
        );
        assert_accepted(".b:before, .is:hover { content: ':is(' }");
    }

    #[test]
    fn every_unknown_at_rule_is_refused() {
        for Unknown { name, .. } in AT_RULES {
            assert_refused(&format!("{name} x {{ }}"), name);
        }
        assert_refused("@layer a, b;", "@layer");
        assert_accepted("@import './a.css'; @media (min-width: 1px) { .a { top: 0 } }");
        assert_accepted("@keyframes x { from { top: 0 } 50% { top: 1px } }");
    }

    #[test]
    fn a_gap_needs_a_grid_in_the_same_rule() {
        for Unknown { name, .. } in GAPS {
            assert_refused(&format!(".a {{ {name}: 1px }}"), name);
            assert_refused(&format!(".a {{ display: flex; {name}: 1px }}"), name);
            assert_refused(
                &format!(".a {{ display: grid }} .a {{ {name}: 1px }}"),
                name,
            );
            assert_refused(
                &format!("@supports (gap: 1px) {{ .a {{ {name}: 1px }} }}"),
                name,
            );
            assert_accepted(&format!(".a {{ display: grid; {name}: 1px }}"));
            assert_accepted(&format!(
                ".a {{ {name}: 1px; grid-template-columns: 1fr 1fr }}"
            ));
        }
        assert_refused(".a { grid-column: 1; gap: 1px }", "gap");
        assert_refused(".a { columns: 2; row-gap: 1px }", "row-gap");
        assert_accepted(".a { columns: 2; column-gap: 1px }");
    }

    #[test]
    fn a_rule_in_a_rule_is_refused() {
        assert_refused(".a { top: 0; .b { top: 0 } }", "嵌套规则");
        assert_refused(".a { @media print { top: 0 } }", "嵌套规则");
        assert_eq!(refused(".a { &:hover { top: 0 } }"), ["嵌套规则"; 2]);
    }

    #[test]
    fn not_takes_one_simple_selector() {
        assert_refused(".a:not(.b, .c) { top: 0 }", ":not() 中的列表");
        assert_refused(".a:not(.b .c) { top: 0 }", ":not() 中的列表");
        assert_accepted(".a:not(.b):not( [c='d, e'] ):not(:nth-child(2)) { top: 0 }");
    }

    #[test]
    fn a_media_query_has_no_comparison() {
        assert_refused(
            "@media (width >= 600px) { .a { top: 0 } }",
            "@media 的比较号",
        );
        assert_refused("@media (300px<width) { }", "@media 的比较号");
    }

    #[test]
    fn supports_allows_what_it_guards() {
        assert_accepted("@supports selector(:focus-visible) { .a:focus-visible { inset: 0 } }");
        assert_accepted("@supports (accent-color: red) { .a { accent-color: red } }");
    }

    #[test]
    fn comments_and_strings_are_not_read() {
        assert_accepted("/* .a { inset: 0 } */ .b::after { content: 'inset: 0; :is('; }");
        assert_accepted(".a { background: url(data:image/svg+xml;color-mix(1dvh)) }");
    }

    #[test]
    fn the_message_says_where_and_what_instead() {
        let refusals = check(".a {\n  top: 0;\n  inset: 0;\n}\n");
        assert_eq!(
            refusals[0].to_string(),
            "3:3：inset 要到 Chromium 87 才有，请改用：top、right、bottom、left"
        );
    }
}
