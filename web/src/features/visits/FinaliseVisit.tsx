import { Alert, Text } from '@mantine/core';
import type { AssessmentView } from '@kiemtra/shared/assessments';
import { canVisit, type VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { standingQuery, useActOnVisit } from './visits.queries.js';

/** The head of the team closes what was recorded, told first what was not. */
export function FinaliseVisit({ visit }: { visit: VisitView }) {
  const act = useActOnVisit(visit.id);
  const isHead = useCan('visits.conduct') && visit.isLead;
  if (!isHead || !canVisit(visit.state, 'finalise')) return null;
  return (
    <ConfirmAct
      act="Chốt"
      variant="default"
      title={`Chốt cuộc kiểm tra tại ${visit.target.name}`}
      onConfirm={() => act.mutateAsync('finalise')}
    >
      <Unanswered targetId={visit.target.id} />
      <Text>Kết quả chấm của cuộc kiểm tra này không sửa được nữa.</Text>
    </ConfirmAct>
  );
}

function Unanswered({ targetId }: { targetId: string }) {
  const { data } = useQuery(standingQuery(targetId));
  const text = data && unansweredText(data.totals.whole);
  return text ? (
    <Alert color="orange" mb="md">
      {text}
    </Alert>
  ) : null;
}

/** "Còn 3 trong 38 tiêu chí chưa chấm."; null when nothing is left to answer. */
function unansweredText({ answered, tally: { total } }: AssessmentView['totals']['whole']): string | null {
  if (answered >= total) return null;
  return answered === 0
    ? `Chưa chấm tiêu chí nào trong ${total} tiêu chí.`
    : `Còn ${total - answered} trong ${total} tiêu chí chưa chấm.`;
}
