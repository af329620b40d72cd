/**
 * The browser of the journeys, in this order: CHROMIUM_PATH, an installed Chromium or Chrome, else the one inside the npm
 * package @sparticuz/chromium. The package's own API unpacks into a shared temporary folder and leaves its system
 * libraries packed outside AWS, so we unpack it ourselves, into .cache, and lend it those libraries when they are missing.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { Trouble } from './console.mjs';
import { paths } from './paths.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** True when the browser starts far enough to say its version: a missing library shows here. */
function runs(file, env = {}) {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: 20_000 };
    execFile(file, ['--version', '--no-sandbox'], options, (error) => resolve(!error));
  });
}

/** An installed Chromium or Chrome, or null. */
async function installedBrowser() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...FIXED_PLACES];
  for (const file of places.filter((place) => existsSync(place))) {
    if (await runs(file)) return { file, env: {} };
  }
  return null;
}

/** The fonts of the system, where there are any, and those of the package. */
function fontSettings(folder) {
  const text = (place) => place.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${text(path.join(folder, 'fonts'))}</dir>
  <cachedir>${text(path.join(folder, 'font-cache'))}</cachedir>
</fontconfig>
`;
}

async function decompress(packed, file) {
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(file, { mode: 0o755 }));
}

async function unpack(bin, folder) {
  const draft = `${folder}.draft-${process.pid}`;
  const archives = { swiftshader: draft, fonts: draft, al2023: path.join(draft, 'system') };
  try {
    mkdirSync(path.join(draft, 'system'), { recursive: true });
    await decompress(path.join(bin, 'chromium.br'), path.join(draft, 'chromium'));
    for (const [name, place] of Object.entries(archives)) {
      const archive = path.join(draft, `${name}.tar`);
      await decompress(path.join(bin, `${name}.tar.br`), archive);
      execFileSync('tar', ['-x', '-f', archive, '-C', place]);
      rmSync(archive);
    }
    writeFileSync(path.join(draft, 'fonts.conf'), fontSettings(folder));
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The browser of the npm package, unpacked into .cache on first use; null when it does not run here. */
async function packagedBrowser() {
  const home = path.resolve(path.dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const folder = path.join(paths.cache, 'chromium', version);
  if (!existsSync(folder)) await unpack(path.join(home, 'bin'), folder);
  const file = path.join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'system', 'lib') };
  for (const env of [fonts, { ...fonts, ...libraries }]) {
    if (await runs(file, env)) return { file, env };
  }
  return null;
}

/** The browser to use as `{ file, env }`; trouble when there is none, since journeys are never left out silently. */
export async function findBrowser() {
  const file = process.env.CHROMIUM_PATH;
  if (file) {
    if (await runs(file)) return { file, env: {} };
    throw new Trouble(`CHROMIUM_PATH=${file} không chạy được.`);
  }
  const found = (await installedBrowser()) ?? (await packagedBrowser());
  if (!found) throw new Trouble('không có trình duyệt nào chạy được; hãy cài Chromium hoặc đặt CHROMIUM_PATH.');
  return found;
}
