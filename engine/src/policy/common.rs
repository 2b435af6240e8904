//! What several programs have in common is held once, and written once in a catalogue: 企业规模.

use std::cell::RefCell;
use std::ops::Deref;
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::policy::class::Classes;
use crate::policy::measure::Measure;
use crate::policy::named::Name;
use crate::policy::nesting::{self, Extent};

/// A shared figure, wherever it is used.
#[derive(Clone, Debug, Eq)]
pub struct Common<T>(Arc<T>);

impl<T: Clone> Common<T> {
    /// The figure, to be changed here and nowhere else.
    pub(crate) fn own(&mut self) -> &mut T {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<T> for Common<T> {
    fn from(of: T) -> Common<T> {
        Common(Arc::new(of))
    }
}

impl<T> Deref for Common<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: PartialEq> PartialEq for Common<T> {
    fn eq(&self, other: &Common<T>) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

/// A figure that a catalogue has written or read, and how large it is.
pub struct Known<T>(Common<T>, Extent);

/// The figures of a kind in the catalogue at hand, in the order in which each ends first.
type List<T> = RefCell<Vec<Known<T>>>;

thread_local! {
    static NUMBERS: List<(Name, Measure)> = const { RefCell::new(Vec::new()) };
    static CLASSES: List<Classes> = const { RefCell::new(Vec::new()) };
}

/// What can be shared.
pub trait Figure: Clone + PartialEq {
    /// Does something with those that are known.
    fn known<R>(with: impl FnOnce(&mut Vec<Known<Self>>) -> R) -> R;
}

impl Figure for (Name, Measure) {
    fn known<R>(with: impl FnOnce(&mut Vec<Known<Self>>) -> R) -> R {
        NUMBERS.with_borrow_mut(with)
    }
}

impl Figure for Classes {
    fn known<R>(with: impl FnOnce(&mut Vec<Known<Self>>) -> R) -> R {
        CLASSES.with_borrow_mut(with)
    }
}

/// Writes or reads a whole catalogue, in which no figure is known to begin with.
pub(crate) fn within_catalogue<T>(work: impl FnOnce() -> T) -> T {
    let forget = || {
        NUMBERS.take();
        CLASSES.take();
        nesting::forget();
    };
    forget();
    let done = work();
    forget();
    done
}

/// A figure as it stands in a catalogue.
#[derive(Serialize, Deserialize)]
enum Written<T> {
    /// Itself, where it is used first.
    Here(T),
    /// Its place among those before, where it is used again.
    Before(usize),
}

impl<T: Figure + Serialize> Serialize for Common<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let place = T::known(|known| known.iter().position(|Known(one, _)| one == self));
        if let Some(place) = place {
            return Written::Before::<&T>(place).serialize(to);
        }
        let done = Written::Here(&**self).serialize(to)?;
        T::known(|known| known.push(Known(self.clone(), Extent::default())));
        Ok(done)
    }
}

impl<'de, T: Figure + Deserialize<'de>> Deserialize<'de> for Common<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Common<T>, D::Error> {
        let (written, extent) = nesting::measured(|| Written::<T>::deserialize(from));
        match written? {
            Written::Here(figure) => {
                let figure = Common::from(figure);
                T::known(|known| known.push(Known(figure.clone(), extent)));
                Ok(figure)
            }
            Written::Before(place) => T::known(|known| {
                let Known(figure, extent) = known
                    .get(place)
                    .ok_or_else(|| D::Error::custom("no such figure"))?;
                nesting::again(*extent)?;
                Ok(figure.clone())
            }),
        }
    }
}
