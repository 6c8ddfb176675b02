//! The JSON Schema of a dataset file, made from the types.

use serde_json::{Value, json};

use crate::model::DatasetRecord;
use crate::record::{Shaped, json_schema};

/// The schema (JSON Schema, draft 2020-12): the shape of a file, for editors and other programs.
///
/// What holds between values (unique ids, references that lead somewhere, a source for every
/// counter-statement, scales) is beyond a schema; `factcheck check` tells it.
pub fn schema() -> Value {
    let mut schema = json_schema(&DatasetRecord::SHAPE);
    schema["title"] = json!("Fact-check dataset");
    let of_schema = json!({ "description": "The address of this schema, for editors." });
    schema["properties"]["$schema"] = of_schema;
    schema
}
