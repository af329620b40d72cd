import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import type { ReceivedBlob } from './blob-store.js';

/** How much of a file has come, and when it was last asked for. */
export interface Held {
  size: number;
  touchedAt: Date;
}

/**
 * Files that come in pieces. The file on disk is the only record of how much has come, so that it cannot differ from it;
 * a piece is forced onto the disk before anybody is told of it.
 */
@Injectable()
export class PartialFiles {
  private readonly root: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.root = path.resolve(config.STORAGE_DIR, 'partial');
  }

  /** Null when nothing has come and nobody has asked. */
  async find(provinceId: string, id: string): Promise<Held | null> {
    const found = await stat(this.pathOf(provinceId, id)).catch(() => null);
    return found && { size: found.size, touchedAt: found.mtime };
  }

  /** Those that nobody has asked for since a moment. */
  async listUntouched(provinceId: string, since: Date): Promise<string[]> {
    const ids = await readdir(path.join(this.root, provinceId)).catch(() => []);
    const held = await Promise.all(
      ids.map(async (id) => ({ id, touchedAt: (await this.find(provinceId, id))?.touchedAt })),
    );
    return held.flatMap(({ id, touchedAt }) => (touchedAt && touchedAt < since ? [id] : []));
  }

  /** Says that somebody still cares. */
  async touch(provinceId: string, id: string): Promise<void> {
    await this.append(provinceId, id, Buffer.alloc(0));
  }

  /** Adds a piece at the end; the caller holds the upload. */
  async append(provinceId: string, id: string, piece: Buffer): Promise<void> {
    const file = this.pathOf(provinceId, id);
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(file, 'a');
    try {
      if (piece.length > 0) {
        await handle.writeFile(piece);
        await handle.datasync();
      }
    } finally {
      await handle.close();
    }
    const now = this.clock.now();
    await utimes(file, now, now);
  }

  /** Makes what has come durable and reads it back: its hash is that of the bytes on disk. */
  async seal(provinceId: string, id: string): Promise<ReceivedBlob> {
    const file = this.pathOf(provinceId, id);
    const handle = await open(file, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
    }
    return { sha256: hash.digest('hex'), size, path: file };
  }

  async drop(provinceId: string, id: string): Promise<void> {
    await rm(this.pathOf(provinceId, id), { force: true });
  }

  private pathOf(provinceId: string, id: string): string {
    return path.join(this.root, provinceId, id);
  }
}
