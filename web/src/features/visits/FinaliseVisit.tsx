import { Text } from '@mantine/core';
import { canPlan } from '@kiemtra/shared/plans';
import { ReopenVisitDto, canVisit, type VisitView } from '@kiemtra/shared/visits';
import { useIsFetching, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useMe } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { ReasonAct } from '../../ui/ReasonAct.js';
import { awaitedDevices } from './awaited-devices.js';
import { ClosingWarnings } from './ClosingWarnings.js';
import { unreportedIn, Waiver } from './Waiver.js';
import { devicesQuery, useFinaliseVisit, useReopenVisit, visitQuery } from './visits.queries.js';

/** The head of the team closes what was recorded, told first what was not and who is not done; and opens it again with a reason. */
export function FinaliseVisit({ visit }: { visit: VisitView }) {
  const finalise = useFinaliseVisit(visit.id);
  const reopen = useReopenVisit(visit.id);
  const [waiver, setWaiver] = useState('');
  const [waived, setWaived] = useState<string[]>([]);
  // What stood in the way last stays in sight while it is asked again.
  const [told, setTold] = useState<unknown>(null);
  const isReading = useIsFetching({ queryKey: visitQuery(visit.id).queryKey, exact: true }) > 0;
  const isHead = useCan('visits.conduct') && visit.isLead;
  const canClose = isHead && canVisit(visit.state, 'finalise');
  const { accountId } = useMe();
  const board = useQuery({ ...devicesQuery(visit.id), enabled: canClose });
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
  if (!canClose) return null;
  const refused = unreportedIn(told);
  const unreported = refused.length > 0 ? refused : awaitedDevices(board.data ?? [], accountId);
  const close = async () => {
    const devices = unreported.filter(({ lane }) => waived.includes(lane));
    try {
      await finalise.mutateAsync({
        waiver,
        devices: devices.map(({ lane, missing }) => ({ lane, missing })),
        manifest: visit.manifest,
      });
      setTold(null);
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
      <ClosingWarnings visit={visit} />
      <Text mb="sm">
        Kết quả chấm và biên bản của cuộc kiểm tra này không sửa được nữa, trừ khi trưởng đoàn mở lại.
      </Text>
      <Waiver
        targetId={visit.target.id}
        unreported={unreported}
        problem={told}
        reason={waiver}
        onReason={setWaiver}
        devices={waived}
        onDevices={setWaived}
      />
    </ConfirmAct>
  );
}
