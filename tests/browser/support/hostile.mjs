// A dataset with every text field there is, each with markup that runs if anything ever takes it for markup.
const ATTACKS = [
  "<script>pwned=1</script>",
  "<img src=x onerror=pwned=1>",
  '"><svg onload=pwned=1>',
  "' onmouseover='pwned=1",
  '" onfocus="pwned=1" autofocus="',
  "</template></fact-check><script>pwned=1</script>",
  "</title></style></textarea><img src=x onerror=pwned=1>",
  "<!--><img src=x onerror=pwned=1>-->",
  "]]><script>pwned=1</script>",
  "&lt;script&gt;pwned=1&lt;/script&gt; &amp; &#60;b&#62;",
  "javascript:pwned=1",
  "{{constructor.constructor('pwned=1')()}} ${pwned=1} <%= pwned=1 %>",
  "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned=1>",
];

/** What is to be seen, and in which field it was put. */
export const WORDS = [];

/** Each field gets all the attacks, after its own name. */
const text = (field) => {
  const words = `${field}: ${ATTACKS.join(" ")}`;
  if (!WORDS.some((it) => it.field === field)) WORDS.push({ field, words });
  return words;
};

const url = (name) => `https://example.org/${name}?a=1&b=<script>pwned=1</script>"onmouseover="pwned=1"'#x`;

export function hostile() {
  const saying = (name) => ({
    text: text(`${name} text`),
    speaker: "a",
    date: "2020-01-01",
    language: "ru",
    wording: "verbatim",
    quality: "opinion",
    translations: { en: { text: text(`${name} translation`), by: text(`${name} translator`) } },
    said_in: [{ source: "s", quote: { exact: attack(), prefix: attack(), suffix: attack() } }],
  });
  return {
    id: "hostile",
    title: text("title"),
    description: text("description"),
    language: "en",
    publisher: { name: text("publisher"), url: url("publisher") },
    methodology: url("methodology"),
    corrections: url("corrections"),
    license: text("license"),
    people: { a: { name: text("name"), role: text("role") } },
    sources: {
      s: {
        title: text("source"), publisher: text("source publisher"), author: attack(), url: url("source"), kind: "press",
        derived_from: "t", archive: { url: url("archive"), date: "2021" },
      },
      t: { title: text("origin") },
    },
    claims: [
      {
        id: "claim",
        statement: { ...saying("statement"), summary: text("summary") },
        counter_statements: [{ relation: "denies", ...saying("counter"), sources: ["t"] }],
        verdicts: [{
          label: text("label"), scope: text("scope"), explanation: text("explanation"), by: text("by"), url: url("verdict"),
          confidence: text("confidence"), would_change: text("would change"), reasons: ["satire"], sources: ["s"],
        }],
        weight: "contested",
        response: { text: text("response"), date: "2020", source: "s" },
        history: [{ date: "2020", kind: "update", text: text("history") }],
        topics: [text("topic")],
        related: ["claim"],
      },
    ],
  };
}

/** Text that is nowhere shown as it is, such as the words of a quote, which become part of an address. */
const attack = () => ATTACKS.join(" ");
// Called once, so that the list of words is complete.
hostile();
