// A reader's way: from the top of the page to who says otherwise, when, and where that is written; by mouse, by keyboard
// alone, and without JavaScript. What assistive technology is told. axe in every state.
import assert from "node:assert/strict";
import { violations } from "./support/axe.mjs";
import { bundled, moonJson } from "./support/data.mjs";
import { scenario, suite } from "./support/scenario.mjs";
import { drawn, events, settle } from "./support/widget.mjs";
import { focusables, focused } from "./support/focus.mjs";

const CONTENTS = "fact-check .contents > summary";
const entry = (n) => `fact-check .contents li:nth-child(${n + 1}) a`;

/** Whether the reader sees a claim's first counter-statement: whose it is, when it was said, where it is written. */
const answered = async (page, claim) => {
  const card = page.locator(`fact-check article#claim-${claim.id}`);
  const { y } = await card.boundingBox();
  assert.ok(y > -2 && y < 450, `${claim.id} is at ${y}`);
  const counter = card.locator(".counter-statement").first();
  for (const part of [".relation", ".speaker, .byline > .missing", ".byline time, .byline .missing", ".words", ".source :is(a, cite)"]) {
    assert.ok(await counter.locator(part).first().isVisible(), `${claim.id}: ${part}`);
  }
};

suite("a reader's way", () => {
  for (const [how, javaScriptEnabled, act] of [
    ["by mouse", true, (link) => link.click()],
    ["by keyboard", true, (link) => link.focus().then(() => link.press("Enter"))],
    ["by mouse, without JavaScript", false, (link) => link.click()],
  ]) {
    scenario(`${how}: every claim is two actions away`, async ({ open }) => {
      const page = await open("/belarus-base.html", { javaScriptEnabled });
      const start = page.url();
      for (const [n, claim] of bundled.claims.entries()) {
        await page.goto("about:blank");
        await page.goto(start);
        if (javaScriptEnabled) await drawn(page);
        await act(page.locator(CONTENTS));
        await act(page.locator(entry(n)));
        await answered(page, claim);
      }
    });
  }

  scenario("the Tab key goes through everything in the order of reading, and focus is seen", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<a href="#">Before</a><fact-check src="moon.json"></fact-check><a href="#">After</a>', { viewport: { width: 360, height: 500 } });
    await drawn(page);
    await page.evaluate(() => document.querySelector("fact-check").shadowRoot.querySelector(".take summary").click());
    await page.locator("fact-check .take-parts").waitFor();
    await settle(page);
    await page.evaluate(() => (scrollTo(0, 0), document.querySelector("a").focus()));
    const expected = await page.evaluate(focusables);
    assert.ok(expected.length > 8, expected.join("\n"));
    for (const name of expected) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(focused);
      assert.deepEqual([at.name, at.isSeen, at.isOutlined], [name, true, true], JSON.stringify(at));
    }
    await page.keyboard.press("Tab");
    assert.equal((await page.evaluate(focused)).name, "After");
  });

  scenario("what assistive technology is told, in the order of reading", async ({ open, server }) => {
    server.put("/moon.json", moonJson);
    const page = await open('<fact-check src="moon.json" claim="cheese"></fact-check>');
    await drawn(page);
    assert.equal(await page.locator("fact-check").ariaSnapshot(), SNAPSHOT);
  });
});

const SNAPSHOT = `- article "What the moon is made of":
  - heading "What the moon is made of" [level=2]
  - paragraph: The evidence refutes it
  - heading "Statement" [level=3]
  - paragraph: A miller · undated
  - blockquote:
    - paragraph: Der Mond besteht aus Käse.
  - paragraph: Translation
  - paragraph: The moon is made of cheese.
  - paragraph: Said in
  - list:
    - listitem: An imaginary almanac book · not online
  - heading "Counter-statements" [level=3]
  - list:
    - listitem:
      - paragraph: Contradicts it
      - paragraph: Speaker not recorded · undated
      - blockquote:
        - paragraph: It is made of rock.
      - paragraph: Sources
      - list:
        - listitem: An imaginary almanac book · not online
  - paragraph: "1 source: book (1) · 1 independent origin · 0 of 1 archived"
  - group: Cite, share, report
- contentinfo:
  - paragraph: From The moon`;

/** Enough claims for the tools, few enough to be looked at 48 times. */
const FEW = JSON.stringify({ ...bundled, claims: bundled.claims.slice(0, 6).map(({ related, ...it }) => it) });

suite("axe finds nothing", () => {
  /** How a reader brings each state about. */
  const STATES = {
    closed: async () => {},
    open: async (page) => page.evaluate(() => {
      for (const it of document.querySelector("fact-check").shadowRoot.querySelectorAll(".contents, .more")) it.open = true;
    }),
    searching: async (page) => {
      await page.locator("fact-check .tools input[type=search]").fill("base");
      await page.locator("fact-check .chosen button").first().waitFor();
    },
    filtered: async (page) => {
      await page.locator("fact-check .facets > summary").click();
      await page.locator("fact-check .facet input").first().check();
    },
    empty: async (page) => {
      await page.locator("fact-check .tools input[type=search]").fill("xyzzy");
      await page.waitForFunction(() => document.querySelector("fact-check").shadowRoot.querySelector(".status").textContent);
    },
    timeline: async (page) => {
      await page.locator("fact-check .timeline > summary").click();
      await page.locator("fact-check .lanes").waitFor();
      await page.locator("fact-check .as-table > summary").click();
    },
    "taking away": async (page) => {
      await page.locator("fact-check .take > summary").first().click();
      await page.locator("fact-check .take-parts").waitFor();
    },
    error: async (page) => {
      await page.evaluate(() => {
        document.querySelector("fact-check").innerHTML = '<p>What was said. <a href="/x">Read it</a></p>';
        document.querySelector("fact-check").setAttribute("src", "none.json");
      });
      await events(page, "error");
    },
    print: async (page) => page.emulateMedia({ media: "print" }),
  };
  for (const [state, reach] of Object.entries(STATES)) {
    for (const [look, options] of [
      ["light", { colorScheme: "light" }],
      ["dark", { colorScheme: "dark" }],
      ["forced colors", { forcedColors: "active" }],
    ]) {
      for (const uiLang of ["en", "ar"]) {
        scenario(`${state}, ${look}, ${uiLang}`, async ({ open, server }) => {
          server.put("/few.json", FEW);
          // axe does not see the browser's own dark ground, so the page has one.
          const head = "<style>:root { color-scheme: light dark; background: light-dark(#fff, #121212) }</style>";
          const page = await open(`<main><h1>A post</h1><fact-check src="few.json" ui-lang="${uiLang}"></fact-check></main>`, { head, ...options });
          await drawn(page);
          await reach(page);
          await settle(page);
          // Forced colors come in when painting, where axe does not see them.
          const rules = look === "forced colors" ? { "color-contrast": { enabled: false } } : {};
          assert.deepEqual(await violations(page, rules), []);
        });
      }
    }
  }
});
