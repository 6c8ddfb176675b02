// For pages whose editor strips unknown elements: a quotation with a class becomes the element.
import { ATTRIBUTES } from "./attributes.js";

/**
 * Puts an element around every `blockquote` and `div` of class `fact-check`, for pages whose editor strips
 * unknown elements. Its `data-` attributes become the element's; it stays inside, as the fallback.
 */
export function upgrade(root = document) {
  for (const quote of root.querySelectorAll("blockquote.fact-check, div.fact-check")) {
    if (quote.parentElement?.localName === "fact-check") continue;
    const element = document.createElement("fact-check");
    for (const name of ATTRIBUTES) {
      const value = quote.getAttribute(`data-${name}`);
      if (value !== null) element.setAttribute(name, value);
    }
    quote.replaceWith(element);
    element.append(quote);
  }
}
