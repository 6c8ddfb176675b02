// The element alone: the bundled dataset, what it asks the network for, and what it leaves alone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundled } from "./support/data.mjs";
import { DIST, scenario, suite } from "./support/scenario.mjs";
import { gate } from "./support/server.mjs";
import { cards, drawn, events, plain, seen, settle, showsChildren, text } from "./support/widget.mjs";

const OWN_FILES = ["/fact-check-base.js", "/fact-check-core.js", "/fact-check-core.wasm", "/fact-check.js"];

suite("the bare element", () => {
  scenario("a bare element shows every claim of the bundled dataset", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    assert.deepEqual(await cards(page), bundled.claims.map((it) => `claim-${it.id}`));
    const shown = await text(page);
    for (const { id, statement, counter_statements = [] } of bundled.claims) {
      for (const it of [statement, ...counter_statements]) {
        assert.ok(shown.includes(plain(it.text)), `${id}: ${it.text}`);
      }
    }
  });

  scenario("a bare element asks for its own four files, once each", async ({ open, server }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await settle(page);
    const asked = server.requests.filter((it) => it !== "/page.html" && it !== "/?settled");
    assert.deepEqual(asked.sort(), OWN_FILES);
  });

  scenario("nothing is stored and nothing that is stored is read", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.evaluate(() => {
      document.querySelector("fact-check").shadowRoot.querySelector('a[href^="#claim-"]').click();
    });
    assert.deepEqual((await seen(page)).storage, []);
    // The recorder itself is held to account: it sees what a page does.
    const recorded = await page.evaluate(() => {
      localStorage.getItem("x");
      document.cookie;
      return window.seen.storage;
    });
    assert.deepEqual(recorded, ["localStorage", "cookie"]);
  });

  scenario("the console stays silent", async ({ open }) => {
    const page = await open('<fact-check></fact-check><fact-check claim="two-bases" theme="dark"></fact-check>');
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await events(page, "load", 2);
    assert.deepEqual(page.said, []);
  });

  scenario("the children show, untouched, while the widget is on its way", async ({ open, server }) => {
    const held = gate();
    server.put("/held.json", { body: JSON.stringify(bundled), gate: held.promise });
    const children = '<p id="child">Read it <a href="/x">here</a>.</p>';
    const page = await open(`<fact-check src="held.json">${children}</fact-check>`);
    await settle(page);
    assert.ok(await showsChildren(page));
    assert.equal(await page.locator("fact-check").evaluate((it) => it.innerHTML), children);
    held.open();
    await drawn(page);
    assert.equal(await page.locator("fact-check").evaluate((it) => it.innerHTML), children, "they stay for feeds");
    assert.equal(await page.locator("#child").isVisible(), false, "the widget shows in their place");
  });

  scenario("200 elements share one wasm instance, one style sheet and one download", async ({ open, server }) => {
    const one = (it) => `<fact-check loading="eager" claim="${it.id}"></fact-check>`;
    const all = Array.from({ length: 200 }, (_, i) => one(bundled.claims[i % bundled.claims.length]));
    const page = await open(all.join(""));
    await events(page, "load", 200);
    const { wasm } = await seen(page);
    assert.equal(wasm, 1);
    for (const file of OWN_FILES) assert.equal(server.count(file), 1, file);
    const shared = await page.evaluate(() => {
      const sheets = [...document.querySelectorAll("fact-check")].map((it) => it.shadowRoot.adoptedStyleSheets);
      return { each: Math.max(...sheets.map((it) => it.length)), all: new Set(sheets.flat()).size };
    });
    assert.deepEqual(shared, { each: 1, all: 1 });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll("fact-check")].map((it) => it.shadowRoot.querySelector("article").id),
    );
    assert.deepEqual(shown.slice(0, 3), bundled.claims.slice(0, 3).map((it) => `claim-${it.id}`));
    assert.equal(shown.length, 200);
  });

  scenario("a server that does not know the type of wasm files is good enough", async ({ open, server }) => {
    const body = readFileSync(join(DIST, "fact-check-core.wasm"));
    server.put("/fact-check-core.wasm", { body, type: "application/octet-stream" });
    const page = await open('<fact-check claim="two-bases"></fact-check>');
    await drawn(page);
    assert.deepEqual(await cards(page), ["claim-two-bases"]);
  });

  scenario("no HTML parser sees the data", async ({ open }) => {
    const head = `<script>
      window.parsed = [];
      for (const [type, name] of [[Element, "innerHTML"], [Element, "outerHTML"], [ShadowRoot, "innerHTML"]]) {
        const { set } = Object.getOwnPropertyDescriptor(type.prototype, name);
        Object.defineProperty(type.prototype, name, { set(html) { parsed.push(name); set.call(this, html); } });
      }
    </script>`;
    const page = await open("<fact-check></fact-check>", { head });
    await drawn(page);
    assert.deepEqual(await page.evaluate(() => window.parsed), []);
  });
});
