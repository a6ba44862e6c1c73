/** A file input that says what was chosen; the input lies over the whole zone, so dropping and the keyboard are its own. */
import { fresh } from "./islands";

export function startDropzones(root: ParentNode): void {
  fresh<HTMLElement>(root, "dropzone").forEach(enliven);
}

function enliven(zone: HTMLElement): void {
  const input = zone.querySelector<HTMLInputElement>("input[type=file]");
  const invitation = zone.querySelector<HTMLElement>(".invitation");
  const chosen = zone.querySelector<HTMLElement>(".chosen");
  if (!input || !invitation || !chosen) return;
  zone.classList.add("is-live");
  const over = (is: boolean) => zone.classList.toggle("is-over", is);
  zone.addEventListener("dragover", () => over(true));
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", () => over(false));
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    zone.classList.toggle("has-file", files.length > 0);
    invitation.hidden = files.length > 0;
    chosen.hidden = !files.length;
    chosen.replaceChildren(...files.flatMap(line));
  });
}

function line(file: File): (Node | string)[] {
  const size = document.createElement("span");
  size.className = "size";
  size.textContent = inWords(file.size);
  return [file.name, " ", size];
}

/** Bytes with the unit that a person would use, in the page's language. */
function inWords(bytes: number): string {
  const [unit, divisor] = bytes >= 1e6 ? ["megabyte", 1e6] : bytes >= 1e3 ? ["kilobyte", 1e3] : ["byte", 1];
  const language = document.documentElement.lang || undefined;
  return new Intl.NumberFormat(language, { style: "unit", unit: unit as string, maximumFractionDigits: 1 }).format(bytes / (divisor as number));
}
