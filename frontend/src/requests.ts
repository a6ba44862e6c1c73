/** htmx under a strict content policy: nothing evaluated, nothing cached, failures told in words. */
import htmx from "htmx.org";

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0;
htmx.config.refreshOnHistoryMiss = true;
htmx.config.selfRequestsOnly = true;
htmx.config.scrollBehavior = "auto";

const root = document.documentElement;
const asked = new Set<unknown>();

/** Polls are quiet; whatever a person asked for draws the thread along the top edge. */
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, xhr } = (event as CustomEvent<{ elt: Element; xhr: unknown }>).detail;
  if (elt.matches("[data-quiet]")) return;
  asked.add(xhr);
  root.classList.add("is-loading");
});

document.addEventListener("htmx:afterRequest", (event) => {
  asked.delete((event as CustomEvent<{ xhr: unknown }>).detail.xhr);
  if (!asked.size) root.classList.remove("is-loading");
});

/** A piece that was answered by the sign-in page means that the session has ended: load the page again, it leads there. */
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  const signIn = document.getElementById("messages")?.dataset.signIn;
  if (!signIn || !xhr.responseURL || new URL(xhr.responseURL).pathname !== signIn) return;
  event.preventDefault();
  window.location.reload();
});

document.addEventListener("htmx:sendError", () => tell("offlineText"));
document.addEventListener("htmx:responseError", (event) => {
  const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
  tell(xhr.status === 403 || xhr.status === 401 ? "signedOutText" : "failedText");
});

/** Shows one of the sentences that the page brought along in its message area. */
function tell(name: string): void {
  const area = document.getElementById("messages");
  const model = area?.querySelector("template");
  const text = area?.dataset[name];
  if (!area || !model || !text) return;
  const message = model.content.firstElementChild?.cloneNode(true) as HTMLElement;
  message.querySelector("p")?.replaceChildren(text);
  area.querySelectorAll(".message.from-script").forEach((old) => old.remove());
  area.append(message);
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Element) event.target.closest(".message .close")?.closest(".message")?.remove();
});
