import { capitalized, formatDate, formatDecimal } from '../kernel/index.js';
import type { Result } from './score.js';
import type { Step } from './steps.js';

type Words = { [Kind in Step['kind']]: (step: Extract<Step, { kind: Kind }>) => string };

const number = (value: string): string => formatDecimal(value);
const percent = (value: string): string => `${formatDecimal(value, Math.max(2, value.split('.')[1]?.length ?? 0))}%`;
const because = (reason: string | null): string => (reason === null ? '' : `: ${reason}`);

const EMPTY_WORDS = { full: 'tính 100%', excluded: 'không tính', zero: 'tính 0%' };

/** Each step as it continues the sentence; what begins a new clause brings its own comma. */
const WORDS: Words = {
  state: ({ state, reason }) => `${state === 'not_checked' ? 'Không kiểm tra' : 'Không áp dụng'}${because(reason)}`,
  checked: ({ met }) => (met ? 'Đạt' : 'Chưa đạt'),
  answered: ({ met }) => (met ? 'Có' : 'Không'),
  level: ({ text }) => text,
  ratio: ({ numerator, denominator, unit, percent: rate }) =>
    `${number(numerator)}/${number(denominator)} ${unit} = ${percent(rate)}`,
  empty_part: ({ unit, policy }) => `không phát sinh ${unit} (${EMPTY_WORDS[policy]})`,
  of_target: ({ target, percent: rate }) => `, bằng ${percent(rate)} chỉ tiêu ${number(target)}%`,
  in_time: ({ onTime, late, total, unit, percent: rate }) =>
    `${number(onTime)} đúng hạn và ${number(late)} muộn trên ${number(total)} ${unit} = ${percent(rate)}`,
  weighted: ({ lateShare, percent: rate }) => `, muộn tính ${number(lateShare)}, quy đổi ${percent(rate)}`,
  mean: ({ percent: rate }) => `, trung bình ${percent(rate)}`,
  remainder: ({ percent: rate }) => `, phần còn lại ${percent(rate)}`,
  interpolated: ({ from, to, percent: share }) =>
    `, nội suy từ ${number(from)}% đến ${number(to)}% được ${percent(share)}`,
  band: ({ from, closed, upTo, upToClosed }) => `, ${bandText(from, closed, upTo, upToClosed)}`,
  items: ({ met, of }) =>
    `${met.length}/${of} nội dung đạt${met.map(({ text, points }, index) => `${index ? '; ' : ': '}${text} ${number(points)}`).join('')}`,
  counted: ({ count, unit }) => `${number(count)} ${unit}`,
  each: ({ points }) => ` × ${number(points)}`,
  deducted: ({ from, faults }) =>
    faults.length === 0
      ? 'Không có lỗi bị trừ điểm'
      : `${number(from)}${faults.map(({ text, count, points }) => ` − ${number(count)} ${text} × ${number(points)}`).join('')}`,
  dated: ({ date, until, after }) => {
    if (date === null) return 'Không ban hành';
    const bounds = [after && `sau ${formatDate(after)}`, until && `trong hạn ${formatDate(until)}`];
    return `Ngày ${formatDate(date)}, ${bounds.filter(Boolean).join(', ')}`;
  },
  measured: ({ value, scale, source }) => `${source === null ? '' : `${source} `}${number(value)}/${number(scale)}`,
  of_scale: ({ percent: rate }) => ` = ${percent(rate)}`,
  judged: ({ reason }) => `Chấm theo đánh giá: ${reason}`,
  times: ({ max }) => ` × ${number(max)}`,
  veto: ({ text }) => text,
  nothing: ({ unit }) => `Không phát sinh ${unit}`,
  below_floor: ({ percent: floor }) => ` < ${number(floor)}%`,
  capped: ({ points }) => `, tối đa ${number(points)}`,
};

function bandText(from: string, closed: boolean, upTo: string | null, upToClosed: boolean): string {
  const low = `${closed ? 'từ' : 'trên'} ${number(from)}%`;
  const high = upTo === null ? '' : `${upToClosed ? 'đến' : 'dưới'} ${number(upTo)}%`;
  if (high === '') return `mức ${low}`;
  return from === '0' && closed ? `mức ${high}` : `mức ${low} ${upToClosed ? '' : 'đến '}${high}`;
}

function wordsOf(step: Step): string {
  const words: Record<Step['kind'], (step: never) => string> = WORDS;
  return words[step.kind](step as never);
}

/** The derivation in one Vietnamese line: "18/20 hồ sơ đúng hạn = 90,00% < 95% → 0 điểm". */
export function derivationText(result: Result): string {
  const told = result.steps.map((step, index) => {
    if (!isPart(step)) return wordsOf(step);
    return index === 0 ? capitalized(wordsOf(step)) : `; ${wordsOf(step)}`;
  });
  return `${told.join('')}${conclusion(result)}`;
}

/** Steps that make points of what was found. */
const WORKING: ReadonlySet<Step['kind']> = new Set([
  'of_target',
  'weighted',
  'mean',
  'remainder',
  'interpolated',
  'band',
  'each',
  'times',
  'below_floor',
  'capped',
] satisfies Step['kind'][]);

/** What was found, without what follows from it: "18/20 hồ sơ đúng hạn = 90,00%". */
export function foundText({ steps }: Result): string {
  const found = steps.filter(({ kind }) => !WORKING.has(kind));
  return derivationText({ outcome: 'short', points: null, max: null, steps: found });
}

/** Facts that can follow one another, as the parts of a mean do. */
function isPart({ kind }: Step): boolean {
  return kind === 'ratio' || kind === 'empty_part';
}

function conclusion({ outcome, points }: Result): string {
  if (outcome === 'excluded') return ' → không tính';
  return points === null ? '' : ` → ${formatDecimal(points)} điểm`;
}
