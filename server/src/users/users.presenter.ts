import type { AccountView, MeView, SessionView } from '@kiemtra/shared/users';
import type { Caller } from '../platform/database/database.js';
import type { AccountRow } from './accounts.repository.js';

export function presentAccount(row: AccountRow): AccountView {
  return {
    id: row.id,
    loginName: row.login_name,
    displayName: row.display_name,
    position: row.position,
    email: row.email,
    roles: row.roles,
    organization: row.organization_id ? { id: row.organization_id, name: row.organization_name ?? '' } : null,
    state: row.state,
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    version: row.version,
  };
}

export function presentMe(row: AccountRow, province: MeView['province']): MeView {
  const { id: accountId, loginName, displayName, position, email, roles, organization } = presentAccount(row);
  return { accountId, loginName, displayName, position, email, roles, organization, province };
}

export function presentSession(
  row: { id: string; created_at: Date; last_seen_at: Date; address: string; device: string },
  caller: Caller,
): SessionView {
  return {
    id: row.id,
    isCurrent: row.id === caller.sessionId,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    address: row.address,
    device: row.device,
  };
}
