/** One message as a bubble: words, media, reply, marks, and the keyboard below it. */
import { h, icon, iconButton, named, s } from "./dom.js";
import { rich } from "./entities.js";
import { clock, day, number } from "./format.js";
import { t } from "./strings.js";

/** The list item for a message. `chat` gives look(id), showNames and the actions menu, press, command. */
export function bubble(message, chat) {
  const quoted = message.reply_to ? chat.look(message.reply_to) : undefined;
  return h("li", { class: `message ${message.mine ? "mine" : "theirs"}`, data: { message: message.id } },
    h("div", { class: "stack" },
      h("div", { class: bubbleClasses(message) },
        chat.showNames && !message.mine ? h("div", { class: "from" }, named(message.from.name)) : null,
        message.reply_to ? quote(quoted) : null,
        message.media && !message.words_first ? media(message) : null,
        h("div", { class: "words" },
          message.text
            ? h("div", { class: "text", dir: "auto" }, rich(message.text, message.entities, chat.onCommand))
            : null,
          message.words_first ? null : marks(message)),
        message.words_first ? [media(message), h("div", { class: "words" }, marks(message))] : null),
      message.buttons?.length ? keyboard(message, chat) : null),
    iconButton("more", t("messageMenu"), {
      class: "actions", "aria-haspopup": "menu", "aria-expanded": "false",
      onclick: (event) => chat.onMenu(message, event.currentTarget),
    }));
}

/** The line between two days. */
export function dayLine(unix) {
  return h("li", { class: "day" }, h("span", {}, day(unix)));
}

function bubbleClasses(message) {
  return ["bubble", message.ephemeral && "ephemeral", message.media?.kind === "sticker" && "bare"].filter(Boolean).join(" ");
}

function quote(message) {
  return h("div", { class: "quote" },
    message ? h("b", {}, named(message.from.name)) : null,
    h("span", { dir: "auto" }, message ? message.text || mediaName(message.media?.kind) : t("removed")));
}

function marks(message) {
  return h("div", { class: "marks" },
    message.ephemeral ? mark("lock", t("onlyYou")) : null,
    message.silent ? mark("bell", t("silent"), true) : null,
    message.mine && message.via_bot ? h("span", { class: "via" }, icon("bot"), t("viaBot", { name: message.via_bot })) : null,
    message.edited ? h("span", {}, t("edited")) : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clock(message.date)),
    message.mine ? icon("check") : null);
}

function mark(name, words, wordless = false) {
  return h("span", { title: words }, icon(name), h("span", { class: wordless ? "visually-hidden" : "" }, words));
}

const KINDS = ["photo", "sticker", "voice", "video", "document"];

export function mediaName(kind) {
  return t(KINDS.includes(kind) ? kind : "otherMedia");
}

function media({ id, media: { kind, name, url } }) {
  const label = name || mediaName(kind);
  if (kind === "photo" && url) {
    const pretend = (event) => event.target.naturalWidth <= 1 && event.target.replaceWith(frame(kind, label));
    return h("img", { class: "media picture", src: url, alt: label, onload: pretend, onerror: pretend });
  }
  if (kind === "photo" || kind === "video") return frame(kind, label);
  if (kind === "sticker") return h("div", { class: "media sticker", role: "img", "aria-label": label }, face());
  if (kind === "voice") return h("div", { class: "media voice", role: "img", "aria-label": label }, icon("play"), wave(id));
  const row = [icon(kind === "document" ? "file" : "attach"), h("span", { dir: "auto" }, label)];
  return url ? h("a", { class: "media file", href: url, download: label }, row) : h("div", { class: "media file" }, row);
}

function frame(kind, label) {
  return h("div", { class: "media picture", role: "img", "aria-label": label }, icon(kind === "photo" ? "photo" : "play"));
}

function face() {
  return s("svg", { viewBox: "0 0 96 96", "aria-hidden": "true" },
    s("circle", { class: "skin", cx: 48, cy: 48, r: 40 }),
    s("path", { class: "ink", d: "M28 36l12 5M68 36l-12 5M36 47v3M60 47v3M34 68c8-9 20-9 28 0" }));
}

function wave(seed) {
  const bars = Array.from({ length: 30 }, (_, at) => {
    const height = 4 + ((seed * 7 + at * at * 13 + at * 5) % 19);
    return s("rect", { x: at * 5, y: 12 - height / 2, width: 2.6, height, rx: 1.3 });
  });
  return s("svg", { viewBox: "0 0 148 24", "aria-hidden": "true" }, bars);
}

function keyboard(message, chat) {
  return h("div", { class: "keyboard" },
    message.buttons.map((row) => h("div", { class: "keys" }, row.map((button) => key(button, message, chat)))));
}

function key(button, message, chat) {
  const words = h("span", { class: "key-text", dir: "auto" }, button.text);
  if (button.kind === "url") {
    const safe = /^(https?|tg):/i.test(button.value);
    return h("a", { class: "key", href: safe ? button.value : null, target: "_blank", rel: "noopener noreferrer" },
      words, icon("open"));
  }
  return h("button", { type: "button", class: `key ${button.kind}`, onclick: (event) => chat.onKey(button, message, event.currentTarget) },
    words, KEY_ICONS[button.kind] ? icon(KEY_ICONS[button.kind]) : null);
}

const KEY_ICONS = { copy: "copy", web_app: "app" };

/** A small number in a pill, with words for a screen reader; nothing at zero. */
export function badge(count) {
  if (!count) return null;
  return h("span", { class: "badge" },
    h("span", { "aria-hidden": "true" }, number(count)),
    h("span", { class: "visually-hidden" }, t("unread", { n: number(count) })));
}
