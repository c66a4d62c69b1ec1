/** The page's way to the sandbox: questions, actions, and the stream that says what has changed. */

/** The sandbox refused, or could not be reached; the message is for the reader. */
export class Refusal extends Error {}

async function ask(path, { method = "GET", body } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body ? { "Content-Type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Refusal("");
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(content.error ?? `HTTP ${answer.status}`);
  return content;
}

const act = (name, body = {}) => ask(`/sandbox/${name}`, { method: "POST", body });

export const world = () => ask("/sandbox/world");
export const phone = (user) => ask(`/sandbox/phones/${user}`);
export const commands = (user) => ask(`/sandbox/commands?user=${user}`);
export const why = (seller, customer) => ask(`/sandbox/why?seller=${seller}&customer=${customer}`);

export const say = (user, chat, content) => act("say", { user, chat, ...content });
export const edit = (user, chat, message, text) => act("edit", { user, chat, message, text });
export const remove = (user, chat, message) => act("delete", { user, chat, message });
export const press = (user, chat, message, data) => act("press", { user, chat, message, data });
export const openWebApp = (from) => act("webapp", from);
export const read = (user, chat) => act("read", { user, chat });
export const start = (user) => act("start", { user });
export const newCustomer = () => act("newcustomer");
export const play = (sample, pace) => act("play", { sample, pace });
export const stop = () => act("stop");

const RETRY_MS = 1500;

/** Follow the sandbox for as long as the page is open: onUp at every (re)connection, onDown when it goes away. */
export function follow({ onChanged, onWorld, onUp, onDown }) {
  const source = new EventSource("/sandbox/events");
  source.addEventListener("open", onUp);
  source.addEventListener("changed", (event) => onChanged(JSON.parse(event.data || "{}").phones ?? []));
  source.addEventListener("world", onWorld);
  source.addEventListener("error", () => {
    onDown();
    if (source.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    setTimeout(() => follow({ onChanged, onWorld, onUp, onDown }), RETRY_MS);
  });
}
