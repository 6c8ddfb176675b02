// The search box and the filters: finding, filtering, sorting, linking to a view, taking back.
import assert from "node:assert/strict";
import { bundled, factcheck, moonJson } from "./support/data.mjs";
import { violations } from "./support/axe.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { gate } from "./support/server.mjs";
import { drawn, settle } from "./support/widget.mjs";

/** The ids of the cards that are not hidden, in the order of the page. */
const visible = (page) =>
  page.evaluate(() =>
    [...document.querySelector("fact-check").shadowRoot.querySelectorAll("article")].filter((it) => !it.hidden).map((it) => it.id));
const status = (page) => page.locator("fact-check .status").textContent();
const found = (page, n) =>
  page.waitForFunction((n) =>
    [...document.querySelector("fact-check").shadowRoot.querySelectorAll("article")].filter((it) => !it.hidden).length === n, n);
const SEARCH = ["/fact-check-tools.js", "/fact-check-search.js", "/fact-check-search.wasm"];
const ids = bundled.claims.map((it) => `claim-${it.id}`);

/** The claims in which a word begins with this, found by other means: in the text that the card shows. */
const withWord = (page, word) =>
  page.evaluate((word) => {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu");
    const { shadowRoot } = document.querySelector("fact-check");
    return [...shadowRoot.querySelectorAll("article")].filter((it) => pattern.test(it.textContent)).map((it) => it.id);
  }, word);

