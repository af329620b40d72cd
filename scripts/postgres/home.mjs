import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Trouble } from '../console.mjs';
import { canReach } from './account.mjs';

/** Durable, and only root can write there. Used when root runs us from a folder that Postgres' account cannot enter. */
const SYSTEM_HOME = '/var/lib/kiem-tra-cchc';
const POINTER = 'database-folder';
const VOLATILE = 'kiemtra-test-';

function makeHome(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}

function readPointer(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Where the database of this installation lives: in `data`, or where `data/database-folder` points. */
export function knownHome(data) {
  return readPointer(path.join(data, POINTER)) ?? data;
}

/** The same, chosen on the first start and made when it is missing. */
export function durableHome(data, account) {
  if (knownHome(data) !== data) return makeHome(knownHome(data));
  makeHome(data);
  if (canReach(account, data)) return data;
  const home = makeHome(path.join(makeHome(SYSTEM_HOME), randomBytes(8).toString('hex')));
  writeFileSync(path.join(data, POINTER), `${home}\n`, { flush: true });
  return home;
}

/** A new folder for a database that is thrown away; its name tells whose it is. */
export function volatileHome(account) {
  const parent = [os.tmpdir(), '/tmp', '/var/tmp'].find((folder) => canReach(account, folder));
  if (!parent) throw new Trouble('không có thư mục tạm dùng được cho cơ sở dữ liệu thử.');
  return makeHome(mkdtempSync(path.join(parent, `${VOLATILE}${process.pid}-`)));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Volatile folders whose maker was killed before it could clean up. */
export function abandonedHomes() {
  return readdirSync(os.tmpdir())
    .filter((name) => name.startsWith(VOLATILE) && !isAlive(Number(name.slice(VOLATILE.length).split('-')[0])))
    .map((name) => path.join(os.tmpdir(), name));
}

/** Removes a folder that a dying Postgres may still be writing to. */
export function removeHome(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
