//! 统一社会信用代码.

use policy_engine::credit_code::{LENGTH, check};
use policy_wording::error;

/// A text in the box for the code.
pub fn attack(bytes: &[u8]) {
    let typed = crate::text(bytes);
    match check(&typed) {
        Err(wrong) => assert!(!error::credit_code(wrong).is_empty()),
        Ok(()) => {
            let shown = |c: &char| !c.is_whitespace();
            assert!(typed.chars().filter(shown).count() >= LENGTH);
            // A code with a digit more is none.
            assert!(check(&format!("{typed}0")).is_err());
        }
    }
}
