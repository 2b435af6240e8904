//! The work that is measured of the engine, for a page to call: `make bench-page`.

use policy_benches::work::Work;
use wasm_bindgen::prelude::wasm_bindgen;

/// The names of all pieces of work.
#[wasm_bindgen]
pub fn names() -> Vec<String> {
    let names = Work::ALL.map(Work::name);
    names.map(str::to_owned).into()
}

/// A piece of work that was got ready.
#[wasm_bindgen]
pub struct Ready(Box<dyn FnMut()>);

/// Gets the work of a name ready; nothing where there is none.
#[wasm_bindgen]
pub fn ready(name: &str) -> Option<Ready> {
    Work::named(name).map(|work| Ready(work.ready()))
}

#[wasm_bindgen]
impl Ready {
    /// Does the work so many times.
    pub fn run(&mut self, times: u32) {
        for _ in 0..times {
            (self.0)();
        }
    }
}
