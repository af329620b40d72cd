import { newId } from '@kiemtra/shared/kernel';
import { DataSource } from 'typeorm';
import { createCast, type Cast } from '../../testing/cast.js';
import { startTestServer, testConfig, type TestServer } from '../../testing/test-server.js';
import { UNPROTECTED_TABLES, refuseUnsafeDatabase } from './boot-check.js';
import { ownerDataSource } from './data-source.js';
import { Statement } from './statement.js';

let server: TestServer;
let cast: Cast;
let other: Cast;
beforeAll(async () => {
  server = await startTestServer();
  cast = await createCast(server);
  other = await createCast(server);
});
afterAll(() => server.close());

/** Tables that hold a province's data (the directory's account table is reached without a province). */
const provinceTables = async () => {
  const rows = await server.db.directory<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'account'`,
  );
  return rows.map(({ name }) => name);
};

describe('the database', () => {
  it('binds every province table by forced row-level security', async () => {
    expect(await server.db.directory(UNPROTECTED_TABLES)).toEqual([]);
    expect((await provinceTables()).length).toBeGreaterThan(20);
  });

  it('carries the province in every reference between tables of a province', async () => {
    const loose = await server.db.directory(
      `select k.conname from pg_constraint k
       join pg_attribute mine on mine.attrelid = k.conrelid and mine.attname = 'province_id'
       join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attname = 'province_id'
       where k.contype = 'f' and not (mine.attnum = any(k.conkey) and theirs.attnum = any(k.confkey))`,
    );
    expect(loose).toEqual([]);
  });

  it('shows nothing and takes nothing when no province is set (I23)', async () => {
    const scope = { requestId: newId(), provinceId: null, caller: null };
    for (const table of await provinceTables()) {
      const [row] = await server.db.within(scope, () =>
        server.db.query<{ count: number }>(`select count(*) as count from "${table}"`),
      );
      expect([table, row?.count]).toEqual([table, 0]);
    }
    const write = server.db.within(scope, () =>
      server.db.query(`insert into holiday values ($1, '2026-01-01', 'x', false)`, [cast.provinceId]),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('has what nobody waits for done before whatever else is asked', async () => {
    const { provinceId } = await createCast(server);
    const put = new Statement('put', `insert into holiday values ($1, '2026-05-05', 'Chờ', false)`);
    const read = `select name from holiday where date = '2026-05-05'`;
    const seen = await server.inProvince(provinceId, async () => {
      server.db.queryLast(put, [provinceId]);
      return server.db.query(read);
    });
    expect(seen).toEqual([{ name: 'Chờ' }]);
    expect(await server.inProvince(provinceId, () => server.db.query(read))).toHaveLength(1);
  });

  it('knows of what it has still to write that it writes', async () => {
    const { provinceId } = await createCast(server);
    const put = new Statement('put', `insert into holiday values ($1, '2026-05-05', 'Chờ', false)`);
    const hasWritten = await server.inProvince(provinceId, () => {
      server.db.queryLast(put, [provinceId]);
      return server.db.hasWritten();
    });
    expect(hasWritten).toBe(true);
  });

  it('takes no row for another province than the one that is set', async () => {
    const write = server.inProvince(cast.provinceId, () =>
      server.db.query(`insert into holiday values ($1, '2026-01-01', 'x', false)`, [other.provinceId]),
    );
    await expect(write).rejects.toThrow(/row-level security/);
  });

  it('never leaves a province behind on a pooled connection', async () => {
    const work = async (turn: number) => {
      const mine = turn % 2 ? cast : other;
      const failing = turn % 7 === 0;
      const seen = server.inProvince(mine.provinceId, async () => {
        const rows = await server.db.query<{ province_id: string }>('select distinct province_id from organization');
        if (failing) await server.db.query('select 1/0');
        return rows.map((row) => row.province_id);
      });
      if (failing) await expect(seen).rejects.toThrow(/division by zero/);
      else expect(await seen).toEqual([mine.provinceId]);
    };
    for (let round = 0; round < 40; round += 1) {
      await Promise.all(Array.from({ length: 15 }, (_, turn) => work(round * 15 + turn)));
    }
  });

  it('rolls the whole work back when any part of it fails', async () => {
    const work = server.inProvince(cast.provinceId, async () => {
      await server.db.query(`insert into holiday values ($1, '2026-01-02', 'x', false)`, [cast.provinceId]);
      throw new Error('later');
    });
    await expect(work).rejects.toThrow('later');
    expect(await server.inProvince(cast.provinceId, () => server.db.query('select from holiday'))).toEqual([]);
  });

  it('goes on after the server cut its connections', async () => {
    const owner = await new DataSource({
      type: 'postgres',
      url: `${process.env['TEST_DATABASE_SUPERUSER_PREFIX'] ?? ''}${process.env['JEST_WORKER_ID'] ?? 1}`,
    }).initialize();
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kiemtra_app' and datname = current_database()`,
    );
    await owner.destroy();
    const statuses = [];
    for (let turn = 0; turn < 12; turn += 1) statuses.push((await cast.as('viewer').get('/auth/me')).status);
    expect(statuses.at(-1)).toBe(200);
    expect(statuses).not.toContain(500);
  });
});

describe('entities', () => {
  it('name the tables and columns that the migrations make', async () => {
    const { upQueries } = await server.app.get(DataSource).driver.createSchemaBuilder().log();
    const drift = upQueries
      .map(({ query }) => query)
      .filter((query) => /^(CREATE TABLE|DROP TABLE)|(ADD|DROP|ALTER COLUMN|RENAME) (?!CONSTRAINT)/.test(query));
    expect(drift.filter((query) => !/(DROP|ADD) CONSTRAINT|(CREATE|DROP)( UNIQUE)? INDEX/.test(query))).toEqual([]);
  });
});

describe('migrations', () => {
  it('can be taken back and run again', async () => {
    const superuser = await new DataSource({
      type: 'postgres',
      url: `${process.env['TEST_DATABASE_SUPERUSER_PREFIX'] ?? ''}${process.env['JEST_WORKER_ID'] ?? 1}`,
    }).initialize();
    const name = `revert_${newId().slice(-12)}`;
    await superuser.query(`create database ${name} owner kiemtra_owner`);
    const url = new URL(testConfig().DATABASE_OWNER_URL ?? '');
    url.pathname = `/${name}`;
    const owner = await ownerDataSource({ DATABASE_URL: url.href, DATABASE_OWNER_URL: null }).initialize();
    try {
      const applied = await owner.runMigrations();
      for (const _ of applied) await owner.undoLastMigration();
      expect(
        await owner.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`),
      ).toEqual([{ relname: 'migrations' }]);
      expect(await owner.runMigrations()).toHaveLength(applied.length);
    } finally {
      await owner.destroy();
      await superuser.query(`drop database ${name}`);
      await superuser.destroy();
    }
  });
});

describe('the boot check', () => {
  it('accepts the app role and names what is unsafe about an owner', async () => {
    await expect(refuseUnsafeDatabase(server.db)).rejects.toThrow(/fsync đang tắt/);
    const faults = await refuseUnsafeDatabase(server.db).catch((error: unknown) => String(error));
    expect(faults).not.toMatch(/vượt được|chưa bắt buộc/);
  });
});
