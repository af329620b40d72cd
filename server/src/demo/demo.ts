import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { createProvince } from '../commands/create-province.js';
import { Passwords } from '../platform/auth/passwords.js';
import { addDemoAccounts, DEMO_PASSWORD } from './accounts.js';
import { addDemoHolidays } from './holidays.js';

/** The four provinces of the demonstration. */
const PROVINCES = [
  { unitCode: '92', slug: 'can-tho' },
  { unitCode: '82', slug: 'dong-thap' },
  { unitCode: '24', slug: 'bac-ninh' },
  { unitCode: '68', slug: 'lam-dong' },
] as const;

/** Loads the demonstration into an empty database, one transaction a province. */
export async function loadDemo(app: INestApplicationContext, progress: (line: string) => void): Promise<void> {
  const passwordHash = await app.get(Passwords).hash(DEMO_PASSWORD);
  for (const [index, province] of PROVINCES.entries()) {
    await createProvince(app, province, async () => {
      await addDemoAccounts(app.get(Database), province.slug, passwordHash);
      await addDemoHolidays(app.get(Database));
    });
    progress(`Đã nạp dữ liệu trình diễn ${index + 1}/${PROVINCES.length}: ${province.slug}`);
  }
}

/** What to print about the demonstration's accounts; nothing when the database holds no demonstration. */
export async function demoAccountLines(app: INestApplicationContext): Promise<string[]> {
  const rows = await app
    .get(Database)
    .directory<{ login_name: string; display_name: string }>(
      `select login_name, display_name from account where login_name like 'can-tho.demo-%' order by created_at, login_name`,
    );
  if (rows.length === 0) return [];
  return [
    `Tài khoản trình diễn (mật khẩu chung: ${DEMO_PASSWORD}):`,
    ...rows.map((row) => `  ${row.login_name.padEnd(28)} ${row.display_name}`),
  ];
}
