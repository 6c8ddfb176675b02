// The timeline, and what readers take away of a claim: link, citation, code, picture, report. Loaded when a reader opens
// the disclosure of one of them.
import { once } from "./core.js";

const modules = new Map();
const load = () =>
  once(modules, "extras", async () => {
    const extras = await import("./fact-check-extras-core.js");
    await extras.default();
    return extras;
  });

/** Makes what fills the disclosures of a tree. `words` are the interface texts. */
export const attach = async ({ root, pack, lang, words, src }) => {
  const { Extras, Part } = await load();
  return new Filler(root, new Extras(pack, lang ?? "", words), Part, src);
};

/** The address of the page, without what it names in itself. */
const page = () => location.href.split("#")[0];

/** The script that a page needs to show claims. */
const SCRIPT = new URL("./fact-check.js", import.meta.url).href;

/** How much wider or narrower a timeline has to become to be drawn anew, in CSS pixels. */
const STEP = 40;

class Filler {
  #root;
  #extras;
  #part;
  #src;

  constructor(root, extras, part, src) {
    this.#root = root;
    this.#extras = extras;
    this.#part = part;
    this.#src = src;
  }

  /** A text about a claim. */
  #text(name, claim, more = "") {
    return this.#extras.text(this.#part[name], claim, page(), `${more}`);
  }

  /** Draws the timeline for the width that it has, and anew when that changes, but not under a reader's focus. */
  fillTimeline(details) {
    if (this.#watched === details) return;
    this.#watched = details;
    let drawn;
    const draw = () => {
      const width = Math.floor(details.clientWidth);
      if (!details.open || !width || Math.abs(width - drawn) < STEP) return;
      const before = details.querySelector(":scope > .timeline-parts");
      if (before?.contains(this.#root.activeElement)) return;
      drawn = width;
      const fresh = details.ownerDocument.createElement("div");
      this.#extras.drawTimeline(fresh, width);
      before?.remove();
      details.append(...fresh.childNodes);
    };
    draw();
    new ResizeObserver(draw).observe(details);
  }

  #watched;

  /** Fills the disclosure of a claim, once. */
  fill(details, claim) {
    if (details.querySelector(".take-parts")) return;
    const fresh = details.ownerDocument.createElement("div");
    this.#extras.draw(fresh, claim, page(), this.#src !== null);
    const parts = fresh.firstChild;
    const field = (name) => parts.querySelector(`textarea[name="${name}"]`);
    const put = (name, text) => {
      const area = field(name);
      if (area) area.value = text;
    };
    const format = parts.querySelector("select");
    const cite = () => {
      put("cite", this.#text("Citation", claim, format.value));
      // Code runs from left to right in every language.
      field("cite").dir = Number(format.value) > 1 ? "ltr" : "auto";
    };
    format.addEventListener("change", cite);
    cite();
    if (this.#src !== null) {
      put("embed", this.#text("Code", claim, `${SCRIPT}\n${this.#src ?? ""}`));
      field("embed").dir = "ltr";
    }
    this.#picture(parts, claim);
    this.#report(details, parts, claim, put);
    parts.addEventListener("click", (event) => this.#copy(parts, claim, event.target.closest("button")));
    details.append(parts);
  }

  /** A preview, where the page allows pictures of this kind, and the file. */
  #picture(parts, claim) {
    const address = `data:image/svg+xml,${encodeURIComponent(this.#text("Picture", claim))}`;
    const image = parts.ownerDocument.createElement("img");
    image.addEventListener("error", () => image.remove());
    Object.assign(image, { src: address, alt: this.#text("Description", claim), width: 1200, height: 630 });
    parts.querySelector(".picture").append(image);
    Object.assign(parts.querySelector(".download"), { href: address, download: `${claim}.svg` });
  }

  /** Keeps the report up to date with the words that the reader selects in the card. */
  #report(details, parts, claim, put) {
    const link = parts.querySelector("a.report");
    if (!link) return;
    const card = details.closest("article");
    const document = details.ownerDocument;
    let words = "";
    const update = () => {
      link.setAttribute("href", this.#text("ReportTo", claim, words));
      put("report", this.#text("Report", claim, words));
    };
    const selected = () => {
      if (!card.isConnected) return document.removeEventListener("selectionchange", selected);
      const range = details.open && selection(this.#root);
      // A click into the disclosure itself, on the link for one, takes nothing back.
      if (!range || details.contains(range.startContainer)) return;
      const isInside = card.contains(range.startContainer) && card.contains(range.endContainer);
      const text = isInside ? range.toString() : "";
      if (text === words) return;
      words = text;
      update();
    };
    document.addEventListener("selectionchange", selected);
    link.addEventListener("pointerdown", selected);
    selected();
    update();
  }

  /** Copies what a button stands for; where the browser refuses, selects it. */
  async #copy(parts, claim, button) {
    if (!button) return;
    const area = parts.querySelector(`textarea[name="${button.value}"]`);
    const link = parts.querySelector(".permalink");
    const say = (text) => {
      // To be told, and to be seen beside the button.
      parts.querySelector("[role=status]").textContent = text;
      for (const acts of parts.querySelectorAll(".acts")) delete acts.dataset.said;
      if (text) button.parentElement.dataset.said = text;
    };
    // The same words a second time would not be told.
    say("");
    try {
      await navigator.clipboard.writeText(area ? area.value : link.href);
      say(this.#text("Copied", claim));
    } catch {
      if (area) {
        area.focus();
        area.select();
      } else {
        getSelection().selectAllChildren(link);
      }
      say(this.#text("Selected", claim));
    }
  }
}

/** The selection inside a shadow root, as a range: engines differ in where they let it be seen. */
function selection(root) {
  const whole = root.ownerDocument.getSelection();
  if (!whole) return null;
  const range = document.createRange();
  let composed;
  try {
    [composed] = whole.getComposedRanges({ shadowRoots: [root] });
  } catch {
    // It is missing, or of an older form.
  }
  if (composed) {
    range.setStart(composed.startContainer, composed.startOffset);
    range.setEnd(composed.endContainer, composed.endOffset);
    return range;
  }
  const inside = root.getSelection?.() ?? whole;
  return inside.rangeCount ? inside.getRangeAt(0) : null;
}
