import { AREAS } from '@kiemtra/shared/criteria';
import { SEVERITY_LABELS } from '@kiemtra/shared/findings';
import type { CalendarDate } from '@kiemtra/shared/kernel';
import { remedyStandingText } from '@kiemtra/shared/remediation';
import type { AnswerRow, FindingRow } from './finding.rows.js';

/** A finding in the words of a table; empty text is "none". */
export interface FindingExportRow {
  /** Name at the time of the campaign, or the label of unnamed units. */
  unit: string;
  area: string;
  isAchievement: boolean;
  text: string;
  criterion: string;
  legalBasis: string;
  cause: string;
  severity: string;
  /** The requests that answer the finding. */
  requests: string;
  /** The last of the due dates. */
  dueOn: CalendarDate | null;
  state: string;
}

export function exportRow(row: FindingRow, answers: readonly AnswerRow[]): FindingExportRow {
  const requests = new Map(answers.map(({ request_id, text }) => [request_id, text]));
  return {
    unit: row.target_name ?? row.extent ?? '',
    area: AREAS[row.area].name,
    isAchievement: row.kind === 'strength',
    text: row.text,
    criterion:
      row.criterion_key === null ? '' : `${row.criterion_code ?? row.criterion_key}. ${row.criterion_text ?? ''}`,
    legalBasis: row.legal_basis ?? '',
    cause: row.cause ?? '',
    severity: row.severity === null ? '' : SEVERITY_LABELS[row.severity],
    requests: [...requests.values()].join('\n'),
    dueOn:
      answers
        .flatMap(({ due_on }) => due_on ?? [])
        .sort()
        .at(-1) ?? null,
    state: remedyStandingText(answers.map(({ state }) => state)),
  };
}
