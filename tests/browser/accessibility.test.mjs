// axe on every page, light and dark, narrow and wide; the error state; forced colors; zoomed text.
import assert from "node:assert/strict";
import { violations } from "./support/axe.mjs";
import { moonJson } from "./support/data.mjs";
import { PAGES, scenario, suite } from "./support/scenario.mjs";
import { drawn, events, settle } from "./support/widget.mjs";

/** Lets every element of a page load, near or far, and opens what is closed. */
async function loadAll(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction(() =>
    [...document.querySelectorAll("fact-check")].every((it) => it.shadowRoot.querySelector(".widget") || window.settled.has(it)));
  await page.evaluate(() => {
    for (const it of document.querySelectorAll("fact-check")) {
      for (const details of it.shadowRoot.querySelectorAll("details")) details.open = true;
    }
  });
  await settle(page);
}

suite("accessibility", () => {
  for (const path of PAGES) {
    for (const [colorScheme, width] of [["light", 1200], ["dark", 360]]) {
      scenario(`axe finds nothing on ${path}, ${colorScheme}, ${width} px`, async ({ open }) => {
        const page = await open(path, { colorScheme, viewport: { width, height: 900 } });
        await loadAll(page);
        assert.deepEqual(await violations(page), []);
      });
    }
  }

  scenario("axe finds nothing in the error state", async ({ open }) => {
    const page = await open('<main><h1>A post</h1><fact-check src="none.json"><p>What was said. <a href="/x">Read it</a></p></fact-check></main>');
    await events(page, "error");
    assert.deepEqual(await violations(page), []);
  });

  scenario("axe finds nothing while the widget is on its way", async ({ open, server }) => {
    const never = new Promise(() => {});
    server.put("/never.json", { gate: never });
    const page = await open('<main><h1>A post</h1><fact-check src="never.json"><p>What was said.</p></fact-check></main>');
    await settle(page);
    assert.deepEqual(await violations(page), []);
  });

  scenario("axe sees what is wrong inside the shadow root", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<main><h1>A post</h1><fact-check src="moon.json"></fact-check></main>');
    await drawn(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      shadowRoot.querySelector(".summary").style.color = "#ddd";
    });
    const found = await violations(page);
    assert.equal(found.length, 1, found.join("\n"));
    assert.match(found[0], /^color-contrast: fact-check/);
  });

  for (const colorScheme of ["light", "dark"]) {
    scenario(`in forced colors, ${colorScheme}, every mark can be seen`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      const body = '<main><h1>A post</h1><fact-check src="moon.json"></fact-check></main>';
      const page = await open(body, { forcedColors: "active", colorScheme });
      await loadAll(page);
      assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
      // What is drawn by background alone vanishes in forced colors.
      const marks = await page.locator("fact-check").first().evaluate((it) => {
        const style = (selector) => {
          const found = it.shadowRoot.querySelector(selector);
          return found && getComputedStyle(found);
        };
        return {
          card: style(".card").borderTopStyle,
          relation: style(".relation").borderTopStyle,
          step: style(".step").borderTopStyle,
          filled: style(".step.on").backgroundColor !== style(".step:not(.on)").backgroundColor,
        };
      });
      assert.deepEqual(marks, { card: "solid", relation: "solid", step: "solid", filled: true });
      // Forced colors come in when painting, where axe does not see them.
      assert.deepEqual(await violations(page, { "color-contrast": { enabled: false } }), []);
    });
  }

  scenario("text spacing as readers may set it cuts nothing off (WCAG 1.4.12)", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<fact-check src="moon.json"></fact-check>', { viewport: { width: 320, height: 800 } });
    await drawn(page);
    const cut = await page.locator("fact-check").evaluate((it) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      it.shadowRoot.adoptedStyleSheets.push(sheet);
      const all = [...it.shadowRoot.querySelectorAll("*")].filter((it) => it.checkVisibility());
      return all.filter((it) => it.getBoundingClientRect().right > innerWidth + 0.5).map((it) => it.className);
    });
    assert.deepEqual(cut, []);
  });

  scenario("headings go down one level at a time, from the level that was set", async ({ open }) => {
    const page = await open('<h1>A post</h1><fact-check heading-level="2"></fact-check>');
    await drawn(page);
    const levels = await page.locator("fact-check").evaluate((it) =>
      [...it.shadowRoot.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((it) => Number(it.localName[1])));
    assert.equal(levels[0], 2);
    for (const [i, level] of levels.entries()) assert.ok(i === 0 || level <= levels[i - 1] + 1, `heading ${i} is an h${level}`);
  });
});
