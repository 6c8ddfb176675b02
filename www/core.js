// Loads the wasm, the style sheet and datasets: once each, when first needed. A failed attempt is forgotten,
// so that the next element tries again.

/** Remembers a promise by key until it fails. */
export const once = (cache, key, make) => {
  if (!cache.has(key)) {
    const promise = make();
    cache.set(key, promise);
    promise.catch(() => cache.delete(key));
  }
  return cache.get(key);
};

const modules = new Map();
const datasets = new Map();

/** The core module, the style sheet and the English texts. */
export const loadCore = () =>
  once(modules, "core", async () => {
    const [core, base] = await Promise.all([
      import("./fact-check-core.js"),
      import("./fact-check-base.js"),
    ]);
    await core.default();
    return { FactCheck: core.FactCheck, ...base };
  });

/** Lets every later use of the core fail with this error. */
export const abandonCore = (error) => {
  const failed = Promise.reject(error);
  failed.catch(() => {});
  modules.set("core", failed);
  datasets.clear();
};

const loadReader = () =>
  once(modules, "reader", async () => {
    const reader = await import("./fact-check-reader.js");
    await reader.default();
    return reader;
  });

/** The packs that datasets were made of, to check records against their hashes. */
const packs = new WeakMap();

const fromPack = async (pack) => {
  const dataset = new (await loadCore()).FactCheck(pack);
  packs.set(dataset, pack);
  const [id, language, claims] = dataset.about.split(" ");
  return Object.assign(dataset, { id, language, claimCount: Number(claims) });
};

/** Whether a claim of a dataset has the hash that was published with it; undefined if that cannot be told. */
export const hasHash = async (dataset, claim, hash) => {
  const pack = packs.get(dataset);
  if (!pack) return undefined;
  const module = await once(modules, "identity", async () => {
    const identity = await import("./fact-check-identity.js");
    await identity.default();
    return identity;
  });
  const hashes = module.claimHashes(pack).split("\n");
  return hashes.length > 1 ? hashes.includes(`${claim} ${hash}`) : undefined;
};

/** The pack that a dataset was made of. */
export const packOf = (dataset) => packs.get(dataset);

const fromBytes = async (bytes) => {
  const isPack = String.fromCharCode(...bytes.subarray(0, 8)) === "factpack";
  return fromPack(isPack ? bytes : (await loadReader()).packBytes(bytes));
};

/** The content of a file. */
export const fetchBytes = async (url) => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answers ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** The dataset that this build of the widget carries. */
export const bundled = () =>
  once(datasets, "", async () => {
    const pack = (await loadCore()).FactCheck.bundledPack();
    if (!pack.length) throw new Error("this build of the widget carries no dataset; name one with src");
    return fromPack(pack);
  });

/** The dataset at an address, JSON or pack; elements with the same address share it. */
export const fromUrl = (url) =>
  once(datasets, url, async () => {
    loadCore().catch(() => {}); // Starts beside the data; whoever needs it hears of the failure.
    return fromBytes(await fetchBytes(url));
  });

/** A dataset in a string of JSON. */
export const fromText = (text) => fromBytes(new TextEncoder().encode(text));

/** A dataset as plain objects. */
export const fromObject = async (data) => fromPack((await loadReader()).packValue(data));
