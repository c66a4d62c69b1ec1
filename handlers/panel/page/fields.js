/** The fields of a form. Each knows its path; problems are painted beside it by that path. */
import { h, icon, iconButton, sentence } from "./dom.js";
import { choices, number, t } from "./words.js";

let count = 0;
const key = (path) => JSON.stringify(path);

/** Where the problems of a path are told. */
function slot(path) {
  return h("div", { class: "problems", data: { said: key(path) } });
}

/** A label, what stands under it, and its problems. `form` is {model, redraw, elsewhere(path)}. */
function field(form, path, { label, hint }, control, id) {
  const other = form.elsewhere(path);
  return h("div", { class: `field ${other ? "idle" : ""}`, data: { path: key(path) } },
    label ? h("label", { for: id }, label) : null,
    control,
    other ? h("p", { class: "idle-note" }, t("idle", { file: other }), " ",
      h("button", { type: "button", class: "link", onclick: () => form.open(other) }, t("open"))) : null,
    hint ? h("p", { class: "hint" }, hint) : null,
    slot(path));
}

/** One text. */
export function text(form, path, options = {}) {
  const id = `field-${count += 1}`;
  const { optional = false, rows = 1, dir = "auto", placeholder = "", named = options.label, mode = null } = options;
  const value = form.model.get(path) ?? "";
  const control = rows > 1
    ? h("textarea", { id, rows, dir, placeholder, "aria-label": options.label ? null : named })
    : h("input", { id, type: "text", dir, placeholder, inputmode: mode, "aria-label": options.label ? null : named, autocomplete: "off" });
  control.value = value;
  const settle = () => {
    control.dir = control.value || dir !== "auto" ? dir : document.documentElement.dir;
    if (rows > 1) grow(control);
  };
  control.addEventListener("input", () => {
    settle();
    form.model.write(path, control.value, { optional });
  });
  settle();
  if (rows > 1) growWithWidth(control);
  return field(form, path, options, control, id);
}

/** A text takes more lines on a narrower page, and its height is known once it is seen. */
function growWithWidth(area) {
  let width = 0;
  new ResizeObserver(() => {
    if (area.clientWidth === width) return;
    width = area.clientWidth;
    requestAnimationFrame(() => grow(area));
  }).observe(area);
}

