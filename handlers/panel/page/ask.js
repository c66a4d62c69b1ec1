/** The page's way to the server. The pass stands in a header, never in an address. */
import { initData } from "./telegram.js";

/** Which shop the page is of, where there are several; the bot's button says it. */
const shop = new URLSearchParams(location.search).get("shop") ?? "";
const KEPT = `aram-pass-${shop}`;

let pass = "";

/** The server refused, or could not be reached; `said` is a sentence for the reader. */
export class Refusal extends Error {
  constructor(status, told) {
    super(told.said ?? "");
    this.status = status;
    this.told = told;
  }

  get needsSignIn() {
    return this.status === 401 || this.told.reason === "not_manager";
  }
}

async function ask(path, { method = "GET", body, authorization = `Bearer ${pass}`, signal } = {}) {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      signal,
      credentials: "omit",
      headers: { Authorization: authorization, ...(shop && { "Aram-Shop": shop }), ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, { reason: "offline" });
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(answer.status, told);
  return told;
}

const get = (name, query = {}) => ask(`api/${name}?${new URLSearchParams(query)}`);
const post = (name, body, more) => ask(`api/${name}`, { method: "POST", body, ...more });

/** With Telegram's word; where that has grown old since, with the pass that this tab has. */
export async function signIn() {
  const session = await post("session", {}, { authorization: `tma ${initData}` }).catch((refusal) => {
    const kept = recalled();
    if (refusal.told?.reason !== "expired" || !kept) throw refusal;
    return post("session", {}, { authorization: `Bearer ${kept}` });
  });
  pass = session.pass;
  try {
    sessionStorage.setItem(KEPT, pass);
  } catch {
    // a reload will need Telegram's word again
  }
  return session;
}

function recalled() {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

export const playbooks = () => get("playbooks");
export const file = (name) => get("file", { file: name });
export const history = (name, skip = 0) => get("history", name ? { file: name, skip } : { skip });
export const version = (number) => get("version", { number });
export const check = (wish, signal) => post("check", wish, { signal });
export const prepare = (wish) => post("prepare", wish);
export const confirm = (proposal) => post("confirm", { proposal });
export const drop = (proposal) => post("drop", { proposal });
export const rollBack = (number) => post("roll_back", { number });
export const turn = (name, on) => post("turn", { file: name, on });
