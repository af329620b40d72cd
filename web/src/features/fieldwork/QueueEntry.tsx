import { formatFileSize } from '@kiemtra/shared/evidence';
import { PARKED_DECISION_LABELS, type Decision } from '@kiemtra/shared/fieldwork';
import { memo, Suspense, useRef } from 'react';
import { Link } from 'react-router';
import type { OutboxState, QueueItem } from '../../offline/index.js';
import { InstantText } from '../../ui/DateText.js';
import { StatusBadge } from '../../ui/StatusBadge.js';
import { CopyText, SaveFile } from './KeptContent.js';
import styles from './queue.module.css';
import type { CriterionPath, KnownVisit, SaidFrame } from './QueuePage.js';
import { stateOf, whyOf } from './queue-words.js';

interface QueueEntryProps {
  item: QueueItem;
  visit: KnownVisit | undefined;
  Said: SaidFrame;
  criterionPath: CriterionPath;
  outbox: OutboxState;
}

/** One thing somebody recorded: what, where, since when, how it stands and why. */
export const QueueEntry = memo(function QueueEntry({ item, visit, Said, criterionPath, outbox }: QueueEntryProps) {
  const { criterion: key, field, subject, said, file, status, decision, since } = item;
  const content = useRef<HTMLSpanElement>(null);
  const criterion = visit?.criterion(key);
  const state = stateOf(item, outbox);
  const why = whyOf(item);
  const isOver = status === 'denied' || status === 'invalid' || status === 'refused';
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Link to={criterionPath(item.visit, key)} className={styles.criterion}>
          {criterion ? (
            <>
              <strong>{criterion.code}</strong> {criterion.text}
            </>
          ) : (
            whereOf(key)
          )}
        </Link>
        <StatusBadge tone={state.tone}>{state.text}</StatusBadge>
      </div>
      <p className={styles.content} data-whole={isOver}>
        <strong>{subject}</strong>
        {file && `: ${file.name} · ${formatFileSize(file.size)}`}
        {said !== undefined && (
          <Suspense fallback="…">
            {': '}
            <span ref={content}>
              <Said criterion={criterion} field={field} said={said} />
            </span>
          </Suspense>
        )}
      </p>
      {file && file.sent !== null && (
        <progress className={styles.progress} max={file.size} value={file.sent} aria-label={`Đã gửi ${file.name}`} />
      )}
      {why && <p>{why}</p>}
      {decision && <Decided {...decision} />}
      <p className={styles.facts}>
        {visit?.title}
        {visit && since && ' · '}
        {since && (
          <>
            từ <InstantText instant={since} />
          </>
        )}
      </p>
      {isOver && file && <SaveFile file={file} />}
      {isOver && said !== undefined && <CopyText textOf={() => content.current?.textContent ?? ''} />}
    </li>
  );
});

/** What a person made of it, and why. */
function Decided({ decision, by, at, reason }: Decision) {
  return (
    <p>
      {PARKED_DECISION_LABELS[decision]}: {by}, <InstantText instant={at} />
      {reason && `. Lý do: ${reason}`}
    </p>
  );
}

/** A criterion that this device does not know is named by its key; what is of the target as a whole leads to the sheet. */
function whereOf(key: string): string {
  return key === '' ? 'Phiếu chấm' : `Tiêu chí ${key}`;
}
