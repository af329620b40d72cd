import type { PackView } from '@kiemtra/shared/assessments';
import type { Result } from '@kiemtra/shared/criteria';
import type { CellView } from '@kiemtra/shared/fieldwork';
import type { TargetAnswer } from '../assessments/assessments.service.js';
import type { Pack } from './pack.service.js';

export function presentPack({ detail, state, earlierFindings, wholeCells, holidays, vseq, epoch }: Pack): PackView {
  const { visit, targetName, team } = detail;
  const { name, purpose, audience, isSample, note, capped, criteria, id: version } = state.criteria.version;
  const answers = [...state.answers];
  return {
    visit: {
      id: visit.id,
      plan: { id: visit.plan_id, title: visit.plan_title, number: visit.plan_number },
      letterhead: { authority: visit.authority_name, team: visit.team_name },
      target: { id: visit.target_id, name: targetName },
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
      cells: [...answers.flatMap(cellsOf), ...wholeCells],
      evidence: state.evidence,
    },
    results: Object.fromEntries(answers.flatMap(resultOf)),
    totals: state.totals,
    authors: state.authors,
    earlierFindings,
    holidays: holidays.map(({ date, isWorkingDay }) => ({ date, isWorkingDay })),
    cursor: vseq === 0 ? null : vseq,
    epoch,
  };
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
