/**
 * The one door to the database. A request's work runs in one transaction, opened by its first query with the caller's
 * province and body set in the same round trip as BEGIN, and committed before the answer is sent. Nobody can forget the
 * province: without it row-level security shows nothing. From the body follows what is kept from the caller.
 *
 * Three doors stand beside it, each named and each one function: `directory` (accounts, sessions, counters of tries; commits
 * on its own because it must survive a refused request), `snapshot` (long reads while they stream), and `within` for work
 * that no request started (commands, jobs, tests).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isUuid } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import { DataSource, type EntityTarget, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import { isAftermath, isRetryable } from '../problems/database-problems.js';
import { runSql, sendStatement, type Connection, type Statement } from './statement.js';

/** Who is calling: read anew from the directory at every request. */
export interface Caller {
  accountId: string;
  provinceId: string;
  organizationId: string | null;
  loginName: string;
  displayName: string;
  position: string | null;
  roles: Role[];
  sessionId: string;
}

/** What one unit of work is done for. */
export interface Scope {
  requestId: string;
  provinceId: string | null;
  caller: Caller | null;
  /** Set by the audit recorder; a write that changed data without it is refused. */
  isAudited?: boolean;
  /** Writes of this scope keep their own record (the batch log of field work, the directory). */
  keepsOwnRecord?: boolean;
}

/** What a piece of work asks of its transaction beyond the usual. */
export interface TransactionTerms {
  /** All reads show one moment; nothing can be written. */
  isSnapshot?: boolean;
  /** Settings of Postgres for this transaction alone, such as `lock_timeout`. */
  settings?: Readonly<Record<string, string>>;
  /** How often the whole work is done at most, when others get into its way; once by default. */
  attempts?: number;
}

interface Work {
  scope: Scope;
  terms: TransactionTerms;
  runner: Promise<QueryRunner> | null;
  /** The first error of the database. */
  refused?: unknown;
  /** What travels with the end of the work. */
  last: [sql: Statement, parameters: readonly unknown[]][];
}

const RETRY_PAUSE_MS = 100;
const LONG_READ: TransactionTerms = { isSnapshot: true, settings: { statement_timeout: '10min' } };

@Injectable()
export class Database {
  private readonly works = new AsyncLocalStorage<Work>();

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Runs work in its own transaction of the scope's province: committed when it returns, rolled back when it throws. With
   * `attempts` the whole work runs again, after a random pause, when it got into a deadlock or was outrun by others.
   */
  async within<T>(scope: Scope, work: () => Promise<T>, terms: TransactionTerms = {}): Promise<T> {
    for (let left = (terms.attempts ?? 1) - 1; ; left -= 1) {
      try {
        return await this.once(scope, work, terms);
      } catch (error) {
        if (left === 0 || !isRetryable(error)) throw error;
        await sleep(Math.random() * RETRY_PAUSE_MS);
      }
    }
  }

  private async once<T>(scope: Scope, work: () => Promise<T>, terms: TransactionTerms): Promise<T> {
    const current: Work = { scope, terms, runner: null, last: [] };
    return this.works.run(current, async () => {
      try {
        const result = await work();
        await this.finish(current, 'COMMIT');
        return result;
      } catch (error) {
        await this.finish(current, 'ROLLBACK').catch(() => undefined);
        // What was sent behind a refused statement is refused for that alone; the first refusal is the reason.
        throw isAftermath(error) ? (current.refused ?? error) : error;
      }
    });
  }

  /** The scope of the work under way. */
  get scope(): Scope {
    return this.work.scope;
  }

  /** The province of the work under way; throws when there is none. */
  get provinceId(): string {
    const { provinceId } = this.scope;
    if (!provinceId) throw new Error('no province is set for this work');
    return provinceId;
  }

  /** Sets the province in the middle of the work under way: log-in learns it from the account. */
  async enterProvince(provinceId: string): Promise<void> {
    if (this.scope.provinceId !== null) throw new Error('the province of a work is set once');
    this.scope.provinceId = provinceId;
    if (this.work.runner) await this.query(`select set_config('app.province_id', $1, true)`, [provinceId]);
  }

