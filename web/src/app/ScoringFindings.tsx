import type { FieldFinding } from '@kiemtra/shared/findings';
import { wholeName } from '@kiemtra/shared/fieldwork';
import { newId } from '@kiemtra/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState, type ComponentProps } from 'react';
import { lazyPart } from '../app-shell/index.js';
import type { CardFinding, FindingsDoor, FindingsFrame } from '../features/assessments/findings-door.js';
import { findingsQuery } from '../features/findings/findings.queries.js';
import { useLedger, useWholeCells } from '../offline/index.js';
import type { OpenFinding } from './ScoringFindingDialog.js';

const ScoringFindingDialog = lazyPart(async () => (await import('./ScoringFindingDialog.js')).ScoringFindingDialog);

/** Raises findings over a sheet: pre-filled from the criterion, kept on the device, its usual wordings one tap away. */
export function ScoringFindings({ place, children }: ComponentProps<FindingsFrame>) {
  const { planId, targetId, visitId, versionId } = place;
  const ledger = useLedger();
  const cells = useWholeCells(targetId, 'finding:');
  const { data: atDesk } = useQuery(findingsQuery({ planId, targetId }));
  const [open, setOpen] = useState<OpenFinding | null>(null);
  const [wasOpen, setWasOpen] = useState(false);

  const show = useCallback((next: OpenFinding) => {
    setWasOpen(true);
    setOpen(next);
  }, []);
  const raise: FindingsDoor['raise'] = useCallback((raised) => show({ id: newId(), raised }), [show]);
  const edit: FindingsDoor['edit'] = useCallback(
    (id) => {
      // A cell of this name holds a finding or nothing.
      const finding = ledger.cell(targetId, '', `finding:${id}`).value as FieldFinding | null;
      if (finding) show({ id, finding });
    },
    [show, ledger, targetId],
  );
  const found = useMemo(() => {
    const byCriterion = new Map<string, CardFinding[]>();
    const put = (criterion: string | null, finding: CardFinding) => {
      if (criterion !== null) byCriterion.set(criterion, [...(byCriterion.get(criterion) ?? []), finding]);
    };
    const onDevice = new Set(cells.map(({ field }) => wholeName(field)));
    for (const { field, cell } of cells) {
      // One that was taken back stays in sight while somebody disagrees.
      const said = cell.value ?? cell.against?.value ?? cell.siblings[0]?.value ?? null;
      const finding = said as FieldFinding | null;
      if (finding) put(finding.criterion, { id: wholeName(field), kind: finding.kind, text: finding.text, cell });
    }
    for (const { id, criterion, kind, text } of atDesk ?? []) {
      if (!onDevice.has(id)) put(criterion?.key ?? null, { id, kind, text, cell: null });
    }
    return byCriterion;
  }, [cells, atDesk]);

  const save = (id: string, finding: FieldFinding | null) =>
    ledger.setWhole({ visit: visitId, target: targetId, version: versionId, criterion: '' }, `finding:${id}`, finding);
  return (
    <>
      {children({ found, raise, edit })}
      {wasOpen && (
        <Suspense fallback={null}>
          <ScoringFindingDialog place={place} open={open} onSave={save} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
