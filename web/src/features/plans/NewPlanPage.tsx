import { Button, Group } from '@mantine/core';
import { dateInVietnam, newId } from '@kiemtra/shared/kernel';
import { CreatePlanDto } from '@kiemtra/shared/plans';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { Page } from '../../ui/Page.js';
import { PlanFields, emptyPlan, type UnitField } from './plan-fields.js';
import { PLANS_CRUMB, editPlanPath } from './plans.paths.js';
import { useCreatePlan } from './plans.queries.js';

/** A new draft; units and teams follow on the page that opens next. */
export function NewPlanPage({ UnitField: Unit }: { UnitField: UnitField }) {
  const navigate = useNavigate();
  const create = useCreatePlan();
  const [id] = useState(newId);
  const [year] = useState(() => Number(dateInVietnam(new Date()).slice(0, 4)));
  const plan = useDtoForm(CreatePlanDto, { ...emptyPlan(year), id }, { draft: 'plans.new' });
  const send = async (body: CreatePlanDto) => {
    await create.mutateAsync(body);
    void navigate(editPlanPath(body.id), { replace: true });
  };
  return (
    <Page
      title="Lập kế hoạch"
      crumbs={[PLANS_CRUMB]}
      lead="Lưu dự thảo xong thì chọn đơn vị được kiểm tra và ghi đoàn kiểm tra."
    >
      <DtoFormFrame of={plan} onSend={send}>
        <PlanFields of={plan} UnitField={Unit} />
        <Group>
          <Button type="submit" loading={plan.isSending}>
            Lưu dự thảo
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
