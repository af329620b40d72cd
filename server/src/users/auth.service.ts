import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems } from '@kiemtra/shared/kernel';
import {
  normalizeLoginName,
  passwordFault,
  usersAudit,
  usersProblems,
  type ActivateDto,
  type ChangePasswordDto,
  type LoginDto,
} from '@kiemtra/shared/users';
import { Audit } from '../platform/audit/audit.js';
import { Passwords } from '../platform/auth/passwords.js';
import { Sessions, type OpenedSession } from '../platform/auth/sessions.js';
import { TryCounters } from '../platform/auth/try-counters.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { AccountEntity } from './account.entity.js';
import { AccountsRepository } from './accounts.repository.js';

const WINDOW_MINUTES = 15;
const TRIES_PER_ACCOUNT = 5;
/** Failures alone: a whole province may log in through one address. */
const FAILURES_PER_NETWORK = 60;

/** Where a request comes from, as the session list shows it. */
export interface Origin {
  address: string;
  device: string;
}

/** The form in which a slip's code is compared: upper case, letters and digits only. */
export function hashSlipCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
}

@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly tries: TryCounters,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** Opens a session. Unknown name, wrong password and inactive account get the same answer after the same time. */
  async login({ loginName, password }: LoginDto, origin: Origin): Promise<OpenedSession> {
    const name = normalizeLoginName(loginName);
    await this.countTry(name, origin);
    const account = await this.accounts.findByLoginName(name);
    const isRight = await this.passwords.verify(account?.passwordHash ?? null, password);
    if (!account || !isRight || account.state !== 'active') throw new Problem(usersProblems.wrongLogin);
    await this.forgiveTry(name, origin);
    return this.enter(account, origin, usersAudit.loggedIn);
  }

  async logout(): Promise<void> {
    const caller = this.caller();
    await this.sessions.end(caller.accountId, caller.sessionId);
    await this.audit.record(usersAudit.loggedOut, { kind: 'account', id: caller.accountId });
  }

  /** Sets the first password, or a new one after a reset, with the one-time code of a slip. */
  async activate({ loginName, code, password }: ActivateDto, origin: Origin): Promise<OpenedSession> {
    const name = normalizeLoginName(loginName);
    weakness(password, name, 'password').refuse();
    await this.countTry(name, origin);
    const passwordHash = await this.passwords.hash(password);
    const account = await this.accounts.findByLoginName(name);
    const isSlipGood =
      account !== null &&
      account.state !== 'deactivated' &&
      (await this.accounts.takeSlip(account.id, hashSlipCode(code), this.clock.now()));
    if (!isSlipGood) throw new Problem(usersProblems.wrongSlip);
    account.passwordHash = passwordHash;
    account.state = 'active';
    account.version += 1;
    await this.accounts.save(account);
    await this.sessions.endAll(account.id);
    await this.forgiveTry(name, origin);
    return this.enter(account, origin, usersAudit.activated);
  }

  /** Changes the own password and ends every other session. */
  async changePassword({ currentPassword, newPassword }: ChangePasswordDto): Promise<void> {
    const caller = this.caller();
    const account = await this.accounts.find(caller.accountId);
    if (!account) throw new Problem(kernelProblems.unauthenticated);
    const faults = weakness(newPassword, account.loginName, 'newPassword');
    if (!(await this.passwords.verify(account.passwordHash, currentPassword))) {
      faults.add(usersProblems.wrongPassword, 'currentPassword');
    }
    faults.refuse();
    account.passwordHash = await this.passwords.hash(newPassword);
    await this.accounts.save(account);
    await this.sessions.endAll(account.id, caller.sessionId);
    await this.audit.record(usersAudit.passwordChanged, { kind: 'account', id: account.id });
  }

  async endSession(sessionId: string): Promise<boolean> {
    const caller = this.caller();
    const isEnded = await this.sessions.end(caller.accountId, sessionId);
    if (isEnded) await this.audit.record(usersAudit.sessionEnded, { kind: 'account', id: caller.accountId });
    return isEnded;
  }

  private async enter(account: AccountEntity, origin: Origin, act: typeof usersAudit.loggedIn): Promise<OpenedSession> {
    const { scope } = this.db;
    const session = await this.sessions.open(account.id, origin);
    const { id: accountId, provinceId, organizationId, loginName, displayName, position, roles } = account;
    scope.caller = {
      accountId,
      provinceId,
      organizationId,
      loginName,
      displayName,
      position,
      roles,
      sessionId: session.id,
    };
    await this.db.enterProvince(provinceId);
    await this.db.query('update account set last_login_at = $2 where id = $1', [accountId, this.clock.now()]);
    await this.audit.record(act, { kind: 'account', id: accountId });
    return session;
  }

  /** Counts a try before it is checked, so that no burst outruns the limits; beyond them it is refused unchecked. */
  private async countTry(name: string, { address }: Origin): Promise<void> {
    const wait =
      (await this.tries.count(networkKey(address), FAILURES_PER_NETWORK, WINDOW_MINUTES)) ??
      (await this.tries.count(accountKey(name), TRIES_PER_ACCOUNT, WINDOW_MINUTES));
    if (wait === null) return;
    await this.tries.takeBack(networkKey(address));
    const problem = new Problem(usersProblems.tooManyTries, { minutes: Math.ceil(wait / 60) });
    problem.retryAfter = wait;
    throw problem;
  }

  /** It was right: the account starts anew, the failures of others at the same address stay. */
  private async forgiveTry(name: string, { address }: Origin): Promise<void> {
    await this.tries.clear(accountKey(name));
    await this.tries.takeBack(networkKey(address));
  }

  private caller() {
    const { caller } = this.db.scope;
    if (!caller) throw new Error('no caller');
    return caller;
  }
}

function accountKey(name: string): string {
  return `login:${name}`;
}

/** Whole offices share one address; the /24 or /56 is what a guesser can hop in cheaply. */
function networkKey(address: string): string {
  const [separator, parts] = address.includes(':') ? [':', 4] : ['.', 3];
  return `network:${address.split(separator).slice(0, parts).join(separator)}`;
}

function weakness(password: string, loginName: string, path: string): Faults {
  const faults = new Faults();
  const fault = passwordFault(password, loginName);
  if (fault) faults.add(usersProblems.weakPassword, path, { fault });
  return faults;
}
