/** Telegram's client around the page: what it handed over behind the #, and the few words exchanged with it. */

const handed = new URLSearchParams(location.hash.slice(1));
const listeners = new Map();

/** Who opened the page, signed by Telegram; only the server can tell whether it is true. */
export const initData = handed.get("tgWebAppData") ?? "";

const COLOURS = {
  bg_color: "--surface", secondary_bg_color: "--page", text_color: "--ink", hint_color: "--ink-soft",
  section_separator_color: "--line", link_color: "--link", button_color: "--accent", button_text_color: "--accent-ink",
  destructive_text_color: "--danger",
};

/** The client's colours; without them the system's light or dark holds. */
export function dress(theme = parsed(handed.get("tgWebAppThemeParams"))) {
  const root = document.documentElement;
  const background = colour(theme.bg_color);
  const dark = background ? brightness(background) < 0.5 : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
  for (const [name, variable] of Object.entries(COLOURS)) {
    const value = background && colour(theme[name]);
    if (value) root.style.setProperty(variable, value);
    else root.style.removeProperty(variable);
  }
}

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function colour(value) {
  return /^#[0-9a-f]{6}$/i.test(value) ? value : null;
}

function brightness(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Say something to the client, by whichever way it listens. Nothing secret is ever said. */
function tell(event, data = {}) {
  if (window.TelegramWebviewProxy) window.TelegramWebviewProxy.postEvent(event, JSON.stringify(data));
  else if (window.parent !== window) window.parent.postMessage(JSON.stringify({ eventType: event, eventData: data }), "*");
}

function hear(event, data) {
  listeners.get(event)?.(data);
}

export function ready() {
  tell("web_app_ready");
  tell("web_app_expand");
}

/** Ask before closing while something is not published. */
export function guardClosing(needed) {
  tell("web_app_setup_closing_behavior", { need_confirmation: needed });
}

/** The client's own back arrow leads where `go` leads; null hides it. */
export function backButton(go) {
  listeners.set("back_button_pressed", go ?? (() => {}));
  tell("web_app_setup_back_button", { is_visible: go !== null });
}

listeners.set("theme_changed", (data) => dress(data?.theme_params ?? {}));
window.addEventListener("message", ({ source, data }) => {
  if (source !== window.parent || typeof data !== "string") return;
  const said = parsed(data);
  hear(said.eventType, said.eventData);
});
window.Telegram = { WebView: { receiveEvent: hear } }; // how clients without frames call
