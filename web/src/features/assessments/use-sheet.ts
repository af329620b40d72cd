import type { ScoringView } from '@kiemtra/shared/assessments';
import { OPEN_VISIT_STATES } from '@kiemtra/shared/visits';
import { useMemo, useSyncExternalStore } from 'react';
import { useMe } from '../../api/me.js';
import { useLedger, type Ledger } from '../../offline/index.js';
import type { Desk } from './desk.js';
import { ScoringSheet, type SheetReading } from './sheet.js';

/** Points and progress of all criteria, as the device has them now. */
export function useSheet({ criteria, state: { target } }: ScoringView): SheetReading {
  const ledger = useLedger();
  const sheet = useMemo(() => new ScoringSheet(ledger, target, criteria), [ledger, target, criteria]);
  const subscribe = useMemo(() => afterPaint(ledger.subscribe), [ledger]);
  return useSyncExternalStore(subscribe, () => sheet.read());
}

/** What is tapped is painted first: the sums of the sheet come with the frame after it. */
function afterPaint(subscribe: Ledger['subscribe']): Ledger['subscribe'] {
  return (listener) => {
    let due: number | null = null;
    const tell = () => {
      due = null;
      listener();
    };
    const unsubscribe = subscribe(() => {
      due ??= requestAnimationFrame(() => setTimeout(tell));
    });
    return () => {
      unsubscribe();
      if (due !== null) cancelAnimationFrame(due);
    };
  };
}

export function useDeskOf({ visit, state, members, authors }: ScoringView): Desk {
  const { accountId, displayName } = useMe();
  const { id: visitId, isLead, state: visitState } = visit;
  const { target: targetId, version: versionId } = state;
  return useMemo(() => {
    const names = new Map([
      ...members.map(({ accountId: id, name }) => [id ?? '', name] as const),
      ...authors.map(({ accountId: id, name }) => [id, name] as const),
      [accountId, displayName] as const,
    ]);
    return {
      visitId,
      targetId,
      versionId,
      isOpen: OPEN_VISIT_STATES.includes(visitState),
      isLead,
      accountId,
      nameOf: (id) => names.get(id) ?? 'Thành viên khác',
    };
  }, [visitId, targetId, versionId, visitState, isLead, accountId, displayName, members, authors]);
}
