//! Places by their GB/T 2260 codes: two digits for the province, two for the city, two for the county.

/// Whether a place lies in 湖南省.
pub fn in_hunan(code: u32) -> bool {
    code / 10_000 == 43
}

/// Whether a place lies in 长沙市.
pub fn in_changsha(code: u32) -> bool {
    code / 100 == 4301
}

/// Whether a place is 乌鲁木齐市水磨沟区.
pub fn in_shuimogou(code: u32) -> bool {
    code == 650_105
}
