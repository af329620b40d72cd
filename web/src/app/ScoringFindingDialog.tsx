import { findingFromCriterion, type FieldFinding } from '@kiemtra/shared/findings';
import { useMemo, type ComponentProps } from 'react';
import type { FindingStart, FindingsFrame } from '../features/assessments/findings-door.js';
import { FieldFindingDialog } from '../features/findings/FieldFindingDialog.js';

/** A finding that is about to be written: raised from a card, or opened again. */
export type OpenFinding = { id: string } & ({ raised: FindingStart } | { finding: FieldFinding });

interface ScoringFindingDialogProps {
  place: ComponentProps<FindingsFrame>['place'];
  open: OpenFinding | null;
  onSave: (id: string, finding: FieldFinding | null) => void;
  onClose: () => void;
}

/** The form over the sheet, pre-filled from the criterion, its usual wordings one tap away. */
export function ScoringFindingDialog({ place, open, onSave, onClose }: ScoringFindingDialogProps) {
  const start = useMemo(() => open && { ...place, id: open.id, ...begun(open) }, [place, open]);
  const suggestions = open && 'raised' in open ? open.raised.criterion.suggestions : [];
  return <FieldFindingDialog open={start} suggestions={suggestions} onSave={onSave} onClose={onClose} />;
}

function begun(open: OpenFinding) {
  if ('finding' in open) return { finding: open.finding, isNew: false };
  const { criterion, result, note } = open.raised;
  const { criterionKey, ...offered } = findingFromCriterion(criterion, result, note);
  return { finding: { ...offered, criterion: criterionKey }, isNew: true };
}
