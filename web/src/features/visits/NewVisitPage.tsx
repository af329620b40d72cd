import { Button, Group } from '@mantine/core';
import { newId } from '@kiemtra/shared/kernel';
import type { PlanView } from '@kiemtra/shared/plans';
import { CreateVisitDto } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { VisitFields } from './VisitFields.js';
import { planOfVisitQuery, useCreateVisit } from './visits.queries.js';

/** A new visit of a plan. */
export function NewVisitPage() {
  const { planId = '' } = useParams();
  const plan = useQuery(planOfVisitQuery(planId));
  if (plan.isPending) return <Skeletons lines={8} />;
  if (plan.isError) return <ProblemAlert problem={plan.error} onRetry={() => void plan.refetch()} />;
  return <NewVisit plan={plan.data} />;
}

function NewVisit({ plan }: { plan: PlanView }) {
  const navigate = useNavigate();
  const create = useCreateVisit(plan.id);
  const [id] = useState(newId);
  const planPath = `/ke-hoach/${plan.id}`;
  const onlyTeam = plan.teams.length === 1 ? plan.teams[0]?.id : undefined;
  const visit = useDtoForm(
    CreateVisitDto,
    {
      id,
      targetId: '',
      teamId: onlyTeam ?? '',
      date: plan.startsOn ?? '',
      halfDay: 'morning',
      place: '',
      mode: 'direct',
      hosts: [],
      attendees: [],
    },
    { draft: `visits.new.${plan.id}` },
  );
  const send = async (body: CreateVisitDto) => {
    await create.mutateAsync(body);
    void navigate(planPath);
  };
  return (
    <Page
      title="Xếp lịch kiểm tra"
      crumbs={[
        { label: 'Kế hoạch', to: '/ke-hoach' },
        { label: plan.title, to: planPath },
      ]}
    >
      <DtoFormFrame of={visit} onSend={send}>
        <VisitFields of={visit} visitId={id} plan={plan} />
        <Group>
          <Button type="submit" loading={visit.isSending}>
            Xếp lịch
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
