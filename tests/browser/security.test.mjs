// Content-Security-Policies, strict and stricter; data that would run if it were ever taken for markup.
import assert from "node:assert/strict";
import { factcheck } from "./support/data.mjs";
import { hostile, WORDS } from "./support/hostile.mjs";
import { html, scenario, suite } from "./support/scenario.mjs";
import { cards, drawn, events, seen, settle, showsChildren, text } from "./support/widget.mjs";

const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** A page under a policy; its icon would be a violation of its own. */
const under = (policy, body) => ({
  body: html(body).replace(/<link rel="icon"[^>]*>/, ""),
  headers: { "content-security-policy": policy },
});

/** Anything that ran, and anything that came out as an element that data has no business to make. The picture of a claim
 * is an image, in which nothing runs. */
const taken = (page) =>
  page.evaluate(() => {
    const found = [];
    const look = (root) => {
      found.push(...root.querySelectorAll("img:not(.picture > [src^='data:image/svg+xml,']), iframe, object, embed, form, base, meta[http-equiv], svg, math, [onerror], [onclick], [srcdoc]"));
      found.push(...[...root.querySelectorAll("script")].filter((it) => it.type !== "module" && it.type !== "application/json"));
      for (const it of root.querySelectorAll("*")) {
        if (it.shadowRoot) look(it.shadowRoot);
        for (const { name, value } of it.attributes) if (/^\s*(javascript|data):text/i.test(value)) found.push(`${name}=${value}`);
      }
    };
    look(document);
    return { ran: window.pwned ?? null, found: found.map((it) => it.outerHTML ?? it) };
  });

suite("security", () => {
  scenario("under the strictest policy that allows wasm everything works", async ({ open, server }) => {
    server.put("/page.html", under(STRICT, `<fact-check claim="two-bases"></fact-check>
      <fact-check id="json" src="belarus-base.json" claim="two-bases"></fact-check>
      <blockquote class="fact-check" data-claim="two-bases" data-theme="dark">Words</blockquote>`));
    const page = await open("/page.html");
    await events(page, "load", 3);
    const styled = await page.locator("fact-check").first().evaluate((it) =>
      getComputedStyle(it.shadowRoot.querySelector(".card")).borderTopStyle);
    assert.equal(styled, "solid", "its style sheet is in use");
    assert.deepEqual(await cards(page, "#json"), ["claim-two-bases"]);
    assert.deepEqual((await seen(page)).violations, []);
    assert.deepEqual(page.said, []);
  });

  scenario("the recorder sees a violation when there is one", async ({ open, server }) => {
    server.put("/page.html", under(STRICT, '<p style="color:red">Words</p>'));
    const page = await open("/page.html");
    await settle(page);
    assert.equal((await seen(page)).violations.length, 1);
  });

  scenario("a policy that forbids wasm leaves the children, and one line that says so", async ({ open, server }) => {
    server.put("/page.html", under("default-src 'self'", "<fact-check><p>Kept.</p></fact-check>"));
    const page = await open("/page.html");
    const [{ detail }] = await events(page, "error");
    await settle(page);
    assert.match(detail.message, /Content Security Policy|unsafe-eval/i);
    const ours = page.said.filter((it) => it.startsWith("fact-check:"));
    assert.deepEqual(ours, [detail.message]);
    assert.ok(await showsChildren(page));
  });

  scenario("in a sandboxed frame, without an origin, it works", async ({ open, server }) => {
    // Such a frame has a null origin, to which a server has to agree.
    for (const path of ["/fact-check.js", "/fact-check-core.js", "/fact-check-core.wasm", "/fact-check-base.js"]) server.share(path);
    server.put("/frame.html", html('<fact-check claim="two-bases"></fact-check>'));
    const page = await open('<iframe sandbox="allow-scripts" src="/frame.html" width="600" height="600"></iframe>');
    await page.frameLocator("iframe").locator("fact-check .widget").waitFor();
    assert.deepEqual(page.said, []);
  });

  for (const [what, make] of [
    ["an object", (data) => `<fact-check></fact-check><script type="module">
      document.querySelector("fact-check").data = await (await fetch("/hostile.json")).json();</script>`],
    ["a file", () => '<fact-check src="hostile.json"></fact-check>'],
    ["static output", (data) => String(factcheck(["render", "-"], data))],
    ["static output that is taken over", (data) => String(factcheck(["render", "-", "--src", "/hostile.json"], data))],
    ["a whole page", (data) => `/page:${factcheck(["render", "-", "--page", "--script", "/fact-check.js"], data)}`],
  ]) {
    scenario(`hostile text in every field, by way of ${what}: shown as written, nothing runs`, async ({ open, server }) => {
      server.put("/hostile.json", JSON.stringify(hostile()));
      const made = make(hostile());
      server.put("/hostile.html", made.startsWith("/page:") ? made.slice(6) : html(made));
      const page = await open("/hostile.html");
      await drawn(page);
      await settle(page);
      assert.deepEqual(await taken(page), { ran: null, found: [] });
      const shown = await text(page);
      for (const { words, field } of WORDS) assert.ok(shown.includes(words), `${field} as written`);
      // Readers point at things and open them.
      await page.evaluate(() => {
        for (const it of document.querySelector("fact-check").shadowRoot.querySelectorAll("*")) {
          for (const type of ["mouseover", "focus", "toggle"]) it.dispatchEvent(new Event(type));
          if (it.localName === "details") it.open = true;
        }
      });
      await settle(page);
      assert.deepEqual(await taken(page), { ran: null, found: [] });
    });
  }

  scenario("hostile attributes are text too", async ({ open, server }) => {
    server.put("/page.html", html(`<fact-check claim="&quot;><img src=x onerror=pwned=1>"><p>Kept.</p></fact-check>
      <fact-check src="javascript:pwned=1"></fact-check><fact-check src="data:text/html,<script>pwned=1</script>"></fact-check>
      <fact-check lang="&quot;><img src=x onerror=pwned=1>" heading-level="1><script>pwned=1</script>"></fact-check>`));
    const page = await open("/page.html");
    await events(page, "error", 3);
    await settle(page);
    assert.equal(await page.evaluate(() => window.pwned ?? null), null);
  });

  scenario("a page whose libraries extend built-in prototypes changes nothing", async ({ open }) => {
    const head = `<script>
      Object.prototype.extend = Array.prototype.each = Array.prototype.toJSON = String.prototype.strip = function () {};
    </script>`;
    const page = await open('<fact-check claim="two-bases" lang="en"></fact-check>', { head });
    await drawn(page);
    assert.deepEqual(await cards(page), ["claim-two-bases"]);
  });
});
