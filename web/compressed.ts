/** Files of the build as they travel: smaller than what the server would make of them on the way, and made once. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller ones fit in one packet anyway. */
const LEAST_BYTES = 1024;

/** Vite plugin: `.br` and `.gz` beside every script and style. */
export function compressed(): Plugin {
  let assets = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved({ root, build: { outDir, assetsDir } }) {
      assets = path.resolve(root, outDir, assetsDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        for (const name of readdirSync(assets)) {
          const file = path.join(assets, name);
          if (!/\.(js|css)$/.test(name) || statSync(file).size < LEAST_BYTES) continue;
          const bytes = readFileSync(file);
          const { BROTLI_PARAM_MODE, BROTLI_MODE_TEXT } = constants;
          writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [BROTLI_PARAM_MODE]: BROTLI_MODE_TEXT } }));
          writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        }
      },
    },
  };
}
