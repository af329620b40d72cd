import { formatDecimal } from '@kiemtra/shared/kernel';
import { valueAt, withValue } from '../raw-answer.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';

/** Items that are met or not, each with its points. None met is an answer too, and is said by its own button. */
export function CheckItems({ rule, answering: { raw, put } }: ControlProps<'ADDITIVE'>) {
  const stated = valueAt(raw, ['met']);
  const met: readonly unknown[] = Array.isArray(stated) ? stated : [];
  const toggle = (key: string) =>
    put(withValue(raw, ['met'], met.includes(key) ? met.filter((one) => one !== key) : [...met, key]));
  return (
    <div className={styles.stack}>
      {rule.items.map(({ key, text, points }) => (
        <label key={key} className={styles.item}>
          <input type="checkbox" data-choice checked={met.includes(key)} onChange={() => toggle(key)} />
          <span>{text}</span>
          <span className={styles.points}>{formatDecimal(points)} điểm</span>
        </label>
      ))}
      <div className={styles.links}>
        <button
          type="button"
          className={styles.link}
          onClick={() =>
            put(
              withValue(
                raw,
                ['met'],
                rule.items.map(({ key }) => key),
              ),
            )
          }
        >
          Đạt tất cả
        </button>
        <button type="button" className={styles.link} onClick={() => put(withValue(raw, ['met'], []))}>
          Không đạt mục nào
        </button>
      </div>
    </div>
  );
}
