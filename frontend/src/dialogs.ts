/** Buttons that open and close <dialog> elements: data-dialog-open="id", data-dialog-close. */

export function startDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-dialog-open]");
    if (opener) dialogNamed(opener.dataset.dialogOpen ?? "")?.showModal();
    if (target.closest("[data-dialog-close]") || target.matches("dialog[open]")) target.closest("dialog")?.close();
  });
}

function dialogNamed(id: string): HTMLDialogElement | null {
  const found = document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
}
