import type { PackView } from '@kiemtra/shared/assessments';
import { answeredOf, isScored, type Totals } from '@kiemtra/shared/criteria';
import { DOSSIER_FIELDS, type DossierSample } from '@kiemtra/shared/dossiers';
import type { WholePrefix, WholeValue } from '@kiemtra/shared/fieldwork';
import type { FieldFinding } from '@kiemtra/shared/findings';
import type { HeadCount } from '@kiemtra/shared/headcount';
import { COPIES_MIN, MINUTES_PEOPLE_MAX, sheetHash, type Minutes, type MinutesInput } from '@kiemtra/shared/minutes';
import { useMemo, useSyncExternalStore } from 'react';
import { acceptedOf, useLedger, type Ledger } from '../../offline/index.js';

/** Everything the minutes of a visit print, as this device has it now; null while it does not know what papers bear at their head. */
export function useMinutesInput(pack: PackView, totals: Totals, minutes: Minutes): MinutesInput | null {
  const ledger = useLedger();
  // As text, what is equal is the same.
  const input = useSyncExternalStore(
    (listener) => ledger.subscribe(listener),
    () => JSON.stringify(minutesInput(ledger, pack, totals, minutes)),
  );
  return useMemo(() => JSON.parse(input) as MinutesInput | null, [input]);
}

function minutesInput(ledger: Ledger, pack: PackView, totals: Totals, minutes: Minutes): MinutesInput | null {
  const { visit, criteria, state } = pack;
  const { letterhead } = visit;
  if (!letterhead) return null;
  const { target } = state;
  // A whole cell holds what its name says, or nothing when it was taken back.
  const whole = (prefix: WholePrefix) =>
    ledger
      .wholeFields(target, prefix)
      .toSorted()
      .map((field) => acceptedOf(ledger.cell(target, '', field)) as WholeValue | null)
      .filter((value) => value !== null);
  const samples = whole('dossiers:') as DossierSample[];
  const counts = whole('headcount:') as HeadCount[];
  const lines = criteria.criteria.filter(isScored).map(({ key }) => ({
    criterion: key,
    input: acceptedOf(ledger.cell(target, key, 'input')),
    note: acceptedOf(ledger.cell(target, key, 'note')),
    files: ledger.evidence(target, key).map(({ file }) => file.sha256),
  }));
  const { tally } = totals.whole;
  return {
    ...letterhead,
    unit: visit.target.name,
    planTitle: visit.plan.title,
    planNumber: visit.plan.number,
    minutes,
    areas: totals.areas,
    sheet: { answered: answeredOf(tally), total: tally.total, hash: sheetHash(lines) },
    findings: whole('finding:') as FieldFinding[],
    samples: DOSSIER_FIELDS.flatMap((name) => samples.filter(({ field }) => field === name)),
    counts: counts.toSorted((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1)),
  };
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
