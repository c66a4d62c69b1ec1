/** What lies over the page for a moment: menus, toasts, alerts. Escape closes each and gives the focus back. */
import { h, icon } from "./dom.js";
import { t } from "./strings.js";

const MARGIN = 8;
let open = null;

/** A menu at its button: items are {icon, label, note, run}. Arrow keys walk, Escape and a click elsewhere close. */
export function menu(anchor, label, items) {
  const again = open?.anchor === anchor;
  closeMenu();
  if (again) return;
  const list = h("div", { class: "menu", role: "menu", "aria-label": label }, items.map(menuItem));
  list.addEventListener("keydown", (event) => walk(event, list));
  document.body.append(list);
  place(list, anchor.getBoundingClientRect());
  anchor.setAttribute("aria-expanded", "true");
  open = { anchor, list };
  list.firstElementChild.focus();
}

export function closeMenu({ refocus = false } = {}) {
  if (!open) return;
  const { anchor, list } = open;
  open = null;
  list.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (refocus) anchor.focus();
}

function menuItem(item) {
  const run = () => {
    closeMenu({ refocus: true });
    item.run();
  };
  return h("button", { type: "button", role: "menuitem", tabindex: "-1", class: item.danger ? "danger" : "", onclick: run },
    item.icon ? icon(item.icon) : null,
    h("span", { dir: "auto" }, item.label),
    item.note ? h("small", { dir: "auto" }, item.note) : null);
}

function walk(event, list) {
  const items = [...list.children];
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 };
  if (event.key in steps) {
    event.preventDefault();
    items[(steps[event.key] + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu({ refocus: true });
  }
}

function place(list, at) {
  const { width, height } = list.getBoundingClientRect();
  const below = at.bottom + height + MARGIN < innerHeight;
  const wanted = document.documentElement.dir === "rtl" ? at.right - width : at.left;
  list.style.left = `${Math.max(MARGIN, Math.min(wanted, innerWidth - width - MARGIN))}px`;
  list.style.top = `${Math.max(MARGIN, below ? at.bottom + 4 : at.top - height - 4)}px`;
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.list.contains(event.target) && !open.anchor.contains(event.target)) closeMenu();
});
window.addEventListener("resize", () => closeMenu());

const TOAST_MS = 3500;

/** A short line that goes away by itself; the region is live, so it is read out too. */
export function toast(text, { kind = "plain", within = null } = {}) {
  const region = within ?? document.getElementById("toasts");
  const line = h("div", { class: `toast ${kind}`, dir: "auto" }, text);
  region.append(line);
  setTimeout(() => line.remove(), TOAST_MS);
}

/** A box that waits for OK, as Telegram shows an alert. */
export function alertBox(text, { selectable = null } = {}) {
  const field = selectable === null ? null
    : h("textarea", { readonly: true, rows: "4", dir: "auto", "aria-label": text }, selectable);
  const box = h("dialog", { class: "alert", "aria-label": text },
    h("p", { dir: "auto" }, text), field,
    h("form", { method: "dialog" }, h("button", { class: "primary", autofocus: field === null }, t("ok"))));
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  field?.select();
}

/** A question with two answers; gives whether it was agreed to. */
export function confirmBox(text, agree) {
  return new Promise((resolve) => {
    const box = h("dialog", { class: "alert", "aria-label": text }, h("p", { dir: "auto" }, text),
      h("form", { method: "dialog" },
        h("button", { class: "plain", value: "" }, t("cancel")), h("button", { class: "primary", value: "yes" }, agree)));
    box.addEventListener("close", () => { box.remove(); resolve(box.returnValue === "yes"); });
    document.body.append(box);
    box.showModal();
  });
}

/** Text to the clipboard: the browser's way, the old way, and at last a box to copy from by hand. */
export async function copy(text) {
  const done = (await copyAsNow(text)) || copyAsBefore(text);
  if (!done) alertBox(t("copyByHand"), { selectable: text });
  return done;
}

async function copyAsNow(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyAsBefore(text) {
  const focused = document.activeElement;
  const field = h("textarea", { class: "visually-hidden", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return done;
}
