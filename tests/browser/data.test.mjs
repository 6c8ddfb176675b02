// Where a dataset comes from: files, scripts in the page, objects; and what is fetched for each.
import assert from "node:assert/strict";
import { bundled, bundledPack, factcheck, moon, moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { cards, drawn, events, settle, text } from "./support/widget.mjs";

const READER = ["/fact-check-reader.js", "/fact-check-reader.wasm"];
const shadow = (page, selector) => page.locator(selector).evaluate((it) => it.shadowRoot.innerHTML);

suite("data", () => {
  scenario("the same dataset draws the same from JSON, a pack, an object and the page", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    server.put("/moon.pack", factcheck(["pack", "-"], moon()));
    const page = await open(`
      <fact-check id="json" src="moon.json"></fact-check>
      <fact-check id="pack" src="moon.pack"></fact-check>
      <fact-check id="inline"><script type="application/json">${moonJson}</script></fact-check>
      <fact-check id="object"></fact-check>
      <script>document.querySelector("#object").data = ${moonJson}</script>`);
    await events(page, "load", 4);
    const json = await shadow(page, "#json");
    assert.match(json, /Der Mond besteht aus Käse/);
    for (const other of ["#inline", "#object"]) assert.equal(await shadow(page, other), json, other);
    // A pack says more: the hash that was published with each record.
    const pack = await shadow(page, "#pack");
    const hashes = /<details class="more">.*?<\/details>/g;
    assert.equal(pack.match(hashes)?.length, 2);
    assert.equal(pack.replace(hashes, ""), json);
  });

  scenario("a pack needs no reader", async ({ open, server }) => {
    const page = await open('<fact-check src="belarus-base.pack"></fact-check>');
    await drawn(page);
    assert.equal((await cards(page)).length, bundled.claims.length);
    for (const file of READER) assert.equal(server.count(file), 0, file);
  });

  for (const [what, body] of [
    ["JSON", '<fact-check src="moon.json"></fact-check>'.repeat(2)],
    ["objects", `<fact-check></fact-check><script>document.querySelector("fact-check").data = ${moonJson}</script>`],
    ["inline JSON", `<fact-check><script type="application/json">${moonJson}</script></fact-check>`],
  ]) {
    scenario(`${what} brings the reader, once`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const page = await open(body);
      await drawn(page);
      await settle(page);
      for (const file of READER) assert.equal(server.count(file), 1, file);
    });
  }

  scenario("elements with one address share one download", async ({ open, server }) => {
    server.put("/posts/moon.json", moonJson);
    const page = await open(
      '<fact-check src="moon.json" claim="far"></fact-check><fact-check src="../posts/moon.json"></fact-check>',
      { head: '<base href="/posts/">' },
    );
    await events(page, "load", 2);
    assert.equal(server.count("/posts/moon.json"), 1);
  });

  scenario("src is relative to the page's base URL", async ({ open, server }) => {
    server.put("/posts/2026/moon.json", moonJson);
    const page = await open('<fact-check src="moon.json"></fact-check>', { head: '<base href="/posts/2026/">' });
    await drawn(page);
    assert.match(await text(page), /^The moon/);
  });

  scenario("the bytes decide, not the name or the type", async ({ open, server }) => {
    server.put("/pack.json", { body: bundledPack, type: "application/json" });
    server.put("/json.pack", { body: moonJson, type: "text/html" });
    const page = await open('<fact-check src="pack.json"></fact-check><fact-check id="b" src="json.pack"></fact-check>');
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await events(page, "load", 2);
    assert.equal((await cards(page)).length, bundled.claims.length);
    assert.deepEqual(await cards(page, "#b"), ["claim-cheese", "claim-far"]);
  });

  scenario("a byte order mark is no fault", async ({ open, server }) => {
    server.put("/bom.json", `\u{FEFF}${moonJson}`);
    const page = await open('<fact-check src="bom.json"></fact-check>');
    await drawn(page);
  });

  scenario("data set before the element is defined is kept", async ({ open }) => {
    const page = await open(`<fact-check src="/none.json"></fact-check><script>
      document.querySelector("fact-check").data = ${moonJson};
      document.querySelector("fact-check").claim = "far";
    </script>`);
    await drawn(page);
    assert.deepEqual(await cards(page), ["claim-far"], "and so are the other properties");
    const own = await page.locator("fact-check").evaluate((it) => Object.keys(it));
    assert.deepEqual(own, [], "the accessors are not hidden");
    assert.deepEqual(page.said, [], "data wins over src");
  });

  for (const nothing of [undefined, null]) {
    scenario(`data set to ${nothing} goes back to src`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const page = await open('<fact-check src="moon.json"></fact-check>');
      await drawn(page);
      const set = async (data, n) => {
        await page.locator("fact-check").evaluate((it, data) => (it.data = data), data);
        await events(page, "load", n);
      };
      await set(moon((it) => (it.title = "An object")), 2);
      assert.match(await text(page), /^An object/);
      const kept = await page.locator("fact-check").evaluate((it) => it.data.title);
      assert.equal(kept, "An object");
      await set(nothing, 3);
      assert.match(await text(page), /^The moon/);
    });
  }

  scenario("undefined in an object counts as absent", async ({ open }) => {
    const page = await open(`<fact-check></fact-check><script>
      document.querySelector("fact-check").data = { ...${moonJson}, description: undefined, updated: undefined };
    </script>`);
    await drawn(page);
    assert.match(await text(page), /^The moon/);
  });

  scenario("a script in the page is read whole, however late the parser brings it", async ({ open }) => {
    // The element is defined before the parser reaches it.
    const filler = moon((it) => (it.description = "x".repeat(90_000)));
    const page = await open(
      `<script>for (const end = Date.now() + 300; Date.now() < end;);</script>
       <fact-check><p>Before.</p><script type="application/json">${JSON.stringify(filler)}</script></fact-check>`,
      { head: '<script type="module" async src="/fact-check.js"></script>', script: "" },
    );
    await drawn(page);
    assert.match(await text(page), /^The moon/);
    assert.deepEqual(page.said, []);
  });

  scenario("an element made by a script is like one in the page", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open("<main></main>");
    await page.evaluate(() => customElements.whenDefined("fact-check"));
    await page.evaluate(() => {
      const element = document.createElement("fact-check");
      element.src = "moon.json";
      element.claim = "far";
      document.querySelector("main").append(element);
    });
    await drawn(page);
    assert.deepEqual(await cards(page), ["claim-far"]);
  });
});
