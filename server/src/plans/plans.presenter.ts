import type { PlanListItemView, PlanTargetView, PlanView, TeamMemberView, TeamView } from '@kiemtra/shared/plans';
import type { NamedTargetRow, PlanDetail, PlanRow, TeamWithMembers } from './plan.rows.js';
import type { TeamMemberEntity } from './team.entity.js';

export function presentListItem(row: PlanRow): PlanListItemView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    year: row.year,
    number: row.number,
    issuedOn: row.issued_on,
    authority: { id: row.authority_id, name: row.authority_name },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    isSample: row.is_sample,
    unitCount: row.unit_count,
    visitCount: row.visit_count,
    finalisedVisitCount: row.finalised_visit_count,
  };
}

export function presentPlan({ plan, targets, teams }: PlanDetail): PlanView {
  return {
    ...presentListItem(plan),
    isWhole: plan.sees_whole,
    legalBases: plan.legal_bases.map(({ type, number, date, issuer, subject }) => ({
      type,
      number,
      date,
      issuer,
      subject,
    })),
    areas: plan.areas,
    otherContents: plan.other_contents,
    dataFrom: plan.data_from,
    dataTo: plan.data_to,
    scheduleNote: plan.schedule_note,
    criteria:
      plan.criteria_version_id === null
        ? null
        : { versionId: plan.criteria_version_id, name: plan.criteria_name ?? '', number: plan.criteria_number ?? 0 },
    targets: targets.map(presentTarget),
    teams: teams.map(presentTeam),
    version: plan.version,
  };
}

function presentTarget(row: NamedTargetRow): PlanTargetView {
  return {
    id: row.id,
    organizationId: row.organization_id,
    name: row.name,
    unitCount: row.unit_count,
    parentId: row.parent_id,
    criteriaVersionId: row.criteria_version_id,
    visitCount: row.visit_count,
  };
}

function presentTeam({ id, name, decisionNumber, decisionOn, members }: TeamWithMembers): TeamView {
  return { id, name, decisionNumber, decisionOn, members: members.map(presentMember) };
}

function presentMember({ id, accountId, name, position, role, areas }: TeamMemberEntity): TeamMemberView {
  return { id, accountId, name, position, role, areas };
}
