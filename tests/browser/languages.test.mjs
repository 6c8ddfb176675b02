// The language of the interface: which one, what is fetched for it, and what the browser's own Intl makes of it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { factcheck, moon, moonJson } from "./support/data.mjs";
import { DIST, scenario, suite } from "./support/scenario.mjs";
import { drawn, events, settle, text } from "./support/widget.mjs";

const WORDS = "/fact-check-words/";
const OTHERS = readdirSync(join(DIST, WORDS)).filter((it) => !it.includes("-")).map((it) => it.replace(".txt", ""));

const element = (attributes = "") => `<fact-check loading="eager" src="moon.json" ${attributes}></fact-check>`;

/** The interface's language and direction, and one of its texts. */
const face = (page) => page.locator("fact-check").first().evaluate((it) => {
  const widget = it.shadowRoot.querySelector(".widget");
  return [widget.lang, widget.dir, widget.querySelector(".statement .side-title").textContent].join(" ");
});
const ENGLISH = "en ltr Statement";
const UKRAINIAN = "uk ltr Висловлювання";
const ARABIC = "ar rtl التصريح";

/** The files of texts that were asked for. */
const asked = (server) => server.requests.filter((it) => it.startsWith(WORDS));

suite("languages", () => {
  for (const [what, attributes, expected, options = {}] of [
    ["English without a word", "", ENGLISH],
    ["English by its name", 'ui-lang="en-US"', ENGLISH],
    ["Ukrainian", 'ui-lang="uk"', UKRAINIAN],
    ["Arabic, mirrored", 'ui-lang="ar"', ARABIC],
    ["a region's language", 'ui-lang="AR-eg"', ARABIC],
    ["what lang says", 'lang="uk"', UKRAINIAN],
    ["ui-lang rather than lang", 'lang="de" ui-lang="uk"', UKRAINIAN],
    ["English where lang is not spoken", 'lang="ja"', ENGLISH],
    ["the reader's own on request", 'ui-lang="auto"', UKRAINIAN, { locale: "uk-UA" }],
    ["not the reader's own without", "", ENGLISH, { locale: "uk-UA" }],
    ["English for a reader whose language is not spoken", 'ui-lang="auto"', ENGLISH, { locale: "ja-JP" }],
  ]) {
    scenario(`${what}: ${expected.slice(0, 2)}`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const page = await open(element(attributes), options);
      await drawn(page);
      await settle(page);
      assert.equal(await face(page), expected);
      const language = expected.slice(0, 2);
      assert.deepEqual(asked(server), language === "en" ? [] : [`${WORDS}${language}.txt`]);
      assert.deepEqual(page.said, []);
    });
  }

  scenario("the dataset's language, when nothing else is said", async ({ open, server }) => {
    server.put("/moon.json", JSON.stringify(moon((it) => (it.language = "ar"))));
    const page = await open(element());
    await drawn(page);
    assert.equal(await face(page), ARABIC);
  });

  scenario("an interface asked for brings translations into its language, unless lang says otherwise", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(element('ui-lang="ru"') + element('ui-lang="ru" lang="en" id="other"'));
    await events(page, "load", 2);
    assert.match(await text(page), /Луна сделана из сыра\./);
    assert.match(await text(page, "#other"), /The moon is made of cheese\./);
  });

  scenario("uiLang changes it, and reads back", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(element());
    await drawn(page);
    for (const [language, expected] of [["uk", UKRAINIAN], ["ar", ARABIC], ["en", ENGLISH], ["uk", UKRAINIAN]]) {
      const n = (await events(page, "load")).length;
      await page.locator("fact-check").evaluate((it, language) => (it.uiLang = language), language);
      await events(page, "load", n + 1);
      assert.equal(await face(page), expected);
      assert.equal(await page.locator("fact-check").evaluate((it) => it.uiLang), language);
    }
    assert.equal(server.count(`${WORDS}uk.txt`), 1, "once a page");
  });

  scenario("a language that is not spoken counts as absent and is told once", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(element('ui-lang="tlh" lang="uk"').repeat(2));
    await events(page, "load", 2);
    assert.equal(await face(page), UKRAINIAN);
    assert.equal(page.said.length, 1, page.said.join("\n"));
    assert.match(page.said[0], /^fact-check: ui-lang="tlh" is not one of auto, en, ar, /);
  });

  const ukrainian = readFileSync(join(DIST, `${WORDS}uk.txt`), "utf8");
  for (const [what, file, message] of [
    ["is missing", { status: 404 }, 'no interface texts in "uk": the server answers 404'],
    ["is a page", "<!DOCTYPE html>", 'no interface texts in "uk": the server answers something else'],
    ["is of another version", `${ukrainian}more\n`, 'no interface texts in "uk": they are of another version'],
  ]) {
    scenario(`texts whose file ${what} are English`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      server.put(`${WORDS}uk.txt`, file);
      const page = await open(element('ui-lang="uk"').repeat(2));
      await events(page, "load", 2);
      assert.equal(await face(page), ENGLISH);
      assert.equal(page.said.length, 1, page.said.join("\n"));
      assert.ok(page.said[0].includes(message), page.said[0]);
    });
  }

  /** A static card whose element is then given other attributes. */
  const written = (args, from, to) =>
    String(factcheck(["render", "-", "--src", "moon.json", ...args], moon())).replace(from, to);

  scenario("a static card keeps its language: the same is not drawn again", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    for (const [args, from, to, expected] of [
      [["--ui-lang", "ar"], "", "", ARABIC],
      [["--lang", "uk"], "", "", UKRAINIAN],
      [[], "<fact-check", '<fact-check ui-lang="auto"', ENGLISH],
      [["--ui-lang", "ar"], 'ui-lang="ar"', 'ui-lang="auto"', ARABIC],
    ]) {
      const page = await open(written(args, from, to), {
        locale: "uk-UA",
        head: `<script type="module">
          window.changes = 0;
          new MutationObserver((all) => (changes += all.length)).observe(
            document.querySelector("fact-check").shadowRoot, { subtree: true, childList: true, attributes: true });
        </script>`,
      });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await events(page, "load");
      assert.equal(await face(page), expected);
      assert.equal(await page.evaluate(() => window.changes), 0);
    }
  });

  scenario("a static card changes its language with newer data", async ({ open, server }) => {
    server.put("/moon.json", moonJson.replace("What the moon is made of", "Newer"));
    const page = await open(written([], "<fact-check", '<fact-check ui-lang="auto"'), { locale: "uk-UA" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await events(page, "load");
    assert.equal(await face(page), UKRAINIAN);
    assert.match(await text(page), /Newer/);
  });

  scenario("dates and plurals are those of the browser's Intl", async ({ open }) => {
    const page = await open("<main></main>");
    // Browsers are built without some languages, Belarusian before all; the native tests have a table for these.
    const known = await page.evaluate((all) => Intl.DateTimeFormat.supportedLocalesOf(all), ["en", ...OTHERS]);
    assert.ok(known.length > 10, known.join());
    for (const language of known) {
      const differences = await page.evaluate(compareWithIntl, language);
      assert.deepEqual(differences, [], language);
    }
  });
});

