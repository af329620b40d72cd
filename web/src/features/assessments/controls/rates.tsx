import type { Result } from '@kiemtra/shared/criteria';
import { capitalized, formatDecimal } from '@kiemtra/shared/kernel';
import type { ReactNode } from 'react';
import { textAt, type FieldPath } from '../raw-answer.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';
import { NumberInput } from './NumberInput.js';

/** The rates a result states, in the order of the fields. */
function ratesOf(result: Result | null): string[] {
  return (result?.steps ?? []).flatMap((step) =>
    step.kind === 'ratio' || step.kind === 'in_time' ? `= ${percentText(step.percent)}%` : [],
  );
}

/** With the decimals the engine gives: a rate just below a floor must not look like the floor. */
function percentText(percent: string): string {
  return formatDecimal(percent, Math.max(2, percent.split('.')[1]?.length ?? 0));
}

interface FiguresProps {
  rate: string | undefined;
  areThree?: boolean;
  children: ReactNode;
}

function Figures({ rate, areThree = false, children }: FiguresProps) {
  return (
    <div className={areThree ? `${styles.figures} ${styles.three}` : styles.figures}>
      {children}
      <output className={styles.rate}>{rate ?? '= –'}</output>
    </div>
  );
}

interface PairProps extends Pick<ControlProps, 'answering'> {
  counting: { counted: string; outOf: string };
  /** Where the two counts stand in the answer. */
  at: (field: string) => FieldPath;
  rate: string | undefined;
}

function Pair({ counting, at, rate, answering }: PairProps) {
  return (
    <Figures rate={rate}>
      <NumberInput label={capitalized(counting.counted)} path={at('numerator')} answering={answering} />
      <NumberInput label={`Tổng số: ${counting.outOf}`} path={at('denominator')} answering={answering} />
    </Figures>
  );
}

/** Two counts with their rate. */
export function Rate({ rule, answering, result }: ControlProps<'BAND' | 'RATIO' | 'TARGET' | 'INTERP' | 'INVERSE'>) {
  const [rate] = ratesOf(result);
  return <Pair counting={rule} at={(field) => [field]} rate={rate} answering={answering} />;
}

/** What was done in time, what was late, out of how many. */
export function InTime({ rule, answering, result }: ControlProps<'MIXED_TIME'>) {
  const [rate] = ratesOf(result);
  return (
    <Figures rate={rate} areThree>
      <NumberInput label="Đúng hạn" path={['onTime']} answering={answering} />
      <NumberInput label="Muộn" path={['late']} answering={answering} />
      <NumberInput label={`Tổng số: ${rule.outOf}`} path={['total']} answering={answering} />
    </Figures>
  );
}

/** Several rates, two counts each. */
export function Rates({ rule, answering, result }: ControlProps<'AVERAGE'>) {
  const rates = ratesOf(result);
  // A part that has nothing to count states no rate.
  const stating = rule.ratios.filter(({ key }) => textAt(answering.raw, ['ratios', key, 'denominator']) !== '0');
  return (
    <>
      {rule.ratios.map((ratio) => (
        <Pair
          key={ratio.key}
          counting={ratio}
          at={(field) => ['ratios', ratio.key, field]}
          rate={rates[stating.indexOf(ratio)]}
          answering={answering}
        />
      ))}
    </>
  );
}
