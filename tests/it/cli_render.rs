//! `factcheck render`: fragments to paste and whole pages, complete without scripts.

use factcheck::Dataset;
use factcheck::dataset::pack;
use factcheck::view::{self, Options};

use crate::cli::{run, run_with};
use crate::markup::{events_of, events_of_page};
use crate::support::{bundled, every_field};

/// A fragment as it is pasted: in the body of a page.
fn pasted(fragment: &str) -> Vec<String> {
    let (events, errors) = events_of_page(&format!("<!DOCTYPE html><title>x</title><body>{fragment}</body>"));
    assert!(errors.is_empty(), "{errors:#?}");
    events
}

/// The bundled dataset with its hashes, as the widget carries it.
fn published() -> Dataset {
    pack::read(&run(&["pack"]).out).unwrap()
}

/// Whether these events stand together in the others.
fn contains(all: &[String], some: &[String]) -> bool {
    all.windows(some.len()).any(|it| it == some)
}

#[test]
fn a_fragment_has_the_shadow_tree_and_the_light_tree() {
    let dataset = published();
    let options = Options::default();
    let html = run(&["render"]).text();
    assert!(html.starts_with("<fact-check><template shadowrootmode=\"open\"><style>"), "{}", &html[..200]);
    assert_eq!((html.lines().count(), html.ends_with("</fact-check>\n")), (1, true));
    let events = pasted(&html);
    assert!(contains(&events, &events_of(&view::list(&dataset, &options))), "the shadow tree");
    assert!(contains(&events, &events_of(&view::list_fallback(&dataset, &options))), "the light tree");
    for claim in &dataset.claims {
        let anchor = format!("@id={}", view::anchor(claim));
        assert_eq!(
            events.iter().filter(|it| **it == anchor).count(),
            2,
            "{anchor}: in the light and in the shadow"
        );
    }
    assert!(!events.iter().any(|it| it == "<script" || it.starts_with("@on") || it == "@src="));
}

#[test]
fn a_fragment_of_one_claim() {
    let dataset = published();
    let html = run(&["render", "--claim", "two-bases"]).text();
    assert!(html.starts_with("<fact-check claim=\"two-bases\"><template"));
    let events = pasted(&html);
    let options = Options::default();
    assert!(contains(&events, &events_of(&view::single(&dataset, "two-bases", &options).unwrap())));
    let claim = dataset.claim("two-bases").unwrap();
    assert!(contains(&events, &events_of(&view::claim_fallback(&dataset, claim, &options))));
    assert_eq!(events.iter().filter(|it| it.starts_with("@id=claim-") && !it.ends_with("-title")).count(), 2);
}

#[test]
fn unknown_claims() {
    for (id, help) in [("two-base", "did you mean `two-bases`?"), ("TWO-BASES", "did you mean `two-bases`?")]
    {
        let error = run(&["render", "--claim", id]).fails(1);
        assert_eq!(error, format!("--claim: the dataset has no claim `{id}`; {help}\n"));
    }
    let error = run(&["render", "--claim", "xyzxyzxyz", "--page"]).fails(1);
    assert!(error.contains("it has: first-base, two-bases, "), "{error}");
}

#[test]
fn styles_can_stay_outside() {
    let inline = run(&["render"]).text();
    assert_eq!(inline.matches("<style>").count(), 1);
    let html = run(&["render", "--css", "https://a.example/w.css?a&b\"c"]).text();
    assert!(html.contains("<link rel=\"stylesheet\" href=\"https://a.example/w.css?a&amp;b&quot;c\">"));
    let events = pasted(&html);
    assert!(!events.iter().any(|it| it == "<style" || it.starts_with("@style=")));
}

