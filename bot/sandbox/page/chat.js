/** One chat on one phone: header, messages, composer. It redraws only the messages that changed. */
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { h, icon, iconButton, named } from "./dom.js";
import { day } from "./format.js";
import { bubble, dayLine, mediaName } from "./message.js";
import { alertBox, copy, menu, toast } from "./popups.js";
import { t } from "./strings.js";
import { openWebApp } from "./webapp.js";

const NEAR_END_PX = 80;
const SEQUENCE_SECONDS = 300;
const COPIED_MS = 1600;

export class Chat {
  /** `guard(promise)` shows a refusal and gives null; `empty` is the node for a chat without messages. */
  constructor({ user, chat, role, guard, empty }) {
    Object.assign(this, { user, id: chat.id, role, guard, kind: chat.kind, title: chat.title });
    this.drawn = new Map();
    this.messages = [];
    this.showNames = chat.kind === "group" || chat.kind === "channel";
    this.onCommand = chat.kind === "bot" ? (text) => this.say({ text }) : null;
    this.empty = empty(this);
    this.list = h("ol", { class: "messages", tabindex: "0", "aria-label": t("messagesOf", { name: chat.title }) });
    this.list.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    this.stuck = true;
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.list);
    this.jump = iconButton("down", t("latest"), { class: "jump", hidden: true, onclick: () => this.toEnd() });
    this.notes = h("div", { class: "notes", role: "status" });
    this.composer = new Composer({
      id: `${role}-${chat.kind === "bot" ? "bot" : chat.id}-composer`, name: chat.title, withCommands: chat.kind === "bot",
      on: {
        say: (content) => this.say(content),
        edit: (message, text) => this.guard(api.edit(user.id, this.id, message.id, text)),
        commands: () => this.guard(api.commands(user.id)),
        app: (url) => this.openApp(url),
      },
    });
    this.closed = h("p", { class: "closed" }, t("readOnly"));
    this.element = h("section", { class: `chat ${chat.kind}`, data: { kind: chat.kind, chat: chat.id }, "aria-label": chat.title },
      header(chat), h("div", { class: "scroll" }, this.empty, this.list, this.jump, this.notes), this.composer.element, this.closed);
  }

  get visible() {
    return this.element.offsetParent !== null;
  }

  /** Draw what the sandbox says; gives the messages from others that are new since the last time. */
  update(chat) {
    const atEnd = this.#nearEnd();
    const first = this.seen === undefined;
    const fresh = first ? [] : chat.messages.filter((message) => !this.seen.has(message.id));
    const arrived = fresh.filter((message) => !message.mine);
    const ownNew = fresh.length > arrived.length;
    this.messages = chat.messages;
    this.seen = new Set(chat.messages.map((message) => message.id));
    this.composer.element.hidden = !chat.can_write;
    this.closed.hidden = chat.can_write;
    this.composer.offer(chat.menu);
    this.empty.hidden = chat.messages.length > 0;
    this.#draw(chat.messages, new Set(arrived.map((message) => message.id)));
    if (first || atEnd || ownNew) this.toEnd();
    if (atEnd && arrived.length) this.#keepTopInView();
    else if (arrived.length) this.jump.classList.add("news");
    return arrived;
  }

  /** A card taller than the chat is read from its top. */
  #keepTopInView() {
    const last = this.list.lastElementChild;
    if (last.offsetHeight <= this.list.clientHeight) return;
    this.list.scrollTop = last.offsetTop;
    this.#onScroll();
  }

  look(id) {
    return this.messages.find((message) => message.id === id);
  }

  say(content) {
    return this.guard(api.say(this.user.id, this.id, content));
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.#onScroll();
  }

  onMenu(message, anchor) {
    const own = message.mine;
    const writable = !this.composer.element.hidden;
    const items = [
      writable && { icon: "reply", label: t("reply"), run: () => this.composer.replyTo(message) },
      message.text && { icon: "copy", label: t("copyText"), run: () => this.#copyText(message.text) },
      own && writable && message.text && { icon: "edit", label: t("edit"), run: () => this.composer.startEdit(message) },
      own && { icon: "delete", label: t("delete"), danger: true, run: () => this.guard(api.remove(this.user.id, this.id, message.id)) },
    ].filter(Boolean);
    if (items.length) menu(anchor, t("messageMenu"), items);
  }

  /** Open a bot's page over this phone: from a message's button, or the menu's. */
  openApp(url, message = null) {
    const phone = this.element.closest(".device");
    return this.guard(openWebApp(phone, this.title, { user: this.user.id, chat: this.id, message, url }));
  }

  async onKey(button, message, key) {
    if (button.kind === "copy") return this.#copyKey(button.value, key);
    if (button.kind === "web_app") return this.openApp(button.value, message.id);
    key.classList.add("busy");
    key.setAttribute("aria-busy", "true");
    const answer = await this.guard(api.press(this.user.id, this.id, message.id, button.value));
    key.classList.remove("busy");
    key.removeAttribute("aria-busy");
    if (!answer?.text) return undefined;
    return answer.alert ? alertBox(answer.text) : toast(answer.text, { within: this.notes });
  }

  async #copyText(text) {
    if (await copy(text)) toast(t("copied"), { within: this.notes });
  }

  async #copyKey(text, key) {
    if (!(await copy(text))) return;
    toast(t("copied"), { within: this.notes });
    const mark = icon("check");
    key.querySelector(".icon")?.replaceWith(mark);
    key.classList.add("done");
    setTimeout(() => {
      key.classList.remove("done");
      mark.replaceWith(icon("copy"));
    }, COPIED_MS);
  }

  #draw(messages, fresh) {
    const focused = this.#focusedPlace();
    const wanted = [];
    const drawn = new Map();
    messages.forEach((message, at) => {
      const before = messages[at - 1];
      if (!before || day(before.date) !== day(message.date)) {
        wanted.push(this.#reuse(drawn, `day ${day(message.date)}`, {}, () => dayLine(message.date)));
      }
      const ends = !joins(message, messages[at + 1]);
      const quoted = message.reply_to ? this.look(message.reply_to)?.text : "";
      wanted.push(this.#reuse(drawn, message.id, { state: JSON.stringify([message, ends, quoted]), text: message.text }, (known) => {
        const element = bubble(message, this);
        element.classList.toggle("ends", ends);
        if (fresh.has(message.id)) element.classList.add("fresh");
        else if (known && known.text !== message.text) element.classList.add("renewed");
        return element;
      }));
    });
    this.drawn = drawn;
    settle(this.list, wanted);
    this.#refocus(focused);
  }

  #reuse(drawn, key, { state = "", text = "" }, make) {
    const known = this.drawn.get(key);
    const entry = known?.state === state ? known : { state, text, element: make(known) };
    drawn.set(key, entry);
    return entry.element;
  }

  /** A message that is redrawn under the reader's hands keeps their place: which message, which control. */
  #focusedPlace() {
    const item = document.activeElement?.closest?.(".message");
    if (!item || !this.list.contains(item)) return null;
    const controls = [...item.querySelectorAll("button, a")];
    return { message: item.dataset.message, at: controls.indexOf(document.activeElement) };
  }

  #refocus(place) {
    if (!place || this.list.contains(document.activeElement)) return;
    const item = this.list.querySelector(`[data-message="${place.message}"]`);
    (item?.querySelectorAll("button, a")[place.at] ?? this.list).focus({ preventScroll: true });
  }

  #nearEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    return scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
  }

  #onScroll() {
    const end = this.#nearEnd();
    this.stuck = end;
    this.jump.hidden = end;
    if (end) this.jump.classList.remove("news");
  }
}

