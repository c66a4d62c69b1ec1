/** From a change to a version: the difference is shown and asked about; a conflict shows both texts. */
import * as ask from "./ask.js";
import { Refusal } from "./ask.js";
import { dialog, h, said, sentence, toast } from "./dom.js";
import { t, when } from "./words.js";

/** A difference: what goes in red, what comes in green. */
export function difference(lines) {
  if (!lines.length) return h("p", { class: "hint" }, t("no-changes"));
  return h("div", { class: "difference", role: "group", "aria-label": t("what-changes"), tabindex: "0" }, lines.map(({ sign, text }) =>
    h("div", { class: { "+": "comes", "-": "goes", "@": "part" }[sign] ?? "stays" },
      h("span", { class: "sign", "aria-hidden": sign === " " ? "true" : null }, sign === "@" ? "⋯" : sign),
      h("span", { dir: /[\u0600-\u06ff]/.test(text) ? "rtl" : "ltr" }, sign === "@" ? "" : text))));
}

/** Ask for a prepared change, and publish it; gives the version, null where it was not wanted. */
export async function settle(prepared, question) {
  const issues = prepared.problems.map((problem) => sentence(problem.said, "p", { class: "issue" }));
  const answer = await dialog({
    title: question, wide: true,
    body: [said(prepared.file, "p", { class: "file-name" }), difference(prepared.lines), ...issues],
    keys: [["no", t("cancel")], ["yes", t("publish"), "primary"]],
  });
  if (answer === "yes") return ask.confirm(prepared.proposal);
  await ask.drop(prepared.proposal).catch(() => {});
  return null;
}

/** Somebody published meanwhile: both texts, and which of them shall go on ("mine", "theirs" or null). */
export function conflict({ meanwhile, text }) {
  const name = meanwhile.name ?? t("nobody");
  return dialog({
    title: t("conflict-title"), wide: true,
    body: [
      h("p", {}, t("conflict", { name, when: when(meanwhile.at) })),
      difference(meanwhile.lines),
      h("details", {}, h("summary", {}, t("their-text")), h("pre", { dir: "auto", class: "theirs" }, meanwhile.text)),
      h("details", {}, h("summary", {}, t("my-text")), h("pre", { dir: "auto", class: "mine" }, text)),
    ],
    keys: [["", t("back")], ["theirs", t("conflict-theirs")], ["mine", t("conflict-mine"), "primary"]],
  });
}

/** Do something on the server; what it declines becomes a toast, a lost sign-in goes to `onLost`. */
export async function guarded(action, onLost) {
  try {
    return await action();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.needsSignIn) onLost(refusal);
    else toast(refusal.message || t("offline"), "bad");
    return null;
  }
}
