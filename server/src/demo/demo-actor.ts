import type { INestApplicationContext } from '@nestjs/common';
import { reachesOf, type Permission } from '@kiemtra/shared/users';
import type { AccountEntity } from '../users/account.entity.js';
import { AccountsRepository } from '../users/accounts.repository.js';
import { Database } from '../platform/database/database.js';
import type { Access } from '../platform/http/route.js';

/** Does things in the demonstration as one of its accounts would: the audit names the account, and its reach binds it. */
export class DemoActor {
  private constructor(
    private readonly db: Database,
    private readonly account: AccountEntity,
  ) {}

  static async of(app: INestApplicationContext, loginName: string): Promise<DemoActor> {
    const account = await app.get(AccountsRepository).findByLoginName(loginName);
    if (!account) throw new Error(`the demonstration has no account ${loginName}`);
    return new DemoActor(app.get(Database), account);
  }

  get member() {
    const { id: accountId, displayName: name, position } = this.account;
    return { accountId, name, position };
  }

  /** The account's access under a permission; from here on it is the caller of the work under way. */
  access(permission: Permission): Access {
    const { id: accountId, provinceId, organizationId, loginName, displayName, position, roles } = this.account;
    const caller = {
      accountId,
      provinceId,
      organizationId,
      loginName,
      displayName,
      position,
      roles,
      sessionId: accountId,
    };
    this.db.scope.caller = caller;
    return { ...caller, reaches: reachesOf(roles, permission) };
  }
}
