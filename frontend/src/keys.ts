/** Keys for the whole page: `/` searches, `g` and a letter goes somewhere, `?` explains. They can be switched off. */
import { choiceOf, remember } from "./memory";

const OFF = "kakehashi-keys-off";
let leading = 0;

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (isFree(event)) press(event);
  });
  const box = document.querySelector<HTMLInputElement>("[data-keys-switch]");
  if (!box) return;
  box.checked = !choiceOf(OFF);
  box.addEventListener("change", () => remember(OFF, box.checked ? "" : "yes"));
}

/** Whether a single letter may act: nobody is typing, no dialog is open, and the person has not switched it off. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (choiceOf(OFF) || document.querySelector("dialog[open]")) return false;
  const target = event.target as HTMLElement;
  return !target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
}

function press(event: KeyboardEvent): void {
  if (Date.now() - leading < 1500) {
    leading = 0;
    const link = document.querySelector<HTMLAnchorElement>(`.rail a[data-key="${CSS.escape(event.key)}"]`);
    if (link) return act(event, () => link.click());
  }
  if (event.key === "g") leading = Date.now();
  else if (event.key === "/") act(event, () => document.querySelector<HTMLInputElement>("[data-combobox]")?.select());
  else if (event.key === "?") act(event, () => document.querySelector<HTMLDialogElement>("#keys")?.showModal());
  else if (event.key === "n" || event.key === "p") follow(event, event.key === "n" ? "next" : "prev");
}

/** `n` and `p`: the neighbouring page of a list, or the neighbouring record. */
function follow(event: KeyboardEvent, relation: string): void {
  const link = document.querySelector<HTMLAnchorElement>(`a[rel~="${relation}"]`);
  if (link) act(event, () => link.click());
}

function act(event: KeyboardEvent, what: () => void): void {
  event.preventDefault();
  what();
}
