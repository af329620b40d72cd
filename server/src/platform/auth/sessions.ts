import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId } from '@kiemtra/shared/kernel';
import type { Role } from '@kiemtra/shared/users';
import { Clock } from '../clock/clock.js';
import { Database, type Caller } from '../database/database.js';
import { Statement } from '../database/statement.js';

const HOUR = 3_600_000;
const IDLE_LIMIT = 12 * HOUR;
const LIFE = 7 * 24 * HOUR;
const SEEN_STEP = 60_000;

interface SessionRow {
  session_id: string;
  account_id: string;
  province_id: string;
  organization_id: string | null;
  login_name: string;
  display_name: string;
  position: string | null;
  roles: Role[];
  last_seen_at: Date;
}

const FIND_CALLER = new Statement(
  'find-caller',
  `select s.id as session_id, a.id as account_id, a.province_id, a.organization_id, a.login_name, a.display_name,
          a.position, a.roles, s.last_seen_at
   from session s join account a on a.id = s.account_id
   where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and s.last_seen_at > $3 and a.state = 'active'`,
);

export interface OpenedSession {
  id: string;
  /** 256 random bits; only its hash is stored. */
  token: string;
  maxAgeSeconds: number;
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Sessions in the directory: resolved at every request, so that a role taken away or an account switched off counts at once. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async open(accountId: string, from: { address: string; device: string }): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const id = newId();
    const now = this.clock.now();
    await this.db.directory(
      `insert into session (id, account_id, token_hash, address, device, created_at, last_seen_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7)`,
      [id, accountId, hashToken(token), from.address, from.device.slice(0, 300), now, new Date(now.getTime() + LIFE)],
    );
    return { id, token, maxAgeSeconds: LIFE / 1000 };
  }

  /** The caller behind a session token, or null when the session ended, idled out or its account is not active. */
  async findCaller(token: string): Promise<Caller | null> {
    const now = this.clock.now();
    const [row] = await this.db.directory<SessionRow>(FIND_CALLER, [
      hashToken(token),
      now,
      new Date(now.getTime() - IDLE_LIMIT),
    ]);
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() > SEEN_STEP) {
      await this.db.directory('update session set last_seen_at = $2 where id = $1', [row.session_id, now]);
    }
    return {
      accountId: row.account_id,
      provinceId: row.province_id,
      organizationId: row.organization_id,
      loginName: row.login_name,
      displayName: row.display_name,
      position: row.position,
      roles: row.roles,
      sessionId: row.session_id,
    };
  }

  /** Ends one session of the account; false when it is not the account's or ended before. */
  async end(accountId: string, sessionId: string): Promise<boolean> {
    const ended = await this.db.directory(
      'update session set ended_at = $3 where id = $2 and account_id = $1 and ended_at is null returning id',
      [accountId, sessionId, this.clock.now()],
    );
    return ended.length > 0;
  }

  /** Ends every session of the account, except one that may stay. */
  async endAll(accountId: string, except: string | null = null): Promise<void> {
    await this.db.directory(
      'update session set ended_at = $3 where account_id = $1 and ended_at is null and id is distinct from $2',
      [accountId, except, this.clock.now()],
    );
  }

  async list(
    accountId: string,
  ): Promise<{ id: string; created_at: Date; last_seen_at: Date; address: string; device: string }[]> {
    const now = this.clock.now();
    return this.db.directory(
      `select id, created_at, last_seen_at, address, device from session
       where account_id = $1 and ended_at is null and expires_at > $2 and last_seen_at > $3 order by last_seen_at desc`,
      [accountId, now, new Date(now.getTime() - IDLE_LIMIT)],
    );
  }
}
