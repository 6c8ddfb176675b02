// What a reader takes away of a claim: link, citation, code, picture, report.
import assert from "node:assert/strict";
import { violations } from "./support/axe.mjs";
import { bundled, bundledPack, factcheck, moon } from "./support/data.mjs";
import { hostile } from "./support/hostile.mjs";
import { html, scenario, suite } from "./support/scenario.mjs";
import { drawn, settle } from "./support/widget.mjs";

const FILES = ["/fact-check-extras.js", "/fact-check-extras-core.js", "/fact-check-extras-core.wasm"];
const LANGUAGES = "en ar be de es fr hi it pl pt ru tr uk zh".split(" ");
const [first, second] = bundled.claims;

const take = (page, n = 0) => page.locator("fact-check details.take").nth(n);

/** Opens the n-th disclosure and waits for what is in it. */
async function opened(page, n = 0) {
  await take(page, n).locator(":scope > summary").click();
  await take(page, n).locator(".take-parts").waitFor();
  return take(page, n);
}

/** A dataset with an address for reports. */
const reportable = (corrections) => moon((it) => (it.corrections = corrections));

const fields = (address) => Object.fromEntries(new URL(address).searchParams);

/** Selects the words of the first statement. */
const select = (page, selector) =>
  page.evaluate((selector) => {
    const words = document.querySelector("fact-check").shadowRoot.querySelector(selector);
    getSelection().selectAllChildren(words);
    return words.textContent;
  }, selector);

