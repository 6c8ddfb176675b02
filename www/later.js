// What is loaded when a reader turns to it: the search box, the check of a record's hash, the timeline, what can be
// taken away.
import { hasHash, packOf } from "./core.js";

/** What a reader does to turn to the search box. */
const STARTS = ["focusin", "pointerdown", "input", "toggle"];

/** The claim of a card. */
const claimOf = (part) => part.closest("article").id.slice("claim-".length);

/** Says that something could not be loaded. */
const tell = (what, error) => console.error(`fact-check: the ${what} could not be loaded: ${error.message}`);

/** The disclosures that are empty until a reader opens them. */
const EMPTY = "details.timeline, details.take";

/** What such a disclosure has in it besides its summary. */
const parts = (details) => [...details.children].slice(1);

/** Whether a tree is what was drawn afresh, apart from what readers and static pages have in disclosures. */
export const isSame = (shown, fresh) => {
  const bare = shown?.cloneNode(true);
  bare?.querySelectorAll(EMPTY).forEach((it) => parts(it).forEach((part) => part.remove()));
  return bare?.isEqualNode(fresh);
};

/** Remembers which of them are open and focused, and gives what opens them again in another tree. */
export const keep = (root) => {
  const nameOf = (details) => details.closest("article")?.id ?? "";
  const open = [...root.querySelectorAll(EMPTY)].filter((it) => it.open).map(nameOf);
  const focused = root.activeElement?.closest(EMPTY);
  const find = (name) => (name ? root.getElementById(name) : root)?.querySelector(name ? ".take" : ".timeline");
  return () => {
    for (const name of open) find(name)?.setAttribute("open", "");
    if (focused && !focused.isConnected) find(nameOf(focused))?.querySelector("summary").focus({ preventScroll: true });
  };
};

/** What brings the drawn tree of one element to life: call `opened` and `linked`, and make another for the next tree. */
export class Later {
  #root;
  #view;
  #tools;
  #extras;

  /** `view` is what was drawn: `dataset`, `lang`, `words`, `language`, and `src`, the address of the data, if any. */
  constructor(root, view) {
    this.#root = root;
    this.#view = view;
    this.#waitForTools();
    // What a static page showed may have been opened before.
    for (const details of root.querySelectorAll("details[open]")) this.opened(details);
  }

  /** The page's address has come to name another view. */
  linked() {
    if (this.#tools) this.#tools.then((tools) => tools?.fromLink());
    else if (location.hash.startsWith(`#fact-check:${this.#view.dataset.id}?`)) this.#startTools?.();
  }

  /** A disclosure was opened or closed. */
  opened(details) {
    if (!details.open) return;
    if (details.matches(EMPTY)) this.#fill(details);
    else if (details.matches(".more")) this.#check(details);
  }

  #startTools;

  /** Lets the search box come to life when a reader turns to it, or when the page's address names a view. */
  #waitForTools() {
    const tools = this.#root.querySelector(".tools");
    if (!tools) return;
    const { dataset, lang, words } = this.#view;
    const start = () => {
      for (const event of STARTS) tools.removeEventListener(event, start, true);
      this.#tools ??= import("./fact-check-tools.js")
        .then(({ attach }) => attach({ root: this.#root, pack: packOf(dataset), name: dataset.id, lang, words }))
        .catch((error) => {
          tell("search", error);
          tools.hidden = true;
        });
    };
    for (const event of STARTS) tools.addEventListener(event, start, true);
    this.#startTools = start;
    this.linked();
  }

  /** Tells whether a record has the hash it was published with. */
  async #check(details) {
    const line = details.querySelector(".hash:not([data-is])");
    if (!line) return;
    const hash = line.querySelector(".digest").textContent;
    const has = await hasHash(this.#view.dataset, claimOf(details), hash).catch(() => undefined);
    if (has !== undefined) line.dataset.is = has ? "same" : "different";
  }

  /** Puts into a disclosure what belongs there; after a failure the next opening tries again. */
  async #fill(details) {
    const { dataset, words } = this.#view;
    this.#extras ??= import("./fact-check-extras.js")
      .then(({ attach }) => attach({ ...this.#view, root: this.#root, pack: packOf(dataset) }))
      .catch((error) => {
        this.#extras = undefined;
        tell("extras", error);
      });
    const extras = await this.#extras;
    details.querySelector(".failed")?.remove();
    if (extras) return details.matches(".take") ? extras.fill(details, claimOf(details)) : extras.fillTimeline(details);
    if (parts(details).length) return;
    const line = details.ownerDocument.createElement("p");
    line.className = "failed";
    [line.lang, line.dir, line.textContent] = words.split("\n");
    details.append(line);
  }
}
