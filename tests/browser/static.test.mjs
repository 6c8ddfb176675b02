// What the command line writes: complete without JavaScript, and taken over in place by the widget.
import assert from "node:assert/strict";
import { bundled, factcheck, moon, moonJson } from "./support/data.mjs";
import { html, scenario, suite } from "./support/scenario.mjs";
import { cards, events, plain, seen, settle, text } from "./support/widget.mjs";

const fragment = (args, input) => String(factcheck(["render", ...args], input));
const moonFragment = (...args) => fragment(["-", ...args], moon());
const shadow = (page) => page.locator("fact-check").evaluate((it) => it.shadowRoot.innerHTML);

/** All text of the accessibility tree: what a screen reader gets, shadow trees and their slots resolved. */
async function spoken(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const said = nodes.filter((it) => !it.ignored && it.role?.value === "StaticText").map((it) => it.name.value);
  return plain(said.join(" "));
}

/** Where an element of a shadow tree is in the window, without running a script in the page. */
async function place(page, id) {
  const devtools = await page.context().newCDPSession(page);
  const { root } = await devtools.send("DOM.getDocument", { depth: -1, pierce: true });
  const find = (node) => {
    const { attributes = [], nodeName, children = [], shadowRoots = [] } = node;
    if (nodeName === "ARTICLE" && attributes[attributes.indexOf("id") + 1] === id) return node;
    for (const child of [...children, ...shadowRoots]) {
      const found = find(child);
      if (found) return found;
    }
    return null;
  };
  const { model } = await devtools.send("DOM.getBoxModel", { nodeId: find(root).nodeId });
  const { cssVisualViewport } = await devtools.send("Page.getLayoutMetrics");
  return { top: model.border[1], scrolled: cssVisualViewport.pageY };
}

const NO_SCRIPT = { javaScriptEnabled: false };

