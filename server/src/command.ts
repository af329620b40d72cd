import 'reflect-metadata';
import { demoRedate } from './commands/demo-redate.js';
import { migrate } from './commands/migrate.js';
import { createProvinceCommand } from './commands/province-create.js';
import { setup } from './commands/setup.js';
import { readConfig, type Config } from './platform/config/config.js';

/** One-shot commands: `node server/dist/command.js <name> [arguments]`. */
const commands: Record<string, (config: Config, args: string[]) => Promise<void>> = {
  migrate,
  setup,
  'province-create': createProvinceCommand,
  'demo-redate': demoRedate,
};

async function main([name = '', ...args]: string[]): Promise<void> {
  const command = commands[name];
  if (!command) throw new Error(`Không có lệnh "${name}". Các lệnh: ${Object.keys(commands).join(', ')}`);
  await command(readConfig(process.env), args);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
