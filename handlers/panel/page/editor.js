/** One file's form beside the live card: every change is checked as one types, and kept until it is published. */
import * as ask from "./ask.js";
import { dialog, h, icon, said, sentence, toast } from "./dom.js";
import { find, paint } from "./fields.js";
import { Model, same } from "./model.js";
import * as playbook from "./playbook.js";
import { Preview } from "./preview.js";
import { conflict, difference, guarded, settle } from "./publish.js";
import * as shop from "./shop.js";
import { guardClosing } from "./telegram.js";
import { me, t } from "./words.js";

const PAUSE_MS = 450; // then the file is checked
const LONG_PAUSE_MS = 1200; // then Aram listens to its examples, too
const SHOP = "shop.yaml";

export class Editor {
  /** `app` is {go, lost}. */
  constructor(app, file) {
    Object.assign(this, { app, file });
    this.opened = new Set(["steps", "shop"]);
    this.openSteps = new Set([0]);
    this.isHeld = false;
    this.form = h("div", { class: "form" });
    this.head = h("div", { class: "file-head" });
    this.overall = h("div", { class: "overall", role: "alert" });
    this.status = h("button", { type: "button", class: "status", "aria-live": "polite", onclick: () => this.#toProblem() });
    this.publishKey = h("button", { type: "button", class: "primary", id: "publish", disabled: true, onclick: () => this.#publish() }, t("publish"));
    this.peekKey = h("button", { type: "button", class: "quiet peek", onclick: () => this.peek() }, icon("eye"), t("preview"));
    this.discardKey = h("button", { type: "button", class: "link", hidden: true, onclick: () => this.#discard() }, t("discard"));
    this.preview = new Preview();
    this.element = h("div", { class: "editor" },
      h("div", { class: "page" }, this.head, this.overall, this.form),
      file === SHOP ? null : h("aside", {}, this.preview.element),
      h("div", { class: "bar" }, this.status, this.discardKey, file === SHOP ? null : this.peekKey, this.publishKey));
    this.element.addEventListener("focusin", ({ target }) => {
      const step = playbook.stepOf(target);
      if (step !== null) this.preview.turnTo(step);
    });
  }

  get title() {
    if (this.file === SHOP) return t("shop");
    return this.model?.data.title || this.#book?.title || this.told?.name || t("playbook");
  }

  get #book() {
    return this.all?.books.find(({ id }) => id === this.told.name);
  }

  /** Whether the file changes another one; a kind of shop may have whole playbooks of its own, too. */
  get isOverlay() {
    const { kind, language } = this.told;
    return Boolean(kind) && (this.#book?.files ?? []).some((each) => !each.kind && each.language === language);
  }

  get kindLabel() {
    return this.told.kindLabel;
  }

  get isChanged() {
    return this.model !== undefined && !same(this.model.data, this.was);
  }

  async load() {
    const [told, all] = (await guarded(() => Promise.all([ask.file(this.file), ask.playbooks()]), this.app.lost)) ?? [];
    if (!told) return;
    this.all = all;
    this.#adopt(told);
    const kept = recall(this.#key);
    if (kept && !same(kept.data, this.was)) {
      this.model.data = kept.data;
      this.base = kept.base;
      toast(t("kept-draft"));
    }
    this.#draw();
    await this.#check();
  }

  /** The direction in which the file's language is written. */
  get direction() {
    return this.told.language === "en" ? "ltr" : "rtl";
  }

  get kinds() {
    return this.all.kinds;
  }

  /** The form begins with what the server has. */
  #adopt(told) {
    this.told = told;
    this.base = told.base;
    const data = told.data ?? (this.file === SHOP ? {} : blank(told));
    this.was = told.data === null && this.file !== SHOP ? {} : JSON.parse(JSON.stringify(data));
    this.model = new Model(JSON.parse(JSON.stringify(data)), () => this.#changed());
    this.replaced = new Map((told.elsewhere ?? []).map(({ path, file }) => [JSON.stringify(path), file]));
  }

  /** The overlay whose text takes the place of a path's, while that is as published. */
  elsewhere(path) {
    return this.replaced.get(JSON.stringify(path)) ?? null;
  }

  open(file) {
    this.app.go(["file", file]);
  }

  /** Do something to the model that changes which fields there are, and draw them anew. */
  redraw(change, focus = null) {
    this.replaced = new Map();
    change();
    this.#draw();
    if (!focus) return;
    const element = find(focus);
    const control = element?.matches(".step") ? element.querySelector("header button") : element?.querySelector("input, textarea, select");
    control?.focus();
    element?.scrollIntoView({ block: "nearest" });
  }

  /** Open or close a step. */
  unfold(step, open) {
    if (open) this.openSteps.add(step);
    else this.openSteps.delete(step);
    const element = this.form.querySelector(`[data-step="${step}"]`);
    element.querySelector(".step-body").hidden = !open;
    element.querySelector(".step-name").setAttribute("aria-expanded", String(open));
  }

  /** Go to the first problem, wherever it is folded away. */
  #toProblem() {
    const first = this.form.querySelector(".problems .error") ?? this.form.querySelector(".problems .issue");
    if (!first) return;
    first.closest(".section").open = true;
    const step = playbook.stepOf(first);
    if (step !== null) this.unfold(step, true);
    first.scrollIntoView({ block: "center" });
    first.closest(".field")?.querySelector("input, textarea, select")?.focus({ preventScroll: true });
  }

  /** On a phone the card lies over the form. */
  peek(step = null) {
    if (step !== null) this.preview.turnTo(step);
    if (getComputedStyle(this.peekKey).display === "none") return;
    const home = this.element.querySelector("aside");
    dialog({ title: t("preview"), body: this.preview.element, keys: [["", t("close")]], wide: true }).then(() => home.append(this.preview.element));
  }

  leave() {
    clearTimeout(this.timer);
    this.checking?.abort();
    guardClosing(false);
  }

  #draw() {
    const kind = this.file === SHOP ? shop : playbook;
    this.#drawHead();
    this.form.replaceChildren(...kind.sections(this).map((section) => {
      const details = h("details", { class: "section", open: this.opened.has(section.name), data: { section: section.name }, ontoggle: () => {
        if (details.open) this.opened.add(section.name);
        else this.opened.delete(section.name);
      } }, h("summary", {}, section.title), h("div", { class: "section-body" }, section.body()));
      return details;
    }));
    this.#paint();
  }

  #drawHead() {
    const { language, kind, name } = this.told;
    if (this.file === SHOP) return this.head.replaceChildren(said(this.file, "p", { class: "file-name" }));
    const files = this.#book?.files ?? [];
    const known = new Set(files.map(({ file }) => file));
    const links = files.map((each) => this.#fileLink(each));
    if (!known.has(this.file)) links.push(this.#fileLink(this.told));
    for (const other of this.all.languages) {
      const file = `${other}/${name}.yaml`;
      if (!known.has(file) && file !== this.file) links.push(this.#fileLink({ file, language: other, kind: "" }, true));
    }
    const shopKind = this.all.kind;
    const overlay = shopKind && `kinds/${shopKind.kind}/${language}/${name}.yaml`;
    if (overlay && !kind && !known.has(overlay)) links.push(this.#fileLink({ file: overlay, language, kind: shopKind.kind, kindLabel: shopKind.kindLabel }, true));
    return this.head.replaceChildren(
      h("nav", { class: "files", "aria-label": t("files") }, links),
      h("div", { class: "head-row" }, said(this.file, "bdi", { class: "file-name" }),
        this.told.on ? null : h("span", { class: "badge" }, t("off")),
        h("button", { type: "button", class: "link", onclick: () => this.app.go(["history", this.file]) }, t("history"))));
  }

  #fileLink({ file, language, kind, kindLabel }, isNew = false) {
    const words = kind ? `${kindLabel} · ${t(`language-${language}`)}` : t(`language-${language}`);
    return h("button", { type: "button", class: isNew ? "file-link new" : "file-link", title: file, data: { file },
      "aria-current": file === this.file ? "page" : null, onclick: () => this.open(file) }, isNew ? icon("add") : null, words);
  }

  // ---- checking

  #changed() {
    if (this.isChanged) remember(this.#key, { base: this.base, data: this.model.data });
    else forget(this.#key);
    guardClosing(this.isChanged);
    this.#say(t("loading"));
    this.publishKey.disabled = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#check(), PAUSE_MS);
  }

  get #wish() {
    return { file: this.file, base: this.base, data: this.model.data };
  }

  /** Check at once; a while later once more, with Aram listening to the examples. */
  async #check({ heard = false } = {}) {
    clearTimeout(this.timer);
    this.checking?.abort();
    this.checking = new AbortController();
    const { signal } = this.checking;
    const told = await guarded(() => ask.check({ ...this.#wish, heard }, signal).catch((error) => {
      if (error.name === "AbortError") return undefined;
      throw error;
    }), this.app.lost);
    if (told === undefined || signal.aborted) return;
    if (told === null) {
      this.#say(t("offline"), "bad");
      return;
    }
    if (!heard) this.timer = setTimeout(() => this.#check({ heard: true }), LONG_PAUSE_MS);
    this.checked = told;
    this.preview.show(told.cards);
    this.#paint();
    this.#showWords();
  }

  #paint() {
    const problems = this.checked?.problems ?? [];
    const rest = paint(this.form, problems);
    this.overall.replaceChildren(...rest.map(({ said: words, error, file, line }) =>
      h("p", { class: error ? "error" : "issue" }, said(`${file}:${line}`, "bdi", { class: "file-name" }), " ", sentence(words))));
    for (const section of this.form.querySelectorAll(".section")) {
      section.classList.toggle("has-errors", section.querySelector(".problems .error") !== null);
      section.classList.toggle("has-issues", section.querySelector(".problems .issue") !== null);
    }
    const errors = problems.filter(({ error }) => error).length;
    const issues = problems.length - errors;
    this.discardKey.hidden = !this.isChanged;
    this.publishKey.disabled = this.isHeld || !this.checked || errors > 0 || !this.isChanged;
    if (errors) this.#say(t("errors", { n: errors }), "bad");
    else if (!this.isChanged) this.#say(issues ? t("issues", { n: issues }) : t("no-changes"));
    else this.#say(issues ? t("issues", { n: issues }) : t("ready"), "good");
  }

  /** What is said of the text that one is writing must not lie under the bar. */
  #showWords() {
    const field = this.form.contains(document.activeElement) ? document.activeElement.closest(".field") : null;
    field?.querySelector(".problems:not(:empty)")?.scrollIntoView({ block: "nearest" });
  }

  #say(words, kind = "") {
    this.status.textContent = words;
    this.status.className = `status ${kind}`;
    this.status.disabled = !this.form.querySelector(".problems .error, .problems .issue");
  }

  // ---- publishing

  /** While it goes on nothing can be typed: what is published is what stands in the form. */
  async #publish() {
    this.#hold(true);
    const published = await guarded(async () => {
      try {
        const prepared = await ask.prepare(this.#wish);
        return await settle(prepared, t("publish-sure"));
      } catch (refusal) {
        if (refusal.told?.reason === "conflict") return this.#meet(refusal.told);
        throw refusal;
      }
    }, this.app.lost).finally(() => this.#hold(false));
    if (!published) return;
    forget(this.#key);
    toast(t("published", { n: published.number }), "good");
    await this.load();
    guardClosing(false);
  }

  #hold(on) {
    this.isHeld = on;
    this.form.inert = this.head.inert = on;
    this.#paint();
  }

  /** Somebody else published this file meanwhile. */
  async #meet(told) {
    const choice = await conflict({ ...told, text: told.text || this.checked?.text || "" });
    if (choice === "mine") {
      this.base = told.meanwhile.number;
      const fresh = await ask.file(this.file);
      this.was = fresh.data;
      remember(this.#key, { base: this.base, data: this.model.data });
      await this.#check();
    } else if (choice === "theirs") {
      forget(this.#key);
      await this.load();
    }
    return null;
  }

  async #discard() {
    const answer = await dialog({ title: t("discard-sure"), body: difference(this.checked?.lines ?? []), wide: true,
      keys: [["no", t("cancel")], ["yes", t("discard"), "danger"]] });
    if (answer !== "yes") return;
    forget(this.#key);
    await this.load();
    guardClosing(false);
  }

  get #key() {
    return `aram-draft:${me().id}:${this.file}`;
  }
}

/** A playbook that is not there yet; an overlay begins with nothing. */
function blank({ name, kind }) {
  if (kind) return { id: name };
  return { id: name, title: "", when: { situations: ["own"] }, steps: [{ kind: "acknowledge_feelings", advice: "", drafts: [""] }] };
}

// What is not published survives a reload; storage may be switched off, then it does not.

function recall(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // the page itself still has it
  }
}

function forget(name) {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // nothing was kept
  }
}
