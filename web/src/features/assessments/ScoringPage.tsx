import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';
import { lazyPart } from '../../app-shell/index.js';
import { useLedger } from '../../offline/index.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { scoringQuery } from './assessments.queries.js';
import type { FindingsFrame } from './findings-door.js';
import { ScoringSheetView } from './ScoringSheetView.js';

const NoSheet = lazyPart(async () => (await import('./NoSheet.js')).NoSheet);

export interface ScoringPageProps {
  /** Where findings are raised; they are another feature's. */
  Findings: FindingsFrame;
  visitPath: (visitId: string) => string;
}

/** The sheet of a visit. Once it is here it needs no network. */
export function ScoringPage({ Findings, visitPath }: ScoringPageProps) {
  const { visitId = '' } = useParams();
  const { data, error, isPending, refetch } = useQuery(scoringQuery(visitId, useLedger()));
  if (data)
    return <ScoringSheetView key={data.visit.id} scoring={data} Findings={Findings} backTo={visitPath(visitId)} />;
  if (isPending) return <Skeletons lines={10} />;
  return (
    <Suspense fallback={<Skeletons />}>
      <NoSheet problem={error} onRetry={() => void refetch()} />
    </Suspense>
  );
}
