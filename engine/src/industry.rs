//! Industries: names and GB/T 4754 codes, by which the options of a choice are searched.

use serde::{Deserialize, Serialize};

use crate::find::rank;
use crate::quantity::half_width;

/// An industry of GB/T 4754: a section (门类) by its letter, or a division (大类) by two digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Industry {
    /// Its code: C, 36.
    pub code: String,
    /// Its name: 汽车制造业.
    pub name: String,
    /// The options that it may be; none where the rule behind the choice leaves it out.
    pub options: Vec<u16>,
}

/// The industries that a code or a part of a name finds, the likeliest first.
pub fn find<'i>(industries: &'i [Industry], text: &str) -> Vec<&'i Industry> {
    let text = half_width(text).to_ascii_uppercase();
    let ranked = industries.iter().filter_map(|industry| {
        let full = format!("{}{}", industry.code, industry.name);
        let code = (industry.code == text).then_some(0);
        Some((
            code.or_else(|| rank(&text, &industry.name, &full))?,
            industry,
        ))
    });
    let mut ranked: Vec<_> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, industry)| industry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn industries_are_found_by_code_and_by_any_part_of_the_name() {
        let names = [
            ("C", "制造业"),
            ("36", "汽车制造业"),
            ("37", "铁路、船舶、航空航天和其他运输设备制造业"),
            ("53", "铁路运输业"),
        ];
        let industries = names.map(|(code, name)| Industry {
            code: code.into(),
            name: name.into(),
            options: Vec::new(),
        });
        let found = |text: &str| -> Vec<&str> {
            let found = find(&industries, text).into_iter();
            found.map(|industry| industry.code.as_str()).collect()
        };
        assert_eq!(found("制造业"), ["C", "36", "37"]);
        assert_eq!(found("汽车"), ["36"]);
        assert_eq!(found("铁路"), ["37", "53"]);
        assert_eq!(found("航天设备"), ["37"]);
        assert_eq!(found("５３"), ["53"]);
        assert_eq!(found("c"), ["C"]);
        assert_eq!(found("53铁路运输业"), ["53"]);
        assert_eq!(found(""), [""; 0]);
        assert_eq!(found("航空母舰"), [""; 0]);
    }
}
