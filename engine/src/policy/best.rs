//! The best of several ways to reckon, and which one it is.

use serde::{Deserialize, Serialize};

use crate::case::{Case, Place, list};
use crate::policy::condition::{Condition, Finding, all};
use crate::policy::measure::Measure;
use crate::policy::working::{Steps, Working};
use crate::span::Span;
use crate::verdict::Verdict;

/// The greatest or the least of what several ways give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Best {
    /// Whether the greatest is best.
    pub greatest: bool,
    /// The ways; at least one has no conditions.
    pub ways: Vec<Way>,
}

/// One way to reckon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    /// Its name: 按销售收入.
    pub says: String,
    /// What must hold for it.
    pub requires: Vec<Condition>,
    /// What it gives.
    pub of: Measure,
}

/// What a way gives: its twin.
#[derive(Clone, Debug, PartialEq)]
pub struct WayFound<'a> {
    /// The way.
    pub way: &'a Way,
    /// What was found of its conditions.
    pub findings: Vec<Finding<'a>>,
    /// Whether it may be taken.
    pub verdict: Verdict,
    /// What it gives.
    pub working: Working<'a>,
}

impl Best {
    /// The best; and every way, with the one that is certain to be the best, where that is asked for.
    pub(crate) fn reckon<'a>(&'a self, case: &Case, how: Option<&mut Steps<'a>>) -> Span {
        let better = if self.greatest {
            Span::greater
        } else {
            Span::lesser
        };
        let best = |before: Option<Span>, span| before.map_or(span, |before| better(before, span));
        // What is certain comes from the ways that may be taken for certain, what is possible from all.
        let (mut certain, mut possible) = (None, None);
        let mut ways = list(&how, self.ways.len());
        for way in &self.ways {
            let (verdict, span) = way.reckon(case, &mut ways);
            if verdict == Verdict::Yes {
                certain = Some(best(certain, span));
            }
            if verdict != Verdict::No {
                possible = Some(best(possible, span));
            }
        }
        if let (Some(how), Some(ways)) = (how, ways) {
            let winner = (0..ways.len()).find(|index| self.wins(&ways, *index));
            *how = Steps::Ways(ways, winner);
        }
        let certain = certain.unwrap_or(Span::ZERO);
        let possible = possible.unwrap_or(Span::ZERO);
        if self.greatest {
            Span {
                low: certain.low,
                high: possible.high,
            }
        } else {
            Span {
                low: possible.low,
                high: certain.high,
            }
        }
    }

    /// Whether no other way can be better than this one.
    fn wins(&self, ways: &[WayFound], index: usize) -> bool {
        let own = &ways[index];
        let others = ways.iter().enumerate().filter(|(other, _)| *other != index);
        own.verdict == Verdict::Yes && { others }.all(|(_, other)| {
            let (own, span) = (own.working.span, other.working.span);
            let beaten = if self.greatest {
                own.at_least(span)
            } else {
                span.at_least(own)
            };
            other.verdict == Verdict::No || beaten == Verdict::Yes
        })
    }

    /// Whether a way can still change what is best.
    fn matters(&self, best: Span, way: &WayFound) -> bool {
        let span = way.working.span;
        let worse = if self.greatest {
            span.high.is_some_and(|high| high <= best.low)
        } else {
            best.high.is_some_and(|high| span.low >= high)
        };
        way.verdict != Verdict::No && !worse
    }
}

impl Way {
    /// Whether the way may be taken and what it then gives; what was found of it joins the others,
    /// where they are kept.
    fn reckon<'a>(&'a self, case: &Case, found: &mut Option<Vec<WayFound<'a>>>) -> (Verdict, Span) {
        let Some(found) = found else {
            let verdict = all(case, &self.requires, None);
            let possible = verdict != Verdict::No;
            let span = possible.then(|| self.of.span(case));
            return (verdict, span.unwrap_or(Span::ZERO));
        };
        let mut findings = Vec::with_capacity(self.requires.len());
        let verdict = all(case, &self.requires, Some(&mut findings));
        let working = self.of.evaluate(case);
        let span = working.span;
        found.push(WayFound {
            way: self,
            findings,
            verdict,
            working,
        });
        (verdict, span)
    }
}

/// Visits the places that the best rests on, or with `only_open` those that can still change it.
pub(crate) fn each_place(
    of: &Best,
    best: Span,
    ways: &[WayFound],
    case: &Case,
    only_open: bool,
    visit: &mut dyn FnMut(Place),
) {
    let ways = ways.iter();
    for way in ways.filter(|way| !only_open || of.matters(best, way)) {
        for finding in &way.findings {
            if !only_open || finding.verdict == Verdict::Unknown {
                finding.each_place(case, only_open, visit);
            }
        }
        if !only_open || way.working.span.exact().is_none() {
            way.working.each_place(case, only_open, visit);
        }
    }
}
