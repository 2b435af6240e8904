//! Three-valued verdicts: what partial knowledge lets us say.

/// Whether a condition holds, as far as the answers tell; in the order of Kleene's logic, where 且 takes
/// the least and 或 the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It fails under every completion of the answers.
    No,
    /// The answers do not decide it.
    Unknown,
    /// It holds under every completion of the answers.
    Yes,
}

impl Verdict {
    /// The name used in files and in JSON: `yes`, `no`, `unknown`.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Yes => "yes",
            Verdict::No => "no",
            Verdict::Unknown => "unknown",
        }
    }

    /// 且: fails as soon as one part fails.
    pub fn and(self, other: Verdict) -> Verdict {
        self.min(other)
    }

    /// 或: holds as soon as one part holds.
    pub fn or(self, other: Verdict) -> Verdict {
        self.max(other)
    }

    /// What can be said where either of two verdicts may apply.
    pub fn either(self, other: Verdict) -> Verdict {
        if self == other {
            self
        } else {
            Verdict::Unknown
        }
    }

    /// What can be said where any one of several verdicts may apply; nothing is looked at after what
    /// leaves it open.
    pub fn whichever(verdicts: impl IntoIterator<Item = Verdict>) -> Verdict {
        let mut verdicts = verdicts.into_iter();
        match verdicts.next() {
            Some(first) if first != Verdict::Unknown && verdicts.all(|other| other == first) => {
                first
            }
            _ => Verdict::Unknown,
        }
    }
}

impl std::ops::Not for Verdict {
    type Output = Verdict;

    fn not(self) -> Verdict {
        match self {
            Verdict::Yes => Verdict::No,
            Verdict::No => Verdict::Yes,
            Verdict::Unknown => Verdict::Unknown,
        }
    }
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Verdict {
        if holds { Verdict::Yes } else { Verdict::No }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, No, Unknown, Yes};

    #[test]
    fn kleene_tables() {
        for (a, b, and, or) in [
            (Yes, Yes, Yes, Yes),
            (Yes, No, No, Yes),
            (Yes, Unknown, Unknown, Yes),
            (No, No, No, No),
            (No, Unknown, No, Unknown),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((a.and(b), b.and(a)), (and, and));
            assert_eq!((a.or(b), b.or(a)), (or, or));
        }
        assert_eq!(!Unknown, Unknown);
        assert_eq!(Yes.either(No), Unknown);
        for (verdicts, said) in [
            (&[][..], Unknown),
            (&[No, No], No),
            (&[Yes, Yes, Yes], Yes),
            (&[Yes, Yes, No], Unknown),
            (&[No, Unknown], Unknown),
            (&[Unknown, Yes], Unknown),
        ] {
            assert_eq!(Verdict::whichever(verdicts.iter().copied()), said);
        }
        assert_eq!(Verdict::from(true), Yes);
    }

    #[test]
    fn names_are_those_of_files_and_json() {
        let names = [Verdict::Yes, Verdict::No, Verdict::Unknown].map(Verdict::id);
        assert_eq!(names, ["yes", "no", "unknown"]);
    }
}
