import {
  derivationText,
  resultOf,
  ruleText,
  type Result,
  type RuleCode,
  type ScoredCriterion,
} from '@kiemtra/shared/criteria';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { memo, Suspense, useRef, useState } from 'react';
import { lazyPart } from '../../app-shell/index.js';
import { useCell, useLedger } from '../../offline/index.js';
import { useAnswering, type Answering } from './answering.js';
import { STATE_WORDS, StateMark } from './card-state.js';
import { CellStatusText } from './CellStatusText.js';
import { Conflict } from './Conflict.js';
import { AnswerControl } from './controls/AnswerControl.js';
import controls from './controls/controls.module.css';
import { useDesk } from './desk.js';
import { CardFindings } from './CardFindings.js';
import { FilePicker } from './FilePicker.js';
import type { CardFinding, FindingsDoor } from './findings-door.js';
import { NoteField } from './NoteField.js';
import { useShownFiles } from './photos/use-shown-files.js';
import { isDisputed } from './sheet.js';
import styles from './scoring.module.css';
import { carriedFiles, useAddFiles } from './use-add-files.js';

const EvidenceFiles = lazyPart(async () => (await import('./EvidenceFiles.js')).EvidenceFiles);

/** Kinds whose control says how points are given. */
const SELF_EVIDENT: readonly RuleCode[] = ['CHECK', 'YESNO', 'LEVELS', 'ADDITIVE', 'DATE'];

export const cardId = (key: string) => `tieu-chi-${key}`;

interface CriterionCardProps {
  criterion: ScoredCriterion;
  /** Findings already raised from it. */
  findings?: readonly CardFinding[] | undefined;
  onRaise: FindingsDoor['raise'];
  onEdit: FindingsDoor['edit'];
}

/** One criterion: what is asked, the answer, how its points come about, and what else can be recorded of it. */
export const CriterionCard = memo(function CriterionCard(props: CriterionCardProps) {
  const { criterion } = props;
  const { key, code, text, guidance, rule } = criterion;
  const desk = useDesk();
  const cell = useCell(desk.targetId, key, 'input');
  const answering = useAnswering(criterion);
  const recorded = resultOf(criterion, cell.value);
  const result = answering.isHalf ? recorded : resultOf(criterion, answering.input);
  const disputed = isDisputed(cell);
  const state = disputed ? 'disputed' : result ? 'answered' : 'open';

  return (
    <article
      id={cardId(key)}
      data-criterion={key}
      tabIndex={-1}
      className={styles.card}
      aria-labelledby={`${cardId(key)}-ten`}
    >
      <fieldset disabled={!desk.isOpen} className={styles.fieldset}>
        <legend id={`${cardId(key)}-ten`} className={styles.legend}>
          <span className={styles.code}>{code}</span> {text}
        </legend>
        {guidance && <p className={styles.hint}>Xem: {guidance}</p>}
        {!SELF_EVIDENT.includes(rule.kind) && <p className={styles.hint}>{ruleText(criterion)}</p>}
        {disputed && <Conflict criterion={criterion} field="input" cell={cell} />}
        {!(disputed && desk.isLead) && (
          <AnswerControl
            criterion={criterion}
            answering={answering}
            result={answering.isHalf ? null : result}
            aside={<TakeBack criterion={key} answering={answering} isAnswered={recorded !== null} />}
          />
        )}
        {cell.shadow && (
          <p className={styles.hint}>
            {cell.shadow.by ? desk.nameOf(cell.shadow.by.account) : 'Thành viên khác'} vừa ghi:{' '}
            {shadowText(resultOf(criterion, cell.shadow.value))}
          </p>
        )}
        <div className={styles.outcome}>
          <StateMark state={state} isSaid={state === 'open'} />
          <p aria-live="polite" className={styles.derivation}>
            {!result && !answering.isHalf && STATE_WORDS.open}
            {answering.isHalf && (answering.input ? 'Chưa ghi nhận. ' : 'Chưa đủ hoặc chưa đúng để ghi nhận. ')}
            {result && `${answering.isHalf ? 'Đang giữ: ' : ''}${derivationText(result)}`}
          </p>
          <CellStatusText {...cell} {...(answering.isTyping && { status: 'saving' })} />
          <Points criterion={criterion} result={result} />
        </div>
        <Actions {...props} result={result} />
      </fieldset>
    </article>
  );
});