suite("tools", () => {
  scenario("nothing of the search is loaded before a reader turns to it", async ({ open, server }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await settle(page);
    for (const file of SEARCH) assert.equal(server.count(file), 0, file);
    await page.locator("fact-check input[type=search]").focus();
    await page.locator("fact-check .facet").first().waitFor({ state: "attached" });
    for (const file of SEARCH) assert.equal(server.count(file), 1, file);
  });

  scenario("typing finds, keeps the caret, and says how many", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    const input = page.locator("fact-check input[type=search]");
    const expected = await withWord(page, "sochi");
    assert.ok(expected.length > 0 && expected.length < ids.length);
    await input.pressSequentially("sochi", { delay: 20 });
    await found(page, expected.length);
    assert.deepEqual(await visible(page), expected);
    await page.waitForFunction((n) => document.querySelector("fact-check").shadowRoot.querySelector(".status").textContent.startsWith(`${n} of`), expected.length);
    assert.equal(await status(page), `${expected.length} of ${ids.length} claims`);
    const focus = await page.evaluate(() => {
      const { activeElement } = document.querySelector("fact-check").shadowRoot;
      return [activeElement.type, activeElement.value, activeElement.selectionStart];
    });
    assert.deepEqual(focus, ["search", "sochi", 5]);
    assert.ok(await page.evaluate(() => CSS.highlights.get("fact-check-found").size > 0), "what was found is marked");
    await input.fill("");
    await found(page, ids.length);
    assert.deepEqual(await visible(page), ids);
    assert.equal(await page.evaluate(() => CSS.highlights.get("fact-check-found").size), 0);
  });

  scenario("what is typed before the search has come is not lost", async ({ open, server }) => {
    const late = gate();
    server.put("/fact-check-search.js", { ...(await server.file("/fact-check-search.js")), gate: late.promise });
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check input[type=search]").fill("sochi");
    await settle(page);
    assert.deepEqual(await visible(page), ids);
    late.open();
    await found(page, (await withWord(page, "sochi")).length);
  });

  scenario("facets combine, count and are taken back", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check .facets > summary").click();
    const putin = page.locator("fact-check .value", { hasText: "Vladimir Putin" });
    await putin.waitFor();
    const count = Number(await putin.locator(".count").textContent());
    await putin.locator("input").check();
    await found(page, count);
    const denies = page.locator("fact-check .value", { hasText: "Denies it" });
    const both = Number(await denies.locator(".count").textContent());
    assert.ok(both > 0 && both <= count);
    await denies.locator("input").check();
    await found(page, both);
    const chips = page.locator("fact-check .chosen button");
    assert.deepEqual((await chips.allInnerTexts()).map((it) => it.replace(/\s+/g, " ").trim()), [
      "Remove Vladimir Putin ×", "Remove Denies it ×", "Show all claims",
    ]);
    await chips.nth(1).click();
    await found(page, count);
    const focused = await page.evaluate(() => document.querySelector("fact-check").shadowRoot.activeElement?.localName);
    assert.equal(focused, "button", "the focus is not lost");
    await page.locator("fact-check .chosen .all").click();
    await found(page, ids.length);
    assert.equal(await page.locator("fact-check .chosen button").count(), 0);
  });

  scenario("the order changes and comes back", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check .facets > summary").click();
    await page.locator("fact-check select").selectOption("oldest");
    await settle(page);
    const dates = Object.fromEntries(bundled.claims.map((it) => [`claim-${it.id}`, it.statement.date ?? "9999"]));
    const order = (await visible(page)).map((id) => dates[id]);
    assert.deepEqual(order, [...order].sort());
    await page.locator("fact-check select").selectOption("listed");
    await settle(page);
    assert.deepEqual(await visible(page), ids);
  });

  scenario("a view has a link of its own", async ({ open, server }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check input[type=search]").fill("sochi");
    await found(page, (await withWord(page, "sochi")).length);
    await page.waitForFunction(() => location.hash === "#fact-check:belarus-base?q=sochi");
    const length = await page.evaluate(() => history.length);
    await page.locator("fact-check .facets > summary").click();
    await page.locator("fact-check select").selectOption("newest");
    await page.locator("fact-check .value", { hasText: "Vladimir Putin" }).locator("input").check();
    const hash = await page.evaluate(() => location.hash);
    assert.equal(hash, "#fact-check:belarus-base?q=sochi&speaker=putin&sort=newest");
    assert.equal(await page.evaluate(() => history.length), length, "no entry of its own in the history");
    const expected = await visible(page);
    const other = await open("<fact-check></fact-check>", { hash });
    await drawn(other);
    await found(other, expected.length);
    assert.deepEqual(await visible(other), expected);
    assert.equal(await other.locator("fact-check input[type=search]").inputValue(), "sochi");
    await other.locator("fact-check .chosen .all").click();
    await other.waitForFunction(() => location.hash === "");
  });

  scenario("nothing found is said, with a way back", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check input[type=search]").fill("zebra");
    await found(page, 0);
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".status").textContent === "No claim matches.");
    await page.locator("fact-check .chosen .all").click();
    await found(page, ids.length);
  });

  scenario("a link to a claim shows it, also when the search has hidden it", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check input[type=search]").fill("zebra");
    await found(page, 0);
    await page.evaluate((id) => (location.hash = `#${id}`), ids[5]);
    await page.waitForFunction((id) => !document.querySelector("fact-check").shadowRoot.getElementById(id).hidden, ids[5]);
  });

  scenario("few claims need no tools", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<fact-check src="moon.json"></fact-check>');
    await drawn(page);
    assert.equal(await page.locator("fact-check .tools").count(), 0);
  });

  scenario("static pages have no box that does nothing", async ({ open, server }) => {
    server.put("/still.html", factcheck(["render", "--page", "--script", "/fact-check.js"]).toString());
    const still = await open("/still.html");
    await drawn(still);
    assert.equal(await still.locator("fact-check .tools").count(), 0);
    server.put("/live.html", factcheck(["render", "--page", "--script", "/fact-check.js", "--src", "/belarus-base.pack"]).toString());
    const off = await open("/live.html", { javaScriptEnabled: false });
    assert.equal(await off.locator("fact-check .tools").isVisible(), false);
    const live = await open("/live.html");
    await drawn(live);
    await live.locator("fact-check input[type=search]").fill("sochi");
    await found(live, (await withWord(live, "sochi")).length);
  });

  scenario("the search that cannot be loaded leaves everything as it is", async ({ open, server }) => {
    server.put("/fact-check-search.wasm", { status: 500, body: "" });
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await page.locator("fact-check input[type=search]").focus();
    await page.locator("fact-check .tools").waitFor({ state: "hidden" });
    assert.deepEqual(await visible(page), ids);
    assert.match(page.said.join("\n"), /the search could not be loaded/);
  });

  for (const colorScheme of ["light", "dark"]) {
    scenario(`axe finds nothing, searching and filtered, ${colorScheme}`, async ({ open }) => {
      const page = await open('<main><h1>A page</h1><fact-check theme="auto"></fact-check></main>', { colorScheme, head: "<style>:root{color-scheme:light dark}</style>" });
      await drawn(page);
      await page.locator("fact-check .facets > summary").click();
      await page.locator("fact-check .value input").first().waitFor();
      const check = async (state) => {
        assert.deepEqual(await violations(page), [], state);
      };
      await check("open");
      await page.locator("fact-check .value", { hasText: "Vladimir Putin" }).locator("input").check();
      await page.locator("fact-check input[type=search]").fill("base");
      await settle(page);
      await check("filtered");
      await page.locator("fact-check input[type=search]").fill("zebra");
      await settle(page);
      await check("nothing found");
    });
  }
});
