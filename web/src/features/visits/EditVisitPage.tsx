import { Button, Group } from '@mantine/core';
import type { PlanView } from '@kiemtra/shared/plans';
import { UpdateVisitDto, type VisitView } from '@kiemtra/shared/visits';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useDtoForm } from '../../ui/dto-form.js';
import { DtoFormFrame } from '../../ui/DtoFormFrame.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { VisitFields } from './VisitFields.js';
import { VISITS_CRUMB, visitPath } from './visits.paths.js';
import { planOfVisitQuery, useUpdateVisit, visitQuery } from './visits.queries.js';

/** Moves a visit, or changes who is met. */
export function EditVisitPage() {
  const { visitId = '' } = useParams();
  const visit = useQuery(visitQuery(visitId));
  const planId = visit.data?.plan.id;
  const plan = useQuery({ ...planOfVisitQuery(planId ?? ''), enabled: planId !== undefined });
  const failed = [visit, plan].find(({ isError }) => isError);
  if (failed) return <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />;
  if (!visit.data || !plan.data) return <Skeletons lines={8} />;
  return <EditVisit visit={visit.data} plan={plan.data} />;
}

function EditVisit({ visit, plan }: { visit: VisitView; plan: PlanView }) {
  const navigate = useNavigate();
  const update = useUpdateVisit(visit.id);
  const { version } = visit;
  const start = {
    version,
    targetId: visit.target.id,
    teamId: visit.team.id,
    date: visit.date,
    halfDay: visit.halfDay,
    place: visit.place,
    mode: visit.mode,
    hosts: visit.hosts,
    attendees: visit.attendees,
  };
  const edited = useDtoForm(UpdateVisitDto, start, { draft: `visits.edit.${visit.id}.${version}` });
  const send = async (body: UpdateVisitDto) => {
    await update.mutateAsync(body);
    void navigate(visitPath(visit.id));
  };
  return (
    <Page
      title={`Sửa lịch kiểm tra tại ${visit.target.name}`}
      crumbs={[VISITS_CRUMB, { label: visit.target.name, to: visitPath(visit.id) }]}
    >
      <DtoFormFrame of={edited} onSend={send}>
        <VisitFields of={edited} visitId={visit.id} plan={plan} />
        <Group>
          <Button type="submit" loading={edited.isSending}>
            Lưu
          </Button>
        </Group>
      </DtoFormFrame>
    </Page>
  );
}
