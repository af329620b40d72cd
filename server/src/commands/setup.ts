import type { Config } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { loadDemo, demoAccountLines } from '../demo/demo.js';
import { migrate } from './migrate.js';
import { importNationalUnits } from './national-units.js';
import { withApplication } from './with-application.js';

/** Everything between an empty database and a server that can start: migrations, national units, and the demonstration. */
export async function setup(config: Config): Promise<void> {
  await migrate(config);
  await withApplication(config, async (app) => {
    const imported = await importNationalUnits(app);
    if (imported) {
      print(
        `Đã nhập ${imported.units} đơn vị hành chính, ${imported.successions} quan hệ kế thừa; ${imported.issues} dòng không dùng được (xem Danh mục)`,
      );
    }
    if (!config.DEMO) return;
    const [row] = await app.get(Database).directory<{ count: number }>('select count(*) as count from province');
    if (row?.count === 0) await loadDemo(app, print);
    for (const line of await demoAccountLines(app)) print(line);
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
