import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import { usersAudit, type MeView, type SetEmailDto } from '@kiemtra/shared/users';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { AccountsRepository } from './accounts.repository.js';
import { presentMe } from './users.presenter.js';

@Injectable()
export class MeService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly audit: Audit,
    private readonly db: Database,
  ) {}

  /** The caller, with unit and province by today's names. */
  async get(): Promise<MeView> {
    const row = await this.accounts.findRow(this.db.scope.caller?.accountId ?? '');
    if (!row) throw new Problem(kernelProblems.unauthenticated);
    return presentMe(row, await this.accounts.province());
  }

  /** Where the caller's own digest goes. */
  async setEmail({ email }: SetEmailDto): Promise<void> {
    const account = await this.accounts.find(this.db.scope.caller?.accountId ?? '');
    if (!account) throw new Problem(kernelProblems.unauthenticated);
    account.email = email ?? null;
    await this.accounts.save(account);
    await this.audit.record(usersAudit.emailSet, { kind: 'account', id: account.id });
  }
}
