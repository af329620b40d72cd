/**
 * An answer while it is being given. What can be read is recorded at once; what cannot yet be read stays on the screen as
 * it was typed, beside its fault in words, and what was recorded before stays recorded.
 */
import { readInput, type Input, type ScoredCriterion } from '@kiemtra/shared/criteria';
import { sameJson, type CellValue } from '@kiemtra/shared/fieldwork';
import type { Violation } from '@kiemtra/shared/kernel';
import { useEffect, useRef, useState } from 'react';
import { useCell, useLedger } from '../../offline/index.js';
import { useDesk } from './desk.js';
import { keepDraft, keptDraft } from './kept-draft.js';
import { isRaw, textAt, type FieldPath, type RawAnswer } from './raw-answer.js';

/** Faults wait so long for the rest of a figure. */
const TYPING_PAUSE = 800;

export interface Answering {
  /** What the fields show; null when there is nothing yet. */
  raw: RawAnswer | null;
  /** Something is typed that is not yet an answer. */
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
}

function draftOf(criterion: ScoredCriterion, raw: RawAnswer): Draft {
  const { value, violations } = readInput(criterion, raw);
  return { raw, input: value, violations };
}

interface Events {
  onRead: (input: Input, isTyping: boolean) => void;
  /** Every change of what is typed and cannot be read; null when nothing is. */
  onHalf: (raw: RawAnswer | null) => void;
}

/** The fields of one criterion over what is recorded of it. `start` is half an answer of an earlier time. */
export function useDraft(
  criterion: ScoredCriterion,
  recorded: CellValue,
  start: () => RawAnswer | null,
  events: Events,
): Answering {
  const [draft, setDraft] = useState<Draft | null>(() => {
    const raw = start();
    return raw && draftOf(criterion, raw);
  });
  const [isTyping, setTyping] = useState(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  // Figures that were read are shown as typed until something else is recorded.
  const shown = draft && (draft.input === null || sameJson(draft.input, recorded)) ? draft : null;
  const isHalf = shown !== null && shown.input === null;

  const stopTyping = () => {
    clearTimeout(pause.current);
    setTyping(false);
  };
  return {
    raw: shown?.raw ?? (isRaw(recorded) ? recorded : null),
    isHalf,
    put(raw, typing = false) {
      const next = draftOf(criterion, raw);
      setDraft(next);
      stopTyping();
      if (typing) {
        setTyping(true);
        pause.current = setTimeout(() => setTyping(false), TYPING_PAUSE);
      }
      events.onHalf(next.input ? null : raw);
      if (next.input) events.onRead(next.input, typing);
    },
    faultAt(path) {
      if (!shown || isTyping || textAt(shown.raw, path) === '') return null;
      return shown.violations.find((one) => one.path === path.join('.'))?.message ?? null;
    },
    leave() {
      stopTyping();
      if (!isHalf) setDraft(null);
    },
    forget() {
      stopTyping();
      setDraft(null);
      events.onHalf(null);
    },
  };
}

/** The fields of a criterion on the sheet: what is read goes to the device's ledger. */
export function useAnswering(criterion: ScoredCriterion): Answering {
  const { visitId: visit, targetId: target, versionId: version, accountId } = useDesk();
  const ledger = useLedger();
  const { value } = useCell(target, criterion.key, 'input');
  const place = `${accountId}.${target}.${criterion.key}`;
  const answering = useDraft(criterion, value, () => keptDraft(place), {
    onRead: (input, isTyping) => ledger.setInput({ visit, target, version, criterion: criterion.key }, input, isTyping),
    onHalf: (raw) => keepDraft(place, raw),
  });
  return {
    ...answering,
    leave() {
      answering.leave();
      void ledger.commit();
    },
  };
}
