import { Alert, Text } from '@mantine/core';
import { dateInVietnam, formatDate } from '@kiemtra/shared/kernel';
import { SURPRISE_KINDS, canPlan } from '@kiemtra/shared/plans';
import { canVisit, visitTimeText, type VisitListItemView } from '@kiemtra/shared/visits';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { scoringPath } from './visits.paths.js';
import { useActOnVisit } from './visits.queries.js';

/** The team has come: from here on answers are recorded, and a surprise is no longer one. Leads to scoring. */
export function BeginVisit({ visit, size }: { visit: VisitListItemView; size?: 'lg' }) {
  const navigate = useNavigate();
  const act = useActOnVisit(visit.id);
  const [today] = useState(() => dateInVietnam(new Date()));
  const isOpen = useCan('fieldwork.record') && visit.isMine;
  if (!isOpen || !canVisit(visit.state, 'check_in') || !canPlan(visit.plan.state, 'conduct')) return null;
  const begin = async () => {
    await act.mutateAsync('check-in');
    void navigate(scoringPath(visit.id));
  };
  return (
    <ConfirmAct
      act="Bắt đầu kiểm tra"
      title={`Bắt đầu kiểm tra tại ${visit.target.name}`}
      onConfirm={begin}
      {...(size ? { size } : {})}
    >
      {visit.date !== null && visit.date !== today && (
        <Alert color="orange" mb="md">
          Lịch kiểm tra là {visitTimeText(visit)}; hôm nay là {formatDate(today)}.
        </Alert>
      )}
      <Text>
        {SURPRISE_KINDS.includes(visit.plan.kind)
          ? 'Đây là kiểm tra không báo trước: từ lúc này đơn vị thấy kế hoạch và cuộc kiểm tra.'
          : 'Ghi nhận đoàn đã đến đơn vị và mở phiếu chấm điểm.'}
      </Text>
    </ConfirmAct>
  );
}
