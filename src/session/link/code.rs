//! The letters of a link: bytes in base64url with a checksum, numbers and texts in few bytes.

/// The characters that amounts and dates are made of, each in half a byte.
const PACKED: [char; 16] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-', ',', '%', '\u{4e07}', '\u{4ebf}',
];

/// The 64 letters of base64url.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A number that stands for a name: FNV-1a, folded to this many bits.
pub fn key(name: &str, bits: u32) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let hash = name.bytes().fold(0x811c_9dc5, step);
    (hash >> bits ^ hash) & ((1 << bits) - 1)
}

/// CRC-32: finds every change of up to 32 bits in a row.
fn checksum(bytes: &[u8]) -> u32 {
    let bit = |crc: u32, _| crc >> 1 ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
    let step = |crc: u32, byte: &u8| (0..8).fold(crc ^ u32::from(*byte), bit);
    !bytes.iter().fold(!0, step)
}

/// Bytes and their checksum as letters.
pub fn seal(mut bytes: Vec<u8>) -> String {
    bytes.extend(checksum(&bytes).to_be_bytes());
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let mut group = [0; 4];
        group[1..=three.len()].copy_from_slice(three);
        let group = u32::from_be_bytes(group);
        for letter in 0..=three.len() {
            let index = group >> (18 - 6 * letter) & 63;
            out.extend(
                LETTERS
                    .get(index as usize)
                    .map(|letter| char::from(*letter)),
            );
        }
    }
    out
}

/// The bytes in letters, if not one of them was changed or lost.
pub fn unseal(letters: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for four in letters.as_bytes().chunks(4) {
        let mut group = 0;
        for place in 0..4 {
            let letter = four.get(place).unwrap_or(&LETTERS[0]);
            let index = LETTERS.iter().position(|known| known == letter)?;
            group = group << 6 | u32::try_from(index).ok()?;
        }
        let [_, three @ ..] = group.to_be_bytes();
        let (whole, rest) = three.split_at(four.len() - 1);
        // Bits that no byte takes are written as 0.
        if four.len() < 2 || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(whole);
    }
    let stated = bytes.split_off(bytes.len().checked_sub(4)?);
    (stated == checksum(&bytes).to_be_bytes()).then_some(bytes)
}

/// What a text is.
#[derive(Debug, PartialEq, Eq)]
pub enum Text {
    /// As it was typed.
    Typed(String),
    /// The option whose id has this key.
    Option(u32),
}

const TYPED: u32 = 0;
const NUMERIC: u32 = 1;
const OPTION: u32 = 2;

/// Bytes as they are written.
#[derive(Default)]
pub struct Writer(pub Vec<u8>);

impl Writer {
    /// A number, small ones in one byte.
    pub fn number(&mut self, mut number: u32) {
        while number > 127 {
            self.0.push(number as u8 | 128);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    /// The count of things; no form holds as many as would not fit.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// A year, one near 2000 in one byte.
    pub fn year(&mut self, year: i16) {
        let by = i32::from(year) - 2000;
        self.number((by << 1 ^ by >> 31).cast_unsigned());
    }

    /// The key of a name, in whole bytes.
    pub fn key(&mut self, key: u32, bits: u32) {
        let bytes = key.to_be_bytes();
        self.0.extend(&bytes[bytes.len() - bits as usize / 8..]);
    }

    /// A text.
    pub fn text(&mut self, text: &Text, bits: u32) {
        match text {
            Text::Option(key) => {
                self.number(OPTION);
                self.key(*key, bits);
            }
            Text::Typed(text) => self.typed(text),
        }
    }

    fn typed(&mut self, text: &str) {
        let half = |c| PACKED.iter().position(|packed| *packed == c);
        let halves: Option<Vec<_>> = text.chars().map(half).collect();
        match halves {
            Some(halves) if !halves.is_empty() => {
                self.count(halves.len() << 2 | NUMERIC as usize);
                let byte = |two: &[usize]| (two[0] << 4 | two.get(1).unwrap_or(&0)) as u8;
                self.0.extend(halves.chunks(2).map(byte));
            }
            _ => {
                self.count(text.len() << 2 | TYPED as usize);
                self.0.extend(text.as_bytes());
            }
        }
    }
}

/// Bytes as they are read; nothing where they end too early or say what cannot be.
pub struct Reader<'b>(pub &'b [u8]);

impl<'b> Reader<'b> {
    /// Some bytes.
    pub fn bytes(&mut self, count: u32) -> Option<&'b [u8]> {
        let (bytes, rest) = self.0.split_at_checked(count as usize)?;
        self.0 = rest;
        Some(bytes)
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    /// A number.
    pub fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }

