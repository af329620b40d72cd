/** Whether the person behind this device has said to be done with a visit. */
import { fromNumber, type LedgerDatabase } from './database.js';
import { deviceOf } from './device.js';
import type { AnswerPlace } from './edits.js';
import type { Writer } from './writer.js';

export interface Readiness {
  /** Device time; null while it was not said, or something was recorded since. */
  saidAt: string | null;
  /** The server has heard it. */
  isSent: boolean;
}

export class Ready {
  constructor(
    private readonly db: LedgerDatabase,
    private readonly writer: Writer,
  ) {}

  /** Said behind everything that was recorded; true until something is recorded again. */
  async say(place: AnswerPlace): Promise<void> {
    await this.writer.commit();
    this.writer.put({ place, field: 'ready', kind: 'visit.ready', shows: null }, false);
    await this.writer.commit();
  }

  /** Null when the visit was not taken to the field on this device: nobody waits for it. */
  async read(visit: string): Promise<Readiness | null> {
    return this.db.read(['packs', 'meta', 'ops'], async ({ packs, meta, ops }) => {
      const pack = await packs.get(visit);
      if (!pack?.isForField) return null;
      const { lane } = await deviceOf({ meta });
      let last = await ops.openCursor(fromNumber(lane, 0), 'prev');
      while (last && last.value.operation.visit !== visit) last = await last.continue();
      if (last?.value.operation.kind !== 'visit.ready') return { saidAt: null, isSent: false };
      return { saidAt: last.value.operation.at, isSent: last.value.state === 'applied' };
    });
  }
}
