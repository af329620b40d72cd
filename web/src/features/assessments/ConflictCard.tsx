import { derivationText, resultOf, type Input, type ScoredCriterion } from '@kiemtra/shared/criteria';
import {
  isOfCriterion,
  saidText,
  type CellField,
  type CellValue,
  type WholeField,
  type WholePrefix,
} from '@kiemtra/shared/fieldwork';
import { formatInstant } from '@kiemtra/shared/kernel';
import { useState } from 'react';
import { useLedger, type CellSnapshot } from '../../offline/index.js';
import { useDraft } from './answering.js';
import { AnswerControl } from './controls/AnswerControl.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import styles from './scoring.module.css';

const SUBJECTS: Record<CellField | WholePrefix, string> = {
  input: 'câu trả lời',
  note: 'ghi chú',
  'finding:': 'tồn tại này',
  'dossiers:': 'mẫu hồ sơ này',
  'headcount:': 'lần đếm này',
  'minutes:': 'biên bản',
  'signature:': 'chữ ký này',
  'caption:': 'chú thích này',
};

/** "Có ý kiến khác nhau về lần đếm này". */
function titleOf(field: CellField | WholeField): string {
  const kind = field.replace(/(?<=:).*/, '') as keyof typeof SUBJECTS;
  return `Có ý kiến khác nhau về ${SUBJECTS[kind]}`;
}

/** The own word, as long as the server did not say when it came. */
const HERE = 'Ghi trên máy này';

interface Opinion {
  key: string;
  value: CellValue;
  who: string;
  when: string | null;
  isMine: boolean;
}

interface ConflictCardProps {
  /** Absent for what belongs to the target as a whole. */
  criterion?: ScoredCriterion;
  field: CellField | WholeField;
  cell: CellSnapshot;
}

/** Everybody's word on one field, side by side; the lead ends it, an author may agree with the other. */
export function ConflictCard({ criterion, field, cell }: ConflictCardProps) {
  const desk = useDesk();
  const { visitId: visit, targetId: target, versionId: version, isLead, isOpen } = desk;
  const ledger = useLedger();
  const key = criterion && isOfCriterion(field) ? criterion.key : '';
  const title = titleOf(field);
  const said = (value: CellValue, by: { account: string; received_at: string } | null): Opinion => ({
    key: by ? `${by.account}.${by.received_at}` : 'accepted',
    value,
    who: by ? desk.nameOf(by.account) : 'Giá trị đang áp dụng',
    when: by && formatInstant(new Date(by.received_at)),
    isMine: by?.account === desk.accountId,
  });
  const { against, receivedAt } = cell;
  const whenMine = receivedAt === null ? HERE : formatInstant(new Date(receivedAt));
  const opinions: Opinion[] = [
    against ? said(against.value, against.by) : said(cell.value, cell.by),
    ...(against
      ? [{ key: 'own', value: cell.value, who: desk.nameOf(desk.accountId), when: whenMine, isMine: true }]
      : []),
    ...cell.siblings.map(({ value, by }) => said(value, by)),
  ];
  const isAuthor = opinions.some(({ isMine }) => isMine);
  const choose = (chosen: CellValue) => ledger.resolve({ visit, target, version, criterion: key }, field, chosen);

  return (
    <section className={styles.conflict} aria-label={title}>
      <h4>{title}</h4>
      <ul data-brief={field === 'input'}>
        {opinions.map((opinion, index) => (
          <li key={opinion.key}>
            <p className={styles.sayer}>
              <strong>{opinion.isMine ? `${opinion.who} (tôi)` : opinion.who}</strong>
              {opinion.when && <span>{opinion.when}</span>}
              {index === 0 && <span>Đang áp dụng</span>}
            </p>
            <p className={styles.said}>{saidText(field, opinion.value, criterion)}</p>
            {isOpen && (isLead || (isAuthor && !opinion.isMine)) && (
              <button type="button" className={controls.choice} onClick={() => choose(opinion.value)}>
                {isLead ? 'Chọn giá trị này' : 'Đồng ý với giá trị này'}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && isLead && criterion && field === 'input' && <NewWord criterion={criterion} onChoose={choose} />}
      {!isLead && (
        <p>
          {isAuthor
            ? 'Trưởng đoàn chọn một giá trị, hoặc những người ghi cùng đồng ý một giá trị.'
            : 'Chờ trưởng đoàn hoặc những người ghi thống nhất.'}
        </p>
      )}
    </section>
  );
}

/** A value that nobody has said yet. */
function NewWord({ criterion, onChoose }: { criterion: ScoredCriterion; onChoose: (value: CellValue) => void }) {
  const [isAsked, setAsked] = useState(false);
  const [input, setInput] = useState<Input | null>(null);
  const answering = useDraft(criterion, input, () => null, { onRecord: setInput, onKeep: () => undefined });
  const result = resultOf(criterion, answering.input);
  if (!isAsked) {
    return (
      <button type="button" className={controls.link} onClick={() => setAsked(true)}>
        Nhập giá trị khác
      </button>
    );
  }
  return (
    <div className={styles.newWord}>
      <AnswerControl criterion={criterion} answering={answering} result={result} />
      <p aria-live="polite">{result && derivationText(result)}</p>
      <button
        type="button"
        className={controls.choice}
        disabled={!result}
        onClick={() => result && onChoose(answering.input)}
      >
        Chọn giá trị vừa nhập
      </button>
    </div>
  );
}
