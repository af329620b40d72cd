import type { Result, RuleCode, ScoredCriterion } from '@kiemtra/shared/criteria';
import type { ComponentType, ReactNode } from 'react';
import type { Answering } from '../answering.js';
import { CheckItems } from './CheckItems.js';
import { Levels, MetOrNot, YesOrNo } from './choices.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';
import { DateAnswer } from './DateAnswer.js';
import { LeftOutChoices } from './LeftOutChoices.js';
import { Judged, Measured } from './measures.js';
import { InTime, Rate, Rates } from './rates.js';
import { Counted, Faults } from './steppers.js';
import { Vetoes } from './Vetoes.js';

/** The control that fits each kind of rule. */
const CONTROLS: { [Code in RuleCode]: ComponentType<ControlProps<Code>> } = {
  CHECK: MetOrNot,
  YESNO: YesOrNo,
  LEVELS: Levels,
  BAND: Rate,
  RATIO: Rate,
  TARGET: Rate,
  INTERP: Rate,
  INVERSE: Rate,
  ADDITIVE: CheckItems,
  COUNT: Counted,
  TIERS: Counted,
  DEDUCT: Faults,
  DATE: DateAnswer,
  MIXED_TIME: InTime,
  AVERAGE: Rates,
  SURVEY: Measured,
  EXTERNAL: Measured,
  MANUAL: Judged,
};

interface AnswerControlProps {
  criterion: ScoredCriterion;
  answering: Answering;
  result: Result | null;
  /** Beside what leaves the criterion out. */
  aside?: ReactNode;
}

/** Everything that can be said about a criterion: its answer, the events that set it to 0, or why it is left out. */
export function AnswerControl({ criterion, answering, result, aside }: AnswerControlProps) {
  // The table pairs each kind with its control; the type system cannot follow that pairing.
  const Control = CONTROLS[criterion.rule.kind] as ComponentType<ControlProps>;
  return (
    <div
      className={styles.answer}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) answering.leave();
      }}
    >
      <Control criterion={criterion} rule={criterion.rule} answering={answering} result={result} />
      <Vetoes criterion={criterion} answering={answering} />
      <LeftOutChoices criterion={criterion} answering={answering} aside={aside} />
    </div>
  );
}
