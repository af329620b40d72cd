/**
 * What lies between a device and the server: nothing at all, a dead line, a network that wants a log-in first, or a server
 * that has moved to the next build of the app.
 */
import { existsSync, readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BrowserContext } from '@playwright/test';

type Answer = 'server' | 'nothing' | 'portal' | 'portal-redirect' | 'portal-511';

const PORTAL_PAGE = '<!doctype html><title>Wi-Fi</title><h1>Đăng nhập Wi-Fi miễn phí</h1>';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export class Gateway {
  /** Who answers a request for an address. */
  answers: (address: string) => Answer = () => 'server';
  /** The folder of the build that the server has; null for its own. */
  build: string | null = null;
  /** Addresses that answer in the place of others. */
  readonly instead = new Map<string, string>();
  readonly #http = http.createServer((request, response) => this.#handle(request, response));

  private constructor(private readonly server: URL) {}

  static async open(server: string): Promise<Gateway> {
    const gateway = new Gateway(new URL(server));
    await new Promise<void>((resolve) => gateway.#http.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://localhost:${(this.#http.address() as AddressInfo).port}`;
  }

  /** No line at all for this device: neither the server nor anything else answers. */
  async cut(device: BrowserContext): Promise<void> {
    this.answers = () => 'nothing';
    await device.setOffline(true);
  }

  async mend(device: BrowserContext): Promise<void> {
    this.answers = () => 'server';
    await device.setOffline(false);
  }

  close(): void {
    this.#http.closeAllConnections();
    this.#http.close();
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const asked = request.url ?? '/';
    const address = this.instead.get(asked) ?? asked;
    switch (this.answers(asked)) {
      case 'nothing':
        return void request.socket.destroy();
      case 'portal':
        return void response.writeHead(200, { 'content-type': TYPES['.html'] }).end(PORTAL_PAGE);
      case 'portal-redirect':
        return void response.writeHead(302, { location: 'http://login.wifi.invalid/' }).end();
      case 'portal-511':
        return void response.writeHead(511, { 'content-type': TYPES['.html'] }).end(PORTAL_PAGE);
      case 'server':
        return this.build !== null && !address.startsWith('/api/')
          ? this.#serveBuild(this.build, address, response)
          : this.#pass(request, address, response);
    }
  }

  #serveBuild(folder: string, address: string, response: ServerResponse): void {
    const ending = path.extname(address);
    const file = path.join(folder, ending === '' ? 'index.html' : address);
    if (!existsSync(file)) return void response.writeHead(404).end();
    const headers = { 'content-type': TYPES[path.extname(file)], 'cache-control': 'no-cache' };
    response.writeHead(200, headers).end(readFileSync(file));
  }

  #pass(request: IncomingMessage, address: string, response: ServerResponse): void {
    const { method, headers } = request;
    const onward = http.request({ ...this.#host(), path: address, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  }

  #host(): { host: string; port: string } {
    return { host: '127.0.0.1', port: this.server.port };
  }
}
