import { Button, Title } from '@mantine/core';
import { canPlan, type PlanView } from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import type { UnitField, UnitsField } from './plan-fields.js';
import { PlanContentForm } from './PlanContentForm.js';
import { PlanStateBadge } from './PlanStateBadge.js';
import styles from './plans.module.css';
import { PLANS_CRUMB, planPath } from './plans.paths.js';
import { planQuery } from './plans.queries.js';
import { TargetsForm } from './TargetsForm.js';
import { TeamsForm } from './TeamsForm.js';
import { SeenVersion } from './use-saving.js';

interface EditPlanPageProps {
  UnitField: UnitField;
  UnitsField: UnitsField;
}

/** One long page: what the plan says, whom it inspects, who goes. After issuing only the last can change. */
export function EditPlanPage(fields: EditPlanPageProps) {
  const { planId = '' } = useParams();
  // What is being typed must not be written over by a newer reading.
  const plan = useQuery({ ...planQuery(planId), staleTime: 0 });
  if (plan.isError) {
    return (
      <Page title="Sửa kế hoạch" crumbs={[PLANS_CRUMB]}>
        <ProblemAlert problem={plan.error} onRetry={() => void plan.refetch()} />
      </Page>
    );
  }
  if (plan.isPending || (plan.isFetching && !plan.isFetchedAfterMount)) return <Skeletons lines={10} />;
  return <EditPlan plan={plan.data} {...fields} />;
}

function EditPlan({ plan, UnitField: Unit, UnitsField: Units }: EditPlanPageProps & { plan: PlanView }) {
  const [seen] = useState(() => new SeenVersion(plan.version));
  const isDraft = canPlan(plan.state, 'edit');
  return (
    <Page
      title={isDraft ? 'Sửa kế hoạch' : 'Sửa đoàn kiểm tra'}
      crumbs={[PLANS_CRUMB, { label: plan.title, to: planPath(plan.id) }]}
      lead={
        <>
          <PlanStateBadge state={plan.state} /> {plan.title}
        </>
      }
      actions={
        <Button variant="default" component={Link} to={planPath(plan.id)}>
          Xem kế hoạch
        </Button>
      }
    >
      <div className={styles.wide}>
        {isDraft && (
          <>
            <Part title="Thông tin">
              <PlanContentForm plan={plan} seen={seen} UnitField={Unit} />
            </Part>
            <Part title="Đối tượng kiểm tra">
              <TargetsForm plan={plan} seen={seen} UnitsField={Units} />
            </Part>
          </>
        )}
        {canPlan(plan.state, 'staff') && (
          <Part title="Đoàn kiểm tra">
            <TeamsForm plan={plan} seen={seen} />
          </Part>
        )}
      </div>
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}
