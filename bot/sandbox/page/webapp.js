/** A Mini App over one phone: a bot's page in a frame, and the few words that client and page exchange. */
import * as api from "./api.js";
import { h, iconButton, named } from "./dom.js";
import { confirmBox } from "./popups.js";
import { t } from "./strings.js";

/** Open what a button leads to; the sandbox signs who opens it. `from` is {user, chat, message, url}. */
export async function openWebApp(phone, title, from) {
  const { url } = await api.openWebApp({ ...from, theme: document.documentElement.dataset.theme });
  phone.querySelector(".webapp")?.remove();
  const app = new WebApp(title, url);
  phone.append(app.element);
  app.closeKey.focus();
}

class WebApp {
  constructor(title, url) {
    this.asksBeforeClosing = false;
    this.closeKey = iconButton("close", t("close"), { onclick: () => this.close() });
    this.backKey = iconButton("reply", t("back"), { hidden: true, onclick: () => this.#tell("back_button_pressed") });
    this.frame = h("iframe", { src: url, title, referrerpolicy: "no-referrer", allow: "clipboard-write",
      sandbox: "allow-scripts allow-same-origin allow-forms allow-modals allow-popups" });
    this.element = h("section", { class: "webapp", role: "dialog", "aria-label": title },
      h("header", {}, this.closeKey, this.backKey, h("h3", {}, named(title))), this.frame);
    this.hear = (event) => event.source === this.frame.contentWindow && this.#hear(event.data);
    window.addEventListener("message", this.hear);
    this.theme = new MutationObserver(() => this.#tell("theme_changed", { theme_params: themeParams() }));
    this.theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  async close() {
    if (this.asksBeforeClosing && !(await confirmBox(t("closeApp"), t("close")))) return;
    window.removeEventListener("message", this.hear);
    this.theme.disconnect();
    this.element.remove();
  }

  #tell(eventType, eventData = {}) {
    this.frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), "*");
  }

  #hear(data) {
    const { eventType, eventData } = parsed(data);
    if (eventType === "web_app_close") this.close();
    else if (eventType === "web_app_setup_closing_behavior") this.asksBeforeClosing = eventData?.need_confirmation === true;
    else if (eventType === "web_app_setup_back_button") this.backKey.hidden = eventData?.is_visible !== true;
    else if (eventType === "web_app_request_theme") this.#tell("theme_changed", { theme_params: themeParams() });
    else if (eventType === "web_app_ready") this.element.classList.add("ready");
  }
}

function parsed(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}

const COLOURS = {
  bg_color: "--surface", secondary_bg_color: "--page", text_color: "--ink", hint_color: "--ink-soft", link_color: "--link",
  section_separator_color: "--line", button_color: "--accent", button_text_color: "--accent-ink", destructive_text_color: "--danger",
};

/** This page's colours under Telegram's names. */
function themeParams() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(COLOURS).map(([name, variable]) => [name, style.getPropertyValue(variable).trim()]));
}
