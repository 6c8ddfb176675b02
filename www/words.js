// The language of the interface: which one, and its texts.
import { fetchBytes, once } from "./core.js";
import { tellOnce } from "./tell.js";

/** All of them; the first is in the core, each other in a file of its own. */
const LANGUAGES = "en ar be de es fr hi it pl pt ru tr uk zh".split(" ");
const [ENGLISH] = LANGUAGES;

/** The language of a tag, whatever its region; undefined where the interface does not speak it. */
const spoken = (tag) => LANGUAGES.find((it) => it === tag?.split("-")[0].toLowerCase());

/** The language that an element asks for by `ui-lang`, if the interface speaks it. A reader's own is no mistake. */
const asked = (element) => {
  const given = element.getAttribute("ui-lang");
  const language = spoken(given === "auto" ? navigator.language : given);
  if (given !== null && given !== "auto" && !language) {
    tellOnce(`fact-check: ui-lang="${given}" is not one of auto, ${LANGUAGES.join(", ")}; it counts as absent`);
  }
  return language;
};

const texts = new Map();
const load = (language, name) =>
  once(texts, name, async () => {
    const url = new URL(`./fact-check-words/${name}.txt`, import.meta.url);
    const text = new TextDecoder().decode(await fetchBytes(url));
    // Some servers answer every address with a page.
    if (!text.startsWith(`${language}\n`)) throw new Error("the server answers something else");
    return text;
  });

/** The interface texts in a language; none, which stands for English, for English and when they cannot be had. */
export const wordsIn = async (language, name = language) => {
  if (language === ENGLISH) return undefined;
  return load(language, name).catch((error) =>
    tellOnce(`fact-check: no interface texts in "${language}": ${error.message}; English is used`));
};

/** The texts for what a reader takes away, likewise. Their first line is not one of them: it names the language. */
export const takeWordsIn = async (language) =>
  (await wordsIn(language, `${language}-extras`))?.slice(language.length + 1);

/**
 * The language of an element's interface, and whether it was asked for as such. Without the dataset's language it
 * may not be known yet.
 */
export const languageOf = (element, dataset) => {
  const own = asked(element);
  const language = own ?? spoken(element.lang) ?? (dataset && (spoken(dataset.language) ?? ENGLISH));
  return { language, isAsked: own !== undefined };
};
