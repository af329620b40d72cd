import { redateSample } from '../demo/redate.js';
import { Clock } from '../platform/clock/clock.js';
import type { Config } from '../platform/config/config.js';

/** Moves the sample campaign to this week. */
export async function demoRedate(config: Config): Promise<void> {
  const days = await redateSample(config, new Clock().now());
  process.stdout.write(
    days === 0
      ? 'Chiến dịch mẫu đã ở tuần này.\n'
      : `Đã dời chiến dịch mẫu ${Math.abs(days)} ngày ${days > 0 ? 'về sau' : 'về trước'}.\n`,
  );
}
