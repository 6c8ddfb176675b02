//! A folder as a dataset: `dataset.json`, `.yaml` or `.toml` has everything but the claims, each further file is
//! one claim, perhaps with the people and sources that only it uses.

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};

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

/// Makes one dataset of the head and the claims, in their order. A head that could not be read has a valid one
/// stand in for it, so that the claims can be checked all the same.
///
/// The errors are files that are no objects, and people or sources of one id that differ, each at its place; the
/// dataset is made without them.
pub fn merge(head: Option<Node>, claims: Vec<FolderFile>) -> (Node, Vec<SyntaxError>) {
    let Node { at, end, value } = head.unwrap_or_else(stand_in);
    let mut merging = Merging::default();
    match value {
        Value::Object(fields) => fields.into_iter().for_each(|(name, node)| merging.head(name, node)),
        _ => merging.wrong(at, 1, "the file is not an object, and so not a dataset", BEGIN),
    }
    claims.into_iter().for_each(|it| merging.claim(it));
    let Merging { mut fields, people, sources, claims, errors, .. } = merging;
    let tables = [("people", Value::Object(people)), ("sources", Value::Object(sources))];
    let tables = tables.into_iter().filter(|(_, it)| *it != Value::Object(Vec::new()));
    let rest = tables.chain([("claims", Value::List(claims))]);
    fields.extend(rest.map(|(name, value)| (name.into(), Node { at, end, value })));
    (Node { at, end, value: Value::Object(fields) }, errors)
}

const BEGIN: &str = "begin with the fields: `id`, `statement` …";

fn stand_in() -> Node {
    let field = |(name, text): (&str, &str)| (name.into(), Node::plain(Value::Text(text.into())));
    let fields = [("id", "folder"), ("title", "folder"), ("language", "und")].map(field);
    Node::plain(Value::Object(fields.into()))
}

/// A dataset that is put together.
#[derive(Default)]
struct Merging {
    /// The fields of the head but for people, sources and claims.
    fields: Vec<(String, Node)>,
    people: Vec<(String, Node)>,
    sources: Vec<(String, Node)>,
    claims: Vec<Node>,
    /// Where people and sources are in their tables.
    places: BTreeMap<(&'static str, String), usize>,
    errors: Vec<SyntaxError>,
}

impl Merging {
    fn wrong(&mut self, at: u32, len: usize, message: impl Into<String>, help: &str) {
        let at = at as usize;
        self.errors.push(SyntaxError {
            message: message.into(),
            help: Some(help.into()),
            span: at..at + len,
        });
    }

    fn head(&mut self, name: String, node: Node) {
        match (name.as_str(), node.value) {
            ("people", value) => self.table("people", Node { value, ..node }),
            ("sources", value) => self.table("sources", Node { value, ..node }),
            ("claims", Value::List(list)) => self.claims.extend(list),
            ("claims", Value::Null) => {}
            ("claims", _) => {
                self.wrong(node.at, name.len(), "`claims` is not a list", "give each claim a file")
            }
            (_, value) => self.fields.push((name, Node { value, ..node })),
        }
    }

    fn claim(&mut self, FolderFile { stem, root }: FolderFile) {
        let Value::Object(all) = root.value else {
            return self.wrong(root.at, 1, "the file is not an object, and so not a claim", BEGIN);
        };
        let mut fields = Vec::new();
        for (name, node) in all {
            match name.as_str() {
                "people" => self.table("people", node),
                "sources" => self.table("sources", node),
                _ => fields.push((name, node)),
            }
        }
        if !fields.iter().any(|(name, _)| name == "id") {
            let id = Node { at: root.at, end: root.at, value: Value::Text(stem) };
            fields.insert(0, ("id".into(), id));
        }
        self.claims.push(Node { value: Value::Object(fields), ..root });
    }

    /// Adds people or sources to those that are known.
    fn table(&mut self, table: &'static str, node: Node) {
        let entries = match node.value {
            Value::Object(entries) => entries,
            Value::Null => return,
            _ => {
                return self.wrong(
                    node.at,
                    table.len(),
                    format!("`{table}` is not an object"),
                    "name each by an id",
                );
            }
        };
        for (id, node) in entries {
            let all = if table == "people" { &mut self.people } else { &mut self.sources };
            match self.places.get(&(table, id.clone())).and_then(|&it| all.get(it)) {
                None => {
                    self.places.insert((table, id.clone()), all.len());
                    all.push((id, node));
                }
                Some((_, known)) if same(&known.value, &node.value) => {}
                Some(_) => {
                    let message = format!("another file has a different `{}` in `{table}`", excerpt(&id));
                    self.wrong(node.at, id.len(), message, "give it another id, or keep it in one place");
                }
            }
        }
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
