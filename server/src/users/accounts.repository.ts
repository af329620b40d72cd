import { Injectable } from '@nestjs/common';
import { foldText } from '@kiemtra/shared/kernel';
import type { ListAccountsDto, Role } from '@kiemtra/shared/users';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { AccountEntity } from './account.entity.js';

/** An account with the name its unit has today. */
export interface AccountRow {
  id: string;
  login_name: string;
  display_name: string;
  position: string | null;
  email: string | null;
  roles: Role[];
  state: AccountEntity['state'];
  organization_id: string | null;
  organization_name: string | null;
  last_login_at: Date | null;
  version: number;
}

const SELECT = `
  select a.id, a.login_name, a.display_name, a.position, a.email, a.roles, a.state, a.organization_id, organization_name_on(a.organization_id, current_date) as organization_name,
         a.last_login_at, a.version
  from account a
  where a.province_id = $1`;

@Injectable()
export class AccountsRepository {
  constructor(private readonly db: Database) {}

  list({ search, role, state }: ListAccountsDto): Promise<AccountRow[]> {
    return this.db.query<AccountRow>(
      `${SELECT} and ($2::text is null or a.search_text like '%' || $2 || '%') and ($3::text is null or $3 = any(a.roles))
         and ($4::text is null or a.state = $4)
       order by a.display_name collate "vi-x-icu", a.id`,
      [this.db.provinceId, search ? escapeLike(foldText(search)) : null, role ?? null, state ?? null],
    );
  }

  findRow(id: string): Promise<AccountRow | null> {
    return this.db.one<AccountRow>(`${SELECT} and a.id = $2`, [this.db.provinceId, id]);
  }

  async find(id: string): Promise<AccountEntity | null> {
    const accounts = await this.db.repository(AccountEntity);
    return accounts.findOneBy({ id, provinceId: this.db.provinceId });
  }

  /** The province's accounts with these ids; unknown ids are missing from the answer. */
  async findByIds(ids: readonly string[]): Promise<Map<string, AccountEntity>> {
    const accounts = await this.db.repository(AccountEntity);
    const found = await accounts.findBy({ id: In([...ids]), provinceId: this.db.provinceId });
    return new Map(found.map((account) => [account.id, account]));
  }

  /** By login name over all provinces: log-in and activation know no province yet. */
  async findByLoginName(loginName: string): Promise<AccountEntity | null> {
    const accounts = await this.db.repository(AccountEntity);
    return accounts.findOneBy({ loginName });
  }

  /** A new account, never a change of another: the directory keeps no province apart, so its id may be in use elsewhere. */
  async insert(account: AccountEntity): Promise<void> {
    const accounts = await this.db.repository(AccountEntity);
    await accounts.insert(Object.assign(account, { searchText: searchTextOf(account) }));
  }

  async save(account: AccountEntity): Promise<void> {
    const accounts = await this.db.repository(AccountEntity);
    await accounts.save(Object.assign(account, { searchText: searchTextOf(account) }));
  }

  /** Active administrators other than the given account. */
  async countOtherAdministrators(exceptId: string): Promise<number> {
    const row = await this.db.one<{ count: number }>(
      `select count(*) as count from account where province_id = $1 and id <> $2 and state = 'active' and 'administrator' = any(roles)`,
      [this.db.provinceId, exceptId],
    );
    return row?.count ?? 0;
  }

  /** Which of these login names are taken, over all provinces. */
  async takenLoginNames(startingWith: string): Promise<Set<string>> {
    const rows = await this.db.query<{ login_name: string }>(
      `select login_name from account where starts_with(login_name, $1)`,
      [startingWith],
    );
    return new Set(rows.map(({ login_name }) => login_name));
  }

  async provinceSlug(): Promise<string> {
    const row = await this.db.one<{ slug: string }>('select slug from province where id = $1', [this.db.provinceId]);
    return row?.slug ?? '';
  }

  async province(): Promise<{ id: string; name: string }> {
    const row = await this.db.one<{ id: string; name: string }>('select id, name from province where id = $1', [
      this.db.provinceId,
    ]);
    if (!row) throw new Error('the caller has no province');
    return row;
  }

  /** Today's names of units of this province, by id; unknown ids are missing from the answer. */
  async unitNames(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ organization_id: string; name: string }>(
      `select distinct on (organization_id) organization_id, name from organization_name
       where organization_id = any($1) order by organization_id, valid_from desc`,
      [ids],
    );
    return new Map(rows.map(({ organization_id, name }) => [organization_id, name]));
  }

  /** Replaces every earlier slip of the account. */
  async addSlip(slip: {
    id: string;
    accountId: string;
    codeHash: Buffer;
    createdBy: string | null;
    expiresAt: Date;
  }): Promise<void> {
    await this.db.query('delete from activation_slip where account_id = $1', [slip.accountId]);
    await this.db.query(
      'insert into activation_slip (id, account_id, code_hash, created_by, expires_at) values ($1, $2, $3, $4, $5)',
      [slip.id, slip.accountId, slip.codeHash, slip.createdBy, slip.expiresAt],
    );
  }

  /** Uses up the slip; false when there is no such unused, unexpired slip. Two uses at once: one wins. */
  async takeSlip(accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
    const rows = await this.db.query(
      `update activation_slip set used_at = $3
       where account_id = $1 and code_hash = $2 and used_at is null and expires_at > $3 returning id`,
      [accountId, codeHash, now],
    );
    return rows.length > 0;
  }
}

function searchTextOf({ displayName, loginName, position }: AccountEntity): string {
  return foldText(`${displayName} ${loginName} ${position ?? ''}`);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
