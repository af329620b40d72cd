import 'reflect-metadata';
import { AppModule } from './app.module.js';
import { EvidenceWorker } from './evidence/evidence-worker.js';
import { ConfigError, readConfig } from './platform/config/config.js';
import { refuseUnsafeDatabase } from './platform/database/boot-check.js';
import { Database } from './platform/database/database.js';
import { createApplication } from './platform/http/application.js';
import { ReminderWorker } from './reminders/reminder-worker.js';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const app = await createApplication(AppModule.of(config), config);
  if (config.NODE_ENV === 'production') await refuseUnsafeDatabase(app.get(Database));
  await app.listen(config.PORT, config.HOST);
  app.get(EvidenceWorker).start();
  await app.get(ReminderWorker).start();
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
