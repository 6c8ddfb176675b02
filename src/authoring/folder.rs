//! A folder as a dataset: `dataset.json`, `.yaml` or `.toml` has everything but the claims, each further file is
//! one claim, perhaps with the people and sources that only it uses.

use alloc::{format, string::String, vec::Vec};

use super::SyntaxError;
use crate::record::{Node, Value};
use crate::text::excerpt;

/// One file of the folder, read.
#[derive(Debug, Clone)]
pub struct FolderFile {
    /// Its name without folder and ending: the claim's id, unless the file gives one.
    pub stem: String,
    /// What is in it. Offsets count from the beginning of all files.
    pub root: Node,
}

/// Makes one dataset of the head and the claims, in their order.
///
/// # Errors
/// A file that is no object, and people or sources of one id that differ, each at its place.
pub fn merge(head: Node, claims: Vec<FolderFile>) -> Result<Node, Vec<SyntaxError>> {
    let mut errors = Vec::new();
    let Node { at, end, value } = head;
    let Value::Object(mut fields) = value else {
        return Err(alloc::vec![not_an_object(at, "a dataset")]);
    };
    let mut list = take_list(&mut fields);
    for FolderFile { stem, root } in claims {
        let Value::Object(mut claim) = root.value else {
            errors.push(not_an_object(root.at, "a claim"));
            continue;
        };
        for table in ["people", "sources"] {
            if let Some(i) = claim.iter().position(|(name, _)| name == table) {
                let (name, node) = claim.remove(i);
                add_table(&mut fields, name, node, &mut errors);
            }
        }
        if !claim.iter().any(|(name, _)| name == "id") {
            claim.insert(
                0,
                (
                    "id".into(),
                    Node {
                        value: Value::Text(stem),
                        ..Node { at: root.at, end: root.at, value: Value::Null }
                    },
                ),
            );
        }
        list.push(Node { at: root.at, end: root.end, value: Value::Object(claim) });
    }
    fields.push(("claims".into(), Node { at, end, value: Value::List(list) }));
    if errors.is_empty() { Ok(Node { at, end, value: Value::Object(fields) }) } else { Err(errors) }
}

fn not_an_object(at: u32, what: &str) -> SyntaxError {
    let at = at as usize;
    SyntaxError {
        message: format!("the file is not an object, and so not {what}"),
        help: Some("begin with the fields: `id`, `statement` …".into()),
        span: at..at + 1,
    }
}

/// The claims that stand in the head itself.
fn take_list(fields: &mut Vec<(String, Node)>) -> Vec<Node> {
    let Some(i) = fields.iter().position(|(name, _)| name == "claims") else { return Vec::new() };
    match fields.remove(i).1.value {
        Value::List(list) => list,
        _ => Vec::new(),
    }
}

fn add_table(fields: &mut Vec<(String, Node)>, name: String, node: Node, errors: &mut Vec<SyntaxError>) {
    let Some(i) = fields.iter().position(|(it, _)| *it == name) else {
        fields.push((name, node));
        return;
    };
    match (&mut fields[i].1.value, node.value) {
        (Value::Object(all), Value::Object(more)) => {
            for (id, node) in more {
                match all.iter().find(|(it, _)| *it == id) {
                    None => all.push((id, node)),
                    Some((_, known)) if same(&known.value, &node.value) => {}
                    Some(_) => errors.push(SyntaxError {
                        message: format!("another file has a different `{}` in `{name}`", excerpt(&id)),
                        help: Some("give it another id, or keep it in one place".into()),
                        span: node.at as usize..node.at as usize + id.len(),
                    }),
                }
            }
        }
        // Not a table: kept, so that the checker says so.
        (kept, other) => *kept = other,
    }
}

/// Whether two values are the same, wherever they stand.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::List(a), Value::List(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(&a.value, &b.value))
        }
        (Value::Object(a), Value::Object(b)) => {
            let has = |(name, it): &(String, Node)| {
                b.iter().any(|(other, node)| other == name && same(&it.value, &node.value))
            };
            a.len() == b.len() && a.iter().all(has)
        }
        (a, b) => a == b,
    }
}
