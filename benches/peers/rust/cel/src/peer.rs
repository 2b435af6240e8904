//! CEL as a peer.

use std::sync::Arc;

use cel::objects::KeyRef;
use cel::{Context, Env, Program, Value, extensions};
use peer_common::case::Case;
use peer_common::due::{Due, PROGRAMS};
use peer_common::peer::{All, Peer};

use crate::{enterprise, rules, sum};

/// The compiled expressions, and the functions that they call.
pub struct Cel {
    env: Arc<Env>,
    programs: [Program; PROGRAMS.len()],
}

impl Peer for Cel {
    const NAME: &'static str = "cel";
    const EXPLAINS: bool = false;
    type Input = Context<'static, 'static>;
    type Money = f64;

    fn load() -> Cel {
        let mut env = Env::stdlib();
        env.add_extension(extensions::math).expect("no other math");
        env.add_extension(sum::extension).expect("no other sum");
        let programs = rules::sources().map(|source| {
            env.compile(&source)
                .unwrap_or_else(|error| panic!("{source}: {error}"))
        });
        Cel {
            env: Arc::new(env),
            programs,
        }
    }

    fn prepare(&self, case: &Case) -> Context<'static, 'static> {
        let mut context = Context::with_env(Arc::clone(&self.env));
        enterprise::add(&mut context, case).expect("plain data");
        context
    }

    fn assess(&self, enterprise: &Context) -> All<f64> {
        std::array::from_fn(|place| due(&self.programs[place], enterprise))
    }

    fn fen(yuan: f64) -> i64 {
        (yuan * 100.0).round() as i64
    }
}

/// What a program's expression says: null, an amount, or a map with a ceiling.
fn due(program: &Program, enterprise: &Context) -> Due<f64> {
    match program.execute(enterprise) {
        Ok(Value::Null) => Due::Refused,
        Ok(Value::Float(amount)) => Due::Paid(amount),
        Ok(Value::Map(open)) => match open.get(&KeyRef::String("up_to")) {
            Some(Value::Float(ceiling)) => Due::UpTo(*ceiling),
            other => panic!("{other:?}: no ceiling"),
        },
        other => panic!("{other:?}: no result"),
    }
}
