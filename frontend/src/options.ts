/** A list of options that the keyboard walks through while the text field keeps the focus. */

export function optionsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')].filter((option) => !option.hidden);
}

export function chosen(list: HTMLElement): HTMLElement | undefined {
  return optionsOf(list).find((option) => option.getAttribute("aria-selected") === "true");
}

/** Marks `option` as the one that Enter would open (none when undefined). */
export function choose(input: HTMLElement, list: HTMLElement, option: HTMLElement | undefined): void {
  chosen(list)?.setAttribute("aria-selected", "false");
  if (!option) return input.removeAttribute("aria-activedescendant");
  option.id ||= `${list.id}-${optionsOf(list).indexOf(option)}`;
  option.setAttribute("aria-selected", "true");
  option.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", option.id);
}

/** Moves the mark by `step`; past either end it returns to the field itself. */
export function move(input: HTMLElement, list: HTMLElement, step: 1 | -1): void {
  const options = optionsOf(list);
  const here = chosen(list);
  const from = here ? options.indexOf(here) : step > 0 ? -1 : options.length;
  choose(input, list, options[from + step]);
}

export function open(option: HTMLElement, elsewhere: boolean): void {
  const address = option.getAttribute("href");
  if (!address) option.click();
  else if (elsewhere) window.open(address, "_blank", "noopener");
  else window.location.assign(address);
}
