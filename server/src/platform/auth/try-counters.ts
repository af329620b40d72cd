import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Database } from '../database/database.js';

/** Counters of tries in Postgres: they hold over all server processes and survive the refused request. */
@Injectable()
export class TryCounters {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts a try; gives the seconds to wait when the limit of the window is passed, else null. */
  async count(key: string, limit: number, windowMinutes: number): Promise<number | null> {
    const now = this.clock.now();
    const [row] = await this.db.directory<{ tries: number; window_ends_at: Date }>(
      `insert into try_counter as c (key, tries, window_ends_at) values ($1, 1, $3)
       on conflict (key) do update set
         tries = case when c.window_ends_at <= $2 then 1 else c.tries + 1 end,
         window_ends_at = case when c.window_ends_at <= $2 then $3 else c.window_ends_at end
       returning tries, window_ends_at`,
      [key, now, new Date(now.getTime() + windowMinutes * 60_000)],
    );
    if (!row || row.tries <= limit) return null;
    return Math.max(1, Math.ceil((row.window_ends_at.getTime() - now.getTime()) / 1000));
  }

  /** The try counted last was none: it was right, or it was not checked. */
  async takeBack(key: string): Promise<void> {
    await this.db.directory('update try_counter set tries = tries - 1 where key = $1 and tries > 0', [key]);
  }

  async clear(key: string): Promise<void> {
    await this.db.directory('delete from try_counter where key = $1', [key]);
  }
}
