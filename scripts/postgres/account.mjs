import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { Trouble } from '../console.mjs';

/**
 * The account Postgres runs as: `{}` means ours. Postgres refuses root, so root hands it to the account that already
 * owns the cluster, else to `postgres`, else to `nobody`.
 */
export function postgresAccount(cluster) {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = statSync(cluster, { throwIfNoEntry: false }) ?? {};
  if (uid) return { uid, gid };
  const known = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , accountId, groupId] = known.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(accountId)) return { uid: Number(accountId), gid: Number(groupId) };
  }
  throw new Trouble('máy này không có tài khoản "postgres" hoặc "nobody"; hãy chạy bằng một tài khoản thường.');
}

/** Asks the kernel whether that account may enter the folder (or run the file), every parent included. */
export function canReach(account, place) {
  return account.uid === undefined || spawnSync('test', ['-x', place], account).status === 0;
}
