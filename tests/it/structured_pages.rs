//! Structured data in pages that are broken, hostile or merely usual.

use factcheck::structured_data::{find, page_facts};
use serde_json::{Value, json};

use crate::claim_review_support::{in_page, plain, record};

/// The values of a page, and what is said against those that cannot be read.
fn values(html: &str) -> Vec<Result<Value, String>> {
    find(html).into_iter().map(|it| it.value).collect()
}

#[test]
fn blocks_as_systems_write_them() {
    let json = r#"{"a": "b"}"#;
    for (text, expected) in [
        (json.to_owned(), json!({ "a": "b" })),
        (format!("\n<!--\n{json}\n-->\n"), json!({ "a": "b" })),
        (format!("//<![CDATA[\n{json}\n//]]>"), json!({ "a": "b" })),
        (format!("/*<![CDATA[*/{json}/*]]>*/"), json!({ "a": "b" })),
        (format!("{json};"), json!({ "a": "b" })),
        ("{\"a\": \"one\ntwo\tthree\"}".into(), json!({ "a": "one two three" })),
        (r#"{"a": "<\/script> &amp; \u00e9"}"#.into(), json!({ "a": "</script> &amp; é" })),
        ("[1, null]".into(), json!([1, null])),
    ] {
        let page = format!("<script type='application/ld+json'>{text}</script>");
        assert_eq!(values(&page), [Ok(expected)], "{text}");
    }
    for (text, expected) in [
        ("", "is empty"),
        ("{", "is not JSON: "),
        ("{\"a\": 1} {\"b\": 2}", "is not JSON: "),
        ("// a", "is not JSON: "),
    ] {
        let page = format!("<script type='application/ld+json'>{text}</script>");
        let told = values(&page).remove(0).unwrap_err();
        assert!(told.starts_with(expected), "{text}: {told}");
    }
}

#[test]
fn which_blocks_there_are() {
    let script = |kind: &str| format!("<script type=\"{kind}\">{{}}</script>");
    for kind in [
        "application/ld+json",
        "APPLICATION/LD+JSON",
        " application/ld+json ",
        "application/ld+json; charset=utf-8",
    ] {
        assert_eq!(values(&script(kind)).len(), 1, "{kind}");
    }
    for kind in ["application/json", "text/javascript", "", "application/ld+jsonx"] {
        assert_eq!(values(&script(kind)).len(), 0, "{kind}");
    }
    let places: Vec<String> = find(
        "<p itemscope></p><body><script type=application/ld+json>1</script><div><script type=application/ld+json>2</script>\
         <template><script type=application/ld+json>3</script></template><!-- <script type=application/ld+json>4</script> -->",
    )
    .into_iter()
    .map(|it| it.place)
    .collect();
    assert_eq!(places[..2], ["JSON-LD block 1", "JSON-LD block 2"]);
    assert_eq!(places.last().unwrap(), "microdata item 1");
}

#[test]
fn microdata_of_a_review() {
    let html = "<base href='https://gazette.example/checks/'>
        <article itemscope itemtype='https://schema.org/ClaimReview'>
        <link itemprop=url href='bridge'><h1 itemprop=claimReviewed>The bridge
            is <em>closed</em>.<script>var x</script></h1>
        <p itemprop=author itemscope itemtype='https://schema.org/Organization'><b itemprop=name>The Gazette</b></p>
        <time itemprop=datePublished datetime=2021-05-02>today</time>
        <span itemprop=reviewRating itemscope itemtype='https://schema.org/Rating'><meta itemprop=ratingValue content=2>
          <meta itemprop=worstRating content=1><meta itemprop=bestRating content=5><i itemprop='alternateName'>Half true</i></span>
        <div itemprop=itemReviewed itemscope itemtype='https://schema.org/Claim' itemref=where>
          <span itemprop=author itemscope itemtype='https://schema.org/Person'><b itemprop=name>The mayor</b></span>
          <meta itemprop=datePublished content=2021-05-01></div>
        </article>
        <div id=where><span itemprop=appearance itemscope itemtype='https://schema.org/CreativeWork'>
          <a itemprop=url href='//council.example/speech'><b itemprop=headline>A speech</b></a></span></div>";
    let taken = in_page(html);
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].warnings, [""; 0]);
    let mut expected = plain();
    expected["url"] = json!("https://gazette.example/checks/bridge");
    let usual = crate::claim_review_support::in_json(&expected);
    assert_eq!(record(&taken[0]), record(&usual[0]), "what the same review is in JSON-LD");
}

#[test]
fn references() {
    let value = |html: &str| values(html).remove(0).unwrap();
    let circle = "<div itemscope itemref=a></div><div id=a itemprop=p itemscope itemref=a></div>";
    assert_eq!(value(circle), json!({ "p": { "p": {} } }));
    let to_itself = "<div itemscope id=i itemref=i><b itemprop=n>x</b></div>";
    assert_eq!(value(to_itself), json!({ "n": "x" }));
    let names = "<div itemscope itemref='nowhere'><b itemprop='n m'>x</b><b itemprop=n>y</b></div>";
    assert_eq!(value(names), json!({ "n": ["x", "y"], "m": "x" }));
}

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

#[test]
fn deep_pages_end() {
    for tag in ["<div>", "<div itemscope itemprop=p>", "<b>", "<table><td>", "<svg>", "<div", "<"] {
        for n in [500, 100_000] {
            let items = find(&format!("<div itemscope>{}", tag.repeat(n)));
            assert!(!items.is_empty() || n > 500, "{tag}");
        }
    }
    let deep = find(&"<div>".repeat(100_000));
    assert_eq!(deep[0].value, Err("the page nests its tags too deep to be read".into()));
    // What only looks deep is read: scripts are full of tags that nobody ends, and paragraphs need no end.
    let script = "<script>var a = '".to_owned() + &"<div>".repeat(5_000) + "';</script>";
    let comment = "<!-- ".to_owned() + &"<div>".repeat(5_000) + "-->";
    let paragraphs = "<p>text<br>".repeat(5_000);
    let list = format!("<ul>{}</ul>", "<li>x".repeat(5_000));
    let page = format!("{script}{comment}{paragraphs}{list}<script type=application/ld+json>[1]</script>");
    assert_eq!(values(&page), [Ok(json!([1]))]);
}

#[test]
fn what_a_page_says_of_itself() {
    let facts = page_facts(
        "<!-- saved from url=(0030)https://gazette.example/saved -->\n<html lang=de><title> The\n bridge </title>\
         <link rel='next canonical' href=' https://gazette.example/bridge '><meta property='og:url' content='https://gazette.example/og'>",
    );
    assert_eq!(facts.canonical.as_deref(), Some("https://gazette.example/bridge"));
    assert_eq!(facts.og_url.as_deref(), Some("https://gazette.example/og"));
    assert_eq!(facts.saved_from.as_deref(), Some("https://gazette.example/saved"));
    assert_eq!((facts.language.as_deref(), facts.title.as_deref()), (Some("de"), Some("The\n bridge")));
    assert_eq!(page_facts(""), page_facts("<title></title><html lang=''>"));
}
