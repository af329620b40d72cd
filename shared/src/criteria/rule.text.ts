import { capitalized, compareDecimals, formatDate, formatDecimal, sumDecimals, type Decimal } from '../kernel/index.js';
import type { ScoredCriterion } from './criteria.view.js';
import type { Modifier, ModifierCode } from './modifiers.js';
import type { Rule, RuleCode } from './rules.js';

type RuleWords = { [Code in RuleCode]: (rule: Rule<Code>, max: Decimal | null) => string };
type ModifierWords = { [Code in ModifierCode]: (modifier: Modifier<Code>, rule: Rule) => string };
type MeasureWords = { [Code in RuleCode]?: (rule: Rule<Code>) => string };

const number = (value: Decimal): string => formatDecimal(value);
const listed = (lines: readonly string[]): string => lines.join('; ');
const share = ({ counted, outOf }: { counted: string; outOf: string }): string =>
  counted === outOf ? counted : `${counted} / ${outOf}`;
const ofScale = (source: string, scale: Decimal): string => `${source} / ${number(scale)} × điểm tối đa`;
/** Full marks; the engine reckons with 1 where a criterion has no points. */
const full = (max: Decimal | null): string => number(max ?? '1');

/** Each rule as it continues a sentence; the whole line is capitalised once. */
const RULE_WORDS: RuleWords = {
  CHECK: (_, max) => (max === null ? 'Đạt hoặc chưa đạt' : `Đạt: ${number(max)}; chưa đạt: 0`),
  YESNO: (_, max) => `Có: ${full(max)}; không: 0`,
  LEVELS: ({ levels }) => listed(levels.map(({ text, points }) => `${text}: ${number(points)}`)),
  BAND: ({ bands }) =>
    listed(bands.map((band, index) => `${bandText(band, bands[index - 1])}: ${number(band.points)}`)),
  RATIO: () => 'Tỷ lệ × điểm tối đa',
  TARGET: ({ target }) =>
    target === '100'
      ? 'Tỷ lệ × điểm tối đa'
      : `Đạt chỉ tiêu ${number(target)}%: điểm tối đa; chưa đạt: tỷ lệ / ${number(target)}% × điểm tối đa`,
  INTERP: ({ from, to }, max) => {
    const none = from === '0' ? '0%' : `từ ${number(from)}% trở xuống`;
    return `Từ ${number(to)}%: ${full(max)}; trên ${number(from)}% đến dưới ${number(to)}%: nội suy; ${none}: 0`;
  },
  INVERSE: () => '(100% − tỷ lệ) × điểm tối đa',
  ADDITIVE: ({ items }, max) => {
    const [first] = items;
    const isEven = items.every(({ points }) => points === first?.points);
    const lines = isEven
      ? `Mỗi nội dung đạt ${number(first?.points ?? '0')}: ${listed(items.map(({ text }) => text))}`
      : listed(items.map(({ text, points }) => `${text}: ${number(points)}`));
    const passesMax = max !== null && compareDecimals(sumDecimals(items.map(({ points }) => points)), max) > 0;
    return passesMax ? `${lines}; tối đa ${number(max)}` : lines;
  },
  COUNT: ({ unit, each }, max) => `Mỗi ${unit}: ${number(each)}; tối đa ${full(max)}`,
  TIERS: ({ unit, tiers }) => {
    const lowest = tiers[0]?.from ?? '1';
    const lines = tiers.map(({ from, points }, index) => {
      return `${tierText(from, tiers[index + 1]?.from)} ${unit}: ${number(points)}`;
    });
    return listed([...lines.toReversed(), `${lowest === '1' ? 'không có' : `dưới ${number(lowest)}`}: 0`]);
  },
  DEDUCT: ({ faults }) => listed(faults.map(({ text, points }) => `mỗi ${text}: trừ ${number(points)}`)),
  DATE: ({ deadlines }) => {
    const lines = deadlines.map(({ until, points }) => `đến ${formatDate(until)}: ${number(points)}`);
    return listed([...lines, 'muộn hơn hoặc không có: 0']);
  },
  MIXED_TIME: ({ lateShare }) => {
    const late = lateShare === '1' ? 'muộn' : `${number(lateShare)} × muộn`;
    return `${lateShare === '0' ? 'đúng hạn' : `(đúng hạn + ${late})`} / tổng × điểm tối đa`;
  },
  AVERAGE: () => 'Trung bình các tỷ lệ × điểm tối đa',
  SURVEY: ({ source, scale }) => ofScale(source ?? 'Kết quả khảo sát', scale),
  EXTERNAL: ({ source, scale }) => ofScale(source, scale),
  MANUAL: (_, max) => `Chấm theo đánh giá từ 0 đến ${full(max)}, ghi rõ lý do`,
};

