//! Places: names and GB/T 2260 codes.

use serde::{Deserialize, Serialize};

use crate::find::{in_common, rank};
use crate::quantity::half_width;
use crate::verdict::Verdict;

/// A GB/T 2260 code of six digits: province, city, county by two digits each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegionCode(pub u32);

impl RegionCode {
    /// The whole country (全国).
    pub const NATION: RegionCode = RegionCode(0);

    /// Whether a place answered as `self` lies in `target`.
    ///
    /// A coarser answer is unknown: "湖南省" is not "not 长沙市".
    pub fn within(self, target: RegionCode) -> Verdict {
        if target.covers(self) {
            Verdict::Yes
        } else if self.covers(target) {
            Verdict::Unknown
        } else {
            Verdict::No
        }
    }

    /// Whether `other` is this place or a part of it.
    pub fn covers(self, other: RegionCode) -> bool {
        let size = self.size();
        self.0 / size == other.0 / size
    }

    /// The place that this one is a part of.
    pub fn parent(self) -> Option<RegionCode> {
        match self.size() {
            1 => Some(RegionCode(self.0 / 100 * 100)),
            100 => Some(RegionCode(self.0 / 10_000 * 10_000)),
            _ => None,
        }
    }

    /// How many codes the place spans.
    fn size(self) -> u32 {
        if self == RegionCode::NATION {
            1_000_000
        } else if self.0.is_multiple_of(10_000) {
            10_000
        } else if self.0.is_multiple_of(100) {
            100
        } else {
            1
        }
    }
}

/// A place that can be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    /// Its GB/T 2260 code.
    pub code: RegionCode,
    /// Its full name, without the places above it: 长沙市.
    pub name: String,
}

/// The places known to the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regions(pub Vec<Region>);

/// Why a text names no single place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotARegion {
    /// No place has this name; the nearest names.
    Unknown(Vec<String>),
    /// Several places have it; their full names.
    Several(Vec<String>),
}

impl Regions {
    /// The places that an enterprise can be in: all but the whole country.
    pub fn answers(&self) -> impl Iterator<Item = &Region> {
        let answer = |region: &&Region| region.code != RegionCode::NATION;
        self.0.iter().filter(answer)
    }

    /// The place with this code.
    pub fn get(&self, code: RegionCode) -> Option<&Region> {
        self.0.iter().find(|region| region.code == code)
    }

    /// The name with the names of the places above it: 湖南省长沙市.
    pub fn full_name(&self, code: RegionCode) -> String {
        let own = self.get(code).map_or("", |region| &region.name);
        match code.parent() {
            Some(parent) => self.full_name(parent) + own,
            None => own.to_owned(),
        }
    }

    /// The ways to write a place: its name with or without its kind, after any of the places above
    /// it, each with its kind, without, or left out.
    fn ways_to_write(&self, region: &Region) -> Vec<String> {
        let mut ways = vec![region.name.clone(), short_name(&region.name).to_owned()];
        let mut above = region.code.parent();
        while let Some(place) = above.and_then(|code| self.get(code)) {
            let names = [place.name.as_str(), short_name(&place.name)];
            let longer = names
                .iter()
                .flat_map(|name| ways.iter().map(move |way| format!("{name}{way}")));
            let longer: Vec<_> = longer.collect();
            ways.extend(longer);
            above = place.code.parent();
        }
        ways
    }

    /// The place that `text` names: a name with or without 省/市/区/县, a full name, or a code.
    pub fn read(&self, text: &str) -> Result<RegionCode, NotARegion> {
        let text = half_width(text);
        if let Ok(code) = text.parse()
            && self.answers().any(|region| region.code.0 == code)
        {
            return Ok(RegionCode(code));
        }
        let exact = |region: &&Region| region.name == text;
        let written = |region: &&Region| self.ways_to_write(region).contains(&text);
        let mut found: Vec<&Region> = self.answers().filter(exact).collect();
        if found.is_empty() {
            found = self.answers().filter(written).collect();
        }
        if found.is_empty() {
            found = self.before_an_address(&text);
        }
        // 吉林 is the province: a name shared with a part of the same place means the whole.
        if let Some(whole) = found
            .iter()
            .find(|region| found.iter().all(|other| region.code.covers(other.code)))
        {
            return Ok(whole.code);
        }
        if found.is_empty() {
            return Err(NotARegion::Unknown(self.names(&self.alike(&text))));
        }
        Err(NotARegion::Several(self.names(&found)))
    }

    fn names(&self, regions: &[&Region]) -> Vec<String> {
        let first = regions.iter().take(MOST_NAMES);
        first.map(|region| self.full_name(region.code)).collect()
    }

