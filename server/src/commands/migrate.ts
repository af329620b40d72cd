import type { Config } from '../platform/config/config.js';
import { ownerDataSource } from '../platform/database/data-source.js';

const LOCK = 7_202_501;

/** Brings the database to the newest migration; one migrator at a time, a second one waits. */
export async function migrate(config: Config): Promise<void> {
  const source = await ownerDataSource(config).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('set lock_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await source.runMigrations();
    // The app reads the list of migrations to say whether it is ready.
    await runner.query('grant select on migrations to kiemtra_app');
    if (applied.length > 0) process.stdout.write(`Đã áp dụng ${applied.length} thay đổi cấu trúc dữ liệu\n`);
  } finally {
    await runner.release();
    await source.destroy();
  }
}
