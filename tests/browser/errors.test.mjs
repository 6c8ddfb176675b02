// What goes wrong: one event, one line in the console that names the attribute, and the children as they were.
import assert from "node:assert/strict";
import { bundledPack, moon, moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { cards, drawn, events, settle, showsChildren } from "./support/widget.mjs";

const CHILDREN = '<p title="a &amp; b">“Words” — <b>who</b>. <a href="/x">Read it</a></p>\n<!-- kept --><p>Second.</p>';

const flipped = Buffer.from(bundledPack);
flipped[flipped.length >> 1] ^= 1;
const newer = Buffer.from(bundledPack);
newer[8] = 255;
const broken = (...changes) => JSON.stringify(moon(...changes));
const [first] = moon().claims;

// What the file is · how the server answers · what the message says.
const FILES = [
  ["not there", { status: 404, body: "no" }, /the server answers 404/],
  ["on a failing server", { status: 500, body: moonJson }, /the server answers 500/],
  ["a page", { body: "<!DOCTYPE html><p>Sign in</p>", type: "text/html" }, /is HTML, not a dataset/],
  ["empty", "", /is empty/],
  ["cut off JSON", moonJson.slice(0, 300), /1:301: .*the file is cut off/],
  ["a cut off pack", bundledPack.subarray(0, 9_000), /is a damaged pack/],
  ["a pack's first bytes", bundledPack.subarray(0, 8), /is a damaged pack/],
  ["a pack with a flipped bit", flipped, /is a damaged pack/],
  ["a pack of another version", newer, /is a pack of another version/],
  ["UTF-16", Buffer.from(`\u{FEFF}${moonJson}`, "utf16le"), /is UTF-16/],
  ["not UTF-8", Buffer.from(moonJson, "latin1"), /is not UTF-8/],
  ["another kind of JSON", '{"hello": [1, 2]}', /unknown field `hello`/],
  ["a list", "[]", /1:1: is a list; expected an object/],
  ["with a javascript: link", broken((it) => (it.sources.almanac.url = "javascript:alert(1)")), /sources\.almanac\.url.*https/],
  ["with an id twice", broken((it) => it.claims.push(first)), /claims\[2\].*another claim has the id `cheese`/],
  ["with a speaker nobody knows", broken((it) => delete it.people.miller), /no person has the id `miller`/],
  ["with a misspelt field", broken((it) => (it.claims[0].wieght = "refuted")), /did you mean `weight`/],
];

// What data is · code that makes it, with `it` for a good dataset · what the message says.
const OBJECTS = [
  ["a function", "() => it", /plain objects/],
  ["a number", "5", /is a number; expected an object/],
  ["a string", "'text'", /is the string `text`; expected an object/],
  ["a cycle", "(it.claims[0].statement.said_in[0] = it, it)", /deep|nested/],
  ["nested deeply", "(() => { let deep = 1; for (let i = 0; i < 50000; i++) deep = { deep }; return { ...it, deep }; })()", /deep|nested/],
  ["an object with a failing getter", "({ ...it, get title() { throw new Error('no title today'); } })", /no title today/],
  ["a symbol inside", "({ ...it, title: Symbol('t') })", /title/],
  ["not a number inside", "(it.claims[0].verdicts = [{ label: 'x', rating: { value: NaN, worst: 1, best: 5 } }], it)", /claims\[0\]\.verdicts\[0\]\.rating\.value/],
  ["a dangling reference", "(it.claims[0].statement.speaker = 'nobody', it)", /claims\[0\]\.statement\.speaker: no person has the id `nobody`/],
];

/** What holds for every error, whatever went wrong. */
async function checkError(page, attribute, message) {
  const [{ detail, ...event }] = await events(page, "error");
  await settle(page);
  assert.deepEqual(event, { type: "error", id: "", bubbles: true, composed: true, cancelable: false, frozen: true });
  assert.equal((await events(page, "error")).length, 1, "one event");
  assert.equal(detail.attribute, attribute);
  assert.match(detail.message, message);
  assert.equal(page.said.length, 1, page.said.join("\n"));
  assert.ok(page.said[0].startsWith(`fact-check: ${attribute}`), page.said[0]);
  assert.ok(page.said[0].includes(detail.message), "the console says the same");
  assert.equal(await page.locator("fact-check").evaluate((it) => it.innerHTML), CHILDREN);
  assert.ok(await showsChildren(page), "the children show");
}

suite("errors", () => {
  for (const [what, file, message] of FILES) {
    scenario(`a file that is ${what}`, async ({ open, server }) => {
      server.put("/claims", file);
      server.put("/moon.json", moonJson);
      const page = await open(`<fact-check src="claims">${CHILDREN}</fact-check>`);
      await checkError(page, "src", message);
      await page.locator("fact-check").evaluate((it) => (it.src = "moon.json"));
      await drawn(page);
      assert.deepEqual(await cards(page), ["claim-cheese", "claim-far"], "it recovers");
    });
  }

  for (const [what, code, message] of OBJECTS) {
    scenario(`data that is ${what}`, async ({ open }) => {
      const page = await open(`<fact-check>${CHILDREN}</fact-check><script>
        const make = (it) => (${code});
        document.querySelector("fact-check").data = make(${moonJson});
      </script>`);
      await checkError(page, "data", message);
      await page.locator("fact-check").evaluate((it, data) => (it.data = data), moon());
      await drawn(page);
      assert.deepEqual(await cards(page), ["claim-cheese", "claim-far"], "it recovers");
    });
  }

  scenario("a claim that the dataset does not have", async ({ open }) => {
    const page = await open(`<fact-check claim="no-such">${CHILDREN}</fact-check>`);
    await checkError(page, "claim", /claim="no-such": the dataset has no claim of this id/);
    await page.locator("fact-check").evaluate((it) => (it.claim = "two-bases"));
    await drawn(page);
  });

  scenario("an address that is none", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(`<fact-check src="http://[">${CHILDREN}</fact-check>`);
    await checkError(page, "src", /src="http:\/\/\["/);
    await page.locator("fact-check").evaluate((it) => (it.src = "moon.json"));
    await drawn(page);
  });

  scenario("a script in the page that is not JSON", async ({ open }) => {
    const script = '<script type="application/json">{ not json }</script>';
    const page = await open(`<fact-check>${script}<p>Kept.</p></fact-check>`);
    const [{ detail }] = await events(page, "error");
    assert.equal(detail.attribute, "script");
    assert.match(detail.message, /1:3: expected a name in double quotes/);
    assert.equal(await page.locator("fact-check").evaluate((it) => it.innerHTML), `${script}<p>Kept.</p>`);
    assert.ok(await page.locator("p").isVisible());
  });

  scenario("a network that is gone", async ({ open, server }) => {
    const page = await open("<main></main>");
    await page.evaluate(() => customElements.whenDefined("fact-check"));
    await server.close();
    await page.locator("main").evaluate((main, children) => {
      main.innerHTML = `<fact-check src="claims.json">${children}</fact-check>`;
    }, CHILDREN);
    const [{ detail }] = await events(page, "error");
    assert.equal(detail.attribute, "src");
    assert.equal(page.said.length, 1);
    assert.ok(await showsChildren(page));
  });

  for (const file of ["fact-check-core.js", "fact-check-core.wasm", "fact-check-base.js", "fact-check-reader.wasm"]) {
    scenario(`the widget's own ${file} is missing for a while`, async ({ open, server }) => {
      server.put("/moon.json", moonJson);
      server.put(`/${file}`, { status: 503, type: "text/plain", body: "later" });
      const element = `<fact-check src="moon.json" claim="far">${CHILDREN}</fact-check>`;
      const page = await open(`<main>${element}</main>`);
      await checkError(page, "src", /./);
      server.restore(`/${file}`);
      await page.locator("main").evaluate((main, element) => main.insertAdjacentHTML("beforeend", element), element);
      await drawn(page, "fact-check:last-child");
      assert.deepEqual(await cards(page, "fact-check:last-child"), ["claim-far"], "the next element tries again");
    });
  }

  scenario("a failed download is tried again by the next element", async ({ open, server }) => {
    server.put("/moon.json", { status: 500, body: "no" });
    const element = '<fact-check src="moon.json"></fact-check>';
    const page = await open(`<main>${element.repeat(2)}</main>`);
    await events(page, "error", 2);
    assert.equal(server.count("/moon.json"), 1, "both waited for the same answer");
    server.put("/moon.json", moonJson);
    await page.locator("main").evaluate((main, element) => main.insertAdjacentHTML("beforeend", element), element);
    await drawn(page, "fact-check:last-child");
    assert.equal(server.count("/moon.json"), 2);
  });

  scenario("an error in place of a drawing brings the children back", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(`<fact-check src="moon.json">${CHILDREN}</fact-check>`);
    await drawn(page);
    await page.locator("fact-check").evaluate((it) => (it.claim = "no-such"));
    await checkError(page, "claim", /no claim of this id/);
  });

  scenario("one bad element does not keep others from drawing", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open(`<fact-check src="none.json"></fact-check><fact-check claim="none"></fact-check>
      <fact-check id="good" src="moon.json"></fact-check>`);
    await events(page, "error", 2);
    await drawn(page, "#good");
  });
});
