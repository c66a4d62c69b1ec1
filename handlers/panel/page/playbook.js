/** The form of a playbook, and of an overlay, which may leave out everything but its steps' places. */
import { h, icon, iconButton } from "./dom.js";
import { chips, flag, range, select, tags, text, texts } from "./fields.js";
import { choices, label, t } from "./words.js";

const PLACINGS = ["replace", "before", "after", "remove"];

/** The sections of a playbook's form: [{name, title, body, note}]. */
export function sections(form) {
  return [
    { name: "when", title: t("when"), body: () => when(form) },
    { name: "steps", title: t("steps"), body: () => steps(form), count: form.model.list(["steps"]).length },
    { name: "avoid", title: t("avoid"), body: () => avoid(form), count: form.model.list(["avoid"]).length },
    { name: "signals", title: t("phrases"), body: () => signals(form), count: size(form, "signals", ["phrases", "hints", "unless"]) },
    { name: "examples", title: t("examples"), body: () => examples(form), count: size(form, "examples", ["fires", "quiet"]) },
  ];
}

function size(form, table, lists) {
  return lists.reduce((sum, name) => sum + form.model.list([table, name]).length, 0);
}

function when(form) {
  const overlay = form.isOverlay;
  return [
    text(form, ["title"], { label: t("title"), hint: t("title-hint"), optional: overlay, dir: form.direction }),
    chips(form, ["when", "situations"], choices("situations"), { label: t("situations"), hint: t("own-hint"), none: overlay ? "" : t("situations-any") }),
    range(form, ["when", "tension"], choices("tensions"), { label: t("tension") }),
    select(form, ["when", "moment"], choices("moments").filter(({ value }) => value !== "trouble"),
      { label: t("moment"), none: label("moments", "trouble") }),
    h("div", { class: "pair" },
      text(form, ["priority"], { label: t("priority"), hint: t("priority-hint"), optional: true, mode: "numeric" }),
      text(form, ["follow_up"], { label: t("follow-up"), hint: t("follow-up-hint"), optional: true, dir: "ltr" })),
  ];
}

function steps(form) {
  const items = form.model.list(["steps"]);
  const add = () => {
    form.openSteps.add(items.length);
    form.redraw(() => form.model.add(["steps"], fresh(form, items)), ["steps", items.length, "advice"]);
  };
  return [
    h("p", { class: "hint" }, form.isOverlay ? t("overlay-hint", { kind: form.kindLabel }) : t("steps-hint")),
    h("ol", { class: "steps" }, items.map((_, at) => step(form, at, items.length))),
    h("button", { type: "button", class: "add", onclick: add }, icon("add"), t("add-step")),
  ];
}

/** A new step has the first kind that no step has yet. */
function fresh(form, items) {
  const used = new Set(items.map((each) => each.kind));
  const kind = choices("steps").find(({ value }) => !used.has(value))?.value ?? "clarify";
  return { kind, advice: "", drafts: [""] };
}

function step(form, at, of) {
  const here = ["steps", at];
  const data = form.model.get(here);
  const move = (to) => form.redraw(() => {
    form.openSteps.clear();
    form.model.move(["steps"], at, to);
  }, ["steps", to]);
  const body = h("div", { class: "step-body", hidden: !form.openSteps.has(at) },
    form.isOverlay ? placing(form, here, data) : null,
    "remove" in data ? null : words(form, here, data));
  const toggle = h("button", { type: "button", class: "step-name", "aria-expanded": String(!body.hidden), onclick: () => form.unfold(at, body.hidden) },
    t("step", { n: at + 1 }), h("small", {}, label("steps", data.kind ?? data.remove ?? "")));
  return h("li", { class: "step", data: { path: JSON.stringify(here), step: at } },
    h("header", {},
      h("h3", {}, toggle),
      iconButton("eye", t("preview"), { class: "peek", onclick: () => form.peek(at) }),
      iconButton("up", t("move-up"), { disabled: at === 0, onclick: () => move(at - 1) }),
      iconButton("down", t("move-down"), { disabled: at === of - 1, onclick: () => move(at + 1) }),
      iconButton("delete", t("delete"), { onclick: () => form.redraw(() => {
        form.openSteps.clear();
        form.model.remove(["steps"], at, { optional: form.isOverlay });
      }) })),
    body,
    h("div", { class: "problems", data: { said: JSON.stringify(here) } }));
}

