/** One phone: its chats, which of them shows, and the notice that slides in when another one has news. */
import * as api from "./api.js";
import { Chat, avatar, summary } from "./chat.js";
import { h, icon, named } from "./dom.js";
import { clock } from "./format.js";
import { badge } from "./message.js";
import { t } from "./strings.js";

const NOTICE_MS = 7000;
const ROLE_ICONS = { customer: "person", seller: "shop", manager: "manager" };

export class Phone {
  /** `guard` shows refusals, `announce` speaks to screen readers, `onShown` hears that another chat shows. */
  constructor({ role, user, guard, announce, onShown }) {
    Object.assign(this, { role, user, guard, announce, onShown });
    this.chats = new Map();
    this.order = []; // chats by their coming, so that tabs keep their places
    this.name = t("phoneOf", { role: t(role) });
    this.tabs = h("nav", { class: "tabs", "aria-label": t("chats"), hidden: true });
    this.panes = h("div", { class: "panes" }, h("p", { class: "loading" }, t("loading")));
    this.notice = h("div", { class: "notice", hidden: true });
    this.time = h("span", {});
    this.element = h("section", { class: "phone", data: { role }, "aria-label": this.name },
      h("h2", { class: "phone-label" }, icon(ROLE_ICONS[role]), h("span", {}, this.name), h("small", {}, named(user.name))),
      h("div", { class: "device" },
        h("div", { class: "status-bar", "aria-hidden": "true" }, this.time, h("span", { class: "camera" }), h("span", { class: "battery" })),
        this.notice, this.tabs, this.panes));
  }

  get unread() {
    return this.state?.chats.reduce((sum, chat) => sum + chat.unread, 0) ?? 0;
  }

  /** The customer this phone's owner is talking with, where the chat shown is a private one. */
  get partner() {
    const chat = this.state?.chats.find(({ id }) => id === this.person);
    return chat?.kind === "person" ? chat.id : null;
  }

  update(state) {
    const first = !this.state;
    this.state = state;
    this.panes.querySelector(".loading")?.remove();
    this.time.textContent = clock(this.#now(state));
    this.#forget(state.chats);
    this.#choose(state.chats);
    for (const chat of state.chats) this.#receive(chat, first);
    this.#arrange();
    this.markRead();
  }

  show(id) {
    const chat = this.chats.get(id);
    if (chat.kind === "bot") this.bot = id;
    else this.person = id;
    this.element.dataset.showing = chat.kind === "bot" ? "bot" : "person";
    this.notice.hidden = true;
    this.#arrange();
    chat.toEnd();
    this.markRead();
    this.onShown();
  }

  /** Tell the sandbox what is before the reader's eyes. */
  markRead() {
    if (document.visibilityState !== "visible") return;
    for (const chat of this.state?.chats ?? []) {
      if (chat.unread && this.chats.get(chat.id)?.visible) api.read(this.user.id, chat.id).catch(() => {});
    }
  }

  focusComposer() {
    [...this.chats.values()].find((chat) => chat.visible)?.composer.field.focus();
  }

  /** A sample moves the sandbox's clock ahead of the reader's. */
  #now({ chats }) {
    return Math.max(Date.now() / 1000, ...chats.flatMap(({ messages }) => messages.map(({ date }) => date)));
  }

  #receive(state, firstTime) {
    let chat = this.chats.get(state.id);
    const known = chat !== undefined;
    if (!chat) {
      chat = new Chat({ user: this.user, chat: state, role: this.role, guard: this.guard, empty: (its) => this.#empty(its) });
      this.chats.set(state.id, chat);
      this.panes.append(chat.element);
      if (!firstTime) chat.seen = new Set();
    }
    const arrived = chat.update(state);
    if (arrived.length) this.#notify(chat, state, arrived.at(-1));
    if (!known && !firstTime && state.kind === "person") this.person = state.id;
  }

  #forget(states) {
    const alive = new Set(states.map(({ id }) => id));
    for (const [id, chat] of this.chats) {
      if (alive.has(id)) continue;
      chat.element.remove();
      this.chats.delete(id);
    }
  }

  #choose(states) {
    const people = states.filter(({ kind }) => kind !== "bot").map(({ id }) => id);
    const bots = states.filter(({ kind }) => kind === "bot").map(({ id }) => id);
    if (!people.includes(this.person)) [this.person] = people;
    if (!bots.includes(this.bot)) [this.bot] = bots;
    if (people.length === 0) this.element.dataset.showing = "bot";
    else if (bots.length === 0 || !this.element.dataset.showing) this.element.dataset.showing = "person";
    this.element.classList.toggle("twofold", people.length > 0 && bots.length > 0);
    this.element.classList.toggle("many", people.length > 1);
  }

  #arrange() {
    for (const [id, chat] of this.chats) chat.element.hidden = id !== this.person && id !== this.bot;
    const current = this.element.dataset.showing === "bot" ? this.bot : this.person;
    const focused = document.activeElement?.closest?.(".tab")?.dataset.chat;
    this.tabs.hidden = this.state.chats.length < 2;
    this.tabs.replaceChildren(...this.state.chats.map((chat) => this.#tab(chat, chat.id === current)));
    if (focused) this.tabs.querySelector(`[data-chat="${focused}"]`)?.focus();
  }

  #tab(chat, current) {
    const half = chat.kind === "bot" ? this.bot : this.person;
    return h("button", { type: "button", class: `tab ${chat.kind} ${chat.id === half ? "in-half" : ""} ${chat.unread ? "has-news" : ""}`,
      data: { chat: chat.id }, "aria-current": current ? "true" : null, onclick: () => this.show(chat.id) },
      avatar(chat), named(chat.title), badge(chat.unread));
  }

  #notify(chat, state, message) {
    this.announce(t("arrived", { phone: this.name, from: message.from.name, text: summary(message) }));
    if (chat.visible) return;
    const open = h("button", { type: "button", onclick: () => this.show(chat.id) },
      avatar(state), h("span", {}, h("b", {}, named(state.title)), h("span", { dir: "auto" }, summary(message))));
    this.notice.replaceChildren(open);
    this.notice.hidden = false;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => { this.notice.hidden = true; }, NOTICE_MS);
  }

  #empty(chat) {
    if (chat.kind === "bot") return this.#emptyBot();
    if (this.role === "customer") return this.#emptyCustomer(chat);
    return emptyState(ROLE_ICONS[this.role], t("sellerEmptyTitle"), t("sellerEmpty"));
  }

  #emptyBot() {
    const key = this.role === "manager" ? "managerEmpty" : "botEmpty";
    const start = h("button", { type: "button", class: "primary", onclick: () => this.guard(api.start(this.user.id)) }, t("start"));
    return emptyState("bot", t(`${key}Title`), t(key), start);
  }

  #emptyCustomer(chat) {
    const hints = t("customerHints").map((words) =>
      h("button", { type: "button", class: "hint", dir: "auto", onclick: () => chat.composer.fill(words) }, words));
    return emptyState("person", t("customerEmptyTitle"), t("customerEmpty"),
      h("div", { class: "hints" }, hints), h("p", {}, t("sampleHint")));
  }
}

function emptyState(name, title, words, ...more) {
  return h("div", { class: "empty" }, h("span", { class: "empty-mark" }, icon(name)), h("h4", {}, title), h("p", {}, words), more);
}
