/** Builds the service worker last, with the list of every file of the app and its hash written into it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { build, type Plugin } from 'vite';
import type { Build, ShellFile } from './shell-cache.js';

const hashOf = (data: string | Buffer) => createHash('sha256').update(data).digest('base64');

/** Every file of the app, by address. The page lies under no other name than its own. */
function listFiles(dist: string): ShellFile[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => ({ file: path.join(dist, file), path: `/${file.split(path.sep).join('/')}` }))
    .filter(
      ({ file, path: address }) => statSync(file).isFile() && !/^\/(\.vite\/|sw(-off)?\.js$)|\.(br|gz)$/.test(address),
    )
    .map(({ file, path: address }) => ({ path: address, sha256: hashOf(readFileSync(file)) }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Vite plugin: `sw.js` and `sw-off.js` beside the page. */
export function serviceWorker(): Plugin {
  let dist = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build: { outDir } }) {
      dist = path.resolve(root, outDir);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = listFiles(dist);
        const made: Build = { id: hashOf(JSON.stringify(files)).replace(/\W/g, '').slice(0, 16), files };
        for (const name of ['sw', 'sw-off']) {
          await build({
            configFile: false,
            root: import.meta.dirname,
            logLevel: 'warn',
            publicDir: false,
            define: { BUILD: JSON.stringify(made) },
            build: {
              outDir: dist,
              emptyOutDir: false,
              target: 'es2022',
              modulePreload: false,
              rolldownOptions: {
                input: path.join(import.meta.dirname, `${name}.ts`),
                output: { format: 'iife', entryFileNames: `${name}.js` },
              },
            },
          });
        }
      },
    },
  };
}
