/** All versions of a file, or of all files: who, when, what; the difference of each, and the way back. */
import * as ask from "./ask.js";
import { h, icon, said, toast } from "./dom.js";
import { difference, guarded, settle } from "./publish.js";
import { label, t, when } from "./words.js";

export class History {
  /** `app` is {go, lost}; `file` null stands for all. */
  constructor(app, file) {
    Object.assign(this, { app, file });
    this.list = h("ol", { class: "versions" });
    this.more = h("button", { type: "button", class: "add", hidden: true, onclick: () => this.#load() }, t("more"));
    this.element = h("div", { class: "page" }, this.list, this.more);
    this.shown = 0;
  }

  get title() {
    return this.file ? t("history-of", { file: this.file }) : t("all-history");
  }

  async load() {
    this.list.replaceChildren();
    this.shown = 0;
    await this.#load();
  }

  async #load() {
    this.more.disabled = true; // until this press is dealt with
    const told = await guarded(() => ask.history(this.file, this.shown), this.app.lost);
    this.more.disabled = false;
    if (!told) return;
    this.shown += told.versions.length;
    this.list.append(...told.versions.map((version) => this.#row(version)));
    this.more.hidden = !told.more;
    if (!this.shown) this.list.append(h("li", { class: "hint" }, t("history-empty")));
  }

  #row(version) {
    const body = h("div", { class: "version-body" });
    const row = h("details", { class: "version", ontoggle: () => row.open && !body.childElementCount && this.#open(version, body) },
      h("summary", {},
        h("b", {}, label("deeds", version.deed)), " ", said(version.file, "bdi", { class: "file-name" }),
        version.inForce ? h("span", { class: "badge good" }, t("in-force")) : null,
        version.on ? null : h("span", { class: "badge" }, t("off")),
        h("small", {}, said(version.name ?? t("nobody")), ` · ${when(version.at)} · ${label("ways", version.way)} · `, t("version", { n: version.number }))),
      body);
    return h("li", {}, row);
  }

  async #open(version, body) {
    const told = await guarded(() => ask.version(version.number), this.app.lost);
    if (!told) return;
    const back = version.inForce ? null
      : h("button", { type: "button", class: "quiet", onclick: ({ currentTarget }) => this.#back(version, currentTarget) }, icon("history"), t("roll-back"));
    body.replaceChildren(difference(told.lines), ...(back ? [back] : []));
  }

  async #back({ number }, key) {
    key.disabled = true; // until this press is dealt with
    const published = await guarded(async () => {
      const prepared = await ask.rollBack(number);
      return settle(prepared, t("roll-back-sure", { n: number }));
    }, this.app.lost);
    key.disabled = false;
    if (!published) return;
    toast(t("rolled-back", { n: published.number }), "good");
    await this.load();
  }
}
