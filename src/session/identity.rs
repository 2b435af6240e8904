//! Who answers: printed on the result sheet, and needed for nothing else.

use policy_engine::credit_code;
use policy_wording::error;
use serde::{Deserialize, Serialize};

use super::Session;

/// The name and the code of the enterprise, as they were typed; empty where they were not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// 企业名称.
    pub name: String,
    /// 统一社会信用代码.
    pub code: String,
}

impl Identity {
    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.code.is_empty()
    }

    /// What is wrong with the code, where one was typed.
    pub fn code_problem(&self) -> Option<String> {
        if self.code.trim().is_empty() {
            return None;
        }
        credit_code::check(&self.code).err().map(error::credit_code)
    }
}

impl Session {
    /// Who answers.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Action;
    use crate::session::testing::session;

    fn named(name: &str, code: &str) -> Session {
        let mut session = session();
        session.apply(Action::Identify(Identity {
            name: name.to_owned(),
            code: code.to_owned(),
        }));
        session
    }

    #[test]
    fn a_code_is_checked_only_where_one_was_typed() {
        let problem = |code: &str| named("", code).identity().code_problem();
        assert_eq!(problem(""), None);
        assert_eq!(problem(" "), None);
        assert_eq!(problem("91430100MA4L1A2B3F"), None);
        assert!(problem("91430100MA4L1A2B3G").is_some());
    }

    #[test]
    fn the_kept_form_holds_it_as_typed() {
        let session = named("长沙某某有限公司", "91430100ma4l1a2b3f");
        let mut restored = named("另一家", "");
        restored.restore(&session.to_json()).unwrap();
        assert_eq!(restored.identity(), session.identity());
        restored.apply(Action::StartAnew);
        assert!(restored.identity().is_empty());
    }

    #[test]
    fn a_link_holds_none_and_leaves_none() {
        let mut session = named("甲", "91430100MA4L1A2B3F");
        assert_eq!(session.to_fragment(), named("", "").to_fragment());
        let link = named("", "").to_fragment();
        session.restore_fragment(&link).unwrap();
        assert!(session.identity().is_empty());
    }

    #[test]
    fn a_form_without_it_says_nothing_of_it() {
        let json = named("", "").to_json();
        assert!(!json.contains("identity"), "{json}");
        let mut restored = named("甲", "");
        restored.restore(&json).unwrap();
        assert!(restored.identity().is_empty());
    }
}
