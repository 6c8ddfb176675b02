//! Static output: a fragment to paste, or a whole page. Complete without JavaScript: a declarative shadow root
//! for browsers, the light tree for everything that reads HTML without drawing it.

use alloc::{string::String, vec::Vec};

use crate::html::escape;
use crate::model::Dataset;
use crate::view::{self, Options};

/// The widget's style sheet, as it is written.
const STYLE_SHEET: &str = include_str!("../www/widget.css");

/// The frame of a whole page: the widget brings its own style.
const PAGE_STYLE: &str = ":root{color-scheme:light dark}\
    body{margin:0;font:100%/1.5 system-ui,sans-serif;background:light-dark(#eceef1,#101319)}\
    main{max-inline-size:64rem;margin-inline:auto;padding:1rem}";

/// How static output is made.
#[derive(Clone, Default)]
pub struct Static<'a> {
    /// How the dataset is shown.
    pub options: Options<'a>,
    /// The language of the interface, put into `ui-lang`, so that the browser keeps to it.
    pub ui_lang: Option<&'a str>,
    /// Only this claim.
    pub claim: Option<&'a str>,
    /// Where the browser finds newer data, put into `src`. Without it the static content stays as it is.
    pub src: Option<&'a str>,
    /// The address of the style sheet; inline if none is given.
    pub css: Option<&'a str>,
    /// The address of `fact-check.js`, for a whole page; without it the page has no script.
    pub script: Option<&'a str>,
}

/// A fragment to paste into any page: one line, so that Markdown leaves it alone.
///
/// `None` when the dataset has no claim of the id asked for.
pub fn fragment(dataset: &Dataset, how: &Static<'_>) -> Option<String> {
    let (tree, light) = match how.claim {
        Some(id) => (
            view::single(dataset, id, &how.options)?,
            view::claim_fallback(dataset, dataset.claim(id)?, &how.options),
        ),
        None => (view::list(dataset, &how.options), view::list_fallback(dataset, &how.options)),
    };
    let level = [b'0' + how.options.heading_level.clamp(1, 6)];
    let level = core::str::from_utf8(&level).ok().filter(|&it| it != "2");
    let language = how.options.language.as_ref().map(|it| it.as_str());
    let mut html = String::from("<fact-check");
    for (name, value) in [
        ("src", how.src),
        ("claim", how.claim),
        ("lang", language),
        ("ui-lang", how.ui_lang),
        ("heading-level", level),
    ] {
        push_attribute(&mut html, name, value);
    }
    html.push_str("><template shadowrootmode=\"open\">");
    push_style_sheet(&mut html, how.css);
    html.push_str(&tree.to_html());
    html.push_str("</template>");
    html.push_str(&light.to_html());
    html.push_str("</fact-check>");
    Some(html)
}

/// A whole page.
///
/// `None` when the dataset has no claim of the id asked for.
pub fn page(dataset: &Dataset, how: &Static<'_>) -> Option<String> {
    let fragment = fragment(dataset, how)?;
    let (title, description) = match how.claim.and_then(|id| dataset.claim(id)) {
        Some(claim) => (claim.statement.summary.as_ref(), Some(&claim.statement.text)),
        None => (None, dataset.description.as_ref()),
    };
    let language = how.options.language.as_ref().unwrap_or(&dataset.language);
    let mut html = String::from("<!DOCTYPE html>\n<html");
    push_attribute(&mut html, "lang", Some(language.as_str()));
    if language.is_rtl() {
        push_attribute(&mut html, "dir", Some("rtl"));
    }
    html.push_str(">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    escape(&mut html, title.unwrap_or(&dataset.title).as_str());
    html.push_str("</title>\n");
    html.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    if let Some(description) = description {
        html.push_str("<meta name=\"description\"");
        push_attribute(&mut html, "content", Some(description.as_str()));
        html.push_str(">\n");
    }
    // Without an icon of its own browsers ask the server for one.
    html.push_str("<link rel=\"icon\" href=\"data:,\">\n");
    html.push_str("<style>");
    html.push_str(PAGE_STYLE);
    html.push_str("</style>\n");
    if how.script.is_some() {
        html.push_str("<script type=\"module\"");
        push_attribute(&mut html, "src", how.script);
        html.push_str("></script>\n");
    }
    html.push_str("</head>\n<body>\n<main>");
    html.push_str(&fragment);
    html.push_str("</main>\n</body>\n</html>\n");
    Some(html)
}

fn push_attribute(html: &mut String, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
}

fn push_style_sheet(html: &mut String, href: Option<&str>) {
    match href {
        Some(href) => {
            html.push_str("<link rel=\"stylesheet\"");
            push_attribute(html, "href", Some(href));
            html.push('>');
        }
        None => {
            html.push_str("<style>");
            html.push_str(&squeezed(STYLE_SHEET));
            html.push_str("</style>");
        }
    }
}

/// The style sheet without comments, indentation and line breaks. Our own file only: a general minifier has
/// more to look out for.
fn squeezed(css: &str) -> String {
    let parts = css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rest)| rest));
    let joined: String = parts.collect();
    let lines: Vec<&str> = joined.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    lines.join(" ")
}
