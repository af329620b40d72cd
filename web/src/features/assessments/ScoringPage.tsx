import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useLedger } from '../../offline/index.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { scoringQuery } from './assessments.queries.js';
import type { FindingsFrame } from './findings-door.js';
import { ScoringSheetView } from './ScoringSheetView.js';

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
    <Page title="Phiếu chấm">
      <ProblemAlert
        problem={error}
        kept="Những gì đã ghi trên máy vẫn còn nguyên và sẽ được gửi khi có mạng."
        onRetry={() => void refetch()}
      />
    </Page>
  );
}
