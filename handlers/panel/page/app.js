/** Where the page's parts meet: the sign-in, then the list, a file's form, or a history. */
import * as ask from "./ask.js";
import { Editor } from "./editor.js";
import { h, icon, iconButton } from "./dom.js";
import { History } from "./history.js";
import { List } from "./list.js";
import { backButton, dress, ready } from "./telegram.js";
import { learn, t } from "./words.js";

const top = document.getElementById("top");
const main = document.getElementById("main");
const way = []; // the screens behind this one
let screen = null;

const app = {
  go: (place) => {
    if (screen) way.push(screen.place);
    show(place);
  },
  lost: (refusal) => turnedAway(refusal),
};

function made([name, what]) {
  if (name === "file") return new Editor(app, what);
  if (name === "history") return new History(app, what || null);
  return new List(app);
}

async function show(place) {
  screen?.view.leave?.();
  const view = made(place);
  screen = { place, view };
  remember(place);
  main.replaceChildren(view.element);
  scrollTo(0, 0);
  drawTop();
  backButton(way.length ? back : null);
  await view.load();
  if (screen?.view === view) drawTop();
}

function back() {
  show(way.pop() ?? ["list", ""]);
}

function drawTop() {
  const { view, place } = screen;
  top.replaceChildren(
    ...(place[0] === "list" ? [h("img", { src: "page/mark.svg", alt: "", width: "32", height: "32" })]
      : [iconButton("back", t("back"), { class: "back", onclick: back })]),
    h("h1", { dir: "auto" }, view.title));
  document.title = view.title;
}

function turnedAway({ told, message }) {
  screen?.view.leave?.();
  screen = null;
  if (told.language) learn({ ...told, words: {}, choices: {} });
  top.replaceChildren(h("img", { src: "page/mark.svg", alt: "", width: "32", height: "32" }));
  main.replaceChildren(h("section", { class: "turned-away", data: { reason: told.reason } }, icon("lock"),
    h("p", { role: "alert" }, message || "ارتباط برقرار نشد. اینترنت را ببینید و صفحه را دوباره باز کنید.")));
  backButton(null);
  ready();
}

// A reload comes back to the same screen.

const PLACE = "aram-place";

function remember(place) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify([way, place]));
  } catch {
    // the list is a good place to begin, too
  }
}

function remembered() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) ?? [[], ["list", ""]];
  } catch {
    return [[], ["list", ""]];
  }
}

async function begin() {
  dress();
  try {
    learn(await ask.signIn());
  } catch (refusal) {
    turnedAway(refusal);
    return;
  }
  const [before, place] = remembered();
  way.push(...before);
  ready();
  await show(place);
}

begin();
