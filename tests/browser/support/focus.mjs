// What can be focused, and what is; run in the page, in every engine.

/** The names of everything that the Tab key should reach inside the first widget, in the order of the tree. */
export const focusables = () => {
  const { shadowRoot } = document.querySelector("fact-check");
  const all = shadowRoot.querySelectorAll("a[href], button, input, select, textarea, summary");
  return [...all].filter((it) => it.checkVisibility()).map((it) => `${it.localName} ${it.textContent.trim() || it.ariaLabel || ""}`.slice(0, 60));
};

/** What is focused, whether it is in view, and whether that is to be seen. */
export const focused = () => {
  const inside = document.activeElement.shadowRoot?.activeElement;
  const it = inside ?? document.activeElement;
  const { top, bottom } = it.getBoundingClientRect();
  const style = getComputedStyle(it);
  return {
    name: inside ? `${it.localName} ${it.textContent.trim() || it.ariaLabel || ""}`.slice(0, 60) : it.textContent,
    isSeen: bottom > 0 && top < innerHeight,
    isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
  };
};
