/** Ready conversations: choose one and a pace, watch it play, stop it anywhere and go on by hand. */
import { h, icon } from "./dom.js";
import { number } from "./format.js";
import { recall, remember } from "./preferences.js";
import { t } from "./strings.js";

/** Seconds between two messages. */
const PACES = { slow: 6, normal: 3, fast: 1 };

/** The panel's content; onPlay(sample id, seconds per turn). */
export function sampleList(samples, playing, { onPlay }) {
  return [
    paceChoice(),
    samples.length
      ? h("ul", { class: "sample-list" }, samples.map((sample) => sampleItem(sample, playing?.sample === sample.id, onPlay)))
      : h("p", { class: "quiet" }, t("noSamples")),
  ];
}

function paceChoice() {
  const chosen = pace();
  return h("fieldset", { class: "pace" },
    h("legend", {}, t("pace")),
    Object.keys(PACES).map((name) => h("label", {},
      h("input", { type: "radio", name: "pace", value: name, checked: name === chosen, onchange: () => remember("pace", name) }),
      h("span", {}, t(name)))));
}

function pace() {
  const kept = recall("pace", "normal");
  return kept in PACES ? kept : "normal";
}

function sampleItem({ id, title, note, turns }, current, onPlay) {
  const seconds = () => PACES[document.querySelector("[name=pace]:checked")?.value ?? pace()];
  return h("li", { class: current ? "current" : "" },
    h("button", { type: "button", "aria-label": t("play", { title }), data: { sample: id }, "aria-current": current ? "true" : null,
      onclick: () => onPlay(id, seconds()) },
      h("span", { class: "play-mark" }, icon("play")),
      h("span", { class: "sample-words" },
        h("b", { dir: "auto" }, title), h("small", {}, t("turns", { n: number(turns) })), h("span", { dir: "auto" }, note))));
}

/** The bar that shows while a sample plays. */
export function playingBar({ title, turn, turns }, onStop) {
  const done = h("span", { class: "progress", "aria-hidden": "true" }, h("span"));
  done.firstChild.style.width = `${(turn / Math.max(1, turns)) * 100}%`;
  return [
    h("span", { class: "playing-words" }, h("b", { dir: "auto" }, t("playing", { title })),
      h("span", {}, t("progress", { turn: number(turn), turns: number(turns) }))),
    done,
    h("button", { type: "button", class: "stop", onclick: onStop }, icon("stop"), h("span", {}, t("stop"))),
  ];
}
