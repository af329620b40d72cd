import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { ExpiredUploads } from './expired-uploads.service.js';
import { PictureCopiesService } from './picture-copies.service.js';

/** After this, a request that received a picture has committed. */
const SOON_MS = 1_000;
/** Everything is looked through this often: for what is due again, and what a stopped server left. */
const SWEEP_MS = 60_000;

/**
 * The one line in which a running server does what nobody waits for: copies of pictures, and an end of uploads that were given
 * up. Woken for speed; what is due is told by rows and files.
 */
@Injectable()
export class EvidenceWorker implements BeforeApplicationShutdown {
  private readonly log = new Logger('evidence');
  private readonly timers = new Set<NodeJS.Timeout>();
  private line: Promise<void> = Promise.resolve();
  private isRunning = false;
  /** Provinces that are looked through within a second, and whether more than one picture waits for it. */
  private readonly woken = new Map<string, boolean>();

  constructor(
    private readonly copies: PictureCopiesService,
    private readonly uploads: ExpiredUploads,
    private readonly db: Database,
  ) {}

  start(): void {
    this.isRunning = true;
    this.enqueue(() => this.sweep());
  }

  /**
   * A picture has come. All of a second are looked for at once; behind the first of them one more look follows, as the last may
   * not have committed.
   */
  wake(provinceId: string): void {
    if (!this.isRunning) return;
    const isAwake = this.woken.has(provinceId);
    this.woken.set(provinceId, isAwake);
    if (!isAwake) this.later(SOON_MS, () => this.look(provinceId));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isRunning = false;
    for (const timer of this.timers) clearTimeout(timer);
    await this.line;
  }

  private async sweep(): Promise<void> {
    try {
      const provinces = await this.db.directory<{ id: string }>('select id from province order by id');
      for (const { id } of provinces) {
        await this.makeDue(id);
        if (this.isRunning) await this.uploads.drop(id);
      }
    } finally {
      if (this.isRunning) this.later(SWEEP_MS, () => this.sweep());
    }
  }

  private look(provinceId: string): Promise<void> {
    const isMore = this.woken.get(provinceId) ?? false;
    this.woken.delete(provinceId);
    if (isMore) this.wake(provinceId);
    return this.makeDue(provinceId);
  }

  private async makeDue(provinceId: string): Promise<void> {
    if (this.isRunning) await this.copies.makeDue(provinceId, () => this.isRunning);
  }

  private enqueue(work: () => Promise<void>): void {
    this.line = this.line.then(work).catch((error: unknown) => {
      // A database that is away; the next sweep finds everything.
      this.log.error(error instanceof Error ? error.message : String(error));
    });
  }

  private later(ms: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.enqueue(work);
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }
}
