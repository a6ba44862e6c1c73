/** The licence of everything that is shipped, in one file beside it. */
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

const BUILD_ONLY = new Set(["esbuild", "typescript"]);

export async function gatherLicences(here) {
  const { devDependencies } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
  const shipped = Object.keys(devDependencies).filter((name) => !BUILD_ONLY.has(name) && !name.startsWith("@types/"));
  return (await Promise.all(shipped.map((name) => licence(here, name)))).join("\n\n");
}

async function licence(here, name) {
  const home = join(here, "node_modules", name);
  const { version, license } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
  const file = (await readdir(home)).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(join(home, file), "utf8") : "";
  return `== ${name} ${version} (${license})\n\n${text.trim()}\n`;
}
