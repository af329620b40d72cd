import { Text, Title } from '@mantine/core';
import type { DraftConclusionView } from '@kiemtra/shared/explanations';
import type { FindingView } from '@kiemtra/shared/findings';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { useCan } from '../api/me.js';
import { DraftConclusionPage } from '../features/explanations/DraftConclusionPage.js';
import { EditDraftForm, NewDraftForm } from '../features/explanations/DraftFields.js';
import { DraftLines } from '../features/explanations/DraftLines.js';
import { draftPath, draftsOfTargetPath } from '../features/explanations/explanations.paths.js';
import { draftConclusionQuery, draftConclusionsQuery } from '../features/explanations/explanations.queries.js';
import { findingsQuery } from '../features/findings/findings.queries.js';
import { PLANS_CRUMB, planPath } from '../features/plans/plans.paths.js';
import { planQuery } from '../features/plans/plans.queries.js';
import { scoresPath } from '../features/visits/visits.paths.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Page, type Crumb } from '../ui/Page.js';
import { ProblemAlert } from '../ui/ProblemAlert.js';
import { Skeletons } from '../ui/Skeletons.js';
import { useMayDirect } from './use-may-direct.js';
import { WithPlan } from './WithPlan.js';

/** What was found at a target and no unit has read: a draft may take it. */
const isPutable = ({ isIssued }: FindingView) => !isIssued;

/** The draft conclusions of one target, and a new one. */
export function TargetDrafts() {
  const { planId = '', targetId = '' } = useParams();
  const mayDecide = useMayDirect('explanations.decide');
  return (
    <WithPlan
      title="Dự thảo kết luận"
      crumbs={() => [{ label: 'Kết quả chấm điểm', to: scoresPath(planId, targetId) }]}
    >
      {(plan) => (
        <>
          <Text mb="md">{plan.targets.find(({ id }) => id === targetId)?.name}</Text>
          <Drafts targetId={targetId} />
          {mayDecide(plan) && <NewDraft planId={planId} targetId={targetId} />}
        </>
      )}
    </WithPlan>
  );
}

function Drafts({ targetId }: { targetId: string }) {
  const drafts = useQuery(draftConclusionsQuery({ targetId }));
  if (drafts.isPending) return <Skeletons lines={3} />;
  if (drafts.isError) return <ProblemAlert problem={drafts.error} onRetry={() => void drafts.refetch()} />;
  if (drafts.data.length > 0) return <DraftLines drafts={drafts.data} />;
  return (
    <EmptyState>
      Chưa có dự thảo nào. Nội dung đưa lấy ý kiến đơn vị, ý kiến giải trình và quyết định của đoàn nằm ở đây.
    </EmptyState>
  );
}

function NewDraft({ planId, targetId }: { planId: string; targetId: string }) {
  const navigate = useNavigate();
  const findings = useQuery(findingsQuery({ planId, targetId }));
  const drafts = useQuery(draftConclusionsQuery({ targetId }));
  const isPreparing = drafts.data?.some(({ state }) => state === 'preparing');
  const free = findings.data?.filter(isPutable) ?? [];
  // While one is prepared it is the place for what is left.
  if (drafts.data === undefined || isPreparing || free.length === 0) return null;
  return (
    <section>
      <Title order={2} mt="xl" mb="sm">
        Soạn dự thảo
      </Title>
      <NewDraftForm targetId={targetId} findings={free} onDone={({ id }) => void navigate(draftPath(id))} />
    </section>
  );
}

/** One draft conclusion, for the unit and for the department. */
export function DraftConclusion() {
  const { draftId = '' } = useParams();
  const navigate = useNavigate();
  const explains = useCan('explanations.answer');
  const mayDecide = useMayDirect('explanations.decide');
  const draft = useQuery(draftConclusionQuery(draftId));
  const plan = useQuery({ ...planQuery(draft.data?.plan.id ?? ''), enabled: draft.data !== undefined });
  if (draft.isError || plan.isError) {
    const failed = draft.isError ? draft : plan;
    return (
      <Page title="Dự thảo kết luận" crumbs={[PLANS_CRUMB]}>
        <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (draft.isPending || plan.isPending) return <Skeletons lines={8} />;
  const { target } = draft.data;
  const ofTarget = draftsOfTargetPath(plan.data.id, target.id);
  const crumbs: Crumb[] =
    explains && draft.data.isOwn
      ? [{ label: 'Hôm nay', to: '/hom-nay' }]
      : [PLANS_CRUMB, { label: plan.data.title, to: planPath(plan.data.id) }, { label: target.name, to: ofTarget }];
  return (
    <DraftConclusionPage
      draft={draft.data}
      crumbs={crumbs}
      decides={mayDecide(plan.data) && !draft.data.isOwn}
      edit={<EditDraft draft={draft.data} />}
      onDiscarded={() => void navigate(ofTarget)}
    />
  );
}

function EditDraft({ draft }: { draft: DraftConclusionView }) {
  const findings = useQuery(findingsQuery({ planId: draft.plan.id, targetId: draft.target.id }));
  if (findings.isPending) return <Skeletons />;
  if (findings.isError) return <ProblemAlert problem={findings.error} onRetry={() => void findings.refetch()} />;
  return <EditDraftForm key={draft.version} draft={draft} findings={findings.data.filter(isPutable)} />;
}
