// axe-core in a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong, a line each, in the words of axe. It looks into open shadow roots. */
export async function violations(page, more = {}) {
  // Off by default in axe, since it is new in WCAG 2.2.
  const rules = { "target-size": { enabled: true }, ...more };
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"], rules });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.flat().join(" >> ")}: ${node.failureSummary.replace(/\s+/g, " ")}`));
  }, rules);
}
