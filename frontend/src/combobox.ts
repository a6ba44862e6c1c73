/** The search box on every page: htmx brings suggestions, the arrows walk them, Enter opens one or searches. */
import { choose, chosen, move, open } from "./options";
import { fresh } from "./islands";

export function startCombobox(root: ParentNode): void {
  fresh<HTMLInputElement>(root, "combobox").forEach(enliven);
}

function enliven(input: HTMLInputElement): void {
  const list = document.getElementById(input.getAttribute("aria-controls") ?? "");
  if (!list) return;
  const show = (visible: boolean) => {
    list.hidden = !visible;
    input.setAttribute("aria-expanded", String(visible));
    if (!visible) choose(input, list, undefined);
  };
  list.addEventListener("htmx:afterSwap", () => show(input === document.activeElement && list.childElementCount > 0));
  input.addEventListener("input", () => input.value.trim().length < 2 && show(false));
  input.addEventListener("focus", () => list.childElementCount > 0 && input.value.trim().length > 1 && show(true));
  input.addEventListener("blur", () => show(false));
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const option = chosen(list);
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) move(input, list, event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && option) open(option, event.metaKey || event.ctrlKey);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else if (event.key === "Escape") return input.blur();
    else return;
    event.preventDefault();
  });
}
