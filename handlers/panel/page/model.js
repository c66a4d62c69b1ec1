/** What the form holds: tables, lists and texts as the file has them, and the paths into them. */

export class Model {
  /** `onChange` hears of every change, once it is made. */
  constructor(data, onChange) {
    this.data = data;
    this.onChange = onChange;
  }

  get(path) {
    return path.reduce((value, key) => value?.[key], this.data);
  }

  list(path) {
    const value = this.get(path);
    return Array.isArray(value) ? value : [];
  }

  /** Put a value; the tables above it are made where they are missing. */
  set(path, value) {
    const last = path.at(-1);
    let table = this.data;
    path.slice(0, -1).forEach((key, at) => {
      table[key] ??= typeof path[at + 1] === "number" ? [] : {};
      table = table[key];
    });
    table[last] = value;
    this.onChange();
  }

  /** Take a key away, and the tables above it that it leaves empty. */
  clear(path) {
    const table = this.get(path.slice(0, -1));
    if (table) delete table[path.at(-1)];
    const above = path.slice(0, -1);
    const isEmpty = table && typeof above.at(-1) === "string" && !Array.isArray(table) && Object.keys(table).length === 0;
    if (isEmpty) this.clear(above);
    else this.onChange();
  }

  /** A text; an optional one that is emptied goes away. */
  write(path, text, { optional = false } = {}) {
    if (optional && text.trim() === "") this.clear(path);
    else this.set(path, text);
  }

  add(path, value) {
    this.set(path, [...this.list(path), value]);
  }

  /** Take an item out of a list; an optional list that it leaves empty goes away. */
  remove(path, at, { optional = true } = {}) {
    const kept = this.list(path).filter((_, number) => number !== at);
    if (kept.length === 0 && optional) this.clear(path);
    else this.set(path, kept);
  }

  move(path, from, to) {
    const items = [...this.list(path)];
    items.splice(to, 0, ...items.splice(from, 1));
    this.set(path, items);
  }
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
