/** Elements from plain calls. Text goes in as text, never as markup, so nothing that anyone wrote can run. */

const SVG = "http://www.w3.org/2000/svg";

/** h("button", { class: "send", onclick: send }, "text", child): an element; null children are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const PATHS = {
  add: "M12 5v14M5 12h14",
  back: "m14.5 5.5-6.5 6.5 6.5 6.5",
  check: "m4.5 12.5 5 5L19.5 7",
  close: "M6 6l12 12M18 6 6 18",
  delete: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  down: "m6 9.5 6 6 6-6",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z",
  history: "M4 12a8 8 0 1 0 2.6-5.9M4 4.5v4h4M12 8v4.5l3 2",
  lock: "M6.5 11h11v9h-11zM9 11V8a3 3 0 0 1 6 0v3",
  next: "m9.5 5.5 6.5 6.5-6.5 6.5",
  shop: "M4.5 10v10h15V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5",
  up: "m6 14.5 6-6 6 6",
};

/** A line icon, hidden from screen readers: what it stands beside has the words. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and says its name to a screen reader. */
export function iconButton(name, label, properties = {}) {
  return h("button", { type: "button", title: label, "aria-label": label, ...properties,
    class: `icon-button ${properties.class ?? ""}` }, icon(name));
}

/** A person's words, isolated so that their direction disturbs nothing around them. */
export function said(text, tag = "bdi", properties = {}) {
  return h(tag, { ...properties, dir: "auto" }, text);
}

/** A sentence of Aram's own: it reads as the page does, also where it begins with a name or a file. */
export function sentence(text, tag = "span", properties = {}) {
  return h(tag, { ...properties, dir: document.documentElement.dir }, text);
}

const TOAST_MS = 4000;

/** A short line that goes away by itself; the region is live, so it is read out too. */
export function toast(text, kind = "plain") {
  const line = sentence(text, "div", { class: `toast ${kind}` });
  document.getElementById("toasts").append(line);
  setTimeout(() => line.remove(), TOAST_MS);
}

/** A dialog over the page; gives what the pressed button stands for, null where it was just closed. */
export function dialog({ title, body, keys, wide = false }) {
  return new Promise((resolve) => {
    let answer = null;
    const box = h("dialog", { class: wide ? "box wide" : "box", "aria-label": title },
      h("h2", {}, title), h("div", { class: "box-body" }, body),
      h("div", { class: "box-keys" }, keys.map(([value, label, kind]) =>
        h("button", { type: "button", class: kind ?? "quiet", data: { answer: value }, onclick: () => { answer = value; box.close(); } }, label))));
    box.addEventListener("close", () => { box.remove(); resolve(answer); });
    document.body.append(box);
    box.showModal();
  });
}
