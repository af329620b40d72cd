import { useId } from 'react';
import { useLedger, type CellSnapshot } from '../../offline/index.js';
import { CellStatusText } from './CellStatusText.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import styles from './scoring.module.css';

/** The note of a criterion, written to the device while one types. */
export function NoteField({ criterion, note }: { criterion: string; note: CellSnapshot }) {
  const { visitId: visit, targetId: target, versionId: version } = useDesk();
  const ledger = useLedger();
  const id = useId();
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={styles.noteLabel}>
        Ghi chú <CellStatusText {...note} />
      </label>
      <textarea
        id={id}
        rows={2}
        data-note
        className={controls.input}
        value={typeof note.value === 'string' ? note.value : ''}
        onChange={(event) => ledger.setNote({ visit, target, version, criterion }, event.currentTarget.value)}
        onBlur={() => void ledger.commit()}
      />
    </div>
  );
}
