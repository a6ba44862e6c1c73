/** The command palette: the pages and verbs that the page brought along, then what the search finds. */
import { choose, chosen, move, open, optionsOf } from "./options";

interface Entry {
  label: string;
  url: string;
  icon?: string;
  hint?: string;
}

export function startPalette(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.palette");
  const input = dialog?.querySelector("input");
  const answers = dialog?.querySelector<HTMLElement>(".answers");
  if (!dialog || !input || !answers) return;
  const entries = readEntries();
  const list = new Answers(dialog, input, answers, entries);
  document.querySelectorAll("[data-open-palette]").forEach((button) => button.addEventListener("click", () => list.show()));
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    list.show();
  });
}

function readEntries(): Entry[] {
  const text = document.getElementById("palette-entries")?.textContent;
  return text ? (JSON.parse(text) as Entry[]) : [];
}

class Answers {
  private asked = 0;
  private timer = 0;

  constructor(
    private readonly dialog: HTMLDialogElement,
    private readonly input: HTMLInputElement,
    private readonly answers: HTMLElement,
    private readonly entries: Entry[],
  ) {
    input.addEventListener("input", () => this.refresh());
    input.addEventListener("keydown", (event) => this.press(event));
  }

  show(): void {
    if (this.dialog.open) return;
    this.input.value = "";
    this.refresh();
    this.dialog.showModal();
  }

  private refresh(): void {
    const words = this.input.value.trim().toLocaleLowerCase();
    const fitting = this.entries.filter((entry) => entry.label.toLocaleLowerCase().includes(words));
    this.answers.replaceChildren(...fitting.map((entry) => this.option(entry)));
    choose(this.input, this.answers, optionsOf(this.answers)[0]);
    window.clearTimeout(this.timer);
    const turn = ++this.asked;
    if (words.length > 1) this.timer = window.setTimeout(() => void this.search(words, turn), 180);
  }

  /** Appends what the office's search finds, unless the person has typed on. */
  private async search(words: string, turn: number): Promise<void> {
    const address = this.dialog.dataset.suggest;
    if (!address) return;
    const answer = await fetch(`${address}?${new URLSearchParams({ q: words })}`, { headers: { "HX-Request": "true" } });
    if (!answer.ok || turn !== this.asked) return;
    const piece = document.createElement("template");
    piece.innerHTML = await answer.text();
    const found = [...piece.content.querySelectorAll<HTMLElement>('[role="option"]')];
    found.forEach((option) => option.removeAttribute("id"));
    this.answers.append(...found);
    if (!chosen(this.answers)) choose(this.input, this.answers, optionsOf(this.answers)[0]);
  }

  private option({ label, url, icon, hint }: Entry): HTMLElement {
    const model = this.dialog.querySelector("template")?.content.firstElementChild;
    const option = model?.cloneNode(true) as HTMLAnchorElement;
    option.href = url;
    const use = option.querySelector("use");
    if (use && icon) use.setAttribute("href", (use.getAttribute("href") ?? "").replace(/#.*$/, `#${icon}`));
    option.querySelector(".label")?.replaceChildren(label);
    option.querySelector(".hint")?.replaceChildren(hint ?? "");
    return option;
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const option = chosen(this.answers);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(this.input, this.answers, event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && option) open(option, event.metaKey || event.ctrlKey);
    else return;
    event.preventDefault();
  }
}
