//! The catalogue: every file under `policies/`, checked at build time and embedded in compact form.

use std::sync::LazyLock;

use policy_engine::catalog::Catalog;

/// The embedded catalogue.
pub fn catalog() -> &'static Catalog {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(|| {
        let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
        postcard::from_bytes(bytes).expect("the build wrote it")
    });
    &CATALOG
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_embedded_catalogue_reads_back() {
        let catalog = super::catalog();
        assert!(catalog.programs().count() > 0);
        assert!(!catalog.questionnaire.facts.is_empty());
    }

    #[test]
    fn the_version_names_the_newest_comparison_and_the_hash() {
        let catalog = super::catalog();
        let checked = catalog.policies.iter().map(|policy| policy.checked.on);
        let newest = checked.max().expect("there are documents").to_string();
        let hash = format!("{:016x}", catalog.hash);
        assert_eq!(catalog.version(), format!("{newest}-{}", &hash[..8]));
        let mut other = catalog.clone();
        other.hash = !catalog.hash;
        assert_ne!(other.version(), catalog.version());
    }
}
