import { derivationText } from '@kiemtra/shared/criteria';
import { OPERATION_SUBJECTS, effectOf, type Operation, type ParkedView } from '@kiemtra/shared/fieldwork';
import type { PinnedCriteria } from '../assessments/answers.service.js';
import type { ParkedRow } from './parked.repository.js';
import type { ParkedOfVisit } from './parked.service.js';

export function presentParked({ rows, criteria }: ParkedOfVisit): ParkedView[] {
  return rows.map((row) => presentRow(row, criteria));
}

function presentRow(row: ParkedRow, criteria: PinnedCriteria | null): ParkedView {
  const { operation, decision, decider, decided_at: decidedAt } = row;
  const criterion = criteria?.find(operation.criterion);
  return {
    id: row.id,
    criterion: { code: criterion?.code ?? operation.criterion, text: criterion?.text ?? '' },
    subject: OPERATION_SUBJECTS[operation.kind],
    said: saidText(operation, criteria),
    author: row.author,
    receivedAt: row.received_at.toISOString(),
    saidAt: operation.at,
    code: row.code,
    decision: decision && decidedAt && { decision, reason: row.reason, by: decider ?? '', at: decidedAt.toISOString() },
  };
}

function saidText(operation: Operation, criteria: PinnedCriteria | null): string {
  const effect = effectOf(operation);
  if ('adds' in effect) return effect.adds.name;
  if ('removes' in effect) return 'Một tệp đã gửi trước';
  if (effect.says === null) return 'Để trống';
  if (typeof effect.says === 'string') return effect.says;
  const input = criteria?.read(operation.criterion, effect.says) ?? null;
  const result = criteria?.score(operation.criterion, input);
  return result ? derivationText(result) : 'Giá trị không đọc được theo bộ tiêu chí này';
}
