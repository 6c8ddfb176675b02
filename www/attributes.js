// The attributes of the element, and the properties that go with them.

/** Attributes with a fixed set of values; the first is the default. */
export const CHOICES = {
  theme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  "heading-level": ["2", "1", "3", "4", "5", "6"],
};
/** All of them. */
export const ATTRIBUTES = ["src", "claim", "lang", "ui-lang", ...Object.keys(CHOICES)];

/** The property of an attribute. */
export function property(attribute) {
  return attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
