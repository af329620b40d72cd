import type { INestApplicationContext } from '@nestjs/common';
import { createProvince } from '../commands/create-province.js';
import { Passwords } from '../platform/auth/passwords.js';
import { Database } from '../platform/database/database.js';
import { DEMO_PARTS, DEMO_PASSWORD, DEMO_UNIT_PARTS, addDemoAccounts } from './accounts.js';
import { bacNinh2018 } from './campaigns/bac-ninh-2018.js';
import { dongThap2020 } from './campaigns/dong-thap-2020.js';
import type { PublishedCampaign } from './campaigns/published-campaign.js';
import { socTrang2022 } from './campaigns/soc-trang-2022.js';
import { addDemoHolidays } from './holidays.js';
import { loadPublished } from './load-published.js';
import { loadSample } from './load-sample.js';

interface DemoProvince {
  unitCode: string;
  slug: string;
  published: PublishedCampaign | null;
  hasSample: boolean;
}

/** The four provinces of the demonstration, with the campaign that was published of each and one sample campaign of today. */
const PROVINCES: DemoProvince[] = [
  { unitCode: '92', slug: 'can-tho', published: socTrang2022, hasSample: true },
  { unitCode: '82', slug: 'dong-thap', published: dongThap2020, hasSample: false },
  { unitCode: '24', slug: 'bac-ninh', published: bacNinh2018, hasSample: false },
  { unitCode: '68', slug: 'lam-dong', published: null, hasSample: false },
];

/** Loads the demonstration into an empty database, one transaction a province. */
export async function loadDemo(app: INestApplicationContext, progress: (line: string) => void): Promise<void> {
  const db = app.get(Database);
  const passwordHash = await app.get(Passwords).hash(DEMO_PASSWORD);
  for (const [index, { published, hasSample, ...province }] of PROVINCES.entries()) {
    await createProvince(app, province, async () => {
      await addDemoHolidays(db);
      await addDemoAccounts(db, province.slug, DEMO_PARTS, passwordHash);
      if (published) await loadPublished(app, published);
      if (!hasSample) return;
      await addDemoAccounts(db, province.slug, DEMO_UNIT_PARTS, passwordHash);
      await loadSample(app, province.slug);
    });
    progress(`Đã nạp dữ liệu trình diễn ${index + 1}/${PROVINCES.length}: ${province.slug}`);
  }
}

/** What to print about the demonstration's accounts; nothing when the database holds no demonstration. */
export async function demoAccountLines(app: INestApplicationContext): Promise<string[]> {
  const rows = await app
    .get(Database)
    .directory<{ login_name: string; display_name: string }>(
      `select login_name, display_name from account where login_name like 'can-tho.demo-%' and state = 'active' order by id`,
    );
  if (rows.length === 0) return [];
  return [
    `Tài khoản trình diễn (mật khẩu chung: ${DEMO_PASSWORD}):`,
    ...rows.map((row) => `  ${row.login_name.padEnd(26)} ${row.display_name}`),
  ];
}
