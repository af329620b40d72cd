import { Injectable, Logger } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Scope } from '../platform/database/database.js';
import { BlobStore } from '../platform/files/blob-store.js';
import { drawCopies } from './draw-copies.js';
import { PicturesRepository, type DuePicture, type StoredCopy } from './pictures.repository.js';

/** Longer than any picture takes. */
const LEASE_MS = 5 * 60_000;
const RETRY_MS = 60_000;
const ATTEMPTS_MAX = 8;
/** No copy is larger than a file may be. */
const COPY_BYTES_MAX = 20 * 1024 * 1024;

/** Makes the copies of received pictures. What is to be done stands in the rows, so it survives whoever does it. */
@Injectable()
export class PictureCopiesService {
  private readonly log = new Logger('pictures');

  constructor(
    private readonly pictures: PicturesRepository,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Makes the copies of everything that is due in a province, one picture after the other; gives how many it tried. */
  async makeDue(provinceId: string, isWanted: () => boolean = () => true): Promise<number> {
    for (let tried = 0; ; tried += 1) {
      const due = isWanted() ? await this.claim(provinceId) : null;
      if (!due) return tried;
      await this.make(provinceId, due);
    }
  }

  private claim(provinceId: string): Promise<DuePicture | null> {
    const now = this.clock.now();
    return this.within(provinceId, () => this.pictures.claim(now, new Date(now.getTime() + LEASE_MS)));
  }

  private async make(provinceId: string, { file_id: fileId, sha256, size, attempts }: DuePicture): Promise<void> {
    try {
      const drawn = await drawCopies(await this.read(provinceId, sha256, size));
      const thumbnail = await this.store(provinceId, drawn.thumbnail);
      const view = await this.store(provinceId, drawn.view);
      await this.within(provinceId, () => this.pictures.keepCopies(fileId, { thumbnail, view }));
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      const isLast = attempts >= ATTEMPTS_MAX;
      const next = new Date(this.clock.now().getTime() + RETRY_MS * 2 ** (attempts - 1));
      this.log.error(`file ${fileId}: no copies at attempt ${attempts}${isLast ? ', given up' : ''}: ${failure}`);
      await this.within(provinceId, () => this.pictures.keepFailure(fileId, failure, isLast ? null : next));
    }
  }

  private async read(provinceId: string, sha256: string, size: number): Promise<Buffer> {
    const stream = await this.blobs.open(provinceId, sha256, size);
    if (!stream) throw new Error('the original is not in the store');
    const chunks: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** Bytes safe before the row. */
  private async store(provinceId: string, bytes: Buffer): Promise<StoredCopy> {
    async function* whole() {
      yield await Promise.resolve(bytes);
    }
    const blob = await this.blobs.receive(whole(), COPY_BYTES_MAX);
    try {
      await this.blobs.keep(provinceId, blob);
      return { sha256: blob.sha256, size: blob.size };
    } finally {
      await this.blobs.discard(blob);
    }
  }

  private within<T>(provinceId: string, work: () => Promise<T>): Promise<T> {
    const scope: Scope = { requestId: newId(), provinceId, caller: null };
    return this.db.within(scope, work);
  }
}
