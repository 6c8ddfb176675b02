// One test in Chromium: a server of its own, pages of its own, and what holds for every page that was opened.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { after, describe, test } from "node:test";
import { chromium } from "playwright-core";
import { record } from "./recorder.mjs";
import { serve } from "./server.mjs";

/** The folder that was built. */
export const DIST = process.env.FACT_CHECK_DIST;
assert.ok(DIST, "FACT_CHECK_DIST names the folder that `cargo xtask build` made");

/** Every page that was built, as the server names it. */
export const PAGES = readdirSync(DIST, { recursive: true }).filter((it) => it.endsWith(".html")).map((it) => `/${it}`).sort();

/** A program by name, if it is on the PATH. */
export const onPath = (name) =>
  process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find((it) => existsSync(it));

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

let launched;
/** The browser that all tests of a file share. */
export const browser = () =>
  (launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM || NAMES.map(onPath).find(Boolean) || assert.fail("no Chromium on the PATH"),
    // The sandbox refuses to start as root, which containers are.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  }));
after(async () => (await launched)?.close());

/** A page of a blog: the widget's script and whatever the test is about. */
export const html = (body, { head = "", script = "/fact-check.js" } = {}) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title><link rel="icon" href="data:,">${head}
${script && `<script type="module" src="${script}"></script>`}</head>
<body>${body}</body></html>`;

/** The tests of a file: a few at a time, since a page mostly waits. */
export const suite = (title, define) => describe(title, { concurrency: 3 }, define);

/**
 * A test. Its function gets the server and `open(page, options)`, where the page is a path or the content of a
 * body, and the options are those of the browser context, of `html`, and `hash` and `headers`.
 */
export function scenario(name, run, options = {}) {
  test(name, { timeout: 120_000, ...options }, async (t) => {
    const server = await serve(DIST);
    const opened = [];
    const open = async (page, how = {}) => {
      opened.push(await visit(server, page, how));
      return opened.at(-1);
    };
    try {
      await run({ server, open, t });
      for (const page of opened) await checkAlways(page);
    } finally {
      await Promise.all(opened.map(put));
      await server.close();
    }
  });
}

async function visit(server, content, { head, script, hash = "", headers, ...options }) {
  let path = content;
  if (!content.startsWith("/")) {
    path = "/page.html";
    server.put(path, { body: html(content, { head, script }), headers });
  }
  const page = await take(options);
  const begin = () => Object.assign(page, { said: [], faults: [], foreign: [] });
  begin();
  // The document before this one may have had a last word.
  page.once("framenavigated", begin);
  page.origin = server.url;
  await page.goto(server.url + path + hash);
  return page;
}

/** Pages to use again: a new one starts a process, which takes longer than most tests. */
const idle = [];

async function take(options) {
  const isPlain = Object.keys(options).length === 0;
  if (isPlain && idle.length > 0) return idle.pop();
  const context = await (await browser()).newContext(options);
  // A promise that is never kept is a failed test soon, and not a hanging one.
  context.setDefaultTimeout(15_000);
  await context.addInitScript(record);
  const page = Object.assign(await context.newPage(), { isPlain });
  page.on("console", (message) => {
    const isBrowsers = message.text().startsWith("Failed to load resource");
    if (["warning", "error"].includes(message.type()) && !isBrowsers) page.said.push(message.text());
  });
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(page.origin) && !url.startsWith("data:")) page.foreign.push(url);
  });
  return page;
}

const put = (page) => (page.isPlain ? void idle.push(page) : page.context().close());

/** No error that nobody caught, no request to anywhere else, no cookie. */
async function checkAlways(page) {
  assert.deepEqual(page.faults, [], "no uncaught error");
  assert.deepEqual(page.foreign, [], "no request to another origin");
  assert.deepEqual(await page.context().cookies(), [], "no cookie");
}
