import { foldText } from '@kiemtra/shared/kernel';
import type { PlanContentDto, PlanTargetDto, TeamDto } from '@kiemtra/shared/plans';
import type { PlanEntity, PlanTargetEntity } from './plan.entity.js';
import type { TeamEntity, TeamMemberEntity } from './team.entity.js';

export type TargetRow = Omit<PlanTargetEntity, 'provinceId' | 'vseq'>;
export type TeamRow = Omit<TeamEntity, 'provinceId' | 'version'>;
export type MemberRow = Omit<TeamMemberEntity, 'provinceId' | 'joinedAt' | 'leftAt'>;

/** The columns that an editor of the plan fills. */
export function contentRow(dto: PlanContentDto) {
  return {
    kind: dto.kind,
    title: dto.title,
    year: dto.year,
    authorityId: dto.authorityId,
    number: dto.number || null,
    issuedOn: dto.issuedOn ?? null,
    legalBases: dto.legalBases.map(({ type, number, date, issuer, subject }) => ({
      type,
      number: number || null,
      date: date ?? null,
      issuer: issuer || null,
      subject: subject || null,
    })),
    areas: dto.areas,
    otherContents: dto.otherContents,
    dataFrom: dto.dataFrom ?? null,
    dataTo: dto.dataTo ?? null,
    startsOn: dto.startsOn ?? null,
    endsOn: dto.endsOn ?? null,
    scheduleNote: dto.scheduleNote || null,
    criteriaVersionId: dto.criteriaVersionId ?? null,
    searchText: foldText(`${dto.title} ${dto.number ?? ''}`),
  } satisfies Partial<PlanEntity>;
}

export function targetRows(
  planId: string,
  targets: readonly PlanTargetDto[],
  criteriaVersionId: string | null,
): TargetRow[] {
  return targets.map(({ id, organizationId, label, unitCount, parentId }, position) => ({
    id,
    planId,
    organizationId: organizationId ?? null,
    label: label || null,
    unitCount: unitCount ?? null,
    parentId: parentId ?? null,
    position,
    criteriaVersionId,
  }));
}

export function teamRows(planId: string, teams: readonly TeamDto[]): TeamRow[] {
  return teams.map(({ id, name, decisionNumber, decisionOn }) => ({
    id,
    planId,
    name,
    decisionNumber: decisionNumber || null,
    decisionOn: decisionOn ?? null,
  }));
}

export function memberRows(teams: readonly TeamDto[]): MemberRow[] {
  return teams.flatMap(({ id: teamId, members }) =>
    members.map(({ id, accountId, name, position, role, areas }, rank) => ({
      id,
      teamId,
      accountId: accountId ?? null,
      name,
      position: position || null,
      role,
      areas,
      rank,
    })),
  );
}
