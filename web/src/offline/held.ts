/** The visits on this device as they are on its disk, apart from what is open. */
import type { ScoringVisitView } from '@kiemtra/shared/assessments';
import { cellKey } from '@kiemtra/shared/fieldwork';
import { forEach, type LedgerDatabase } from './database.js';
import { deviceOf } from './device.js';

export interface HeldVisit {
  visit: ScoringVisitView;
  takenAt: number;
  isForField: boolean;
}

/** By day, the earliest first. */
export async function listHeld(db: LedgerDatabase): Promise<HeldVisit[]> {
  const rows = await db.read(['packs'], ({ packs }) => packs.getAll());
  const held = rows.map(({ view: { visit }, takenAt, isForField }) => ({ visit, takenAt, isForField }));
  return held.sort((a, b) => (a.visit.date ?? '').localeCompare(b.visit.date ?? ''));
}

/** A pack is whole when every answer it came with is in a row of its own. */
export function takeToField(db: LedgerDatabase, visit: string): Promise<boolean> {
  return db.write(['packs', 'answers', 'meta'], async ({ packs, answers, meta }) => {
    const row = await packs.get(visit);
    if (!row) return false;
    const { target, cells } = row.view.state;
    const rows = await forEach(cells, ({ criterion, field }) => answers.get(cellKey(target, criterion, field)));
    if (row.view.criteria.criteria.length === 0 || rows.includes(undefined)) return false;
    await packs.put({ ...row, isForField: true });
    if (!row.isForField) await meta.put({ ...(await deviceOf({ meta })), hasTaken: true });
    return true;
  });
}
