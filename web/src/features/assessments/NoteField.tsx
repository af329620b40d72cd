import { NOTE_MAX } from '@kiemtra/shared/fieldwork';
import { codePointLength } from '@kiemtra/shared/kernel';
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
  const text = typeof note.value === 'string' ? note.value : '';
  const length = note.code === 'TOO_LARGE' ? codePointLength(text) : null;
  return (
    <div className={controls.field}>
      <label htmlFor={id} className={styles.noteLabel}>
        Ghi chú <CellStatusText {...note} />
      </label>
      {length !== null && (
        <p role="alert" className={styles.status} data-trouble>
          Ghi chú dài nhất {NOTE_MAX.toLocaleString('vi')} ký tự, hiện có {length.toLocaleString('vi')}: đề nghị viết
          gọn lại.
        </p>
      )}
      <textarea
        id={id}
        rows={2}
        data-note
        className={controls.input}
        value={text}
        onChange={(event) => ledger.setNote({ visit, target, version, criterion }, event.currentTarget.value)}
        onBlur={() => void ledger.commit()}
      />
    </div>
  );
}
