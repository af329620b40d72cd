/**
 * The files of the app on the device, one cache for each build. A file enters only when it is byte for byte what the build
 * made; a cache is complete before its build is used, and stays until no page of that build is open.
 */
export interface ShellFile {
  /** Its address, `/assets/…`. */
  path: string;
  /** SHA-256 of its bytes, base64. */
  sha256: string;
}

export interface Build {
  id: string;
  files: readonly ShellFile[];
}

/** The page behind every address of the app. */
const APP_PAGE = '/index.html';
const CACHE_PREFIX = 'kiemtra-shell:';

const CONTENT_TYPES: Readonly<Record<string, RegExp>> = {
  html: /^text\/html\b/,
  js: /^(text|application)\/javascript\b/,
  css: /^text\/css\b/,
  svg: /^image\/svg\+xml\b/,
  png: /^image\/png\b/,
  webmanifest: /^application\/manifest\+json\b/,
};

/** Removes every build from the device and nothing else. */
export async function forgetAllBuilds(caches: CacheStorage): Promise<void> {
  for (const name of await buildNames(caches)) await caches.delete(name);
}

async function buildNames(caches: CacheStorage): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
}

export class ShellCache {
  readonly #name: string;

  constructor(
    private readonly build: Build,
    private readonly caches: CacheStorage,
    private readonly fetchFile: (path: string, init: RequestInit) => Promise<Response>,
  ) {
    this.#name = CACHE_PREFIX + build.id;
  }

  /** Brings every file to the device; fails when one fails. What was brought is kept for the next try. */
  async fill(): Promise<void> {
    const own = await this.caches.open(this.#name);
    await Promise.all(
      this.build.files.map(async (file) => {
        if (await own.match(file.path)) return;
        const known = await this.#findIntact(file);
        await own.put(file.path, known ?? (await this.#bring(file)));
      }),
    );
  }

  /** What the device answers to a request for a page or a file of the app, whichever build it is of; without a network. */
  async find(address: string, isNavigation: boolean): Promise<Response | undefined> {
    const { pathname } = new URL(address);
    const hasEnding = /\.[a-z0-9]+$/i.test(pathname);
    const path = isNavigation && !hasEnding ? APP_PAGE : pathname;
    return (await this.#read(this.#name, path)) ?? (isNavigation ? undefined : this.#findInOthers(path));
  }

  /** Reads every file back; gives the paths of those that are not there or not whole. */
  async listMissing(origin: string): Promise<string[]> {
    const missing: string[] = [];
    for (const { path, sha256 } of this.build.files) {
      const found = await this.find(origin + path, false).catch(() => undefined);
      if (!found || !(await isIntact(found, sha256))) missing.push(path);
    }
    return missing;
  }

  /** Removes the caches of other builds, but for those that hold one of these scripts. */
  async dropOthers(scriptsInUse: readonly string[]): Promise<void> {
    for (const name of await buildNames(this.caches)) {
      if (name === this.#name) continue;
      const held = await Promise.all(scriptsInUse.map((script) => this.#read(name, script)));
      if (held.every((script) => script === undefined)) await this.caches.delete(name);
    }
  }

  /** Opening a cache would make it: one that is gone stays gone, whatever a worker on its way out is still asked. */
  #read(cacheName: string, path: string): Promise<Response | undefined> {
    return this.caches.match(path, { cacheName });
  }

  async #findInOthers(path: string): Promise<Response | undefined> {
    for (const name of await buildNames(this.caches)) {
      const found = name === this.#name ? undefined : await this.#read(name, path);
      if (found) return found;
    }
    return undefined;
  }

  async #findIntact({ path, sha256 }: ShellFile): Promise<Response | undefined> {
    const found = await this.#findInOthers(path);
    return found && (await isIntact(found.clone(), sha256)) ? found : undefined;
  }

  /** A log-in page of a strange network, a redirect or a half answer is none of our files: the browser compares the hash. */
  async #bring({ path, sha256 }: ShellFile): Promise<Response> {
    const init: RequestInit = { integrity: `sha256-${sha256}`, redirect: 'error', credentials: 'same-origin' };
    const response = await this.fetchFile(path, { ...init, cache: path.startsWith('/assets/') ? 'default' : 'reload' })
      // What the browser has kept of it may be the portal's.
      .catch(() => this.fetchFile(path, { ...init, cache: 'reload' }));
    const ending = path.slice(path.lastIndexOf('.') + 1);
    const type = response.headers.get('content-type') ?? '';
    if (response.status !== 200 || response.redirected || CONTENT_TYPES[ending]?.test(type) === false)
      throw new Error(`${path} is not what the build made: ${response.status} ${type}`);
    return response;
  }
}

async function isIntact(response: Response, sha256: string): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  return btoa(String.fromCharCode(...new Uint8Array(digest))) === sha256;
}
