import type { AnswerView, AssessedCriterionView, DisputeView } from '@kiemtra/shared/assessments';
import { formatDecimal, formatInstant } from '@kiemtra/shared/kernel';
import { NONE } from '../../ui/DateText.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import styles from './assessment.module.css';

/** A row of the set: a heading, or a criterion with its result and how it came about. */
export function AssessedRow({ row }: { row: AssessedCriterionView }) {
  const { code, text, parentKey, isScored, answer, fileCount } = row;
  if (!isScored) {
    const Level = parentKey === null ? 'h2' : 'h3';
    return (
      <Level className={styles.heading}>
        {code} {text}
      </Level>
    );
  }
  return (
    <article className={styles.row} aria-label={`${code} ${text}`}>
      <p className={styles.text}>
        <strong>{code}</strong> {text}
      </p>
      <p className={styles.points}>{pointsOf(row)}</p>
      {answer && <Answer answer={answer} fileCount={fileCount} />}
    </article>
  );
}

function pointsOf({ maxPoints, answer }: AssessedCriterionView): string {
  if ((answer?.outcome ?? null) === null) return 'Chưa chấm';
  if (maxPoints === null) return '';
  return `${answer?.points ? formatDecimal(answer.points) : NONE} / ${formatDecimal(maxPoints)} điểm`;
}

function Answer({ answer, fileCount }: { answer: AnswerView; fileCount: number }) {
  const { derivation, note, author, disputes } = answer;
  const aside = [author, fileCount > 0 && `${fileCount} tệp`].filter(Boolean).join(' · ');
  return (
    <div className={styles.detail}>
      {derivation && <p className={styles.derivation}>{derivation}</p>}
      {note && <p className={styles.note}>Ghi chú: {note}</p>}
      {aside && <p className={styles.aside}>{aside}</p>}
      {disputes.length > 0 && (
        <>
          <StatusBadge tone="waiting">Có ý kiến khác nhau</StatusBadge>
          <ul>
            {disputes.map((dispute) => (
              <li key={`${dispute.field}.${dispute.author}.${dispute.receivedAt}`}>{disputeText(dispute)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Another's word on a note stands in full; on an answer the sheet of the visit shows what it comes to. */
function disputeText({ field, value, author, receivedAt }: DisputeView): string {
  const about = field === 'note' ? `ghi chú “${typeof value === 'string' ? value : ''}”` : 'câu trả lời khác';
  return `${author} · ${formatInstant(new Date(receivedAt))}: ${about}`;
}
