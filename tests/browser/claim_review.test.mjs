// Exported ClaimReview in a page, through the ClaimReview preset of structured-data-testing-tool.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import { structuredDataTest } from "structured-data-testing-tool";
import presets from "structured-data-testing-tool/presets.js";

const PAGE = "https://example.org/checks/bridge";
const preset = presets.Google.presets.find((it) => it.schema === "ClaimReview");

/** A dataset with one verdict; `verdict` changes it. */
const dataset = (verdict = {}) => ({
  id: "bridge",
  title: "The bridge",
  language: "en",
  publisher: { name: "The Harbour Desk", url: "https://example.org/" },
  methodology: "https://example.org/how",
  people: { miller: { name: "Ada Miller", same_as: ["https://people.example/ada"] } },
  sources: { gazette: { title: "Morning gazette", url: "https://gazette.example/morning" } },
  claims: [
    {
      id: "bridge",
      statement: {
        text: "The bridge was built in one night. </script><b>",
        speaker: "miller",
        date: "2015-09-19",
        said_in: ["gazette"],
      },
      verdicts: [
        {
          label: "Not so",
          rating: { value: 2, worst: 1, best: 5 },
          explanation: "The books show nine years.",
          url: PAGE,
          date: "2021-04-05",
          ...verdict,
        },
      ],
    },
  ],
});

const factcheck = (args, input) =>
  execFileSync(process.env.FACT_CHECK_CLI ?? "factcheck", args, {
    input: JSON.stringify(input),
    encoding: "utf8",
    // What is left out is told there.
    stdio: ["pipe", "pipe", "ignore"],
  });

/** What the preset says of a review in a page. */
async function results(review) {
  const html = `<!doctype html><title>The bridge</title><script type="application/ld+json">${review}</script>`;
  try {
    return await structuredDataTest(html, { presets: [preset] });
  } catch (error) {
    // It throws when a test fails.
    if (error.res) return error.res;
    throw error;
  }
}

const names = (tests) => tests.map((it) => `${it.test}: ${it.error?.message ?? ""}`);

for (const [what, change] of [
  ["with every field", {}],
  ["with words alone", { rating: undefined, explanation: undefined }],
  ["on a scale that runs downwards", { rating: { value: 5, worst: 6, best: 1 } }],
]) {
  test(`a review ${what} passes the preset`, async () => {
    const review = factcheck(["export", "-", "--to", "claim-review", "--page", PAGE], dataset(change));
    const { passed, failed, warnings, structuredData } = await results(review);
    assert.deepEqual(names(failed), []);
    assert.deepEqual(names(warnings), [], "nothing that is recommended is missing either");
    const ofPreset = passed.filter((it) => it.schema === "ClaimReview" && !it.autoDetected);
    assert.ok(ofPreset.length >= preset.tests.length, `${ofPreset.length} of ${preset.tests.length} passed`);
    const [found] = structuredData.jsonld.ClaimReview;
    assert.equal(found.claimReviewed, "The bridge was built in one night. </script><b>");
  });
}

test("the preset refuses what is no review", async () => {
  const { failed } = await results('{ "@context": "https://schema.org", "@type": "ClaimReview" }');
  assert.ok(failed.length > 0);
});
