/**
 * What a caller sees of plans, as SQL over `plan p` with the parameters `$1`–`$4` of `reachParameters`. Two conditions:
 * the plan with everything in it, or the part of an inspected unit. Both know of a surprise only when the team has come:
 * what is kept from the own body, whatever one's role, says the database (`kept_plans`, `own_targets` and their kin).
 */
import { PLAN_STATES_SHOWN_TO_UNITS, SURPRISE_KINDS } from '@kiemtra/shared/plans';
import { BEGUN_VISIT_STATES } from '@kiemtra/shared/visits';
import type { Access } from '../platform/http/route.js';

/** `$1` province, `$2` account with team reach, `$3` account with lead reach, `$4` the caller's unit. */
export function reachParameters({ reaches, accountId, organizationId }: Access): unknown[] {
  return [
    reaches.includes('province'),
    reaches.includes('team') ? accountId : null,
    reaches.includes('lead') ? accountId : null,
    reaches.includes('unit') ? organizationId : null,
  ];
}

export const SEES_WHOLE = `(p.id not in (select kept_plans()) and ($1::boolean or exists (
  select from team t join team_member m on m.team_id = t.id
  where t.plan_id = p.id and m.left_at is null
    and (m.account_id = $2::uuid or (m.account_id = $3::uuid and m.role = 'lead')))))`;

export const SEES_OWN_PART = `(p.state in (${list(PLAN_STATES_SHOWN_TO_UNITS)}) and exists (
  select from plan_target o where o.plan_id = p.id and o.organization_id = $4::uuid
    and (p.kind not in (${list(SURPRISE_KINDS)}) or exists (
      select from visit v where v.target_id = o.id and v.state in (${list(BEGUN_VISIT_STATES)})))))`;

/** Codes of our own as an SQL list. */
export function list(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}

/** SQL: the name of a body on the day whose names the units of `plan p` bear (`namingDateOf` in shared). */
export function unitNameOf(organizationId: string): string {
  return `organization_name_on(${organizationId}, naming_day(p))`;
}