function grow(area) {
  if (!area.offsetParent) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

/** One of several; `none` names the choice that leaves the key out. */
export function select(form, path, from, { label, hint, none = null }) {
  const id = `field-${count += 1}`;
  const value = form.model.get(path) ?? "";
  const known = from.some((choice) => choice.value === value) || value === "";
  const options = [...(none === null ? [] : [{ value: "", label: none }]), ...from, ...(known ? [] : [{ value, label: value }])];
  const control = h("select", { id, onchange: () => form.model.write(path, control.value, { optional: true }) },
    options.map((choice) => h("option", { value: choice.value, selected: choice.value === value }, choice.label)));
  return field(form, path, { label, hint }, control, id);
}

/** Yes or no; yes is a value, no leaves the key out. */
export function flag(form, path, value, label) {
  const control = h("input", { type: "checkbox", onchange: () => (control.checked ? form.model.set(path, value) : form.model.clear(path)) });
  control.checked = form.model.get(path) === value;
  return h("div", { class: "field", data: { path: key(path) } }, h("label", { class: "flag" }, control, h("span", {}, label)), slot(path));
}

/** Several of a few: a chip each. */
export function chips(form, path, from, { label, hint, none }) {
  const chosen = () => form.model.list(path);
  const note = h("p", { class: "hint", hidden: chosen().length > 0 }, none);
  const toggle = (value, on) => {
    const order = from.map((choice) => choice.value);
    const kept = on ? [...chosen(), value] : chosen().filter((each) => each !== value);
    form.model.set(path, kept.sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    note.hidden = kept.length > 0;
  };
  return h("fieldset", { class: "field", data: { path: key(path) } }, h("legend", {}, label),
    h("div", { class: "chips" }, from.map((choice) => {
      const box = h("input", { type: "checkbox", onchange: () => toggle(choice.value, box.checked) });
      box.checked = chosen().includes(choice.value);
      return h("label", { class: "chip" }, box, h("span", {}, choice.label));
    })),
    note, hint ? h("p", { class: "hint" }, hint) : null, slot(path));
}

/** From how heated to how heated: `calm..heated` in the file. */
export function range(form, path, from, { label }) {
  const [low = from[0].value, high = low] = (form.model.get(path) ?? `${from[0].value}..${from.at(-1).value}`).split("..");
  const at = (value) => Math.max(0, from.findIndex((choice) => choice.value === value));
  const pick = (value, name) => {
    const id = `field-${count += 1}`;
    return [h("label", { for: id, class: "inline" }, name),
      h("select", { id }, from.map((choice) => h("option", { value: choice.value, selected: choice.value === value }, choice.label)))];
  };
  const [lowLabel, lowest] = pick(low, t("tension-from"));
  const [highLabel, highest] = pick(high, t("tension-to"));
  const keep = (moved) => {
    if (at(lowest.value) > at(highest.value)) (moved === lowest ? highest : lowest).value = moved.value;
    form.model.set(path, lowest.value === highest.value ? lowest.value : `${lowest.value}..${highest.value}`);
  };
  for (const control of [lowest, highest]) control.addEventListener("change", () => keep(control));
  return h("fieldset", { class: "field", data: { path: key(path) } }, h("legend", {}, label),
    h("div", { class: "range" }, lowLabel, lowest, highLabel, highest), slot(path));
}

/** Long texts one below the other: drafts, examples. */
export function texts(form, path, { label, hint, add, each, optional = true, names = false, dir = "auto" }) {
  const items = form.model.list(path);
  return h("fieldset", { class: "field texts", data: { path: key(path) } },
    label ? h("legend", {}, label) : null, hint ? h("p", { class: "hint" }, hint) : null,
    h("ol", {}, items.map((_, at) => h("li", {},
      h("span", { class: "at", "aria-hidden": "true" }, number(at + 1)),
      text(form, [...path, at], { rows: 2, named: each(at + 1), dir }),
      h("div", { class: "row-keys" },
        names ? nameKeys(form, [...path, at]) : null,
        at > 0 ? iconButton("up", t("move-up"), { onclick: () => form.redraw(() => form.model.move(path, at, at - 1), [...path, at - 1]) }) : null,
        iconButton("delete", t("remove-line"), { onclick: () => form.redraw(() => form.model.remove(path, at, { optional })) }))))),
    h("button", { type: "button", class: "add", onclick: () => form.redraw(() => form.model.add(path, ""), [...path, items.length]) }, icon("add"), add),
    slot(path));
}

/** Names to put where the cursor stands: «[{customer} جان، ]». */
function nameKeys(form, path) {
  const put = (name) => {
    const area = find(path)?.querySelector("textarea");
    if (!area) return;
    area.setRangeText(`[{${name}}]`, area.selectionStart, area.selectionEnd, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
  };
  const control = h("select", { class: "names", "aria-label": t("brackets-hint"), title: t("brackets-hint"), onchange: () => {
    if (control.value) put(control.value);
    control.value = "";
  } }, h("option", { value: "" }, "[…]"), choices("placeholders").map((choice) => h("option", { value: choice.value }, choice.label)));
  return control;
}

/** Short texts as chips: phrases. A chip is edited in its place. */
export function tags(form, path, { label, hint, add }) {
  const items = form.model.list(path);
  const field = h("input", { type: "text", dir: "auto", "aria-label": add, placeholder: add, autocomplete: "off", enterkeyhint: "done" });
  const keep = () => {
    const found = field.value.split(/\n|،\s/).map((each) => each.trim()).filter(Boolean);
    if (!found.length) return;
    form.redraw(() => form.model.set(path, [...items, ...found]), [...path, "new"]);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    keep();
  });
  return h("fieldset", { class: "field tags", data: { path: key(path) } },
    h("legend", {}, label), hint ? h("p", { class: "hint" }, hint) : null,
    h("div", { class: "tag-list" }, items.map((_, at) => tag(form, path, at)),
      h("span", { class: "tag new", data: { path: key([...path, "new"]) } }, field, iconButton("add", add, { onclick: keep }))),
    slot(path));
}

function tag(form, path, at) {
  const here = [...path, at];
  const field = h("input", { type: "text", dir: "auto", "aria-label": t("change-text"), value: form.model.get(here), autocomplete: "off" });
  const fit = () => field.setAttribute("size", Math.max(4, field.value.length));
  fit();
  field.addEventListener("input", () => { fit(); form.model.set(here, field.value); });
  return h("span", { class: "tag", data: { path: key(here) } }, field,
    iconButton("close", t("delete"), { onclick: () => form.redraw(() => form.model.remove(path, at)) }));
}

/** The element of a path. */
export function find(path) {
  const wanted = key(path);
  return [...document.querySelectorAll("[data-path]")].find((element) => element.dataset.path === wanted) ?? null;
}

/** Tell each problem beside the field it belongs to; gives back those that belong to none. */
export function paint(root, problems) {
  for (const place of root.querySelectorAll("[data-said]")) place.replaceChildren();
  for (const element of root.querySelectorAll("[aria-invalid]")) element.removeAttribute("aria-invalid");
  for (const element of root.querySelectorAll(".wrong, .doubtful")) element.classList.remove("wrong", "doubtful");
  return problems.filter((problem) => !paintOne(root, problem));
}

function paintOne(root, { path, said: words, error }) {
  for (let length = path?.length ?? 0; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const places = [...root.querySelectorAll("[data-said]")];
    const place = places.find((each) => each.dataset.said === key(here));
    mark(root, here, error);
    if (!place) continue;
    place.append(sentence(words, "p", { class: error ? "error" : "issue" }));
    return true;
  }
  return false;
}

function mark(root, path, error) {
  const wanted = key(path);
  const element = [...root.querySelectorAll("[data-path]")].find((each) => each.dataset.path === wanted);
  element?.classList.add(error ? "wrong" : "doubtful");
  if (error) element?.querySelector(":scope > input, :scope > textarea, :scope > select")?.setAttribute("aria-invalid", "true");
}
