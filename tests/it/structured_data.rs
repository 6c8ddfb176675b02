//! Structured data in pages that are made to do harm.

use factcheck::structured_data::find;

/// Items that refer to one another are read once each within one another, and a page of them comes to an end.
#[test]
fn items_that_refer_to_one_another_end() {
    let circle = r#"<div itemscope itemtype="https://schema.org/Thing" itemref="b" id="a"></div>
        <div itemprop="part" itemscope itemref="c" id="b"></div><div itemprop="whole" itemscope itemref="b" id="c"></div>"#;
    let items = find(circle);
    assert_eq!(items.len(), 1);
    let item = items[0].value.as_ref().unwrap();
    assert!(
        item["part"]["whole"]["part"].is_object() && item["part"]["whole"]["part"]["whole"].is_null(),
        "{item}"
    );
    // Each of thirty items refers to the next one from many places: more ways than can be gone.
    let mut page = String::from("<div itemscope itemref='i0a i0b i0c'></div>");
    for i in 0..30 {
        let n = i + 1;
        for part in ["a", "b", "c"] {
            page += &format!("<p id='i{i}{part}' itemprop='p' itemscope itemref='i{n}a i{n}b i{n}c'></p>");
        }
    }
    let items = find(&page);
    let last = items.last().unwrap();
    assert!(last.value.as_ref().is_err_and(|it| it.contains("refer to one another without end")), "{last:?}");
}

/// Items within items within items, each under several names: as deep as the reader goes, as many as it takes.
#[test]
fn items_of_many_names_end() {
    let open = "<div itemprop='a b c d e f g h' itemscope>";
    for depth in [20, 900, 5_000] {
        let page = format!("<div itemscope>{}{}</div>", open.repeat(depth), "</div>".repeat(depth));
        assert!(!find(&page).is_empty());
    }
}
