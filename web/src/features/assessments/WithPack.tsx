import type { PackView } from '@kiemtra/shared/assessments';
import { useQuery } from '@tanstack/react-query';
import { Fragment, Suspense, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { lazyPart } from '../../app-shell/index.js';
import { useLedger, usePack } from '../../offline/index.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { scoringQuery } from './assessments.queries.js';

const NoSheet = lazyPart(async () => (await import('./NoSheet.js')).NoSheet);
const GoneSheet = lazyPart(async () => (await import('./NoSheet.js')).GoneSheet);

/** The pack of the visit in the address: from the device where there is one, brought up to date by the server when it can be. */
export function WithPack({ children }: { children: (pack: PackView) => ReactNode }) {
  const { visitId = '' } = useParams();
  const pack = usePack(visitId);
  const { error, isPending, refetch } = useQuery(scoringQuery(visitId, useLedger()));
  if (pack) return <Fragment key={visitId}>{children(pack)}</Fragment>;
  if (pack === undefined || isPending) return <Skeletons lines={10} />;
  return (
    <Suspense fallback={<Skeletons />}>
      {error ? <NoSheet problem={error} onRetry={() => void refetch()} /> : <GoneSheet />}
    </Suspense>
  );
}
