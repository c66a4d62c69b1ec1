/** Where the user writes: Enter sends, Shift+Enter breaks the line; attach, commands, reply and edit. */
import { h, icon, iconButton } from "./dom.js";
import { mediaName } from "./message.js";
import { menu } from "./popups.js";
import { t } from "./strings.js";

const PRETEND = ["photo", "sticker", "voice"];

export class Composer {
  /** `on` is {say(content), edit(message, text), commands(), app(url)}; each may be async and may refuse. */
  constructor({ id, name, withCommands, on }) {
    this.on = on;
    this.reply = null;
    this.editing = null;
    this.field = h("textarea", { id, rows: "1", dir: "auto", placeholder: t("write"), enterkeyhint: "send",
      "aria-label": t("writeTo", { name }) });
    this.sendButton = iconButton("send", t("send"), { class: "send", onclick: () => this.submit() });
    this.context = h("div", { class: "context", hidden: true });
    this.file = h("input", { type: "file", hidden: true, "aria-label": t("document"), onchange: () => this.#sendFile() });
    this.app = h("button", { type: "button", class: "app-key", onclick: () => on.app(this.app.dataset.url) });
    this.element = h("div", { class: "composer" },
      this.context,
      h("div", { class: "row" },
        iconButton("attach", t("attach"), { "aria-haspopup": "menu", "aria-expanded": "false", onclick: (event) => this.#attach(event) }),
        withCommands
          ? iconButton("commands", t("commands"), { "aria-haspopup": "menu", "aria-expanded": "false", onclick: (event) => this.#commands(event) })
          : null,
        this.field,
        this.file,
        this.sendButton));
    this.field.addEventListener("keydown", (event) => this.#onKey(event));
    this.field.addEventListener("input", () => this.#settle());
    this.#settle();
  }

  /** The bot's menu button, where it opens a page. */
  offer(app) {
    if (!app) return this.app.remove();
    this.app.textContent = app.text;
    this.app.dataset.url = app.url;
    this.field.before(this.app);
  }

  fill(text) {
    this.field.value = text;
    this.#settle();
    this.field.focus();
  }

  replyTo(message) {
    this.reply = message;
    this.editing = null;
    this.#showContext("reply", t("replying"), message);
  }

  startEdit(message) {
    this.editing = message;
    this.reply = null;
    this.#showContext("edit", t("editing"), message);
    this.fill(message.text);
  }

  /** Send what is written; the field keeps its text when the sandbox refuses. */
  async submit() {
    const text = this.field.value.trim();
    if (!text || this.sending) return;
    this.sending = true;
    const { editing, reply } = this;
    const sent = editing ? await this.on.edit(editing, text) : await this.on.say({ text, ...(reply && { reply_to: reply.id }) });
    this.sending = false;
    if (sent) this.#clear();
  }

  #clear() {
    this.reply = this.editing = null;
    this.context.hidden = true;
    this.field.value = "";
    this.#settle();
  }

  #onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && (this.reply || this.editing)) {
      event.stopPropagation();
      this.#clear();
    }
  }

  #settle() {
    this.field.dir = this.field.value ? "auto" : document.documentElement.dir;
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${this.field.scrollHeight}px`;
    this.element.classList.toggle("ready", this.field.value.trim() !== "");
  }

  #showContext(kind, title, message) {
    this.context.replaceChildren(icon(kind),
      h("div", {}, h("b", {}, title), h("span", { dir: "auto" }, message.text || mediaName(message.media?.kind))),
      iconButton("close", t("cancel"), { onclick: () => { this.#clear(); this.field.focus(); } }));
    this.context.hidden = false;
    this.field.focus();
  }

  #attach(event) {
    menu(event.currentTarget, t("attach"), [
      { icon: "file", label: mediaName("document"), run: () => this.file.click() },
      ...PRETEND.map((kind) => ({ icon: kind, label: mediaName(kind), run: () => this.on.say({ media: kind }) })),
    ]);
  }

  /** Send the file that was chosen, what is written being its caption. */
  async #sendFile() {
    const [file] = this.file.files;
    if (!file) return;
    const { reply } = this;
    const content = btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
    this.file.value = "";
    const said = { media: "document", file_name: file.name, content, text: this.field.value.trim(), ...(reply && { reply_to: reply.id }) };
    if (await this.on.say(said)) this.#clear();
  }

  async #commands(event) {
    const anchor = event.currentTarget;
    const known = await this.on.commands();
    if (!known?.length) return;
    menu(anchor, t("commands"), known.map(({ command, description }) => ({
      label: description, note: `/${command.replace(/^\//, "")}`, run: () => this.on.say({ text: `/${command.replace(/^\//, "")}` }),
    })));
  }
}
