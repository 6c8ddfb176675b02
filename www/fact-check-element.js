// The element: attributes, lifecycle, events. Importing this file registers nothing.
import { abandonCore, bundled, fromObject, fromText, fromUrl, loadCore } from "./core.js";
import { ATTRIBUTES, CHOICES, property } from "./attributes.js";
import { Later, isSame, keep } from "./later.js";
import { tellOnce } from "./tell.js";
import { leave, whenNear } from "./near.js";
import { languageOf, wordsIn } from "./words.js";

export { upgrade } from "./upgrade.js";

/** Data in the page itself. */
const INLINE = ':scope > script[type="application/json"]';

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
    this.#root.addEventListener("toggle", ({ target }) => this.#later?.opened(target), { capture: true });
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
    this.#later?.linked();
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
    const inline = this.querySelector(INLINE);
    if (inline) return ["script", () => fromText(inline.textContent)];
    // Static content without a source of newer data stays as it was written.
    return this.#root.querySelector(".widget") && !this.#drawn ? ["", null] : ["bundled dataset", bundled];
  }

  /** The address of the data, for other pages: none where it is bundled, null where it has none. */
  #address() {
    if (this.#data != null) return null;
    const src = this.getAttribute("src");
    if (src !== null) return new URL(src, document.baseURI).href;
    return this.querySelector(INLINE) ? null : undefined;
  }

  #drawn = false;
  #dataset;
  #state;
  #later;

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
    const view = { dataset, state, src: this.#address(), fresh: this.ownerDocument.createDocumentFragment() };
    // Static content in another language changes its language only if the data has something new to say.
    for (const ui of new Set(shown && !this.#drawn ? [shown.lang, language] : [language])) {
      view.words = await wordsIn(ui);
      view.lang = given ?? (isAsked ? ui : undefined);
      if (update !== this.#update) break;
      const isDrawn = dataset.draw(view.fresh, claim ?? "", view.lang ?? "", view.words, Number(level), today());
      if (isDrawn === undefined) throw new Error("the widget's files are of different versions");
      if (!isDrawn || claim === "") throw Object.assign(new Error("the dataset has no claim of this id"), { attribute: "claim" });
      if (isSame(shown, view.fresh.firstChild)) break;
    }
    return view;
  }

  #draw(view) {
    const shown = this.#root.querySelector(".widget");
    const reopen = keep(this.#root);
    // The same content is left alone: nothing moves, no focus is lost.
    if (!isSame(shown, view.fresh.firstChild)) this.#root.replaceChildren(view.fresh);
    this.#drawn = true;
    this.#dataset = view.dataset;
    this.#state = view.state;
    reopen();
    this.#later = new Later(this.#root, view);
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
    this.#later = undefined;
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

  /** Scrolls to a claim, also to one that the search has hidden, or a disclosure of the page. */
  #show(target) {
    if (!target) return;
    target.hidden = false;
    for (let at = target; at; at = at.parentNode ?? at.host) if (at.localName === "details") at.open = true;
    target.scrollIntoView();
  }

  /** Follows a link to another claim inside the shadow root, where the browser does not look. */
  #follow(event) {
    // With a modifier, or with another button, the link is the browser's.
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.('a[href^="#claim-"]');
    // A link in a picture has no `hash`.
    const hash = link?.getAttribute("href");
    const target = link && this.#target(hash);
    if (!target) return;
    event.preventDefault();
    if (!this.#emit("select", { claim: target.id.slice("claim-".length) })) return;
    history.pushState(null, "", hash);
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
