// Words to whoever builds the page.
const told = new Set();

/** Says a thing once a page. */
export const tellOnce = (message) => {
  if (!told.has(message)) console.warn(message);
  told.add(message);
};
