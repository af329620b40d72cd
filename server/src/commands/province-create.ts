import { parseArgs } from 'node:util';
import { formatInstant, newId } from '@kiemtra/shared/kernel';
import { AccountsService } from '../users/accounts.service.js';
import type { Config } from '../platform/config/config.js';
import { createProvince } from './create-province.js';
import { importNationalUnits } from './national-units.js';
import { withApplication } from './with-application.js';

const USAGE =
  'Cách dùng: npm run province:create -- --code 92 --slug can-tho --login can-tho.quantri --name "Quản trị hệ thống"';

/** Creates a province and its first administrator; prints the administrator's activation slip. */
export async function createProvinceCommand(config: Config, args: string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { code: text, slug: text, login: text, name: text } });
  const { code, slug, login, name } = values;
  if (!code || !slug || !login || !name || !/^[a-z][a-z0-9-]{1,30}$/.test(slug)) throw new Error(USAGE);
  await withApplication(config, async (app) => {
    await importNationalUnits(app);
    const slip = await createProvince(app, { unitCode: code, slug }, () =>
      app.get(AccountsService).create({ id: newId(), loginName: login, displayName: name, roles: ['administrator'] }),
    );
    process.stdout.write(
      `Đã tạo ${slug}. Phiếu kích hoạt của quản trị viên:\n  Tên đăng nhập: ${slip.loginName}\n  Mã kích hoạt: ${slip.code}\n  Dùng được đến: ${formatInstant(new Date(slip.expiresAt))}\n`,
    );
  });
}
