/** Keys for the whole page: `/` searches, `g` and a letter goes somewhere, `?` explains. They can be switched off. */
import { choiceOf, remember } from "./memory";

const OFF = "kakehashi-keys-off";
let leading = 0;

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (isFree(event)) press(event, keyOf(event));
  });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches("[data-keys-switch]")) remember(OFF, target.checked ? "" : "yes");
  });
}

/** Whether a single letter may act: nobody is typing, no dialog is open, and the person has not switched it off. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (choiceOf(OFF) || document.querySelector("dialog[open]")) return false;
  const target = event.target as HTMLElement;
  return !target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

const BY_PLACE: Record<string, string> = { Slash: "/", BracketLeft: "[", BracketRight: "]" };

/** The Latin key that was meant: on a Thai keyboard, the one that sits at the same place. */
export function keyOf(event: KeyboardEvent): string {
  if (/^[ -~]$/.test(event.key)) return event.key;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? BY_PLACE[event.code];
  return letter === "/" && event.shiftKey ? "?" : (letter ?? event.key);
}

function press(event: KeyboardEvent, key: string): void {
  const led = Date.now() - leading < 1500;
  leading = 0;
  if (led) return follow(event, `.rail a[data-key="${CSS.escape(key)}"]`);
  if (key === "g") leading = Date.now();
  else if (key === "/") act(event, () => document.querySelector<HTMLInputElement>("[data-combobox]")?.select());
  else if (key === "?") act(event, explain);
  else if (key === "]") follow(event, 'a[rel~="next"]');
  else if (key === "[") follow(event, 'a[rel~="prev"]');
  else follow(event, `[data-hotkey="${CSS.escape(key)}"]`);
}

function follow(event: KeyboardEvent, selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  if (element) act(event, () => element.click());
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}

/** Opens the list of keys, with those that this page adds. */
export function explain(): void {
  const dialog = document.querySelector<HTMLDialogElement>("#keys");
  const list = dialog?.querySelector("dl");
  const model = dialog?.querySelector("template");
  if (!dialog || !list || !model) return;
  list.querySelectorAll(".of-page").forEach((line) => line.remove());
  for (const element of document.querySelectorAll<HTMLElement>("[data-hotkey]")) {
    const line = model.content.cloneNode(true) as DocumentFragment;
    line.querySelector("kbd")?.replaceChildren(element.dataset.hotkey ?? "");
    line.querySelector("dd")?.replaceChildren(wordsOf(element));
    list.prepend(line);
  }
  const box = dialog.querySelector<HTMLInputElement>("[data-keys-switch]");
  if (box) box.checked = !choiceOf(OFF);
  dialog.showModal();
}

function wordsOf(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("kbd, svg").forEach((part) => part.remove());
  return element.getAttribute("aria-label") ?? copy.textContent?.trim() ?? "";
}
