import { Button, Text } from '@mantine/core';
import { SURPRISE_KINDS, canPlan } from '@kiemtra/shared/plans';
import { BEGUN_VISIT_STATES, OPEN_VISIT_STATES, canVisit, visitTimeText, type VisitView } from '@kiemtra/shared/visits';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { BeginVisit } from './BeginVisit.js';
import { FinaliseVisit } from './FinaliseVisit.js';
import { editVisitPath, minutesPath, scoresPath, scoringPath, takeToFieldPath } from './visits.paths.js';
import { useActOnVisit } from './visits.queries.js';

/** What may be done with the visit in its state, for those who may. */
export function VisitActs({ visit }: { visit: VisitView }) {
  const act = useActOnVisit(visit.id);
  const canSchedule = useCan('visits.schedule');
  const canRead = useCan('assessments.read');
  const canRecord = useCan('fieldwork.record');
  const { state, target } = visit;
  const isNotified = canPlan(visit.plan.state, 'conduct') && !SURPRISE_KINDS.includes(visit.plan.kind);

  return (
    <>
      {canSchedule && canVisit(state, 'edit') && (
        <Button variant="default" component={Link} to={editVisitPath(visit.id)}>
          Sửa lịch
        </Button>
      )}
      {canSchedule && canVisit(state, 'cancel') && (
        <ConfirmAct
          act="Hủy"
          variant="default"
          title={`Hủy cuộc kiểm tra tại ${target.name}`}
          onConfirm={() => act.mutateAsync('cancel')}
        >
          <Text>
            Cuộc kiểm tra {visitTimeText(visit)} không diễn ra và không mở lại được; đoàn và buổi đó rảnh để xếp lịch
            khác.
            {state === 'notified' &&
              ' Đơn vị đã được thông báo thì không còn thấy cuộc này; đề nghị báo lại cho đơn vị.'}
          </Text>
        </ConfirmAct>
      )}
      {canSchedule && canVisit(state, 'notify') && isNotified && (
        <ConfirmAct act="Thông báo" title={`Thông báo cho ${target.name}`} onConfirm={() => act.mutateAsync('notify')}>
          <Text>Đơn vị thấy lịch {visitTimeText(visit)}, nơi làm việc và thành phần đoàn kiểm tra.</Text>
        </ConfirmAct>
      )}
      {canRecord && visit.isMine && OPEN_VISIT_STATES.includes(state) && (
        <Button variant="default" component={Link} to={takeToFieldPath(visit.id)}>
          Mang ra hiện trường
        </Button>
      )}
      <BeginVisit visit={visit} />
      {state === 'in_progress' && visit.isMine && (
        <Button component={Link} to={scoringPath(visit.id)}>
          Chấm điểm
        </Button>
      )}
      {canRecord && visit.isMine && BEGUN_VISIT_STATES.includes(state) && (
        <Button variant="default" component={Link} to={minutesPath(visit.id)}>
          Biên bản
        </Button>
      )}
      {canRead && BEGUN_VISIT_STATES.includes(state) && (
        <Button variant="default" component={Link} to={scoresPath(visit.plan.id, target.id)}>
          Kết quả chấm
        </Button>
      )}
      <FinaliseVisit visit={visit} />
    </>
  );
}
