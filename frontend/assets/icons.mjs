/** One SVG sprite from the names in icons.txt. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The sprite as text; a name that lucide does not have stops the build. */
export async function buildIcons(here) {
  const names = (await readFile(join(here, "icons.txt"), "utf8"))
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("#"));
  const symbols = await Promise.all(names.map((name) => symbol(here, name)));
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`;
}

async function symbol(here, name) {
  const source = await readFile(join(here, "node_modules/lucide-static/icons", `${name}.svg`), "utf8");
  const drawing = source
    .replace(/<!--.*?-->/gs, "")
    .replace(/^.*?<svg[^>]*>/s, "")
    .replace(/<\/svg>\s*$/s, "")
    .replace(/\s+/g, " ")
    .trim();
  const stroke = 'fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${stroke}>${drawing}</symbol>`;
}
