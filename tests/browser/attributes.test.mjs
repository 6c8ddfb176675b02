// Attributes and their properties: each is shown when it is set and when it changes; a bad one is told once.
import assert from "node:assert/strict";
import { moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { cards, drawn, events, seen, settle, text } from "./support/widget.mjs";

const element = (attributes) => `<fact-check loading="eager" src="moon.json" ${attributes}></fact-check>`;

/** Changes the first element and waits for it to draw again. */
async function change(page, how, value) {
  const before = (await seen(page)).events.length;
  await page.locator("fact-check").first().evaluate(how, value);
  await page.waitForFunction((before) => window.seen.events.length > before, before);
}

const headings = (page) =>
  page.evaluate(() => [...document.querySelector("fact-check").shadowRoot.querySelectorAll("h1,h2,h3,h4,h5,h6")]
    .map((it) => it.localName).join(" "));

suite("attributes", () => {
  const on = (attributes, run) => async (test) => {
    test.server.put("/moon.json", moonJson);
    const page = await test.open(element(attributes));
    await drawn(page);
    await run(page);
  };

  scenario("claim shows that claim alone", on('claim="far"', async (page) => {
    assert.deepEqual(await cards(page), ["claim-far"]);
    await change(page, (it) => it.setAttribute("claim", "cheese"));
    assert.deepEqual(await cards(page), ["claim-cheese"]);
    await change(page, (it) => (it.claim = "far"));
    assert.deepEqual(await cards(page), ["claim-far"]);
    await change(page, (it) => it.removeAttribute("claim"));
    assert.deepEqual(await cards(page), ["claim-cheese", "claim-far"]);
  }));

  scenario("lang chooses the translation", on("", async (page) => {
    assert.match(await text(page), /The moon is made of cheese\./);
    await change(page, (it) => it.setAttribute("lang", "ru"));
    assert.match(await text(page), /Луна сделана из сыра\./);
    await change(page, (it) => (it.lang = "de-AT"));
    assert.doesNotMatch(await text(page), /Translation/);
    await change(page, (it) => it.removeAttribute("lang"));
    assert.match(await text(page), /The moon is made of cheese\./);
  }));

  scenario("heading-level sets the topmost heading", on('heading-level="4"', async (page) => {
    assert.equal(await headings(page), "h4 h5 h6 h6 h5 h6 h6");
    await change(page, (it) => (it.headingLevel = 1));
    assert.equal(await headings(page), "h1 h2 h3 h3 h2 h3 h3");
    await change(page, (it) => it.removeAttribute("heading-level"));
    assert.equal(await headings(page), "h2 h3 h4 h4 h3 h4 h4");
  }));

  scenario("theme sets the colors of one element", on('theme="dark"', async (page) => {
    const look = () => page.locator("fact-check").evaluate((it) => [
      getComputedStyle(it).colorScheme,
      getComputedStyle(it.shadowRoot.querySelector(".card")).backgroundColor,
    ]);
    const dark = await look();
    assert.equal(dark[0], "dark");
    await page.locator("fact-check").evaluate((it) => (it.theme = "light"));
    const light = await look();
    assert.equal(light[0], "light");
    assert.notEqual(light[1], dark[1]);
    await page.locator("fact-check").evaluate((it) => it.removeAttribute("theme"));
    assert.equal((await look())[0], "normal", "the page's own");
    assert.equal((await events(page, "load")).length, 1, "colors are no reason to draw again");
  }));

  scenario("src shows another dataset when it changes", async ({ server, open }) => {
    server.put("/moon.json", moonJson);
    const page = await open(element(""));
    await drawn(page);
    server.put("/other.json", moonJson.replace("The moon", "Another title"));
    await change(page, (it) => (it.src = "other.json"));
    assert.match(await text(page), /^Another title/);
    await change(page, (it) => it.removeAttribute("src"));
    assert.equal((await cards(page)).length > 2, true, "the bundled dataset");
  });

  scenario("loading turns eager when it is set", async ({ server, open }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<div style="height:5000px"></div><fact-check src="moon.json"></fact-check>');
    await settle(page);
    assert.equal(server.count("/moon.json"), 0);
    await page.locator("fact-check").evaluate((it) => (it.loading = "eager"));
    await drawn(page);
  });

  scenario("several changes in one turn draw once", on('claim="far"', async (page) => {
    await change(page, (it) => {
      it.claim = "cheese";
      it.lang = "ru";
      it.headingLevel = 3;
      it.claim = "far";
    });
    await settle(page);
    assert.equal((await events(page, "load")).length, 2);
    assert.deepEqual(await cards(page), ["claim-far"]);
  }));

  scenario("every attribute has a property that reads it back", on("", async (page) => {
    const read = (set) => page.locator("fact-check").evaluate((it, set) => {
      for (const [name, value] of Object.entries(set)) it.setAttribute(name, value);
      return [it.src, it.claim, it.lang, it.theme, it.loading, it.headingLevel, it.uiLang];
    }, set);
    assert.deepEqual(await read({}), ["moon.json", "", "", "auto", "eager", 2, ""]);
    const set = { claim: "far", lang: "ru", theme: "dark", loading: "lazy", "heading-level": "3", "ui-lang": "uk" };
    assert.deepEqual(await read(set), ["moon.json", "far", "ru", "dark", "lazy", 3, "uk"]);
    assert.deepEqual(
      await read({ theme: "x", loading: "x", "heading-level": "7" }),
      ["moon.json", "far", "ru", "auto", "lazy", 2, "uk"],
      "a bad value reads as the default",
    );
  }));

  for (const [name, bad] of [["theme", "pink"], ["loading", "later"], ["heading-level", "7"], ["lang", "not a tag"]]) {
    scenario(`a bad ${name} falls back and is told once, by name`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const page = await open(`<fact-check src="moon.json" ${name}="${bad}"></fact-check>`.repeat(2));
      await events(page, "load", 2);
      assert.equal(await headings(page), "h2 h3 h4 h4 h3 h4 h4");
      assert.match(await text(page), /The moon is made of cheese\./);
      assert.equal(page.said.length, 1, page.said.join("\n"));
      assert.ok(page.said[0].includes(`${name}="${bad}"`), page.said[0]);
    });
  }
});