  /** Runs SQL in the transaction of the work under way. */
  async query<Row>(sql: string | Statement, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { work } = this;
    if (work.last.length > 0) await this.runLast(work);
    try {
      return await runSql<Row>(await this.runner(), sql, parameters);
    } catch (error) {
      work.refused ??= error;
      throw error;
    }
  }

  /** Like `query`, for statements that give at most one row. */
  async one<Row>(sql: string | Statement, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.query<Row>(sql, parameters))[0] ?? null;
  }

  /**
   * SQL that nobody waits for: it travels with the end of the work, or before whatever else is asked, and the work fails with
   * it. For the writes of a batch, which would else cost a round trip before the commit.
   */
  queryLast(sql: Statement, parameters: readonly unknown[]): void {
    this.work.last.push([sql, parameters]);
  }

  /** TypeORM's repository inside the transaction of the work under way. */
  async repository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Promise<Repository<Entity>> {
    await this.runLast(this.work);
    return (await this.runner()).manager.getRepository(entity);
  }

  /** True when the work under way has changed data. */
  async hasWritten(): Promise<boolean> {
    // What travels with the end of the work is written by asking.
    if (!this.work.runner && this.work.last.length === 0) return false;
    const row = await this.one<{ id: string | null }>('select pg_current_xact_id_if_assigned()::text as id');
    return row?.id != null;
  }

  /** Directory tables (no province), outside any transaction: each statement commits on its own. */
  async directory<Row>(sql: string | Statement, parameters: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      return await runSql<Row>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  /** A long, consistent read of one province: REPEATABLE READ, read only, with its own time limit, for exports that stream. */
  async snapshot<T>(scope: Scope, read: () => Promise<T>): Promise<T> {
    return this.within(scope, read, LONG_READ);
  }

  private get work(): Work {
    const work = this.works.getStore();
    if (!work) throw new Error('database work outside a request, command or job');
    return work;
  }

  private runner(): Promise<QueryRunner> {
    const { work } = this;
    work.runner ??= this.open(work);
    return work.runner;
  }

  private async open({ scope: { provinceId, caller }, terms }: Work): Promise<QueryRunner> {
    const ids = { 'app.province_id': provinceId, 'app.organization_id': caller?.organizationId ?? null };
    const settings = Object.entries<string | null>({ ...terms.settings, ...ids });
    if (Object.values(ids).some((id) => id !== null && !isUuid(id))) throw new Error('a province or body has a UUID');
    const begin = terms.isSnapshot ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' : 'BEGIN';
    const set = settings.map(([name, value]) => `set_config('${name}', '${value ?? ''}', true)`).join(', ');
    const runner = this.source.createQueryRunner();
    try {
      const connection = (await runner.connect()) as Connection;
      // Not waited for: the first statement travels with it. Were it refused, every statement behind it would be, too.
      connection.query(`${begin}; SELECT ${set}`).catch(() => undefined);
    } catch (error) {
      await runner.release();
      throw error;
    }
    // TypeORM opens a transaction of its own in save() unless it knows of this one.
    Object.assign(runner, { isTransactionActive: true });
    return runner;
  }

  /** Runs at once what would travel with the end of the work. */
  protected async runLast(work: Work): Promise<void> {
    for (const one of work.last.splice(0)) await this.query(...one);
  }

  /** Ends the transaction, if one was opened. Overridden by tests that walk every route without leaving traces. */
  protected async finish(work: Work, how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    if (how === 'COMMIT' && work.last.length > 0) work.runner ??= this.open(work);
    const opening = work.runner;
    work.runner = null;
    const runner = await opening;
    if (!runner) return;
    try {
      const connection = (await runner.connect()) as Connection;
      // Sent at once. Were one of them refused, the COMMIT behind it would roll back.
      const last = how === 'COMMIT' ? work.last.map((one) => sendStatement(connection, ...one)) : [];
      const answers = await Promise.allSettled([...last, connection.query(how)]);
      const refused = answers.find((answer) => answer.status === 'rejected');
      if (refused) throw refused.reason;
    } finally {
      Object.assign(runner, { isTransactionActive: false });
      await runner.release();
    }
  }
}
