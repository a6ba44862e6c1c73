/** Menus are <details>: one open at a time, closed by Escape or a click elsewhere; the phone's foot opens to every room. */

export function startMenus(): void {
  const openMenus = () => [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
  document.addEventListener("click", (event) => {
    openMenus().forEach((menu) => menu.contains(event.target as Node) || (menu.open = false));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    openMenus().forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  });
  const rail = document.querySelector(".rail");
  const more = rail?.querySelector<HTMLButtonElement>("button.more");
  more?.addEventListener("click", () => more.setAttribute("aria-expanded", String(rail?.classList.toggle("is-open"))));
}
