// Registers <fact-check> and upgrades what stands for it: the file that pages load.
import { FactCheckElement, upgrade } from "./fact-check-element.js";

// Of several copies on a page the first wins.
if (!customElements.get("fact-check")) {
  customElements.define("fact-check", FactCheckElement);
  upgrade();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgrade());
}

export { FactCheckElement, upgrade };
