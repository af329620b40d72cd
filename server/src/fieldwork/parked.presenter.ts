import type { Criterion } from '@kiemtra/shared/criteria';
import {
  DECISIONS_MAX,
  OPERATION_SUBJECTS,
  effectOf,
  saidText,
  type DecisionsReply,
  type Operation,
  type ParkedView,
} from '@kiemtra/shared/fieldwork';
import type { PinnedCriteria } from '../assessments/answers.service.js';
import type { DecidedRow, ParkedRow } from './parked.repository.js';
import type { ParkedOfVisit } from './parked.service.js';

export function presentParked({ rows, criteria }: ParkedOfVisit): ParkedView[] {
  return rows.map((row) => presentRow(row, criteria));
}

export function presentDecisions(lane: string, rows: readonly DecidedRow[]): DecisionsReply {
  const decisions = rows.slice(0, DECISIONS_MAX).map(({ seq, decision, reason, decider, decided_at: decidedAt }) => ({
    seq,
    decision,
    reason,
    by: decider,
    at: decidedAt.toISOString(),
  }));
  return { lane, decisions, has_more: rows.length > DECISIONS_MAX };
}

function presentRow(row: ParkedRow, criteria: PinnedCriteria | null): ParkedView {
  const { operation, decision, decider, decided_at: decidedAt } = row;
  const criterion = operation.criterion === undefined ? undefined : criteria?.find(operation.criterion);
  return {
    id: row.id,
    criterion:
      operation.criterion === undefined
        ? null
        : { code: criterion?.code ?? operation.criterion, text: criterion?.text ?? '' },
    subject: OPERATION_SUBJECTS[operation.kind],
    said: textOf(operation, criterion),
    author: row.author,
    receivedAt: row.received_at.toISOString(),
    saidAt: operation.at,
    code: row.code,
    decision: decision && decidedAt && { decision, reason: row.reason, by: decider ?? '', at: decidedAt.toISOString() },
  };
}

function textOf(operation: Operation, criterion: Criterion | undefined): string {
  const effect = effectOf(operation);
  if (!effect) return '';
  if ('adds' in effect) return effect.adds.name;
  return 'removes' in effect ? 'Một tệp đã gửi trước' : saidText(effect.field, effect.says, criterion);
}
