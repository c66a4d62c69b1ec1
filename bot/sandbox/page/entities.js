/** Telegram's entities as elements. Offsets count UTF-16 units, which is what JavaScript strings count too. */
import { h } from "./dom.js";
import { t } from "./strings.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const SAFE = /^(https?:|mailto:|tel:|tg:)/i;

/** Nodes for a text with its entities; onCommand(text) runs when a /command inside it is pressed. */
export function rich(text, entities = [], onCommand = null) {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return dress(text, 0, text.length, ordered, onCommand);
}

function dress(text, from, to, entities, onCommand) {
  const nodes = [];
  const waiting = [...entities];
  let at = from;
  const plain = (end) => {
    const words = text.slice(at, end);
    nodes.push(isBlock(nodes.at(-1)) ? words.replace(/^\n/, "") : words); // a block breaks the line by itself
  };
  while (waiting.length) {
    const entity = waiting.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (start >= end) continue;
    if (start > at) plain(start);
    const inside = waiting.filter((other) => other.offset < end);
    nodes.push(wrap(entity, text.slice(start, end), dress(text, start, end, inside, onCommand), onCommand));
    at = end;
  }
  if (at < to) plain(to);
  return nodes;
}

function isBlock(node) {
  return node instanceof Element && ["PRE", "BLOCKQUOTE"].includes(node.tagName);
}

function wrap(entity, words, inside, onCommand) {
  switch (entity.type) {
    case "pre":
      return h("pre", { dir: "auto" }, h("code", {}, inside));
    case "blockquote":
      return h("blockquote", { dir: "auto" }, inside);
    case "expandable_blockquote":
      return expandable(inside);
    case "spoiler":
      return spoiler(inside);
    case "text_link":
      return link(entity.url, inside);
    case "url":
      return link(SAFE.test(words) ? words : `https://${words}`, inside);
    case "email":
      return link(`mailto:${words}`, inside);
    case "bot_command":
      return command(words, inside, onCommand);
    case "text_mention":
    case "mention":
    case "hashtag":
    case "cashtag":
    case "phone_number":
      return h("span", { class: "mention", dir: "auto" }, inside);
    default:
      return h(TAGS[entity.type] ?? "span", {}, inside);
  }
}

function link(address, inside) {
  if (!SAFE.test(address ?? "")) return h("span", {}, inside);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inside);
}

function command(words, inside, onCommand) {
  if (!onCommand) return h("span", { class: "mention", dir: "auto" }, inside);
  return h("button", { type: "button", class: "command", dir: "auto", onclick: () => onCommand(words) }, inside);
}

function spoiler(inside) {
  const cover = h("button", { type: "button", class: "spoiler", "aria-expanded": "false", "aria-label": t("spoiler") },
    h("span", {}, inside));
  cover.addEventListener("click", () => {
    const shown = cover.classList.toggle("open");
    cover.setAttribute("aria-expanded", String(shown));
    if (shown) cover.removeAttribute("aria-label");
    else cover.setAttribute("aria-label", t("spoiler"));
  });
  return cover;
}

function expandable(inside) {
  const quote = h("blockquote", { dir: "auto", class: "expandable" }, h("div", { class: "folded" }, inside));
  const more = h("button", { type: "button", class: "unfold", "aria-expanded": "false" }, t("more"));
  more.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    more.setAttribute("aria-expanded", String(open));
    more.textContent = t(open ? "less" : "more");
  });
  quote.append(more);
  return quote;
}
