//! What stands below the first screen is drawn a turn after the rest.

use yew::{hook, use_effect_with, use_state};

use super::host;

/// Whether the browser had its turn since this was drawn first.
#[hook]
pub fn use_later() -> bool {
    let later = use_state(|| false);
    let setter = later.setter();
    use_effect_with((), move |()| {
        let turn = host::after(0, move || setter.set(true));
        move || drop(turn)
    });
    *later
}
