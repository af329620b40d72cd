import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fastifyCookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { serveWebApp } from './web-app.js';

const files = {
  'index.html': '<!doctype html>',
  'sw.js': 'on',
  'sw-off.js': 'off',
  'manifest.webmanifest': '{}',
  'icon-192.png': '',
  'assets/a-1.js': 'export {};',
  'assets/a-1.js.br': 'small',
  '.vite/ahead.json': JSON.stringify({
    guest: ['/assets/gate.js'],
    pages: { '/': ['/assets/a-1.js'], '/cham-diem/': ['/assets/b.js', '/assets/b.css'] },
  }),
};

let root: string;
const started: FastifyInstance[] = [];
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-web-'));
  for (const folder of ['assets', '.vite']) mkdirSync(path.join(root, folder));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
});
afterAll(async () => {
  for (const server of started) await server.close();
  rmSync(root, { recursive: true, force: true });
});

async function ask(url: string, SERVICE_WORKER: 'on' | 'off' = 'on', headers: Record<string, string> = {}) {
  const server = fastify();
  started.push(server);
  await server.register(fastifyCookie);
  await serveWebApp(server, { WEB_DIR: root, SERVICE_WORKER, PUBLIC_ORIGIN: null });
  return server.inject({ url, headers });
}

describe('the web app', () => {
  it.each([
    ['/sw.js', /^(text|application)\/javascript/, 'no-cache'],
    ['/manifest.webmanifest', /^application\/manifest\+json/, 'no-cache'],
    ['/icon-192.png', /^image\/png/, 'no-cache'],
    ['/assets/a-1.js', /^(text|application)\/javascript/, 'public, max-age=31536000, immutable'],
    ['/cham-diem/018f', /^text\/html/, 'no-cache'],
  ])('serves %s with its type, kept as long as it may be', async (url, type, kept) => {
    const { statusCode, headers } = await ask(url);
    expect([statusCode, headers['cache-control']]).toEqual([200, kept]);
    expect(headers['content-type']).toMatch(type);
  });

  it('lets the service worker have the whole origin', async () => {
    expect((await ask('/sw.js')).headers['service-worker-allowed']).toBe('/');
  });

  it('serves the one that removes itself when the service worker is switched off', async () => {
    expect((await ask('/sw.js')).body).toBe('on');
    expect((await ask('/sw.js', 'off')).body).toBe('off');
  });

  it('names with the page the files that follow: of logging in to who has no session, of the product to who has one', async () => {
    const linkOf = async (url: string, cookie = '') => (await ask(url, 'on', { cookie })).headers.link;
    const app = '</assets/a-1.js>; rel=modulepreload';
    expect(await linkOf('/hom-nay', 'phien=x')).toBe(app);
    expect(await linkOf('/cham-diem/018f?c=1', 'phien=x')).toBe(
      `${app}, </assets/b.js>; rel=modulepreload, </assets/b.css>; rel=preload; as=style; crossorigin`,
    );
    expect(await linkOf('/cham-diem/018f')).toBe('</assets/gate.js>; rel=modulepreload');
    expect((await ask('/hom-nay')).headers.vary).toContain('cookie');
  });

  it('serves a script as the build compressed it', async () => {
    const { body, headers } = await ask('/assets/a-1.js', 'on', { 'accept-encoding': 'gzip, br' });
    expect([body, headers['content-encoding'], headers.vary]).toEqual(['small', 'br', 'accept-encoding']);
    expect(headers['content-type']).toMatch(/javascript/);
    expect((await ask('/assets/a-1.js')).body).toBe('export {};');
  });
});
