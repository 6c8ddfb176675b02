//! What readers see in other languages: the interface, what is marked as being in which language, what is missing.

use factcheck::find::{Facet, Index, Query, Sort};
use factcheck::html::Tree;
use factcheck::model::Language;
use factcheck::view::{self, LANGUAGES, Options, Words};
use insta::assert_snapshot;
use serde_json::{Value, json};

use crate::markup::events_of;
use crate::support::{bundled, every_field, small, valid};
use crate::view::outline;

/// The card of the claim `c` with an interface in a language.
fn card(dataset: &Value, tag: &str) -> String {
    let language = Language::parse(tag).unwrap();
    let words = Words::in_language(&language).unwrap();
    let options = Options { words: &words, language: Some(language), ..Options::default() };
    outline(&view::single(&valid(dataset), "c", &options).unwrap())
}

/// A claim about a bridge with most of what a card can say.
fn bridge() -> Value {
    let mut dataset = small();
    dataset["updated"] = "2026-11".into();
    dataset["sources"]["s"] =
        json!({ "title": "Gazette", "date": "2018-11-06", "kind": "press", "language": "pl" });
    dataset["claims"][0] = json!({
        "id": "c",
        "statement": { "text": "Most jest zamknięty.", "speaker": "p", "date": "2018-05", "language": "pl", "wording": "verbatim", "said_in": ["s"] },
        "counter_statements": [{
            "relation": "denies", "text": "It is open.", "date": "2018-11-01", "quality": "opinion", "sources": ["s"],
            "translations": { "ru": { "text": "Он открыт.", "by": "ours" }, "ar": { "text": "إنه مفتوح.", "by": "Desk" } },
        }],
        "verdicts": [{ "label": "Wrong", "scope": "today", "rating": { "value": 1.5, "worst": 1, "best": 5 }, "true_when_said": false, "confidence": "high", "reasons": ["outdated"] }],
        "weight": "refuted",
    });
    dataset
}