    /// The places that an address begins with: 湖南省长沙市长沙县星沙街道 lies in 长沙县.
    ///
    /// The last place stands with its kind, since 江西路 is a road; what follows must be the rest of an
    /// address, and no slip for a place that is known (长沙市岳鹿区).
    fn before_an_address(&self, text: &str) -> Vec<&Region> {
        let mut found: Vec<&Region> = Vec::new();
        let mut longest = 0;
        for region in self.answers() {
            let ways = self.ways_to_write(region).into_iter();
            let full = ways.filter(|way| way.ends_with(&region.name) && text.starts_with(&**way));
            let Some(length) = full.map(|way| way.len()).max() else {
                continue;
            };
            if length > longest {
                found.clear();
                longest = length;
            }
            if length == longest {
                found.push(region);
            }
        }
        let rest = &text[longest..];
        let slip = self.answers().any(|part| {
            let inside = |whole: &&Region| part.code.parent() == Some(whole.code);
            found.iter().any(inside) && is_slip(rest, &part.name)
        });
        if rest.contains(ADDRESS) && !slip {
            found
        } else {
            Vec::new()
        }
    }

    /// The places whose names are most like a text that names none.
    fn alike(&self, text: &str) -> Vec<&Region> {
        let text = without_kinds(text);
        let first = text.chars().next();
        let likeness = |region: &Region| {
            let own = short_name(&region.name);
            let full = without_kinds(&self.full_name(region.code));
            let begins = usize::from(first.is_some() && own.chars().next() == first);
            let both = in_common(&text, own) > 0;
            both.then(|| 2 * in_common(&text, &full) + begins)
        };
        let alike = self.answers();
        let alike = alike.filter_map(|region| Some((likeness(region)?, region)));
        let mut alike: Vec<_> = alike.collect();
        let best = alike.iter().map(|(likeness, _)| *likeness).max();
        alike.retain(|(likeness, _)| 4 * likeness > 3 * best.unwrap_or_default());
        alike.sort_by_key(|(likeness, region)| {
            let length = self.full_name(region.code).len();
            (std::cmp::Reverse(*likeness), length)
        });
        alike.into_iter().map(|(_, region)| region).collect()
    }

