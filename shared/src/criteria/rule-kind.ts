import { type Decimal, type Violation, decimal, text, type Read, type Shape } from '../kernel/index.js';
import { Fraction } from './fraction.js';
import type { Step } from './steps.js';

/** What a rule makes of an answer, before modifiers, clamping and rounding. */
export interface Scored {
  points: Fraction;
  /** The rate a FLOOR looks at. */
  rate?: Fraction;
  /** What was found. */
  facts: Step[];
  /** How points follow from it; left out of the telling when a modifier overrules it. */
  working?: Step[];
}

/** What counts where there is nothing to count: full marks, none, or that it stays out of the reckoning. */
export const EMPTY_POLICIES = ['full', 'excluded', 'zero'] as const;
export type EmptyPolicy = (typeof EMPTY_POLICIES)[number];

/** What an answer's reader must know beside the rule. */
export interface AnswerContext {
  max: Decimal;
  /** The criterion says what an empty denominator means. */
  zeroAllowed: boolean;
}

/** Notes what is not sane: path inside the rule, code, Vietnamese text. */
export type Complain = (path: string, code: string, message: string) => void;

/** Everything there is to know about one kind of rule. */
export interface RuleKind<Parameters extends object, Answer extends object> extends Behaviour<Parameters, Answer> {
  /** What stands in the rule beside its kind. */
  parameters: Shape<Parameters>;
}

interface Behaviour<Parameters extends object, Answer extends object> {
  /** What must hold among the parameters, and between them and the maximum. */
  check?(rule: Parameters, max: Decimal, complain: Complain): void;
  /** How an answer is read. */
  answer(rule: Parameters, context: AnswerContext): Read<Answer>;
  /**
   * Null when there is nothing to count: every denominator is zero. `max` is 1 for items without points; `empty` is what a
   * part counts that alone has nothing to count.
   */
  score(rule: Parameters, answer: Answer, max: Decimal, empty: EmptyPolicy): Scored | null;
  /** An item of a checklist: may go without points, may always be không áp dụng. */
  checklist?: true;
  /** What has not occurred when there is nothing to count; where it is stated, ZERO_DENOMINATOR makes sense. */
  empty?(rule: Parameters): string;
  /** FLOOR makes sense here: the score states a rate of which more is better. */
  rates?: true;
}

type Parsed<Readers> = { [Field in keyof Readers]: Readers[Field] extends Read<infer T> ? T : never };

/** One kind of rule; the types of its parameters and of its answer follow from their readers. */
export function defineRule<Readers extends Record<string, Read<unknown>>, Answer extends object>(
  parameters: Readers & Shape<Parsed<Readers>>,
  behaviour: Behaviour<Parsed<Readers>, Answer>,
): RuleKind<Parsed<Readers>, Answer> {
  return { parameters, ...behaviour };
}

/** Words of a rule's own data: what is counted, the name of a level. */
export const label = text({ max: 300 });
export const points = decimal('0', '10000');
export const percent = decimal('0', '100');

export const timesMax = (max: Decimal): Step[] => [{ kind: 'times', max }];

/** Complains when a list of named things names one twice. */
export function checkKeys(things: readonly { key: string }[], path: string, complain: Complain): void {
  const seen = new Set<string>();
  for (const [index, { key }] of things.entries()) {
    if (seen.has(key)) complain(`${path}.${index}.key`, 'key.repeated', `Mã “${key}” bị lặp.`);
    seen.add(key);
  }
}

/** Complains when points are given that the maximum does not allow, or when full marks cannot be reached. */
export function checkPoints(
  things: readonly { points: Decimal }[],
  path: string,
  max: Decimal,
  complain: Complain,
): void {
  for (const [index, { points: given }] of things.entries()) {
    if (Fraction.of(given).compare(max) > 0) {
      complain(`${path}.${index}.points`, 'points.over-max', 'Điểm của mức vượt điểm tối đa của tiêu chí.');
    }
  }
  if (!things.some((thing) => Fraction.of(thing.points).compare(max) === 0)) {
    complain(path, 'points.full-unreachable', 'Không có mức nào đạt điểm tối đa của tiêu chí.');
  }
}

export function violation(path: string, code: string, message: string): Violation {
  return { path, code, message };
}
