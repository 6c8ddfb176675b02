//! Every color of text on every ground that it stands on, in the style sheet and in the themes: WCAG 2.2, 1.4.3.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is written, and in which README row it is documented.
const TEXT: &[&str] = &["ink", "muted", "link", "against", "contested", "for"];
const GROUND: &[&str] = &["surface", "tint"];

/// The colors of each property, light and dark, as a style sheet gives them.
fn colors(css: &str) -> BTreeMap<String, [String; 2]> {
    let mut colors = BTreeMap::new();
    for part in css.split("light-dark(").collect::<Vec<_>>().windows(2) {
        let name = part[0].rsplit("--fc-").next().unwrap().trim_end_matches([' ', ':', ',']);
        // The test for `light-dark()` itself names none.
        if name.contains(' ') {
            continue;
        }
        let (light, dark) = part[1].split(')').next().unwrap().split_once(", ").unwrap();
        colors.insert(name.to_owned(), [light.to_owned(), dark.to_owned()]);
    }
    colors
}

/// The relative luminance of `#rgb` or `#rrggbb`, as WCAG defines it.
fn luminance(color: &str) -> f64 {
    let digits: Vec<u32> =
        color.strip_prefix('#').unwrap().chars().map(|c| c.to_digit(16).unwrap()).collect();
    let channels: Vec<u32> = match digits[..] {
        [r, g, b] => vec![r * 17, g * 17, b * 17],
        _ => digits.chunks(2).map(|it| it[0] * 16 + it[1]).collect(),
    };
    let linear = |c: u32| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(channels[0]) + 0.7152 * linear(channels[1]) + 0.0722 * linear(channels[2])
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn contrast_is_what_wcag_says() {
    for (a, b, expected) in [("#000", "#ffffff", 21.0), ("#777", "#fff", 4.48), ("#1a56b0", "#1a56b0", 1.0)] {
        assert!((contrast(a, b) - expected).abs() < 0.005, "{a} {b}: {}", contrast(a, b));
    }
}

#[test]
fn text_can_be_read_on_every_ground() {
    let themes = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/themes")).unwrap();
    let mut sheets: Vec<String> =
        themes.map(|it| format!("www/themes/{}", it.unwrap().file_name().display())).collect();
    assert_eq!(sheets.len(), 3);
    sheets.push("www/widget.css".into());
    for sheet in sheets {
        let colors = colors(&read(&sheet));
        for text in TEXT {
            for ground in GROUND {
                for (i, scheme) in ["light", "dark"].iter().enumerate() {
                    let ratio = contrast(&colors[*text][i], &colors[*ground][i]);
                    assert!(ratio >= 4.5, "{sheet}: {text} on {ground}, {scheme}: {ratio:.2}");
                }
            }
        }
    }
}

#[test]
fn the_readme_has_the_default_colors() {
    let readme = read("README.md");
    let colors = colors(&read("www/widget.css"));
    assert_eq!(colors.len(), 9);
    for (name, [light, dark]) in colors {
        let row = readme.lines().find(|it| it.starts_with(&format!("| `--fc-{name}` |")));
        let row = row.unwrap_or_else(|| panic!("no row for --fc-{name}"));
        assert!(row.ends_with(&format!("| `{light}` | `{dark}` |")), "{row}");
    }
}
