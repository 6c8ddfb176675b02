// The details of a record: its published hash, and whether the record still has it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { bundled, factcheck, moon, moonJson } from "./support/data.mjs";
import { DIST, html, scenario, suite } from "./support/scenario.mjs";
import { settle } from "./support/widget.mjs";

/** The hash of a claim's canonical form, made by another program than ours. */
const hashOf = (claim, file, input) => {
  const canonical = factcheck(["export", file, "--to", "canonical", "--claim", claim], input);
  return createHash("sha256").update(canonical).digest("hex");
};
const moonPack = () => factcheck(["pack", "-"], moon());

/** Opens the first card's details and waits for the answer. */
async function details(page) {
  await settle(page);
  const more = page.locator("fact-check details.more").first();
  await more.locator("summary").click();
  return more.locator(".hash");
}

const shown = (hash) => hash.evaluate((it) =>
  [...it.children].filter((child) => getComputedStyle(child).display !== "none").map((child) => child.textContent));

suite("identity", () => {
  scenario("the bundled record matches the hash that the command prints", async ({ open, server }) => {
    server.put("/bundled.html", html("<fact-check></fact-check>"));
    const page = await open("/bundled.html");
    const hash = await details(page);
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".hash[data-is]"));
    const [digest, sentence, ...more] = await shown(hash);
    assert.equal(digest, hashOf(bundled.claims[0].id, join(DIST, "belarus-base.json")));
    assert.equal(sentence, "The record matches its published hash.");
    assert.deepEqual(more, []);
  });

  scenario("nothing is fetched for it before a reader looks", async ({ open, server }) => {
    server.put("/bundled.html", html("<fact-check></fact-check>"));
    const page = await open("/bundled.html");
    await settle(page);
    const fetched = () => page.evaluate(() =>
      performance.getEntriesByType("resource").map((it) => it.name.split("/").pop()).filter((it) => /identity/.test(it)));
    assert.deepEqual(await fetched(), []);
    await details(page);
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".hash[data-is]"));
    assert.deepEqual((await fetched()).sort(), ["fact-check-identity.js", "fact-check-identity.wasm"]);
  });

  scenario("a record that was changed under its hash is told apart", async ({ open, server }) => {
    const pack = moonPack();
    // One letter of the statement, and the checksum of all that follows it: FNV-1a, 64 bits.
    const at = pack.indexOf("cheese.");
    pack[at] = "C".charCodeAt(0);
    let sum = 0xcbf29ce484222325n;
    for (const byte of pack.subarray(17)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
    pack.writeBigUInt64LE(sum, 9);
    server.put("/changed.pack", pack);
    server.put("/changed.html", html('<fact-check src="changed.pack"></fact-check>'));
    const page = await open("/changed.html");
    const hash = await details(page);
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".hash[data-is]"));
    assert.deepEqual(await shown(hash), [hashOf("cheese", "-", moon()), "The record does not match its published hash."]);
  });

  scenario("data that was published without hashes claims none", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    server.put("/json.html", html('<fact-check src="moon.json"></fact-check>'));
    const page = await open("/json.html");
    await settle(page);
    assert.equal(await page.locator("fact-check .hash").count(), 0);
  });
});
