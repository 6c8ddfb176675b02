// What every page writes down from before its first script on: `window.seen`. Runs in the browser.

/** Given to the browser as text, so it uses nothing from outside of itself. */
export function record() {
  const seen = { events: [], violations: [], shifts: [], storage: [], wasm: 0 };
  window.seen = seen;
  // The elements that have drawn, or failed to.
  window.settled = new WeakSet();

  for (const type of ["load", "error", "select"]) {
    addEventListener(`fact-check-${type}`, (event) => {
      settled.add(event.composedPath()[0]);
      const { attribute, message, dataset, claims, claim } = event.detail;
      const detail = JSON.parse(JSON.stringify({ attribute, message, dataset, claims, claim }));
      const { bubbles, composed, cancelable } = event;
      const frozen = Object.isFrozen(event.detail);
      seen.events.push({ type, id: event.target.id, bubbles, composed, cancelable, frozen, detail });
    });
  }
  addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // Less than this is a line that was painted while the parser stood in the middle of it.
      if (entry.value < 0.0001) continue;
      const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
        `${node?.nodeName}.${node?.className}: ${[from.x, from.y, from.width, from.height]} to ${[to.x, to.y, to.width, to.height]}`);
      seen.shifts.push(`${entry.value.toFixed(4)}: ${moved.join("; ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      seen.wasm++;
      return made;
    };
  }

  const watch = (object, name) => {
    const original = Object.getOwnPropertyDescriptor(object, name);
    if (!original) throw new Error(`${name} is not where it is watched`);
    const note = (method) => original[method] && function (...args) {
      seen.storage.push(name);
      return original[method].apply(this, args);
    };
    Object.defineProperty(object, name, { ...original, get: note("get"), set: note("set") });
  };
  for (const name of ["localStorage", "sessionStorage", "indexedDB"]) watch(window, name);
  // Only a page that counts as secure has caches.
  if ("caches" in window) watch(window, "caches");
  watch(Document.prototype, "cookie");
}
