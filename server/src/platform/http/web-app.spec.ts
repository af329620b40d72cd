import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { serveWebApp } from './web-app.js';

const files = {
  'index.html': '<!doctype html>',
  'sw.js': 'on',
  'sw-off.js': 'off',
  'manifest.webmanifest': '{}',
  'icon-192.png': '',
  'assets/a-1.js': 'export {};',
};

let root: string;
const started: FastifyInstance[] = [];
beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-web-'));
  mkdirSync(path.join(root, 'assets'));
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(root, file), text);
});
afterAll(async () => {
  for (const server of started) await server.close();
  rmSync(root, { recursive: true, force: true });
});

async function ask(url: string, SERVICE_WORKER: 'on' | 'off' = 'on') {
  const server = fastify();
  started.push(server);
  await serveWebApp(server, { WEB_DIR: root, SERVICE_WORKER });
  return server.inject(url);
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
});
