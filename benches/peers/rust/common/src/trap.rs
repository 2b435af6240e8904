//! The float trap: hours that are exactly the hundred asked for, but not in binary floats.

use crate::case::Case;
use crate::enterprise::Aircraft;
use crate::peer::Peer;

/// Prints to stderr what a tool pays for 0.1, 64.1 and 35.8 hours in 湖南, which is 235650元.
pub fn tell<P: Peer>(peer: &P, any: &Case) {
    let mut case = any.clone();
    case.enterprise.main_base = 430_100;
    case.enterprise.aviation.general = true;
    let aircraft = |(mass, hours): (&str, &str)| Aircraft {
        max_takeoff_mass: mass.to_owned(),
        count: "1".to_owned(),
        hours: hours.to_owned(),
    };
    case.enterprise.fleet = [("1", "0.1"), ("3", "64.1"), ("5", "35.8")]
        .map(aircraft)
        .into();
    let [said, ..] = peer.assess_in_fen(&peer.prepare(&case));
    eprintln!(
        "{}: the trap: says {said:?}, due Paid(23565000) (fen)",
        P::NAME
    );
}