const MEASURE_WORDS: MeasureWords = {
  BAND: share,
  RATIO: share,
  TARGET: share,
  INTERP: share,
  INVERSE: share,
  MIXED_TIME: share,
  AVERAGE: ({ ratios }) => listed(ratios.map(share)),
  DATE: ({ event }) => event,
};

const NOTHING_TO_COUNT = { full: 'điểm tối đa', excluded: 'không tính', zero: '0 điểm' };
const EMPTY_PART = { full: 'tính 100%', excluded: 'không tính', zero: 'tính 0%' };

/** What a FLOOR looks at, where it is not the rate that the rule's own words name. */
const FLOOR_WORDS: Partial<Record<RuleCode, (below: string) => string>> = {
  MIXED_TIME: (below) => `hoàn thành ${below}`,
  TARGET: (below) => `${below} chỉ tiêu`,
  INVERSE: (below) => `phần còn lại ${below}`,
  AVERAGE: (below) => `trung bình ${below}`,
  SURVEY: (below) => `${below} thang điểm`,
  EXTERNAL: (below) => `${below} thang điểm`,
};

const MODIFIER_WORDS: ModifierWords = {
  FLOOR: ({ percent }, { kind }) => {
    const below = `dưới ${number(percent)}%`;
    return `${FLOOR_WORDS[kind]?.(below) ?? below}: 0 điểm`;
  },
  CAP: ({ points }) => `không quá ${number(points)}`,
  ZERO_DENOMINATOR: ({ policy }, { kind }) =>
    kind === 'AVERAGE'
      ? `tỷ lệ không phát sinh: ${EMPTY_PART[policy]}`
      : `không phát sinh: ${NOTHING_TO_COUNT[policy]}`,
  NOT_APPLICABLE: ({ policy }) => `không áp dụng: ${NOTHING_TO_COUNT[policy]}`,
  VETO: ({ text }) => `${text}: 0 điểm`,
};

interface Band {
  from: Decimal;
  closed: boolean;
}

/** "trên 90%", "70%–90%", "từ 30% đến dưới 50%", "dưới 70%"; `above` is the next higher band. */
function bandText({ from, closed }: Band, above: Band | undefined): string {
  const isLowest = from === '0' && closed;
  if (!above) return isLowest ? 'mọi tỷ lệ' : `${closed ? 'từ' : 'trên'} ${number(from)}%`;
  const upTo = number(above.from);
  if (isLowest) return above.closed ? `dưới ${upTo}%` : `từ ${upTo}% trở xuống`;
  if (from === above.from) return `đúng ${upTo}%`;
  if (closed && !above.closed) return `${number(from)}%–${upTo}%`;
  return `${closed ? 'từ' : 'trên'} ${number(from)}% đến ${above.closed ? 'dưới ' : ''}${upTo}%`;
}

function tierText(from: Decimal, next: Decimal | undefined): string {
  if (next === undefined) return `từ ${number(from)}`;
  const last = sumDecimals([next, '-1']);
  return last === from ? number(from) : `${number(from)}–${number(last)}`;
}

/** The rule with its modifiers in one line, as a provincial set prints it: "Tỷ lệ × điểm tối đa; dưới 95%: 0 điểm". */
export function ruleText({ rule, modifiers, maxPoints }: ScoredCriterion): string {
  const words: Record<RuleCode, (rule: never, max: Decimal | null) => string> = RULE_WORDS;
  const more: Record<ModifierCode, (modifier: never, rule: Rule) => string> = MODIFIER_WORDS;
  const parts = [
    words[rule.kind](rule as never, maxPoints),
    ...modifiers.map((modifier) => more[modifier.kind](modifier as never, rule)),
  ];
  return capitalized(listed(parts));
}

/** What is counted or dated under the rule: "hồ sơ đúng hạn / hồ sơ đã giải quyết"; null when the rule's text says it all. */
export function measureText(rule: Rule): string | null {
  const words: Partial<Record<RuleCode, (rule: never) => string>> = MEASURE_WORDS;
  return words[rule.kind]?.(rule as never) ?? null;
}
