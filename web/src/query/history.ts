// The filters that were run in this browser, newest first.
import { everything } from "./filter";

const stored = "weir.filters";
const most = 30;

export function recent(): string[] {
  try {
    const list = JSON.parse(localStorage.getItem(stored) ?? "[]") as unknown;
    return Array.isArray(list) ? list.filter((f): f is string => typeof f === "string") : [];
  } catch {
    return [];
  }
}

export function remember(filter: string) {
  const text = filter.trim();
  if (everything(text)) return;
  try {
    localStorage.setItem(stored, JSON.stringify([text, ...recent().filter((f) => f !== text)].slice(0, most)));
  } catch {
    // no storage
  }
}
