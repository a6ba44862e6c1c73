/** One dialog asks before a form with data-confirm is sent, and before an htmx request with hx-confirm. */

export function startConfirmations(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.dataset.confirm || form.dataset.confirmed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const submitter = event.submitter;
    ask(form.dataset, () => {
      form.dataset.confirmed = "yes";
      form.requestSubmit(submitter);
      delete form.dataset.confirmed;
    });
  }, true);
  document.addEventListener("htmx:confirm", (event) => {
    const { question, elt, issueRequest } = (event as CustomEvent<HtmxQuestion>).detail;
    if (!question) return;
    event.preventDefault();
    ask({ ...elt.dataset, confirm: question }, () => issueRequest(true));
  });
}

interface HtmxQuestion {
  question: string | null;
  elt: HTMLElement;
  issueRequest: (skipConfirmation: boolean) => void;
}

function ask(texts: DOMStringMap, proceed: () => void): void {
  const dialog = document.querySelector<HTMLDialogElement>("#confirm");
  const yes = dialog?.querySelector<HTMLButtonElement>("[value=yes]");
  const title = dialog?.querySelector("h2");
  if (!dialog || !yes || !title) return proceed();
  title.textContent = texts.confirm ?? "";
  const detail = dialog.querySelector<HTMLElement>(".detail");
  if (detail) detail.textContent = texts.confirmDetail ?? "";
  if (detail) detail.hidden = !texts.confirmDetail;
  yes.textContent = texts.confirmVerb ?? yes.dataset.verb ?? "";
  yes.classList.toggle("danger", "confirmDanger" in texts);
  dialog.returnValue = "";
  dialog.addEventListener("close", () => dialog.returnValue === "yes" && proceed(), { once: true });
  dialog.showModal();
}
