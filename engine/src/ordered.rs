//! Maps and sets as ascending lists: they have few members, and are walked more often than changed.
//!
//! What is written as JSON is a `BTreeMap` instead: an empty one of these would be written as `[]`.

/// Values by their keys, in ascending order.
pub use litemap::LiteMap as Map;

/// Different values in ascending order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Set<T> {
        Set(Vec::new())
    }
}

impl<T> Set<T> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values, ascending.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Takes every value out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Keeps some of the values.
    pub fn retain(&mut self, kept: impl FnMut(&T) -> bool) {
        self.0.retain(kept);
    }
}

impl<T: Ord> Set<T> {
    /// Whether a value is one of them.
    pub fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }

    /// Adds a value; whether it was not there yet.
    pub fn insert(&mut self, value: T) -> bool {
        let place = self.0.binary_search(&value);
        if let Err(place) = place {
            self.0.insert(place, value);
        }
        place.is_err()
    }

    /// Takes a value out; whether it was there.
    pub fn remove(&mut self, value: &T) -> bool {
        let place = self.0.binary_search(value);
        if let Ok(place) = place {
            self.0.remove(place);
        }
        place.is_ok()
    }

    /// Whether no value is in both.
    pub fn is_disjoint(&self, other: &Set<T>) -> bool {
        self.iter().all(|value| !other.contains(value))
    }
}

impl<T: Ord, const N: usize> From<[T; N]> for Set<T> {
    fn from(values: [T; N]) -> Set<T> {
        values.into_iter().collect()
    }
}

impl<T: Ord> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Set<T> {
        let mut set = Set::default();
        set.extend(values);
        set
    }
}

impl<T: Ord> Extend<T> for Set<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        self.0.extend(values);
        self.0.sort_unstable();
        self.0.dedup();
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_ascending_and_different() {
        let mut set = Set::from([3, 1, 3, 2]);
        assert_eq!(set.0, [1, 2, 3]);
        assert!(set.insert(0) && !set.insert(2));
        assert!(set.remove(&1) && !set.remove(&9));
        assert_eq!(set.0, [0, 2, 3]);
    }

    #[test]
    fn sets_without_a_common_value_are_disjoint() {
        let set = Set::from([1, 3]);
        assert!(set.is_disjoint(&Set::from([2, 4])));
        assert!(!set.is_disjoint(&Set::from([2, 3])));
    }
}
