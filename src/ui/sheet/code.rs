//! What reopens the answers of a sheet: a QR code with its address, or a code to paste.

use std::fmt::Write;

use policy_wording::texts;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use yew::prelude::*;

/// The largest code that a phone reads off paper with some ease: 117 modules a side.
const LARGEST: u8 = 25;
/// The white around a code, in modules.
const QUIET: i32 = 4;
/// How many characters of a code to paste stand on one line.
const LINE: usize = 64;
/// How many such lines a sheet holds.
const MOST_LINES: usize = 40;

/// What reopens the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reopen {
    /// An address and the same as a QR code.
    Scan {
        /// The address.
        address: String,
        /// The QR code.
        drawing: Drawing,
    },
    /// A code to paste into the page, in lines.
    Paste(Vec<String>),
    /// The answers are too many for either.
    TooMany,
}

/// A QR code as one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its side with the white around it, in modules.
    side: i32,
    /// The dark modules.
    path: String,
}

impl Reopen {
    /// The way that the page has: by its address where others can reach it, else by a code.
    pub fn of(address: Option<String>, fragment: &str) -> Reopen {
        let Some(address) = address else {
            return paste(fragment);
        };
        let address = format!("{address}#{fragment}");
        draw(&address).map_or(Reopen::TooMany, |drawing| Reopen::Scan { address, drawing })
    }
}

/// The code in lines, where a sheet holds it.
fn paste(fragment: &str) -> Reopen {
    let characters: Vec<char> = fragment.chars().collect();
    let lines: Vec<String> = characters.chunks(LINE).map(String::from_iter).collect();
    if lines.len() > MOST_LINES {
        Reopen::TooMany
    } else {
        Reopen::Paste(lines)
    }
}

/// A text as a QR code, with as much correction as its size has room for.
fn draw(text: &str) -> Option<Drawing> {
    let segment = QrSegment::make_bytes(text.as_bytes());
    let (least, largest) = (Version::MIN, Version::new(LARGEST));
    let code =
        QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Low, least, largest, None, true);
    let code = code.ok()?;
    Some(Drawing {
        side: code.size() + 2 * QUIET,
        path: path(&code),
    })
}

/// The dark modules, each run of a row as one bar.
fn path(code: &QrCode) -> String {
    let mut out = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let dark = |x: &i32| code.get_module(*x, y);
            let run = (x..code.size()).take_while(dark).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let (left, top) = (x + QUIET, y + QUIET);
                write!(out, "M{left} {top}h{run}v1h-{run}z").expect("memory");
            }
            x += run + 1;
        }
    }
    out
}

/// What reopens the answers, with what to know of it.
pub fn reopen(reopen: &Reopen) -> Html {
    let t = texts();
    html! {
        <section class="pc-sheet-code" id="sheet-code" aria-labelledby="sheet-code-title">
            <h2 class="pc-sheet__heading" id="sheet-code-title">{ t.sheet_reopen }</h2>
            { match reopen {
                Reopen::Scan { address, drawing } => html! {
                    <>
                        <svg
                            class="pc-sheet-code__drawing" viewBox={format!("0 0 {0} {0}", drawing.side)}
                            role="img" aria-label={t.sheet_qr} shape-rendering="crispEdges"
                        >
                            <rect class="pc-sheet-code__light" width={drawing.side.to_string()} height={drawing.side.to_string()} />
                            <path class="pc-sheet-code__dark" d={drawing.path.clone()} />
                        </svg>
                        <p class="pc-sheet__note">{ t.sheet_scan }</p>
                        <p class="pc-sheet-code__text"><a href={address.clone()} target="_blank" rel="noopener">{ address }</a></p>
                    </>
                },
                Reopen::Paste(lines) => html! {
                    <>
                        <p class="pc-sheet__note">{ t.sheet_paste }</p>
                        <p class="pc-sheet-code__text">
                            { for lines.iter().map(|line| html! { <>{ line }<br /></> }) }
                        </p>
                    </>
                },
                Reopen::TooMany => html! { <p class="pc-sheet__note">{ t.sheet_too_many }</p> },
            } }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: &str = "https://example.gov.cn/policy-check/";

    #[test]
    fn an_address_is_drawn_and_written() {
        let reopened = Reopen::of(Some(HOME.to_owned()), "a1.abc");
        let Reopen::Scan { address, drawing } = reopened else {
            panic!("{reopened:?}");
        };
        assert_eq!(address, "https://example.gov.cn/policy-check/#a1.abc");
        // 43 bytes with the highest correction that fits the smallest version: 29 modules and the white.
        assert_eq!(drawing.side, 29 + 8);
        // The finder pattern in the corner: a bar of seven.
        assert!(drawing.path.starts_with("M4 4h7v1h-7z"), "{}", drawing.path);
    }

    #[test]
    fn every_dark_module_is_drawn_once() {
        let text = format!("{HOME}#a1.{}", "x".repeat(300));
        let segments = QrSegment::make_bytes(text.as_bytes());
        let code = QrCode::encode_segments(&[segments], QrCodeEcc::Medium).unwrap();
        let mut drawn = std::collections::BTreeSet::new();
        for bar in path(&code).split('M').skip(1) {
            let (left, rest) = bar.split_once(' ').unwrap();
            let (top, rest) = rest.split_once('h').unwrap();
            let (run, _) = rest.split_once('v').unwrap();
            let [left, top, run]: [i32; 3] = [left, top, run].map(|text| text.parse().unwrap());
            for x in left..left + run {
                assert!(drawn.insert((x - QUIET, top - QUIET)));
            }
        }
        let size = 0..code.size();
        let dark = size.clone().flat_map(|y| size.clone().map(move |x| (x, y)));
        let dark: std::collections::BTreeSet<_> =
            dark.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(drawn, dark);
    }

    #[test]
    fn without_an_address_there_is_a_code_to_paste() {
        let fragment = format!("a1.{}", "y".repeat(64));
        let Reopen::Paste(lines) = Reopen::of(None, &fragment) else {
            panic!("a code to paste");
        };
        assert_eq!(lines.iter().map(String::len).collect::<Vec<_>>(), [64, 3]);
        assert_eq!(lines.concat(), fragment);
        assert_eq!(
            Reopen::of(None, &"y".repeat(LINE * MOST_LINES + 1)),
            Reopen::TooMany
        );
    }

    #[test]
    fn what_no_phone_reads_is_not_drawn() {
        // Version 25 with low correction holds 1273 bytes.
        let of = |bytes: usize| {
            let fragment = "z".repeat(bytes - HOME.len() - 1);
            Reopen::of(Some(HOME.to_owned()), &fragment)
        };
        assert!(matches!(of(1273), Reopen::Scan { .. }));
        assert_eq!(of(1274), Reopen::TooMany);
    }
}
