// On paper: everything is there, also what is closed on the screen, and where links lead.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { moon } from "./support/data.mjs";
import { onPath, scenario, suite } from "./support/scenario.mjs";
import { drawn, plain } from "./support/widget.mjs";

const HISTORY = "First published without its second source.";
const URL = "https://example.org/almanac/1690";

const printed = JSON.stringify(moon((it) => {
  it.sources.almanac.url = URL;
  it.claims[0].history = [{ date: "2020-02-03", kind: "correction", text: HISTORY }];
}));

suite("print", () => {
  scenario("what is closed on the screen is open on paper", async ({ open, server }) => {
    server.put("/moon.json", printed);
    // Emulated media stay with a page, so it is one of its own.
    const page = await open('<fact-check src="moon.json"></fact-check>', { viewport: { width: 700, height: 900 } });
    await drawn(page);
    const line = page.locator("fact-check details.more li").first();
    const isVisible = () => line.evaluate((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
    assert.equal(await isVisible(), false, "closed on the screen");
    await page.emulateMedia({ media: "print" });
    assert.equal(await isVisible(), true);
    const address = await page.locator("fact-check .source > a").first().evaluate((it) => getComputedStyle(it, "::after").content);
    assert.ok(address.includes(URL), address);
    const number = await page.locator("fact-check .source").first().evaluate((it) => getComputedStyle(it, "::before").content);
    assert.match(number, /counter\(note\)/, "sources are numbered notes");
    assert.equal(await page.locator("fact-check .take").first().isVisible(), false);
  });

  scenario("dark colors stay on the screen", async ({ open, server }) => {
    server.put("/moon.json", printed);
    const page = await open('<fact-check src="moon.json"></fact-check>', {
      colorScheme: "dark",
      head: '<meta name="color-scheme" content="light dark">',
    });
    await drawn(page);
    const color = () => page.locator("fact-check .card").first().evaluate((it) => getComputedStyle(it).backgroundColor);
    assert.notEqual(await color(), "rgb(255, 255, 255)");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await color(), "rgb(255, 255, 255)");
  });

  scenario("a PDF has the statement, the counter-statement, the addresses and the history", async ({ open, server, t }) => {
    server.put("/moon.json", printed);
    const page = await open('<fact-check src="moon.json"></fact-check>');
    await drawn(page);
    const pdf = await page.pdf();
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    if (!onPath("pdftotext")) {
      console.log("skipped: the text of a PDF: pdftotext is not on the PATH");
      return t.skip("pdftotext is not on the PATH");
    }
    const text = plain(String(execFileSync("pdftotext", ["-", "-"], { input: pdf })));
    for (const words of ["Der Mond besteht aus Käse.", "It is made of rock.", HISTORY]) {
      assert.ok(text.includes(words), `${words} in: ${text}`);
    }
    // An address may be broken over two lines.
    assert.ok(text.replaceAll(" ", "").includes(URL), text);
  });
});
