import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { Config } from '../config/config.js';

/** Bytes on disk that no row points at yet. */
export interface ReceivedBlob {
  sha256: string;
  size: number;
  /** First bytes and reader for telling the type. */
  path: string;
}

export class BlobTooLarge extends Error {}

/**
 * Uploaded bytes, outside the web root, named by their hash inside their province. `receive` writes to a temporary file;
 * `keep` makes them durable (file, name, every folder above) before any row may point at them. A crash leaves at most an
 * unused file.
 */
@Injectable()
export class BlobStore {
  private readonly root: string;

  constructor(config: Config) {
    this.root = path.resolve(config.STORAGE_DIR);
  }

  async receive(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<ReceivedBlob> {
    const folder = path.join(this.root, 'incoming');
    const made = await mkdir(folder, { recursive: true });
    if (made !== undefined) await syncFolders(this.root, path.dirname(made));
    const temporary = path.join(folder, newId());
    const file = await open(temporary, 'wx');
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > limit) throw new BlobTooLarge();
        hash.update(chunk);
        await file.write(chunk);
      }
      await file.sync();
      await file.close();
    } catch (error) {
      await file.close();
      await rm(temporary, { force: true });
      throw error;
    }
    return { sha256: hash.digest('hex'), size, path: temporary };
  }

  /** Moves received bytes to their place by hash; the same bytes twice are one file. */
  async keep(provinceId: string, blob: ReceivedBlob): Promise<void> {
    const target = this.pathOf(provinceId, blob.sha256);
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true });
    await rename(blob.path, target);
    await syncFolders(folder, this.root);
  }

  async discard(blob: ReceivedBlob): Promise<void> {
    await rm(blob.path, { force: true });
  }

  /** Opens stored bytes; null when they are missing or not as long as they were. */
  async open(provinceId: string, sha256: string, size: number): Promise<ReadStream | null> {
    const file = this.pathOf(provinceId, sha256);
    const found = await stat(file).catch(() => null);
    return found?.size === size ? createReadStream(file) : null;
  }

  private pathOf(provinceId: string, sha256: string): string {
    return path.join(this.root, provinceId, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

/**
 * Makes the names in these folders durable, from the lowest up. None is left out for being there already: another upload
 * may have made it a moment ago and not have come this far.
 */
async function syncFolders(lowest: string, highest: string): Promise<void> {
  for (let folder = lowest; ; folder = path.dirname(folder)) {
    const directory = await open(folder, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
    if (folder === highest) return;
  }
}
