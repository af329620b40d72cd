/**
 * Work that has to be done though nobody waits for it, kept in the database by pg-boss: every running server takes from the
 * same queues, one job is taken by one of them, and what a server that died had taken is given back when its time is over.
 * Jobs may therefore run twice; rows of the feature hold their effect to once. Queues are made by migrations.
 */
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Database } from '../database/database.js';

/** Jobs whose time is over are looked for this often, by one server. */
const MAINTENANCE_SECONDS = 120;

/** A queue, and what its jobs hold: ids and days alone. */
export class Queue<Data extends object> {
  /** For the compiler. */
  declare readonly data: Data;

  constructor(readonly name: string) {}
}

@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly boss: PgBoss;

  constructor(private readonly db: Database) {
    this.boss = new PgBoss({
      db: { executeSql: async (sql, values) => ({ rows: await db.directory(sql, values) }) },
      migrate: false,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
    });
    this.boss.on('error', (error) => this.log.error(error.message));
  }

  /** Looks after the queues from now on; refuses those that another version of the library made. */
  async start(): Promise<void> {
    await this.boss.start();
  }

  /** Puts a job into the queue with the work under way: it is there when that commits. With a key none waits twice. */
  async send<Data extends object>({ name }: Queue<Data>, data: Data, singletonKey?: string): Promise<void> {
    const db = { executeSql: async (sql: string, values: unknown[]) => ({ rows: await this.db.query(sql, values) }) };
    await this.boss.send(name, data, { db, ...(singletonKey === undefined ? {} : { singletonKey }) });
  }

  /**
   * Does the jobs that wait in the queue, one after the other, until none is left or `goesOn` says no. One that fails is logged
   * and given back, as often as its queue allows.
   */
  async drain<Data extends object>(
    { name }: Queue<Data>,
    handle: (data: Data) => Promise<void>,
    goesOn: () => boolean,
  ): Promise<void> {
    while (goesOn()) {
      const [job] = await this.boss.fetch<Data>(name);
      if (!job) return;
      try {
        await handle(job.data);
      } catch (error) {
        this.log.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        await this.boss.fail(name, job.id);
        continue;
      }
      await this.boss.complete(name, job.id);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }
}
