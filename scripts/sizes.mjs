/** What a browser must load before a person sees something, in gzip bytes of JavaScript, held to its limits after every build. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { paths } from './paths.mjs';

const KB = 1000;
/** The field route is to come to 160 kB: 65 of it are react-dom, 13 the router, 4 the names of files that pages ask for ahead. */
const pages = [
  { name: 'log-in page', entries: ['index.html', 'src/app/open-gate.tsx'], limit: 110 * KB },
  { name: 'shell', entries: ['index.html', 'src/app/open-app.tsx'], limit: 130 * KB },
  {
    name: 'field route',
    entries: ['index.html', 'src/app/open-app.tsx', 'src/app/ScoringRoute.tsx'],
    limit: 165 * KB,
  },
];

const dist = path.join(paths.root, 'web', 'dist');
const manifest = () => JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8'));

/** Files of the chunks and of everything they import before they can run. */
function filesOf(entries, chunks) {
  const files = new Set();
  const open = [...entries];
  while (open.length) {
    const key = open.pop();
    const chunk = chunks[key];
    if (!chunk) throw new Error(`the build has no chunk ${key}`);
    if (files.has(chunk.file)) continue;
    files.add(chunk.file);
    open.push(...(chunk.imports ?? []));
  }
  return [...files];
}

/** Each page with the bytes it loads. */
export function measurePages() {
  const chunks = manifest();
  const bytesOf = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length;
  return pages.map(({ name, entries, limit }) => {
    const bytes = filesOf(entries, chunks).reduce((sum, file) => sum + bytesOf(file), 0);
    return { name, bytes, limit };
  });
}

if (process.argv[1] === import.meta.filename) {
  const measured = measurePages();
  for (const { name, bytes, limit } of measured) {
    console.log(`${name}: ${(bytes / KB).toFixed(1)} kB gz (at most ${limit / KB} kB)`);
  }
  process.exit(measured.some(({ bytes, limit }) => bytes > limit) ? 1 : 0);
}