#[test]
fn a_card_in_russian() {
    assert_snapshot!(card(&bridge(), "ru"), @r"
    h2:Most jest zamknięty.
    p:Данные это опровергают
    h3:Вердикт
    p:today: Wrong
    p:Оценка 1,5 по шкале от 1 до 5
    p:На момент высказывания это не было правдой.
    p:Степень уверенности: high
    li:Устарело
    h3:Высказывание
    p:P · май 2018 г.
    p:«Most jest zamknięty.»
    p:Язык оригинала: польский; перевода нет.
    p:Где сказано
    li:Gazette 6 ноября 2018 г. · пресса · польский · нет в сети
    h3:Возражения и уточнения
    p:Отрицает
    p:Автор не указан · 1 ноября 2018 г.
    p:It is open.
    li:Мнение
    p:Наш перевод
    p:Он открыт.
    p:Источники
    li:Gazette 6 ноября 2018 г. · пресса · польский · нет в сети
    p:1 источник: пресса (1) · 1 независимый первоисточник · в архиве: 0 из 1 · 6 ноября 2018 г.
    p:Из подборки T · английский · обновлено: ноябрь 2026 г.
    ");
}

#[test]
fn a_card_in_arabic() {
    assert_snapshot!(card(&bridge(), "ar"), @r"
    h2:Most jest zamknięty.
    p:الأدلة تدحض ذلك
    h3:الحكم
    p:today: Wrong
    p:التقييم: 1.5 على مقياس من 1 إلى 5
    p:لم يكن صحيحًا وقت قوله.
    p:درجة الثقة: high
    li:معلومات قديمة
    h3:التصريح
    p:P · مايو 2018
    p:«Most jest zamknięty.»
    p:اللغة الأصلية: البولندية، ولا تتوفر ترجمة.
    p:ورد في
    li:Gazette 6 نوفمبر 2018 · صحافة · البولندية · غير متاح على الإنترنت
    h3:ردود وتوضيحات
    p:ينفي ذلك
    p:القائل غير مذكور · 1 نوفمبر 2018
    p:It is open.
    li:رأي
    p:الترجمة: Desk
    p:إنه مفتوح.
    p:المصادر
    li:Gazette 6 نوفمبر 2018 · صحافة · البولندية · غير متاح على الإنترنت
    p:مصدر واحد: صحافة (1) · أصل مستقل واحد · المؤرشف: 0 من 1 · 6 نوفمبر 2018
    p:من ملف T · الإنجليزية · آخر تحديث: نوفمبر 2026
    ");
}

#[test]
fn a_missing_translation_is_said() {
    let untranslated = |outline: &str| outline.contains("no translation");
    let said = |language: &str, translations: Value| {
        let mut dataset = small();
        dataset["claims"][0]["statement"]["language"] = language.into();
        dataset["claims"][0]["statement"]["translations"] = translations;
        card(&dataset, "en")
    };
    assert!(said("ru", json!({})).contains("p:X\np:Original in Russian; no translation is recorded.\n"));
    assert!(said("sw", json!({})).contains("p:Original in sw; no translation is recorded.\n"));
    assert!(!untranslated(&said("ru", json!({ "en": { "text": "Y" } }))));
    assert!(!untranslated(&said("en-GB", json!({}))));
    // Who reads an English dataset in Russian meets English everywhere; its language is named once.
    let outline = card(&small(), "ru");
    assert!(
        !outline.contains("перевода нет") && outline.ends_with("p:Из подборки T · английский"),
        "{outline}"
    );
}

/// A claim without a summary is named by the words themselves, which may be in another language.
#[test]
fn a_name_is_marked_with_its_own_language() {
    for (summary, heading) in [(None, r#"lang="pl" dir="ltr""#), (Some("Z"), r#"lang="en" dir="ltr""#)] {
        let mut dataset = bridge();
        dataset["claims"][0]["statement"]["summary"] = summary.into();
        dataset["claims"][0]["related"] = json!(["c"]);
        let dataset = valid(&dataset);
        let options = Options::default();
        for tree in [view::list(&dataset, &options), view::list_fallback(&dataset, &options)] {
            let html = tree.to_html();
            assert!(html.contains(&format!("<h3 {heading}")), "{html}");
            assert!(!html.contains("<li><a") || html.contains(&format!("<li><a {heading}")), "{html}");
        }
    }
}

/// The language in which each text of a tree is marked; `auto` where only the direction is left to the browser.
fn marked(tree: &Tree) -> Vec<(String, String)> {
    let mut open: Vec<String> = vec!["nothing".into()];
    let mut marked = Vec::new();
    for event in events_of(tree) {
        let inherited = open.last().unwrap().clone();
        let here = open.last_mut().unwrap();
        if event.starts_with('<') {
            open.push(inherited);
        } else if event == ">" {
            open.pop();
        } else if let Some(language) = event.strip_prefix("@lang=") {
            *here = language.into();
        } else if event == "@dir=auto" {
            *here = "auto".into();
        } else if let Some(direction) = event.strip_prefix("@dir=") {
            let is_rtl = Language::parse(here).unwrap().is_rtl();
            assert_eq!(direction, if is_rtl { "rtl" } else { "ltr" }, "{here}");
        } else if event.starts_with('"') {
            marked.push((inherited, event));
        }
    }
    marked
}

/// Texts of the dataset are Cyrillic here, the interface is in each language in turn.
#[test]
fn every_text_is_marked_with_its_language() {
    let mut dataset = every_field(&mut || "Ж".into(), &mut |_| 0);
    dataset["language"] = "bg".into();
    let dataset = valid(&dataset);
    let is_theirs = |text: &str| text.contains('Ж');
    for tag in ["ar", "de", "hi", "zh"] {
        let language = Language::parse(tag).unwrap();
        let words = Words::in_language(&language).unwrap();
        let options = Options { words: &words, tools: true, ..Options::default() };
        for tree in [
            view::list(&dataset, &options),
            view::single(&dataset, "first", &options).unwrap(),
            view::list_fallback(&dataset, &options),
        ] {
            let texts = marked(&tree);
            assert!(texts.iter().any(|it| it.0 == tag) && texts.iter().any(|it| is_theirs(&it.1)));
            for (language, text) in texts {
                let is_word = text.chars().any(char::is_alphabetic);
                assert!(!is_word || is_theirs(&text) == (language != tag), "{text} is marked as {language}");
                assert!(language != "nothing" || !is_word, "{text} is not marked");
            }
        }
    }
}

#[test]
fn every_language_draws_whole() {
    let dataset = valid(&every_field(&mut || "Ж".into(), &mut |_| 0));
    for (tag, _) in LANGUAGES {
        let words = Words::in_language(&Language::parse(tag).unwrap()).unwrap();
        let options = Options { words: &words, ..Options::default() };
        let html = view::list(&dataset, &options).to_html();
        assert!(!html.contains('{') && !html.contains('|'), "{tag}: a pattern was not filled: {html}");
        assert!(html.starts_with(&format!("<div class=\"widget\" part=\"widget\" lang=\"{tag}\"")), "{tag}");
    }
}

/// The search tools speak the language too, and have a name for each order and each facet.
#[test]
fn tools_in_every_language() {
    let dataset = bundled();
    let index = Index::new(&dataset);
    let query = Query { words: "base".into(), ..Query::default() };
    let found = index.find(&dataset, &query);
    for (tag, _) in LANGUAGES {
        let words = Words::in_language(&Language::parse(tag).unwrap()).unwrap();
        let options = Options { words: &words, tools: true, ..Options::default() };
        assert_eq!((words.sorts().len(), words.facets().len()), (Sort::ALL.len(), Facet::ALL.len()));
        assert!(outline(&view::list(&dataset, &options)).contains(words.search()), "{tag}");
        let facets = outline(&view::facets(&dataset, &index, &options));
        assert!(words.sorts().iter().chain(words.facets()).all(|it| facets.contains(it)), "{tag}: {facets}");
        assert!(outline(&view::chosen(&dataset, &query, &options)).contains(words.show_all()), "{tag}");
        let status = view::status(&dataset, &query, &found, &words);
        for n in [found.claims.len(), dataset.claims.len()] {
            assert!(status.contains(&n.to_string()), "{tag}: {status}");
        }
        let nothing = index.find(&dataset, &Query { words: "xyzzy".into(), ..Query::default() });
        assert_eq!(view::status(&dataset, &query, &nothing, &words), words.nothing_found());
    }
}
