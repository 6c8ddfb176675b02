// The search box and the filters of a list: loaded when a reader first turns to them. What is found stays in its place
// in the tree and the rest is hidden, so nothing is drawn anew, and the box keeps its focus and caret.
import { once } from "./core.js";

const modules = new Map();
const load = () =>
  once(modules, "search", async () => {
    const search = await import("./fact-check-search.js");
    await search.default();
    return search;
  });

/** How long the count waits before it is told, in milliseconds: not with every letter. */
const CALM = 400;

/** Brings the tools of a list to life. `name` is the dataset's id, by which a link to a view names it. */
export const attach = async ({ root, pack, name, lang, words }) => {
  const { Finder } = await load();
  return new Tools(root, new Finder(pack, lang, words), name);
};

class Tools {
  #root;
  #finder;
  #prefix;
  #input;
  #facets;
  #status;
  #chosen = document.createElement("div");
  #articles;
  #told = 0;
  #state = "";

  constructor(root, finder, name) {
    this.#root = root;
    this.#finder = finder;
    this.#prefix = `#fact-check:${name}?`;
    const tools = root.querySelector(".tools");
    this.#input = tools.querySelector("input");
    this.#facets = tools.querySelector(".facets");
    this.#status = tools.querySelector(".status");
    this.#articles = [...root.querySelectorAll("article")];
    const list = document.createElement("div");
    finder.drawFacets(list);
    this.#facets.append(...list.childNodes);
    this.#status.before(this.#chosen);
    this.#input.addEventListener("input", () => this.#update());
    this.#facets.addEventListener("change", () => this.#update());
    this.#chosen.addEventListener("click", (event) => this.#take(event.target.closest("button")));
    tools.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && event.target !== this.#input && this.#facets.open) {
        this.#facets.open = false;
        this.#facets.querySelector("summary").focus();
      }
    });
    this.fromLink();
    this.#update();
  }

  get #boxes() {
    return [...this.#facets.querySelectorAll('input[type="checkbox"]')];
  }

  get #sort() {
    return this.#facets.querySelector("select");
  }

  /** Takes the view over that the page's address names, if it names one of this dataset. */
  fromLink() {
    if (!location.hash.startsWith(this.#prefix)) return;
    const pairs = [...new URLSearchParams(location.hash.slice(this.#prefix.length))];
    const wanted = new Set(pairs.map(([name, value]) => `${name}\t${value}`));
    this.#input.value = pairs.find(([name]) => name === "q")?.[1] ?? "";
    this.#sort.value = pairs.find(([name]) => name === "sort")?.[1] ?? "";
    if (this.#sort.selectedIndex < 0) this.#sort.selectedIndex = 0;
    for (const box of this.#boxes) box.checked = wanted.has(this.#finder.value(Number(box.value)));
    if (this.#sort.selectedIndex > 0 || this.#boxes.some((it) => it.checked)) this.#facets.open = true;
    this.#update();
  }

  #pairs() {
    const pairs = [];
    const words = this.#input.value.replace(/\s+/g, " ").trim();
    if (words) pairs.push(["q", words]);
    for (const box of this.#boxes) {
      if (box.checked) pairs.push(this.#finder.value(Number(box.value)).split("\t"));
    }
    if (this.#sort.selectedIndex > 0) pairs.push(["sort", this.#sort.value]);
    return pairs;
  }

  #update() {
    const pairs = this.#pairs();
    const state = pairs.map((pair) => pair.join("\t")).join("\n");
    if (state === this.#state && this.#chosen.firstChild) return;
    this.#state = state;
    const found = this.#finder.find(state);
    this.#show(found);
    const counts = this.#finder.counts();
    for (const box of this.#boxes) {
      const count = counts[Number(box.value)];
      box.parentElement.querySelector(".count").textContent = count;
      box.parentElement.classList.toggle("none", count === 0 && !box.checked);
    }
    this.#finder.drawChosen(this.#chosen);
    this.#highlight();
    this.#link(pairs);
    clearTimeout(this.#told);
    const status = this.#finder.status();
    this.#told = setTimeout(() => {
      if (this.#status.textContent !== status) this.#status.textContent = status;
    }, this.#status.textContent ? CALM : 0);
  }

  /** Hides what was not found, and moves the rest only if its order is another. */
  #show(found) {
    const wanted = [...found].map((n) => this.#articles[n]);
    const shown = new Set(wanted);
    for (const article of this.#articles) article.hidden = !shown.has(article);
    const now = [...this.#root.querySelectorAll("article")].filter((it) => shown.has(it));
    if (now.some((it, i) => it !== wanted[i])) {
      const hidden = this.#articles.filter((it) => !shown.has(it));
      this.#root.querySelector(".tools").after(...wanted, ...hidden);
    }
  }

  /** Marks what was asked for in what was found, without a change to the tree. */
  #highlight() {
    if (!globalThis.Highlight) return;
    const name = "fact-check-found";
    const all = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, all);
    for (const range of this.#ranges ?? []) all.delete(range);
    this.#ranges = [];
    if (!this.#input.value.trim()) return;
    for (const article of this.#articles) {
      if (article.hidden) continue;
      const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const places = this.#finder.places(texts.currentNode.data);
        for (let i = 0; i < places.length; i += 2) {
          const range = document.createRange();
          range.setStart(texts.currentNode, places[i]);
          range.setEnd(texts.currentNode, places[i + 1]);
          this.#ranges.push(range);
          all.add(range);
        }
      }
    }
  }

  #ranges;

  /** Puts the view into the page's address, without a new entry in the history. */
  #link(pairs) {
    const { hash, pathname, search } = location;
    if (!pairs.length && !hash.startsWith(this.#prefix)) return;
    const link = pairs.length ? this.#prefix + new URLSearchParams(pairs) : pathname + search;
    if (link !== hash) history.replaceState(history.state, "", link);
  }

  /** Takes back what a button names; the focus goes to the next one, or to the box. */
  #take(button) {
    if (!button) return;
    const buttons = [...this.#chosen.querySelectorAll("button")];
    const at = buttons.indexOf(button);
    const checked = this.#boxes.filter((it) => it.checked);
    if (button.matches(".all")) {
      this.#input.value = "";
      this.#sort.selectedIndex = 0;
      for (const box of checked) box.checked = false;
    } else {
      checked[Number(button.value)].checked = false;
    }
    this.#update();
    (this.#chosen.querySelectorAll("button")[at] ?? this.#input).focus();
  }
}
