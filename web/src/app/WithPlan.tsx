import type { PlanView } from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PLANS_CRUMB, planPath } from '../features/plans/plans.paths.js';
import { planQuery } from '../features/plans/plans.queries.js';
import { Page, type Crumb } from '../ui/Page.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { Skeletons } from '../ui/Skeletons.js';

interface WithPlanProps {
  title: string;
  /** Between the plan and this page. */
  crumbs?: (planId: string) => Crumb[];
  /** False when the page is a paper of its own. */
  isTitlePrinted?: boolean;
  children: (plan: PlanView) => ReactNode;
}

/** A page under a plan: its frame, and the plan that stands in its address. */
export function WithPlan({ title, crumbs = () => [], isTitlePrinted = true, children }: WithPlanProps) {
  const { planId = '' } = useParams();
  const plan = useQuery(planQuery(planId));
  if (plan.isPending) return <Skeletons lines={8} />;
  if (plan.isError) {
    return (
      <Page title={title} crumbs={[PLANS_CRUMB]}>
        <ProblemAlert problem={plan.error} onRetry={() => void plan.refetch()} />
      </Page>
    );
  }
  const path = [PLANS_CRUMB, { label: plan.data.title, to: planPath(planId) }, ...crumbs(planId)];
  return (
    <Page title={title} crumbs={path} isTitlePrinted={isTitlePrinted}>
      {children(plan.data)}
    </Page>
  );
}
