import type { Database } from './database.js';

/** Refuses to run on a database that could lose an acknowledged answer or show one province another's rows. Names every fault. */
export async function refuseUnsafeDatabase(db: Database): Promise<void> {
  const faults: string[] = [];
  const settings = await db.directory<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  );
  for (const { name } of settings) faults.push(`${name} đang tắt`);
  const [role] = await db.directory<{ is_unsafe: boolean }>(
    `select rolsuper or rolbypassrls or exists (
       select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace
     ) as is_unsafe from pg_roles where rolname = current_user`,
  );
  if (role?.is_unsafe !== false) faults.push('vai trò của ứng dụng là chủ bảng hoặc vượt được bảo mật hàng');
  const open = await db.directory<{ name: string }>(UNPROTECTED_TABLES);
  for (const { name } of open) faults.push(`bảng ${name} chưa bắt buộc bảo mật hàng`);
  if (faults.length > 0) throw new Error(`Cơ sở dữ liệu không an toàn, không khởi động:\n- ${faults.join('\n- ')}`);
}

/** Tables with a province that row-level security does not bind, the directory apart. */
export const UNPROTECTED_TABLES = `
  select c.relname as name from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'account'
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped)
    and not (c.relrowsecurity and c.relforcerowsecurity)
  order by 1`;
