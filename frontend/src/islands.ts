/** Runs each island over the page, and again over every piece that htmx swaps in. */
import htmx from "htmx.org";

export type Island = (root: ParentNode) => void;

export function wake(islands: Island[]): void {
  const over = (root: ParentNode) => islands.forEach((island) => island(root));
  over(document);
  htmx.onLoad((element) => {
    if (element instanceof HTMLElement) over(element.parentNode ?? element);
  });
}

/** The elements under `root` that carry `mark` and have not been woken before. */
export function fresh<E extends HTMLElement>(root: ParentNode, mark: string): E[] {
  const found = [...root.querySelectorAll<E>(`[data-${mark}]`)].filter((element) => !woken.has(element));
  found.forEach((element) => woken.add(element));
  return found;
}

const woken = new WeakSet<HTMLElement>();
