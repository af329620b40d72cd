import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { Trouble } from '../console.mjs';

export const SUPERUSER = 'postgres';
export const OWNER = 'kiemtra_owner';
export const APP = 'kiemtra_app';
export const DATABASE = 'kiemtra';

/** One random password for each role. */
export function newPasswords() {
  const password = () => randomBytes(24).toString('base64url');
  return { [SUPERUSER]: password(), [OWNER]: password(), [APP]: password() };
}

/** The passwords of this installation, made on the first start and readable by us alone. */
export function keptPasswords(home, { mayCreate }) {
  const file = path.join(home, 'database-passwords.json');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'EACCES') throw error;
    if (!mayCreate) throw new Trouble(`thiếu hoặc hỏng tệp mật khẩu ${file}; hãy khôi phục tệp này từ bản sao lưu.`);
  }
  const passwords = newPasswords();
  writeFileSync(`${file}.draft`, JSON.stringify(passwords, null, 2), { mode: 0o600, flush: true });
  renameSync(`${file}.draft`, file);
  return passwords;
}

/** A connection URL for one of the roles. */
export function urlOf({ port, passwords, role, database = DATABASE }) {
  return `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/${database}`;
}

/** Runs work with one connection and closes it. */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes the two roles and the database when they are missing; may run any number of times. */
export async function ensureRolesAndDatabase({ port, passwords }) {
  await withClient(urlOf({ port, passwords, role: SUPERUSER, database: 'postgres' }), async (client) => {
    const { rows: roles } = await client.query('select rolname from pg_roles');
    const known = new Set(roles.map((role) => role.rolname));
    const options = { [OWNER]: 'login createrole', [APP]: 'login' };
    for (const [role, option] of Object.entries(options)) {
      const verb = known.has(role) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} ${option} password '${passwords[role]}'`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  });
}
