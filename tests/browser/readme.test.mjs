// The README: what it says to paste shows its smallest dataset, and its blanket style keeps the room.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { scenario, suite } from "./support/scenario.mjs";
import { cards, drawn } from "./support/widget.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The fenced blocks in a language. */
const blocks = (language) => README.split("```" + language + "\n").slice(1).map((rest) => rest.split("```")[0]);

suite("README", () => {
  for (const [i, block] of blocks("html").entries()) {
    scenario(`snippet ${i + 1} shows the smallest dataset`, async ({ open, server }) => {
      server.put("/claims.json", { body: blocks("json")[0], type: "application/json" });
      // The snippet brings its own script.
      const page = await open(block, { script: "" });
      await drawn(page);
      assert.deepEqual(await cards(page), ["claim-cheese"]);
    });
  }

  scenario("there are two snippets", async () => assert.equal(blocks("html").length, 2));

  scenario("the style that leaves room does so", async ({ open }) => {
    const style = README.match(/`(fact-check \{ display: block;[^`]*\})`/)[1];
    const page = await open("<fact-check src='none.json'></fact-check>", { script: "", head: `<style>${style}</style>` });
    const height = await page.evaluate(() => document.querySelector("fact-check").getBoundingClientRect().height);
    assert.equal(height, 480);
  });
});
