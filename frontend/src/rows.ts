/** Walking a table: `j` and `k` move the focus from row to row, Enter (the browser's own) opens; a click on a row opens too. */
import { isFree, keyOf } from "./keys";

const LINKS = "table[data-rows] tbody tr .row-link";

export function startRows(): void {
  document.addEventListener("keydown", (event) => {
    const key = keyOf(event);
    if ((key === "j" || key === "k") && isFree(event)) step(event, key === "j" ? 1 : -1);
  });
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("a, button, input, select, label, summary, textarea") || window.getSelection()?.toString()) return;
    target.closest("table[data-rows] tbody tr")?.querySelector<HTMLAnchorElement>(".row-link")?.click();
  });
}

function step(event: KeyboardEvent, by: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(LINKS)];
  if (!links.length) return;
  const here = document.activeElement?.closest("tr")?.querySelector<HTMLAnchorElement>(".row-link");
  const at = here ? links.indexOf(here) : -1;
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  event.preventDefault();
  links[next]?.focus({ preventScroll: true });
  links[next]?.closest("tr")?.scrollIntoView({ block: "nearest" });
}
