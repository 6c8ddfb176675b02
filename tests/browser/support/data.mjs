// The datasets of the tests: the bundled one as it was built, and a small one of our own.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DIST } from "./scenario.mjs";

/** The bundled dataset, as its file. */
export const bundled = JSON.parse(readFileSync(join(DIST, "belarus-base.json"), "utf8"));
export const bundledPack = readFileSync(join(DIST, "belarus-base.pack"));

/** A small dataset, with changes: each of them is called with it. */
export function moon(...changes) {
  const dataset = {
    id: "moon",
    title: "The moon",
    language: "en",
    people: { miller: { name: "A miller" } },
    sources: { almanac: { title: "An imaginary almanac", kind: "book" } },
    claims: [
      {
        id: "cheese",
        statement: {
          text: "Der Mond besteht aus Käse.",
          summary: "What the moon is made of",
          speaker: "miller",
          language: "de",
          translations: { en: { text: "The moon is made of cheese." }, ru: { text: "Луна сделана из сыра." } },
          said_in: ["almanac"],
        },
        counter_statements: [{ relation: "contradicts", text: "It is made of rock.", sources: ["almanac"] }],
        weight: "refuted",
      },
      { id: "far", statement: { text: "It is far away." } },
    ],
  };
  for (const change of changes) change(dataset);
  return dataset;
}

export const moonJson = JSON.stringify(moon());

/** What the command line prints; `input` is a dataset that it reads as `-`. */
export const factcheck = (args, input) =>
  execFileSync(process.env.FACT_CHECK_CLI ?? "factcheck", args, {
    input: input && JSON.stringify(input),
    maxBuffer: 1 << 26,
  });
