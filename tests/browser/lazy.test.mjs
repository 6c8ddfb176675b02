// When a widget loads: near the viewport, at once when told so, before printing, and when its claim is linked.
import assert from "node:assert/strict";
import { moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { drawn, events, settle } from "./support/widget.mjs";

const FAR = '<div style="height:6000px"></div>';
const element = (attributes = "") => `<fact-check src="moon.json" ${attributes}><p>Far below.</p></fact-check>`;

suite("lazy loading", () => {
  const on = (body, how, run) => async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    await run(await open(body, how), server);
  };

  scenario("far below the viewport nothing is fetched until it comes near", on(FAR + element(), {}, async (page, server) => {
    await settle(page);
    assert.deepEqual(server.requests, ["/page.html", "/fact-check.js", "/?settled"]);
    await page.evaluate(() => scrollTo(0, 3000));
    await settle(page);
    assert.equal(server.count("/fact-check-core.wasm"), 0, "still far");
    await page.evaluate(() => scrollTo(0, 6000 - innerHeight - 100));
    await drawn(page);
    const top = await page.locator("fact-check").evaluate((it) => it.getBoundingClientRect().top - innerHeight);
    assert.ok(top > 0, "before it is in view");
  }));

  scenario("loading=eager loads at once", on(FAR + element('loading="eager"'), {}, async (page) => {
    await drawn(page);
    assert.equal(await page.evaluate(() => scrollY), 0);
  }));

  scenario("without IntersectionObserver it loads at once", on(FAR + element(), {
    head: "<script>delete window.IntersectionObserver</script>",
  }, (page) => drawn(page)));

  scenario("beforeprint loads everything", on(FAR + element() + FAR + element('id="b"'), {}, async (page) => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await events(page, "load", 2);
  }));

  scenario("printing loads everything", on(FAR + element(), {}, async (page) => {
    await settle(page);
    await page.pdf();
    await events(page, "load");
  }));

  scenario("a link to a claim loads the widget and shows the claim", on(FAR + element() + FAR, { hash: "#claim-far" }, async (page) => {
    await events(page, "load");
    await page.waitForFunction(() => scrollY > 0);
    const top = await page.locator("fact-check #claim-far").evaluate((it) => it.getBoundingClientRect().top);
    assert.ok(top >= 0 && top < 100, `${top} px from the top`);
  }));

  for (const hash of ["#claim-%E0%A4%A", "#claim-none", "#claim-", "#claim-%00"]) {
    scenario(`the address ${hash} is no claim's and does no harm`, on(element(), { hash }, async (page) => {
      await drawn(page);
      assert.deepEqual(await events(page, "error", 0), []);
    }));
  }

  scenario("a link that is followed later shows the claim", on(`<a href="#claim-far">It is far</a>${element()}${FAR}`, {}, async (page) => {
    await drawn(page);
    await page.evaluate(() => scrollTo(0, 4000));
    await page.evaluate(() => document.querySelector("a").click());
    // The browser looks for anchors in the document alone.
    await page.waitForFunction(() => scrollY < 1000, null, { timeout: 3000 });
  }));
});
