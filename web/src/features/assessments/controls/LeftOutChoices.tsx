import { readInput, type LeftOut } from '@kiemtra/shared/criteria';
import type { ReactNode } from 'react';
import { textAt } from '../raw-answer.js';
import { ChoiceButton } from './ChoiceButton.js';
import type { ControlProps } from './control.js';
import styles from './controls.module.css';
import { TextInput } from './TextInput.js';

const STATES: readonly { state: LeftOut['state']; word: string }[] = [
  { state: 'not_checked', word: 'Không kiểm tra' },
  { state: 'not_applicable', word: 'Không áp dụng' },
];

interface LeftOutChoicesProps extends Pick<ControlProps, 'criterion' | 'answering'> {
  aside: ReactNode;
}

/** Why a criterion has no answer; the criterion says which of the two it allows. */
export function LeftOutChoices({ criterion, answering, aside }: LeftOutChoicesProps) {
  const { raw, put, faultAt } = answering;
  const state = raw?.['state'];
  const offered = STATES.filter((one) => readInput(criterion, { state: one.state }).value !== null);
  return (
    <>
      <div className={styles.leftOut}>
        {offered.map((one) => (
          <ChoiceButton
            key={one.state}
            isQuiet
            isChosen={state === one.state}
            onChoose={() => put({ state: one.state, reason: textAt(raw, ['reason']) || null })}
          >
            {one.word}
          </ChoiceButton>
        ))}
        {aside}
      </div>
      {state !== undefined && (
        <TextInput
          label="Lý do (nếu cần)"
          value={textAt(raw, ['reason'])}
          onChange={(reason) => put({ state, reason: reason || null }, true)}
          fault={faultAt(['reason'])}
        />
      )}
    </>
  );
}
