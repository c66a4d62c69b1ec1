/** Numbers, clock and calendar as the reader expects them: Persian digits, Tehran time, Jalali dates. */

const ZONE = "Asia/Tehran";
const made = new Map();

function cached(kind, make) {
  const key = `${document.documentElement.lang} ${kind}`;
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
}

const persian = () => document.documentElement.lang === "fa";
const locale = () => (persian() ? "fa-IR" : "en-GB");

export function number(value, decimals = 0) {
  const options = { maximumFractionDigits: decimals };
  return cached(`number ${decimals}`, () => new Intl.NumberFormat(locale(), options)).format(value);
}

export function clock(unix) {
  const options = { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: ZONE };
  return cached("clock", () => new Intl.DateTimeFormat(locale(), options)).format(unix * 1000);
}

export function day(unix) {
  const calendar = persian() ? "fa-IR-u-ca-persian" : "en-GB";
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: ZONE };
  return cached("day", () => new Intl.DateTimeFormat(calendar, options)).format(unix * 1000);
}
