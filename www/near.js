// Elements wait until they near the viewport, or until the page is printed.
const waiting = new Map();
const near = (element) => {
  observer?.unobserve(element);
  waiting.get(element)?.();
  waiting.delete(element);
};
const observer = globalThis.IntersectionObserver && new IntersectionObserver(
  (entries) => entries.forEach((it) => it.isIntersecting && near(it.target)),
  { rootMargin: "200px" },
);
globalThis.addEventListener?.("beforeprint", () => [...waiting.keys()].forEach(near));

/** Calls when an element nears the viewport; at once if it is eager. */
export const whenNear = (element, isEager, call) => {
  waiting.set(element, call);
  isEager || !observer ? near(element) : observer.observe(element);
};

/** Waits no longer for an element. */
export const leave = (element) => {
  observer?.unobserve(element);
  waiting.delete(element);
};
