// The timeline: drawn when a reader opens it, for the width it has; every mark leads to its card.
import assert from "node:assert/strict";
import { bundled, factcheck, moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { drawn, settle } from "./support/widget.mjs";

const SUMMARY = "fact-check .timeline > summary";
const MARKS = bundled.claims.reduce((n, it) => n + 1 + it.counter_statements.length, 0);

/** Opens the timeline and waits for its marks. */
async function opened(page) {
  await page.locator(SUMMARY).click();
  await page.locator("fact-check .lanes").waitFor();
}

/** The middles of the marks, and the width of the picture. */
const marks = (page) =>
  page.locator("fact-check").evaluate((it) => {
    const svg = it.shadowRoot.querySelector(".lanes").getBoundingClientRect();
    const all = [...it.shadowRoot.querySelectorAll(".mark circle:first-of-type")].map((it) => it.getBoundingClientRect());
    return { width: svg.width, all: all.map((it) => [it.x + it.width / 2 - svg.x, it.y + it.height / 2 - svg.y, it.width]) };
  });

suite("timeline", () => {
  scenario("nothing of it is loaded before it is opened, and little of it for few claims", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open("<fact-check></fact-check>" + '<fact-check src="moon.json"></fact-check>');
    await drawn(page, "fact-check + fact-check");
    await settle(page);
    assert.equal(server.count("/fact-check-extras.js"), 0);
    assert.equal(await page.locator("fact-check + fact-check .timeline").count(), 0);
    await page.locator(SUMMARY).first().click();
    await page.locator("fact-check .lanes").waitFor();
    assert.equal(server.count("/fact-check-extras-core.wasm"), 1);
  });

  for (const width of [320, 1200]) {
    scenario(`at ${width} px every mark has 24 px to itself and none leaves the picture`, async ({ open }) => {
      const page = await open("<fact-check></fact-check>", { viewport: { width, height: 900 } });
      await drawn(page);
      await opened(page);
      const { width: full, all } = await marks(page);
      assert.equal(all.length, MARKS);
      for (const [i, [x, y, size]] of all.entries()) {
        assert.equal(Math.round(size), 24);
        assert.ok(x > 11 && x < full - 11, `${x} of ${full}`);
        for (const [other, below] of all.slice(0, i)) assert.ok(Math.max(Math.abs(x - other), Math.abs(y - below)) > 23);
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} px too wide`);
      const names = await page.locator("fact-check").evaluate((it) =>
        [...it.shadowRoot.querySelectorAll(".lanes text")].map((it) => it.getBoundingClientRect()).map((it) => [it.left, it.right]));
      for (const [left, right] of names) assert.ok(left >= -1 && right <= width + 1, `${left} to ${right}`);
    });
  }

  scenario("it is laid out anew when there is more room", async ({ open }) => {
    const page = await open("<fact-check></fact-check>", { viewport: { width: 360, height: 900 } });
    await drawn(page);
    await opened(page);
    const height = () => page.locator("fact-check .lanes").evaluate((it) => it.getBoundingClientRect().height);
    const narrow = await height();
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.waitForFunction((narrow) =>
      document.querySelector("fact-check").shadowRoot.querySelector(".lanes").getBoundingClientRect().height < narrow, narrow);
    assert.ok(await height() < narrow);
    assert.equal(await page.locator("fact-check .timeline-parts").count(), 1);
  });

  scenario("a mark and a row of the table lead to the card", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await opened(page);
    const focused = () => page.evaluate(() => document.querySelector("fact-check").shadowRoot.activeElement?.id);
    const mark = page.locator("fact-check .mark").nth(10);
    const href = await mark.getAttribute("href");
    await mark.focus();
    await page.keyboard.press("Enter");
    assert.equal(`#${await focused()}`, href);
    assert.equal(new URL(page.url()).hash, href);
    await page.locator("fact-check .as-table > summary").click();
    const link = page.locator("fact-check .as-table a").nth(3);
    await link.click();
    assert.equal(`#${await focused()}`, await link.getAttribute("href"));
    assert.equal(await page.locator("fact-check .as-table tr").count(), MARKS + 1);
  });

  scenario("static pages have all of it without a script, and it stays when the widget takes over", async ({ open, server }) => {
    const fragment = String(factcheck(["render", "-", "--src", "belarus-base.json"], bundled));
    server.put("/static.html", `<!DOCTYPE html><meta name="viewport" content="width=device-width">${fragment}`);
    const still = await open("/static.html", { javaScriptEnabled: false });
    await still.locator(SUMMARY).click();
    assert.equal(await still.locator("fact-check .mark").count(), MARKS);
    const page = await open(fragment, {
      head: `<script type="module">
        window.changes = 0;
        new MutationObserver((all) => (changes += all.length)).observe(
          document.querySelector("fact-check").shadowRoot, { subtree: true, childList: true, attributes: true });
      </script>`,
    });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.waitForFunction(() => window.seen.events.length > 0);
    assert.equal(await page.evaluate(() => window.changes), 0);
    await page.locator(SUMMARY).click();
    await page.waitForFunction(() => window.changes > 1);
    assert.equal(await page.locator("fact-check .timeline-parts").count(), 1);
    assert.equal(await page.locator("fact-check .mark").count(), MARKS);
  });

  scenario("when it cannot be loaded that is said in the language of the interface, and tried again", async ({ open, server }) => {
    server.put("/fact-check-extras.js", { status: 500 });
    const page = await open('<fact-check ui-lang="de"></fact-check>');
    await drawn(page);
    await page.locator(SUMMARY).click();
    const line = page.locator("fact-check .timeline .failed");
    await line.waitFor();
    assert.equal(await line.textContent(), "Das ließ sich nicht laden.");
    assert.equal(page.said.filter((it) => it.startsWith("fact-check: the extras could not be loaded")).length, 1);
  });
});
