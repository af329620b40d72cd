import {
  isRecord,
  sameJson,
  object,
  oneOf,
  optional,
  readWith,
  refuse,
  someOf,
  text,
  withFields,
  type Read,
  type Reading,
} from '../kernel/index.js';
import type { Criterion } from './criteria.view.js';
import { modifiersOf } from './modifiers.js';
import { ruleKind, type AnswerTo, type RuleCode } from './rules.js';

/** The criterion was left out, with or without a word why. */
export interface LeftOut {
  state: 'not_applicable' | 'not_checked';
  reason: string | null;
}

/** An answer under the criterion's rule; `vetoes` names the events of its VETO modifiers that happened. */
export type Answer<Code extends RuleCode = RuleCode> = AnswerTo<Code> & { vetoes?: string[] };

/** What is recorded for a criterion, in its one canonical spelling. It is JSON and reads back as itself. */
export type Input = LeftOut | Answer;

export function isLeftOut(input: Input): input is LeftOut {
  return 'state' in input;
}

const reason = optional(text({ max: 500, multiline: true }), null);

/**
 * Reads what was recorded for a criterion: the form, the device and the server all ask here. Takes any JSON, never throws;
 * gives the canonical input or everything wrong with it, with paths inside the input.
 */
export function readInput(criterion: Criterion, raw: unknown): Reading<Input> {
  const reader = readers.get(criterion) ?? inputReader(criterion);
  readers.set(criterion, reader);
  return readWith(reader, raw);
}

const readers = new WeakMap<Criterion, Read<Input>>();

function inputReader(criterion: Criterion): Read<Input> {
  const { rule, modifiers } = criterion;
  if (!rule) {
    const message = 'Điểm của mục này được cộng từ các tiêu chí thành phần.';
    return (_, path, violations) => refuse(violations, path, 'input.not-scored', message);
  }
  const kind = ruleKind(rule.kind);
  const mayNotApply = kind.checklist ?? modifiersOf(modifiers, 'NOT_APPLICABLE').length > 0;
  const leftOut = object<LeftOut>({
    state: oneOf(mayNotApply ? ['not_applicable', 'not_checked'] : ['not_checked']),
    reason,
  });
  const context = {
    max: criterion.maxPoints ?? '1',
    zeroAllowed: modifiersOf(modifiers, 'ZERO_DENOMINATOR').length > 0,
  };
  const answer = kind.answer(rule, context) as Read<Answer>;
  const events = modifiersOf(modifiers, 'VETO').map((veto) => veto.key);
  const answered = events.length > 0 ? withFields(answer, { vetoes: optional(someOf(events), []) }) : answer;
  return (value, path, violations) =>
    (isRecord(value) && Object.hasOwn(value, 'state') ? leftOut : answered)(value, path, violations);
}

/** Whether two inputs say the same: equal meaning has equal canonical JSON, whatever the order of its fields. */
export function sameInput(a: Input, b: Input): boolean {
  return sameJson(a, b);
}
