/** A brotli and a gzip copy beside every text file: the server sends the one that the browser takes. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const squeeze = { br: promisify(brotliCompress), gz: promisify(gzip) };
const OPTIONS = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }, gz: { level: 9 } };

export async function compressTexts(out) {
  const names = (await readdir(out)).filter((name) => /\.(css|js|json|svg)$/.test(name));
  await Promise.all(names.flatMap((name) => Object.keys(squeeze).map((kind) => copy(join(out, name), kind))));
}

async function copy(path, kind) {
  await writeFile(`${path}.${kind}`, await squeeze[kind](await readFile(path), OPTIONS[kind]));
}
