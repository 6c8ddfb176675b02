//! Both back ends give the same tree: what the HTML parser makes of the written form, and what the
//! instructions build.

use factcheck::dataset;
use factcheck::html::Tree;
use factcheck::view::{self, ENGLISH_TEXT, Options};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::HtmlTemplateElement;

use super::support::*;

#[track_caller]
fn check_same(tree: &Tree, json: &str, claim: Option<&str>) {
    let template: HtmlTemplateElement = document().create_element("template").unwrap().unchecked_into();
    template.set_inner_html(&tree.to_html());
    let parsed = template.content().first_child().unwrap();

    let place = place();
    assert_eq!(fact_check(json).draw(&place, claim.unwrap_or(""), "", ENGLISH_TEXT, 2, 0), Some(true));
    let built = place.first_child().unwrap();

    assert!(
        parsed.is_equal_node(Some(&built)),
        "{claim:?}\nparsed: {}\nbuilt:  {}",
        parsed.unchecked_ref::<web_sys::Element>().outer_html(),
        place.inner_html(),
    );
}

fn check_dataset(json: &str) {
    let dataset = dataset::parse(json).unwrap();
    let options = Options { tools: true, ..Options::default() };
    check_same(&view::list(&dataset, &options), json, None);
    for claim in &dataset.claims {
        let id = claim.id.as_str();
        check_same(&view::single(&dataset, id, &options).unwrap(), json, Some(id));
    }
}

#[wasm_bindgen_test]
fn every_claim_of_the_bundled_dataset() {
    check_dataset(dataset::BUNDLED);
}

#[wasm_bindgen_test]
fn every_field_filled() {
    check_dataset(&with_text("plain"));
}

#[wasm_bindgen_test]
fn hostile_strings_in_every_field() {
    for hostile in [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</div></template></style><!--",
        "--> ]]> <![CDATA[",
        "&amp; &lt; &#13; &NotAnEntity; &",
        "<plaintext><textarea><title>",
        "a\nb\n\nc\td",
        "\u{202E}gnp.exe\u{202C} \u{2066}x\u{2069} \u{200B}\u{FEFF}",
        "\u{2028}\u{2029}\u{A0}\u{FFFD}\u{FFFF}",
        "😀👩‍👩‍👧 e\u{301} ﷽ \u{10FFFF}",
        "{{7*7}} ${7*7} <%= 7*7 %>",
        "javascript:alert(1)",
    ] {
        check_dataset(&with_text(hostile));
    }
}

#[wasm_bindgen_test]
fn characters_that_html_cannot_write() {
    // A dataset refuses them; the tree must hold its own even so.
    let mut tree = Tree::default();
    tree.open(factcheck::html::Tag::P).id("a\0b\rc").text("x\0y\r\nz").close();
    let template: HtmlTemplateElement = document().create_element("template").unwrap().unchecked_into();
    template.set_inner_html(&tree.to_html());
    let p = template.content().first_element_child().unwrap();
    assert_eq!(p.id(), "a\u{FFFD}b\rc");
    assert_eq!(p.text_content().unwrap(), "x\u{FFFD}y\r\nz");
}
