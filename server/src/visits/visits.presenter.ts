import type { UnreportedDevice, VisitListItemView, VisitView } from '@kiemtra/shared/visits';
import type { HoldingRow, NamedVisit, VisitWithManifest } from './visit.rows.js';

export function presentListItem({ visit, targetName }: NamedVisit): VisitListItemView {
  return {
    id: visit.id,
    plan: {
      id: visit.plan_id,
      kind: visit.plan_kind,
      title: visit.plan_title,
      number: visit.plan_number,
      state: visit.plan_state,
    },
    target: { id: visit.target_id, organizationId: visit.organization_id, name: targetName },
    team: { id: visit.team_id, name: visit.team_name },
    date: visit.date,
    halfDay: visit.half_day,
    place: visit.place,
    mode: visit.mode,
    state: visit.state,
    isMine: visit.is_mine,
    isLead: visit.is_lead,
  };
}

export function presentVisit(detail: VisitWithManifest): VisitView {
  const { visit, team, manifest } = detail;
  return {
    ...presentListItem(detail),
    teamMembers: team.map(({ name, position, role }) => ({ name, position, role })),
    hosts: visit.hosts.map(({ name, position, organization }) => ({ name, position, organization })),
    attendees: visit.attendees.map(({ name, position, organization }) => ({ name, position, organization })),
    checkedInAt: visit.checked_in_at?.toISOString() ?? null,
    finalisedAt: visit.finalised_at?.toISOString() ?? null,
    manifest,
    version: visit.version,
  };
}

export function presentUnreported({ lane, name, missing, is_lost, contacted_at }: HoldingRow): UnreportedDevice {
  return { lane, name, missing, isLost: is_lost, contactedAt: contacted_at.toISOString() };
}
