// The element: attributes, lifecycle, events. Importing this file registers nothing.
import { abandonCore, bundled, fromObject, fromText, fromUrl, hasHash, loadCore, packOf } from "./core.js";
import { ATTRIBUTES, CHOICES, property } from "./attributes.js";
import { tellOnce } from "./tell.js";
import { leave, whenNear } from "./near.js";
import { languageOf, wordsIn } from "./words.js";

export { upgrade } from "./upgrade.js";

/** What a reader does to turn to the search box. */
const STARTS = ["focusin", "pointerdown", "input", "toggle"];

/** A constructed sheet belongs to one document; elements can be adopted by another. */
const sheets = new WeakMap();
const sheetFor = (document, css) => {
  if (!sheets.has(document)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheets.get(document);
};

/** Shows statements alongside counter-statements and the sources of both. */
export class FactCheckElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  #root;
  #initial;
  #data;
  #update = 0;

  constructor() {
    super();
    // A declarative shadow root is complete as it is; otherwise the children show until there is something better.
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#root.hasChildNodes()) this.#root.append(document.createElement("slot"));
    this.#initial = [...this.#root.childNodes];
    this.#root.addEventListener("click", (event) => this.#follow(event));
    // The event does not bubble.
    this.#root.addEventListener("toggle", (event) => this.#check(event.target), { capture: true });
  }

  connectedCallback() {
    // What a page set before the element was defined lies on the instance and hides the accessors.
    for (const name of ["data", ...ATTRIBUTES.map(property)]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    addEventListener("hashchange", this);
    this.#schedule();
  }

  disconnectedCallback() {
    removeEventListener("hashchange", this);
    this.#update++;
    leave(this);
  }

  /** The page's address has come to name a claim. */
  handleEvent() {
    this.#revealed = "";
    if (isClaim(location.hash)) this.#schedule();
    this.#attached?.then((tools) => tools?.fromLink());
  }

  attributeChangedCallback(name, before, after) {
    // The style sheet sees the theme by itself.
    if (before !== after && name !== "theme" && this.isConnected) this.#schedule();
    if (after !== null) this.#choice(name);
  }

  /** The dataset as plain objects, in the form of a dataset file; wins over `src`. */
  get data() {
    return this.#data;
  }

  set data(data) {
    this.#data = data;
    if (this.isConnected) this.#schedule();
  }

  /** An attribute's valid value: a bad one counts as the default, and is told once. */
  #choice(name) {
    const given = this.getAttribute(name);
    const choices = CHOICES[name];
    if (!choices || given === null || choices.includes(given)) return given ?? choices?.[0];
    tellOnce(`fact-check: ${name}="${given}" is not one of ${choices.join(", ")}; ${choices[0]} is used`);
    return choices[0];
  }

  /** Updates once for all changes of a turn, and not before the element nears the viewport. */
  #schedule() {
    const update = ++this.#update;
    queueMicrotask(() => {
      if (update !== this.#update || !this.isConnected) return;
      const isEager = this.#choice("loading") === "eager" || /^#(claim-|fact-check:)/.test(location.hash);
      whenNear(this, isEager, () => this.#load(update));
    });
  }

  async #load(update) {
    const [attribute, open] = await this.#source();
    if (!open || update !== this.#update) return;
    const claim = this.getAttribute("claim");
    try {
      const early = languageOf(this).language;
      const [dataset, core] = await Promise.all([open(), loadCore(), early && wordsIn(early)]);
      const view = await this.#view(dataset, claim, update);
      if (update !== this.#update) return;
      // Another document wants the style sheet anew.
      this.#adopt(core.css);
      if (view) this.#draw(view);
      this.#reveal();
      this.#emit("load", { dataset: dataset.id, claims: dataset.claimCount });
    } catch (error) {
      // After a trap the instance may be in any state: it is never called again.
      if (error.name === "RuntimeError") abandonCore(error);
      if (update !== this.#update) return;
      const at = error.attribute ?? attribute;
      const value = this.getAttribute(at);
      const message = `fact-check: ${at}${value === null ? "" : `="${value}"`}: ${error.message}`;
      console.error(message);
      this.#showFallback();
      this.#emit("error", { attribute: at, message, error });
    }
  }

  /** Where the dataset comes from: what to name in messages, and how to get it. */
  async #source() {
    if (this.#data != null) return ["data", () => fromObject(this.#data)];
    const src = this.getAttribute("src");
    if (src !== null) return ["src", async () => fromUrl(new URL(src, document.baseURI).href)];
    if (document.readyState === "loading") {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
    }
    const inline = this.querySelector(':scope > script[type="application/json"]');
    if (inline) return ["script", () => fromText(inline.textContent)];
    // Static content without a source of newer data stays as it was written.
    return this.#root.querySelector(".widget") && !this.#drawn ? ["", null] : ["bundled dataset", bundled];
  }

  #drawn = false;
  #dataset;

  /** Tells, when a record's details are opened, whether it has the hash it was published with. */
  async #check(details) {
    const line = details.open && details.querySelector(".hash:not([data-is])");
    if (!line || !this.#drawn) return;
    const claim = details.closest("article").id.slice("claim-".length);
    const hash = line.querySelector(".digest").textContent;
    const has = await hasHash(this.#dataset, claim, hash).catch(() => undefined);
    if (has !== undefined) line.dataset.is = has ? "same" : "different";
  }

  /**
   * What the dataset looks like; nothing if that is drawn already, and perhaps searched in since. Who asked for an
   * interface in a language wants translations into it too.
   */
  async #view(dataset, claim, update) {
    const given = this.getAttribute("lang");
    if (given && !/^[a-z]{2,3}(-[a-z\d]{1,8})*$/i.test(given)) {
      tellOnce(`fact-check: lang="${given}" is not a language tag; the dataset's language is used`);
    }
    const level = this.#choice("heading-level");
    const { language, isAsked } = languageOf(this, dataset);
    const state = [claim, given, level, language, isAsked].join();
    const shown = this.#root.querySelector(".widget");
    if (this.#drawn && dataset === this.#dataset && state === this.#state) return undefined;
    const view = { dataset, state, fresh: this.ownerDocument.createDocumentFragment() };
    // Static content in another language changes its language only if the data has something new to say.
    for (const ui of new Set(shown && !this.#drawn ? [shown.lang, language] : [language])) {
      view.words = await wordsIn(ui);
      view.lang = given ?? (isAsked ? ui : undefined);
      if (update !== this.#update) break;
      const isDrawn = dataset.draw(view.fresh, claim ?? "", view.lang ?? "", view.words, Number(level), today());
      if (isDrawn === undefined) throw new Error("the widget's files are of different versions");
      if (!isDrawn || claim === "") throw Object.assign(new Error("the dataset has no claim of this id"), { attribute: "claim" });
      if (shown?.isEqualNode(view.fresh.firstChild)) break;
    }
    return view;
  }

  #draw({ dataset, state, fresh, lang, words }) {
    const shown = this.#root.querySelector(".widget");
    // The same content is left alone: nothing moves, no focus is lost.
    if (!shown?.isEqualNode(fresh.firstChild)) this.#root.replaceChildren(fresh);
    this.#drawn = true;
    this.#dataset = dataset;
    this.#state = state;
    this.#prepareTools(dataset, lang, words);
  }

  #state;
  #attached;

  /** Lets the search box come to life when a reader turns to it, or when the page's address names a view. */
  #prepareTools(dataset, lang, words) {
    const tools = this.#root.querySelector(".tools");
    this.#attached = undefined;
    if (!tools) return;
    const start = () => {
      for (const event of STARTS) tools.removeEventListener(event, start, true);
      this.#attached ??= import("./fact-check-tools.js")
        .then(({ attach }) => attach({ root: this.#root, pack: packOf(dataset), name: dataset.id, lang, words }))
        .catch((error) => {
          console.error(`fact-check: the search could not be loaded: ${error.message}`);
          tools.hidden = true;
        });
    };
    for (const event of STARTS) tools.addEventListener(event, start, true);
    if (location.hash.startsWith(`#fact-check:${dataset.id}?`)) start();
  }

  #adopt(css) {
    const sheet = sheetFor(this.ownerDocument, css);
    const adopted = this.#root.adoptedStyleSheets;
    if (!adopted.includes(sheet)) this.#root.adoptedStyleSheets = [...adopted, sheet];
  }

  /** What was there before any data shows again: the children, or what was written into the page. */
  #showFallback() {
    if (this.#drawn) this.#root.replaceChildren(...this.#initial);
    this.#drawn = false;
  }

  #target(hash) {
    return this.#root.getElementById(hash.slice(1));
  }

  #revealed = "";

  /** Scrolls to the claim that the page's address names, once. */
  #reveal() {
    const { hash } = location;
    if (!isClaim(hash) || hash === this.#revealed) return;
    this.#revealed = hash;
    this.#show(this.#target(hash));
  }

  /** Scrolls to a claim, also to one that the search has hidden. */
  #show(target) {
    if (!target) return;
    target.hidden = false;
    target.scrollIntoView();
  }

  /** Follows a link to another claim inside the shadow root, where the browser does not look. */
  #follow(event) {
    // With a modifier, or with another button, the link is the browser's.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href^="#claim-"]');
    const target = link && this.#target(link.hash);
    if (!target) return;
    event.preventDefault();
    if (!this.#emit("select", { claim: target.id.slice("claim-".length) })) return;
    history.pushState(null, "", link.hash);
    this.#show(target);
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }

  #emit(name, detail) {
    const init = { bubbles: true, composed: true, cancelable: name === "select", detail: Object.freeze(detail) };
    return this.dispatchEvent(new CustomEvent(`fact-check-${name}`, init));
  }

  static {
    for (const name of ATTRIBUTES) {
      // `lang` is every element's own.
      if (name === "lang") continue;
      Object.defineProperty(this.prototype, property(name), {
        configurable: true,
        enumerable: true,
        get() {
          const value = this.#choice(name) ?? "";
          return name === "heading-level" ? Number(value) : value;
        },
        set(value) {
          this.setAttribute(name, value);
        },
      });
    }
  }
}

/** The reader's day as a number. */
const today = () => {
  const now = new Date();
  return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
};

function isClaim(hash) {
  return hash.startsWith("#claim-");
}
