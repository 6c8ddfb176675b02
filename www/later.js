// What is loaded when a reader turns to it: the search box, the check of a record's hash, what can be taken away.
import { hasHash, loadCore, packOf } from "./core.js";
import { takeWordsIn } from "./words.js";

/** What a reader does to turn to the search box. */
const STARTS = ["focusin", "pointerdown", "input", "toggle"];

/** The claim of a card. */
const claimOf = (part) => part.closest("article").id.slice("claim-".length);

/** Says that something could not be loaded. */
const tell = (what, error) => console.error(`fact-check: the ${what} could not be loaded: ${error.message}`);

/** Remembers which cards' extras are open and focused, and gives what opens them again in another tree. */
export const keep = (root) => {
  const claims = [...root.querySelectorAll("details.take[open]")].map(claimOf);
  const focused = root.activeElement?.closest("details.take");
  const claim = focused && claimOf(focused);
  const find = (id) => root.getElementById(`claim-${id}`)?.querySelector("details.take");
  return () => {
    for (const id of claims) find(id)?.setAttribute("open", "");
    if (claim && !focused.isConnected) find(claim)?.querySelector("summary").focus({ preventScroll: true });
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
    for (const details of root.querySelectorAll("article details[open]")) this.opened(details);
  }

  /** The page's address has come to name another view. */
  linked() {
    this.#tools?.then((tools) => tools?.fromLink());
  }

  /** A disclosure was opened or closed. */
  opened(details) {
    if (!details.open) return;
    if (details.matches(".take")) this.#fill(details);
    else this.#check(details);
  }

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
    if (location.hash.startsWith(`#fact-check:${dataset.id}?`)) start();
  }

  /** Tells whether a record has the hash it was published with. */
  async #check(details) {
    const line = details.querySelector(".hash:not([data-is])");
    if (!line) return;
    const hash = line.querySelector(".digest").textContent;
    const has = await hasHash(this.#view.dataset, claimOf(details), hash).catch(() => undefined);
    if (has !== undefined) line.dataset.is = has ? "same" : "different";
  }

  /** Puts into a disclosure what a reader can take away; after a failure the next opening tries again. */
  async #fill(details) {
    if (details.children.length > 1 && !details.querySelector(".failed")) return;
    const { dataset, language } = this.#view;
    const take = takeWordsIn(language);
    this.#extras ??= import("./fact-check-extras.js")
      .then(async ({ attach }) => {
        const words = this.#view.words ?? (await loadCore()).FactCheck.words();
        return attach({ ...this.#view, root: this.#root, pack: packOf(dataset), words, take: await take });
      })
      .catch((error) => {
        this.#extras = undefined;
        tell("citations", error);
      });
    const extras = await this.#extras;
    const [text] = (await take)?.split("\n") ?? [];
    details.querySelector(".failed")?.remove();
    if (extras) return extras.fill(details, claimOf(details));
    const line = details.ownerDocument.createElement("p");
    line.className = "failed";
    line.lang = text ? language : "en";
    line.textContent = text ?? "This could not be loaded.";
    details.append(line);
  }
}
