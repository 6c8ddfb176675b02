// What the element tells a page, and what readers do with mouse and keyboard.
import assert from "node:assert/strict";
import { bundled, moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { drawn, events } from "./support/widget.mjs";

const LAST = bundled.claims.at(-1).id;

/** Where the focus is, through shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at.id || at.localName;
  });

suite("events", () => {
  const on = (run) => async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await run(page);
  };
  const contents = (page) => page.locator("fact-check .contents > summary");
  const link = (page, id) => page.locator(`fact-check .contents a[href="#claim-${id}"]`);

  scenario("fact-check-load says what was loaded", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<fact-check id="a"></fact-check>');
    const told = { bubbles: true, composed: true, cancelable: false, frozen: true };
    assert.deepEqual(await events(page, "load"), [
      { type: "load", id: "a", ...told, detail: { dataset: bundled.id, claims: bundled.claims.length } },
    ]);
    await page.locator("fact-check").evaluate((it) => (it.src = "moon.json"));
    const [, second] = await events(page, "load", 2);
    assert.deepEqual(second.detail, { dataset: "moon", claims: 2 });
  });

  scenario("events leave the shadow roots that an element is in", async ({ open }) => {
    const page = await open(`<article></article><script>
      document.querySelector("article").attachShadow({ mode: "closed" }).innerHTML =
        '<fact-check claim="two-bases"></fact-check>';
    </script>`);
    assert.equal((await events(page, "load")).length, 1);
  });

  scenario("Enter on a link of the contents shows the card and moves the focus to it", on(async (page) => {
    await contents(page).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const first = await focused(page);
    assert.equal(first, "a", "the first link of the contents");
    await link(page, LAST).focus();
    await page.keyboard.press("Enter");
    const [select] = await events(page, "select");
    assert.deepEqual(
      { ...select, id: undefined },
      { type: "select", id: undefined, bubbles: true, composed: true, cancelable: true, frozen: true, detail: { claim: LAST } },
    );
    assert.equal(await focused(page), `claim-${LAST}`);
    assert.equal(new URL(page.url()).hash, `#claim-${LAST}`, "the address is a permalink");
    const box = await page.locator(`fact-check article#claim-${LAST}`).evaluate((it) => it.getBoundingClientRect().toJSON());
    assert.ok(box.top < 720 && box.bottom > 0, `in view: ${box.top} to ${box.bottom}`);
    await page.keyboard.press("Tab");
    const inside = await page.evaluate((id) => {
      const { shadowRoot } = document.querySelector("fact-check");
      return shadowRoot.getElementById(id).contains(shadowRoot.activeElement);
    }, `claim-${LAST}`);
    assert.ok(inside, "the next stop is inside the card");
  }));

  scenario("a canceled fact-check-select leaves the page where it is", on(async (page) => {
    await page.evaluate(() => addEventListener("fact-check-select", (event) => event.preventDefault()));
    await contents(page).click();
    await link(page, LAST).click();
    assert.equal((await events(page, "select")).length, 1);
    assert.equal(new URL(page.url()).hash, "");
    assert.notEqual(await focused(page), `claim-${LAST}`);
  }));

  scenario("Back after a link of the contents goes back to where one was", on(async (page) => {
    await page.evaluate(() => addEventListener("fact-check-select", () => (window.left = scrollY)));
    await contents(page).click();
    await link(page, LAST).click();
    await page.waitForFunction(() => scrollY > window.left + 1000);
    await page.goBack();
    assert.equal(new URL(page.url()).hash, "");
    await page.waitForFunction(() => Math.abs(scrollY - window.left) < 2);
  }));

  scenario("a click with a modifier is the browser's: it opens a tab", on(async (page) => {
    await contents(page).click();
    const [ctrl, meta, shift] = await link(page, LAST).evaluate((it) => {
      it.getRootNode().addEventListener("click", (event) => {
        window.taken = event.defaultPrevented;
        event.preventDefault(); // No tab in this test.
      });
      return ["ctrlKey", "metaKey", "shiftKey"].map((key) => {
        it.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true, [key]: true }));
        return window.taken;
      });
    });
    assert.deepEqual({ ctrl, meta, shift }, { ctrl: false, meta: false, shift: false });
  }));

  scenario("links to other sites are left to the browser", on(async (page) => {
    const prevented = await page.locator('fact-check a[href^="http"]').first().evaluate((it) => {
      let prevented;
      addEventListener("click", (event) => { prevented = event.defaultPrevented; event.preventDefault(); });
      it.click();
      return prevented;
    });
    assert.equal(prevented, false);
    assert.equal((await events(page, "select", 0)).length, 0);
  }));

  scenario("the tab key reaches every link and summary in reading order", async ({ open }) => {
    const page = await open('<fact-check claim="two-bases"></fact-check><a href="/after">After</a>');
    await drawn(page);
    const expected = await page.locator("fact-check").evaluate((it) =>
      [...it.shadowRoot.querySelectorAll("a, summary")].filter((it) => it.checkVisibility()).map((it) => it.textContent),
    );
    const reached = [];
    for (let i = 0; i < expected.length; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent));
    }
    assert.deepEqual(reached, expected);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "After", "no trap");
  });
});
