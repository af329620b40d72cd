import { modifiersOf } from '@kiemtra/shared/criteria';
import { valueAt, withValue } from '../raw-answer.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';

/** Events of which one alone sets the criterion to 0: a switch each. */
export function Vetoes({ criterion, answering: { raw, put } }: Pick<ControlProps, 'criterion' | 'answering'>) {
  const events = modifiersOf(criterion.modifiers, 'VETO');
  if (events.length === 0) return null;
  const stated = valueAt(raw, ['vetoes']);
  const happened: readonly unknown[] = Array.isArray(stated) ? stated : [];
  return (
    <div className={styles.stack}>
      {events.map(({ key, text }) => (
        <label key={key} className={styles.item}>
          <input
            type="checkbox"
            role="switch"
            aria-checked={happened.includes(key)}
            checked={happened.includes(key)}
            onChange={(event) =>
              put(
                withValue(
                  raw,
                  ['vetoes'],
                  event.currentTarget.checked ? [...happened, key] : happened.filter((one) => one !== key),
                ),
              )
            }
          />
          <span>{text}</span>
          <span className={styles.points}>0 điểm</span>
        </label>
      ))}
    </div>
  );
}
