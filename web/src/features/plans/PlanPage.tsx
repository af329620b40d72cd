import { Title } from '@mantine/core';
import { formatDecimal } from '@kiemtra/shared/kernel';
import { planName, type PlanView } from '@kiemtra/shared/plans';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useParams } from 'react-router';
import { HistoryLink } from '../../ui/HistoryLink.js';
import { Page } from '../../ui/Page.js';
import { ProblemAlert } from '../../ui/ProblemAlert.js';
import { Skeletons } from '../../ui/Skeletons.js';
import { PlanActs } from './PlanActs.js';
import { PlanFacts } from './PlanFacts.js';
import { PlanStateBadge } from './PlanStateBadge.js';
import styles from './plans.module.css';
import { PLANS_CRUMB } from './plans.paths.js';
import { planQuery } from './plans.queries.js';
import { TargetTree } from './TargetTree.js';
import { TeamCards } from './TeamCards.js';

interface PlanPageProps {
  /** The visits of the plan; they are another feature's. */
  Visits: ComponentType<{ plan: PlanView }>;
  /** Ways to what hangs on the plan: findings, requests, papers. */
  Ways: ComponentType<{ plan: PlanView }>;
}

/** A plan: what it says, whom it inspects, who goes, when. */
export function PlanPage({ Visits, Ways }: PlanPageProps) {
  const { planId = '' } = useParams();
  const plan = useQuery(planQuery(planId));
  if (plan.isPending) return <Skeletons lines={10} />;
  if (plan.isError) {
    return (
      <Page title="Kế hoạch" crumbs={[PLANS_CRUMB]}>
        <ProblemAlert problem={plan.error} onRetry={() => void plan.refetch()} />
      </Page>
    );
  }
  return <LoadedPlan plan={plan.data} Visits={Visits} Ways={Ways} />;
}

function LoadedPlan({ plan, Visits, Ways }: PlanPageProps & { plan: PlanView }) {
  const units = `${formatDecimal(String(plan.unitCount))} đơn vị`;
  return (
    <Page
      title={plan.title}
      crumbs={[PLANS_CRUMB]}
      lead={
        <>
          <PlanStateBadge state={plan.state} /> {plan.number !== null && `Kế hoạch ${planName(plan)} · `}
          {plan.authority.name}
          {plan.isSample && ' · dữ liệu mẫu'}
        </>
      }
      actions={
        <>
          <HistoryLink kind="plan" id={plan.id} />
          <PlanActs plan={plan} />
        </>
      }
    >
      <Ways plan={plan} />
      <Section title="Thông tin">
        <PlanFacts plan={plan} />
      </Section>
      <Section title="Cuộc kiểm tra">
        <Visits plan={plan} />
      </Section>
      {plan.isWhole && (
        <Section title="Đoàn kiểm tra">
          <TeamCards teams={plan.teams} />
        </Section>
      )}
      <Section title={plan.isWhole ? `Đối tượng kiểm tra (${units})` : 'Đối tượng kiểm tra'}>
        <TargetTree planId={plan.id} targets={plan.targets} />
      </Section>
    </Page>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <Title order={2}>{title}</Title>
      </div>
      {children}
    </section>
  );
}
