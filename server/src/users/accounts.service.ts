import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Faults, Problem, kernelProblems, newId } from '@kiemtra/shared/kernel';
import {
  SLIP_VALID_DAYS,
  isLoginName,
  normalizeLoginName,
  suggestLoginName,
  usersAudit,
  usersProblems,
  type ActivationSlipView,
  type CreateAccountDto,
  type CreateUnitAccountsDto,
  type IssueSlipsDto,
  type ListAccountsDto,
  type UpdateAccountDto,
} from '@kiemtra/shared/users';
import { Audit } from '../platform/audit/audit.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { AccountEntity } from './account.entity.js';
import { AccountsRepository, type AccountRow } from './accounts.repository.js';
import { hashSlipCode } from './auth.service.js';

/** Letters and digits that cannot be misread on paper. */
const SLIP_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const DAY = 86_400_000;

@Injectable()
export class AccountsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  list(filter: ListAccountsDto): Promise<AccountRow[]> {
    return this.accounts.list(filter);
  }

  async getRow(id: string): Promise<AccountRow> {
    const row = await this.accounts.findRow(id);
    if (!row) throw new Problem(kernelProblems.notFound);
    return row;
  }

  /** Creates an account that waits for activation; the slip carries its one-time code. */
  async create(dto: CreateAccountDto): Promise<ActivationSlipView> {
    const loginName = normalizeLoginName(dto.loginName);
    const faults = new Faults();
    if (!isLoginName(loginName)) faults.add(usersProblems.loginNameForm, 'loginName');
    else if (await this.accounts.findByLoginName(loginName)) faults.add(usersProblems.loginNameTaken, 'loginName');
    const unitName = await this.unitName(dto, faults);
    faults.refuse();
    const account = Object.assign(new AccountEntity(), {
      id: dto.id,
      provinceId: this.db.provinceId,
      loginName,
      ...described(dto),
      state: 'pending',
      passwordHash: null,
      version: 1,
    } satisfies Partial<AccountEntity>);
    return this.add(account, unitName);
  }

  /**
   * One unit officer's account per unit, login names made from the units' names. All or none. The same list again, since
   * the answer with its codes was lost, gives new slips where nobody has used one yet.
   */
  async createForUnits({ items }: CreateUnitAccountsDto): Promise<ActivationSlipView[]> {
    const names = await this.accounts.unitNames(items.map(({ organizationId }) => organizationId));
    const made = await this.accounts.findByIds(items.map(({ id }) => id));
    if (made.size > 0) {
      const isSame = items.every(({ id, organizationId }) => made.get(id)?.organizationId === organizationId);
      if (!isSame) throw new Problem(kernelProblems.idReused);
      return this.reissue(
        items.flatMap(({ id }) => made.get(id) ?? []),
        names,
      );
    }
    const slug = await this.accounts.provinceSlug();
    const taken = await this.accounts.takenLoginNames(`${slug}.`);
    const faults = new Faults();
    for (const [index, { organizationId }] of items.entries()) {
      if (!names.has(organizationId)) faults.add(usersProblems.unknownUnit, `items.${index}.organizationId`);
    }
    faults.refuse();
    const slips: ActivationSlipView[] = [];
    for (const { id, organizationId } of items) {
      const unitName = names.get(organizationId) ?? '';
      const loginName = freeName(suggestLoginName(slug, unitName), taken);
      const account = Object.assign(new AccountEntity(), {
        id,
        provinceId: this.db.provinceId,
        organizationId,
        loginName,
        displayName: `Cán bộ đầu mối ${unitName}`.slice(0, 120),
        position: null,
        email: null,
        roles: ['unit_officer'],
        state: 'pending',
        passwordHash: null,
        version: 1,
      } satisfies Partial<AccountEntity>);
      slips.push(await this.add(account, unitName));
    }
    return slips;
  }

  async update(id: string, dto: UpdateAccountDto): Promise<void> {
    const account = await this.get(id);
    if (account.version !== dto.version) throw new Problem(kernelProblems.stale);
    if (account.roles.includes('administrator') && !dto.roles.includes('administrator'))
      await this.keepAnAdministrator(account);
    const faults = new Faults();
    await this.unitName(dto, faults);
    faults.refuse();
    Object.assign(account, described(dto));
    account.version += 1;
    await this.accounts.save(account);
    await this.audit.record(usersAudit.updated, subject(account), { loginName: account.loginName });
  }

  /** A reset: a new slip, and every session ends. The old password stops working when the new one is set. */
  async issueSlip(id: string): Promise<ActivationSlipView> {
    const account = await this.get(id);
    if (account.state === 'deactivated') throw new Problem(kernelProblems.notFound);
    const row = await this.getRow(id);
    await this.sessions.endAll(id);
    await this.audit.record(usersAudit.slipPrinted, subject(account), { loginName: account.loginName });
    return this.slip(account, row.organization_name);
  }

  /** New slips for many accounts at once; who is past activation is left alone: that reset is done one by one. */
  async issueSlips({ accountIds }: IssueSlipsDto): Promise<ActivationSlipView[]> {
    const accounts = await this.accounts.findByIds(accountIds);
    const faults = new Faults();
    for (const [index, id] of accountIds.entries()) {
      if (!accounts.has(id)) faults.add(usersProblems.unknownAccount, `accountIds.${index}`);
    }
    faults.refuse();
    const units = [...accounts.values()].flatMap(({ organizationId }) => organizationId ?? []);
    const ordered = accountIds.flatMap((id) => accounts.get(id) ?? []);
    return this.reissue(ordered, await this.accounts.unitNames(units));
  }

  async deactivate(id: string): Promise<void> {
    const account = await this.get(id);
    if (id === this.db.scope.caller?.accountId) throw new Problem(usersProblems.notSelf);
    if (account.state === 'deactivated') return;
    if (account.roles.includes('administrator')) await this.keepAnAdministrator(account);
    account.state = 'deactivated';
    account.version += 1;
    await this.accounts.save(account);
    await this.sessions.endAll(id);
    await this.audit.record(usersAudit.deactivated, subject(account), { loginName: account.loginName });
  }

  async reactivate(id: string): Promise<void> {
    const account = await this.get(id);
    if (account.state !== 'deactivated') return;
    account.state = account.passwordHash ? 'active' : 'pending';
    account.version += 1;
    await this.accounts.save(account);
    await this.audit.record(usersAudit.reactivated, subject(account), { loginName: account.loginName });
  }

  private async get(id: string): Promise<AccountEntity> {
    const account = await this.accounts.find(id);
    if (!account) throw new Problem(kernelProblems.notFound);
    return account;
  }

  /** The name of the account's unit; notes when there is no such unit, or none where one must be. */
  private async unitName({ organizationId, roles }: Description, faults: Faults): Promise<string | null> {
    if (!organizationId) {
      if (roles.includes('unit_officer')) faults.add(usersProblems.unitRequired, 'organizationId');
      return null;
    }
    const name = (await this.accounts.unitNames([organizationId])).get(organizationId);
    if (name === undefined) faults.add(usersProblems.unknownUnit, 'organizationId');
    return name ?? null;
  }

  private async add(account: AccountEntity, unitName: string | null): Promise<ActivationSlipView> {
    await this.accounts.insert(account);
    await this.audit.record(usersAudit.created, subject(account), { loginName: account.loginName });
    return this.slip(account, unitName);
  }

  /** Slips in place of those that nobody has used. */
  private async reissue(accounts: AccountEntity[], unitNames: Map<string, string>): Promise<ActivationSlipView[]> {
    const slips: ActivationSlipView[] = [];
    for (const account of accounts.filter(({ state }) => state === 'pending')) {
      await this.audit.record(usersAudit.slipPrinted, subject(account), { loginName: account.loginName });
      slips.push(await this.slip(account, unitNames.get(account.organizationId ?? '') ?? null));
    }
    return slips;
  }

  private async slip(account: AccountEntity, organizationName: string | null): Promise<ActivationSlipView> {
    const letters = Array.from({ length: 12 }, () => SLIP_ALPHABET.charAt(randomInt(SLIP_ALPHABET.length))).join('');
    const code = letters.replace(/(.{4})(?=.)/g, '$1-');
    const expiresAt = new Date(this.clock.now().getTime() + SLIP_VALID_DAYS * DAY);
    const createdBy = this.db.scope.caller?.accountId ?? null;
    await this.accounts.addSlip({
      id: newId(),
      accountId: account.id,
      codeHash: hashSlipCode(code),
      createdBy,
      expiresAt,
    });
    const { id: accountId, loginName, displayName } = account;
    return { accountId, loginName, displayName, organizationName, code, expiresAt: expiresAt.toISOString() };
  }

  private async keepAnAdministrator(account: AccountEntity): Promise<void> {
    if (account.state === 'active' && (await this.accounts.countOtherAdministrators(account.id)) === 0) {
      throw new Problem(usersProblems.lastAdministrator);
    }
  }
}

type Description = Omit<UpdateAccountDto, 'version'>;

/** Who an account is. */
function described({ displayName, position, organizationId, roles, email }: Description) {
  const none = { position: position ?? null, organizationId: organizationId ?? null, email: email ?? null };
  return { displayName, roles, ...none };
}

function subject(account: AccountEntity) {
  return { kind: 'account', id: account.id };
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted.slice(0, 60)}-${number}`;
  taken.add(name);
  return name;
}
