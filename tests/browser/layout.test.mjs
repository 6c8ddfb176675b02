// Space: nothing shifts while pages load and scroll, nothing overflows, columns follow the element's width.
import assert from "node:assert/strict";
import { moon, moonJson } from "./support/data.mjs";
import { PAGES, scenario, suite } from "./support/scenario.mjs";
import { drawn, seen, settle } from "./support/widget.mjs";

/** Scrolls to the end as a patient reader does: waits for what comes near before going on. */
const scrollThrough = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    const pending = () => [...document.querySelectorAll("fact-check")].filter((it) => !it.shadowRoot?.querySelector(".widget") && !window.settled.has(it));
    const isNear = (it) => it.getBoundingClientRect().top < innerHeight + 150;
    // The page may grow on the way. A step is less than the distance at which elements load.
    for (let y = 0; y < document.scrollingElement.scrollHeight; y += pending().length > 0 ? 100 : 700) {
      scrollTo(0, y);
      for (let still = 0; still < 2; still = pending().some(isNear) ? 0 : still + 1) await frame();
    }
  });

/** Every element, also in shadow trees, that ends beyond the right edge of the window. */
const overflowing = (page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const found = [];
    const look = (root) => {
      for (const it of root.querySelectorAll("*")) {
        // What scrolls inside its own box is no overflow of the page.
        if (it.checkVisibility() && !it.closest("pre") && it.getBoundingClientRect().right > clientWidth + 0.5) {
          found.push(`${it.localName}.${it.className}: ${it.textContent.slice(0, 40)}`);
        }
        if (it.shadowRoot) look(it.shadowRoot);
      }
    };
    look(document);
    return { found, sideways: document.scrollingElement.scrollWidth > clientWidth };
  });

const openAll = (page) =>
  page.evaluate(() => {
    for (const it of document.querySelectorAll("fact-check")) {
      for (const details of it.shadowRoot.querySelectorAll("details")) details.open = true;
    }
  });

suite("layout", () => {
  for (const path of PAGES) {
    for (const width of [360, 1200]) {
      scenario(`${path} at ${width} px shifts nothing from the first byte to its end`, async ({ open, server }) => {
        const page = await open(path, { viewport: { width, height: 800 } });
        await scrollThrough(page);
        await settle(page);
        assert.deepEqual((await seen(page)).shifts, []);
        const missing = path.includes("failure") ? ["/demo/no-such-file.json"] : [];
        // A browser looks for an icon by itself.
        const asked = server.requests.filter((it) => it !== "/?settled" && it !== "/favicon.ico");
        assert.deepEqual(asked.filter((it) => !server.isThere(it) && !missing.includes(it)), []);
        assert.equal(new Set(asked).size, asked.length, `asked twice: ${asked}`);
      });
    }

    scenario(`${path} fits into 320 px`, async ({ open }) => {
      const page = await open(path, { viewport: { width: 320, height: 800 } });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      await settle(page);
      await openAll(page);
      assert.deepEqual(await overflowing(page), { found: [], sideways: false });
    });
  }

  scenario("the recorder sees a shift when there is one", async ({ open }) => {
    const page = await open('<main style="height:100px"></main><p>Pushed down.</p>');
    await settle(page);
    await page.locator("main").evaluate((it) => (it.style.height = "400px"));
    await settle(page);
    assert.notDeepEqual((await seen(page)).shifts, []);
  });

  for (const [width, columns] of [[320, 1], [600, 1], [1000, 2]]) {
    scenario(`in ${width} px statement and counter-statements ${columns === 1 ? "are stacked" : "stand side by side"}`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      // The window is wide: it is the container that counts.
      const page = await open(
        `<div style="width:${width}px"><fact-check src="moon.json" claim="cheese"></fact-check></div>`,
        { viewport: { width: 1300, height: 800 } },
      );
      await drawn(page);
      const [statement, counter] = await page.locator("fact-check .sides > section").evaluateAll((all) =>
        all.map((it) => it.getBoundingClientRect().toJSON()),
      );
      if (columns === 1) {
        assert.ok(counter.top >= statement.bottom, "below");
        assert.equal(counter.left, statement.left);
      } else {
        assert.ok(counter.left >= statement.right, "beside");
        assert.equal(counter.top, statement.top);
      }
      const [host, card] = await page.locator("fact-check").evaluate((it) =>
        [it, it.shadowRoot.querySelector(".card")].map((it) => it.getBoundingClientRect().width));
      assert.equal(host, width);
      assert.equal(card, width, "the card fills its container");
    });
  }

  scenario("words without a blank break rather than overflow", async ({ open, server }) => {
    const long = "x".repeat(400);
    server.put("/long.json", JSON.stringify(moon((it) => {
      it.title = it.description = it.people.miller.name = it.people.miller.role = long;
      it.sources.almanac.title = it.sources.almanac.publisher = long;
      Object.assign(it.claims[0].statement, { text: long, summary: long, translations: { en: { text: long, by: long } } });
      it.claims[0].counter_statements[0].text = long;
      it.claims[0].topics = [long, "b"];
      it.claims[0].verdicts = [{ label: long, scope: long, explanation: long, by: long }];
      it.claims[0].history = [{ date: "2020", kind: "update", text: long }];
      it.license = long;
    })));
    const page = await open('<fact-check src="long.json"></fact-check>', { viewport: { width: 320, height: 800 } });
    await drawn(page);
    await openAll(page);
    assert.deepEqual(await overflowing(page), { found: [], sideways: false });
  });

  scenario("the text scales with the page's font size", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<div style="font-size:24px"><fact-check src="moon.json"></fact-check></div>');
    await drawn(page);
    const size = await page.locator("fact-check .widget").evaluate((it) => getComputedStyle(it).fontSize);
    assert.equal(size, "24px");
  });
});
