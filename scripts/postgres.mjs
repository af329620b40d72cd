/**
 * The Postgres that comes with the product, for `npm start` without DATABASE_URL and for tests. It listens on the
 * loopback address only, every role has its own random password, and the application is not the owner of the tables.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { postgresAccount } from './postgres/account.mjs';
import { postgresBinaries } from './postgres/binaries.mjs';
import { findRunning, initialise, killAll, start, stop, stopAtExit } from './postgres/cluster.mjs';
import { abandonedHomes, durableHome, knownHome, removeHome, volatileHome } from './postgres/home.mjs';
import {
  APP,
  OWNER,
  SUPERUSER,
  ensureRolesAndDatabase,
  keptPasswords,
  newPasswords,
  urlOf,
} from './postgres/roles.mjs';

/** Connections of the three roles, to the product's database unless another is named. */
function urlsOf(port, passwords) {
  return (database) => ({
    superuser: urlOf({ port, passwords, role: SUPERUSER, database }),
    owner: urlOf({ port, passwords, role: OWNER, database }),
    app: urlOf({ port, passwords, role: APP, database }),
  });
}

function durableCluster(data) {
  // The owner of an existing cluster decides the account; the account decides whether a new one can live in `data`.
  const home = durableHome(data, postgresAccount(path.join(data, 'postgres')));
  const folder = path.join(home, 'postgres');
  const passwords = keptPasswords(home, { mayCreate: !existsSync(folder) });
  return { home, folder, account: postgresAccount(folder), passwords, volatile: false };
}

async function open(cluster) {
  const opened = { ...cluster, binaries: postgresBinaries(cluster.home, cluster.account) };
  const lastResort = () => stopAtExit(opened);
  process.once('exit', lastResort);
  await initialise(opened);
  const port = (await findRunning(opened.folder, opened.passwords)) ?? (await start(opened));
  await ensureRolesAndDatabase({ port, passwords: opened.passwords });
  return {
    urls: urlsOf(port, opened.passwords),
    port,
    kill: () => killAll(opened),
    stop: async () => {
      await stop(opened);
      process.removeListener('exit', lastResort);
    },
  };
}

/**
 * Opens the database kept under `data`, starting it unless it runs already. Only for the holder of the folder's lock:
 * `stop()`, and the end of this process, end Postgres, also one that outlived an earlier launcher.
 */
export async function openPostgres(data) {
  return open(durableCluster(data));
}

/** The connections of the database kept under `data` while another process runs it; null when nobody does. */
export async function findPostgres(data) {
  const home = knownHome(data);
  const folder = path.join(home, 'postgres');
  if (!existsSync(folder)) return null;
  const passwords = keptPasswords(home, { mayCreate: false });
  const port = await findRunning(folder, passwords);
  return port && urlsOf(port, passwords);
}

/** Opens an empty database that forgets everything at `stop()`: no syncing to disk, a folder among the temporary ones. */
export async function openVolatilePostgres() {
  for (const folder of abandonedHomes()) {
    stopAtExit({ folder: path.join(folder, 'postgres'), volatile: true });
    removeHome(folder);
  }
  const account = postgresAccount('');
  const home = volatileHome(account);
  const postgres = await open({
    home,
    folder: path.join(home, 'postgres'),
    account,
    passwords: newPasswords(),
    volatile: true,
  });
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop();
      removeHome(home);
    },
  };
}
