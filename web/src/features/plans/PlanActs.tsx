import { Button, List, Text } from '@mantine/core';
import { SURPRISE_KINDS, canPlan, planName, type PlanView } from '@kiemtra/shared/plans';
import { Link } from 'react-router';
import { useCan } from '../../api/me.js';
import { ConfirmAct } from '../../ui/ConfirmAct.js';
import { editPlanPath } from './plans.paths.js';
import { useActOnPlan } from './plans.queries.js';

/** What may be done with the plan in its state, for those who may. */
export function PlanActs({ plan }: { plan: PlanView }) {
  const canEdit = useCan('plans.edit');
  const canIssue = useCan('plans.issue');
  const act = useActOnPlan(plan);
  const name = `kế hoạch ${planName(plan)}`;
  const may = (action: Parameters<typeof canPlan>[1]) => canIssue && canPlan(plan.state, action);

  return (
    <>
      {canEdit && canPlan(plan.state, 'staff') && (
        <Button variant="default" component={Link} to={editPlanPath(plan.id)}>
          {canPlan(plan.state, 'edit') ? 'Sửa' : 'Sửa đoàn'}
        </Button>
      )}
      {may('cancel') && (
        <ConfirmAct act="Hủy" variant="default" title={`Hủy ${name}`} onConfirm={() => act.mutateAsync('cancel')}>
          <Text>
            Kế hoạch không dùng được nữa và không mở lại được; nội dung vẫn được giữ để tra cứu. Cuộc kiểm tra nào chưa
            chốt thì phải hủy trước.
          </Text>
        </ConfirmAct>
      )}
      {may('issue') && (
        <ConfirmAct act="Ban hành" title={`Ban hành ${name}`} onConfirm={() => act.mutateAsync('issue')}>
          <IssueText plan={plan} />
        </ConfirmAct>
      )}
      {may('start') && (
        <ConfirmAct act="Bắt đầu" title={`Bắt đầu ${name}`} onConfirm={() => act.mutateAsync('start')}>
          <Text>
            Kế hoạch chuyển sang “Đang kiểm tra”. Việc này cũng tự diễn ra khi đoàn bắt đầu cuộc kiểm tra đầu tiên.
          </Text>
        </ConfirmAct>
      )}
      {may('conclude') && (
        <ConfirmAct act="Kết thúc" title={`Kết thúc ${name}`} onConfirm={() => act.mutateAsync('conclude')}>
          <Text>
            Không xếp thêm cuộc kiểm tra và không thay đổi đoàn được nữa. Kiến nghị và khắc phục vẫn tiếp tục.
          </Text>
        </ConfirmAct>
      )}
    </>
  );
}

function IssueText({ plan }: { plan: PlanView }) {
  const seeing = plan.targets.filter(({ organizationId }) => organizationId !== null).length;
  const isSurprise = SURPRISE_KINDS.includes(plan.kind);
  const criteria = plan.criteria ? `“${plan.criteria.name}”, bản ${plan.criteria.number},` : 'đã chọn';
  return (
    <>
      <Text mb="xs">Sau khi ban hành:</Text>
      <List spacing="xs">
        <List.Item>
          Bộ tiêu chí {criteria} được ghim cho {plan.targets.length} đối tượng và không đổi được nữa.
        </List.Item>
        <List.Item>Nội dung và danh sách đơn vị không sửa được; đoàn kiểm tra vẫn thay đổi được.</List.Item>
        <List.Item>
          {isSurprise
            ? 'Đây là kiểm tra không báo trước: đơn vị chưa thấy gì cho đến khi đoàn bắt đầu kiểm tra tại đơn vị.'
            : `${seeing} đơn vị được kiểm tra thấy kế hoạch, mỗi đơn vị chỉ thấy phần của mình.`}
        </List.Item>
      </List>
    </>
  );
}
