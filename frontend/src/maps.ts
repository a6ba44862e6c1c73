/** Finds the maps of a page and brings the map's own script only when one comes into view. */
import { fresh } from "./islands";

export function startMaps(root: ParentNode): void {
  fresh<HTMLElement>(root, "map").forEach((canvas) => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      void draw(canvas);
    });
    watcher.observe(canvas);
  });
}

async function draw(canvas: HTMLElement): Promise<void> {
  const address = canvas.dataset.module;
  if (!address) return;
  const { drawMap } = (await import(/* the page names it */ address)) as typeof import("./map");
  drawMap(canvas);
}
