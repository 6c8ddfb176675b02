//! Plain data as text in each of the formats, in the order of the record's fields.

use alloc::string::{String, ToString};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::Format;
use crate::record::{Node, Value};

/// Writes plain data as a file that people read and edit; ends in a line break.
///
/// # Errors
/// What the format cannot hold: TOML has no null.
pub fn write(value: &Value, format: Format) -> Result<String, String> {
    let mut text = match format {
        Format::Json => serde_json::to_string_pretty(value).map_err(|it| it.to_string())?,
        Format::Yaml => serde_saphyr::to_string(value).map_err(|it| it.to_string())?,
        Format::Toml => ::toml::to_string_pretty(value).map_err(|it| it.to_string())?,
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    Ok(text)
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Value::Null => to.serialize_unit(),
            Value::Bool(it) => to.serialize_bool(*it),
            // Whole numbers without `.0`, as people write them.
            Value::Number(it) if *it as i64 as f64 == *it => to.serialize_i64(*it as i64),
            Value::Number(it) => to.serialize_f64(*it),
            Value::Text(it) => to.serialize_str(it),
            Value::List(list) => {
                let mut seq = to.serialize_seq(Some(list.len()))?;
                for node in list {
                    seq.serialize_element(node)?;
                }
                seq.end()
            }
            Value::Object(fields) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, node) in fields {
                    map.serialize_entry(name, node)?;
                }
                map.end()
            }
        }
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(to)
    }
}