/** In the browser: what a widget in a language writes otherwise than Intl. */
async function compareWithIntl(language) {
  const differences = [];
  const main = document.querySelector("main");
  const show = async (claims) => {
    const element = document.createElement("fact-check");
    element.loading = "eager";
    element.uiLang = language;
    element.data = { id: "d", title: "T", language: "ja", claims };
    const loaded = new Promise((done) => element.addEventListener("fact-check-load", done, { once: true }));
    main.replaceChildren(element);
    await loaded;
    return element.shadowRoot;
  };
  // Ours are Western digits of the Gregorian calendar, British in English; blanks count as one.
  const locale = `${language === "en" ? "en-GB" : language}-u-nu-latn-ca-gregory`;
  const plain = (text) => text.replace(/\s/g, " ");
  // A first of the month has a name of its own in newspapers, which Intl does not know.
  const firsts = { fr: "1er", it: "1º", pt: "1º" };

  const days = [];
  for (let month = 1; month <= 12; month++) {
    const at = `2018-${String(month).padStart(2, "0")}`;
    days.push(at, `${at}-01`, `${at}-06`, `${at}-28`);
  }
  const root = await show(["2018", ...days].map((date) => ({ id: `on-${date}`, statement: { text: "X", date } })));
  for (const time of root.querySelectorAll("time")) {
    const [, month, day] = time.dateTime.split("-");
    const options = { timeZone: "UTC", year: "numeric", month: month && "long", day: day && "numeric" };
    let expected = plain(new Intl.DateTimeFormat(locale, options).format(new Date(time.dateTime)));
    if (day === "01") expected = expected.replace(/^1(?= )/, firsts[language] ?? "1");
    if (plain(time.textContent) !== expected) differences.push([time.dateTime, time.textContent, expected]);
  }

  // Each category of Intl has one form of the word.
  const rules = new Intl.PluralRules(locale);
  const forms = new Map();
  for (const n of [1, 2, 3, 5, 10, 11, 12, 21, 22, 25, 100, 101, 102, 103, 111]) {
    const claims = Array.from({ length: n }, (_, i) => ({ id: `c${i}`, statement: { text: "X" } }));
    const line = (await show(claims)).querySelector(".origin .meta").textContent;
    const form = line.split(" · ")[0].replace(String(n), "{n}");
    const category = rules.select(n);
    if ((forms.get(category) ?? form) !== form) differences.push([n, form, forms.get(category)]);
    forms.set(category, form);
  }
  return differences;
}