suite("static output", () => {
  scenario("without JavaScript every statement and counter-statement can be read", async ({ open }) => {
    const said = await spoken(await open("/belarus-base.html", NO_SCRIPT));
    for (const { id, statement, counter_statements = [] } of bundled.claims) {
      for (const it of [statement, ...counter_statements]) {
        assert.ok(said.includes(plain(it.text)), `${id}: ${it.text}`);
      }
    }
  });

  scenario("without JavaScript nothing is said twice", async ({ open, server }) => {
    server.put("/static.html", html(moonFragment(), { script: "" }));
    const said = await spoken(await open("/static.html", NO_SCRIPT));
    assert.equal(said.split("It is made of rock.").length - 1, 1, "the light tree stays behind the shadow tree");
  });

  scenario("without JavaScript the home page shows its card", async ({ open }) => {
    const said = await spoken(await open("/index.html", NO_SCRIPT));
    const { statement, counter_statements } = bundled.claims.find((it) => it.id === "two-bases");
    for (const it of [statement, ...counter_statements]) assert.ok(said.includes(plain(it.text)), it.text);
  });

  for (const javaScriptEnabled of [false, true]) {
    scenario(`an address of a claim scrolls to its card, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ open }) => {
      const { id } = bundled.claims[20];
      const start = await place(await open("/belarus-base.html", { javaScriptEnabled }), `claim-${id}`);
      assert.equal(start.scrolled, 0);
      assert.ok(start.top > 2000, "far below");
      const page = await open("/belarus-base.html", { javaScriptEnabled, hash: `#claim-${id}` });
      if (javaScriptEnabled) await settle(page);
      const there = await place(page, `claim-${id}`);
      assert.ok(there.scrolled > 2000, `scrolled by ${there.scrolled}`);
      assert.ok(there.top >= 0 && there.top < 100, `${there.top} px from the top`);
    });
  }

  scenario("where shadow roots are not known, the plain content shows", async ({ open, server }) => {
    // A feed reader's sanitizer takes unknown elements and templates away.
    const stripped = moonFragment().replace(/<template.*<\/template>/s, "").replaceAll(/<\/?fact-check[^>]*>/g, "");
    server.put("/feed.html", html(stripped, { script: "" }));
    const said = await spoken(await open("/feed.html", NO_SCRIPT));
    for (const words of ["What the moon is made of", "Der Mond besteht aus Käse.", "Contradicts it", "It is made of rock.", "An imaginary almanac", "A miller"]) {
      assert.ok(said.includes(words), words);
    }
  });

  for (const [what, args] of [["as it is", []], ["with newer data that is the same", ["--src", "moon.json"]]]) {
    scenario(`taken over ${what}: the same pixels, not one change`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      server.put("/static.html", html(`<h1>A post</h1>${moonFragment(...args)}<p>After.</p>`, { script: "" }));
      const page = await open("/static.html");
      // A screenshot of more than the window would resize it, which shifts things by itself.
      const before = await page.screenshot();
      const markup = await shadow(page);
      await page.evaluate(() => {
        window.changes = [];
        const { shadowRoot } = document.querySelector("fact-check");
        const note = (records) => window.changes.push(...records.map((it) => it.type));
        const all = { subtree: true, childList: true, attributes: true, characterData: true };
        new MutationObserver(note).observe(shadowRoot, all);
        new MutationObserver(note).observe(document.querySelector("fact-check"), all);
        document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/fact-check.js" }));
      });
      await page.evaluate(() => customElements.whenDefined("fact-check"));
      if (args.length > 0) await events(page, "load");
      await settle(page);
      assert.deepEqual(await page.evaluate(() => window.changes), []);
      assert.equal(await shadow(page), markup);
      assert.deepEqual((await seen(page)).shifts, []);
      assert.ok(before.equals(await page.screenshot()), "the same pixels");
      assert.equal(server.count("/fact-check-core.wasm"), args.length > 0 ? 1 : 0, "nothing is fetched in vain");
    });
  }

  scenario("taken over with changed data, the new data shows", async ({ open, server }) => {
    server.put("/moon.json", JSON.stringify(moon((it) => (it.claims[0].counter_statements[0].text = "Rock, says a new study."))));
    server.put("/static.html", html(moonFragment("--src", "moon.json")));
    const page = await open("/static.html");
    await events(page, "load");
    assert.match(await text(page), /Rock, says a new study\./);
    assert.doesNotMatch(await text(page), /It is made of rock\./);
    assert.equal(await page.locator("fact-check .widget").count(), 1);
  });

  scenario("its options are the element's: claim, language, heading level", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const args = ["--claim", "cheese", "--lang", "ru", "--heading-level", "4", "--src", "moon.json"];
    const page = await open(`<div>${moonFragment(...args)}</div>
      <fact-check id="live" src="moon.json" claim="cheese" lang="ru" heading-level="4"></fact-check>`);
    await events(page, "load", 2);
    const [written, live] = await page.evaluate(() =>
      [...document.querySelectorAll("fact-check")].map((it) => it.shadowRoot.querySelector(".widget").outerHTML),
    );
    assert.equal(written, live);
    assert.match(live, /Луна/);
  });

  scenario("with newer data that is not there, what was written stays", async ({ open, server }) => {
    server.put("/static.html", html(moonFragment("--src", "none.json")));
    const page = await open("/static.html");
    await events(page, "error");
    assert.deepEqual(await cards(page), ["claim-cheese", "claim-far"]);
  });

  scenario("attributes that change after it was taken over count", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    server.put("/static.html", html(moonFragment("--src", "moon.json")));
    const page = await open("/static.html");
    await events(page, "load");
    await page.locator("fact-check").evaluate((it) => (it.claim = "far"));
    await events(page, "load", 2);
    assert.deepEqual(await cards(page), ["claim-far"]);
  });

  scenario("a style sheet of the page's own address serves pages that forbid inline styles", async ({ open, server }) => {
    server.put("/static.html", {
      body: html(moonFragment("--css", "/fact-check.css")).replace(/<link rel="icon"[^>]*>/, ""),
      headers: { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" },
    });
    const page = await open("/static.html");
    await page.waitForFunction(() =>
      getComputedStyle(document.querySelector("fact-check").shadowRoot.querySelector(".card")).borderTopWidth === "1px");
    assert.deepEqual((await seen(page)).violations, []);
  });
});
