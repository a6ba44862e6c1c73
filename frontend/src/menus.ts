/** Menus are <details>: one open at a time, closed by Escape or a click elsewhere; the phone's foot opens to every room. */

export function startMenus(): void {
  const openMenus = () => [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    openMenus().forEach((menu) => menu.contains(target) || (menu.open = false));
    unfold(target.closest<HTMLButtonElement>(".rail button.more"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  });
}

function unfold(more: HTMLButtonElement | null): void {
  const rail = more?.closest(".rail");
  if (rail) more?.setAttribute("aria-expanded", String(rail.classList.toggle("is-open")));
}
