/** Elements from plain calls. Text goes in as text, never as markup, so nothing a customer writes can run. */

const SVG = "http://www.w3.org/2000/svg";

/** h("button", { class: "send", onclick: send }, "text", child): an element; null children are left out. */
export function h(tag, properties = {}, ...children) {
  return furnish(document.createElement(tag), properties, children);
}

/** The same for SVG. */
export function s(tag, properties = {}, ...children) {
  return furnish(document.createElementNS(SVG, tag), properties, children);
}

function furnish(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A person's name, isolated so that its direction disturbs nothing around it. */
export function named(name) {
  return h("bdi", {}, name);
}

/** A button that shows an icon and says its name to a screen reader. */
export function iconButton(name, label, properties = {}) {
  return h("button", { type: "button", title: label, "aria-label": label, ...properties,
    class: `icon-button ${properties.class ?? ""}` }, icon(name));
}

const PATHS = {
  alert: "M12 8v5M12 16.5v.5M12 3 2.5 20h19z",
  app: "M5 4.5h14v15H5zM5 8.5h14M8 6.5h.01",
  attach: "M20 11.5 12 19.4a5 5 0 0 1-7.1-7L13.3 4a3.4 3.4 0 0 1 4.8 4.8l-8.3 8.2a1.7 1.7 0 0 1-2.4-2.4L15 7.2",
  bell: "M6 16V11a6 6 0 0 1 10.2-4.2M18 11v5l1.5 2H8M10 21h4M3.5 3.5l17 17",
  bot: "M7 8h10a3 3 0 0 1 3 3v5a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3v-5a3 3 0 0 1 3-3zM12 8V4.5M9 12.5v1.5M15 12.5v1.5",
  check: "m4.5 12.5 5 5L19.5 7",
  close: "M6 6l12 12M18 6 6 18",
  commands: "M9 20 15 4",
  copy: "M9 9h10v11H9zM5 15V4h10",
  delete: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  down: "m6 9.5 6 6 6-6",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  language: "M3.5 12h17M12 3.5c5.5 5.5 5.5 11.5 0 17M12 3.5c-5.5 5.5-5.5 11.5 0 17M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z",
  lock: "M6.5 11h11v9h-11zM9 11V8a3 3 0 0 1 6 0v3",
  manager: "M12 4l2.3 4.7 5.2.8-3.7 3.6.9 5.1-4.7-2.4-4.7 2.4.9-5.1L4.5 9.5l5.2-.8z",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  open: "M8 16 17 7M9.5 7H17v7.5",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  personAdd: "M10 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 20.5c.9-4 3.7-5.5 7-5.5 1.5 0 2.9.3 4.1 1M18.5 14v6M15.5 17h6",
  photo: "M4 5h16v14H4zM4 16l5-5 5 5 2.5-2.5L20 17M15.5 9.5h.01",
  play: "M8 5.5v13l10.5-6.5z",
  reply: "M10 7 4.5 12 10 17M5 12h8a6 6 0 0 1 6 6",
  samples: "M4 6h10M4 12h10M4 18h6M17 8.5v8l5-4z",
  send: "M4 12 3.5 4.5 21 12 3.5 19.5 4 12zM4 12h8",
  shop: "M4.5 10v10h15V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 20v-5h4v5",
  sticker: "M5 4h14v9l-6 7H5zM13 20v-7h6M9 9h.01M14 9h.01",
  stop: "M7 7h10v10H7z",
  sun: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4",
  voice: "M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  why: "M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z",
};

/** A line icon, hidden from screen readers: what it stands beside has the words. */
export function icon(name) {
  return s("svg", { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true", focusable: "false" },
    s("path", { d: PATHS[name] ?? PATHS.file }));
}
