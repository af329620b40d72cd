import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useParams } from 'react-router';
import { lazyPart } from '../../app-shell/index.js';
import { useLedger, usePack } from '../../offline/index.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { scoringQuery } from './assessments.queries.js';
import type { FindingsFrame } from './findings-door.js';
import { ScoringSheetView } from './ScoringSheetView.js';

const NoSheet = lazyPart(async () => (await import('./NoSheet.js')).NoSheet);
const GoneSheet = lazyPart(async () => (await import('./NoSheet.js')).GoneSheet);

export interface ScoringPageProps {
  /** Where findings are raised; they are another feature's. */
  Findings: FindingsFrame;
  visitPath: (visitId: string) => string;
}

/** The sheet of a visit: from the device where there is one, brought up to date by the server when it can be. */
export function ScoringPage({ Findings, visitPath }: ScoringPageProps) {
  const { visitId = '' } = useParams();
  const pack = usePack(visitId);
  const { error, isPending, refetch } = useQuery(scoringQuery(visitId, useLedger()));
  if (pack) return <ScoringSheetView key={visitId} scoring={pack} Findings={Findings} backTo={visitPath(visitId)} />;
  if (pack === undefined || isPending) return <Skeletons lines={10} />;
  return (
    <Suspense fallback={<Skeletons />}>
      {error ? <NoSheet problem={error} onRetry={() => void refetch()} /> : <GoneSheet />}
    </Suspense>
  );
}
