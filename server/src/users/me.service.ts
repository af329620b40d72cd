import { Injectable } from '@nestjs/common';
import { Problem, kernelProblems } from '@kiemtra/shared/kernel';
import type { MeView } from '@kiemtra/shared/users';
import { Database } from '../platform/database/database.js';
import { AccountsRepository } from './accounts.repository.js';
import { presentMe } from './users.presenter.js';

@Injectable()
export class MeService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly db: Database,
  ) {}

  /** The caller, with unit and province by today's names. */
  async get(): Promise<MeView> {
    const row = await this.accounts.findRow(this.db.scope.caller?.accountId ?? '');
    if (!row) throw new Problem(kernelProblems.unauthenticated);
    return presentMe(row, await this.accounts.province());
  }
}
