import { capitalized, formatDecimal } from '@kiemtra/shared/kernel';
import { textAt, withValue } from '../raw-answer.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';
import { NumberInput } from './NumberInput.js';
import { TextInput } from './TextInput.js';

/** One figure of a survey or of another index, on its scale. */
export function Measured({ rule, answering }: ControlProps<'SURVEY' | 'EXTERNAL'>) {
  const label = capitalized(rule.source ?? 'Kết quả khảo sát');
  return <NumberInput label={label} unit={`/ ${formatDecimal(rule.scale)}`} path={['value']} answering={answering} />;
}

/** Points by judgement, and why. */
export function Judged({ criterion: { maxPoints }, answering }: ControlProps<'MANUAL'>) {
  const { raw, put, faultAt } = answering;
  return (
    <div className={styles.stack}>
      <NumberInput label="Điểm" unit={`/ ${formatDecimal(maxPoints ?? '1')}`} path={['value']} answering={answering} />
      <TextInput
        label="Lý do"
        value={textAt(raw, ['reason'])}
        onChange={(reason) => put(withValue(raw, ['reason'], reason), true)}
        fault={faultAt(['reason'])}
      />
    </div>
  );
}
