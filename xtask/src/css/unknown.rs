//! What Chromium 80 does not know.

/// Something a later Chromium learnt.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The property, value, unit, selector or at-rule.
    pub name: &'static str,
    /// The Chromium that knows it first.
    pub since: u16,
    /// What to write in its place.
    pub instead: &'static str,
}

const fn unknown(name: &'static str, since: u16, instead: &'static str) -> Unknown {
    Unknown {
        name,
        since,
        instead,
    }
}

/// Properties.
pub const PROPERTIES: &[Unknown] = &[
    unknown("inset", 87, "top、right、bottom、left"),
    unknown("inset-block", 87, "top、bottom"),
    unknown("inset-block-start", 87, "top"),
    unknown("inset-block-end", 87, "bottom"),
    unknown("inset-inline", 87, "left、right"),
    unknown("inset-inline-start", 87, "left"),
    unknown("inset-inline-end", 87, "right"),
    unknown("margin-inline", 87, "margin-left、margin-right"),
    unknown("margin-block", 87, "margin-top、margin-bottom"),
    unknown("padding-inline", 87, "padding-left、padding-right"),
    unknown("padding-block", 87, "padding-top、padding-bottom"),
    unknown("border-inline", 87, "border-left、border-right"),
    unknown("border-block", 87, "border-top、border-bottom"),
    unknown("aspect-ratio", 88, "高度，或百分比的 padding-top"),
    unknown("container", 105, "@media"),
    unknown("container-type", 105, "@media"),
    unknown("container-name", 105, "@media"),
    unknown("accent-color", 93, "@supports (accent-color: red) 之内再写"),
    unknown("text-wrap", 114, "@supports (text-wrap: balance) 之内再写"),
    unknown("scrollbar-gutter", 94, "overflow-y: scroll"),
    unknown(
        "content-visibility",
        85,
        "@supports (content-visibility: auto) 之内再写",
    ),
    unknown("translate", 104, "transform: translate()"),
    unknown("rotate", 104, "transform: rotate()"),
    unknown("scale", 104, "transform: scale()"),
];

/// Words in values, of some properties or of all (`""`): the property, then the word.
pub const KEYWORDS: &[(&str, Unknown)] = &[
    ("overflow", unknown("clip", 90, "overflow: hidden")),
    ("overflow-x", unknown("clip", 90, "overflow-x: hidden")),
    ("overflow-y", unknown("clip", 90, "overflow-y: hidden")),
    ("", unknown("revert", 84, "initial、inherit 或明确的值")),
    (
        "",
        unknown("revert-layer", 99, "initial、inherit 或明确的值"),
    ),
];

/// Functions in values.
pub const FUNCTIONS: &[Unknown] = &[
    unknown("color-mix", 111, "写好的颜色"),
    unknown("oklch", 111, "#rrggbb 或 rgb()"),
    unknown("oklab", 111, "#rrggbb 或 rgb()"),
    unknown("lch", 111, "#rrggbb 或 rgb()"),
    unknown("lab", 111, "#rrggbb 或 rgb()"),
    unknown("hwb", 101, "#rrggbb 或 hsl()"),
    unknown("color", 111, "#rrggbb 或 rgb()"),
    unknown("light-dark", 123, "@media (prefers-color-scheme: dark)"),
    unknown("image-set", 113, "-webkit-image-set() 或一张图片"),
    unknown("round", 125, "写好的数值"),
    unknown("mod", 125, "写好的数值"),
    unknown("rem", 125, "写好的数值"),
    unknown("abs", 138, "写好的数值"),
];

/// Units of lengths.
pub const UNITS: &[Unknown] = &[
    unknown("dvh", 108, "vh"),
    unknown("svh", 108, "vh"),
    unknown("lvh", 108, "vh"),
    unknown("dvw", 108, "vw"),
    unknown("svw", 108, "vw"),
    unknown("lvw", 108, "vw"),
    unknown("cqw", 105, "vw 或 %"),
    unknown("cqh", 105, "vh 或 %"),
    unknown("cqi", 105, "vw 或 %"),
    unknown("cqb", 105, "vh 或 %"),
    unknown("lh", 109, "em"),
    unknown("rlh", 111, "rem"),
];

/// Pseudo-classes and pseudo-elements, with their colons. One that is not known voids the whole rule.
pub const SELECTORS: &[Unknown] = &[
    unknown(":is", 88, "分开写的几个选择器"),
    unknown(":where", 88, "分开写的几个选择器"),
    unknown(":has", 105, "由程序加上的类名"),
    unknown(
        ":focus-visible",
        86,
        ":focus，或在 @supports selector(:focus-visible) 之内再写",
    ),
    unknown(":autofill", 110, ":-webkit-autofill"),
    unknown(":user-valid", 119, "由程序加上的类名"),
    unknown(":user-invalid", 119, "由程序加上的类名"),
    unknown(":modal", 105, "由程序加上的类名"),
    unknown(":popover-open", 114, "由程序加上的类名"),
    unknown("::marker", 86, "::before"),
    unknown("::file-selector-button", 89, "::-webkit-file-upload-button"),
];

/// At-rules, with their sign.
pub const AT_RULES: &[Unknown] = &[
    unknown("@container", 105, "@media"),
    unknown("@layer", 99, "按先后顺序排列的规则"),
    unknown("@property", 85, "普通的自定义属性"),
    unknown("@scope", 118, "带前缀的类名"),
    unknown("@starting-style", 117, "@keyframes"),
];

/// Properties that Chromium 80 knows in a grid only.
pub const GAPS: &[Unknown] = &[
    unknown(
        "gap",
        84,
        "子元素的 margin（网格布局须在同一条规则里写明 display: grid）",
    ),
    unknown(
        "row-gap",
        84,
        "子元素的 margin（网格布局须在同一条规则里写明 display: grid）",
    ),
    unknown(
        "column-gap",
        84,
        "子元素的 margin（网格或分栏布局须在同一条规则里写明 display: grid 或 columns）",
    ),
    unknown(
        "grid-gap",
        84,
        "子元素的 margin（网格布局须在同一条规则里写明 display: grid）",
    ),
];

/// A rule inside a rule.
pub const NESTING: Unknown = unknown("嵌套规则", 112, "写出完整选择器的平级规则");

/// `:not()` of more than one simple selector.
pub const NOT_LIST: Unknown = unknown(":not() 中的列表", 88, "连写的几个 :not()");

/// `(width >= 600px)`.
pub const MEDIA_RANGE: Unknown =
    unknown("@media 的比较号", 104, "(min-width: …) 或 (max-width: …)");
