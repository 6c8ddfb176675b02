//! The reader: JSON text and JavaScript objects become the same pack, or an error that says where and why.

use factcheck::browser::{pack_bytes, pack_value};
use factcheck::dataset;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::*;

use super::support::*;

#[wasm_bindgen(inline_js = "
    export const evaluate = {
        undefinedFields: () => ({ id: 'x', title: 'X', language: 'en', description: undefined, people: null,
            claims: [{ id: 'c', statement: { text: 'S', speaker: undefined }, counter_statements: null }] }),
        map: () => new Map([['id', 'x'], ['title', 'X'], ['language', 'en'], ['claims', []]]),
        inherited: () => Object.assign(Object.create({ foreign: 1 }), { id: 'x', title: 'X', language: 'en', claims: [] }),
        nullPrototype: () => Object.assign(Object.create(null), { id: 'x', title: 'X', language: 'en', claims: [] }),
        frozen: () => Object.freeze({ id: 'x', title: 'X', language: 'en', claims: Object.freeze([]) }),
        functionField: () => ({ id: 'x', title: () => 'X', language: 'en', claims: [] }),
        symbolField: () => ({ id: 'x', title: Symbol('X'), language: 'en', claims: [] }),
        bytes: () => ({ id: 'x', title: new Uint8Array([1]), language: 'en', claims: [] }),
        cycle: () => { const it = { id: 'x', title: 'X', language: 'en' }; it.claims = [it]; return it; },
        deep: () => { let it = []; for (let i = 0; i < 100; i++) it = [it]; return { claims: it }; },
        number: () => 42,
        string: () => 'claims.json',
        list: () => [],
        nothing: () => undefined,
        loneSurrogate: () => ({ id: 'x', title: 'a\\uD800b', language: 'en', claims: [] }),
        nan: () => rated(NaN), infinite: () => rated(1 / 0), bigint: () => rated(3n), fine: () => rated(2.5),
        tooFine: () => rated(2.00001),
    };
    const rated = (value) => ({ id: 'x', title: 'X', language: 'en', claims: [{ id: 'c', statement: { text: 'S' },
        verdicts: [{ label: 'L', rating: { value, worst: 1, best: 5 } }] }] });
    export const get = (name) => evaluate[name]();
")]
extern "C" {
    fn get(name: &str) -> JsValue;
}

fn error_of(name: &str) -> String {
    refused(pack_value(get(name)))
}

#[track_caller]
fn check_accepted(name: &str) -> Vec<u8> {
    pack_value(get(name)).map_err(message).unwrap()
}

#[wasm_bindgen_test]
fn text_and_object_give_the_same_pack() {
    for json in [dataset::BUNDLED, &with_text("a\n\"b\" é€😀")] {
        let object = js_sys::JSON::parse(json).unwrap();
        assert_eq!(pack_value(object).map_err(message).unwrap(), pack(json));
    }
}

#[wasm_bindgen_test]
fn the_same_bytes_as_outside_the_browser() {
    // The same function; what could differ is the platform below it: the width of `usize`, floating point.
    let native = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/every-field.pack"));
    // It was published, and so has hashes before the record; the browser makes none.
    let n_hashes = u32::from_le_bytes(native[17..21].try_into().unwrap()) as usize;
    assert_eq!(pack(&with_text("plain"))[21..], native[21 + n_hashes..]);
}

#[wasm_bindgen_test]
fn undefined_and_null_count_as_absent() {
    let json = r#"{ "id": "x", "title": "X", "language": "en",
        "claims": [{ "id": "c", "statement": { "text": "S" } }] }"#;
    assert_eq!(check_accepted("undefinedFields"), pack(json));
}

#[wasm_bindgen_test]
fn every_sort_of_plain_object() {
    let plain = pack(r#"{ "id": "x", "title": "X", "language": "en", "claims": [] }"#);
    for name in ["map", "inherited", "nullPrototype", "frozen"] {
        assert_eq!(check_accepted(name), plain, "{name}");
    }
}

#[wasm_bindgen_test]
fn what_is_not_plain_data_is_named_with_its_path() {
    for name in ["functionField", "symbolField", "bytes"] {
        let message = error_of(name);
        assert!(message.starts_with("title: "), "{name}: {message}");
    }
}

#[wasm_bindgen_test]
fn cycles_and_depth_end() {
    let cycle = error_of("cycle");
    assert!(cycle.contains("nested deeper than 32 levels"), "{cycle}");
    assert!(cycle.starts_with("claims[0].claims[0].claims[0]"), "{cycle}");
    assert!(error_of("deep").contains("nested deeper than 32 levels"));
}

#[wasm_bindgen_test]
fn other_values_than_an_object() {
    assert_eq!(error_of("number"), "is a number; expected an object");
    assert_eq!(error_of("string"), "is the string `claims.json`; expected an object");
    assert_eq!(error_of("list"), "is a list; expected an object");
    assert_eq!(error_of("nothing"), "is null; expected an object");
}

#[wasm_bindgen_test]
fn errors_of_objects_have_path_and_cure() {
    let object = js_sys::JSON::parse(&with_text("x").replace("\"denies\"", "\"denys\"")).unwrap();
    assert_eq!(
        refused(pack_value(object)),
        "claims[0].counter_statements[0].relation: unknown word `denys`; did you mean `denies`?"
    );
}

#[wasm_bindgen_test]
fn errors_of_text_have_line_and_column_too() {
    let json = with_text("x").replace("\"denies\"", "\"denys\"");
    let line = json.lines().position(|it| it.contains("denys")).unwrap() + 1;
    assert_eq!(
        refused(pack_bytes(json.as_bytes())),
        format!(
            "{line}:11: claims[0].counter_statements[0].relation: unknown word `denys`; did you mean `denies`?"
        )
    );
}

#[wasm_bindgen_test]
fn all_errors_come_at_once() {
    let message = refused(pack_bytes(b"{ \"titel\": 1, \"claims\": [{}] }"));
    assert_eq!(message.lines().count(), 6, "{message}");
}

#[wasm_bindgen_test]
fn what_is_no_json() {
    for (bytes, begin) in [
        (&b""[..], "is empty"),
        (b" \n ", "is empty"),
        (b"<!DOCTYPE html><html>", "is HTML, not a dataset"),
        (b"\xFF\xFE{\0}\0", "is UTF-16"),
        (b"{\"id\": \"\xFF\"}", "1:9: is not UTF-8"),
        (b"{ \"id\": \"x\", ", "1:14: expected a name in double quotes, found the end of the file"),
        (b"{ 'id': 1 }", "1:3: expected a name in double quotes, found `'`"),
        (b"{} x", "1:4: expected the end of the file, found `x`"),
    ] {
        let message = refused(pack_bytes(bytes));
        assert!(message.starts_with(begin), "{message}");
    }
}

#[wasm_bindgen_test]
fn a_lone_surrogate_becomes_the_replacement_character() {
    // Rust strings cannot hold it; wasm-bindgen decodes as the Encoding Standard does.
    let json = "{ \"id\": \"x\", \"title\": \"a\u{FFFD}b\", \"language\": \"en\", \"claims\": [] }";
    assert_eq!(check_accepted("loneSurrogate"), pack(json));
}

#[wasm_bindgen_test]
fn numbers() {
    check_accepted("fine");
    check_accepted("bigint");
    for name in ["nan", "infinite", "tooFine"] {
        let message = error_of(name);
        assert!(
            message.starts_with("claims[0].verdicts[0].rating.value: is too large or too fine"),
            "{name}: {message}"
        );
    }
}