/** Where an overlay's step goes: instead of, before or after one of the base's, or to the end. */
function placing(form, here, data) {
  const place = PLACINGS.find((name) => name in data) ?? "";
  const put = (name, kind) => form.redraw(() => {
    const { replace, before, after, remove, ...rest } = form.model.get(here);
    const body = name === "remove" ? {} : { kind: kind ?? "clarify", advice: "", drafts: [""], ...rest };
    form.model.set(here, name ? { [name]: kind ?? choices("steps")[0].value, ...body } : body);
  });
  const target = data[place] ?? data.kind;
  const how = h("select", { "aria-label": t("placing"), onchange: () => put(how.value, target) },
    h("option", { value: "" }, t("placing-end")),
    choices("placings").map((each) => h("option", { value: each.value, selected: each.value === place }, each.label)));
  return h("div", { class: "pair" },
    h("div", { class: "field" }, h("label", {}, t("placing"), how)),
    place ? select(form, [...here, place], choices("steps"), { label: t("placing-of") }) : null);
}

function words(form, here, data) {
  const withFriendly = Array.isArray(data.friendly);
  return [
    select(form, [...here, "kind"], choices("steps"), { label: t("step-kind") }),
    text(form, [...here, "advice"], { label: t("advice"), rows: 2, dir: form.direction }),
    texts(form, [...here, "drafts"], { label: t("drafts"), dir: form.direction, add: t("add-draft"), each: (n) => t("draft", { n }), optional: false, names: true }),
    withFriendly
      ? texts(form, [...here, "friendly"], { label: t("friendly"), hint: t("friendly-hint"), dir: form.direction, add: t("add-draft"), each: (n) => t("draft", { n }), names: true })
      : h("button", { type: "button", class: "add faint", onclick: () => form.redraw(() => form.model.set([...here, "friendly"], [""]), [...here, "friendly", 0]) },
        icon("add"), t("add-friendly")),
    flag(form, [...here, "needs"], "manager", t("needs-manager")),
  ];
}

function avoid(form) {
  const items = form.model.list(["avoid"]);
  const add = () => form.redraw(() => form.model.add(["avoid"], { write: "", why: "" }), ["avoid", items.length, "write"]);
  return [
    h("ol", { class: "avoid" }, items.map((_, at) => h("li", { data: { path: JSON.stringify(["avoid", at]) } },
      text(form, ["avoid", at, "write"], { label: t("avoid-write"), rows: 2, dir: form.direction }),
      text(form, ["avoid", at, "why"], { label: t("avoid-why"), rows: 2, dir: form.direction }),
      iconButton("delete", t("delete"), { onclick: () => form.redraw(() => form.model.remove(["avoid"], at)) })))),
    h("button", { type: "button", class: "add", onclick: add }, icon("add"), t("add-line")),
    h("div", { class: "problems", data: { said: '["avoid"]' } }),
  ];
}

function signals(form) {
  return [
    h("p", { class: "hint" }, t("phrases-hint")),
    tags(form, ["signals", "phrases"], { label: t("phrases"), add: t("add-phrase") }),
    tags(form, ["signals", "hints"], { label: t("hints"), hint: t("hints-hint"), add: t("add-phrase") }),
    tags(form, ["signals", "unless"], { label: t("unless"), hint: t("unless-hint"), add: t("add-phrase") }),
    h("div", { class: "problems", data: { said: '["signals"]' } }),
  ];
}

function examples(form) {
  return [
    h("p", { class: "hint" }, t("examples-hint")),
    texts(form, ["examples", "fires"], { label: t("fires"), add: t("add-example"), each: () => t("fires") }),
    texts(form, ["examples", "quiet"], { label: t("quiet"), add: t("add-example"), each: () => t("quiet") }),
    h("div", { class: "problems", data: { said: '["examples"]' } }),
  ];
}

/** Which step an element of the form belongs to, or null. */
export function stepOf(element) {
  const step = element.closest("[data-step]");
  return step ? Number(step.dataset.step) : null;
}

