/**
 * A database on which every request can be played from the same state: what it does is done for real, on the real tables,
 * and taken back where it would have been kept. So a suite can walk thousands of requests over one small world.
 */
import { Database } from '../platform/database/database.js';

export class RehearsalDatabase extends Database {
  /** From here on nothing is kept. */
  isRehearsing = false;
  /** How many transactions with changes would have been committed so far. */
  changes = 0;
  /** Looks at what would be kept, inside the transaction that made it. */
  witness: () => Promise<void> = () => Promise.resolve();

  // A method takes what its caller has; the work itself is nobody else's business.
  protected override async finish(work: never, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (how === 'ROLLBACK' || !this.isRehearsing) return super.finish(work, how);
    await this.runLast(work);
    if (await this.hasWritten()) {
      this.changes += 1;
      await this.witness();
    }
    return super.finish(work, 'ROLLBACK');
  }

  override async directory<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (!this.isRehearsing || /^\s*select\b/i.test(sql)) return super.directory(sql, parameters);
    const scope = { requestId: 'rehearsal', provinceId: null, caller: null };
    return this.within(scope, () => this.query<Row>(sql, parameters));
  }
}
