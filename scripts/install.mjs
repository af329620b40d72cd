import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Trouble, step } from './console.mjs';
import { paths } from './paths.mjs';
import { runNpm } from './processes.mjs';

const OLDEST_NODE = [20, 19];

function readLock(...names) {
  const file = path.join(paths.root, ...names);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** True when npm's own record of what it installed names every package of the lock in its version. */
function isInstalled() {
  const installed = readLock('node_modules', '.package-lock.json');
  if (!installed) return false;
  return Object.entries(readLock('package-lock.json')).every(([place, wanted]) => {
    if (!place.includes('node_modules/') || wanted.optional || wanted.link) return true;
    return installed[place]?.version === wanted.version;
  });
}

/** Brings the libraries to what package-lock.json says; quick when they are. Needs nothing but Node and npm. */
export async function installIfNeeded(signal) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Trouble(`cần Node.js từ bản ${OLDEST_NODE.join('.')}; máy này có bản ${process.versions.node}.`);
  }
  if (isInstalled()) return;
  await step('Cài đặt thư viện (lần đầu có thể mất vài phút)', async () => {
    const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { signal });
    if (code !== 0 && !signal?.aborted) {
      throw new Trouble('npm ci báo lỗi (xem các dòng trên); hãy kiểm tra kết nối mạng rồi chạy lại.');
    }
  });
}
