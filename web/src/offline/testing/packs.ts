import type { PackView } from '@kiemtra/shared/assessments';
import { totals, type VersionContent } from '@kiemtra/shared/criteria';
import type { VisitStateView } from '@kiemtra/shared/fieldwork';
import { aRateCriterion, EPOCH, TARGET, VERSION, VISIT } from '@kiemtra/shared/testing';
import { rate } from './world.js';

const CRITERIA: VersionContent = {
  name: 'Bộ thử',
  purpose: 'index',
  audience: ['commune'],
  isSample: true,
  note: null,
  capped: false,
  criteria: [aRateCriterion('1.1'), aRateCriterion('1.2'), aRateCriterion('3.3.1')],
};

type CellChange = Partial<VisitStateView['cells'][number]>;

/** The pack of the visit with these answers on the server; one says only what differs from a rate of 5 in 20 at 3.3.1. */
export function aPack(cells: readonly CellChange[] = [], change: Partial<PackView> = {}): PackView {
  const { areas, whole } = totals(CRITERIA, new Map());
  return {
    visit: {
      id: VISIT,
      plan: { id: 'p', title: 'Kế hoạch', number: null },
      letterhead: { authority: 'Sở Nội vụ', team: 'Đoàn kiểm tra số 1' },
      target: { id: TARGET, name: 'UBND phường Phú Lợi' },
      date: '2026-11-20',
      halfDay: 'morning',
      place: null,
      state: 'in_progress',
      isLead: false,
    },
    members: [],
    criteria: CRITERIA,
    state: {
      visit: VISIT,
      target: TARGET,
      version: VERSION,
      cells: cells.map((cell) => ({
        criterion: '3.3.1',
        field: 'input',
        rev: 1,
        value: rate('5'),
        by: null,
        siblings: [],
        ...cell,
      })),
      evidence: [],
    },
    results: {},
    totals: {
      areas: areas.map((one) => ({ ...one, answered: 0 })),
      whole: { ...whole, answered: 0 },
      conflicts: 0,
      changedAt: null,
    },
    authors: [],
    earlierFindings: [],
    cursor: cells.length || null,
    epoch: EPOCH,
    ...change,
  };
}