suite("extras", () => {
  scenario("nothing is loaded before a reader opens a disclosure, and all of it once", async ({ open, server }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    await settle(page);
    assert.equal(await page.locator("fact-check details.take").count(), bundled.claims.length);
    for (const file of FILES) assert.equal(server.count(file), 0, file);
    await opened(page, 0);
    await opened(page, 1);
    for (const file of FILES) assert.equal(server.count(file), 1, file);
    assert.equal(await page.locator("fact-check .take-parts").count(), 2);
    await take(page, 0).locator("summary").click();
    await take(page, 0).locator("summary").click();
    assert.equal(await take(page, 0).locator(".take-parts").count(), 1, "filled once");
  });

  scenario("the link leads to the claim, and copies", async ({ open, server }) => {
    server.put("/post.html", html("<fact-check></fact-check>"));
    const page = await open("/post.html?a=1", { permissions: ["clipboard-read", "clipboard-write"], hash: "#elsewhere" });
    await drawn(page);
    const parts = await opened(page, 1);
    const link = parts.locator(".permalink");
    assert.equal(await link.getAttribute("href"), `${server.url}/post.html?a=1#claim-${second.id}`);
    await parts.getByRole("button", { name: "Copy Link" }).click();
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".take [role=status]").textContent === "Copied");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await link.getAttribute("href"));
  });

  scenario("where the clipboard is refused, the text is selected", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
    await drawn(page);
    const parts = await opened(page);
    await parts.getByRole("button", { name: "Copy Citation" }).click();
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".take [role=status]").textContent.includes("selected"));
    const [chosen, all] = await parts.locator('textarea[name="cite"]').evaluate((it) =>
      [it.value.slice(it.selectionStart, it.selectionEnd), it.value]);
    assert.ok(all.length > 100);
    assert.equal(chosen, all);
  });

  scenario("a claim is cited in five formats", async ({ open, server }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    const parts = await opened(page);
    const cited = async (format) => {
      await parts.locator("select").selectOption({ label: format });
      return parts.locator('textarea[name="cite"]').inputValue();
    };
    const permalink = `${server.url}/page.html#claim-${first.id}`;
    const sources = Object.values(bundled.sources).map((it) => it.url?.split(/[&_]/)[0]).filter(Boolean);
    for (const format of ["Plain text", "Markdown", "HTML", "BibTeX", "CSL-JSON"]) {
      const text = await cited(format);
      assert.ok(text.includes(permalink), `${format}: ${text}`);
      assert.ok(sources.some((it) => text.includes(it)), `${format}: ${text}`);
    }
    const items = JSON.parse(await cited("CSL-JSON"));
    assert.equal(items[0].URL, permalink);
    assert.match(await cited("BibTeX"), /^@misc\{belarus-base:/);
  });

  scenario("the code shows the claim in another page", async ({ open, server }) => {
    server.put("/c.pack", bundledPack);
    const page = await open('<fact-check src="c.pack"></fact-check>');
    await drawn(page);
    const parts = await opened(page, 1);
    const code = await parts.locator('textarea[name="embed"]').inputValue();
    assert.ok(code.includes(`data-src="${server.url}/c.pack"`), code);
    server.put("/other.html", html(code, { script: "" }));
    const other = await open("/other.html");
    await drawn(other);
    assert.equal(await other.locator("fact-check article").getAttribute("id"), `claim-${second.id}`);
    // Data that has no address cannot be shown elsewhere.
    await page.evaluate((data) => (document.querySelector("fact-check").data = data), moon());
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector("#claim-cheese"));
    assert.equal(await (await opened(page)).locator('textarea[name="embed"]').count(), 0);
  });

  scenario("the picture is shown and can be kept", async ({ open }) => {
    const page = await open("<fact-check></fact-check>");
    await drawn(page);
    const parts = await opened(page);
    const image = parts.locator(".picture img");
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".picture img").naturalWidth === 1200);
    assert.ok((await image.getAttribute("alt")).includes(first.statement.summary));
    const [download] = await Promise.all([page.waitForEvent("download"), parts.locator(".download").click()]);
    assert.equal(download.suggestedFilename(), `${first.id}.svg`);
  });

  scenario("no text leaves the picture, for any claim in any language", async ({ open }) => {
    const page = await open("<p>Pictures</p>", { script: "" });
    const all = LANGUAGES.flatMap((language) => (language === "en" || language === "ar" ? bundled.claims : bundled.claims.slice(0, 4)).map((it) => [language, it.id]));
    for (const [language, id] of all) {
      const svg = String(factcheck(["render", "--claim", id, "--picture", "--ui-lang", language]));
      const found = await page.evaluate((svg) => {
        const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
        if (parsed.querySelector("parsererror")) return ["is not well-formed"];
        const root = document.adoptNode(parsed.documentElement);
        document.body.replaceChildren(root);
        return [...root.querySelectorAll("text")].filter((it) => {
          const { x, y, width, height } = it.getBBox();
          return x < 40 || y < 0 || x + width > 1160 || y + height > 630;
        }).map((it) => it.textContent);
      }, svg);
      assert.deepEqual(found, [], `${id} in ${language}`);
    }
  });

  scenario("a report by mail has the record and the words that are selected", async ({ open, server }) => {
    server.put("/moon.json", JSON.stringify(reportable("mailto:desk@example.org?cc=chief@example.org")));
    const page = await open('<fact-check src="moon.json"></fact-check>');
    await drawn(page);
    const parts = await opened(page);
    const link = parts.locator("a.report");
    const read = async () => fields(await link.getAttribute("href"));
    assert.deepEqual(Object.keys(await read()), ["cc", "subject", "body"]);
    assert.doesNotMatch((await read()).body, /Words/);
    const words = await select(page, ".statement .words");
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector("a.report").href.includes("Words"));
    const { body } = await read();
    assert.ok(body.includes(`${server.url}/page.html#claim-cheese\r\n`), body);
    assert.ok(body.includes(`Words: ${words}`), body);
    // The focus and a click on the link take nothing back; words of another card do.
    await link.focus();
    assert.equal((await read()).body, body);
    await select(page, "#claim-far .statement .words");
    await page.waitForFunction(() => !document.querySelector("fact-check").shadowRoot.querySelector("a.report").href.includes("Words"));
  });

  scenario("a report is nothing, an issue, or a link with the details beside it", async ({ open, server }) => {
    for (const [corrections, isFilled] of [[undefined], ["https://example.org/a/issues/new?labels=x", true], ["https://example.org/contact", false]]) {
      server.put("/moon.json", JSON.stringify(reportable(corrections)));
      const page = await open('<fact-check src="moon.json"></fact-check>');
      await drawn(page);
      const parts = await opened(page);
      if (!corrections) {
        assert.equal(await parts.locator("a.report").count(), 0);
        continue;
      }
      const href = await parts.locator("a.report").getAttribute("href");
      assert.equal(await parts.locator('textarea[name="report"]').count(), isFilled ? 0 : 1);
      if (isFilled) assert.deepEqual(Object.keys(fields(href)), ["labels", "title", "body"]);
      else {
        assert.equal(href, corrections);
        assert.match(await parts.locator('textarea[name="report"]').inputValue(), /^Record: moon\/cheese\n/);
      }
    }
  });

  scenario("hostile words stay words", async ({ open, server }) => {
    server.put("/hostile.json", JSON.stringify(hostile()));
    const page = await open('<fact-check src="hostile.json"></fact-check>');
    await drawn(page);
    await opened(page);
    await select(page, ".statement .words");
    await settle(page);
    assert.equal(await page.evaluate(() => window.pwned), undefined);
    assert.equal(await page.locator("fact-check script, fact-check .take svg").count(), 0);
  });

  scenario("it speaks the language of the interface, and goes over to another with what is open and focused", async ({ open, server }) => {
    const page = await open('<fact-check ui-lang="de"></fact-check>');
    await drawn(page);
    const parts = await opened(page);
    await opened(page, 1);
    assert.equal(await parts.locator("button").first().innerText().then((it) => it.split("\n")[0].trim().split(" ")[0]), "Kopieren");
    await parts.locator("select").focus();
    await page.evaluate(() => document.querySelector("fact-check").setAttribute("ui-lang", "ar"));
    await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelectorAll('.take-parts[lang="ar"][dir="rtl"]').length === 2);
    const focused = await page.evaluate(() => document.querySelector("fact-check").shadowRoot.activeElement?.parentElement.className);
    assert.equal(focused, "take", "the focus is not lost");
  });

  scenario("what cannot be loaded is said, and tried again", async ({ open, server }) => {
    server.put("/fact-check-extras-core.wasm", { status: 500, body: "" });
    const page = await open('<fact-check ui-lang="de"></fact-check>');
    await drawn(page);
    await take(page).locator("summary").click();
    await take(page).locator(".failed").waitFor();
    assert.equal(await take(page).locator(".failed").innerText(), "Das ließ sich nicht laden.");
    assert.equal(page.said.filter((it) => /could not be loaded/.test(it)).length, 1, page.said.join("\n"));
    server.restore("/fact-check-extras-core.wasm");
    await take(page).locator("summary").click();
    await opened(page);
    assert.equal(await take(page).locator(".failed").count(), 0);
  });

  scenario("a static page has it only where a script can fill it", async ({ open, server }) => {
    server.put("/live.html", factcheck(["render", "--page", "--script", "/fact-check.js", "--src", "/belarus-base.pack"]));
    const off = await open("/live.html", { javaScriptEnabled: false });
    assert.equal(await take(off).isVisible(), false);
    const live = await open("/live.html");
    await drawn(live);
    await settle(live);
    assert.equal(await (await opened(live)).locator(".permalink").count(), 1);
    server.put("/still.html", factcheck(["render", "--page"]));
    assert.equal(await (await open("/still.html")).locator("fact-check .take").count(), 0);
  });

  scenario("a link to a claim opens what it is closed in", async ({ open }) => {
    const page = await open("<details><summary>More</summary><fact-check></fact-check></details>", { hash: `#claim-${bundled.claims[5].id}` });
    await page.waitForFunction((id) => {
      const card = document.querySelector("fact-check").shadowRoot.getElementById(id);
      return document.querySelector("details").open && card && Math.abs(card.getBoundingClientRect().top) < 100;
    }, `claim-${bundled.claims[5].id}`);
  });

  for (const [colorScheme, language] of [["light", "en"], ["dark", "en"], ["light", "ar"]]) {
    scenario(`axe finds nothing, targets are large enough, nothing overflows: ${colorScheme}, ${language}`, async ({ open }) => {
      const page = await open(`<main><h1>A page</h1><fact-check theme="auto" ui-lang="${language}"></fact-check></main>`, {
        colorScheme, head: "<style>:root{color-scheme:light dark}</style>", viewport: { width: 360, height: 800 },
      });
      await drawn(page);
      const parts = await opened(page);
      await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".picture img").complete);
      assert.deepEqual(await violations(page), []);
      const small = await parts.evaluate((it) =>
        [...it.querySelectorAll("a, button, select, textarea, summary")].map((it) => [it.className, it.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24 || box.right > 360 || box.left < 0).map(([name]) => name));
      assert.deepEqual(small, []);
      assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= 360));
    });
  }
});
