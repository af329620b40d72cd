import type { PackView } from '@kiemtra/shared/assessments';
import type { Result } from '@kiemtra/shared/criteria';
import type { CellView } from '@kiemtra/shared/fieldwork';
import type { TargetAnswer } from '../assessments/assessments.service.js';
import type { VisitDetail } from '../visits/visits.service.js';
import type { Pack } from './pack.service.js';

export function presentPack({ detail, state, earlierFindings, wholeCells, holidays, vseq, epoch }: Pack): PackView {
  const { visit, team } = detail;
  const { name, purpose, audience, isSample, note, capped, criteria, id: version } = state.criteria.version;
  return {
    visit: {
      ...presentVisitHead(detail),
      date: visit.date,
      halfDay: visit.half_day,
      place: visit.place,
      state: visit.state,
      isLead: visit.is_lead,
    },
    members: team.map((member) => ({
      accountId: member.account_id,
      name: member.name,
      position: member.position,
      role: member.role,
      areas: member.areas,
    })),
    criteria: { name, purpose, audience, isSample, note, capped, criteria },
    state: {
      visit: visit.id,
      target: visit.target_id,
      version,
      cells: [...presentAnswerCells(state.answers), ...wholeCells],
      evidence: state.evidence,
    },
    results: Object.fromEntries([...state.answers].flatMap(resultOf)),
    totals: state.totals,
    authors: state.authors,
    earlierFindings,
    holidays: holidays.map(({ date, isWorkingDay }) => ({ date, isWorkingDay })),
    cursor: vseq === 0 ? null : vseq,
    epoch,
  };
}

/** What papers of a visit say of it. */
export function presentVisitHead({ visit, targetName }: Pick<VisitDetail, 'visit' | 'targetName'>) {
  return {
    id: visit.id,
    plan: { id: visit.plan_id, title: visit.plan_title, number: visit.plan_number },
    letterhead: { authority: visit.authority_name, team: visit.team_name },
    target: { id: visit.target_id, name: targetName },
  };
}

/** The answers of a target as the cells that hold them. */
export function presentAnswerCells(answers: ReadonlyMap<string, TargetAnswer>): CellView[] {
  return [...answers].flatMap(cellsOf);
}

type Keyed = readonly [criterion: string, answer: TargetAnswer];

function cellsOf([criterion, { input, note }]: Keyed): CellView[] {
  return [
    ...(input ? [{ ...input, criterion, field: 'input' as const }] : []),
    ...(note ? [{ ...note, criterion, field: 'note' as const }] : []),
  ];
}

function resultOf([criterion, { result }]: Keyed): [string, Result][] {
  return result ? [[criterion, result]] : [];
}
