/** Where the page's parts meet: the world as the sandbox tells it, the phones, the panels, the switches. */
import * as api from "./api.js";
import { h, icon, iconButton } from "./dom.js";
import { badge } from "./message.js";
import { Phone } from "./phone.js";
import { closeMenu, toast } from "./popups.js";
import { recall, remember, switchLanguage, switchTheme } from "./preferences.js";
import { playingBar, sampleList } from "./samples.js";
import { t } from "./strings.js";
import { explanation } from "./why.js";

const ROLES = ["customer", "seller", "manager"];
const PARTS = [["customer", "person"], ["seller", "shop"], ["manager", "manager"], ["why", "why"], ["samples", "samples"]];
const $ = (id) => document.getElementById(id);

const phones = new Map();
let world = null;
let greeting = null; // a new customer's phone takes the focus when it is ready
let view = recall("view", "customer");

/** Wait for an action; a refusal becomes a toast and null. */
async function guard(action) {
  try {
    return await action;
  } catch (refusal) {
    toast(refusal.message || t("unreachable"), { kind: "bad" });
    return null;
  }
}

function announce(words) {
  $("announcer").append(h("p", {}, words));
  while ($("announcer").children.length > 5) $("announcer").firstChild.remove();
}

// Refreshing. Each phone fetches one at a time; news that come meanwhile cause one more round.

const rounds = new Map();

async function once(name, refresh) {
  if (rounds.has(name)) {
    rounds.set(name, true);
    return;
  }
  do {
    rounds.set(name, false);
    await refresh().catch(() => {}); // the stream says when the sandbox is back
  } while (rounds.get(name));
  rounds.delete(name);
}

const refreshWorld = () => once("world", async () => {
  world = await api.world();
  settlePhones();
  drawSamples();
});

const refreshPhone = (phone) => once(`phone ${phone.user.id}`, async () => {
  const state = await api.phone(phone.user.id);
  if (phones.get(phone.role) === phone) phone.update({ ...state, chats: arrange(phone, state.chats) });
  if (greeting === phone.user.id) {
    greeting = null;
    phone.focusComposer();
  }
  drawSwitches();
});

/** Chats in a steady order, the newest comer first, the bot's last; expected ones are there before they begin. */
function arrange(phone, chats) {
  const missing = expected(phone.role).filter(({ id }) => !chats.some((chat) => chat.id === id));
  const all = [...missing.map((chat) => ({ unread: 0, can_write: true, messages: [], ...chat })), ...chats];
  for (const { id } of [...all].reverse()) if (!phone.order.includes(id)) phone.order.push(id);
  const rank = ({ id, kind }) => (kind === "bot" ? Infinity : -phone.order.indexOf(id));
  return all.sort((a, b) => rank(a) - rank(b));
}

function expected(role) {
  const person = (other) => world.phones.filter((phone) => phone.role === other)
    .map(({ user }) => ({ id: user.id, title: user.name, kind: "person" }));
  const bot = { id: world.bot.id, title: world.bot.name, kind: "bot" };
  return { customer: person("seller"), seller: [...person("customer"), bot], manager: [bot] }[role];
}

const refreshWhy = () => once("why", async () => {
  const seller = phones.get("seller");
  const customer = seller?.partner ?? phones.get("customer")?.user.id;
  if (!seller || !customer) return;
  const { why } = await api.why(seller.user.id, customer);
  $("why-body").replaceChildren(...explanation(why));
});

function settlePhones() {
  const before = phones.get("customer")?.user.id;
  for (const role of ROLES) {
    const user = world.phones.find((phone) => phone.role === role)?.user;
    const known = phones.get(role);
    if (known && known.user.id === user?.id) continue;
    phones.delete(role);
    const place = $(`place-${role}`);
    place.hidden = !user;
    if (!user) continue;
    const phone = new Phone({ role, user, guard, announce, onShown: refreshWhy });
    phones.set(role, phone);
    place.replaceChildren(phone.element);
    refreshPhone(phone).then(refreshWhy);
  }
  const seller = phones.get("seller");
  if (seller && before !== phones.get("customer")?.user.id) refreshPhone(seller).then(refreshWhy);
  drawSwitches();
}

// Drawing what is not a phone.

