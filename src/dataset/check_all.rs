//! Checking a file with faults as far as that goes, so that nobody has to mend one mistake to hear of the next.

use alloc::vec::Vec;

use super::read::{Checked, check, rule_errors};
use crate::error::{Error, Errors, Path, Step};
use crate::model::DatasetRecord;
use crate::record::{Node, Partly, Shaped, Unpacker, pack_partly};

/// Checks plain data. Where values are wrong, the rules between the others are looked at all the same. The errors
/// have paths and no positions.
pub(crate) fn check_all(root: &Node) -> Result<Checked, Errors> {
    let Partly { bytes, stand_ins, mut errors } = pack_partly(&root.value, &DatasetRecord::SHAPE);
    if errors.is_empty() {
        return check(root);
    }
    if let Some(record) = Unpacker::read(&bytes).filter(|_| has_tables(&stand_ins, &errors)) {
        let Errors(rules) = rule_errors(&record);
        errors.extend(rules.into_iter().filter(|it| !concerns(&it.path, &stand_ins)));
    }
    Err(Errors(errors))
}

/// Everything that is wrong with plain data, in the order in which it was found: values first, then what holds between
/// those that are right. The errors have paths and no positions.
pub fn all_errors(root: &Node) -> Vec<Error> {
    check_all(root).map_or_else(|Errors(errors)| errors, |_| Vec::new())
}

/// Whether people, sources and claims are there to be referred to: without one of them, or with one under a
/// mistyped name, all references would seem to lead nowhere.
fn has_tables(stand_ins: &[Path], errors: &[Error]) -> bool {
    let is_table = |it: &Path| match it.steps() {
        [] => true,
        [Step::Key(name)] => ["people", "sources", "claims"].contains(&name.as_ref()),
        _ => false,
    };
    let is_unknown = |it: &Error| matches!(it.path.steps(), [Step::Key(_)]) && !stand_ins.contains(&it.path);
    !stand_ins.iter().any(is_table) && !errors.iter().any(is_unknown)
}

/// Whether what is said of a place is said of a value that only stands in for another.
fn concerns(path: &Path, stand_ins: &[Path]) -> bool {
    let path = path.steps();
    let places: Vec<&[Step]> = stand_ins.iter().map(Path::steps).collect();
    places.iter().any(|it| path.starts_with(it) || it.starts_with(path))
}
