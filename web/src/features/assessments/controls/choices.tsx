import { formatDecimal } from '@kiemtra/shared/kernel';
import { valueAt, withValue } from '../raw-answer.js';
import { ChoiceButton } from './ChoiceButton.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';

interface MetProps extends Pick<ControlProps, 'answering'> {
  words: readonly [met: string, unmet: string];
}

function Met({ answering: { raw, put }, words: [met, unmet] }: MetProps) {
  const chosen = valueAt(raw, ['met']);
  return (
    <div className={styles.pair}>
      <ChoiceButton isChosen={chosen === true} onChoose={() => put(withValue(raw, ['met'], true))}>
        {met}
      </ChoiceButton>
      <ChoiceButton isChosen={chosen === false} onChoose={() => put(withValue(raw, ['met'], false))}>
        {unmet}
      </ChoiceButton>
    </div>
  );
}

export function MetOrNot({ answering }: ControlProps<'CHECK'>) {
  return <Met answering={answering} words={['Đạt', 'Chưa đạt']} />;
}

export function YesOrNo({ answering }: ControlProps<'YESNO'>) {
  return <Met answering={answering} words={['Có', 'Không']} />;
}

/** Named levels with their points, one below the other: their words are long. */
export function Levels({ rule, answering: { raw, put } }: ControlProps<'LEVELS'>) {
  const chosen = valueAt(raw, ['level']);
  return (
    <div className={styles.levels}>
      {rule.levels.map(({ key, text, points }) => (
        <ChoiceButton key={key} isChosen={chosen === key} onChoose={() => put(withValue(raw, ['level'], key))}>
          <span>{text}</span>
          <span className={styles.points}>{formatDecimal(points)} điểm</span>
        </ChoiceButton>
      ))}
    </div>
  );
}
