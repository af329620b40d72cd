import { redateSample } from '../demo/redate.js';
import type { Config } from '../platform/config/config.js';
import { withApplication } from './with-application.js';

/** Moves the sample campaign to this week. */
export async function demoRedate(config: Config): Promise<void> {
  await withApplication(config, async (app) => {
    const days = await redateSample(app);
    process.stdout.write(
      days === 0
        ? 'Chiến dịch mẫu đã ở tuần này.\n'
        : `Đã dời chiến dịch mẫu ${Math.abs(days)} ngày ${days > 0 ? 'về sau' : 'về trước'}.\n`,
    );
  });
}
