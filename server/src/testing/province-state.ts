import type { Database } from '../platform/database/database.js';

/** Everything a province has, row by row; the directory's rows of its people included. */
export type ProvinceState = Record<string, string[]>;

const TABLES = `
  select c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;

/** Tables without a province of their own, and how their rows belong to one. */
const BY_ACCOUNT = ['session', 'activation_slip'];

/** The state as the work under way sees it, whatever province that work is in. */
export async function provinceState(db: Database, provinceId: string): Promise<ProvinceState> {
  const tables = await db.directory<{ name: string }>(TABLES);
  const parts = [
    `select 'province' as name, t::text as row from province t where t.id = $1`,
    ...tables.map(({ name }) => `select '${name}', t::text from "${name}" t where t.province_id = $1`),
    ...BY_ACCOUNT.map((name) => {
      return `select '${name}', t::text from ${name} t join account a on a.id = t.account_id where a.province_id = $1`;
    }),
  ];
  const enter = `select current_setting('app.province_id', true) as before, set_config('app.province_id', $1, true)`;
  const own = await db.one<{ before: string | null }>(enter, [provinceId]);
  const rows = await db.query<{ name: string; row: string }>(`${parts.join(' union all ')} order by 1, 2`, [
    provinceId,
  ]);
  await db.query(`select set_config('app.province_id', $1, true)`, [own?.before ?? '']);
  const state: ProvinceState = {};
  for (const { name, row } of rows) (state[name] ??= []).push(row);
  return state;
}
