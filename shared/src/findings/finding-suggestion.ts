import { derivationText, type AreaCode, type Criterion, type Result } from '../criteria/index.js';
import { capitalized } from '../kernel/index.js';
import { FINDING_TEXT_MAX, type FindingKind } from './finding.rules.js';

/** A finding as it is offered when a criterion was answered below full marks. */
export interface SuggestedFinding {
  kind: FindingKind;
  area: AreaCode;
  criterionKey: string;
  text: string;
}

/** Steps that say what was seen; the others say how points are made of it. */
const SEEN = new Set<Result['steps'][number]['kind']>([
  'level',
  'ratio',
  'in_time',
  'counted',
  'dated',
  'measured',
  'veto',
]);

/**
 * What the inspector would write about a criterion: what is often found wrong with it (else that it is not met), what was
 * seen, and the note taken on site: "Chưa niêm yết đầy đủ TTHC (18/20 thủ tục = 90,00%). Quầy 3 thiếu bảng phí."
 */
export function findingFromCriterion(
  criterion: Pick<Criterion, 'key' | 'area' | 'text' | 'suggestions'>,
  result: Result | null,
  note: string | null,
): SuggestedFinding {
  const fault = withoutStop(criterion.suggestions[0] ?? `Chưa đạt yêu cầu “${withoutStop(criterion.text)}”`);
  const seen = result === null ? '' : seenIn(result);
  const sentences = [seen === '' ? fault : `${fault} (${seen})`, withoutStop(note ?? '')].filter((text) => text !== '');
  const text = sentences.map((sentence) => `${capitalized(sentence)}.`).join(' ');
  return {
    kind: 'shortcoming',
    area: criterion.area,
    criterionKey: criterion.key,
    text: Array.from(text).slice(0, FINDING_TEXT_MAX).join(''),
  };
}

function seenIn(result: Result): string {
  const steps = result.steps.filter(({ kind }) => SEEN.has(kind));
  return steps.length === 0 ? '' : derivationText({ outcome: 'short', points: null, max: null, steps });
}

function withoutStop(text: string): string {
  return text.trim().replace(/[\s.;,]+$/u, '');
}
