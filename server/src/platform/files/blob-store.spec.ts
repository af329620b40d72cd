import { mkdtempSync, rmSync } from 'node:fs';
import type * as Files from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@kiemtra/shared/kernel';
import { testConfig } from '../../testing/test-server.js';
import { BlobStore } from './blob-store.js';

/** Every file and folder whose content was forced onto the disk, and every renaming, in their order. */
const done: string[] = [];

jest.mock('node:fs/promises', () => {
  const actual = jest.requireActual<typeof Files>('node:fs/promises');
  return {
    ...actual,
    rename: async (from: string, to: string) => {
      await actual.rename(from, to);
      done.push(`rename ${to}`);
    },
    open: async (...[file, ...rest]: Parameters<typeof actual.open>) => {
      const handle = await actual.open(file, ...rest);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        done.push(`sync ${String(file)}`);
      };
      return handle;
    },
  };
});

let top: string;
let root: string;
let blobs: BlobStore;
beforeEach(() => {
  done.length = 0;
  top = mkdtempSync(path.join(os.tmpdir(), 'kiemtra-blobs-'));
  root = path.join(top, 'data', 'files');
  blobs = new BlobStore(testConfig({ STORAGE_DIR: root }));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

async function store(provinceId: string, text: string) {
  async function* bytes() {
    yield await Promise.resolve(Buffer.from(text));
  }
  const blob = await blobs.receive(bytes(), 1000);
  const received = done.splice(0);
  await blobs.keep(provinceId, blob);
  const { sha256 } = blob;
  const folders = ['', provinceId, sha256.slice(0, 2), sha256.slice(2, 4)];
  const leaf = path.join(root, ...folders);
  return { blob, received, leaf, kept: done.splice(0) };
}

describe('BlobStore', () => {
  it('makes every folder durable in which a kept file stands, after the file has its name', async () => {
    const provinceId = newId();
    const { blob, kept, leaf } = await store(provinceId, 'nội dung');
    expect(kept).toEqual([
      `rename ${path.join(leaf, blob.sha256)}`,
      `sync ${leaf}`,
      `sync ${path.dirname(leaf)}`,
      `sync ${path.join(root, provinceId)}`,
      `sync ${root}`,
    ]);
    // The same bytes once more find every folder there, made by an upload that may not have come to syncing it.
    expect((await store(provinceId, 'nội dung')).kept).toEqual(kept);
  });

  it('makes the storage folder itself durable when the first upload creates it', async () => {
    const first = await store(newId(), 'một');
    expect(first.received.slice(0, -1)).toEqual([`sync ${root}`, `sync ${path.dirname(root)}`, `sync ${top}`]);
    const second = await store(newId(), 'hai');
    expect(second.received).toEqual([expect.stringMatching(/^sync .*incoming/)]);
  });

  it('gives back what was kept, and nothing when bytes are missing', async () => {
    const provinceId = newId();
    const { blob } = await store(provinceId, 'nội dung');
    const stream = await blobs.open(provinceId, blob.sha256, blob.size);
    const chunks: Buffer[] = [];
    for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('nội dung');
    expect(await blobs.open(provinceId, blob.sha256, blob.size + 1)).toBeNull();
    expect(await blobs.open(newId(), blob.sha256, blob.size)).toBeNull();
  });
});
