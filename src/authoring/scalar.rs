//! What a plain word of YAML stands for, by the core schema (YAML 1.2.2, section 10.3.2).

use crate::record::Value;

/// A null, a truth value, a number, or else a text.
pub(super) fn plain_scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        ".nan" | ".NaN" | ".NAN" => Value::Number(f64::NAN),
        _ => number(text).map_or_else(|| Value::Text(text.into()), Value::Number),
    }
}

fn number(text: &str) -> Option<f64> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix).filter(|it| !it.starts_with(['+', '-'])) {
            return u64::from_str_radix(digits, radix).ok().map(|it| it as f64);
        }
    }
    let (sign, size) = match text.strip_prefix('-') {
        Some(size) => (-1.0, size),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if matches!(size, ".inf" | ".Inf" | ".INF") {
        return Some(sign * f64::INFINITY);
    }
    let is_number = size.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && size.contains(|c: char| c.is_ascii_digit())
        && size.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '+' | '-'));
    if is_number { size.parse::<f64>().ok().map(|it| sign * it) } else { None }
}
