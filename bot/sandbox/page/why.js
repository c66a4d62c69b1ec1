/** The panel that explains: tension along the conversation, what Aram found, what it did not, and why it spoke. */
import { h, icon, s } from "./dom.js";
import { number } from "./format.js";
import { t } from "./strings.js";

const WIDTH = 300;
const HEIGHT = 116;
const EDGE = 14;
const LABELS = 66;
const HIGHEST = 3;

/** Nodes for the answer of /sandbox/why; null where nobody has written yet. */
export function explanation(why) {
  if (!why?.turns?.length) return [h("p", { class: "quiet" }, icon("why"), h("span", {}, t("whyEmpty")))];
  const found = why.signals.filter((signal) => signal.verdict);
  const absent = why.signals.filter((signal) => !signal.verdict);
  return [
    verdict(why),
    h("h3", {}, t("tension")),
    line(why.turns),
    h("h3", {}, t("signals")),
    found.length ? signalList(found) : h("p", { class: "none" }, t("noSignals")),
    ...(absent.length ? [h("h3", { class: "muted" }, t("absent")), signalList(absent)] : []),
  ];
}

function verdict({ turns, decision }) {
  const { tension, alert } = turns.at(-1);
  return h("div", { class: `verdict level-${tension}` },
    h("div", { class: "verdict-head" },
      h("b", {}, t("now", { level: t("levels")[tension] })),
      alert ? h("span", { class: "spoke" }, icon("bot"), t("whispered")) : null),
    decision ? h("p", { dir: "auto" }, decision) : null);
}

/** Old to new in reading direction, calm at the bottom; a ring marks where Aram spoke. */
function line(turns) {
  const rtl = document.documentElement.dir === "rtl";
  const across = WIDTH - LABELS - 2 * EDGE;
  const step = turns.length > 1 ? across / (turns.length - 1) : 0;
  const mirrored = (x) => (rtl ? WIDTH - x : x);
  const points = turns.map((turn, at) => ({
    ...turn, x: mirrored(LABELS + EDGE + (turns.length > 1 ? at * step : across / 2)), y: height(turn.tension),
  }));
  return h("figure", { class: "tension" },
    s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img",
      "aria-label": t("tensionSays", { n: number(turns.length), level: t("levels")[turns.at(-1).tension] }) },
      t("levels").map((name, level) => [
        s("line", { class: "rule", x1: mirrored(LABELS), x2: mirrored(WIDTH), y1: height(level), y2: height(level) }),
        s("text", { class: `level level-${level}`, x: mirrored(LABELS - 8), y: height(level) + 4, "text-anchor": "end" }, name),
      ]),
      s("path", { class: "trace", d: points.map(({ x, y }, at) => `${at ? "L" : "M"}${x.toFixed(1)} ${y}`).join("") }),
      points.map(point)),
    h("ol", { class: "visually-hidden" },
      turns.map((turn) => h("li", { dir: "auto" }, `${turn.text}: ${t("levels")[turn.tension]}${turn.alert ? ` · ${t("whispered")}` : ""}`))));
}

function height(tension) {
  return HEIGHT - EDGE - (tension / HIGHEST) * (HEIGHT - 2 * EDGE);
}

function point({ x, y, tension, alert, text }) {
  return s("g", { class: `point level-${tension}` },
    s("title", {}, `${text}\n${t("levels")[tension]}${alert ? ` · ${t("whispered")}` : ""}`),
    alert ? s("circle", { class: "ring", cx: x, cy: y, r: 8 }) : null,
    s("circle", { class: "dot", cx: x, cy: y, r: 4 }));
}

function signalList(signals) {
  const most = Math.max(1, ...signals.map(({ weight }) => Math.abs(weight ?? 0)));
  return h("ul", { class: "signals" }, signals.map((signal) => signalItem(signal, most)));
}

function signalItem({ label, verdict: found, words, weight }, most) {
  const quoted = [words ?? []].flat().filter(Boolean).join("، ");
  const bar = h("span", { class: "bar", "aria-hidden": "true" }, h("span", { class: weight < 0 ? "less" : "" }));
  bar.firstChild.style.width = `${(Math.abs(weight ?? 0) / most) * 100}%`;
  return h("li", { class: found ? "found" : "absent" },
    h("span", { class: "label", dir: "auto" }, label),
    found ? h("span", { class: "weight" }, h("span", { class: "visually-hidden" }, t("weight")), h("bdi", {}, number(weight ?? 0, 2))) : null,
    quoted ? h("q", { dir: "auto" }, quoted) : null,
    found ? bar : null);
}
