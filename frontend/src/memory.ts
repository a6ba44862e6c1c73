/** Small choices kept in this browser; where storage is refused they last as long as the page. */
const held = new Map<string, string>();

export function choiceOf(name: string): string {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return held.get(name) ?? "";
  }
}

export function remember(name: string, value: string): void {
  held.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
