//! How deep conditions and measures may stand in one another where a catalogue is read, and how many
//! there may be of them and of late texts, a shared figure counted wherever it is used.
//!
//! One that comes as a file may have been made to be deeper than the stack of a browser, or to hold
//! figures of figures of figures.

use std::cell::Cell;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::condition::Condition;
use crate::policy::measure::Measure;

/// More levels than the law of any document needs, and far fewer than any stack has room for.
const DEEPEST: u8 = 100;

/// A hundred times what the catalogue that we know has.
const MOST: u32 = 1_000_000;

/// How much has been read.
#[derive(Clone, Copy, Default)]
struct Read {
    /// In how many others stands what is being read.
    depth: u8,
    /// The greatest depth since a figure began.
    deepest: u8,
    /// How many conditions, measures and late texts there were.
    count: u32,
}

/// How large a figure is.
#[derive(Clone, Copy, Default)]
pub(crate) struct Extent {
    levels: u8,
    count: u32,
}

thread_local! {
    static READ: Cell<Read> = const { Cell::new(Read { depth: 0, deepest: 0, count: 0 }) };
}

/// Begins to count anew.
pub(crate) fn forget() {
    READ.take();
}

/// Reads what may hold its like, unless it stands in too many others already.
fn within<T, E: Error>(read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    again(Extent {
        levels: 1,
        count: 1,
    })?;
    let depth = READ.get().depth;
    let set = |depth| {
        READ.set(Read {
            depth,
            ..READ.get()
        })
    };
    set(depth + 1);
    let inner = read();
    set(depth);
    inner
}

/// Counts what is as large as this, unless there would be too much.
pub(crate) fn again<E: Error>(extent: Extent) -> Result<(), E> {
    let read = READ.get();
    let deepest = read.depth.saturating_add(extent.levels);
    let count = read.count.saturating_add(extent.count);
    if deepest > DEEPEST || count > MOST {
        return Err(E::custom("too deep, or too many"));
    }
    READ.set(Read {
        deepest: read.deepest.max(deepest),
        count,
        ..read
    });
    Ok(())
}

/// Counts a part that takes no room in a file, so that its length says nothing of how many there are.
pub(crate) fn one_more<E: Error>() -> Result<(), E> {
    again(Extent {
        levels: 0,
        count: 1,
    })
}

/// Reads a figure and says how large it is.
pub(crate) fn measured<T>(read: impl FnOnce() -> T) -> (T, Extent) {
    let before = READ.get();
    READ.set(Read {
        deepest: before.depth,
        ..before
    });
    let inner = read();
    let after = READ.get();
    READ.set(Read {
        deepest: after.deepest.max(before.deepest),
        ..after
    });
    let extent = Extent {
        levels: after.deepest - before.depth,
        count: after.count - before.count,
    };
    (inner, extent)
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
