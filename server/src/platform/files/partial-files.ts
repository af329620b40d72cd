import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import type { ReceivedBlob } from './blob-store.js';

/** How much is read back at once. */
const READ_BYTES = 512 * 1024;

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
    const handle = await this.open(provinceId, id);
    try {
      await this.stamp(handle);
    } finally {
      await handle.close();
    }
  }

  /** Adds a piece at the end; the caller holds the upload. */
  async append(provinceId: string, id: string, piece: Buffer): Promise<void> {
    const handle = await this.open(provinceId, id);
    try {
      await handle.writeFile(piece);
      await handle.datasync();
      await this.stamp(handle);
    } finally {
      await handle.close();
    }
  }

  /**
   * Adds the last piece, which may be empty, makes the whole durable and reads it back: its hash is that of the bytes on
   * disk. The caller holds the upload.
   */
  async seal(provinceId: string, id: string, piece: Buffer): Promise<ReceivedBlob> {
    const handle = await this.open(provinceId, id);
    try {
      if (piece.length > 0) await handle.writeFile(piece);
      await handle.sync();
      return { ...(await digestOf(handle)), path: this.pathOf(provinceId, id) };
    } finally {
      await handle.close();
    }
  }

  async drop(provinceId: string, id: string): Promise<void> {
    await rm(this.pathOf(provinceId, id), { force: true });
  }

  private async open(provinceId: string, id: string): Promise<FileHandle> {
    const file = this.pathOf(provinceId, id);
    // The folder is missing but once.
    return open(file, 'a+').catch(async () => {
      await mkdir(path.dirname(file), { recursive: true });
      return open(file, 'a+');
    });
  }

  private async stamp(handle: FileHandle): Promise<void> {
    const now = this.clock.now();
    await handle.utimes(now, now);
  }

  private pathOf(provinceId: string, id: string): string {
    return path.join(this.root, provinceId, id);
  }
}

async function digestOf(handle: FileHandle): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const part = Buffer.allocUnsafe(READ_BYTES);
  for (let size = 0; ;) {
    const { bytesRead } = await handle.read(part, 0, part.length, size);
    if (bytesRead === 0) return { sha256: hash.digest('hex'), size };
    hash.update(part.subarray(0, bytesRead));
    size += bytesRead;
  }
}
