/**
 * The real application on the real database of this jest worker, over real HTTP. Each suite works in provinces of its own,
 * so suites share a database without seeing each other.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '@kiemtra/shared/kernel';
import { AppModule } from '../app.module.js';
import { Clock } from '../platform/clock/clock.js';
import { readConfig, type Config } from '../platform/config/config.js';
import { Database, type Scope } from '../platform/database/database.js';
import { createApplication } from '../platform/http/application.js';
import type { PlatformParts } from '../platform/platform.module.js';
import { TestClient } from './test-client.js';

/** A clock that stands where the test puts it. */
export class TestClock extends Clock {
  at: Date | null = null;

  override now(): Date {
    return this.at ?? new Date();
  }
}

export interface TestServer {
  app: NestFastifyApplication;
  db: Database;
  url: string;
  clock: TestClock;
  config: Config;
  /** A client without a session. */
  anonymous: () => TestClient;
  /** Runs work as a command would, in one transaction of the province. */
  inProvince: <T>(provinceId: string, work: () => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}

/** Configuration for this jest worker's own database. */
export function testConfig(overrides: Record<string, string> = {}): Config {
  const prefix = process.env['TEST_DATABASE_PREFIX'];
  const worker = process.env['JEST_WORKER_ID'] ?? '1';
  if (!prefix) throw new Error('run the tests with `npm run jest` (it starts Postgres)');
  return readConfig({
    DATABASE_URL: `${prefix}${worker}`,
    DATABASE_OWNER_URL: `${process.env['TEST_DATABASE_OWNER_PREFIX'] ?? ''}${worker}`,
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    PORT: '0',
    HOST: '127.0.0.1',
    WEB_DIR: 'no-web-app-in-tests',
    ...overrides,
  });
}

/** `variables` are set in the environment besides. */
export async function startTestServer(
  parts: Omit<PlatformParts, 'clock'> = {},
  variables: Record<string, string> = {},
): Promise<TestServer> {
  const storage = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-files-'));
  const config = testConfig({ STORAGE_DIR: storage, ...variables });
  const clock = new TestClock();
  const app = await createApplication(AppModule.of(config, { ...parts, clock }), config);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const db = app.get(Database);
  return {
    app,
    db,
    url,
    clock,
    config,
    anonymous: () => new TestClient(url),
    inProvince: (provinceId, work) => {
      const scope: Scope = { requestId: newId(), provinceId, caller: null };
      return db.within(scope, work);
    },
    close: async () => {
      const closing = app.close();
      // A download whose reader has it all may still count as under way; nobody is waiting for it any more.
      app.getHttpServer().closeAllConnections();
      await closing;
      rmSync(storage, { recursive: true, force: true });
    },
  };
}
