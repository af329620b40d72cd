import { Alert, Text, Textarea } from '@mantine/core';
import type { AssessmentView } from '@kiemtra/shared/assessments';
import { canPlan } from '@kiemtra/shared/plans';
import { ReopenVisitDto, canVisit, visitsProblems, type VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../../api/me.js';
import { ApiProblem } from '../../api/problem.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { standingQuery, useFinaliseVisit, useReopenVisit } from './visits.queries.js';

/** The head of the team closes what was recorded, told first what was not; and opens it again with a reason. */
export function FinaliseVisit({ visit }: { visit: VisitView }) {
  const finalise = useFinaliseVisit(visit.id);
  const reopen = useReopenVisit(visit.id);
  const [waiver, setWaiver] = useState('');
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
  return (
    <ConfirmAct
      act="Chốt"
      variant="default"
      title={`Chốt cuộc kiểm tra tại ${visit.target.name}`}
      onConfirm={() => finalise.mutateAsync({ waiver })}
    >
      <Unanswered targetId={visit.target.id} />
      <Text mb="sm">Kết quả chấm của cuộc kiểm tra này không sửa được nữa, trừ khi trưởng đoàn mở lại.</Text>
      {finalise.error instanceof ApiProblem && finalise.error.code === visitsProblems.missingFiles.code && (
        <Textarea
          label="Lý do chốt khi còn thiếu tệp"
          description="Ghi vào nhật ký của cuộc kiểm tra."
          autosize
          minRows={2}
          value={waiver}
          onChange={(event) => setWaiver(event.currentTarget.value)}
        />
      )}
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