    /// A year.
    pub fn year(&mut self) -> Option<i16> {
        let number = self.number()?;
        let by = (number >> 1).cast_signed() ^ -(number & 1).cast_signed();
        i16::try_from(by + 2000).ok()
    }

    /// The key of a name.
    pub fn key(&mut self, bits: u32) -> Option<u32> {
        let bytes = self.bytes(bits / 8)?.iter();
        Some(bytes.fold(0, |key, byte| key << 8 | u32::from(*byte)))
    }

    /// A text.
    pub fn text(&mut self, bits: u32) -> Option<Text> {
        let head = self.number()?;
        let len = head >> 2;
        match head & 3 {
            TYPED => {
                let bytes = self.bytes(len)?;
                Some(Text::Typed(str::from_utf8(bytes).ok()?.to_owned()))
            }
            NUMERIC => {
                let bytes = self.bytes(len.div_ceil(2))?.iter();
                let halves = bytes.flat_map(|byte| [byte >> 4, byte & 15]);
                let halves = halves.take(len as usize);
                Some(Text::Typed(
                    halves.map(|half| PACKED[usize::from(half)]).collect(),
                ))
            }
            OPTION => Some(Text::Option(self.key(bits)?)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_crc_32() {
        assert_eq!(checksum(b""), 0);
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn letters_are_base64url() {
        // "f\xff\xfe" + CRC: the first letters are those of RFC 4648.
        assert!(seal(vec![0x66, 0xff, 0xfe]).starts_with("Zv_-"));
        for length in 0..9 {
            let bytes: Vec<u8> = (250 - length..250).collect();
            assert_eq!(unseal(&seal(bytes.clone())), Some(bytes));
        }
    }

    #[test]
    fn a_letter_changed_or_lost_is_found() {
        for length in 0..6 {
            let sealed = seal(vec![7; length]);
            for at in 0..sealed.len() {
                let (before, after) = (&sealed[..at], &sealed[at + 1..]);
                assert_eq!(unseal(&format!("{before}{after}")), None, "{sealed} {at}");
                for letter in "AQgw_8+ é"
                    .chars()
                    .filter(|c| !sealed[at..].starts_with(*c))
                {
                    let changed = format!("{before}{letter}{after}");
                    assert_eq!(unseal(&changed), None, "{sealed} {changed}");
                }
            }
        }
    }

    #[test]
    fn numbers_years_and_texts_are_read_back() {
        let texts = [
            "",
            "0",
            "-1,200.5%",
            "3000\u{4e07}",
            "1.2\u{4ebf}",
            "\u{957f}\u{6c99}",
            "１２",
            "yes",
        ];
        let mut writer = Writer::default();
        let years = [2026, 2000, 1999, i16::MIN, i16::MAX];
        let numbers = [0, 127, 128, (1 << 28) - 1];
        years.iter().for_each(|year| writer.year(*year));
        numbers.iter().for_each(|number| writer.number(*number));
        for text in texts {
            writer.text(&Text::Typed(text.to_owned()), 16);
        }
        writer.text(&Text::Option(0xabcd), 16);
        let mut reader = Reader(&writer.0);
        assert_eq!(years.map(|_| reader.year()), years.map(Some));
        assert_eq!(numbers.map(|_| reader.number()), numbers.map(Some));
        for text in texts {
            assert_eq!(reader.text(16), Some(Text::Typed(text.to_owned())));
        }
        assert_eq!(reader.text(16), Some(Text::Option(0xabcd)));
        assert_eq!(reader.byte(), None);
    }

    #[test]
    fn numbers_take_half_a_byte_a_digit() {
        let length = |text: &str| {
            let mut writer = Writer::default();
            writer.text(&Text::Typed(text.to_owned()), 16);
            writer.0.len()
        };
        assert_eq!(length("12000000"), 5);
        assert_eq!(length("2026-01-01"), 6);
        assert_eq!(length("12000000 "), 10);
    }
}
