/** The page's words, numbers and dates in the reader's language; the server sends the words at the sign-in. */

let told = { words: {}, choices: {}, language: "fa", direction: "rtl", timezone: undefined };

/** Speak with what the sign-in gave. */
export function learn(session) {
  told = session;
  document.documentElement.lang = session.language;
  document.documentElement.dir = session.direction;
}

/** The words for a name, with values in their places. */
export function t(name, values = {}) {
  const words = told.words[name] ?? name;
  return words.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? shown(values[key]) : whole));
}

function shown(value) {
  return typeof value === "number" ? number(value) : String(value);
}

export function number(value) {
  return value.toLocaleString(told.language === "fa" ? "fa-IR" : "en", { useGrouping: false });
}

/** «۱ آذر ۱۴۰۵، ۱۲:۳۰» or “22 Nov 2026, 12:30”, by the shop's clock. */
export function when(seconds) {
  const locale = told.language === "fa" ? "fa-IR-u-ca-persian" : "en-GB";
  return new Date(seconds * 1000).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short", timeZone: told.timezone });
}

/** What can be chosen for a field: [{value, label}]. */
export function choices(name) {
  return told.choices[name] ?? [];
}

export function label(name, value) {
  return choices(name).find((choice) => choice.value === value)?.label ?? value;
}

export function me() {
  return told;
}
