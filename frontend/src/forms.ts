/** Small courtesies of forms: filters that apply themselves, and a button that cannot be pressed twice. */
import { fresh } from "./islands";

export function startForms(root: ParentNode): void {
  fresh<HTMLFormElement>(root, "autosubmit").forEach((form) => {
    form.addEventListener("change", (event) => {
      if ((event.target as HTMLElement).matches("select, input[type=checkbox], input[type=radio]")) form.requestSubmit();
    });
  });
  fresh<HTMLFormElement>(root, "once").forEach((form) => {
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented) return;
      const button = event.submitter;
      window.setTimeout(() => button?.setAttribute("disabled", ""));
      window.addEventListener("pageshow", () => button?.removeAttribute("disabled"), { once: true });
    });
  });
}
