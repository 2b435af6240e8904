//! One program of a small catalogue: what its conditions and numbers come to, and what is asked for
//! them.

mod advice;
mod assumed;
mod conditions;
mod curves;
mod gaps;
mod numbers;
mod readings;
mod shares;
mod ways;
mod world;
