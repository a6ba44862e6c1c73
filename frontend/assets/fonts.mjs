/** The four Noto families as slices that a browser fetches only when a page shows their characters. */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FAMILIES = [
  { folder: "noto-sans", name: "Noto Sans Variable", keep: /-latin(-ext)?-wght-normal/ },
  { folder: "noto-sans-jp", name: "Noto Sans JP Variable", keep: /-jp-\d+-wght-normal/ },
  { folder: "noto-sans-sc", name: "Noto Sans SC Variable", keep: /-sc-\d+-wght-normal/ },
  { folder: "noto-sans-thai", name: "Noto Sans Thai Variable", keep: /-thai-wght-normal/ },
];

/** Latin for Chinese and Japanese pages: without the dash, quotes and ellipsis that those scripts draw full width. */
const BESIDE_HAN = "Noto Sans Beside Han";
const LATIN = "U+0020-007E,U+00A0-00B6,U+00B8-00D6,U+00D8-00F6,U+00F8-00FF,U+0131,U+0152-0153,U+2010-2013,U+2212";

/** Writes fonts.css and fonts/*.woff2 under `out`. */
export async function buildFonts(here, out) {
  await mkdir(join(out, "fonts"), { recursive: true });
  const faces = (await Promise.all(FAMILIES.map((family) => familyFaces(here, out, family)))).flat();
  faces.push(...faces.filter((face) => /noto-sans-latin-wght/.test(face)).map(besideHan));
  await writeFile(join(out, "fonts.css"), `${faces.join("\n")}\n`);
}

async function familyFaces(here, out, { folder, name, keep }) {
  const home = join(here, "node_modules/@fontsource-variable", folder);
  const source = await readFile(join(home, "index.css"), "utf8");
  const kept = [...source.matchAll(/@font-face\s*\{[^}]*\}/g)].map(([face]) => face).filter((face) => keep.test(face));
  if (!kept.length) throw new Error(`${folder} has no slice that matches ${keep}`);
  return Promise.all(kept.map((face) => ship(home, out, name, face)));
}

async function ship(home, out, name, face) {
  const file = face.match(/files\/([\w.-]+\.woff2)/)[1];
  const range = face.match(/unicode-range:\s*([^;]+);/)[1].replace(/\s+/g, "");
  await copyFile(join(home, "files", file), join(out, "fonts", file));
  return (
    `@font-face{font-family:"${name}";font-style:normal;font-display:swap;font-weight:100 900;` +
    `src:url("fonts/${file}")format("woff2");unicode-range:${range}}`
  );
}

function besideHan(face) {
  return face.replace(/font-family:"[^"]+"/, `font-family:"${BESIDE_HAN}"`).replace(/unicode-range:[^}]+/, `unicode-range:${LATIN}`);
}
