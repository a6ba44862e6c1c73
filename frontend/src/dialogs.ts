/** Buttons and links that open and close <dialog> elements: data-dialog-open="id", data-dialog-close. */
import { explain } from "./keys";

export function startDialogs(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const opener = target.closest<HTMLElement>("[data-dialog-open]");
    if (opener && !event.ctrlKey && !event.metaKey) open(event, opener.dataset.dialogOpen ?? "");
    if (target.closest("[data-dialog-close]") || target.matches("dialog[open]")) target.closest("dialog")?.close();
  });
}

/** Where the dialog is not on the page, a link leads to the page that it stands for. */
function open(event: MouseEvent, id: string): void {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return;
  event.preventDefault();
  if (id === "keys") explain();
  else dialog.showModal();
}
