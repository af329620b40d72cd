import { ConfigError, readConfig } from './config.js';

const good = { DATABASE_URL: 'postgres://u:secret@localhost/db' };

describe('readConfig', () => {
  it('fills defaults', () =>
    expect(readConfig(good)).toMatchObject({ PORT: 3000, NODE_ENV: 'production', TRUST_PROXY: false }));

  it('names every wrong variable at once and never prints a value', () => {
    const read = () =>
      readConfig({
        DATABASE_URL: 'mysql://u:secret@h/db',
        PORT: '70000',
        LOG_LEVEL: 'loud',
        PUBLIC_ORIGIN: 'https://a.vn/',
      });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/DATABASE_URL[\s\S]*PORT[\s\S]*PUBLIC_ORIGIN[\s\S]*LOG_LEVEL/);
    expect(read).not.toThrow(/secret/);
  });

  it('refuses to start without a database', () => expect(() => readConfig({})).toThrow(/DATABASE_URL: chưa đặt/));
});
