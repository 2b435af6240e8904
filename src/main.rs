//! Mounts the app.

use policy_check::ui::App;

fn main() {
    yew::Renderer::<App>::new().render();
}
