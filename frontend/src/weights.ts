/** Sliders whose outputs show each criterion's share of the whole, as it will count. */
import { fresh } from "./islands";

export function startWeights(root: ParentNode): void {
  fresh<HTMLElement>(root, "weights").forEach((group) => {
    group.addEventListener("input", () => show(group));
    group.closest("form")?.addEventListener("reset", () => window.setTimeout(() => show(group)));
    show(group);
  });
}

function show(group: HTMLElement): void {
  const sliders = [...group.querySelectorAll<HTMLInputElement>("input[type=range]")];
  const shares = wholeShares(sliders.map((slider) => slider.valueAsNumber));
  const percent = new Intl.NumberFormat(document.documentElement.lang || undefined, { style: "percent" });
  sliders.forEach((slider, index) => {
    const text = percent.format((shares[index] ?? 0) / 100);
    slider.setAttribute("aria-valuetext", text);
    const output = slider.closest(".weight")?.querySelector("output");
    if (output) output.textContent = text;
  });
}

/** Whole per cents that add up to 100 (largest remainder); all zero where every weight is. */
export function wholeShares(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (weight * 100) / sum);
  const shares = exact.map(Math.floor);
  const missing = 100 - shares.reduce((total, share) => total + share, 0);
  const byRemainder = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest);
  byRemainder.slice(0, missing).forEach(({ index }) => (shares[index] = (shares[index] ?? 0) + 1));
  return shares;
}
