// Takes the pictures of the README and of the demo pages: `cargo xtask screenshots`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browser, DIST, html } from "./support/scenario.mjs";
import { serve } from "./support/server.mjs";

const OUT = process.argv[2];
const FOLDER = join(OUT, "demo/screenshots");
const STYLE = `<style>
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1rem; max-width: 64rem; font: 16px/1.6 system-ui, sans-serif; }
</style>`;

mkdirSync(FOLDER, { recursive: true });
const server = await serve(DIST);
const shoot = async (file, body, { width, height, colorScheme = "light", act = async () => {}, ...options }) => {
  server.put("/page.html", html(body, { head: STYLE }));
  const context = await (await browser()).newContext({ viewport: { width, height }, colorScheme });
  const page = await context.newPage();
  await page.goto(`${server.url}/page.html`);
  await page.locator("fact-check .widget").first().waitFor();
  await act(page);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUT, file), ...options });
  await context.close();
};

for (const uiLang of ["en", "ar"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [width, height] of [[320, 1000], [768, 1000], [1280, 1000]]) {
      const file = `demo/screenshots/${uiLang}-${colorScheme}-${width}.jpg`;
      await shoot(file, `<fact-check loading="eager" ui-lang="${uiLang}"></fact-check>`, {
        width, height, colorScheme, type: "jpeg", quality: 78,
      });
    }
  }
}
await shoot("demo/screenshots/timeline.jpg", "<fact-check loading=\"eager\"></fact-check>", {
  width: 1024, height: 1000, type: "jpeg", quality: 82,
  act: async (page) => {
    await page.locator("fact-check .timeline > summary").click();
    await page.locator("fact-check .lanes").waitFor();
    await page.locator("fact-check .timeline").scrollIntoViewIfNeeded();
    await page.locator("fact-check .timeline").evaluate((it) => it.scrollIntoView());
  },
});
await shoot("screenshot.png", '<fact-check loading="eager" claim="two-bases"></fact-check>', { width: 1024, height: 860 });
await (await browser()).close();
await server.close();
