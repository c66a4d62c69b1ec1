/** The card as the seller would see it. Its keys «next step» and «other words» turn it, as on the phone. */
import { h } from "./dom.js";
import { t } from "./words.js";

const ALLOWED = { B: "b", I: "i", U: "u", S: "s", CODE: "code", BLOCKQUOTE: "blockquote" };

/** Telegram's HTML as elements: known tags alone, without attributes; all else is text. */
function rich(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const quote of body.querySelectorAll("blockquote")) {
    trim(quote.previousSibling, /\n$/);
    trim(quote.nextSibling, /^\n/);
  }
  return [...body.childNodes].map(cleaned);
}

/** A quotation stands on lines of its own; the breaks around it are not lines, too. */
function trim(node, pattern) {
  if (node?.nodeType === Node.TEXT_NODE) node.data = node.data.replace(pattern, "");
}

function cleaned(node) {
  if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const inside = [...node.childNodes].map(cleaned);
  const tag = ALLOWED[node.tagName];
  return tag ? h(tag, {}, inside) : h("span", {}, inside);
}

export class Preview {
  constructor() {
    this.step = 0;
    this.page = 0;
    this.cards = [];
    this.heading = h("p", { class: "preview-step" });
    this.note = h("p", { class: "preview-note", hidden: true });
    this.bubble = h("div", { class: "card-text", dir: "auto" });
    this.keys = h("div", { class: "keyboard" });
    this.empty = h("p", { class: "preview-empty" }, t("no-preview"));
    this.card = h("div", { class: "card" }, this.bubble, this.keys);
    this.element = h("section", { class: "preview", "aria-label": t("preview-title") },
      h("h2", {}, t("preview-title")), this.heading, this.note, h("div", { class: "wall" }, this.empty, this.card));
  }

  /** New cards; null keeps the last good ones and says so. */
  show(cards) {
    this.note.hidden = cards !== null || this.cards.length === 0;
    this.note.textContent = t("preview-old");
    if (cards) this.cards = cards;
    this.#draw();
  }

  turnTo(step) {
    if (step === this.step && this.page === 0) return;
    this.step = step;
    this.page = 0;
    this.#draw();
  }

  #draw() {
    const card = this.cards[Math.min(this.step, this.cards.length - 1)];
    this.empty.hidden = Boolean(card);
    this.card.hidden = this.heading.hidden = !card;
    if (!card) return;
    const { html, keys } = card.pages[this.page % card.pages.length];
    this.heading.textContent = t("preview-step", { n: card.step + 1, of: this.cards.length });
    this.bubble.replaceChildren(...rich(html));
    this.keys.replaceChildren(...keys.map((row) => h("div", { class: "keys" }, row.map((each) => this.#key(each)))));
  }

  #key({ text, to }) {
    if (!to) return h("span", { class: "key", dir: "auto" }, text);
    return h("button", { type: "button", class: "key leads", dir: "auto", onclick: () => {
      if (to === "words") this.page += 1;
      else [this.step, this.page] = [this.step + 1, 0];
      this.#draw();
    } }, text);
  }
}
