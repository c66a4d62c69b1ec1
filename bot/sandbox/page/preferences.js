/** What the visitor chose last time: theme, language, pace. Storage may be switched off; then nothing is kept. */

export function recall(name, otherwise) {
  try {
    return localStorage.getItem(`aram-${name}`) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function remember(name, value) {
  try {
    localStorage.setItem(`aram-${name}`, value);
  } catch {
    // the choice holds until the page closes
  }
}

export function switchTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  remember("theme", root.dataset.theme);
}

export function switchLanguage() {
  const root = document.documentElement;
  root.lang = root.lang === "fa" ? "en" : "fa";
  root.dir = root.lang === "fa" ? "rtl" : "ltr";
  remember("language", root.lang);
}