    /// The places that a text is a part of the name of, the likeliest first: 岳麓 finds
    /// 湖南省长沙市岳麓区.
    pub fn find(&self, text: &str) -> Vec<&Region> {
        let text = half_width(text);
        let ranked = self.answers().filter_map(|region| {
            let full = self.full_name(region.code);
            Some((rank(&text, &region.name, &full)?, region))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_by_key(|(rank, region)| (*rank, region.code));
        ranked.into_iter().map(|(_, region)| region).collect()
    }
}

/// The most places that a message names.
const MOST_NAMES: usize = 5;

/// What the rest of an address speaks of.
const ADDRESS: [char; 14] = [
    '街', '道', '路', '镇', '乡', '村', '号', '巷', '园', '区', '市', '县', '州', '旗',
];

/// Whether a text begins with a name but for one character of it.
fn is_slip(text: &str, name: &str) -> bool {
    let differ = text.chars().zip(name.chars()).filter(|(a, b)| a != b);
    let length = name.chars().count();
    length > 2 && text.chars().count() >= length && differ.count() == 1
}

/// A text without the words for kinds of places, which nearly every name has.
fn without_kinds(text: &str) -> String {
    text.replace(['省', '市', '区', '县'], "")
}

/// The name without its kind of place.
fn short_name(name: &str) -> &str {
    let kinds = [
        "特别行政区",
        "维吾尔自治区",
        "壮族自治区",
        "回族自治区",
        "自治区",
        "朝鲜族自治州",
        "土家族苗族自治州",
        "省",
        "市",
        "区",
        "县",
    ];
    kinds
        .iter()
        .find_map(|kind| name.strip_suffix(kind))
        .filter(|short| short.chars().count() > 1)
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn regions() -> Regions {
        let names = [
            (220_000, "吉林省"),
            (220_100, "长春市"),
            (220_200, "吉林市"),
            (430_000, "湖南省"),
            (430_100, "长沙市"),
            (430_121, "长沙县"),
            (430_200, "株洲市"),
            (430_202, "荷塘区"),
        ];
        Regions(
            names
                .map(|(code, name)| Region {
                    code: RegionCode(code),
                    name: name.into(),
                })
                .into(),
        )
    }

    #[test]
    fn a_slip_is_one_character_of_a_longer_name() {
        assert!(is_slip("岳鹿区某路", "岳麓区"));
        assert!(!is_slip("岳鹿区某路", "岳池县"));
        assert!(
            !is_slip("古县某路", "吉县"),
            "half of the name is not a slip"
        );
        assert!(!is_slip("岳", "岳麓区"));
    }

    #[test]
    fn a_short_name_keeps_two_characters() {
        assert_eq!(short_name("岳麓区"), "岳麓");
        assert_eq!(short_name("吉县"), "吉县");
        assert_eq!(short_name("城区"), "城区");
    }

    #[test]
    fn an_address_that_fits_two_places_names_both() {
        let mut regions = regions();
        for (code, name) in [(220_203, "昌邑区"), (430_203, "昌邑区")] {
            let name = name.into();
            let code = RegionCode(code);
            regions.0.push(Region { code, name });
        }
        let found = regions.before_an_address("昌邑区中山路1号");
        let found: Vec<_> = found.iter().map(|region| region.code.0).collect();
        assert_eq!(found, [220_203, 430_203]);
    }

    #[test]
    fn a_coarse_answer_is_unknown() {
        let (hunan, changsha) = (RegionCode(430_000), RegionCode(430_100));
        assert_eq!(RegionCode(430_121).within(changsha), Verdict::Yes);
        assert_eq!(changsha.within(hunan), Verdict::Yes);
        assert_eq!(hunan.within(changsha), Verdict::Unknown);
        assert_eq!(RegionCode(430_200).within(changsha), Verdict::No);
        assert_eq!(RegionCode(220_000).within(hunan), Verdict::No);
    }

    #[test]
    fn the_whole_country_holds_every_place_and_answers_nothing() {
        let mut regions = regions();
        let (code, name) = (RegionCode::NATION, "全国".into());
        regions.0.insert(0, Region { code, name });
        assert_eq!(RegionCode(430_121).within(code), Verdict::Yes);
        assert_eq!(regions.get(code).map(|region| &*region.name), Some("全国"));
        assert!(regions.read("全国").is_err() && regions.read("000000").is_err());
        assert_eq!(regions.full_name(RegionCode(430_100)), "湖南省长沙市");
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        let regions = regions();
        for text in ["长沙市", "湖南省长沙市", "430100", " ４３０１００ ", "长沙"]
        {
            assert_eq!(regions.read(text), Ok(RegionCode(430_100)), "{text}");
        }
        for text in ["湖南长沙", "湖南省长沙", "湖南长沙市"] {
            assert_eq!(regions.read(text), Ok(RegionCode(430_100)), "{text}");
        }
        for text in ["株洲荷塘区", "湖南株洲市荷塘", "湖南荷塘区", "荷塘"] {
            assert_eq!(regions.read(text), Ok(RegionCode(430_202)), "{text}");
        }
        assert!(regions.read("长沙省").is_err());
        assert_eq!(regions.read("长沙县"), Ok(RegionCode(430_121)));
        assert_eq!(short_name("延边朝鲜族自治州"), "延边");
        assert_eq!(regions.read("吉林"), Ok(RegionCode(220_000)));
        assert_eq!(regions.read("吉林市"), Ok(RegionCode(220_200)));
        assert_eq!(regions.full_name(RegionCode(430_202)), "湖南省株洲市荷塘区");
    }

    #[test]
    fn an_unknown_name_gets_its_neighbours() {
        let near = |text: &str| match regions().read(text) {
            Err(NotARegion::Unknown(names)) => names,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(
            near("长治"),
            ["吉林省长春市", "湖南省长沙市", "湖南省长沙市长沙县"]
        );
        assert_eq!(near("长沙市长沙线"), ["湖南省长沙市长沙县"]);
        // What lies in a province has its name in common, but not its own.
        assert_eq!(near("湖南星"), ["湖南省"]);
        assert_eq!(
            near("湖南省长莎市"),
            ["湖南省长沙市", "湖南省长沙市长沙县", "湖南省"]
        );
        assert_eq!(near("深圳"), [""; 0]);
        assert_eq!(near(""), [""; 0]);
    }

    #[test]
    fn an_address_lies_in_the_last_place_that_it_names() {
        for (text, code) in [
            ("湖南省长沙市长沙县星沙街道开元东路", 430_121),
            ("湖南 长沙县 星沙街道", 430_121),
            ("长沙市开福路1号", 430_100),
            ("湖南省株洲市天元区泰山路", 430_200),
            ("湖南省株洲市荷塘区月塘街道", 430_202),
            ("吉林省吉林市昌邑区", 220_200),
            ("湖南省武冈市", 430_000),
        ] {
            assert_eq!(regions().read(text), Ok(RegionCode(code)), "{text}");
        }
        for text in [
            "长沙路1号",
            "长沙市长沙线",
            "湖南省长沙市x",
            "株洲市河塘区月塘街道",
            "湖南省长莎市星沙街道",
        ] {
            let read = regions().read(text);
            assert!(matches!(read, Err(NotARegion::Unknown(_))), "{text}");
        }
    }

    #[test]
    fn places_are_found_by_any_part_of_their_names() {
        let found = |text: &str| -> Vec<String> {
            let regions = regions();
            let found = regions.find(text).into_iter();
            found.map(|region| regions.full_name(region.code)).collect()
        };
        assert_eq!(found("塘"), ["湖南省株洲市荷塘区"]);
        assert_eq!(found("株洲荷塘"), ["湖南省株洲市荷塘区"]);
        assert_eq!(found("长沙"), ["湖南省长沙市", "湖南省长沙市长沙县"]);
        assert_eq!(found("长沙县"), ["湖南省长沙市长沙县"]);
        assert_eq!(found("吉林"), ["吉林省", "吉林省吉林市", "吉林省长春市"]);
        assert_eq!(found("全"), [""; 0]);
        assert_eq!(found(""), [""; 0]);
    }
}
