/** Before anything is drawn: light or dark, Persian or English. A classic script, so that no wrong colour flashes. */
(() => {
  const root = document.documentElement;
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null; // storage may be switched off; the defaults serve
    }
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const choose = () => {
    root.dataset.theme = kept("aram-theme") ?? (dark.matches ? "dark" : "light");
  };
  choose();
  dark.addEventListener("change", choose);
  const english = kept("aram-language") === "en";
  root.lang = english ? "en" : "fa";
  root.dir = english ? "ltr" : "rtl";
})();
