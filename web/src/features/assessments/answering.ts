/**
 * An answer while it is being given. A tap is recorded at once; figures are recorded when the typing pauses, so that no
 * half of a number ever counts. What cannot be read stays on the screen as it was typed, beside its fault in words, and
 * what was recorded before stays recorded.
 */
import { sameJson } from '@kiemtra/shared/kernel';
import { readInput, type Input, type ScoredCriterion } from '@kiemtra/shared/criteria';
import type { CellValue } from '@kiemtra/shared/fieldwork';
import type { Violation } from '@kiemtra/shared/kernel';
import { startTransition, useState } from 'react';
import { useCell, useLedger } from '../../offline/index.js';
import { useWhileTyping } from '../../ui/while-typing.js';
import { useDesk } from './desk.js';
import { keepDraft, keptDraft } from './kept-draft.js';
import { isRaw, textAt, type FieldPath, type RawAnswer } from './raw-answer.js';

export interface Answering {
  /** What the fields show; null when there is nothing yet. */
  raw: RawAnswer | null;
  /** What the fields come to; null while they are no answer. */
  input: CellValue;
  /** Figures are being typed. */
  isTyping: boolean;
  /** What the fields show is not recorded. */
  isHalf: boolean;
  put: (raw: RawAnswer, isTyping?: boolean) => void;
  /** What is wrong with a field that was filled in, once typing has paused. */
  faultAt: (path: FieldPath) => string | null;
  /** The person has left the fields. */
  leave: () => void;
  /** Takes back what is typed and not recorded. */
  forget: () => void;
}

interface Draft {
  raw: RawAnswer;
  input: Input | null;
  violations: readonly Violation[];
  isTyping: boolean;
  isRecorded: boolean;
}

function draftOf(criterion: ScoredCriterion, raw: RawAnswer, isTyping: boolean): Draft {
  const { value, violations } = readInput(criterion, raw);
  return { raw, input: value, violations, isTyping, isRecorded: false };
}

interface Events {
  onRecord: (input: Input) => void;
  /** What is typed and not recorded; null when nothing is. */
  onKeep: (raw: RawAnswer | null) => void;
}

/** The fields of one criterion over what is recorded of it. `start` is what was typed at an earlier time and not recorded. */
export function useDraft(
  criterion: ScoredCriterion,
  recorded: CellValue,
  start: () => RawAnswer | null,
  { onRecord, onKeep }: Events,
): Answering {
  const [draft, setDraft] = useState<Draft | null>(() => {
    const raw = start();
    const kept = raw && draftOf(criterion, raw, false);
    // What could be read is recorded, unless an answer has come meanwhile: then it waits for the person.
    return kept && { ...kept, isTyping: kept.input !== null && recorded === null };
  });
  // Figures that were recorded are shown as typed until something else is.
  const shown = draft && (!draft.isRecorded || sameJson(draft.input, recorded)) ? draft : null;

  const record = (now: Draft) => {
    const { input } = now;
    if (input === null || now.isRecorded) return setDraft({ ...now, isTyping: false });
    setDraft({ ...now, isTyping: false, isRecorded: true });
    if (now.isTyping || (draft && !draft.isRecorded)) onKeep(null);
    return onRecord(input);
  };
  const settle = () => draft && record(draft);
  useWhileTyping(draft?.isTyping ? draft : null, settle);

  return {
    raw: shown?.raw ?? (isRaw(recorded) ? recorded : null),
    input: shown ? shown.input : recorded,
    isTyping: shown?.isTyping ?? false,
    isHalf: shown !== null && !shown.isRecorded && !shown.isTyping,
    put(raw, isTyping = false) {
      const next = draftOf(criterion, raw, isTyping);
      if (isTyping || next.input === null) onKeep(raw);
      if (isTyping) setDraft(next);
      else record(next);
    },
    faultAt(path) {
      if (!shown || shown.isTyping || textAt(shown.raw, path) === '') return null;
      return shown.violations.find((one) => one.path === path.join('.'))?.message ?? null;
    },
    leave() {
      settle();
      // What is touched next comes first.
      if (shown?.input) startTransition(() => setDraft(null));
    },
    forget() {
      setDraft(null);
      onKeep(null);
    },
  };
}

/** The fields of a criterion on the sheet: what is read goes to the device's ledger. */
export function useAnswering(criterion: ScoredCriterion): Answering {
  const { visitId: visit, targetId: target, versionId: version, accountId } = useDesk();
  const ledger = useLedger();
  const { value } = useCell(target, criterion.key, 'input');
  const place = `${accountId}.${target}.${criterion.key}`;
  return useDraft(criterion, value, () => keptDraft(place), {
    onRecord: (input) => ledger.setInput({ visit, target, version, criterion: criterion.key }, input),
    onKeep: (raw) => keepDraft(place, raw),
  });
}
