import { canonical, stampOf } from './apply.js';
import { EMPTY_CELL, record, type Cell } from './merge.js';
import { cellKey, effectOf, type EvidenceState, type Logged, type VisitContext } from './state.js';

/** One row of the batch log. */
export interface LoggedBatch {
  lane: string;
  account: string;
  receivedAt: string;
  logged: readonly Logged[];
}

/** What never changes about the operations of the log: the target of a visit, the criteria of a version. */
export interface FoldSource {
  target(visit: string): string;
  criterion(version: string, key: string): ReturnType<VisitContext['criterion']>;
}

/**
 * The answers that follow from the log alone: each operation is carried out as its receipt says. The stored answers must
 * equal it, row by row. Batches come in the order of their commits.
 */
export function fold(log: Iterable<LoggedBatch>, source: FoldSource) {
  const cells = new Map<string, Cell>();
  const evidence = new Map<string, EvidenceState>();
  for (const batch of log) {
    for (const { kept: operation, receipt } of batch.logged) {
      const { outcome } = receipt;
      if (!('kind' in operation) || outcome === 'parked') continue;
      const said = effectOf(operation);
      if (!said) continue;
      const { version, criterion, visit } = operation;
      const pinned = { criterion: (key: string) => source.criterion(version, key) };
      const effect = canonical(said, pinned, criterion);
      const by = stampOf(operation, batch);
      const target = source.target(visit);
      if (!effect)
        throw new Error(`Operation ${batch.lane}/${operation.seq} was ${outcome} but its version refuses it.`);
      if ('says' in effect) {
        const key = cellKey(target, criterion, effect.field);
        const saying = { word: { value: effect.says, by }, seen: 0, settles: effect.settles };
        cells.set(key, record(cells.get(key) ?? EMPTY_CELL, saying, outcome));
      } else if (outcome === 'applied' && 'adds' in effect) {
        evidence.set(effect.adds.id, { target, criterion: criterion ?? '', file: effect.adds, by, removed: null });
      } else if (outcome === 'applied' && 'removes' in effect) {
        const before = evidence.get(effect.removes);
        if (before) evidence.set(effect.removes, { ...before, removed: by });
      }
    }
  }
  return { cells, evidence };
}
