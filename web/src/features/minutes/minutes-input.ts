import type { PackView } from '@kiemtra/shared/assessments';
import type { Totals } from '@kiemtra/shared/criteria';
import {
  COPIES_MIN,
  MINUTES_PEOPLE_MAX,
  minutesInput,
  type Minutes,
  type MinutesInput,
  type VisitRecord,
} from '@kiemtra/shared/minutes';
import { useMemo, useSyncExternalStore } from 'react';
import { acceptedOf, useLedger, type Ledger } from '../../offline/index.js';

/** What is recorded of a target, as this device has it now. */
export function ledgerRecord(ledger: Ledger, target: string): VisitRecord {
  return {
    valueOf: (criterion, field) => acceptedOf(ledger.cell(target, criterion, field)),
    wholeFields: (prefix) => ledger.wholeFields(target, prefix),
    filesOf: (criterion) => ledger.evidence(target, criterion).map(({ file }) => file.sha256),
  };
}

/** Everything the minutes of a visit print, as this device has it now; null while it does not know what papers bear at their head. */
export function useMinutesInput(pack: PackView, totals: Totals, minutes: Minutes): MinutesInput | null {
  const ledger = useLedger();
  const { visit, criteria, state } = pack;
  const { letterhead } = visit;
  const read = () =>
    letterhead
      ? minutesInput(ledgerRecord(ledger, state.target), { visit: { ...visit, letterhead }, criteria }, totals, minutes)
      : null;
  // As text, what is equal is the same.
  const input = useSyncExternalStore(
    (listener) => ledger.subscribe(listener),
    () => JSON.stringify(read()),
  );
  return useMemo(() => JSON.parse(input) as MinutesInput | null, [input]);
}

/** Minutes to begin with: who the team says leads and writes, who else goes, and the day and place of the visit. */
export function newMinutes({ visit, members }: PackView, today: string): Minutes {
  const date = visit.date ?? today;
  const find = (role: 'lead' | 'secretary') => members.find((member) => member.role === role);
  const [lead, secretary] = [find('lead'), find('secretary')];
  const signer = (member: typeof lead) => ({ name: member?.name ?? null, position: member?.position ?? null });
  return {
    begun: { date, time: null },
    ended: { date, time: null },
    place: visit.place,
    signers: { secretary: signer(secretary), unit: { name: null, position: null }, lead: signer(lead) },
    team: members
      .filter((member) => member !== lead && member !== secretary)
      .slice(0, MINUTES_PEOPLE_MAX)
      .map(({ name, position }) => ({ name, position })),
    unit: [],
    opinion: null,
    conclusion: null,
    copies: COPIES_MIN,
  };
}
