//! The sum of a list, which CEL lacks: a function of the host, over the doubles that CEL counts with.

use cel::common::types::{CelDouble, LIST_TYPE};
use cel::common::value::CowVal;
use cel::{DeclarationError, Env, ExecutionError};

/// Declares `sum(list)`.
pub fn extension(env: &mut Env) -> Result<(), DeclarationError> {
    env.add_overload("sum", "sum(list)", vec![LIST_TYPE], sum)
}

fn sum<'b, 'v>(args: Vec<CowVal<'b, 'v>>) -> Result<CowVal<'b, 'v>, ExecutionError> {
    let no_doubles = || ExecutionError::function_error("sum", "it takes a list of doubles");
    let list = args.first().and_then(|list| list.as_iterable());
    let mut items = list.ok_or_else(no_doubles)?.iter();
    let mut total = 0.0;
    while let Some(item) = items.next() {
        total += item
            .downcast_ref::<CelDouble>()
            .ok_or_else(no_doubles)?
            .inner();
    }
    Ok(CowVal::owned(CelDouble::from(total)))
}
