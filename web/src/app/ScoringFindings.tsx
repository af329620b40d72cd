import { findingFromCriterion } from '@kiemtra/shared/findings';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState, type ComponentProps } from 'react';
import { lazyPart } from '../app-shell/index.js';
import type { FindingsDoor, FindingsFrame } from '../features/assessments/findings-door.js';
import { findingsQuery } from '../features/findings/findings.queries.js';

const FindingDialog = lazyPart(async () => (await import('../features/findings/FindingDialog.js')).FindingDialog);

type Raised = Parameters<FindingsDoor['raise']>[0];

/** Raises findings over a sheet: pre-filled from the criterion, its usual wordings one tap away. */
export function ScoringFindings({ place, children }: ComponentProps<FindingsFrame>) {
  const { planId, targetId, targetName, visitId, versionId } = place;
  const { data: findings } = useQuery(findingsQuery({ planId, targetId }));
  const [raised, setRaised] = useState<Raised | null>(null);
  const [wasRaised, setWasRaised] = useState(false);
  const raise = useCallback((next: Raised) => {
    setWasRaised(true);
    setRaised(next);
  }, []);
  const counts = useMemo(() => {
    const found = new Map<string, number>();
    for (const { criterion } of findings ?? []) {
      if (criterion) found.set(criterion.key, (found.get(criterion.key) ?? 0) + 1);
    }
    return found;
  }, [findings]);
  const suggested = raised && findingFromCriterion(raised.criterion, raised.result, raised.note);
  const start = suggested && {
    planId,
    targetId,
    visitId,
    criterion: { versionId, key: suggested.criterionKey },
    kind: suggested.kind,
    area: suggested.area,
    text: suggested.text,
  };
  return (
    <>
      {children({ counts, raise })}
      {wasRaised && (
        <Suspense fallback={null}>
          <FindingDialog
            open={start && { start }}
            targets={[{ id: targetId, name: targetName }]}
            suggestions={raised?.criterion.suggestions ?? []}
            onClose={() => setRaised(null)}
          />
        </Suspense>
      )}
    </>
  );
}
