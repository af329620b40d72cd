import type { PlanView } from '@kiemtra/shared/plans';
import { reachesOf, type Permission } from '@kiemtra/shared/users';
import { useMe } from '../api/me.js';

/** Planners hold such a permission under every plan, the head of a team under the team's own. */
export function useMayDirect(permission: Permission): (plan: PlanView) => boolean {
  const me = useMe();
  const reaches = reachesOf(me.roles, permission);
  return ({ teams }) =>
    reaches.includes('province') ||
    (reaches.includes('lead') &&
      teams.some(({ members }) =>
        members.some(({ accountId, role }) => accountId === me.accountId && role === 'lead'),
      ));
}
