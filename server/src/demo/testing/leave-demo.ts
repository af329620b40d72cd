import type { Database } from '../../platform/database/database.js';

/** Lets other suites load the demonstration: a unit has one province, and no two provinces or accounts share a name. */
export async function leaveDemo(db: Database): Promise<void> {
  await db.directory(`update account set login_name = id::text where login_name like '%.demo-%'`);
  await db.directory(`update province set unit_code = id::text, slug = id::text where unit_code <> slug`);
}
