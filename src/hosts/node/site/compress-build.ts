/**
 * Puts a brotli and a gzip version beside every file of a finished build that gets smaller by it. Run once, after the build
 * (`npm run build`), so that serving costs nothing and the strongest settings are worth their time.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { encodedSuffixes } from '#hosts/node/site/load-site.ts';

const folders = process.argv[2] ?? 'dist/{room,console}';

// Note: character maps are compressed already, and so are most fonts.
const files = globSync(`${folders}/**/*.{js,mjs,css,svg,txt,json,wasm}`);

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

await Promise.all(
  files.map(async (path) => {
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    };
    const encoded = { br: await brotli(bytes, { params }), gzip: await gzipped(bytes, { level: 9 }) };
    for (const [encoding, suffix] of encodedSuffixes) {
      if (encoded[encoding].byteLength < bytes.byteLength) writeFileSync(path + suffix, encoded[encoding]);
    }
  }),
);
