import type { Role } from './roles.js';

/**
 * How far a permission reaches inside the caller's province:
 * everything; what a team holds of which the caller is a member, or the head; what concerns the caller's own unit;
 * or the caller's own account alone. Another province is out of every reach, and whatever the reach, what concerns the
 * caller's own body is kept until that body is told.
 */
export type Reach = 'province' | 'team' | 'lead' | 'unit' | 'self';

type Row = Partial<Record<Role, Reach>>;

const EVERYONE = (reach: Reach): Row => ({
  administrator: reach,
  leader: reach,
  planner: reach,
  inspector: reach,
  appraiser: reach,
  unit_officer: reach,
  viewer: reach,
});
const DEPARTMENT: Row = {
  administrator: 'province',
  leader: 'province',
  planner: 'province',
  appraiser: 'province',
  viewer: 'province',
};

/** The one table of who may do what: read by the guard, by the queries and by the buttons. */
export const PERMISSIONS = {
  'self.manage': EVERYONE('self'),
  'accounts.read': { administrator: 'province' },
  'accounts.manage': { administrator: 'province' },
  'organizations.read': { ...DEPARTMENT, inspector: 'province', unit_officer: 'unit' },
  'organizations.manage': { administrator: 'province' },
  'calendar.read': EVERYONE('province'),
  'calendar.manage': { administrator: 'province', planner: 'province' },
  'criteria.read': { ...DEPARTMENT, inspector: 'province' },
  'criteria.manage': { administrator: 'province', planner: 'province' },
  'plans.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'plans.edit': { planner: 'province' },
  'plans.issue': { leader: 'province', planner: 'province' },
  'visits.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'visits.schedule': { planner: 'province' },
  'visits.conduct': { inspector: 'lead' },
  'fieldwork.record': { inspector: 'team' },
  'assessments.read': { ...DEPARTMENT, inspector: 'team' },
  'files.upload': { planner: 'province', inspector: 'province', unit_officer: 'province' },
  'files.resume': { planner: 'self', inspector: 'self', unit_officer: 'self' },
  'files.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'findings.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'findings.write': { planner: 'province', inspector: 'team' },
  'findings.compare': { ...DEPARTMENT, inspector: 'team' },
  'remediation.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'remediation.request': { planner: 'province', inspector: 'lead' },
  'remediation.answer': { unit_officer: 'unit' },
  'remediation.decide': { leader: 'province', planner: 'province' },
  'explanations.read': { ...DEPARTMENT, inspector: 'team', unit_officer: 'unit' },
  'explanations.decide': { planner: 'province', inspector: 'lead' },
  'explanations.answer': { unit_officer: 'unit' },
  'notices.read': { leader: 'province', planner: 'province', unit_officer: 'unit' },
  'documents.export': { ...DEPARTMENT, inspector: 'team' },
  'audit.read': { administrator: 'province', leader: 'province', planner: 'province' },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof PERMISSIONS;

/** Every reach the roles give for a permission; empty means refused. */
export function reachesOf(roles: readonly Role[], permission: Permission): Reach[] {
  const row: Row = PERMISSIONS[permission];
  return [...new Set(roles.flatMap((role) => row[role] ?? []))];
}

/** True when at least one role has the permission, whatever its reach: for showing a menu or a button. */
export function can(holder: { roles: readonly Role[] }, permission: Permission): boolean {
  return reachesOf(holder.roles, permission).length > 0;
}
