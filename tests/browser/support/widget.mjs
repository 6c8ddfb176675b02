// Looking at a widget in a page, and waiting for it.

/** Waits until an element shows a dataset. */
export const drawn = (page, selector = "fact-check") => page.locator(`${selector} .widget`).first().waitFor();

/** Waits until so many events of a kind have reached the window, and gives them. */
export async function events(page, type, n = 1) {
  await page.waitForFunction(
    ([type, n]) => window.seen.events.filter((it) => it.type === type).length >= n,
    [type, n],
  );
  return (await seen(page)).events.filter((it) => it.type === type);
}

/** What the page wrote down. */
export const seen = (page) => page.evaluate(() => window.seen);

/** Lets everything that is due happen: observers, microtasks, and requests on their way to the server. */
export const settle = (page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    for (let i = 0; i < 4; i++) await frame();
    await fetch("/?settled");
    for (let i = 0; i < 2; i++) await frame();
  });

/** The ids of the cards that an element shows. */
export const cards = (page, selector = "fact-check") =>
  page.evaluate(
    (selector) => [...document.querySelector(selector).shadowRoot.querySelectorAll("article")].map((it) => it.id),
    selector,
  );

/** All text that an element shows, the closed parts included; runs of blanks count as one. */
export const text = (page, selector = "fact-check") =>
  page.evaluate((selector) => {
    const widget = document.querySelector(selector).shadowRoot.querySelector(".widget");
    return widget?.textContent.replace(/\s+/g, " ") ?? null;
  }, selector);

/** Runs blanks together, as `text` does. */
export const plain = (text) => text.replace(/\s+/g, " ");

/** Whether an element shows its own children, and nothing else. */
export const showsChildren = (page, selector = "fact-check") =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector);
    const { childNodes } = element.shadowRoot;
    const slotted = childNodes.length === 1 && childNodes[0].localName === "slot";
    return slotted && [...element.children].every((it) => it.getBoundingClientRect().height > 0);
  }, selector);
