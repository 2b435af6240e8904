//! Places by their GB/T 2260 codes.

/// Whether a place lies in 湖南省.
pub fn in_hunan(code: i64) -> bool {
    code / 10_000 == 43
}

/// Whether a place lies in 长沙市.
pub fn in_changsha(code: i64) -> bool {
    code / 100 == 4301
}

/// Whether a place is 乌鲁木齐市水磨沟区.
pub fn in_shuimogou(code: i64) -> bool {
    code == 650_105
}
