/** The command palette: the pages and verbs that the page brought along, then what the search finds. */
import { choose, chosen, move, open, optionsOf } from "./options";

interface Entry {
  label: string;
  url: string;
  icon?: string;
  hint?: string;
}

export function startPalette(): void {
  document.addEventListener("click", (event) => {
    if ((event.target as Element).closest("[data-open-palette]")) show();
  });
  document.addEventListener("keydown", (event) => {
    if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    show();
  });
  document.addEventListener("input", (event) => inPalette(event, refresh));
  document.addEventListener("keydown", (event) => inPalette(event, (palette) => press(event, palette)));
}

interface Palette {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  answers: HTMLElement;
}

/** The palette of the page as it is now: htmx may have replaced the one of a moment ago. */
function palette(): Palette | undefined {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.palette");
  const input = dialog?.querySelector("input");
  const answers = dialog?.querySelector<HTMLElement>(".answers");
  return dialog && input && answers ? { dialog, input, answers } : undefined;
}

function inPalette(event: Event, then: (here: Palette) => void): void {
  const here = palette();
  if (here && event.target === here.input) then(here);
}

function show(): void {
  const here = palette();
  if (!here || here.dialog.open) return;
  here.input.value = "";
  refresh(here);
  here.dialog.showModal();
}

let asked = 0;
let timer = 0;

function refresh(here: Palette): void {
  const words = here.input.value.trim().toLocaleLowerCase();
  const fitting = entries().filter((entry) => entry.label.toLocaleLowerCase().includes(words));
  here.answers.replaceChildren(...fitting.map((entry) => option(here.dialog, entry)));
  choose(here.input, here.answers, optionsOf(here.answers)[0]);
  window.clearTimeout(timer);
  const turn = ++asked;
  if (words.length > 1) timer = window.setTimeout(() => void search(here, words, turn), 180);
}

function entries(): Entry[] {
  const text = document.getElementById("palette-entries")?.textContent;
  return text ? (JSON.parse(text) as Entry[]) : [];
}

/** Appends what the office's search finds, unless the person has typed on. */
async function search({ dialog, input, answers }: Palette, words: string, turn: number): Promise<void> {
  const address = `${dialog.dataset.suggest}?${new URLSearchParams({ q: words })}`;
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || turn !== asked) return;
  const piece = document.createElement("template");
  piece.innerHTML = await answer.text();
  const found = [...piece.content.querySelectorAll<HTMLElement>('[role="option"]')];
  found.forEach((each) => each.removeAttribute("id"));
  answers.append(...found);
  if (!chosen(answers)) choose(input, answers, optionsOf(answers)[0]);
}

function option(dialog: HTMLDialogElement, { label, url, icon, hint }: Entry): HTMLElement {
  const model = dialog.querySelector("template")?.content.firstElementChild;
  const made = model?.cloneNode(true) as HTMLAnchorElement;
  made.href = url;
  const use = made.querySelector("use");
  if (use && icon) use.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*$/, `#${icon}`));
  made.querySelector(".label")?.replaceChildren(label);
  made.querySelector(".hint")?.replaceChildren(hint ?? "");
  return made;
}

function press(event: KeyboardEvent, { input, answers }: Palette): void {
  if (event.isComposing) return;
  const here = chosen(answers);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") move(input, answers, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && here) open(here, event.metaKey || event.ctrlKey);
  else return;
  event.preventDefault();
}
