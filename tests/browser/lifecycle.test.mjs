// Elements that move, go and come back, also while they load, and into other documents.
import assert from "node:assert/strict";
import { moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { gate } from "./support/server.mjs";
import { cards, drawn, events, settle, showsChildren } from "./support/widget.mjs";

const PAGE = '<fact-check src="moon.json"><p>Children.</p></fact-check><aside></aside>';

/** Counts changes in the shadow root from here on, in `window.changes`. */
const watch = (page) =>
  page.evaluate(() => {
    window.changes = [];
    const note = (records) => window.changes.push(...records.map((it) => `${it.type} ${it.target.nodeName}`));
    new MutationObserver(note).observe(document.querySelector("fact-check").shadowRoot, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
const changes = (page) => page.evaluate(() => window.changes);

suite("lifecycle", () => {
  const on = (file, run) => async ({ open, server }) => {
    server.put("/moon.json", file);
    await run(await open(PAGE), server);
  };

  for (const [what, move] of [
    ["moved within the document", (it) => document.querySelector("aside").append(it)],
    ["taken out and put back at once", (it) => { it.remove(); document.body.append(it); }],
    ["taken out and put back later", async (it) => {
      it.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.body.append(it);
    }],
  ]) {
    scenario(`${what}, nothing in it changes`, on(moonJson, async (page, server) => {
      await drawn(page);
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector("fact-check");
        window.card = shadowRoot.querySelector("article");
      });
      await watch(page);
      await page.locator("fact-check").evaluate(move);
      await events(page, "load", 2);
      await settle(page);
      assert.deepEqual(await changes(page), []);
      assert.ok(await page.evaluate(() => window.card === document.querySelector("fact-check").shadowRoot.querySelector("article")));
      assert.equal(await page.locator("fact-check .widget").count(), 1);
      assert.equal(server.count("/moon.json"), 1);
    }));
  }

  scenario("removed before the data came, it does nothing", async ({ open, server }) => {
    const held = gate();
    server.put("/moon.json", { body: moonJson, gate: held.promise });
    const page = await open(PAGE);
    await settle(page);
    assert.equal(server.count("/moon.json"), 1);
    await page.evaluate(() => {
      window.element = document.querySelector("fact-check");
      for (const type of ["load", "error"]) element.addEventListener(`fact-check-${type}`, () => (window.heard = type));
      element.remove();
    });
    held.open();
    await settle(page);
    await settle(page);
    assert.deepEqual(await page.evaluate(() => [window.heard, element.shadowRoot.innerHTML]), [undefined, "<slot></slot>"]);
    await page.evaluate(() => document.body.append(element));
    await events(page, "load");
    assert.deepEqual(await cards(page), ["claim-cheese", "claim-far"]);
    assert.equal((await events(page, "load")).length, 1);
  });

  scenario("moved before the data came, it draws once", async ({ open, server }) => {
    const held = gate();
    server.put("/moon.json", { body: moonJson, gate: held.promise });
    const page = await open(PAGE);
    await settle(page);
    await page.evaluate(() => document.querySelector("aside").append(document.querySelector("fact-check")));
    held.open();
    await drawn(page);
    await settle(page);
    assert.equal((await events(page, "load")).length, 1);
    assert.equal(await page.locator("fact-check .widget").count(), 1);
  });

  scenario("another src before the first one answered: the last one wins", async ({ open, server }) => {
    const held = gate();
    server.put("/moon.json", { body: moonJson, gate: held.promise });
    server.put("/other.json", moonJson.replace('"far"', '"other"'));
    const page = await open(PAGE);
    await settle(page);
    await page.locator("fact-check").evaluate((it) => (it.src = "other.json"));
    await drawn(page);
    held.open();
    await settle(page);
    await settle(page);
    assert.deepEqual(await cards(page), ["claim-cheese", "claim-other"]);
    assert.equal((await events(page, "load")).length, 1);
  });

  scenario("an error that nobody waits for any more is not told", async ({ open, server }) => {
    const held = gate();
    server.put("/moon.json", { status: 500, gate: held.promise });
    server.put("/other.json", moonJson);
    const page = await open(PAGE);
    await settle(page);
    await page.locator("fact-check").evaluate((it) => (it.src = "other.json"));
    await drawn(page);
    held.open();
    await settle(page);
    await settle(page);
    assert.deepEqual([page.said, await events(page, "error", 0)], [[], []]);
    assert.ok(!(await showsChildren(page)));
  });

  scenario("adopted by another document it stays complete, and comes back", on(moonJson, async (page) => {
    await drawn(page);
    const look = () => page.evaluate(async () => {
      for (let i = 0; i < 4; i++) await new Promise((done) => setTimeout(done, 20));
      const { shadowRoot } = window.element;
      const card = shadowRoot.querySelector(".card");
      const line = card && card.ownerDocument.defaultView.getComputedStyle(card).borderTopWidth;
      return { cards: shadowRoot.querySelectorAll("article").length, line };
    });
    await page.evaluate(() => {
      window.element = document.querySelector("fact-check");
      window.frame = document.createElement("iframe");
      document.body.append(frame);
      frame.contentDocument.body.append(element);
    });
    assert.deepEqual(await look(), { cards: 2, line: "1px" }, "in the frame");
    await page.evaluate(() => document.body.append(window.element));
    assert.deepEqual(await look(), { cards: 2, line: "1px" }, "back in the page");
    assert.deepEqual(page.said, []);
  }));

  scenario("hidden elements load when they show", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<div hidden><fact-check src="moon.json"></fact-check></div>');
    await settle(page);
    assert.equal(server.count("/moon.json"), 0);
    await page.evaluate(() => (document.querySelector("div").hidden = false));
    await drawn(page);
  });

  scenario("a closed details is no hindrance", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<details><summary>More</summary><fact-check src="moon.json"></fact-check></details>');
    await settle(page);
    await page.locator("summary").click();
    await drawn(page);
  });

  scenario("cloned, the copy draws the same", on(moonJson, async (page) => {
    await drawn(page);
    await page.evaluate(() => {
      const copy = document.querySelector("fact-check").cloneNode(true);
      copy.id = "copy";
      document.body.append(copy);
    });
    await drawn(page, "#copy");
    const [first, copy] = await page.evaluate(() => [...document.querySelectorAll("fact-check")].map((it) => it.shadowRoot.innerHTML));
    assert.equal(copy, first);
  }));
});
