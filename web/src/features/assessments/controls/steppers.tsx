import { capitalized } from '@kiemtra/shared/kernel';
import type { Answering } from '../answering.js';
import { stepped, textAt, withValue, type FieldPath, type RawAnswer } from '../raw-answer.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';
import { NumberInput } from './NumberInput.js';

interface StepperProps {
  label: string;
  path: FieldPath;
  answering: Answering;
}

function Stepper({ label, path, answering }: StepperProps) {
  const { raw, put } = answering;
  const count = textAt(raw, path);
  const step = (by: 1 | -1) => put(withValue(raw, path, stepped(count, by)), true);
  return (
    <div className={styles.stepper}>
      <button type="button" className={styles.step} aria-label={`Bớt một: ${label}`} onClick={() => step(-1)}>
        −
      </button>
      <NumberInput label={capitalized(label)} path={path} answering={answering} />
      <button type="button" className={styles.step} aria-label={`Thêm một: ${label}`} onClick={() => step(1)}>
        +
      </button>
    </div>
  );
}

/** How many there are. */
export function Counted({ rule, answering }: ControlProps<'COUNT' | 'TIERS'>) {
  return <Stepper label={rule.unit} path={['count']} answering={answering} />;
}

/** How often each fault was found. Who counts one kind has looked for all: the others become 0, in sight. */
export function Faults({ rule, answering }: ControlProps<'DEDUCT'>) {
  const noOthers = (raw: RawAnswer): RawAnswer =>
    rule.faults.reduce(
      (filled, { key }) => (textAt(filled, ['counts', key]) === '' ? withValue(filled, ['counts', key], '0') : filled),
      raw,
    );
  const isFirst = answering.raw?.['counts'] === undefined;
  const counting: Answering = {
    ...answering,
    put: (raw, isTyping) => answering.put(isFirst ? noOthers(raw) : raw, isTyping),
  };
  return (
    <div className={styles.stack}>
      {rule.faults.map(({ key, text }) => (
        <Stepper key={key} label={text} path={['counts', key]} answering={counting} />
      ))}
      <button
        type="button"
        className={styles.link}
        onClick={() => answering.put(noOthers(withValue(answering.raw, ['counts'], {})))}
      >
        Không có lỗi nào
      </button>
    </div>
  );
}
