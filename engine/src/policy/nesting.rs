//! How deep conditions and measures may stand in one another where a catalogue is read.
//!
//! One that comes as a file may have been made to be deeper than the stack of a browser.

use std::cell::Cell;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::condition::Condition;
use crate::policy::measure::Measure;

/// More levels than the law of any document needs, and far fewer than any stack has room for.
const DEEPEST: u8 = 100;

thread_local! {
    /// In how many others stands what is being read.
    static DEPTH: Cell<u8> = const { Cell::new(0) };
}

/// Reads what may hold its like, unless it stands in too many others already.
fn within<T, E: Error>(read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let depth = DEPTH.get();
    if depth == DEEPEST {
        return Err(E::custom("nested too deep"));
    }
    DEPTH.set(depth + 1);
    let inner = read();
    DEPTH.set(depth);
    inner
}

/// What serde derives for a type (`remote = "Self"`), with its levels counted.
macro_rules! counted {
    ($type:ty) => {
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                within(|| <$type>::deserialize(from))
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                <$type>::serialize(self, to)
            }
        }
    };
}

counted!(Condition);
counted!(Measure);

#[cfg(test)]
mod tests {
    use super::*;
    use serde::de::value::Error as Refusal;

    #[test]
    fn so_many_levels_are_read_and_no_more() {
        fn levels(left: u8) -> Result<(), Refusal> {
            within(|| if left == 1 { Ok(()) } else { levels(left - 1) })
        }
        assert!(levels(DEEPEST).is_ok());
        assert!(levels(DEEPEST + 1).is_err());
        assert!(levels(DEEPEST).is_ok(), "a refusal counts its levels back");
    }
}
