/** Buttons that fill in a form for the person: data-fill='{"username": …}' on the sign-in page of a demo workspace. */
import { fresh } from "./islands";

export function startFills(root: ParentNode): void {
  fresh<HTMLButtonElement>(root, "fill-username").forEach((button) => {
    button.addEventListener("click", () => {
      const form = document.getElementById(button.dataset.fillForm ?? "");
      if (!(form instanceof HTMLFormElement)) return;
      put(form, "username", button.dataset.fillUsername ?? "");
      put(form, "password", button.dataset.fillPassword ?? "");
      form.requestSubmit();
    });
  });
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
