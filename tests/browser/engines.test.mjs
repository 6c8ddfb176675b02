// The main paths in Firefox and WebKitGTK, through their WebDriver: what differs from engine to engine.
import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { bundled, factcheck, moon, moonJson } from "./support/data.mjs";
import { DIST, html, onPath } from "./support/scenario.mjs";
import { serve } from "./support/server.mjs";
import { session } from "./support/webdriver.mjs";
import { focusables, focused } from "./support/focus.mjs";

const ENGINES = [
  {
    name: "Firefox",
    needs: ["geckodriver", "firefox"],
    command: (port) => ["geckodriver", "--port", `${port}`, "--log", "fatal"],
    capabilities: { browserName: "firefox", "moz:firefoxOptions": { args: ["-headless"] } },
  },
  {
    name: "WebKitGTK",
    needs: ["WebKitWebDriver", "xvfb-run"],
    // It has no headless mode, so it gets a screen nobody sees.
    command: (port) => ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "WebKitWebDriver", `--port=${port}`],
    env: {
      LIBGL_ALWAYS_SOFTWARE: "1",
      // Its sandbox needs rights that containers withhold; the pages it opens are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
    capabilities: {},
    isRetried: true,
  },
];

/** A session; in a container the first one of WebKitGTK does not always come up. */
const start = (engine) => session(engine).catch((error) => {
  if (!engine.isRetried) throw error;
  console.log(`${engine.name} did not start its session (${error.message}); once more`);
  return session(engine);
});

const isDrawn = () => document.querySelector("fact-check")?.shadowRoot?.querySelector(".widget") != null;
const cards = () => [...document.querySelector("fact-check").shadowRoot.querySelectorAll("article")].map((it) => it.id);
const record = `<script>
  window.seen = [];
  for (const type of ["load", "error"]) addEventListener("fact-check-" + type, (event) => seen.push(type + " " + (event.detail.message ?? event.detail.dataset)));
</script>`;

