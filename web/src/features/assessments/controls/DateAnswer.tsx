import { formatDate, formatDecimal } from '@kiemtra/shared/kernel';
import { Suspense } from 'react';
import { lazyPart } from '../../../app-shell/index.js';
import { textAt, valueAt, withValue } from '../raw-answer.js';
import { ChoiceButton } from './ChoiceButton.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';

/** Brings a calendar with it. */
const DateField = lazyPart(async () => (await import('../../../ui/DateField.js')).DateField);

/** The day of an event with its deadlines beside it, or that it never came. */
export function DateAnswer({ rule, answering: { raw, put, faultAt } }: ControlProps<'DATE'>) {
  return (
    <div className={styles.dated}>
      <Suspense fallback={<div className={styles.dateOnItsWay} />}>
        <DateField
          label={rule.event}
          value={textAt(raw, ['date'])}
          onChange={(date) => put(withValue(raw, ['date'], date), true)}
          error={faultAt(['date'])}
        />
      </Suspense>
      <ul className={styles.deadlines}>
        {rule.deadlines.map(({ until, points }) => (
          <li key={until}>
            đến {formatDate(until)}: {formatDecimal(points)} điểm
          </li>
        ))}
      </ul>
      <ChoiceButton isChosen={valueAt(raw, ['date']) === null} onChoose={() => put(withValue(raw, ['date'], null))}>
        Không ban hành
      </ChoiceButton>
    </div>
  );
}
