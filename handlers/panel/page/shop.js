/** The form of shop.yaml: the shop's own values, which drafts may name. */
import { h } from "./dom.js";
import { select, tags, text } from "./fields.js";
import { choices, t } from "./words.js";

const IN_LANGUAGES = [["name", "shop-name", 1], ["return_policy", "shop-policy", 2], ["alternatives", "shop-alternatives", 2], ["working_hours", "shop-hours", 1]];

export function sections(form) {
  return [
    { name: "shop", title: t("whole-shop"), body: () => values(form) },
    { name: "words", title: t("shop-texts"), body: () => inLanguages(form, IN_LANGUAGES.slice(1)) },
    { name: "names", title: t("shop-names"), body: () => names(form) },
  ];
}

function values(form) {
  const kinds = form.kinds.map(({ kind, label }) => ({ value: kind, label }));
  return [
    h("p", { class: "hint" }, t("shop-hint")),
    inLanguages(form, IN_LANGUAGES.slice(0, 1)),
    select(form, ["kind"], kinds, { label: t("shop-kind"), none: t("shop-kind-none") }),
    select(form, ["tone"], choices("tones"), { label: t("shop-tone"), none: "—" }),
    text(form, ["refund_limit"], { label: t("shop-limit"), hint: t("shop-limit-hint"), optional: true, mode: "numeric" }),
  ];
}

/** One text for all languages, or one for each. */
function inLanguages(form, fields) {
  return fields.map(([name, words, rows]) => {
    const value = form.model.get([name]);
    if (value === undefined || typeof value === "string") return text(form, [name], { label: t(words), rows, optional: true });
    return Object.keys(value).map((language) =>
      text(form, [name, language], { label: `${t(words)} · ${t(`language-${language}`)}`, rows, optional: true, dir: language === "en" ? "ltr" : "auto" }));
  });
}

function names(form) {
  return [
    tags(form, ["other_shops"], { label: t("shop-others"), hint: t("shop-others-hint"), add: t("add-words") }),
    tags(form, ["products"], { label: t("shop-products"), hint: t("shop-products-hint"), add: t("add-words") }),
  ];
}
