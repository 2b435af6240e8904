//! What is searched by a part of its name: places and industries.

use policy_catalog::catalog;
use policy_engine::industry;

/// A text in the boxes for places and industries.
pub fn attack(bytes: &[u8]) {
    let text = crate::text(bytes);
    let questionnaire = &catalog().questionnaire;
    let regions = &questionnaire.regions;
    if let Some(first) = regions.find(&text).first() {
        assert_eq!(regions.read(&regions.full_name(first.code)), Ok(first.code));
    }
    if let Ok(code) = regions.read(&text) {
        assert!(regions.get(code).is_some());
        assert_eq!(regions.read(&format!("{:06}", code.0)), Ok(code));
    }
    for fact in &questionnaire.facts {
        for found in industry::find(&fact.industries, &text) {
            assert!(fact.industries.contains(found));
        }
    }
}
