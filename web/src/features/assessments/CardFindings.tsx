import { FINDING_KIND_LABELS } from '@kiemtra/shared/findings';
import { CellStatusText } from './CellStatusText.js';
import { Conflict } from './Conflict.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import type { CardFinding, FindingsDoor } from './findings-door.js';
import { isDisputed } from './sheet.js';
import styles from './scoring.module.css';

interface CardFindingsProps {
  findings: readonly CardFinding[];
  onEdit: FindingsDoor['edit'];
}

/** What was found at a criterion, each with where it is; one that was written at the desk is changed there. */
export function CardFindings({ findings, onEdit }: CardFindingsProps) {
  const { isOpen } = useDesk();
  return (
    <ul className={styles.files} aria-label="Ưu điểm, tồn tại đã ghi">
      {findings.map(({ id, kind, text, cell }) => (
        <li key={id}>
          {cell && isDisputed(cell) ? (
            <Conflict field={`finding:${id}`} cell={cell} />
          ) : (
            <span className={styles.fileName}>
              {FINDING_KIND_LABELS[kind]}: {text}
              {cell && (
                <>
                  {' · '}
                  <CellStatusText {...cell} />
                </>
              )}
            </span>
          )}
          {cell && isOpen && (
            <button
              type="button"
              className={controls.link}
              aria-label={`Sửa: ${text.slice(0, 60)}`}
              onClick={() => onEdit(id)}
            >
              Sửa
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
