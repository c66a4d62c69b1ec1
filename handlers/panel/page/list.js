/** All playbooks: what each is for, whether it speaks, how it did lately. */
import * as ask from "./ask.js";
import { dialog, h, icon, said, toast } from "./dom.js";
import { guarded, settle } from "./publish.js";
import { label, me, number, t } from "./words.js";

const ID = /^[a-z][a-z0-9_]{0,31}$/;

export class List {
  constructor(app) {
    this.app = app;
    this.element = h("div", { class: "page" }, h("p", { class: "waiting" }, t("loading")));
  }

  get title() {
    return t("playbooks");
  }

  async load() {
    const told = await guarded(() => ask.playbooks(), this.app.lost);
    if (!told) return;
    this.told = told;
    this.books = h("ul", { class: "books" });
    this.search = h("input", { type: "search", placeholder: t("search"), "aria-label": t("search"), oninput: () => this.#draw() });
    this.element.replaceChildren(
      h("div", { class: "doors" },
        h("button", { type: "button", class: "door", onclick: () => this.app.go(["file", "shop.yaml"]) }, icon("shop"), t("shop")),
        h("button", { type: "button", class: "door", onclick: () => this.app.go(["history", ""]) }, icon("history"), t("all-history"))),
      this.search, this.books,
      h("button", { type: "button", class: "add", onclick: () => this.#add() }, icon("add"), t("new-playbook")));
    this.#draw();
  }

  #draw() {
    const wanted = this.search.value.trim().toLowerCase();
    const found = this.told.books.filter((book) => !wanted || [book.title, book.id, ...book.situations.map((each) => label("situations", each))]
      .some((words) => words.toLowerCase().includes(wanted)));
    found.sort((one, other) => other.priority - one.priority || one.id.localeCompare(other.id));
    this.books.replaceChildren(...found.map((book) => this.#book(book)));
    if (!found.length) this.books.append(h("li", { class: "hint" }, t("playbooks-none")));
  }

  #book(book) {
    const first = book.files.find(({ language, kind }) => language === me().language && !kind) ?? book.files[0];
    const signs = [
      book.on ? null : h("span", { class: "badge" }, t("off")),
      book.own ? h("span", { class: "badge good" }, t("own")) : null,
      book.problems ? h("span", { class: "badge warn" }, t("issues", { n: book.problems })) : null,
      book.files.some(({ kind }) => kind) ? h("span", { class: "badge" }, book.files.find(({ kind }) => kind).kindLabel) : null,
    ];
    return h("li", { class: book.on ? "book" : "book silent" },
      h("button", { type: "button", class: "book-open", data: { book: book.id }, onclick: () => this.app.go(["file", first.file]) },
        h("span", { class: "book-words" },
          h("b", {}, said(book.title)),
          h("small", {}, book.situations.map((each) => label("situations", each)).join("، ") || (book.own ? "" : t("situations-any"))),
          h("small", {}, usage(book.usage)),
          h("span", { class: "badges" }, signs))),
      h("label", { class: "switch" }, this.#switch(book), h("span", { class: "track" })));
  }

  #switch(book) {
    const control = h("input", { type: "checkbox", role: "switch", "aria-label": `${book.title}: ${book.on ? t("on") : t("off")}`, onchange: async () => {
      const on = control.checked;
      control.checked = book.on;
      control.disabled = true; // until this press is dealt with
      const published = await guarded(async () => {
        const prepared = await ask.turn(book.switch, on);
        return settle(prepared, on ? t("turn-on-sure") : t("turn-off-sure"));
      }, this.app.lost);
      control.disabled = !book.switch;
      if (!published) return;
      toast(on ? t("turned-on") : t("turned-off"), "good");
      await this.load();
    } });
    control.checked = book.on;
    control.disabled = !book.switch;
    return control;
  }

  async #add() {
    const field = h("input", { type: "text", dir: "ltr", "aria-label": t("new-playbook-id"), placeholder: "late_parcel", maxlength: "32", autocomplete: "off" });
    const answer = await dialog({ title: t("new-playbook"), body: [h("p", { class: "hint" }, t("new-playbook-hint")), field],
      keys: [["no", t("cancel")], ["yes", t("go"), "primary"]] });
    if (answer !== "yes") return;
    const id = field.value.trim();
    if (ID.test(id)) this.app.go(["file", `${me().language}/${id}.yaml`]);
    else toast(t("new-playbook-hint"), "bad");
  }
}

function usage(used) {
  if (!used) return t("not-used");
  const parts = [["shown", used.shown], ["worked", used.worked], ["calmed", used.calmed], ["sent", used.sent], ["dismissed", used.dismissed]];
  return parts.filter(([name, n]) => n || name === "shown").map(([name, n]) => t(name, { n: number(n) })).join(" · ");
}