function shadowText(result: Result | null): string {
  return result ? derivationText(result) : 'bỏ chấm';
}

function Points({ criterion, result }: { criterion: ScoredCriterion; result: Result | null }) {
  const { maxPoints, effect } = criterion;
  if (maxPoints === null) return null;
  const max = `${effect === 'base' ? '' : 'tối đa '}${formatDecimal(maxPoints)} điểm`;
  return (
    <span className={styles.cardPoints}>
      <strong>{result?.points ? formatDecimal(result.points) : '–'}</strong> / {max}
    </span>
  );
}

interface TakeBackProps {
  criterion: string;
  answering: Answering;
  isAnswered: boolean;
}

/** Takes back what is typed and not recorded, else the answer itself. */
function TakeBack({ criterion, answering: { isHalf, forget }, isAnswered }: TakeBackProps) {
  const { visitId: visit, targetId: target, versionId: version, isOpen } = useDesk();
  const ledger = useLedger();
  if (!isOpen || (!isHalf && !isAnswered)) return null;
  const clear = () => ledger.setInput({ visit, target, version, criterion }, null);
  return (
    <button type="button" className={`${controls.link} ${styles.takeBack}`} onClick={isHalf ? forget : clear}>
      {isHalf ? 'Bỏ phần nhập dở' : 'Bỏ chấm'}
    </button>
  );
}

interface ActionsProps extends CriterionCardProps {
  result: Result | null;
}

/** Note, files, finding: each labelled; `data-action` lets the keys G, A and T find them. */
function Actions({ criterion, result, findings = [], onRaise, onEdit }: ActionsProps) {
  const { key } = criterion;
  const { targetId: target, isOpen } = useDesk();
  const note = useCell(target, key, 'note');
  const files = useShownFiles(target, key);
  const { refused, left, add } = useAddFiles(key);
  const [isNoteOpen, setNoteOpen] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const isNoteShown = isNoteOpen || note.status !== 'empty';

  const openNote = () => {
    setNoteOpen(true);
    // After the field is there.
    requestAnimationFrame(() => card.current?.querySelector<HTMLElement>('[data-note]')?.focus());
  };
  return (
    <div ref={card} className={styles.more} {...(isOpen && carriedFiles(add))}>
      {isDisputed(note) && <Conflict criterion={criterion} field="note" cell={note} />}
      {isNoteShown && <NoteField criterion={key} note={note} />}
      {files.length > 0 && (
        <Suspense fallback={null}>
          <EvidenceFiles criterion={criterion} files={files} />
        </Suspense>
      )}
      {findings.length > 0 && <CardFindings findings={findings} onEdit={onEdit} />}
      <p aria-live="polite" className={styles.adding}>
        {left > 0 && `Đang lưu ${left} tệp trên máy…`}
      </p>
      {refused.map(({ name, why }, index) => (
        <p key={index} role="alert" className={controls.fault}>
          Chưa thêm được {name}: {why}
        </p>
      ))}
      <div className={styles.actions}>
        <button type="button" data-action="note" className={styles.action} onClick={openNote}>
          Ghi chú
        </button>
        <FilePicker criterion={criterion.code} count={files.length} onPick={(picked) => void add(picked)} />
        <button
          type="button"
          data-action="finding"
          className={styles.action}
          onClick={() => onRaise({ criterion, result, note: typeof note.value === 'string' ? note.value : null })}
        >
          {findings.length > 0 ? `Tồn tại (${findings.length})` : 'Tồn tại'}
        </button>
      </div>
    </div>
  );
}
