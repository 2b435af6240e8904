//! Mounts the app.

use policy_check::ui;

fn main() {
    ui::start();
}
