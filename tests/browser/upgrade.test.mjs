// Blockquotes and divs of class fact-check become elements; a script that is loaded twice does no harm.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { moonJson } from "./support/data.mjs";
import { DIST, scenario, suite } from "./support/scenario.mjs";
import { cards, drawn, events, settle } from "./support/widget.mjs";

/** A marked-up quote and what the element is made of. */
const quote = (tag, attributes) =>
  `<${tag} class="post fact-check" ${attributes}><p>“Made of <em>cheese</em>.” <a href="/x">More</a></p></${tag}>`;

suite("upgrade", () => {
  for (const tag of ["blockquote", "div"]) {
    scenario(`a ${tag} becomes an element and stays inside, as the fallback`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const written = quote(tag, 'data-src="moon.json" data-claim="cheese" data-lang="ru" data-heading-level="3" data-theme="dark" cite="/y"');
      const page = await open(`<main>${written}</main>`);
      await drawn(page);
      assert.deepEqual(await cards(page), ["claim-cheese"]);
      const element = await page.locator("main > fact-check").evaluate((it) => ({
        ...Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value])),
        inside: it.innerHTML,
        heading: it.shadowRoot.querySelector(".summary").localName,
        russian: it.shadowRoot.textContent.includes("Луна"),
      }));
      assert.deepEqual(element, {
        src: "moon.json", claim: "cheese", lang: "ru", "heading-level": "3", theme: "dark",
        inside: written, heading: "h3", russian: true,
      });
    });
  }

  scenario("without its dataset the blockquote looks as it did", async ({ open }) => {
    const written = quote("blockquote", 'data-src="none.json"');
    const page = await open(`<main>${written}</main>`);
    await events(page, "error");
    assert.equal(await page.locator("fact-check").evaluate((it) => it.innerHTML), written);
    assert.ok(await page.locator("blockquote").isVisible());
    const plain = await open(`<main>${written}</main>`, { script: "" });
    const box = (page) => page.locator("blockquote p").evaluate((it) => it.getBoundingClientRect().toJSON());
    assert.deepEqual((await box(page)).width, (await box(plain)).width);
  });

  scenario("upgrading again wraps nothing twice", async ({ open }) => {
    const page = await open(quote("blockquote", 'data-claim="two-bases"'));
    await drawn(page);
    const n = await page.evaluate(async () => {
      const { upgrade } = await import("/fact-check.js");
      upgrade();
      upgrade(document.body);
      return document.querySelectorAll("fact-check").length;
    });
    assert.equal(n, 1);
  });

  scenario("content that arrives later is upgraded on request", async ({ open }) => {
    const page = await open("<main></main>");
    await page.locator("main").evaluate(async (main, written) => {
      const { upgrade } = await import("/fact-check.js");
      main.innerHTML = written;
      upgrade(main);
    }, quote("div", 'data-claim="two-bases"'));
    await drawn(page);
  });

  scenario("two copies of the script: one definition, no error, one drawing", async ({ open, server }) => {
    for (const file of ["fact-check.js", "fact-check-core.js", "fact-check-core.wasm", "fact-check-base.js"]) {
      server.put(`/copy/${file}`, readFileSync(join(DIST, file)));
    }
    const copy = '<script type="module" src="/copy/fact-check.js"></script>';
    const page = await open(
      `${quote("blockquote", 'data-claim="two-bases"')}<fact-check claim="two-bases"></fact-check>${copy}`,
      { head: '<script type="module" src="/fact-check.js?again"></script>' },
    );
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await events(page, "load", 2);
    await settle(page);
    assert.equal((await events(page, "load")).length, 2);
    assert.equal(await page.locator("fact-check").count(), 2);
    assert.equal(server.count("/copy/fact-check.js"), 1);
    assert.equal(server.count("/fact-check-core.wasm") + server.count("/copy/fact-check-core.wasm"), 1);
    assert.equal(await page.locator("fact-check .widget").count(), 2);
    assert.deepEqual(page.said, []);
  });

  scenario("importing the element alone registers nothing", async ({ open }) => {
    const page = await open("<fact-check></fact-check>", { script: "/fact-check-element.js" });
    const made = await page.evaluate(async () => {
      const { FactCheckElement } = await import("/fact-check-element.js");
      const before = customElements.get("fact-check") === undefined;
      customElements.define("other-name", class extends FactCheckElement {});
      document.body.append(document.createElement("other-name"));
      return before;
    });
    assert.ok(made);
    await drawn(page, "other-name");
  });
});
