import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../../../migrations/index.js';
import type { Config } from '../config/config.js';
import { configurePgTypes } from './pg-types.js';

const APP_ROLE = 'kiemtra_app';

/** The app's pool: always under the app role, so that row-level security binds it even when the URL is the owner's. */
export function appDataSourceOptions(config: Pick<Config, 'DATABASE_URL'>): DataSourceOptions {
  configurePgTypes();
  return {
    type: 'postgres',
    url: config.DATABASE_URL,
    synchronize: false,
    poolSize: 10,
    extra: {
      options: `-c role=${APP_ROLE} -c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC`,
      connectionTimeoutMillis: 5000,
      // What is asked for at once is sent at once; Postgres answers in order.
      pipeline: true,
    },
  };
}

/** The owner's connection, for migrations only. */
export function ownerDataSource(config: Pick<Config, 'DATABASE_URL' | 'DATABASE_OWNER_URL'>): DataSource {
  configurePgTypes();
  return new DataSource({
    type: 'postgres',
    url: config.DATABASE_OWNER_URL ?? config.DATABASE_URL,
    synchronize: false,
    poolSize: 2,
    migrations,
    migrationsTransactionMode: 'each',
    extra: { options: '-c lock_timeout=3000 -c timezone=UTC' },
  });
}
