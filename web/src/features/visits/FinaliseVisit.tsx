import { Alert, Text } from '@mantine/core';
import type { AssessmentView } from '@kiemtra/shared/assessments';
import { canPlan } from '@kiemtra/shared/plans';
import { ReopenVisitDto, canVisit, type VisitView } from '@kiemtra/shared/visits';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { unreportedIn, Waiver } from './Waiver.js';
import { standingQuery, useFinaliseVisit, useReopenVisit, visitQuery } from './visits.queries.js';

/** The head of the team closes what was recorded, told first what was not; and opens it again with a reason. */
export function FinaliseVisit({ visit }: { visit: VisitView }) {
  const finalise = useFinaliseVisit(visit.id);
  const reopen = useReopenVisit(visit.id);
  const [waiver, setWaiver] = useState('');
  const [waived, setWaived] = useState<string[]>([]);
  // What stood in the way last stays in sight while it is asked again.
  const [told, setTold] = useState<unknown>(null);
  const isReading = useIsFetching({ queryKey: visitQuery(visit.id).queryKey, exact: true }) > 0;
  const isHead = useCan('visits.conduct') && visit.isLead;
  if (!isHead) return null;
  if (canVisit(visit.state, 'reopen') && canPlan(visit.plan.state, 'conduct')) {
    return (
      <ReasonAct
        act="Mở lại"
        title={`Mở lại cuộc kiểm tra tại ${visit.target.name}`}
        label="Lý do mở lại"
        description="Ghi vào nhật ký của cuộc kiểm tra."
        dto={ReopenVisitDto}
        initial={{ reason: '' }}
        draft={`visits.reopen.${visit.id}`}
        onSend={(body) => reopen.mutateAsync(body)}
      >
        <Text mb="sm">Thành viên đoàn lại ghi và sửa được kết quả cho đến khi chốt lần nữa.</Text>
      </ReasonAct>
    );
  }
  if (!canVisit(visit.state, 'finalise')) return null;
  const close = async () => {
    const devices = unreportedIn(told).filter(({ lane }) => waived.includes(lane));
    try {
      await finalise.mutateAsync({
        waiver,
        devices: devices.map(({ lane, missing }) => ({ lane, missing })),
        manifest: visit.manifest,
      });
    } catch (error) {
      setTold(error);
      throw error;
    }
  };
  return (
    <ConfirmAct
      act="Chốt"
      variant="default"
      title={`Chốt cuộc kiểm tra tại ${visit.target.name}`}
      disabled={isReading}
      onConfirm={close}
    >
      <Unanswered targetId={visit.target.id} />
      <Text mb="sm">Kết quả chấm của cuộc kiểm tra này không sửa được nữa, trừ khi trưởng đoàn mở lại.</Text>
      <Waiver problem={told} reason={waiver} onReason={setWaiver} devices={waived} onDevices={setWaived} />
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
