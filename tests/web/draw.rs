//! Drawing: what goes in, what is there afterwards, and what it must not use.

use factcheck::browser::FactCheck;
use factcheck::dataset;
use factcheck::view::ENGLISH_TEXT;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::*;
use web_sys::{ShadowRootInit, ShadowRootMode};

use super::support::*;

#[wasm_bindgen(inline_js = "
    // Every way from a string to markup or code, replaced by one that throws. Gives back how to undo it.
    export function forbidSinks() {
        const undo = [];
        const forbid = (object, name) => {
            const own = Object.getOwnPropertyDescriptor(object, name);
            if (!own) return;
            const fail = () => { throw new Error('used ' + name); };
            const changed = own.value ? { ...own, value: fail } : { ...own, set: fail };
            Object.defineProperty(object, name, changed);
            undo.push(() => Object.defineProperty(object, name, own));
        };
        for (const name of ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTML', 'setHTMLUnsafe'])
            forbid(Element.prototype, name);
        forbid(ShadowRoot.prototype, 'innerHTML');
        forbid(Range.prototype, 'createContextualFragment');
        forbid(DOMParser.prototype, 'parseFromString');
        forbid(Document.prototype, 'write');
        return () => undo.forEach((it) => it());
    }
    export function countCalls(name) {
        const own = Document.prototype[name];
        let count = 0;
        Document.prototype[name] = function (...args) { count++; return own.apply(this, args); };
        return () => { Document.prototype[name] = own; return count; };
    }
")]
extern "C" {
    #[wasm_bindgen(js_name = forbidSinks)]
    fn forbid_sinks() -> js_sys::Function;
    #[wasm_bindgen(js_name = countCalls)]
    fn count_calls(name: &str) -> js_sys::Function;
}

fn bundled() -> FactCheck {
    fact_check(dataset::BUNDLED)
}

#[wasm_bindgen_test]
fn a_whole_dataset() {
    let place = place();
    assert_eq!(bundled().draw(&place, "", "", ENGLISH_TEXT, 2, 0), Some(true));
    let cards = place.query_selector_all("article.card").unwrap().length();
    assert_eq!(bundled().about(), format!("belarus-base en {cards}"));
    assert_eq!(place.child_element_count(), 1);
}

#[wasm_bindgen_test]
fn one_claim_has_a_statement_and_its_counter_statements_with_sources() {
    let place = place();
    assert_eq!(bundled().draw(&place, "has-not-commented", "", ENGLISH_TEXT, 2, 0), Some(true));
    let count = |selector| place.query_selector_all(selector).unwrap().length();
    assert_eq!(count("article"), 1);
    assert_eq!(count(".statement .words"), 1);
    assert_eq!(count(".counter-statement"), 2);
    assert!(count(".statement .source a[href^='https://']") >= 1);
    assert_eq!(count(".counter-statement .source a[href^='http']"), 2);
}

#[wasm_bindgen_test]
fn an_unknown_claim_leaves_the_place_as_it_was() {
    let place = place();
    place.set_text_content(Some("fallback"));
    assert_eq!(bundled().draw(&place, "no-such-claim", "", ENGLISH_TEXT, 2, 0), Some(false));
    assert_eq!(place.inner_html(), "fallback");
}

#[wasm_bindgen_test]
fn drawing_again_replaces() {
    let place = place();
    let bundled = bundled();
    assert_eq!(bundled.draw(&place, "", "", ENGLISH_TEXT, 2, 0), Some(true));
    assert_eq!(bundled.draw(&place, "first-base", "", ENGLISH_TEXT, 2, 0), Some(true));
    assert_eq!(place.query_selector_all("article").unwrap().length(), 1);
}

#[wasm_bindgen_test]
fn into_a_shadow_root_and_into_a_fragment() {
    let host = place();
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    assert_eq!(bundled().draw(&root, "first-base", "", ENGLISH_TEXT, 2, 0), Some(true));
    assert!(root.query_selector("article#claim-first-base").unwrap().is_some());
    let fragment = document().create_document_fragment();
    assert_eq!(bundled().draw(&fragment, "first-base", "", ENGLISH_TEXT, 2, 0), Some(true));
    assert!(fragment.query_selector("article").unwrap().is_some());
}

#[wasm_bindgen_test]
fn no_html_sink_is_used() {
    let undo = forbid_sinks();
    let place = place();
    let drawn = bundled().draw(&place, "", "", ENGLISH_TEXT, 2, 0);
    undo.call0(&JsValue::NULL).unwrap();
    assert!(drawn == Some(true) && place.child_element_count() == 1);
}

#[wasm_bindgen_test]
fn one_element_is_created_for_each_in_the_tree_and_no_more() {
    let count = count_calls("createElement");
    let place = place();
    bundled().draw(&place, "first-base", "", ENGLISH_TEXT, 2, 0);
    let created = count.call0(&JsValue::NULL).unwrap().as_f64().unwrap();
    // `place` itself is the one more.
    assert_eq!(created as u32, place.query_selector_all("*").unwrap().length() + 1);
}

#[wasm_bindgen_test]
fn heading_levels_stay_headings() {
    for (level, selector) in [(0, "h1"), (1, "h1"), (3, "h3"), (6, "h6"), (255, "h6")] {
        let place = place();
        assert_eq!(bundled().draw(&place, "first-base", "", ENGLISH_TEXT, level, 0), Some(true));
        let summary = place.query_selector(".summary").unwrap().unwrap();
        assert_eq!(summary.local_name(), selector, "level {level}");
    }
}

#[wasm_bindgen_test]
fn lang_chooses_the_translation() {
    let json = with_text("plain").replacen(r#""de": { "text": "plain"#, r#""de": { "text": "schlicht"#, 1);
    let text_of = |lang: Option<&str>| {
        let place = place();
        fact_check(&json).draw(&place, "one", lang.unwrap_or(""), ENGLISH_TEXT, 2, 0);
        let translation = place.query_selector(".translation p[lang]").unwrap().unwrap();
        (translation.get_attribute("lang").unwrap(), translation.text_content().unwrap())
    };
    assert_eq!(text_of(Some("de")), ("de".into(), "“schlicht”".into()));
    assert_eq!(text_of(Some("de-AT")).0, "de");
    for no_translation in [None, Some("en"), Some("fr"), Some("no tag at all"), Some("")] {
        assert_eq!(text_of(no_translation).0, "en", "{no_translation:?}");
    }
}

#[wasm_bindgen_test]
fn words_are_those_given_and_of_this_version() {
    let draw = |words: &str| {
        let place = place();
        let drawn = bundled().draw(&place, "first-base", "", words, 2, 0);
        let text = |selector| place.query_selector(selector).unwrap().and_then(|it| it.text_content());
        (drawn, text(".statement .side-title"))
    };
    let other = ENGLISH_TEXT.replacen("en\n", "eo\n", 1).replace("\nStatement\n", "\nAserto\n");
    assert_eq!(draw(&other), (Some(true), Some("Aserto".into())));
    for unfit in ["", "<!DOCTYPE html>", &(other + "more\n")] {
        assert_eq!(draw(unfit), (None, None));
    }
}

#[wasm_bindgen_test]
fn lengths_are_counted_in_utf16_units() {
    // Characters of one, two, three and four bytes of UTF-8, and of one and two units of UTF-16.
    let text = "aé€😀z";
    let place = place();
    fact_check(&with_text(text)).draw(&place, "one", "", ENGLISH_TEXT, 2, 0);
    let of = |selector| place.query_selector(selector).unwrap().unwrap().text_content().unwrap();
    assert_eq!(of(".summary"), text);
    assert_eq!(of(".statement > .words p"), format!("“{text}”"));
    assert_eq!(of(".topics li"), text);
    let quote = place.query_selector("blockquote").unwrap().unwrap();
    assert_eq!(quote.get_attribute("cite").as_deref(), Some("https://example.org/s"));
}

#[wasm_bindgen_test]
fn links_leave_without_referrer_or_opener() {
    let place = place();
    bundled().draw(&place, "", "", ENGLISH_TEXT, 2, 0);
    let links = place.query_selector_all("a[href]").unwrap();
    assert!(links.length() > 100);
    for i in 0..links.length() {
        let link: web_sys::Element = links.item(i).unwrap().unchecked_into();
        let href = link.get_attribute("href").unwrap();
        let rel = link.get_attribute("rel").unwrap_or_default();
        assert!(href.starts_with('#') || rel == "noopener noreferrer nofollow", "{href} {rel}");
    }
}

#[wasm_bindgen_test]
fn a_thousand_claims_cross_in_one_batch() {
    let claims: Vec<String> = (0..1000)
        .map(|i| format!(r#"{{ "id": "c{i}", "statement": {{ "text": "Statement {i}" }} }}"#))
        .collect();
    let json =
        format!(r#"{{ "id": "many", "title": "Many", "language": "en", "claims": [{}] }}"#, claims.join(","));
    let place = place();
    assert_eq!(fact_check(&json).draw(&place, "", "", ENGLISH_TEXT, 2, 0), Some(true));
    assert_eq!(place.query_selector_all("article").unwrap().length(), 1000);
    assert_eq!(place.query_selector(".count").unwrap(), None);
}

#[wasm_bindgen_test]
fn many_datasets_live_side_by_side() {
    let all: Vec<FactCheck> = (0..50).map(|i| fact_check(&with_text(&format!("text {i}")))).collect();
    for (i, it) in all.iter().enumerate() {
        let place = place();
        it.draw(&place, "one", "", ENGLISH_TEXT, 2, 0);
        let summary = place.query_selector(".summary").unwrap().unwrap();
        assert_eq!(summary.text_content().unwrap(), format!("text {i}"));
    }
}

#[wasm_bindgen_test]
fn what_is_no_pack_is_an_error() {
    let pack = pack(dataset::BUNDLED);
    let cut = &pack[..pack.len() / 2];
    let mut flipped = pack.clone();
    flipped[200] ^= 1;
    let mut newer = pack.clone();
    newer[8] = 99;
    for (bytes, begin) in [
        (&b""[..], "is not a pack"),
        (b"{}", "is not a pack"),
        (b"factpack", "is a damaged pack"),
        (cut, "is a damaged pack"),
        (&flipped, "is a damaged pack"),
        (&newer, "is a pack of another version"),
    ] {
        let message = refused(FactCheck::new(bytes));
        assert!(message.starts_with(begin), "{message}");
    }
}

#[wasm_bindgen_test]
fn a_build_without_a_dataset_carries_no_pack() {
    assert!(FactCheck::bundled_pack().is_empty());
}

#[wasm_bindgen_test]
fn the_dataset_names_itself() {
    assert_eq!(fact_check(&with_text("x")).about(), "test en 2");
}