function header(chat) {
  return h("header", { class: "chat-head" },
    avatar(chat),
    h("div", { class: "chat-title" }, h("h3", {}, named(chat.title)), h("p", {}, t(chat.kind))));
}

const COLOURS = 6;

/** A round picture: the bot's mark, or the first letter of a name on a colour of its own. */
export function avatar({ id, title, kind }) {
  const colour = Math.abs(id) % COLOURS;
  return h("span", { class: `avatar ${kind === "bot" ? "of-bot" : `colour-${colour}`}`, "aria-hidden": "true" },
    kind === "bot" ? icon("bot") : [...title.trim()][0] ?? "؟");
}

/** One line that stands for a message: its words, or what it carries. */
export function summary(message) {
  return message.text || mediaName(message.media?.kind);
}

function joins(message, next) {
  return next !== undefined && next.from.id === message.from.id && next.date - message.date < SEQUENCE_SECONDS;
}

/** Make the list hold exactly these elements in this order, touching only what differs. */
function settle(list, wanted) {
  const keep = new Set(wanted);
  [...list.children].filter((child) => !keep.has(child)).forEach((child) => child.remove());
  wanted.forEach((element, at) => {
    if (list.children[at] !== element) list.insertBefore(element, list.children[at] ?? null);
  });
}
