//! A catalogue in a file, for a page that is to show other policies than those it was built with.
//!
//! A mark, the shape of the catalogue, a checksum, and then what postcard makes of the catalogue, its
//! late texts and its English ones. The shape is a hash of the engine's sources: a file is for pages of one version.

use std::hash::{DefaultHasher, Hasher};

use policy_engine::catalog::Catalog;

/// What a file begins with.
const MARK: &[u8] = b"policy-check catalogue\n";
/// The shape of the catalogue: build.rs.
const SHAPE: &str = env!("CATALOGUE_SHAPE");
/// The longest file that is read, in bytes: a hundred times the catalogue that we know.
const LONGEST: usize = 32 << 20;
/// How many bytes the checksum has.
const CHECKSUM: usize = 8;

/// Why a file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no catalogue.
    NotOne,
    /// It was made for another version of the page.
    OtherVersion,
    /// A part was changed or lost.
    Broken,
}

/// A catalogue and its English texts, in the order of `policy_engine::translation`; none for no English.
pub type Packed = (Catalog, Vec<String>);

/// The file of a catalogue.
pub fn pack((catalog, english): &Packed) -> Vec<u8> {
    let body = (catalog, catalog.late_texts(), english);
    sealed(&postcard::to_allocvec(&body).expect("a catalogue is plain data"))
}

/// The file of what postcard makes of a catalogue.
pub fn sealed(body: &[u8]) -> Vec<u8> {
    [MARK, SHAPE.as_bytes(), &checksum(body), body].concat()
}

/// The catalogue of a file.
pub fn unpack(bytes: &[u8]) -> Result<Packed, Unreadable> {
    if bytes.len() > LONGEST {
        return Err(Unreadable::NotOne);
    }
    let rest = bytes.strip_prefix(MARK).ok_or(Unreadable::NotOne)?;
    let rest = rest
        .strip_prefix(SHAPE.as_bytes())
        .ok_or(Unreadable::OtherVersion)?;
    let (sum, body) = rest.split_at_checked(CHECKSUM).ok_or(Unreadable::Broken)?;
    if checksum(body) != sum {
        return Err(Unreadable::Broken);
    }
    let (catalog, texts, english): (Catalog, Vec<&str>, Vec<String>) =
        postcard::from_bytes(body).map_err(|_| Unreadable::Broken)?;
    catalog.fill(&texts);
    Ok((catalog, english))
}

/// Against accidents, not against forgery: who can put a file beside the page can put another page there.
fn checksum(body: &[u8]) -> [u8; CHECKSUM] {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    hasher.finish().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use policy_engine::policy::condition::Test;
    use policy_engine::policy::measure::Measure;
    use policy_engine::policy::named::Name;

    fn file() -> Vec<u8> {
        pack(&(crate::catalog().clone(), vec!["a text".to_owned()]))
    }

    #[test]
    fn what_is_packed_reads_back() {
        let (catalog, english) = unpack(&file()).expect("just packed");
        assert_eq!(&catalog, crate::catalog());
        assert_eq!(english, ["a text"]);
    }

    #[test]
    fn one_that_is_nested_without_end_is_refused() {
        let nested = |levels: usize| {
            let mut catalog = crate::catalog().clone();
            let mut programs = catalog.policies.iter_mut().flat_map(|it| &mut it.programs);
            let program = programs.find(|program| !program.requires.is_empty());
            let condition = &mut program.expect("one with a condition").requires[0];
            for _ in 0..levels {
                let inner = Box::new(condition.clone());
                condition.test = Test::Not(inner);
            }
            unpack(&pack(&(catalog, vec![]))).map(drop)
        };
        assert_eq!(nested(50), Ok(()));
        assert_eq!(nested(200), Err(Unreadable::Broken));
    }

    /// A figure that is the sum of others, of a name of its own.
    fn sum(index: usize, of: Vec<Measure>) -> Measure {
        let name = Name {
            id: format!("sum-{index}"),
            label: String::new(),
            basis: Vec::new(),
        };
        Measure::Named((name, Measure::Sum(of)).into())
    }

    /// What becomes of a catalogue in which a program shows these.
    fn showing(shows: Vec<Measure>) -> Result<(), Unreadable> {
        let mut catalog = crate::catalog().clone();
        let mut programs = catalog.policies.iter_mut().flat_map(|it| &mut it.programs);
        programs.next().expect("one").shows = shows;
        unpack(&pack(&(catalog, vec![]))).map(drop)
    }

    #[test]
    fn a_figure_is_written_once_however_often_it_is_used() {
        let file = file();
        let times = |text: &[u8]| file.windows(text.len()).filter(|at| *at == text).count();
        assert_eq!(times(b"company.size"), 1);
        assert_eq!(times(b"tax.statutory-base"), 1);
    }

    #[test]
    fn figures_of_figures_are_counted_wherever_they_are_used() {
        let doubled = |times: usize| {
            let first = sum(0, Vec::new());
            (1..=times).fold(first, |of, index| sum(index, vec![of.clone(), of]))
        };
        assert_eq!(showing(vec![doubled(10)]), Ok(()));
        assert_eq!(showing(vec![doubled(40)]), Err(Unreadable::Broken));
    }

    #[test]
    fn texts_that_take_no_room_are_counted_too() {
        let notes = |count: usize| {
            let mut catalog = crate::catalog().clone();
            catalog.policies.truncate(1);
            catalog.policies[0].notes = vec![Default::default(); count];
            unpack(&pack(&(catalog, vec![]))).map(drop)
        };
        assert_eq!(notes(1_000), Ok(()));
        assert_eq!(notes(1_000_001), Err(Unreadable::Broken));
    }

    #[test]
    fn a_figure_is_as_deep_as_those_that_stand_in_it() {
        // Each is written where the one in it is known already.
        let tower = |levels: usize| {
            let mut figures = vec![sum(0, Vec::new())];
            for index in 1..levels {
                figures.push(sum(index, vec![figures[index - 1].clone()]));
            }
            showing(figures)
        };
        assert_eq!(tower(50), Ok(()));
        assert_eq!(tower(51), Err(Unreadable::Broken));
    }

    #[test]
    fn other_files_are_refused_each_with_its_reason() {
        let good = file();
        let at = |index: usize| {
            let mut bytes = good.clone();
            bytes[index] ^= 1;
            unpack(&bytes)
        };
        assert_eq!(at(0), Err(Unreadable::NotOne));
        assert_eq!(at(MARK.len()), Err(Unreadable::OtherVersion));
        assert_eq!(at(MARK.len() + SHAPE.len()), Err(Unreadable::Broken));
        assert_eq!(at(good.len() - 1), Err(Unreadable::Broken));
        assert_eq!(unpack(&good[..good.len() - 1]), Err(Unreadable::Broken));
        assert_eq!(
            unpack(&good[..MARK.len() + SHAPE.len() + 3]),
            Err(Unreadable::Broken)
        );
        assert_eq!(unpack(b""), Err(Unreadable::NotOne));
        assert_eq!(unpack(&vec![b'p'; LONGEST + 1]), Err(Unreadable::NotOne));
    }
}
