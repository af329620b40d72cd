import { OUTCOME_CODE_TEXT } from '@kiemtra/shared/fieldwork';
import { CELL_STATUS_TEXT, useSyncStatus, type CellSnapshot } from '../../offline/index.js';
import styles from './scoring.module.css';

const TROUBLED: readonly CellSnapshot['status'][] = ['unsaved', 'denied', 'invalid', 'refused'];

/** Where the last word of a field is, and why it went no further. */
export function CellStatusText({ status, code, reason }: Pick<CellSnapshot, 'status' | 'code' | 'reason'>) {
  const why = reason ?? (code && OUTCOME_CODE_TEXT[code]);
  return (
    <span className={styles.status} data-trouble={TROUBLED.includes(status)}>
      {status === 'sending' ? <Sending /> : CELL_STATUS_TEXT[status]}
      {why && `: ${why}`}
    </span>
  );
}

/** What was put on the wire once and not answered is said to be on its way only while it is. */
function Sending() {
  return useSyncStatus().state === 'sending' ? CELL_STATUS_TEXT.sending : CELL_STATUS_TEXT.saved;
}
