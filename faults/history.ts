/**
 * What devices said and were told, held against what the server kept. Every operation of a run carries a mark of its own, so
 * that one that took effect twice is seen whatever number it came under.
 */
import { isAcknowledged, type Receipt } from '@kiemtra/shared/fieldwork';
import { sameJson } from '@kiemtra/shared/kernel';

/** What a device is told of an operation, as far as every reply must say the same. */
type Told = Pick<Receipt, 'outcome' | 'code' | 'rev'>;

/** An operation as a device put it on the wire. */
export interface Said {
  lane: string;
  seq: number;
  /** Unlike that of any other operation of the run. */
  mark: string;
  operation: object;
  /** Every answer about it; empty while its outcome is unknown. */
  told: Told[];
}

/** An operation as it stands in the log. */
export interface Kept {
  lane: string;
  seq: number;
  mark: string | null;
  operation: object;
  receipt: Told;
}

export interface Verdict {
  /** Operations that a device was told are safe. */
  acknowledged: number;
  /** What is wrong, one line each; empty when nothing is. */
  faults: string[];
}

/** Judges a run after its last operation was answered. One that acknowledged nothing proves nothing, which is a fault. */
export function judgeRun(said: readonly Said[], kept: readonly Kept[]): Verdict {
  const faults: string[] = [];
  const found = new Map<string, Kept>();
  const marks = new Map<string, string>();
  for (const one of kept) {
    const at = `${one.lane}/${one.seq}`;
    if (found.has(at)) faults.push(`${at}: stands twice in the log`);
    found.set(at, one);
    if (one.mark === null) continue;
    const other = marks.get(one.mark);
    if (other) faults.push(`${at}: took effect before, as ${other}`);
    marks.set(one.mark, at);
  }
  const invoked = new Map(said.map((one) => [`${one.lane}/${one.seq}`, one]));
  let acknowledged = 0;
  for (const [at, { operation, told }] of invoked) {
    const here = found.get(at);
    const isSafe = told.some(({ outcome }) => isAcknowledged(outcome));
    if (isSafe) acknowledged += 1;
    if (isSafe && !here) faults.push(`${at}: was acknowledged and is lost`);
    if (here && !sameJson(here.operation, operation)) faults.push(`${at}: is kept with another content`);
    const outcomes = new Set([...told, ...(here ? [here.receipt] : [])].map(outcomeKey));
    if (outcomes.size > 1) faults.push(`${at}: was told ${[...outcomes].join(' and ')}`);
  }
  for (const at of found.keys()) if (!invoked.has(at)) faults.push(`${at}: was never said`);
  faults.push(...gapsIn(kept));
  if (acknowledged === 0) faults.push('nothing was acknowledged');
  return { acknowledged, faults };
}

function outcomeKey({ outcome, code, rev }: Told): string {
  return [outcome, code, rev].filter((part) => part !== undefined).join(' ');
}

/** Lanes whose numbers do not follow one another from 1. */
function gapsIn(kept: readonly Kept[]): string[] {
  const lanes = new Map<string, number[]>();
  for (const { lane, seq } of kept) {
    const numbers = lanes.get(lane);
    if (numbers) numbers.push(seq);
    else lanes.set(lane, [seq]);
  }
  return [...lanes].flatMap(([lane, numbers]) => {
    const ordered = numbers.toSorted((a, b) => a - b);
    const gap = ordered.findIndex((seq, index) => seq !== index + 1);
    return gap < 0 ? [] : [`${lane}: number ${gap + 1} is missing`];
  });
}
