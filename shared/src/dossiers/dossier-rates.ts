/** What a sample says in rates, with what was counted and what was left out: the denominator is never hidden. */
import { Fraction } from '../criteria/index.js';
import { foldText, formatDecimal, type Decimal } from '../kernel/index.js';
import { DOSSIER_FIELD_LABELS, isApologyInTime, timingOf, type Dossier, type DossierField } from './dossier.rules.js';
import type { DossierSample, Register } from './dossier-sample.js';

/** Returned in time; late ones with a written apology; papers without a fault. */
export const RATE_KINDS = ['on_time', 'apologised', 'sound'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** What the numerator of a rate counts. */
export const RATE_UNITS: Record<RateKind, string> = {
  on_time: 'hồ sơ đúng hạn',
  apologised: 'hồ sơ quá hạn có văn bản xin lỗi',
  sound: 'hồ sơ đạt yêu cầu',
};

/** Dossiers of which a rate says nothing: within their term, or not looked at. */
export type LeftOutDossiers = 'running' | 'unchecked';

export interface Share {
  numerator: number;
  denominator: number;
  /** Null when there is nothing to count. */
  percent: Decimal | null;
}

export interface DossierRate extends Share {
  kind: RateKind;
  leftOut: Record<LeftOutDossiers, number>;
  /** Of those that did not reach the numerator: late in the software alone; apologised after the due date. */
  softwareOnly: number;
  apologisedLate: number;
  /** The parts that were added, when the rate is of several fields. */
  parts: { field: DossierField; numerator: number; denominator: number }[];
}

type Verdict = 'counts' | 'counts_not' | 'outside' | LeftOutDossiers;

const VERDICTS: Record<RateKind, (dossier: Dossier, sample: DossierSample) => Verdict> = {
  on_time(dossier, { drawnOn }) {
    const timing = timingOf(dossier, drawnOn);
    return timing === 'running' ? 'running' : timing === 'on_time' ? 'counts' : 'counts_not';
  },
  apologised(dossier, { drawnOn }) {
    if (timingOf(dossier, drawnOn) !== 'late') return 'outside';
    if (!dossier.isChecked) return 'unchecked';
    return dossier.apology ? 'counts' : 'counts_not';
  },
  sound({ isChecked, faults }) {
    return !isChecked ? 'unchecked' : faults.length === 0 ? 'counts' : 'counts_not';
  },
};

function shareOf(numerator: number, denominator: number): Share {
  const percent = denominator === 0 ? null : Fraction.of(String(numerator), String(denominator)).toPercent();
  return { numerator, denominator, percent };
}

/** A rate over the samples of one field or of several. */
export function dossierRate(kind: RateKind, samples: readonly DossierSample[]): DossierRate {
  const leftOut = { running: 0, unchecked: 0 };
  let [softwareOnly, apologisedLate] = [0, 0];
  const parts = samples.map((sample) => {
    let [numerator, denominator] = [0, 0];
    for (const dossier of sample.dossiers) {
      const verdict = VERDICTS[kind](dossier, sample);
      if (verdict === 'running' || verdict === 'unchecked') leftOut[verdict] += 1;
      if (verdict === 'counts' || verdict === 'counts_not') denominator += 1;
      if (verdict === 'counts') numerator += 1;
      if (kind === 'on_time' && verdict === 'counts_not' && dossier.lateness === 'software') softwareOnly += 1;
      if (kind === 'apologised' && verdict === 'counts' && !isApologyInTime(dossier)) apologisedLate += 1;
    }
    return { field: sample.field, numerator, denominator };
  });
  const sum = (of: 'numerator' | 'denominator') => parts.reduce((total, part) => total + part[of], 0);
  return { kind, ...shareOf(sum('numerator'), sum('denominator')), leftOut, softwareOnly, apologisedLate, parts };
}

const whole = (value: number): string => formatDecimal(String(value));

function shareText({ numerator, denominator, percent }: Share, unit: string): string {
  if (percent === null) return `Không có hồ sơ để tính ${unit}`;
  return `${whole(numerator)}/${whole(denominator)} ${unit} = ${formatDecimal(percent, Math.max(2, percent.split('.')[1]?.length ?? 0))}%`;
}

/** "18/20 hồ sơ đúng hạn = 90,00% (trong đó 1 hồ sơ chậm trên phần mềm); không tính 2 hồ sơ còn trong hạn". */
export function rateText(rate: DossierRate): string {
  const { kind, leftOut, softwareOnly, apologisedLate } = rate;
  const beside = [
    softwareOnly > 0 && ` (hồ sơ chậm có ${whole(softwareOnly)} chỉ chậm trên phần mềm)`,
    apologisedLate > 0 && ` (có ${whole(apologisedLate)} xin lỗi sau hạn hoặc không rõ ngày)`,
    leftOut.running > 0 && `; không tính ${whole(leftOut.running)} hồ sơ còn trong hạn`,
    leftOut.unchecked > 0 && `; không tính ${whole(leftOut.unchecked)} hồ sơ chưa kiểm tra`,
  ];
  return `${shareText(rate, RATE_UNITS[kind])}${beside.filter(Boolean).join('')}`;
}

/** "Đất đai 8/10; Hộ tịch 10/10": what was added up; empty for one field. */
export function ratePartsText({ parts }: DossierRate): string {
  if (parts.length < 2) return '';
  return parts
    .map((part) => `${DOSSIER_FIELD_LABELS[part.field]} ${whole(part.numerator)}/${whole(part.denominator)}`)
    .join('; ');
}

export interface RegisterRate extends Share {
  /** Received minus the sum of the outcomes: to be explained, not refused. */
  gap: number;
}

/** What the register counts as returned in time, out of what was returned or should have been. */
export function registerRate({ received, onTime, late, running }: Register): RegisterRate {
  return { ...shareOf(onTime, onTime + late), gap: received - (onTime + late + running) };
}

export function registerText(rate: RegisterRate): string {
  const { gap } = rate;
  const told = shareText(rate, RATE_UNITS.on_time);
  if (gap === 0) return told;
  const by = `lệch ${whole(Math.abs(gap))} hồ sơ`;
  return `${told}; số tiếp nhận ${gap > 0 ? 'nhiều' : 'ít'} hơn tổng kết quả, ${by}`;
}

const ASKED: readonly [RateKind, RegExp, RegExp][] = [
  ['apologised', /\bho so\b.*\bxin loi\b/, /\bho so\b/],
  ['on_time', /\bho so\b.*\bdung han\b/, /\bho so\b/],
  ['sound', /\bho so\b.*\bdat yeu cau\b/, /\bho so\b.*\b(rut|mau|ngau nhien)\b/],
];

/** Rules that take what was counted and out of how many, the more the better. */
const RATE_RULES: readonly string[] = ['RATIO', 'TARGET', 'INTERP', 'BAND'];

/** Which rate of a sample a rule asks for, by what it counts; null when it counts other things. */
export function rateAskedBy(rule: { kind: string; counted?: string; outOf?: string } | null): RateKind | null {
  if (!rule || !RATE_RULES.includes(rule.kind)) return null;
  const [counted, outOf] = [foldText(rule.counted ?? ''), foldText(rule.outOf ?? '')];
  return ASKED.find(([, ofCounted, ofAll]) => ofCounted.test(counted) && ofAll.test(outOf))?.[0] ?? null;
}

/** A rate as the answer to the rule that asks for it. */
export function rateInput({ numerator, denominator }: Share): { numerator: Decimal; denominator: Decimal } {
  return { numerator: String(numerator), denominator: String(denominator) };
}

/** How the answer came about, for the note of the criterion: the rate, then the fields that were added. */
export function rateNote(rate: DossierRate): string {
  const [first] = rate.parts;
  const of = rate.parts.length === 1 && first ? ` lĩnh vực ${DOSSIER_FIELD_LABELS[first.field]}` : '';
  const parts = ratePartsText(rate);
  return `Lấy từ mẫu hồ sơ${of}: ${rateText(rate)}${parts && ` (${parts})`}.`;
}
