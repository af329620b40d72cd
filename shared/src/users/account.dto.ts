import { Email, Id, IdList, ListOf, OneOf, Secret, SomeOf, Text, Whole } from '../kernel/index.js';
import { PASSWORD_MAX, PASSWORD_MIN } from './password.rules.js';
import { ACCOUNT_STATES, ROLES, type AccountState, type Role } from './roles.js';

export const LOGIN_NAME_MAX = 64;

/** POST /auth/login */
export class LoginDto {
  @Text({ max: LOGIN_NAME_MAX }) loginName: string;
  @Secret({ min: 1, max: 1024 }) password: string;
}

/** POST /auth/activate: the first password, set with the one-time code of a slip. */
export class ActivateDto {
  @Text({ max: LOGIN_NAME_MAX }) loginName: string;
  @Text({ max: 32 }) code: string;
  @Secret({ min: PASSWORD_MIN, max: PASSWORD_MAX }) password: string;
}

/** POST /auth/password */
export class ChangePasswordDto {
  @Secret({ min: 1, max: 1024 }) currentPassword: string;
  @Secret({ min: PASSWORD_MIN, max: PASSWORD_MAX }) newPassword: string;
}

/** PUT /auth/email: where the own account gets the daily digest; null for nowhere. */
export class SetEmailDto {
  @Email({ optional: true }) email?: string | null;
}

/** POST /accounts */
export class CreateAccountDto {
  @Id() id: string;
  @Text({ min: 3, max: LOGIN_NAME_MAX }) loginName: string;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 120, optional: true }) position?: string | null;
  @Id({ optional: true }) organizationId?: string | null;
  @SomeOf(ROLES, { min: 1 }) roles: Role[];
  @Email({ optional: true }) email?: string | null;
}

/** PATCH /accounts/:accountId; `version` is the one the editor saw. */
export class UpdateAccountDto {
  @Whole({ min: 1, max: 2_147_483_647 }) version: number;
  @Text({ max: 120 }) displayName: string;
  @Text({ max: 120, optional: true }) position?: string | null;
  @Id({ optional: true }) organizationId?: string | null;
  @SomeOf(ROLES, { min: 1 }) roles: Role[];
  @Email({ optional: true }) email?: string | null;
}

class UnitAccountDto {
  @Id() id: string;
  @Id() organizationId: string;
}

/** POST /accounts/batch: one unit officer's account for each selected unit; login names are made from the units' names. */
export class CreateUnitAccountsDto {
  @ListOf(() => UnitAccountDto, { min: 1, max: 500 }) items: UnitAccountDto[];
}

/** POST /accounts/slips: new slips for those of these accounts that nobody has activated yet. */
export class IssueSlipsDto {
  @IdList({ min: 1, max: 1000 }) accountIds: string[];
}

/** GET /accounts */
export class ListAccountsDto {
  @Text({ max: 200, optional: true }) search?: string;
  @OneOf(ROLES, { optional: true }) role?: Role;
  @OneOf(ACCOUNT_STATES, { optional: true }) state?: AccountState;
}
