import { OUTCOME_CODE_TEXT } from '@kiemtra/shared/fieldwork';
import { CELL_STATUS_TEXT, type CellSnapshot } from '../../offline/index.js';
import styles from './scoring.module.css';

const TROUBLED: readonly CellSnapshot['status'][] = ['unsaved', 'denied', 'invalid'];

/** Where the last word of a field is, and why it went no further. */
export function CellStatusText({ status, code }: Pick<CellSnapshot, 'status' | 'code'>) {
  return (
    <span className={styles.status} data-trouble={TROUBLED.includes(status)}>
      {CELL_STATUS_TEXT[status]}
      {code && `: ${OUTCOME_CODE_TEXT[code]}`}
    </span>
  );
}
