/** Builds what the office's pages load: styles, scripts, fonts, icons and the basemap, into static/dist. */
import { build } from "esbuild";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBasemap } from "./assets/basemap.mjs";
import { compressTexts } from "./assets/compress.mjs";
import { buildFonts } from "./assets/fonts.mjs";
import { buildIcons } from "./assets/icons.mjs";
import { gatherLicences } from "./assets/licences.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const shipped = join(here, "../src/kakehashi/office/static/dist");
const out = join(here, "node_modules/.dist"); // complete before it takes the place of the last one
const started = performance.now();

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const bundled = {
  absWorkingDir: here,
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  target: ["es2022", "chrome123", "firefox121", "safari17.5"],
};

await Promise.all([
  build({ ...bundled, entryPoints: { app: "src/app.ts", map: "src/map.ts" } }),
  build({ ...bundled, entryPoints: { app: "styles/index.css" } }),
  build({ ...bundled, entryPoints: { "map-worker": "maplibre-gl/dist/maplibre-gl-worker.mjs" } }),
  buildFonts(here, out),
  buildIcons(here).then((sprite) => writeFile(join(out, "icons.svg"), sprite)),
  gatherLicences(here).then((text) => writeFile(join(out, "licences.txt"), text)),
  buildBasemap(here).then((json) => writeFile(join(out, "land.json"), json)),
]);

await compressTexts(out);
await rm(shipped, { recursive: true, force: true });
await rename(out, shipped);

console.log(`Assets built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