#[test]
fn attributes_of_the_element() {
    let html = run(&[
        "render",
        "--src",
        "claims.json?\"x\"&y",
        "--lang",
        "fr-CH",
        "--heading-level",
        "4",
        "--claim",
        "first-base",
    ])
    .text();
    let events = pasted(&html);
    let at = events.iter().position(|it| it == "<fact-check").unwrap();
    let expected = [
        "@src=claims.json?\"x\"&y",
        "@claim=first-base",
        "@lang=fr-CH",
        "@heading-level=4",
        "<template",
        "@shadowrootmode=open",
    ];
    assert_eq!(events[at + 1..at + 7], expected);
    // The level that is the element's own default is not written.
    assert!(run(&["render", "--heading-level", "2"]).text().starts_with("<fact-check><template"));
    assert!(run(&["render", "--page"]).text().contains("<fact-check heading-level=\"1\">"));
}

#[test]
fn a_page_is_valid_and_has_no_script() {
    let dataset = published();
    let html = run(&["render", "--page"]).text();
    let (events, errors) = events_of_page(&html);
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(events[..3], ["<!html", "<html", "@lang=en"]);
    assert!(contains(&events, &["<title".into(), format!("{:?}", dataset.title.as_str()), ">".into()]));
    assert!(events.contains(&"@name=viewport".into()) && events.contains(&"@charset=utf-8".into()));
    assert!(
        !events.iter().any(|it| it == "<script" || it.starts_with("@on") || it == "<img" || it == "<iframe")
    );
    let at: Vec<usize> = (0..events.len()).filter(|&i| events[i] == "<link").collect();
    assert!(at.iter().all(|i| events[i + 2] == "@href=data:,"), "nothing is fetched");
    let options = Options { heading_level: 1, ..Options::default() };
    assert!(contains(&events, &events_of(&view::list(&dataset, &options))));
}

#[test]
fn a_page_of_one_claim_is_called_after_it() {
    let claim = bundled().claim("two-bases").unwrap().clone();
    let html = run(&["render", "--page", "--claim", "two-bases", "--script", "fact-check.js"]).text();
    let (events, errors) = events_of_page(&html);
    assert!(errors.is_empty(), "{errors:#?}");
    let title = claim.statement.summary.unwrap();
    assert!(contains(&events, &["<title".into(), format!("{:?}", title.as_str()), ">".into()]));
    assert!(events.contains(&format!("@content={}", claim.statement.text.as_str())));
    assert!(contains(
        &events,
        &["<script".into(), "@type=module".into(), "@src=fact-check.js".into(), ">".into()]
    ));
}

#[test]
fn pages_in_languages_from_right_to_left() {
    let html = run(&["render", "--page", "--lang", "ar"]).text();
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n<head>"), "{}", &html[..100]);
}

#[test]
fn hostile_words_stay_words_in_pages() {
    for text in [
        "</title><script>alert(1)</script>",
        "</template></fact-check><script>",
        "\"><script>alert(1)</script>",
        "a\nb\n\nc",
        "<!--",
        "&lt;&",
    ] {
        let dataset = every_field(&mut || text.into(), &mut |_| 0).to_string();
        for args in [&["render", "-", "--page"][..], &["render", "-", "--page", "--claim", "first"]] {
            let html = String::from_utf8(run_with(args, dataset.as_bytes()).out).unwrap();
            let (events, errors) = events_of_page(&html);
            assert!(errors.is_empty(), "{errors:#?}");
            assert!(contains(&events, &["<title".into(), format!("{text:?}"), ">".into()]), "{text}");
            assert!(!events.iter().any(|it| it == "<script" || it.starts_with("<!--")), "{text}");
        }
        let html = String::from_utf8(run_with(&["render", "-"], dataset.as_bytes()).out).unwrap();
        assert_eq!(html.lines().count(), 1, "{text}");
        pasted(&html);
    }
}

#[test]
fn the_same_output_every_time() {
    assert_eq!(run(&["render", "--page"]).out, run(&["render", "--page"]).out);
    let bundled_pack = run(&["pack"]).out;
    assert_eq!(
        run_with(&["render", "-"], &bundled_pack).text(),
        run(&["render"]).text(),
        "from the pack, from the file"
    );
}
