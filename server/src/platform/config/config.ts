/**
 * The typed configuration: every environment variable the server reads, with its form and default. A wrong value stops
 * the start and is named; all wrong values are named at once. Nothing else in the server reads process.env.
 */
interface Variable<T> {
  read: (raw: string) => T;
  fallback?: T;
  describe: string;
}

const text: Variable<string>['read'] = (raw) => raw;
const integer = (min: number, max: number) => (raw: string) => {
  const value = Number(raw);
  if (!/^\d+$/.test(raw) || value < min || value > max) throw new Error(`phải là số nguyên từ ${min} đến ${max}`);
  return value;
};
const oneOf =
  <T extends string>(...values: T[]) =>
  (raw: string) => {
    const found = values.find((value) => value === raw);
    if (!found) throw new Error(`phải là một trong: ${values.join(', ')}`);
    return found;
  };
const postgresUrl = (raw: string) => {
  if (!/^postgres(ql)?:$/.test(URL.canParse(raw) ? new URL(raw).protocol : ''))
    throw new Error('phải có dạng postgres://…');
  return raw;
};
const smtpUrl = (raw: string) => {
  if (!/^smtps?:$/.test(URL.canParse(raw) ? new URL(raw).protocol : ''))
    throw new Error('phải có dạng smtp://… hoặc smtps://…');
  return raw;
};
const origin = (raw: string) => {
  if (!URL.canParse(raw) || new URL(raw).origin !== raw)
    throw new Error('phải có dạng https://tên-miền, không có dấu / ở cuối');
  return raw;
};

const VARIABLES = {
  DATABASE_URL: { read: postgresUrl, describe: 'connection of the app' } as Variable<string>,
  DATABASE_OWNER_URL: {
    read: (raw) => (raw === '' ? null : postgresUrl(raw)),
    fallback: null,
    describe: 'connection that owns the tables and runs migrations; default DATABASE_URL',
  } as Variable<string | null>,
  PORT: { read: integer(0, 65_535), fallback: 3000, describe: 'port to listen on' } as Variable<number>,
  HOST: { read: text, fallback: '0.0.0.0', describe: 'address to listen on' } as Variable<string>,
  PUBLIC_ORIGIN: {
    read: (raw) => (raw === '' ? null : origin(raw)),
    fallback: null,
    describe: 'origin people type, behind a TLS proxy',
  } as Variable<string | null>,
  TRUST_PROXY: {
    read: (raw) => oneOf('true', 'false')(raw) === 'true',
    fallback: false,
    describe: 'a proxy in front sets X-Forwarded-For',
  } as Variable<boolean>,
  SMTP_URL: {
    read: (raw) => (raw === '' ? null : smtpUrl(raw)),
    fallback: null,
    describe: 'mail server with user and password; without one notices stay in the app',
  } as Variable<string | null>,
  MAIL_FROM: {
    read: (raw) => raw || null,
    fallback: null,
    describe: 'sender of the mails, with SMTP_URL',
  } as Variable<string | null>,
  STORAGE_DIR: { read: text, fallback: '.data/files', describe: 'folder of uploaded files' } as Variable<string>,
  WEB_DIR: { read: text, fallback: 'web/dist', describe: 'folder of the built web app' } as Variable<string>,
  SERVICE_WORKER: {
    read: oneOf('on', 'off'),
    fallback: 'on',
    describe: 'off serves one that removes itself and the app’s files from devices, never what was recorded',
  } as Variable<'on' | 'off'>,
  DEMO: {
    read: (raw) => oneOf('true', 'false')(raw) === 'true',
    fallback: true,
    describe: 'setup loads the demonstration provinces into an empty database',
  } as Variable<boolean>,
  LOG_LEVEL: {
    read: oneOf('debug', 'info', 'warn', 'error', 'silent'),
    fallback: 'info',
    describe: 'least severe log line',
  } as Variable<'debug' | 'info' | 'warn' | 'error' | 'silent'>,
  NODE_ENV: {
    read: oneOf('production', 'development', 'test'),
    fallback: 'production',
    describe: 'production refuses an unsafe database',
  } as Variable<'production' | 'development' | 'test'>,
};

/** Names of every variable the server reads. */
export const CONFIG_VARIABLES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];

/** The configuration after its variables, e.g. `config.DATABASE_URL`. */
export class Config {
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL: string | null;
  readonly PORT: number;
  readonly HOST: string;
  readonly PUBLIC_ORIGIN: string | null;
  readonly TRUST_PROXY: boolean;
  readonly SMTP_URL: string | null;
  readonly MAIL_FROM: string | null;
  readonly STORAGE_DIR: string;
  readonly WEB_DIR: string;
  readonly SERVICE_WORKER: 'on' | 'off';
  readonly DEMO: boolean;
  readonly LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly NODE_ENV: 'production' | 'development' | 'test';

  constructor(values: Config) {
    Object.assign(this, values);
  }
}

export class ConfigError extends Error {}

/** Reads the environment; throws one ConfigError that names every missing or wrong variable (never its value). */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name of CONFIG_VARIABLES) {
    const variable: Variable<unknown> = VARIABLES[name];
    const raw = env[name];
    if (raw === undefined || (raw === '' && variable.fallback !== undefined)) {
      if (variable.fallback === undefined) faults.push(`${name}: chưa đặt (${variable.describe})`);
      else values[name] = variable.fallback;
      continue;
    }
    try {
      values[name] = variable.read(raw);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (values.SMTP_URL && !values.MAIL_FROM) faults.push('MAIL_FROM: chưa đặt, cần khi có SMTP_URL');
  if (faults.length > 0) throw new ConfigError(`Cấu hình sai:\n- ${faults.join('\n- ')}`);
  return new Config(values as unknown as Config);
}