function drawSamples() {
  const focused = document.activeElement?.dataset?.sample;
  $("samples-body").replaceChildren(...sampleList(world.samples, world.playing, { onPlay: play }));
  if (focused) $("samples-body").querySelector(`[data-sample="${CSS.escape(focused)}"]`)?.focus();
  const bar = $("playing");
  const stopping = bar.contains(document.activeElement);
  bar.hidden = !world.playing;
  bar.replaceChildren(...(world.playing ? playingBar(world.playing, () => guard(api.stop())) : []));
  if (stopping) bar.querySelector("button")?.focus();
}

async function play(sample, pace) {
  if (!(await guard(api.play(sample, pace)))) return;
  if (view === "samples" || view === "manager") show("customer");
}

async function newCustomer() {
  const made = await guard(api.newCustomer());
  if (!made) return;
  greeting = made.user.id;
  show("customer");
  refreshWorld();
}

function show(part) {
  view = part;
  remember("view", part);
  document.body.dataset.view = part;
  drawSwitches();
  for (const phone of phones.values()) {
    for (const chat of phone.chats.values()) if (chat.visible) chat.toEnd();
    phone.markRead();
  }
}

function drawSwitches() {
  const focused = document.activeElement?.dataset?.part;
  $("switcher").replaceChildren(...PARTS.map(([part, name]) => switchButton(part, name)));
  if (focused) $("switcher").querySelector(`[data-part="${focused}"]`)?.focus();
  const manager = view === "manager";
  $("pair-customer").setAttribute("aria-pressed", String(!manager));
  $("pair-manager").setAttribute("aria-pressed", String(manager));
  const count = badge(manager ? 0 : phones.get("manager")?.unread);
  $("pair-manager").replaceChildren(h("span", {}, t("pairManager")), ...(count ? [count] : []));
}

function switchButton(part, name) {
  const words = { why: t("why"), samples: t("samplesTab") }[part] ?? t(part);
  return h("button", { type: "button", data: { part }, "aria-current": view === part ? "true" : null, onclick: () => show(part) },
    icon(name), h("span", {}, words), view === part ? null : badge(phones.get(part)?.unread));
}

/** Everything that carries words of our own; drawn anew when the language changes. */
function drawFrame() {
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-words]")) element.textContent = t(element.dataset.words);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", t(element.dataset.name));
  $("top-actions").replaceChildren(
    h("button", { type: "button", id: "new-customer", "aria-label": t("newCustomer"), onclick: newCustomer },
      icon("personAdd"), h("span", {}, t("newCustomer"))),
    h("button", { type: "button", id: "language", "aria-label": t("switchLanguage"), onclick: changeLanguage },
      icon("language"), h("span", {}, t("otherLanguage"))),
    themeButton());
}

function themeButton() {
  const dark = document.documentElement.dataset.theme === "dark";
  return iconButton(dark ? "sun" : "moon", t(dark ? "toLight" : "toDark"), { id: "theme", onclick: () => {
    switchTheme();
    $("theme").replaceWith(themeButton());
    $("theme").focus();
  } });
}

function changeLanguage() {
  switchLanguage();
  phones.clear();
  drawFrame();
  $("language").focus();
  $("why-body").replaceChildren();
  if (world) settlePhones();
  if (world) drawSamples();
}

function online(connected) {
  $("offline").hidden = connected;
  $("offline").textContent = connected ? "" : t("offline");
}

drawFrame();
show(view);
$("pair-customer").addEventListener("click", () => show("customer"));
$("pair-manager").addEventListener("click", () => show("manager"));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closeMenu({ refocus: true });
});
document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.markRead()));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => $("theme").replaceWith(themeButton()));
window.addEventListener("resize", () => phones.forEach((phone) => phone.markRead()));

api.follow({
  onUp: async () => {
    online(true);
    await refreshWorld();
    await Promise.all([...phones.values()].map(refreshPhone));
    refreshWhy();
  },
  onDown: () => online(false),
  onWorld: refreshWorld,
  onChanged: (users) => {
    const touched = [...phones.values()].filter((phone) => users.includes(phone.user.id));
    Promise.all(touched.map(refreshPhone)).then(refreshWhy);
  },
});