// What is looked at in every engine.
const CHECKS = {
  "the bundled dataset draws whole": async ({ browser, open }) => {
    await open("<fact-check></fact-check>");
    await browser.until("the widget", isDrawn);
    assert.deepEqual(await browser.run(cards), bundled.claims.map((it) => `claim-${it.id}`));
    const border = await browser.run(() =>
      getComputedStyle(document.querySelector("fact-check").shadowRoot.querySelector(".card")).borderTopWidth);
    assert.equal(border, "1px", "the style sheet is in use");
  },

  "typing finds, and a filter counts": async ({ browser, open }) => {
    await open("<fact-check></fact-check>");
    await browser.until("the widget", isDrawn);
    const visible = () =>
      [...document.querySelector("fact-check").shadowRoot.querySelectorAll("article")].filter((it) => !it.hidden).length;
    await browser.run(() => {
      const input = document.querySelector("fact-check").shadowRoot.querySelector("input[type=search]");
      input.focus();
      input.value = "sochi";
      input.setSelectionRange(2, 2);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await browser.until("what was found", () =>
      document.querySelector("fact-check").shadowRoot.querySelector(".status").textContent.includes(" of "));
    const n = await browser.run(visible);
    assert.ok(n > 0 && n < bundled.claims.length, `${n} found`);
    assert.equal(await browser.run(() => location.hash), "#fact-check:belarus-base?q=sochi");
    assert.equal(await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector("input[type=search]").selectionStart), 2);
    const [count, focused] = await browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      const box = [...shadowRoot.querySelectorAll(".value")].find((it) => Number(it.querySelector(".count").textContent) > 0);
      const count = Number(box.querySelector(".count").textContent);
      const focused = shadowRoot.activeElement?.type;
      box.querySelector("input").click();
      return [count, focused];
    });
    assert.equal(focused, "search");
    assert.equal(await browser.run(visible), count);
    const order = await browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      const ids = () => [...shadowRoot.querySelectorAll("article")].map((it) => it.id).join();
      const before = ids();
      shadowRoot.querySelector(".chosen .all").click();
      const sort = shadowRoot.querySelector(".sort select");
      sort.value = "oldest";
      sort.dispatchEvent(new Event("change", { bubbles: true }));
      return ids() !== before;
    });
    assert.ok(order, "another order");
  },

  "a claim is cited, copied and reported": async ({ browser, open, server }) => {
    server.put("/moon.json", JSON.stringify(moon((it) => (it.corrections = "mailto:desk@example.org"))));
    await open('<fact-check src="moon.json"></fact-check>');
    await browser.until("the widget", isDrawn);
    await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector(".take > summary").click());
    await browser.until("what can be taken away", () =>
      document.querySelector("fact-check").shadowRoot.querySelector(".take-parts") != null);
    const cited = await browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      const format = shadowRoot.querySelector(".take select");
      format.value = "4";
      format.dispatchEvent(new Event("change", { bubbles: true }));
      shadowRoot.querySelector('button[value="cite"]').click();
      return shadowRoot.querySelector('textarea[name="cite"]').value;
    });
    assert.equal(JSON.parse(cited)[0].id, "moon:cheese");
    await browser.until("the picture", () => document.querySelector("fact-check").shadowRoot.querySelector(".picture img")?.naturalWidth > 0);
    const [file, code] = await browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      return [shadowRoot.querySelector(".download").download, shadowRoot.querySelector('textarea[name="embed"]').value];
    });
    assert.equal(file, "cheese.svg");
    assert.match(code, /<blockquote class="fact-check"[^]*<script type="module"/);
    await browser.until("to be told what was done", () =>
      /Copied|selected/.test(document.querySelector("fact-check").shadowRoot.querySelector(".take [role=status]").textContent));
    await browser.run(() => {
      const words = document.querySelector("fact-check").shadowRoot.querySelector(".statement .words");
      getSelection().setBaseAndExtent(words, 0, words, words.childNodes.length);
    });
    await browser.until("the selected words", () =>
      document.querySelector("fact-check").shadowRoot.querySelector("a.report").href.includes("Der%20Mond"));
  },

  "JSON draws": async ({ browser, open }) => {
    await open('<fact-check src="moon.json"></fact-check>');
    await browser.until("the widget", isDrawn);
    assert.deepEqual(await browser.run(cards), ["claim-cheese", "claim-far"]);
    assert.deepEqual(await browser.run(() => window.seen), ["load moon"]);
  },

  "an object draws": async ({ browser, open }) => {
    await open(`<fact-check></fact-check><script>document.querySelector("fact-check").data = ${moonJson}</script>`);
    await browser.until("the widget", isDrawn);
    assert.deepEqual(await browser.run(cards), ["claim-cheese", "claim-far"]);
  },

  "an error keeps the fallback": async ({ browser, open }) => {
    await open('<fact-check src="none.json"><p>Kept as <b>written</b>.</p></fact-check>');
    await browser.until("the event", () => window.seen.length > 0);
    const [message, children, height] = await browser.run(() => {
      const element = document.querySelector("fact-check");
      return [window.seen.join(), element.innerHTML, element.querySelector("p").getBoundingClientRect().height];
    });
    assert.match(message, /^error fact-check: src="none.json": the server answers 404/);
    assert.equal(children, "<p>Kept as <b>written</b>.</p>");
    assert.ok(height > 0);
  },

  "nested data is refused, and the page goes on": async ({ browser, open }) => {
    await open(`<fact-check></fact-check><script>
      const it = ${moonJson};
      it.claims[0].statement.said_in[0] = it;
      document.querySelector("fact-check").data = it;
    </script>`);
    await browser.until("the event", () => window.seen.length > 0);
    assert.match((await browser.run(() => window.seen))[0], /^error fact-check: data: /);
    await browser.run((data) => (document.querySelector("fact-check").data = data), moon());
    await browser.until("the widget", isDrawn);
  },

  "the details of a record say whether it has its hash": async ({ browser, open }) => {
    await open('<fact-check claim="two-bases"></fact-check>');
    await browser.until("the widget", isDrawn);
    await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector(".more summary").click());
    await browser.until("the answer", () => document.querySelector("fact-check").shadowRoot.querySelector(".hash[data-is]") != null);
    assert.equal(await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector(".hash").dataset.is), "same");
  },

  "a view is linked, and a chip takes it back": async ({ browser, open }) => {
    await open("<fact-check></fact-check>");
    await browser.until("the widget", isDrawn);
    await browser.run(() => (location.hash = "fact-check:belarus-base?q=Karbalevich"));
    const shown = () => [...document.querySelector("fact-check").shadowRoot.querySelectorAll("article")].filter((it) => !it.hidden).length;
    await browser.until("the view", () => document.querySelector("fact-check").shadowRoot.querySelector(".chosen button") != null);
    const some = await browser.run(shown);
    assert.ok(some > 0 && some < bundled.claims.length, `${some}`);
    await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector(".chosen .all").click());
    assert.equal(await browser.run(shown), bundled.claims.length);
  },

  "the timeline opens, and a mark leads to its card": async ({ browser, open }) => {
    await open("<fact-check></fact-check>");
    await browser.until("the widget", isDrawn);
    await browser.run(() => document.querySelector("fact-check").shadowRoot.querySelector(".timeline summary").click());
    await browser.until("the picture", () => document.querySelector("fact-check").shadowRoot.querySelector(".lanes") != null);
    const found = await browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      const marks = shadowRoot.querySelectorAll(".mark");
      const { width } = marks[0].querySelector("circle").getBoundingClientRect();
      marks[10].dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
      return [marks.length, Math.round(width), `#${shadowRoot.activeElement?.id}` === marks[10].getAttribute("href")];
    });
    const marks = bundled.claims.reduce((n, it) => n + 1 + it.counter_statements.length, 0);
    assert.deepEqual(found, [marks, 24, true]);
  },

  "the Tab key goes through everything in the order of reading": async ({ browser, open }) => {
    await open('<a href="#">Before</a><fact-check claim="two-bases"></fact-check><a href="#">After</a>');
    await browser.until("the widget", isDrawn);
    await browser.run(() => (document.querySelector("a").focus(), true));
    const expected = await browser.run(focusables);
    assert.ok(expected.length > 8, expected.join());
    for (const name of expected) {
      await browser.keys("\uE004");
      const at = await browser.run(focused);
      assert.deepEqual([at.name, at.isSeen, at.isOutlined], [name, true, true]);
    }
    await browser.keys("\uE004");
    assert.equal((await browser.run(focused)).name, "After");
  },

  "a static page is taken over in place": async ({ browser, open }) => {
    const fragment = String(factcheck(["render", "-", "--src", "moon.json"], moon()));
    await open(`${fragment}<p>After.</p>`, { script: "" });
    assert.ok(await browser.run(isDrawn), "drawn before any script");
    const look = () => browser.run(() => {
      const { shadowRoot } = document.querySelector("fact-check");
      return [shadowRoot.innerHTML, document.body.getBoundingClientRect().height];
    });
    const before = await look();
    await browser.run(() => {
      window.changes = 0;
      new MutationObserver((records) => (window.changes += records.length)).observe(
        document.querySelector("fact-check").shadowRoot,
        { subtree: true, childList: true, attributes: true, characterData: true },
      );
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/fact-check.js" }));
    });
    await browser.until("the event", () => window.seen.length > 0);
    assert.deepEqual(await browser.run(() => window.seen), ["load moon"]);
    assert.deepEqual(await look(), before);
    assert.equal(await browser.run(() => window.changes), 0);
  },

  "an address of a claim scrolls to its card": async ({ browser, url }) => {
    await browser.go(`${url}/belarus-base.html#claim-${bundled.claims[20].id}`);
    await browser.until("the page to scroll", () => scrollY > 2000);
    const top = await browser.run((id) =>
      document.querySelector("fact-check").shadowRoot.getElementById(id).getBoundingClientRect().top, `claim-${bundled.claims[20].id}`);
    assert.ok(top >= 0 && top < 100, `${top} px from the top`);
  },

  "the interface speaks the language of ui-lang": async ({ browser, open, server }) => {
    const asked = (file) => server.count(`/fact-check-words/${file}.txt`);
    const before = [asked("uk"), asked("ar")];
    for (const [attributes, expected] of [
      ["", ["en", "ltr", "Statement"]],
      ['ui-lang="uk"', ["uk", "ltr", "Висловлювання"]],
      ['ui-lang="ar"', ["ar", "rtl", "التصريح"]],
    ]) {
      await open(`<fact-check src="moon.json" ${attributes}></fact-check>`);
      await browser.until("the widget", isDrawn);
      const found = await browser.run(() => {
        const widget = document.querySelector("fact-check").shadowRoot.querySelector(".widget");
        return [widget.lang, getComputedStyle(widget).direction, widget.querySelector(".side-title").textContent];
      });
      assert.deepEqual(found, expected);
    }
    assert.deepEqual([asked("uk"), asked("ar"), asked("en")], [before[0] + 1, before[1] + 1, 0]);
  },

  "it loads when it comes near": async ({ browser, open, server }) => {
    await open('<div style="height:6000px"></div><fact-check src="moon.json"></fact-check>');
    await browser.run(() => customElements.get("fact-check") !== undefined);
    const before = server.count("/moon.json");
    await browser.run(() => scrollTo(0, 6000));
    await browser.until("the widget", isDrawn);
    assert.equal(server.count("/moon.json"), before + 1);
  },

  "nothing overflows in 360 px": async ({ browser, open }) => {
    // Windows cannot be made that narrow everywhere; frames can.
    await open('<iframe src="/belarus-base.html" style="width:360px;height:700px;border:0"></iframe>', { script: "" });
    await browser.until("the frame", () =>
      document.querySelector("iframe").contentDocument?.querySelector("fact-check")?.shadowRoot?.querySelector(".origin") != null);
    const found = await browser.run(() => {
      const { document: page } = document.querySelector("iframe").contentWindow;
      const { scrollingElement } = page;
      const width = page.documentElement.clientWidth;
      const beyond = [...page.querySelector("fact-check").shadowRoot.querySelectorAll("*")].filter((it) =>
        it.getBoundingClientRect().right > width + 0.5);
      return [width <= 360, scrollingElement.scrollWidth > width, beyond.map((it) => it.className)];
    });
    assert.deepEqual(found, [true, false, []]);
  },

  "a strict policy is no hindrance": async ({ browser, server, url }) => {
    server.put("/strict.html", {
      body: html('<fact-check claim="two-bases"></fact-check>').replace(/<link rel="icon"[^>]*>/, ""),
      headers: { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'" },
    });
    await browser.go(`${url}/strict.html`);
    await browser.until("the widget", isDrawn);
  },

  "what it looks like": async ({ browser, url, engine }) => {
    await browser.go(`${url}/index.html`);
    await browser.until("the page", () => document.readyState === "complete");
    const file = join(await mkdtemp(join(tmpdir(), "fact-check-")), `${engine.name}.png`);
    const png = await browser.screenshot();
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    await writeFile(file, png);
    console.log(`screenshot of ${engine.name}: ${file}`);
  },
};

for (const engine of ENGINES) {
  const missing = engine.needs.filter((it) => !onPath(it));
  const isPassedOver = missing.length > 0 && !process.env.CI;
  if (isPassedOver) console.log(`skipped: ${engine.name}: not on the PATH: ${missing.join(", ")}`);
  test(engine.name, { timeout: 120_000, skip: isPassedOver && `not on the PATH: ${missing.join(", ")}` }, async (t) => {
    assert.deepEqual(missing, [], "on the PATH");
    const server = await serve(DIST);
    const browser = await start(engine);
    try {
      for (const [name, check] of Object.entries(CHECKS)) {
        await t.test(name, async () => {
          server.put("/moon.json", moonJson);
          const open = async (body, { script } = {}) => {
            server.put("/page.html", html(body, { head: record, script }));
            await browser.go(`${server.url}/page.html`);
          };
          await check({ browser, engine, open, server, url: server.url });
        });
      }
    } finally {
      await browser.end();
      await server.close();
    }
  });
}
